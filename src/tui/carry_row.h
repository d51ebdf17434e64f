/*
 * The choices of what to carry away, as rows of a list. For row.c; tui/pane.h says what items are.
 */
#ifndef NEC_TUI_CARRY_ROW_H
#define NEC_TUI_CARRY_ROW_H

#include "tui/row.h"

void carry_row_draw_what(const struct app *app, struct screen *screen,
			 const struct row_place *place, uint32_t what);
void carry_row_draw_format(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t format);
void carry_row_draw_target(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t target);

#endif
