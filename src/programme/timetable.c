#include "config.h"

#include "programme/timetable.h"

#include "programme/headings.h"
#include "programme/item.h"
#include "programme/row_cell.h"
#include "programme/words.h"

#include <string.h>

bool timetable_is_covered(const struct line *row, size_t cell)
{
	return cell < row_cell_count(row) && !row->cells[cell].rows;
}

/* The row whose cell stands in a place: the row itself, or one above it that covers the place. */
static const struct line *row_of(const struct timetable *table, const struct line *row, size_t cell)
{
	return timetable_is_covered(row, cell) && table->above[cell] ? table->above[cell] : row;
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

/*
 * Reads the cells that are stamps into one; `bare` says which they are, *first which of them is the
 * first with a time, or else with a date.
 */
static struct stamp read_stamp(const struct line *row, struct stamps *scratch, bool *bare,
			       size_t *first)
{
	struct stamp stamp = {.to = -1, .before = GAP_EDGE, .after = GAP_EDGE};

	*first = 0;
	for (size_t i = 0; i < row_cell_count(row); i++) {
		bare[i] = row_cell_is_stamp(row, i, scratch);
		if (!bare[i])
			continue;
		if (scratch->items->timed ? !stamp.timed : !stamp.timed && !stamp.dated)
			*first = i;
		join(&stamp, scratch->items);
	}
	return stamp;
}

struct shape timetable_shape(const struct line *row, struct stamps *scratch)
{
	bool bare[TIMETABLE_COLUMNS];
	struct shape shape = {.form = SHAPE_NONE};
	size_t first;

	shape.stamp = read_stamp(row, scratch, bare, &first);
	if (shape.stamp.dated || shape.stamp.timed)
		shape.form = SHAPE_LEAD;
	shape.firm = true;
	shape.after_end = row->length;
	shape.stamp_count = shape.form != SHAPE_NONE;
	return shape;
}

static enum timetable_column column_of(const struct timetable *table, size_t cell)
{
	return cell < table->column_count ? table->columns[cell] : COLUMN_UNKNOWN;
}

static struct timetable_cell new_cell(const struct line *row, size_t title,
				      const struct stamp *stamp)
{
	return (struct timetable_cell){.title = title,
				       .start = row->cells[title].start,
				       .end = row->cells[title].end,
				       .part = -1,
				       .column = title,
				       .speakers = -1,
				       .room = -1,
				       .format = -1,
				       .stamp = *stamp};
}

/* "Après-midi" is no session, nor is a cell that heads the rows below. */
static bool is_banner(const struct line *row)
{
	const struct line_cell *only = NULL;
	struct buffer folded = {0};
	bool banner;

	for (size_t i = 0; i < row_cell_count(row); i++) {
		if (row_cell_is_empty(row, i))
			continue;
		if (only)
			return false;
		only = &row->cells[i];
	}
	if (!only)
		return false;
	words_fold(&folded, row->text + only->start, only->end - only->start);
	banner = only->heading || words_only(WORDS_DAYPART, buffer_text(&folded)) ||
		 words_begin(WORDS_BREAK, buffer_text(&folded));
	buffer_free(&folded);
	return banner;
}

/* Whether a row without a time of its own goes on with the one before. */
static bool goes_on(const struct timetable *table, const struct line *row)
{
	const struct line_cell *at;

	if (!table->stamp.timed || table->stamp_cell >= row_cell_count(row))
		return false;
	at = &row->cells[table->stamp_cell];
	return !at->rows ||
	       (at->columns && row_cell_is_empty(row, table->stamp_cell) && !is_banner(row));
}

static bool same_day(const struct stamp *one, const struct stamp *other)
{
	return one->dated == other->dated &&
	       (!one->dated || !memcmp(&one->first, &other->first, sizeof one->first));
}

/* Whether nothing of a day is in another room. */
static bool takes_all_rooms(const struct timetable *table, size_t start, size_t end)
{
	for (size_t i = 0; i < table->column_count; i++)
		if ((i < start || i >= end) && table->columns[i] == COLUMN_IN_ROOM &&
		    same_day(&table->heads[i], &table->heads[start]))
			return false;
	return true;
}

/* What the headings say of columns of one day that a session takes. */
static void head_session(struct timetable_cell *cell, const struct timetable *table, size_t start,
			 size_t end, bool alone)
{
	const struct stamp *first = &table->heads[start], *last = &table->heads[end - 1];

	cell->in_grid = !alone;
	cell->column = start;
	if (first->dated) {
		cell->stamp.dated = true;
		cell->stamp.first = cell->stamp.last = first->first;
	}
	if (first->timed) {
		cell->stamp.timed = true;
		cell->stamp.from = first->from;
		cell->stamp.to = last->to;
	}
	if (table->columns[start] == COLUMN_PART && end == start + 1 && !cell->stamp.timed)
		cell->part = (int)start;
	if (table->columns[start] == COLUMN_IN_ROOM && !alone &&
	    !takes_all_rooms(table, start, end)) {
		cell->rooms = start;
		cell->rooms_end = end;
	}
}

/* The sessions of a cell of a grid: one for each day that it spans. */
static void read_grid_cell(const struct timetable *table, const struct line *row, size_t at,
			   bool alone, struct timetable_cell session, struct timetable_cell *cells,
			   size_t *count)
{
	size_t end = at + row->cells[at].columns, next;

	if (end > table->column_count)
		end = table->column_count;
	for (size_t start = at; start < end && *count < TIMETABLE_SESSIONS; start = next) {
		for (next = start + 1;
		     next < end && same_day(&table->heads[next], &table->heads[start]);)
			next++;
		cells[*count] = session;
		head_session(&cells[(*count)++], table, start, next, alone);
	}
}

/* Whether the cells of a column are sessions. */
static bool holds_sessions(const struct timetable *table, size_t cell)
{
	if (headings_are_times(table))
		return table->heads[cell].timed;
	return column_of(table, cell) >= COLUMN_IN_ROOM;
}

static size_t count_filled(const struct line *row, const bool *bare)
{
	size_t filled = 0;

	for (size_t i = 0; i < row_cell_count(row); i++)
		filled += !bare[i] && !row_cell_is_empty(row, i);
	return filled;
}

/* "Déjeuner" in every room is one. */
static bool same_everywhere(const struct timetable *table, const struct line *row)
{
	const char *text = NULL;
	size_t length = 0, rooms = 0;

	for (size_t i = 0; i < table->column_count; i++) {
		const struct line_cell *cell;

		if (table->columns[i] != COLUMN_IN_ROOM)
			continue;
		if (i >= row_cell_count(row) || table->heads[i].dated || row_cell_is_empty(row, i))
			return false;
		cell = &row->cells[i];
		if (rooms++ && (cell->end - cell->start != length ||
				memcmp(row->text + cell->start, text, length) != 0))
			return false;
		text = row->text + cell->start;
		length = cell->end - cell->start;
	}
	return rooms > 1;
}

static size_t read_grid(const struct timetable *table, const struct line *row, const bool *bare,
			const struct stamp *stamp, struct timetable_cell *cells)
{
	bool across = headings_are_times(table), one = same_everywhere(table, row);
	size_t filled = count_filled(row, bare), count = 0;
	bool roomed = across && !bare[0] && !row_cell_is_empty(row, 0);

	for (size_t i = 0; i < row_cell_count(row); i++)
		filled += holds_sessions(table, i) && !row->cells[i].rows;
	for (size_t i = roomed; i < row_cell_count(row) && count < TIMETABLE_SESSIONS; i++) {
		struct timetable_cell session = new_cell(row, i, stamp);

		if (bare[i] || row_cell_is_empty(row, i) ||
		    (one && count && column_of(table, i) == COLUMN_IN_ROOM))
			continue;
		session.room = roomed ? 0 : -1;
		if (holds_sessions(table, i))
			read_grid_cell(table, row, i, one || filled == 1, session, cells, &count);
		else if (!across)
			cells[count++] = session;
	}
	return count;
}

/* Where no heading says what a cell holds: the name of a room, or people behind the title. */
static enum timetable_column guess_column(const struct timetable *table, const struct line *row,
					  size_t cell, bool titled)
{
	const char *text = row->text + row->cells[cell].start;
	size_t length = row->cells[cell].end - row->cells[cell].start;

	if (item_is_room(text, length, table->rooms))
		return COLUMN_ROOM;
	return titled && length < SPEAKER_LONGEST && speakers_begin(text) ? COLUMN_SPEAKERS
									  : COLUMN_UNKNOWN;
}

/* "Horaires" beside a time says when the event is. */
static bool is_label(const struct line *row, size_t cell)
{
	const struct line_cell *at = &row->cells[cell];
	struct buffer folded = {0};
	bool label;

	words_fold(&folded, row->text + at->start, at->end - at->start);
	label = words_only(WORDS_LABEL, buffer_text(&folded)) &&
		!words_only(WORDS_INSCRIBE, buffer_text(&folded));
	buffer_free(&folded);
	return label;
}

/* One session a row: which cell is its title, which tell more of it. */
static size_t read_list(const struct timetable *table, const struct line *row, const bool *bare,
			const struct stamp *stamp, struct timetable_cell *cells)
{
	int *const instead[] = {&cells->format, &cells->room};
	int title = -1;

	*cells = new_cell(row, 0, stamp);
	for (size_t i = 0; i < row_cell_count(row); i++) {
		enum timetable_column column = column_of(table, i);

		if (column == COLUMN_ROOM && row_of(table, row, i) != row)
			cells->room = (int)i;
		if (bare[i] || row_cell_is_empty(row, i))
			continue;
		if (column == COLUMN_UNKNOWN)
			column = guess_column(table, row, i, title >= 0);
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
		    column_of(table, (size_t)title) != COLUMN_TITLE)
			title = (int)i;
	}
	for (size_t i = 0; i < sizeof instead / sizeof *instead && title < 0; i++) {
		if (*instead[i] >= 0 && column_of(table, (size_t)*instead[i]) == COLUMN_ROOM)
			continue;
		title = *instead[i];
		*instead[i] = -1;
	}
	if (title >= 0 && is_label(row, (size_t)title))
		return 0;
	if (title > 0) {
		cells->title = cells->column = (size_t)title;
		cells->start = row->cells[title].start;
		cells->end = row->cells[title].end;
	}
	if (cells->room >= 0)
		cells->room_row = row_of(table, row, (size_t)cells->room);
	cells->leaves =
	    cells->leaves && table->heading && column_of(table, cells->title) == COLUMN_UNKNOWN;
	return title >= 0;
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

/* Below a session, a row that only names people tells who speaks there. */
static bool names_people(struct timetable *table, const struct line *row, const bool *bare)
{
	bool covered = timetable_is_covered(row, table->stamp_cell);
	const struct line_cell *only = NULL;

	for (size_t i = 0; i < row_cell_count(row); i++) {
		if (bare[i] || row_cell_is_empty(row, i))
			continue;
		if (only || headings_make_grid(table) || (table->heading && !covered))
			return false;
		only = &row->cells[i];
	}
	if (only && speakers_begin(row->text + only->start))
		table->people = only;
	return table->people != NULL;
}

/* The stamp that a line in a cell begins with; false where it begins otherwise. */
static bool read_line_stamp(const struct line *row, size_t start, size_t end,
			    struct stamps *scratch)
{
	if (!temporal_may_hold_time(row->text + start, end - start))
		return false;
	stamp_read(scratch, row->text + start, end - start);
	return scratch->count && scratch->items->before == GAP_EDGE && !scratch->items->bounded;
}

/* "9h : Accueil", or, where it need not be parted by a mark, "9h Accueil" */
static bool is_timed_line(const struct line *row, size_t start, size_t end, struct stamps *scratch,
			  enum stamp_gap gap)
{
	return read_line_stamp(row, start, end, scratch) && scratch->items->timed &&
	       !scratch->items->dated && scratch->items->after >= gap &&
	       shape_has_letters(row->text, start + scratch->items->end, end);
}

static size_t line_end(const struct line *row, size_t start, size_t end)
{
	const char *stop = memchr(row->text + start, '\n', end - start);

	return stop ? (size_t)(stop - row->text) : end;
}

/*
 * What parts the times from the titles in a cell; GAP_EDGE where it holds no such lines. A space is
 * enough where there are several of them, or nothing else in the row: "10:00 Coffee" across it.
 */
static enum stamp_gap timed_gap(const struct line *row, size_t cell, struct stamps *scratch)
{
	size_t end = row->cells[cell].end, marked = 0, spaced = 0, stop;
	bool alone = row->cells[cell].columns > 1;

	for (size_t i = 0; i < row_cell_count(row); i++)
		alone = alone && (i == cell || row_cell_is_empty(row, i));

	for (size_t at = row->cells[cell].start; at < end; at = stop + 1) {
		stop = line_end(row, at, end);
		marked += is_timed_line(row, at, stop, scratch, GAP_MARK);
		spaced += is_timed_line(row, at, stop, scratch, GAP_SPACE);
	}
	if (spaced > !alone)
		return GAP_SPACE;
	return marked ? GAP_MARK : GAP_EDGE;
}

/* The lines of a cell that begin with a time are sessions; a date above them is their day. */
static void read_timed_cell(const struct timetable *table, const struct line *row, size_t cell,
			    struct stamp stamp, struct stamps *scratch,
			    struct timetable_cell *cells, size_t *count)
{
	enum stamp_gap gap = timed_gap(row, cell, scratch);
	size_t end = row->cells[cell].end, stop;
	struct timetable_cell *last = NULL;

	if (gap == GAP_EDGE)
		return;
	for (size_t at = row->cells[cell].start; at < end; at = stop + 1) {
		stop = line_end(row, at, end);
		if (is_timed_line(row, at, stop, scratch, gap) && *count < TIMETABLE_SESSIONS) {
			last = &cells[(*count)++];
			*last = new_cell(row, cell, &stamp);
			if (holds_sessions(table, cell))
				head_session(last, table, cell, cell + 1, false);
			last->in_grid = true;
			last->start = at + scratch->items->end;
			last->stamp.timed = true;
			last->stamp.from = scratch->items->from;
			last->stamp.to = scratch->items->to;
			last->part = -1;
		} else if (read_line_stamp(row, at, stop, scratch) && scratch->items->dated &&
			   scratch->items->after == GAP_EDGE && !scratch->items->timed) {
			stamp = *scratch->items;
			last = NULL;
		}
		if (last)
			last->end = stop;
	}
}

/* Sessions of a row that have their times in the cells. */
static size_t read_timed_cells(const struct timetable *table, const struct line *row,
			       struct stamp stamp, struct stamps *scratch,
			       struct timetable_cell *cells)
{
	size_t count = 0;

	if (!stamp.dated && table->dated) {
		stamp.dated = true;
		stamp.first = stamp.last = table->date;
	}
	for (size_t i = 0; i < row_cell_count(row); i++)
		read_timed_cell(table, row, i, stamp, scratch, cells, &count);
	return count;
}

size_t timetable_row(struct timetable *table, const struct line *row, struct stamps *scratch,
		     struct timetable_cell *cells)
{
	bool bare[TIMETABLE_COLUMNS] = {false};
	struct stamp stamp;
	size_t filled, first, count;

	table->people = NULL;
	for (size_t i = 0; i < row_cell_count(row); i++)
		table->above[i] = row_of(table, row, i);
	stamp = read_stamp(row, scratch, bare, &first);
	if (!stamp.timed && (count = read_timed_cells(table, row, stamp, scratch, cells)) > 0) {
		takes_day(table, &stamp, count);
		return count;
	}
	if (!table->begun && (table->heading ? headings_read_rooms(table, row, scratch)
					     : headings_read(table, row, scratch)))
		return 0;
	filled = count_filled(row, bare);
	if (takes_day(table, &stamp, filled))
		return 0;
	if (stamp.timed || stamp.dated) {
		table->stamp = stamp;
		table->stamp_cell = first;
		table->begun = true;
	} else if (goes_on(table, row)) {
		stamp = table->stamp;
		if (names_people(table, row, bare))
			return 0;
	} else if (!headings_are_times(table)) {
		return 0;
	}
	if (!stamp.dated && table->dated) {
		stamp.dated = true;
		stamp.first = stamp.last = table->date;
	}
	if (!filled)
		return 0;
	return headings_make_grid(table) ? read_grid(table, row, bare, &stamp, cells)
					 : read_list(table, row, bare, &stamp, cells);
}
