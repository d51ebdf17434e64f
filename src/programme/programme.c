/*
 * The page is gone through line by line. A line that a rule makes a day, a time, a heading or a
 * session changes what holds for the lines behind it: the day, the time of a list, the room. What
 * is found is kept as entries first, because only at the end is it known whether an entry is on the
 * programme or says when the event itself is, and where what belongs to it ends.
 */
#include "config.h"

#include "programme/programme.h"

#include "programme/announcement.h"
#include "programme/content.h"
#include "programme/facts.h"
#include "programme/finder.h"
#include "programme/item.h"
#include "programme/labels.h"
#include "programme/rows.h"
#include "programme/rules.h"
#include "programme/words.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

/* Days */

static void warn_of_weekday(struct finder *finder, size_t line)
{
	const struct outline_line *at = finder_line(finder, line);
	struct civil_date date;

	if (!at->disagree || at->day == CIVIL_NONE)
		return;
	date = civil_date_of(at->day);
	report_warning(finder->report, finder_place(finder, line),
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
	const struct outline_line *at = finder_line(finder, line);
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
	const struct outline_line *at = finder_line(finder, line);
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
	const struct shape *shape = &finder_line(finder, line)->shape;
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
	const struct shape *shape = &finder_line(finder, line)->shape;
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
		entry = finder_add_entry(finder, i, i, rule);
		entry->day = first.day;
		entry->from = first.from;
		entry->to = first.to;
		entry->room = first.room;
		entry->announces = first.announces;
	}
}

static void find_session(struct finder *finder, size_t line, const struct rule *rule)
{
	const struct outline_line *at = finder_line(finder, line);
	size_t title_line = facts_title_line(finder->outline, line, rule->title);
	struct entry *entry = finder_add_entry(finder, line, title_line, rule->name);

	entry->title = title_text(finder, line, title_line, rule->title);
	if (at->shape.form == SHAPE_BARE)
		take_room(finder, entry, line);
	entry->announces = at->shape.stamp.dated && at->section != SECTION_PROGRAMME;
	finder_set_times(finder, entry, &at->shape.stamp);
	if (at->day != CIVIL_NONE) {
		warn_of_weekday(finder, line);
		finder_begin_day(finder, line);
		entry->day = at->day;
	} else {
		entry->day = finder_day(finder, line);
		finder_pass_midnight(finder, entry);
	}
	if (rule->title == TITLE_BELOW)
		find_siblings(finder, line, title_line, rule->name);
}

static void find_day(struct finder *finder, size_t line, const struct rule *rule)
{
	finder->taken[line] = true;
	warn_of_weekday(finder, line);
	finder_begin_day(finder, line);
	label_day(finder, line);
	if (rule->role == ROLE_DAY_OF_ITEMS)
		finder->group = (struct group){.open = true,
					       .day = finder_line(finder, line)->day,
					       .from = -1,
					       .to = -1,
					       .rule = rule_item_under_date};
}

static void find_time(struct finder *finder, size_t line, const struct rule *rule)
{
	const struct outline_line *at = finder_line(finder, line);

	(void)rule;
	finder->taken[line] = true;
	if (at->day != CIVIL_NONE) {
		warn_of_weekday(finder, line);
		finder_begin_day(finder, line);
	}
	finder->group =
	    (struct group){.open = true,
			   .day = at->day != CIVIL_NONE ? at->day : finder_day(finder, line),
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
	    finder_add_entry(finder, labelled->heading, labelled->heading, rule_labelled);

	entry->labels_end = labelled->end;
	finder->told[labelled->timed] = true;
	finder_set_times(finder, entry, &finder_line(finder, labelled->timed)->shape.stamp);
	if (!labelled->dated) {
		entry->day = finder_day(finder, labelled->heading);
		return;
	}
	finder->told[labelled->dated] = true;
	entry->day = finder_line(finder, labelled->dated)->day;
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
	    text->rank != group->rank || finder_line(finder, line)->shape.stamp.bounded)
		return false;
	entry = finder_add_entry(finder, line, line, group->rule);
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
	const struct outline_line *at = finder_line(finder, line);
	const struct almanac *almanac = &finder->outline->almanac;
	civil_day day;

	if (at->shape.form || !(at->shape.words & NAMES_PART) || at->section > SECTION_PROGRAMME ||
	    finder->outline->lines.items[line].place == LINE_HEADING)
		return false;
	day = finder_open_day(finder, line);
	if (day == CIVIL_NONE && at->section == SECTION_PROGRAMME)
		day = almanac_only_day(almanac);
	if (day == CIVIL_NONE || !almanac_holds(almanac, day) || stands_over_time(finder, line))
		return false;
	finder_add_entry(finder, line, line, rule_part_of_day)->day = day;
	return true;
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

	if (!reason && finder_line(finder, line)->shape.form && !finder_line(finder, line)->merged)
		reason = N_("nothing beside it makes it an item of a programme");
	if (reason)
		report_note(finder->report, finder_place(finder, line),
			    _("a date or a time was left alone: %s"), _(reason));
	else if (finder_line(finder, line)->shape.lengths)
		report_note(finder->report, finder_place(finder, line),
			    _("a length of time was not taken for a time of day"));
}

static void find_in_line(struct finder *finder, size_t line)
{
	const struct rule *rule;

	if (finder->outline->lines.items[line].place == LINE_ROW) {
		if (rules_refusal(finder->outline, line))
			note_refusal(finder, line);
		else if (finder_line(finder, line)->section <= SECTION_PROGRAMME)
			rows_find(finder, line);
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

/* Sessions */

static void report_entry(struct finder *finder, const struct entry *entry)
{
	const struct almanac *almanac = &finder->outline->almanac;
	struct place place = finder_place(finder, entry->line);

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
			report_note(finder->report, finder_place(finder, entry->line),
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
	announcement_drop(&finder);
	content_find(&finder);
	count = add_sessions(&finder);
	free(finder.marks);
	free(finder.taken);
	free(finder.told);
	array_free(&finder.entries);
	array_free(&finder.days);
	stamp_free(&finder.scratch);
	return count;
}
