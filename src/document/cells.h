/*
 * Where the cells of a table stand. Cells that span columns or rows leave out the cells that they
 * cover, so which column a cell is in depends on those before it and above it.
 */
#ifndef NEC_DOCUMENT_CELLS_H
#define NEC_DOCUMENT_CELLS_H

#include <stdbool.h>

/* Of a table with more columns, those further on are not minded. */
enum { CELLS_COLUMNS = 32 };

/* A table at the row in hand; zeroed before its first one. */
struct cells {
	unsigned short left[CELLS_COLUMNS]; /* rows that a cell takes, this one too */
	int column;			    /* that comes next in the row */
	int beside;			    /* columns from there on that the cell before covers */
};

enum cells_covered {
	CELLS_FREE,
	CELLS_BESIDE, /* by the cell before it */
	CELLS_ABOVE   /* by one above it */
};

void cells_row(struct cells *cells);

/* Whether the column that comes next is covered; the first two go on to the one behind it. */
enum cells_covered cells_next(struct cells *cells);

/* Whether a covered column comes next or later. */
bool cells_more(const struct cells *cells);

/* A cell stands in the column that comes next, which is free, and spans that much. */
void cells_put(struct cells *cells, int columns, int rows);

#endif
