#include "config.h"

#include "wishes.h"

#include "base/i18n.h"

static void append_name(struct buffer *names, const char *name)
{
	buffer_printf(names, "%s%s", names->length ? ", " : "", name);
}

/* `empty` is what is said where the agenda has no such names at all. */
static bool refuse(struct report *report, const char *message, const char *empty,
		   const char *wanted, struct buffer *names)
{
	struct place nowhere = {0};

	report_add(report, SEVERITY_ERROR, nowhere, names->length ? message : empty, wanted,
		   buffer_text(names));
	buffer_free(names);
	return false;
}

static bool refuse_theme(struct report *report, const struct agenda *agenda, const char *wanted)
{
	struct buffer names = {0};

	for (size_t i = 0; i < agenda->theme_count; i++)
		append_name(&names, agenda->themes[i].name);
	return refuse(report, _("no theme is named \"%s\"; the agenda has: %s"),
		      _("no theme is named \"%s\": this agenda has no themes"), wanted, &names);
}

static bool refuse_format(struct report *report, const struct agenda *agenda, const char *wanted)
{
	struct buffer names = {0};

	for (size_t i = 0; i < agenda->format_count; i++)
		append_name(&names, agenda->formats[i].name);
	return refuse(report, _("no format is named \"%s\"; the agenda has: %s"),
		      _("no format is named \"%s\": this agenda has no formats"), wanted, &names);
}

static bool refuse_room(struct report *report, const struct agenda *agenda, const char *wanted)
{
	struct buffer names = {0};

	for (size_t i = 0; i < agenda->room_count; i++)
		append_name(&names, agenda->rooms[i]);
	return refuse(report, _("no room is named \"%s\"; the agenda has: %s"),
		      _("no room is named \"%s\": this agenda has no rooms"), wanted, &names);
}

static bool refuse_day(struct report *report, const struct agenda *agenda, const char *wanted)
{
	struct buffer names = {0};

	for (size_t i = 0; i < agenda->day_count; i++) {
		struct civil_date date;

		if (agenda->days[i].date == CIVIL_NONE)
			continue;
		date = civil_date_of(agenda->days[i].date);
		buffer_printf(&names, "%s%04d-%02d-%02d", names.length ? ", " : "", date.year,
			      date.month, date.day);
	}
	return refuse(report, _("\"%s\" is no day; the agenda has: %s"),
		      _("\"%s\" is no day: this agenda has none"), wanted, &names);
}

bool wishes_query(struct query *query, const struct options *options, const struct agenda *agenda,
		  const struct bookmarks *bookmarks, civil_moment now, struct report *report)
{
	struct buffer words = {0};

	if (options->day && query_want_day(query, agenda, options->day, now) == QUERY_DAY_UNKNOWN)
		return refuse_day(report, agenda, options->day);
	array_each (const char *, theme, &options->themes)
		if (!query_want_theme(query, agenda, *theme))
			return refuse_theme(report, agenda, *theme);
	array_each (const char *, format, &options->formats)
		if (!query_want_format(query, agenda, *format))
			return refuse_format(report, agenda, *format);
	array_each (const char *, room, &options->rooms)
		if (!query_want_room(query, agenda, *room))
			return refuse_room(report, agenda, *room);
	array_each (const char *, more, &options->searches)
		buffer_printf(&words, "%s ", *more);
	query_want_words(query, buffer_text(&words));
	buffer_free(&words);
	query->noted = bookmarks;
	if (options->bookmarked)
		query->bookmarks = bookmarks;
	return true;
}

static void say_each(struct buffer *out, const option_words *words)
{
	for (size_t i = 0; i < words->count; i++)
		buffer_printf(out, "%s%s", out->length ? " · " : "", words->items[i]);
}

void wishes_say(const struct options *options, struct buffer *out)
{
	say_each(out, &options->themes);
	say_each(out, &options->formats);
	say_each(out, &options->rooms);
	say_each(out, &options->searches);
}

bool wishes_restrict(const struct options *options)
{
	return options->day || options->themes.count || options->formats.count ||
	       options->rooms.count || options->searches.count || options->bookmarked ||
	       options->now;
}
