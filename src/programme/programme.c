/*
 * The page is gone through line by line. A line that a rule makes a day, a time, a heading or a
 * session changes what holds for the lines behind it: the day, the time of a list, the room. What
 * is found is kept as entries first, because only at the end is it known whether an entry is on the
 * programme or says when the event itself is, and where what belongs to it ends.
 */
#include "config.h"

#include "programme/programme.h"

#include "programme/entry.h"
#include "programme/facts.h"
#include "programme/item.h"
#include "programme/labels.h"
#include "programme/rules.h"
#include "programme/timetable.h"
#include "programme/words.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

/* A day that holds up to a line. */
struct open_day {
	civil_day day;
	uint32_t end;
};

/* A list whose items are sessions because of the date or time above it. */
struct group {
	bool open, begun;
	int rank; /* of its items, once begun */
	civil_day day;
	int from, to;
	bool announces;
	const char *rule;
};

struct room {
	const char *name; /* NULL for none */
	int rank;
};

struct finder {
	const struct programme_context *context;
	struct outline *outline;
	struct report *report;
	struct builder *builder;
	struct stamps scratch;
	ARRAY(struct entry) entries;
	ARRAY(struct open_day) days;
	civil_day last_day; /* the last one named, CIVIL_NONE before */
	struct group group;
	struct room room;
	struct timetable table;
	uint32_t table_block; /* whose rows `table` is about */
	size_t table_line;    /* the first of them */
	size_t above[TIMETABLE_COLUMNS]; /* entries that span rows, by column; 0, or from 1 */
	uint32_t left_block;  /* the last one that was told to have more cells than are read */
	bool *marks;	      /* blocks that hold an entry or another line with a role */
	bool *taken;	      /* lines that are an entry's or have another role */
	bool *told;	      /* lines whose date or time an entry has that is another line's */
	unsigned kinds;	      /* of blocks below entries in paragraphs so far, by bits */
	bool full;
};

static struct place place_of(const struct finder *finder, size_t line)
{
	return (struct place){finder->context->file, finder->outline->lines.items[line].number, 0};
}

static const struct outline_line *line_at(const struct finder *finder, size_t line)
{
	return &finder->outline->items[line];
}

/* Days */

static civil_day open_day(struct finder *finder, size_t line)
{
	while (finder->days.count && finder->days.items[finder->days.count - 1].end <= line)
		finder->days.count--;
	return finder->days.count ? finder->days.items[finder->days.count - 1].day : CIVIL_NONE;
}

static void begin_day(struct finder *finder, size_t line)
{
	const struct outline_line *at = line_at(finder, line);
	struct open_day day = {at->day, at->scope_end};

	open_day(finder, line);
	array_push(&finder->days, day);
	finder->last_day = at->day;
}

/* The day of a line that names none. */
static civil_day day_for(struct finder *finder, size_t line)
{
	civil_day day = open_day(finder, line);

	if (day == CIVIL_NONE)
		day = almanac_only_day(&finder->outline->almanac);
	if (day == CIVIL_NONE)
		day = finder->last_day;
	if (day != CIVIL_NONE)
		return day;
	day = finder->outline->almanac.first;
	if (day != CIVIL_NONE)
		report_warning(finder->report, place_of(finder, line),
			       _("this item has a time but no date, and the event has several "
				 "days: it is taken to be on the first; write its date above it"));
	else
		report_warning(finder->report, place_of(finder, line),
			       _("this item has a time but no date, and neither has the event; "
				 "write the date above it"));
	return day;
}

static void warn_of_weekday(struct finder *finder, size_t line)
{
	const struct outline_line *at = line_at(finder, line);
	struct civil_date date;

	if (!at->disagree || at->day == CIVIL_NONE)
		return;
	date = civil_date_of(at->day);
	report_warning(finder->report, place_of(finder, line),
		       _("the weekday is not that of %04d-%02d-%02d; correct the weekday, the "
			 "date or the event's year"),
		       date.year, date.month, date.day);
}

