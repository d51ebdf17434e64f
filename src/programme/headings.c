#include "config.h"

#include "programme/headings.h"

#include "programme/row_cell.h"
#include "programme/words.h"

#include <string.h>

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

	if (row_cell_is_stamp(row, cell, scratch)) {
		table->heads[cell] = *scratch->items;
		return COLUMN_WHEN;
	}
	words_fold(&folded, row->text + at->start, at->end - at->start);
	column = name_column(buffer_text(&folded));
	if (words_only(WORDS_DAYPART, buffer_text(&folded)))
		column = COLUMN_PART;
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

static size_t count_stamps(const struct timetable *table, bool timed)
{
	size_t count = 0;

	for (size_t i = 0; i < table->column_count; i++)
		count += timed ? table->heads[i].timed : table->heads[i].dated;
	return count;
}

bool headings_are_times(const struct timetable *table)
{
	return count_stamps(table, true) > 1 && !table->heads->timed;
}

bool headings_make_grid(const struct timetable *table)
{
	return count_columns(table, COLUMN_IN_ROOM) > 1 || count_columns(table, COLUMN_PART) > 1 ||
	       count_stamps(table, false) > 1 || headings_are_times(table);
}

/* What heads one column heads those that it spans. */
static void spread(struct timetable *table, const struct line *row, size_t cell)
{
	for (size_t i = cell + 1; i < cell + row->cells[cell].columns && i < TIMETABLE_COLUMNS;
	     i++) {
		table->columns[i] = table->columns[cell];
		table->heads[i] = table->heads[cell];
		if (i >= table->column_count)
			table->column_count = i + 1;
	}
}

/* Whether a row heads the columns, by how many of its cells are filled, and known for a name. */
static bool names_columns(const struct timetable *table, bool marked, size_t filled, size_t known)
{
	size_t dated = count_stamps(table, false), timed = count_stamps(table, true);

	if (filled < 2 || dated > 1)
		return filled > 1;
	if (timed) /* "| 9h | Accueil |" is no heading, whoever marks it as one */
		return headings_are_times(table) && timed + 1 >= filled;
	return marked || (!dated && known == filled);
}

/* "Hall" is the name of a room where "Salle" and "Lieu" say that names of rooms are below. */
static bool is_room_itself(const struct line *row, size_t cell)
{
	const struct line_cell *at = &row->cells[cell];
	struct buffer folded = {0};
	bool itself;

	words_fold(&folded, row->text + at->start, at->end - at->start);
	itself = words_begin(WORDS_ROOM, buffer_text(&folded)) &&
		 strncmp(buffer_text(&folded), "salle", 5) != 0 &&
		 strncmp(buffer_text(&folded), "room", 4) != 0;
	buffer_free(&folded);
	return itself;
}

/* "Main Hall" and "Room 2" side by side, over nothing else but times, are rooms with sessions. */
static void settle_rooms(struct timetable *table, const struct line *row)
{
	size_t rooms = 0;

	for (size_t i = 0; i < row_cell_count(row); i++) {
		if (row_cell_is_empty(row, i) || table->columns[i] == COLUMN_TIME)
			continue;
		if (table->columns[i] != COLUMN_IN_ROOM && !is_room_itself(row, i))
			return;
		rooms++;
	}
	if (rooms < 2)
		return;
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i] == COLUMN_ROOM)
			table->columns[i] = COLUMN_IN_ROOM;
}

bool headings_read(struct timetable *table, const struct line *row, struct stamps *scratch)
{
	size_t known = 0, filled = 0;
	bool marked = row->cell_count > 0;

	memset(table->heads, 0, sizeof table->heads);
	table->column_count = row_cell_count(row);
	for (size_t i = 0; i < row_cell_count(row); i++) {
		if (!row->cells[i].columns)
			continue;
		filled += !row_cell_is_empty(row, i);
		marked = marked && (row->cells[i].heading || row_cell_is_empty(row, i));
		table->columns[i] = read_column(table, row, i, scratch);
		known += table->columns[i] != COLUMN_UNKNOWN;
		spread(table, row, i);
	}
	if (names_columns(table, marked, filled, known)) {
		table->heading = row;
		settle_rooms(table, row);
		if (table->heads->dated && !headings_make_grid(table))
			table->date = table->heads->first;
		table->dated |= table->heads->dated && !headings_make_grid(table);
		return true;
	}
	memset(table->columns, 0, sizeof table->columns);
	memset(table->heads, 0, sizeof table->heads);
	return false;
}

bool headings_read_rooms(struct timetable *table, const struct line *row, struct stamps *scratch)
{
	enum timetable_column columns[TIMETABLE_COLUMNS] = {COLUMN_UNKNOWN};
	struct timetable names = {.rooms = table->rooms};
	size_t filled = 0, rooms = 0;

	for (size_t i = 0; i < row_cell_count(row); i++) {
		if (row_cell_is_empty(row, i))
			continue;
		columns[i] = read_column(&names, row, i, scratch);
		filled++;
		rooms += columns[i] == COLUMN_IN_ROOM;
	}
	if (rooms < 2 || rooms != filled || !count_stamps(table, false))
		return false;
	for (size_t i = 0; i < row_cell_count(row); i++)
		if (columns[i] == COLUMN_IN_ROOM)
			table->columns[i] = COLUMN_IN_ROOM;
	if (row_cell_count(row) > table->column_count)
		table->column_count = row_cell_count(row);
	table->heading = row;
	return true;
}
