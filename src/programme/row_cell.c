#include "config.h"

#include "programme/row_cell.h"

#include "programme/timetable.h"

size_t row_cell_count(const struct line *row)
{
	return row->cell_count < TIMETABLE_COLUMNS ? row->cell_count : TIMETABLE_COLUMNS;
}

bool row_cell_is_empty(const struct line *row, size_t cell)
{
	return !shape_has_letters(row->text, row->cells[cell].start, row->cells[cell].end);
}

bool row_cell_is_stamp(const struct line *row, size_t cell, struct stamps *scratch)
{
	const struct line_cell *at = &row->cells[cell];

	if (row_cell_is_empty(row, cell))
		return false;
	stamp_read(scratch, row->text + at->start, at->end - at->start);
	return scratch->count == 1 && scratch->items->before == GAP_EDGE &&
	       scratch->items->after == GAP_EDGE && !scratch->items->bounded;
}