/* "Programme of Friday 12 September" leaves a mere "of". */
static bool is_joint(const char *folded)
{
	static const char *const joints[] = {"of", "for", "on", "pour"};

	if (!strncmp(folded, "de", 2) || !strncmp(folded, "du ", 3))
		return true;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (!strcmp(folded, joints[i]))
			return true;
	return false;
}

/* What a day is called beyond its date: "Programme « Off » du mercredi 18 octobre" → "Off". */
static void label_day(struct finder *finder, size_t line)
{
	enum { LONGEST = 60 };
	const struct outline_line *at = line_at(finder, line);
	const struct line *text = &finder->outline->lines.items[line];
	const struct line_part parts[] = {{text, 0, at->shape.before_end},
					  {text, at->shape.after_start, at->shape.after_end}};
	const struct line *label = line_join(&finder->outline->lines, parts, 2, " ");
	struct buffer folded = {0};
	size_t start = 0, end = label->length;

	words_fold(&folded, label->text, label->length);
	if (words_begin(WORDS_PROGRAMME, buffer_text(&folded)))
		start = words_begin(WORDS_PROGRAMME, buffer_text(&folded));
	while (start < end && !shape_has_letters(label->text, start, start + 1))
		start++;
	while (end > start && !shape_has_letters(label->text, start, end))
		end--;
	while (end > start && (strchr(" :-\"", label->text[end - 1]) ||
			       (end - start > 2 && !memcmp(label->text + end - 2, "»", 2))))
		end -= label->text[end - 1] & 0x80 ? 2 : 1;
	words_fold(&folded, label->text + start, end - start);
	if (end > start && end - start <= LONGEST &&
	    !words_only(WORDS_DAYPART, buffer_text(&folded)) && !is_joint(buffer_text(&folded))) {
		char *name = memory_strndup(label->text + start, end - start);

		builder_day_label(finder->builder, at->day, name);
		free(name);
	}
	buffer_free(&folded);
}

/* Rooms */

/* "Salle Curie : les communs" → "Salle Curie" */
static size_t room_length(const char *text)
{
	static const char *const ends[] = {" :", ":", " – ", " — ", " - "};
	size_t length = strlen(text);

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const char *end = strstr(text, ends[i]);

		if (end && (size_t)(end - text) < length)
			length = (size_t)(end - text);
	}
	return length;
}

static void follow_room(struct finder *finder, size_t line)
{
	enum { LONGEST = 60 };
	const struct line *text = &finder->outline->lines.items[line];
	const struct outline_line *at = line_at(finder, line);
	const char *name = text->text + item_room_label(text->text, text->length);
	size_t length;

	if (at->shape.form || !outline_is_headline(finder->outline, line))
		return;
	if (finder->room.name && text->rank <= finder->room.rank &&
	    !(at->shape.words & SAYS_DAYPART))
		finder->room.name = NULL;
	length = room_length(name);
	if (!(at->shape.words & SAYS_ROOM) || length > LONGEST)
		return;
	finder->room.name = arena_strndup(finder->outline->lines.arena, name, length);
	finder->room.rank = text->rank;
	finder->taken[line] = true;
}

/* Entries */

static struct entry *add_entry(struct finder *finder, size_t line, size_t title_line,
			       const char *rule)
{
	struct entry entry = {.line = (uint32_t)line,
			      .title_line = (uint32_t)title_line,
			      .title = &finder->outline->lines.items[title_line],
			      .day = CIVIL_NONE,
			      .from = -1,
			      .to = -1,
			      .rule = rule,
			      .room = finder->room.name,
			      .speakers = -1,
			      .format = -1,
			      .place = -1};

	finder->taken[line] = finder->taken[title_line] = true;
	array_push(&finder->entries, entry);
	finder->full = finder->entries.count >= PROGRAMME_MOST_SESSIONS;
	return &finder->entries.items[finder->entries.count - 1];
}

static void set_times(struct finder *finder, struct entry *entry, const struct stamp *stamp)
{
	if (!stamp->timed)
		return;
	entry->from = stamp->from;
	entry->to = stamp->to;
	if (stamp->to >= 0 && stamp->to < stamp->from)
		report_warning(finder->report, place_of(finder, entry->line),
			       _("the end is before the start; the session is shown without an "
				 "end"));
}

