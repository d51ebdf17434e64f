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

/* What stands over other rows, in words; false, with nothing appended, where a row is no heading.
 */
bool row_say_heading(const struct app *app, const struct list_row *row, struct buffer *out);

/* Whether a row stands for what is shown: that of the list of days is the day, and the themes, that
 * the programme is of, wherever the cursor is; others are selected. */
bool row_is_chosen(const struct app *app, const struct row_place *place,
		   const struct list_row *row);

/* The columns of a pane in which no name of a theme is cut; at least 1. */
int row_theme_columns(const struct app *app);

/* The column of what a row says; left of it stand its marks. */
int row_text_column(const struct row_place *place);

#endif
