/*
 * The chips: what the programme is filtered by, in the header, each with a cross that takes it
 * away.
 */
#ifndef NEC_TUI_CHIPS_H
#define NEC_TUI_CHIPS_H

#include "model/trait.h"
#include "tui/screen.h"

#include <stdbool.h>

struct app;

/* Whether the open view shows any. */
bool chips_shown(const struct app *app);

/* The columns that they take in full. */
int chips_columns(const struct app *app);

/* Draws them on one row, as short as it takes; what the row has no room for at all is counted. */
void chips_draw(const struct app *app, struct screen *screen, struct rectangle area);

/* The trait whose chip is at a column of that row, TRAIT_COUNT for what stands for all of them; -1
 * where there is none. */
int chips_trait_at(const struct app *app, struct rectangle area, int column);

#endif