/* Early hours behind a late one of the same day are those of the night after it, and midnight is
 * behind any one of the afternoon. */
static void pass_midnight(struct finder *finder, struct entry *entry)
{
	enum { EARLY = 6 * 60, NOON = 12 * 60, LATE = 17 * 60 };
	const struct entry *before = entry - 1;

	if (entry == finder->entries.items || entry->from < 0 || entry->from >= EARLY ||
	    before->day != entry->day || before->from < (entry->from ? LATE : NOON))
		return;
	entry->from += MINUTES_PER_DAY;
	if (entry->to >= 0)
		entry->to += MINUTES_PER_DAY;
}

/* What parts the two halves of a title in place of the stamp that stood between them. */
static const char *joint_of(const struct line *line, const struct shape *shape)
{
	size_t at = shape->after_start;

	while (at > shape->before_end && !shape_has_letters(line->text, at - 1, at))
		if (line->text[--at] == ':')
			return " : ";
	return " – ";
}

/* The text that holds a session's title, with what its writer put beside it. */
static const struct line *title_text(struct finder *finder, size_t line, size_t title_line,
				     enum rule_title title)
{
	const struct line *stamped = &finder->outline->lines.items[line];
	const struct shape *shape = &line_at(finder, line)->shape;
	struct line_part parts[] = {{stamped, 0, shape->before_end},
				    {stamped, shape->after_start, shape->after_end},
				    {&finder->outline->lines.items[title_line], 0, 0}};
	bool here = title == TITLE_HERE || title == TITLE_TAGS;

	if (!here) {
		parts[0].end = 0;
		if (stamped->text[parts[1].start] != '[')
			parts[1].end = parts[1].start;
		parts[2].end = parts[2].line->length;
	}
	return line_join(&finder->outline->lines, parts, here ? 2 : 3,
			 here ? joint_of(stamped, shape) : " ");
}

/* Where a text is parted with people behind it: "Salle Curie · Ada Martin"; its end for nowhere. */
static size_t people_cut(const char *text, size_t start, size_t end, size_t *people)
{
	static const char *const separators[] = {" · ", " • ", " | ", ", ", " – ", " — ", " - "};

	for (size_t at = start; at < end; at++) {
		for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
			*people = at + strlen(separators[i]);
			if (*people < end && !strncmp(text + at, separators[i], *people - at) &&
			    speakers_begin(text + *people))
				return at;
		}
	}
	return *people = end;
}

/* A room beside a date or time that has its title elsewhere, and people behind it. */
static void take_room(struct finder *finder, struct entry *entry, size_t line)
{
	const struct shape *shape = &line_at(finder, line)->shape;
	const struct line *stamped = &finder->outline->lines.items[line];
	size_t start = shape->after_start, end = shape->after_end, people;
	size_t cut = people_cut(stamped->text, start, end, &people);
	char *room = item_room(stamped->text + start, cut - start, finder->outline->rooms);

	entry->people = (struct line_part){stamped, people, end};
	if (room)
		entry->room = arena_strdup(finder->outline->lines.arena, room);
	free(room);
}

/* Where the headings end that stand beside a title under the heading of its time; the line behind
 * the title where there are none, or where they tell of that session. */
static size_t siblings_end(const struct finder *finder, size_t line, size_t title_line)
{
	enum { FAR = 100 };
	const struct outline *outline = finder->outline;
	const struct line *lines = outline->lines.items;
	size_t end = title_line + 1;

	if (lines[line].place != LINE_HEADING || lines[title_line].place != LINE_HEADING)
		return end;
	for (size_t i = end; i < outline->lines.count && i - title_line < FAR; i++) {
		if (outline->items[i].shape.form && outline->items[i].shape.stamp.timed)
			break;
		if (lines[i].place != LINE_HEADING || lines[i].rank > lines[title_line].rank)
			continue;
		if (lines[i].rank <= lines[line].rank)
			break;
		if (facts_is_detail(outline, i) || !facts_is_title(outline, i))
			return title_line + 1;
		end = i + 1;
	}
	return end;
}

