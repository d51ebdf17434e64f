#include "config.h"

#include "programme/rows.h"

#include "base/i18n.h"
#include "programme/rules.h"

#include <string.h>

static void follow_table(struct finder *finder, size_t line)
{
	const struct line *text = &finder->outline->lines.items[line];
	const struct block *block = &finder->outline->document->blocks[text->block];
	uint32_t table = block->kind == BLOCK_ROW ? block->parent : text->block;

	if (finder->table_block == table)
		return;
	finder->table = (struct timetable){.rooms = finder->outline->rooms};
	finder->table_block = table;
	finder->table_line = line;
	memset(finder->above, 0, sizeof finder->above);
}

static void add_cell(struct finder *finder, size_t line, const struct timetable_cell *cell,
		     civil_day day)
{
	const struct line *row = &finder->outline->lines.items[line];
	struct line_part parts[] = {{finder->table.heading, 0, 0}, {row, cell->start, cell->end}};
	bool in_part = cell->part >= 0;
	struct entry *entry =
	    finder_add_entry(finder, line, line, cell->in_grid ? rule_table_cell : rule_table_row);

	if (in_part) {
		parts->start = parts->line->cells[cell->part].start;
		parts->end = parts->line->cells[cell->part].end;
	}
	entry->title = line_join(&finder->outline->lines, parts + !in_part, 1 + in_part, " : ");
	entry->day = day;
	entry->speakers = cell->speakers;
	entry->format = cell->format;
	entry->place = cell->room;
	entry->place_row = cell->room_row;
	finder_set_times(finder, entry, &cell->stamp);
	finder_pass_midnight(finder, entry);
	entry->heading = finder->table.heading;
	entry->rooms = cell->rooms;
	entry->rooms_end = cell->rooms_end;
}

/* A session that spans rows ends with the last of them. */
static void end_spanning(struct finder *finder, const struct line *row)
{
	const struct stamp *stamp = &finder->table.stamp;

	for (size_t i = 0; i < TIMETABLE_COLUMNS; i++) {
		struct entry *entry;

		if (!timetable_is_covered(row, i))
			finder->above[i] = 0;
		if (!finder->above[i])
			continue;
		entry = &finder->entries.items[finder->above[i] - 1];
		if (stamp->timed && stamp->from > entry->from)
			entry->to = stamp->to;
	}
}

/* A table whose columns are not understood is told of once. */
static void warn_of_cells(struct finder *finder, size_t line, const struct timetable_cell *cell)
{
	if (!cell->leaves || finder->left_block == finder->table_block)
		return;
	finder->left_block = finder->table_block;
	report_warning(finder->report, finder_place(finder, line),
		       _("a cell of this row is in no session; head its column “Room: …” if its "
			 "cells are sessions, or say what it holds, such as “Speakers”"));
}

/* People in a row of their own speak in the session of the row above. */
static void take_people_below(struct finder *finder, const struct line *row)
{
	const struct line_cell *people = finder->table.people;
	struct entry *entry;

	if (!people || !finder->entries.count)
		return;
	entry = &finder->entries.items[finder->entries.count - 1];
	if (entry->line >= finder->table_line)
		entry->people = (struct line_part){row, people->start, people->end};
}

/* Rows without a time are sessions only on the event's days, as lines without one are. */
void rows_find(struct finder *finder, size_t line)
{
	const struct line *row = &finder->outline->lines.items[line];
	struct timetable_cell cells[TIMETABLE_SESSIONS];
	size_t count;

	follow_table(finder, line);
	count = timetable_row(&finder->table, row, &finder->scratch, cells);
	end_spanning(finder, row);
	take_people_below(finder, row);
	for (size_t i = 0; i < count && !finder->full; i++) {
		civil_day day = CIVIL_NONE;

		if (cells[i].stamp.dated)
			day = almanac_day(&finder->outline->almanac, &cells[i].stamp.first, NULL);
		else if (cells[i].stamp.timed)
			day = finder_day(finder, line);
		if (cells[i].stamp.dated &&
		    (day == CIVIL_NONE || almanac_far(&finder->outline->almanac, day)))
			continue;
		if (!cells[i].stamp.timed && !almanac_holds(&finder->outline->almanac, day))
			continue;
		add_cell(finder, line, &cells[i], day);
		if (row->cells[cells[i].title].rows > 1)
			finder->above[cells[i].column] = finder->entries.count;
		warn_of_cells(finder, line, &cells[i]);
	}
}
