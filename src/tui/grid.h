/*
 * A day as rooms × time: the rows and columns it is made of, and where in them each session stands.
 * No screen, no text, no cursor.
 *
 * A row is a slot of 5, 10, 15 or 30 minutes: so few that every session has a row of its own and
 * most have several, and fewer still where the whole day fits into the window all the same. A long
 * time in which nothing is on is one row. Sessions without a time stand above all others.
 *
 * A lane is a room. It has a column, or as many as sessions run in it at once; a session that runs
 * alone in such a lane stands across all of it. A session in several rooms stands in each.
 */
#ifndef NEC_TUI_GRID_H
#define NEC_TUI_GRID_H

#include "base/array.h"
#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GRID_NONE SIZE_MAX

/* A session in one of its rooms. */
struct grid_item {
	uint32_t session;
	uint32_t lane;		   /* as the caller numbers rooms */
	civil_moment start, until; /* `start` is CIVIL_NONE for a session without a time */
};

struct grid_wish {
	const struct grid_item *items; /* by start, and by session */
	size_t count;
	uint32_t lanes;	  /* more than any number of a lane */
	civil_day day;	  /* what starts far from it has no place among its hours */
	civil_moment now; /* CIVIL_NONE for no mark of it */
	int height;	  /* rows of the window */
	int rows_wanted;  /* that most sessions have, for their titles */
	int untimed_rows; /* of a session without a time; at least 1 */
};

enum grid_row_kind {
	GRID_TIME,    /* a slot */
	GRID_GAP,     /* many of them, in which nothing is on */
	GRID_NOW,     /* between two slots: where now is */
	GRID_HEADING, /* says that those below have no time */
	GRID_UNTIMED,
	GRID_SPACE /* parts them from the slots */
};

struct grid_row {
	unsigned char kind; /* enum grid_row_kind */
	bool now;	    /* of a gap: now is in it */
	civil_moment start; /* of a slot or a gap, and how long it is */
	int minutes;
};

struct grid_lane {
	uint32_t number;
	int column, columns;
};

struct grid_box {
	uint32_t session;
	int row, rows, column, columns;
	bool cut; /* it goes on after the last row */
};

/* A zeroed struct is an empty grid. */
struct grid {
	ARRAY(struct grid_row) rows;
	ARRAY(struct grid_lane) lanes; /* by number, those that hold something */
	ARRAY(struct grid_box) boxes;  /* as the items were: a session's stand together */
	int columns;
	int minutes; /* of a slot */

	/* The boxes of each column from top to bottom, which no two of them share a row of. */
	ARRAY(uint32_t) stacks;
	ARRAY(size_t) stack_ends; /* by column: where its own end in `stacks` */

	/* Room to place in, kept: giving it back and asking for it anew takes longer than placing.
	 */
	ARRAY(uint32_t) span_of, dealt;
};

/* The boxes of one column. */
struct grid_stack {
	const uint32_t *items;
	size_t count;
};

/* Replaces what is in the grid. Items must be as said. */
void grid_place(struct grid *grid, const struct grid_wish *wish);
void grid_free(struct grid *grid);

struct grid_stack grid_stack(const struct grid *grid, int column);

/* The first box of a session, and the box at a place; GRID_NONE where there is none. */
size_t grid_find(const struct grid *grid, uint32_t session);
size_t grid_box_at(const struct grid *grid, int row, int column);

/* The row in a box that marks now, -1 for none. */
int grid_now_in(const struct grid *grid, const struct grid_box *box);

/* The place in a stack of the first box that is not wholly above a row; its count where all are. */
size_t grid_from(const struct grid *grid, struct grid_stack stack, int row);

/* The lane that a column is of. */
const struct grid_lane *grid_lane_of(const struct grid *grid, int column);

#endif
