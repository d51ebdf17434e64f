#include "config.h"

#include "programme/timetable.h"

#include "programme/words.h"

#include <string.h>

static size_t cell_count(const struct line *row)
{
	return row->cell_count < TIMETABLE_COLUMNS ? row->cell_count : TIMETABLE_COLUMNS;
}

static bool is_empty(const struct line *row, size_t cell)
{
	return !shape_has_letters(row->text, row->cells[cell].start, row->cells[cell].end);
}

/* Whether the cell is a date, a time or both and nothing else. */
static bool read_bare(const struct line *row, size_t cell, struct stamps *scratch)
{
	const struct line_cell *at = &row->cells[cell];

	if (is_empty(row, cell))
		return false;
	stamp_read(scratch, row->text + at->start, at->end - at->start);
	return scratch->count == 1 && scratch->items->before == GAP_EDGE &&
	       scratch->items->after == GAP_EDGE && !scratch->items->bounded;
}

static void join(struct stamp *into, const struct stamp *stamp)
{
	if (stamp->dated && !into->dated) {
		into->dated = true;
		into->first = stamp->first;
		into->last = stamp->last;
	}
	if (stamp->timed && into->timed && into->to < 0 && stamp->from > into->from) {
		into->to = stamp->to < 0 ? stamp->from : stamp->to; /* columns "Début", "Fin" */
	} else if (stamp->timed && !into->timed) {
		into->timed = true;
		into->from = stamp->from;
		into->to = stamp->to;
	}
}

/* Reads the cells that are stamps into one; `bare` says which they are. */
static struct stamp read_stamp(const struct line *row, struct stamps *scratch, bool *bare)
{
	struct stamp stamp = {.to = -1, .before = GAP_EDGE, .after = GAP_EDGE};

	for (size_t i = 0; i < cell_count(row); i++) {
		bare[i] = read_bare(row, i, scratch);
		if (bare[i])
			join(&stamp, scratch->items);
	}
	return stamp;
}

struct shape timetable_shape(const struct line *row, struct stamps *scratch)
{
	bool bare[TIMETABLE_COLUMNS];
	struct shape shape = {.form = SHAPE_NONE};

	shape.stamp = read_stamp(row, scratch, bare);
	if (shape.stamp.dated || shape.stamp.timed)
		shape.form = SHAPE_LEAD;
	shape.firm = true;
	shape.after_end = row->length;
	shape.stamp_count = shape.form != SHAPE_NONE;
	return shape;
}

/* What heading cells are called, most telling first. */
static const struct {
	enum words_kind words;
	enum timetable_column column;
} column_names[] = {
    {WORDS_COLUMN_TIME, COLUMN_TIME},	{WORDS_SPEAKERS, COLUMN_SPEAKERS},
    {WORDS_COLUMN_TITLE, COLUMN_TITLE}, {WORDS_ROOM, COLUMN_ROOM},
    {WORDS_PLACE, COLUMN_ROOM},
};

static enum timetable_column name_column(const char *folded)
{
	if (!strncmp(folded, "format", 6) || !strncmp(folded, "type", 4))
		return COLUMN_FORMAT;
	for (size_t i = 0; i < sizeof column_names / sizeof *column_names; i++)
		if (words_begin_loosely(column_names[i].words, folded))
			return column_names[i].column;
	return COLUMN_UNKNOWN;
}

/* "Salle" heads a column of rooms, "Salle Curie" one of sessions in that room. */
static enum timetable_column read_column(struct timetable *table, const struct line *row,
					 size_t cell, struct stamps *scratch)
{
	const struct line_cell *at = &row->cells[cell];
	struct buffer folded = {0};
	enum timetable_column column;

	if (read_bare(row, cell, scratch) && scratch->items->dated) {
		table->days[cell] = scratch->items->first;
		return COLUMN_ON_DAY;
	}
	words_fold(&folded, row->text + at->start, at->end - at->start);
	column = name_column(buffer_text(&folded));
	if (rooms_named(table->rooms, buffer_text(&folded)))
		column = COLUMN_IN_ROOM;
	else if (column == COLUMN_ROOM && words_begin_loosely(WORDS_ROOM, buffer_text(&folded)) &&
		 !words_only(WORDS_ROOM, buffer_text(&folded)))
		column = COLUMN_IN_ROOM;
	else if (column == COLUMN_ROOM && strpbrk(buffer_text(&folded), "0123456789"))
		column = COLUMN_IN_ROOM;
	buffer_free(&folded);
	return column;
}

static size_t count_columns(const struct timetable *table, enum timetable_column column)
{
	size_t count = 0;

	for (size_t i = 0; i < table->column_count; i++)
		count += table->columns[i] == column;
	return count;
}

/* Reads a heading row; false where the row is none. */
static bool read_heading(struct timetable *table, const struct line *row, struct stamps *scratch)
{
	size_t known = 0, filled = 0;
	bool marked = row->cell_count > 0;

	for (size_t i = 0; i < cell_count(row); i++) {
		filled += !is_empty(row, i);
		marked = marked && (row->cells[i].heading || is_empty(row, i));
		table->columns[i] = read_column(table, row, i, scratch);
		known += table->columns[i] != COLUMN_UNKNOWN;
	}
	table->column_count = cell_count(row);
	if (filled > 1 && (marked || (known == filled && !count_columns(table, COLUMN_ON_DAY)) ||
			   count_columns(table, COLUMN_ON_DAY) > 1)) {
		table->heading = row;
		return true;
	}
	memset(table->columns, 0, sizeof table->columns);
	return false;
}

