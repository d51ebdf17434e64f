/*
 * Rows of the filter sheet: a value with its tick and what it would leave, a kind of value.
 */
#ifndef NEC_TUI_VALUE_ROW_H
#define NEC_TUI_VALUE_ROW_H

#include "tui/row.h"

void value_row_draw(const struct app *app, struct screen *screen, const struct row_place *place,
		    uint32_t number);

/* As a heading of the values, or with how many of them are ticked. */
void value_row_draw_trait(const struct app *app, struct screen *screen,
			  const struct row_place *place, uint32_t group);

#endif
