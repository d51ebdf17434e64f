/*
 * The cells of a row, as the readers of timetables ask for them.
 */
#ifndef NEC_PROGRAMME_ROW_CELL_H
#define NEC_PROGRAMME_ROW_CELL_H

#include "programme/line.h"
#include "programme/stamp.h"

/* How many are read: TIMETABLE_COLUMNS at most. */
size_t row_cell_count(const struct line *row);

/* Whether it holds no letters. */
bool row_cell_is_empty(const struct line *row, size_t cell);

/* Whether it is a date, a time or both and nothing else: then that is scratch->items[0]. */
bool row_cell_is_stamp(const struct line *row, size_t cell, struct stamps *scratch);

#endif
