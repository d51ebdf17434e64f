#include "config.h"

#include "programme/finder.h"

#include "base/i18n.h"

struct place finder_place(const struct finder *finder, size_t line)
{
	return (struct place){finder->context->file, finder->outline->lines.items[line].number, 0};
}

const struct outline_line *finder_line(const struct finder *finder, size_t line)
{
	return &finder->outline->items[line];
}

/* Days */

civil_day finder_open_day(struct finder *finder, size_t line)
{
	while (finder->days.count && finder->days.items[finder->days.count - 1].end <= line)
		finder->days.count--;
	return finder->days.count ? finder->days.items[finder->days.count - 1].day : CIVIL_NONE;
}

void finder_begin_day(struct finder *finder, size_t line)
{
	const struct outline_line *at = finder_line(finder, line);
	struct open_day day = {at->day, at->scope_end};

	finder_open_day(finder, line);
	array_push(&finder->days, day);
	finder->last_day = at->day;
}

civil_day finder_day(struct finder *finder, size_t line)
{
	civil_day day = finder_open_day(finder, line);

	if (day == CIVIL_NONE)
		day = almanac_only_day(&finder->outline->almanac);
	if (day == CIVIL_NONE)
		day = finder->last_day;
	if (day != CIVIL_NONE)
		return day;
	day = finder->outline->almanac.first;
	if (day != CIVIL_NONE)
		report_warning(finder->report, finder_place(finder, line),
			       _("this item has a time but no date, and the event has several "
				 "days: it is taken to be on the first; write its date above it"));
	else
		report_warning(finder->report, finder_place(finder, line),
			       _("this item has a time but no date, and neither has the event; "
				 "write the date above it"));
	return day;
}

/* Entries */

struct entry *finder_add_entry(struct finder *finder, size_t line, size_t title_line,
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

void finder_set_times(struct finder *finder, struct entry *entry, const struct stamp *stamp)
{
	if (!stamp->timed)
		return;
	entry->from = stamp->from;
	entry->to = stamp->to;
	if (stamp->to >= 0 && stamp->to < stamp->from)
		report_warning(finder->report, finder_place(finder, entry->line),
			       _("the end is before the start; the session is shown without an "
				 "end"));
}

void finder_pass_midnight(struct finder *finder, struct entry *entry)
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
