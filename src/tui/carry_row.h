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

/* The lines that they take, and those after the first; items are those of tui/wrapped_row.h. */
int carry_row_format_lines(const struct app *app, const struct pane *pane, uint32_t format);
int carry_row_target_lines(const struct app *app, const struct pane *pane, uint32_t target);
void carry_row_draw_format_line(const struct app *app, struct screen *screen,
				const struct row_place *place, uint32_t item);
void carry_row_draw_target_line(const struct app *app, struct screen *screen,
				const struct row_place *place, uint32_t item);

#endif
