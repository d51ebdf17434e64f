/*
 * How the grid of a day looks: the times at the left, the names of the rooms on top, the boxes
 * between them, a line where now is, and below it all what is selected.
 */
#ifndef NEC_TUI_GRID_DRAW_H
#define NEC_TUI_GRID_DRAW_H

#include "tui/app.h"
#include "tui/screen.h"

#include <stdbool.h>
#include <stddef.h>

/* How the body of its pane is divided. */
struct grid_shape {
	int columns;	   /* of the screen, that a column of the grid takes */
	int height, width; /* of the window: how many rows and columns are seen */
	bool captioned;	   /* below the window stands what is selected */
};

struct grid_shape grid_draw_shape(const struct app *app);

/* Where a grid holds any box. */
void grid_draw(const struct app *app, struct screen *screen, struct rectangle body, bool in_focus);

/* What is at a place of the body: a box, GRID_NONE for none; -1 or 1 for the arrows that lead to
 * further rooms, 0 for none. */
size_t grid_draw_box_at(const struct app *app, int row, int column);
int grid_draw_arrow_at(const struct app *app, int row, int column);

/* Where in the body the cursor belongs. */
void grid_draw_cursor(const struct app *app, int *row, int *column);

#endif
