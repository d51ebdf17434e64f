/*
 * Moving in a grid: a cursor on one of its boxes, and the window of rows and columns that is seen.
 * No screen.
 *
 * Up and down lead along a column, left and right to the nearest column that holds something at
 * about the same time, where the cursor keeps to the row it came from. Whatever is done, the cursor
 * stands on a box that is seen, or on none where there is none; and from any box every other one
 * can be reached by these four.
 */
#ifndef NEC_TUI_GRID_WINDOW_H
#define NEC_TUI_GRID_WINDOW_H

#include "tui/grid.h"
#include "tui/motion.h"

#include <stdbool.h>
#include <stddef.h>

struct grid_window {
	size_t box;	   /* under the cursor; GRID_NONE for none */
	int box_row;	   /* where it begins */
	int row, column;   /* the place in it that the cursor keeps to */
	int top, left;	   /* the first row and column that are seen */
	int height, width; /* how many are; at least 1 */
};

/* For a grid placed anew, or another size: the cursor is on a box, GRID_NONE for none. The first
 * leaves it where it was on the screen, as far as possible; the second begins anew. */
void grid_window_keep(struct grid_window *window, const struct grid *grid, size_t box);
void grid_window_begin(struct grid_window *window, const struct grid *grid, size_t box);

/* The same as the first where the grid is as it was, or nearly so, when the window was another one
 * at the same session. */
void grid_window_return(struct grid_window *window, const struct grid *grid,
			const struct grid_window *before);

/* Puts the cursor on a box, if it is not there; well inside the window, if it was not seen. */
void grid_window_select(struct grid_window *window, const struct grid *grid, size_t box);

void grid_window_move(struct grid_window *window, const struct grid *grid, enum motion motion);

/* These move the window, by some rows and by as many columns as are seen (step -1 or 1); the cursor
 * comes along where it would be lost from sight. */
void grid_window_scroll(struct grid_window *window, const struct grid *grid, int rows);
void grid_window_turn(struct grid_window *window, const struct grid *grid, int step);

/* The box under the cursor; NULL for none. */
const struct grid_box *grid_window_box(const struct grid_window *window, const struct grid *grid);

#endif
