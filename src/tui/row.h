/*
 * How each kind of row of a list looks.
 */
#ifndef NEC_TUI_ROW_H
#define NEC_TUI_ROW_H

#include "tui/app.h"
#include "tui/pane.h"

/* Where a row stands, and how. */
struct row_place {
	struct rectangle area; /* one row */
	const struct pane *pane;
	bool selected, in_focus; /* it holds the cursor; its pane is in focus */
};

void row_draw(const struct app *app, struct screen *screen, const struct row_place *place,
	      const struct list_row *row);

/* The column of what a row says; left of it stand its marks. */
int row_text_column(const struct row_place *place);

#endif
