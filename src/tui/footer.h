/*
 * The bottom of the screen: the keys that matter now, or what just happened.
 */
#ifndef NEC_TUI_FOOTER_H
#define NEC_TUI_FOOTER_H

#include "tui/app.h"

#include <stddef.h>

/* Wraps what is said or asked to the window. */
void footer_fit(struct app *app);

int footer_rows(const struct app *app);
void footer_draw(const struct app *app, struct screen *screen);

/* The command whose key is at a place of the window, SIZE_MAX for none. */
size_t footer_command_at(const struct app *app, int row, int column);

#endif