/* "### 9h30" over "#### Louer" and "#### Bâtir": all of them are at that time. */
static void find_siblings(struct finder *finder, size_t line, size_t title_line, const char *rule)
{
	const struct line *lines = finder->outline->lines.items;
	const struct entry first = finder->entries.items[finder->entries.count - 1];
	size_t end = siblings_end(finder, line, title_line);

	for (size_t i = title_line + 1; i < end && !finder->full; i++) {
		struct entry *entry;

		if (lines[i].place != LINE_HEADING || lines[i].rank != lines[title_line].rank)
			continue;
		entry = add_entry(finder, i, i, rule);
		entry->day = first.day;
		entry->from = first.from;
		entry->to = first.to;
		entry->room = first.room;
		entry->announces = first.announces;
	}
}

static void find_session(struct finder *finder, size_t line, const struct rule *rule)
{
	const struct outline_line *at = line_at(finder, line);
	size_t title_line = facts_title_line(finder->outline, line, rule->title);
	struct entry *entry = add_entry(finder, line, title_line, rule->name);

	entry->title = title_text(finder, line, title_line, rule->title);
	if (at->shape.form == SHAPE_BARE)
		take_room(finder, entry, line);
	entry->announces = at->shape.stamp.dated && at->section != SECTION_PROGRAMME;
	set_times(finder, entry, &at->shape.stamp);
	if (at->day != CIVIL_NONE) {
		warn_of_weekday(finder, line);
		begin_day(finder, line);
		entry->day = at->day;
	} else {
		entry->day = day_for(finder, line);
		pass_midnight(finder, entry);
	}
	if (rule->title == TITLE_BELOW)
		find_siblings(finder, line, title_line, rule->name);
}

static void find_day(struct finder *finder, size_t line, const struct rule *rule)
{
	finder->taken[line] = true;
	warn_of_weekday(finder, line);
	begin_day(finder, line);
	label_day(finder, line);
	if (rule->role == ROLE_DAY_OF_ITEMS)
		finder->group = (struct group){.open = true,
					       .day = line_at(finder, line)->day,
					       .from = -1,
					       .to = -1,
					       .rule = rule_item_under_date};
}

static void find_time(struct finder *finder, size_t line, const struct rule *rule)
{
	const struct outline_line *at = line_at(finder, line);

	(void)rule;
	finder->taken[line] = true;
	if (at->day != CIVIL_NONE) {
		warn_of_weekday(finder, line);
		begin_day(finder, line);
	}
	finder->group =
	    (struct group){.open = true,
			   .day = at->day != CIVIL_NONE ? at->day : day_for(finder, line),
			   .from = at->shape.stamp.from,
			   .to = at->shape.stamp.to,
			   .announces = at->shape.stamp.dated && at->section != SECTION_PROGRAMME,
			   .rule = rule_item_under_time};
}

static void find_heading(struct finder *finder, size_t line, const struct rule *rule)
{
	(void)rule;
	finder->taken[line] = true;
}

/* What the labels below a heading say of its session; their lines are then told. */
static void find_labelled(struct finder *finder, const struct labelled *labelled)
{
	struct entry *entry =
	    add_entry(finder, labelled->heading, labelled->heading, rule_labelled);

	entry->labels_end = labelled->end;
	finder->told[labelled->timed] = true;
	set_times(finder, entry, &line_at(finder, labelled->timed)->shape.stamp);
	if (!labelled->dated) {
		entry->day = day_for(finder, labelled->heading);
		return;
	}
	finder->told[labelled->dated] = true;
	entry->day = line_at(finder, labelled->dated)->day;
	warn_of_weekday(finder, labelled->dated);
}

/* Groups */

/* A group ends where its list does. */
static void follow_group(struct finder *finder, size_t line)
{
	const struct line *text = &finder->outline->lines.items[line];
	struct group *group = &finder->group;

	if (!group->open || finder->taken[line])
		return;
	if (!group->begun && text->place == LINE_ITEM) {
		group->begun = true;
		group->rank = text->rank;
	} else if (text->place == LINE_HEADING || (group->begun && text->rank < group->rank)) {
		group->open = false;
	}
}

