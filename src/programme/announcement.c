#include "config.h"

#include "programme/announcement.h"

#include "base/i18n.h"

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
	    finder_line(finder, entry->line)->section != SECTION_PROGRAMME &&
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

void announcement_drop(struct finder *finder)
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
		report_note(finder->report, finder_place(finder, entry->line),
			    _("a date or a time was left alone: %s"),
			    _("it says when the event itself is"));
	}
	finder->entries.count = kept;
}
