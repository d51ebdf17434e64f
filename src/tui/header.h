/*
 * The top of the screen: which event, where and when, what time it is there, the views, and what
 * the programme is filtered by.
 */
#ifndef NEC_TUI_HEADER_H
#define NEC_TUI_HEADER_H

#include "tui/app.h"
#include "tui/view.h"

#include <stdbool.h>

int header_rows(const struct app *app);
void header_draw(const struct app *app, struct screen *screen);

/* Whether it says what panes else say in their titles, for want of room. */
bool header_names_place(const struct app *app);

/* The trait whose chip is at a place of the window, TRAIT_COUNT for what stands for all of them; -1
 * for none. */
int header_chip_at(const struct app *app, int row, int column);

/* The view whose tab is at a place of the window, VIEW_COUNT for none. */
enum view_id header_view_at(const struct app *app, int row, int column);

#endif