static bool find_group_item(struct finder *finder, size_t line)
{
	const struct line *text = &finder->outline->lines.items[line];
	const struct group *group = &finder->group;
	struct entry *entry;

	if (!group->open || !group->begun || text->place != LINE_ITEM ||
	    text->rank != group->rank || line_at(finder, line)->shape.stamp.bounded)
		return false;
	entry = add_entry(finder, line, line, group->rule);
	entry->day = group->day;
	entry->from = group->from;
	entry->to = group->to;
	entry->announces = group->announces;
	return true;
}

/* Parts of a day */

/* Whether a time stands under it, before the next part or day: then it is a heading of that. */
static bool stands_over_time(const struct finder *finder, size_t line)
{
	enum { FAR = 30 };
	const struct outline *outline = finder->outline;

	for (size_t i = line + 1; i < outline->lines.count && i - line < FAR; i++) {
		const struct shape *shape = &outline->items[i].shape;

		if (shape->form)
			return shape->stamp.timed && !shape->stamp.dated;
		if (shape->words & (NAMES_PART | SAYS_DAYPART) ||
		    outline->lines.items[i].place == LINE_HEADING)
			return false;
	}
	return false;
}

/* "Matin : plénière" in the text under a day is a session without a time. */
static bool find_part_of_day(struct finder *finder, size_t line)
{
	const struct outline_line *at = line_at(finder, line);
	const struct almanac *almanac = &finder->outline->almanac;
	civil_day day;

	if (at->shape.form || !(at->shape.words & NAMES_PART) || at->section > SECTION_PROGRAMME ||
	    finder->outline->lines.items[line].place == LINE_HEADING)
		return false;
	day = open_day(finder, line);
	if (day == CIVIL_NONE && at->section == SECTION_PROGRAMME)
		day = almanac_only_day(almanac);
	if (day == CIVIL_NONE || !almanac_holds(almanac, day) || stands_over_time(finder, line))
		return false;
	add_entry(finder, line, line, rule_part_of_day)->day = day;
	return true;
}