static enum timetable_column column_of(const struct timetable *table, size_t cell)
{
	return cell < table->column_count ? table->columns[cell] : COLUMN_UNKNOWN;
}

static bool is_grid(const struct timetable *table)
{
	return count_columns(table, COLUMN_IN_ROOM) > 1 || count_columns(table, COLUMN_ON_DAY) > 1;
}

static struct timetable_cell new_cell(size_t title, const struct stamp *stamp)
{
	return (struct timetable_cell){.title = title,
				       .speakers = -1,
				       .room = -1,
				       .format = -1,
				       .column = -1,
				       .stamp = *stamp};
}

/* The cells of a row are those of the last columns where the first ones span rows. */
static size_t shift_of(const struct timetable *table, const struct line *row)
{
	return table->column_count > cell_count(row) ? table->column_count - cell_count(row) : 0;
}

/* "Après-midi" across the table is no session. */
static bool is_banner(const struct timetable *table, const struct line *row)
{
	struct buffer folded = {0};
	bool banner = cell_count(row) == 1 && table->column_count > 2;

	if (cell_count(row) == 1 && !banner) {
		words_fold(&folded, row->text, row->length);
		banner = row->cells->heading || words_only(WORDS_DAYPART, buffer_text(&folded));
		buffer_free(&folded);
	}
	return banner;
}

/* Whether a row without a time of its own goes on with the one before. */
static bool goes_on(const struct timetable *table, const struct line *row)
{
	if (!table->stamp.timed || is_banner(table, row))
		return false;
	return is_empty(row, 0) || shift_of(table, row) > 0;
}

static size_t read_grid(const struct timetable *table, const struct line *row, const bool *bare,
			const struct stamp *stamp, struct timetable_cell *cells)
{
	size_t filled = 0, count = 0, shift;

	for (size_t i = 0; i < cell_count(row); i++)
		filled += !bare[i] && !is_empty(row, i);
	shift = bare[0] ? 0 : shift_of(table, row);
	for (size_t i = 0; i < cell_count(row); i++) {
		enum timetable_column column = column_of(table, i + shift);

		if (bare[i] || is_empty(row, i))
			continue;
		cells[count] = new_cell(i, stamp);
		if (filled > 1 && (column == COLUMN_IN_ROOM || column == COLUMN_ON_DAY)) {
			cells[count].column = (int)(i + shift);
			if (column == COLUMN_ON_DAY) {
				cells[count].stamp.dated = true;
				cells[count].stamp.first = table->days[i + shift];
				cells[count].stamp.last = table->days[i + shift];
			}
		}
		count++;
	}
	return count;
}

/* One session a row: which cell is its title, which tell more of it. */
static size_t read_list(const struct timetable *table, const struct line *row, const bool *bare,
			const struct stamp *stamp, struct timetable_cell *cells)
{
	size_t shift = bare[0] ? 0 : shift_of(table, row);
	int title = -1;

	*cells = new_cell(0, stamp);
	for (size_t i = 0; i < cell_count(row); i++) {
		enum timetable_column column = column_of(table, i + shift);

		if (bare[i] || is_empty(row, i))
			continue;
		if (column == COLUMN_SPEAKERS)
			cells->speakers = (int)i;
		else if (column == COLUMN_ROOM)
			cells->room = (int)i;
		else if (column == COLUMN_FORMAT)
			cells->format = (int)i;
		else if (title < 0)
			title = (int)i;
		else
			cells->leaves = true;
		if (column == COLUMN_TITLE && title >= 0 &&
		    column_of(table, (size_t)title + shift) != COLUMN_TITLE)
			title = (int)i;
	}
	if (title < 0 && cells->format >= 0) {
		title = cells->format;
		cells->format = -1;
	}
	cells->title = title < 0 ? 0 : (size_t)title;
	cells->leaves = cells->leaves && table->heading &&
			column_of(table, cells->title + shift) == COLUMN_UNKNOWN;
	return title >= 0;
}

static size_t count_filled(const struct line *row, const bool *bare)
{
	size_t filled = 0;

	for (size_t i = 0; i < cell_count(row); i++)
		filled += !bare[i] && !is_empty(row, i);
	return filled;
}

/* "Jeudi 19 octobre" across the table, or beside empty cells, is the day of the rows below. */
static bool takes_day(struct timetable *table, const struct stamp *stamp, size_t filled)
{
	if (stamp->dated) {
		table->date = stamp->first;
		table->dated = true;
	}
	return stamp->dated && !stamp->timed && !filled;
}

size_t timetable_row(struct timetable *table, const struct line *row, struct stamps *scratch,
		     struct timetable_cell *cells)
{
	bool bare[TIMETABLE_COLUMNS] = {false};
	struct stamp stamp;
	size_t filled;

	if (!table->heading && !table->stamp.timed && read_heading(table, row, scratch))
		return 0;
	stamp = read_stamp(row, scratch, bare);
	filled = count_filled(row, bare);
	if (takes_day(table, &stamp, filled) || !filled)
		return 0;
	if (stamp.timed || stamp.dated)
		table->stamp = stamp;
	else if (!goes_on(table, row))
		return 0;
	else
		stamp = table->stamp;
	if (cell_count(row) > table->column_count)
		table->column_count = cell_count(row);
	if (!stamp.dated && table->dated) {
		stamp.dated = true;
		stamp.first = stamp.last = table->date;
	}
	return is_grid(table) ? read_grid(table, row, bare, &stamp, cells)
			      : read_list(table, row, bare, &stamp, cells);
}