/* Tables */

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
	    add_entry(finder, line, line, cell->in_grid ? rule_table_cell : rule_table_row);

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
	set_times(finder, entry, &cell->stamp);
	pass_midnight(finder, entry);
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
	report_warning(finder->report, place_of(finder, line),
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
static void find_row(struct finder *finder, size_t line)
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
			day = day_for(finder, line);
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

/* The walk */

typedef void find_function(struct finder *finder, size_t line, const struct rule *rule);

static find_function *const actions[] = {
    [ROLE_HEADING] = find_heading, [ROLE_DAY] = find_day,	  [ROLE_DAY_OF_ITEMS] = find_day,
    [ROLE_TIME] = find_time,	   [ROLE_SESSION] = find_session,
};

static void note_refusal(struct finder *finder, size_t line)
{
	const char *reason = rules_refusal(finder->outline, line);

	if (!reason && line_at(finder, line)->shape.form && !line_at(finder, line)->merged)
		reason = N_("nothing beside it makes it an item of a programme");
	if (reason)
		report_note(finder->report, place_of(finder, line),
			    _("a date or a time was left alone: %s"), _(reason));
	else if (line_at(finder, line)->shape.lengths)
		report_note(finder->report, place_of(finder, line),
			    _("a length of time was not taken for a time of day"));
}

static void find_in_line(struct finder *finder, size_t line)
{
	const struct rule *rule;

	if (finder->outline->lines.items[line].place == LINE_ROW) {
		if (rules_refusal(finder->outline, line))
			note_refusal(finder, line);
		else if (line_at(finder, line)->section <= SECTION_PROGRAMME)
			find_row(finder, line);
		return;
	}
	if (finder->taken[line] || finder->told[line])
		return;
	follow_room(finder, line);
	follow_group(finder, line);
	rule = rules_apply(finder->outline, line);
	if (rule)
		actions[rule->role](finder, line, rule);
	else if (!find_group_item(finder, line) && !find_part_of_day(finder, line))
		note_refusal(finder, line);
}

static void walk(struct finder *finder)
{
	struct place page = {finder->context->file, 0, 0};
	struct labelled_sections found = labels_find(finder->outline);
	size_t next = 0;

	for (size_t i = 0; i < finder->outline->lines.count && !finder->full; i++) {
		if (next < found.count && found.items[next].heading == i)
			find_labelled(finder, &found.items[next++]);
		else
			find_in_line(finder, i);
	}
	array_free(&found);
	if (finder->outline->cut)
		report_caution(finder->report, page,
			       _("the page is too long: its programme is looked for in the first "
				 "%d lines and the first megabyte of text; part the page"),
			       OUTLINE_MOST_LINES);
	if (finder->full)
		report_warning(finder->report, page,
			       _("the programme has more than %d sessions; the first ones are "
				 "shown"),
			       PROGRAMME_MOST_SESSIONS);
}

/* What belongs to an entry */

static void mark_blocks(struct finder *finder)
{
	const struct block *blocks = finder->outline->document->blocks;

	for (size_t i = 0; i < finder->outline->lines.count; i++) {
		uint32_t block = finder->outline->lines.items[i].block;

		if (!finder->taken[i])
			continue;
		for (; block != DOCUMENT_NO_PARENT && !finder->marks[block];
		     block = blocks[block].parent)
			finder->marks[block] = true;
	}
}

static void find_own_lines(struct finder *finder, struct entry *entry)
{
	const struct lines *lines = &finder->outline->lines;
	uint32_t last = entry->line > entry->title_line ? entry->line : entry->title_line;
	uint32_t end = last + 1;

	while (end < lines->count && lines->items[end].place != LINE_ROW &&
	       lines->items[end].block == lines->items[last].block && !finder->taken[end])
		end++;
	entry->lines_end = end;
}

/* The level of the heading that is an entry's own, 7 for none. */
static int heading_level(const struct finder *finder, const struct entry *entry)
{
	const struct line *lines = finder->outline->lines.items;

	if (lines[entry->line].place == LINE_HEADING)
		return lines[entry->line].rank;
	return lines[entry->title_line].place == LINE_HEADING ? lines[entry->title_line].rank
							      : RANK_STRONG;
}

/*
 * The blocks behind an entry, up to the next line with a role or the next heading. Behind a plain
 * paragraph at the end of a run of entries, only such kinds of blocks belong to it as belonged to
 * those before: "Pour s'inscrire…" below the last one is none of it.
 */
static void find_content(struct finder *finder, struct entry *entry)
{
	const struct document *document = finder->outline->document;
	const struct line *lines = finder->outline->lines.items;
	uint32_t leaf = lines[entry->lines_end - 1].block, at = document->blocks[leaf].end;
	uint32_t parent = document->blocks[leaf].parent, end, allowed;
	int level = heading_level(finder, entry);
	unsigned kinds = 0;

	entry->content = entry->content_end = at;
	if (lines[entry->line].place == LINE_ROW ||
	    (entry->lines_end < finder->outline->lines.count &&
	     lines[entry->lines_end].block == leaf))
		return;
	end = parent == DOCUMENT_NO_PARENT ? (uint32_t)document->block_count
					   : document->blocks[parent].end;
	for (allowed = at; at < end && !finder->marks[at]; at = document->blocks[at].end) {
		const struct block *block = &document->blocks[at];

		if (block->kind == BLOCK_RULE ||
		    (block->kind == BLOCK_HEADING && block->level <= level))
			break;
		kinds |= 1U << block->kind;
		if (allowed == at && finder->kinds & (1U << block->kind))
			allowed = block->end;
	}
	if (level < RANK_STRONG || lines[entry->line].item != DOCUMENT_NO_PARENT) {
		entry->content_end = at;
	} else if (at < end && finder->marks[at]) {
		finder->kinds |= kinds;
		entry->content_end = at;
	} else {
		entry->content_end = allowed;
	}
}

static void find_contents(struct finder *finder)
{
	mark_blocks(finder);
	finder->kinds = 1U << BLOCK_LIST;
	array_each (struct entry, entry, &finder->entries) {
		find_own_lines(finder, entry);
		find_content(finder, entry);
	}
}

/* Entries that only say when the event itself is */

static bool is_event_itself(const struct finder *finder, const struct entry *entry,
			    const struct entry *first)
{
	return entry->day == almanac_only_day(&finder->outline->almanac) &&
	       entry->day == first->day && entry->from == first->from && entry->to == first->to;
}

/* A time alone on the page, in the text: "9h30 – 12h30 : aux archives". */
static void announce_lone_entry(struct finder *finder)
{
	struct entry *entry = finder->entries.items;

	if (finder->entries.count == 1 &&
	    line_at(finder, entry->line)->section != SECTION_PROGRAMME &&
	    (finder->outline->lines.items[entry->line].place == LINE_PARAGRAPH ||
	     finder->outline->lines.items[entry->line].place == LINE_STRONG))
		entry->announces = true;
}

/*
 * On the page of an event of one day, a line with that date and a time, outside of any programme,
 * says when the event is; several of them at different times are its programme.
 */
static bool announces_event(struct finder *finder)
{
	const struct entry *first = NULL;
	size_t items = 0, count = 0;

	announce_lone_entry(finder);
	array_each (const struct entry, entry, &finder->entries) {
		if (!entry->announces)
			continue;
		if (!first)
			first = entry;
		if (!is_event_itself(finder, entry, first))
			return false;
		items += finder->outline->lines.items[entry->line].place == LINE_ITEM;
		count++;
	}
	return count == 1 || (count > 1 && !items);
}

static void drop_announcements(struct finder *finder)
{
	size_t kept = 0;

	if (!announces_event(finder))
		return;
	for (size_t i = 0; i < finder->entries.count; i++) {
		const struct entry *entry = &finder->entries.items[i];

		if (!entry->announces) {
			finder->entries.items[kept++] = *entry;
			continue;
		}
		report_note(finder->report, place_of(finder, entry->line),
			    _("a date or a time was left alone: %s"),
			    _("it says when the event itself is"));
	}
	finder->entries.count = kept;
}

/* Sessions */

static void report_entry(struct finder *finder, const struct entry *entry)
{
	const struct almanac *almanac = &finder->outline->almanac;
	struct place place = place_of(finder, entry->line);

	report_note(finder->report, place, _("session found by the rule “%s”"), _(entry->rule));
	if (entry->day == CIVIL_NONE || almanac->first == CIVIL_NONE ||
	    (almanac->last == CIVIL_NONE && entry->day >= almanac->first) ||
	    almanac_holds(almanac, entry->day))
		return;
	report_warning(finder->report, place,
		       _("the session is on %04d-%02d-%02d, outside the event's days; correct its "
			 "date or the event's"),
		       civil_date_of(entry->day).year, civil_date_of(entry->day).month,
		       civil_date_of(entry->day).day);
}

static size_t add_sessions(struct finder *finder)
{
	size_t count = 0;

	array_each (const struct entry, entry, &finder->entries) {
		if (!entry_add(entry, finder->outline, finder->builder, finder->context->offset)) {
			report_note(finder->report, place_of(finder, entry->line),
				    _("a date or a time was left alone: %s"),
				    _("nothing beside it is a title"));
			continue;
		}
		report_entry(finder, entry);
		count++;
	}
	return count;
}

size_t programme_find(struct outline *outline, struct builder *builder,
		      const struct programme_context *context, struct report *report)
{
	struct finder finder = {.outline = outline,
				.context = context,
				.report = report,
				.builder = builder,
				.last_day = CIVIL_NONE,
				.table_block = DOCUMENT_NO_PARENT,
				.left_block = DOCUMENT_NO_PARENT};
	size_t count;

	finder.marks = memory_alloc(outline->document->block_count, sizeof *finder.marks);
	finder.taken = memory_alloc(outline->lines.count, sizeof *finder.taken);
	finder.told = memory_alloc(outline->lines.count, sizeof *finder.told);
	walk(&finder);
	drop_announcements(&finder);
	find_contents(&finder);
	count = add_sessions(&finder);
	free(finder.marks);
	free(finder.taken);
	free(finder.told);
	array_free(&finder.entries);
	array_free(&finder.days);
	stamp_free(&finder.scratch);
	return count;
}
