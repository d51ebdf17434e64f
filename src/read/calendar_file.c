/*
 * libical parses; what its values mean for an agenda is decided here and in calendar_time.c and
 * occurrences.c. Each occurrence of an event is a session; an event with a RECURRENCE-ID takes the
 * place of the occurrence it names, and its identity. An event that this program wrote
 * (calendar/vevent.h) says what iCalendar has no word for, so its session comes back as it was.
 */
#include "config.h"

#include "read/calendar_file.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "base/ical.h"
#include "base/lookup.h"
#include "calendar/extension.h"
#include "calendar/vevent.h"
#include "model/days.h"
#include "model/length.h"
#include "read/calendar_event.h"
#include "read/calendar_length.h"
#include "read/calendar_time.h"
#include "read/occurrences.h"
#include "read/unfold.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	MOST_LINES = 2000000,  /* libical makes a thing of each, and holds them all */
	MOST_BYTES = 16000000, /* of a line, unfolded; its parameters are looked at one by one */
	MOST_ZONES = 2000,     /* it frees each by looking at all; of named ones there are 600 */
	DAY_CHANGE = 6 * 60    /* no day is named: one begins at six */
};

struct calendar {
	const struct source *source;
	struct builder *builder;
	struct report *report;
	struct calendar_time times;
	ARRAY(icalcomponent *) calendars;
	struct occurrences occurrences;
	struct calendar_event event;
	struct lookup replaced; /* occurrences that events of their own replace, see place_key() */
	ARRAY(char *) replaced_keys;
	struct lookup ids;  /* of the sessions so far; owned by the builder */
	const char *behind; /* where the next VEVENT is looked for */
	int line;	    /* of that */
	int offset;	    /* the first one that an event of ours was written with */
	bool too_many;
	const char *unread; /* why the file is not read, with %d for the bound; NULL where it is */
	int bound;
};

static struct place place_of(const struct calendar *c)
{
	return c->times.place;
}

/* Parsing the source is the first half of the work, reading what was parsed the second one. */
static bool step(struct calendar *c, size_t done)
{
	return report_step(c->report, done, 2 * c->source->length);
}

/* Moves to the line where the next event begins. */
static void find_line(struct calendar *c)
{
	static const char begin[] = "BEGIN:VEVENT";

	c->times.place.line = 0;
	while (*c->behind && !c->times.place.line) {
		if (!strncasecmp(c->behind, begin, sizeof begin - 1))
			c->times.place.line = c->line;
		c->behind += strcspn(c->behind, "\n");
		c->behind += *c->behind == '\n';
		c->line++;
	}
}

/* Occurrences that are replaced */

static char *place_key(icalcomponent *event, civil_moment start, bool is_date)
{
	const char *uid = icalcomponent_get_uid(event);
	struct buffer key = {0};

	buffer_printf(&key, "%lld %d %s", (long long)start, is_date, uid ? uid : "");
	return buffer_steal(&key);
}

static void note_replacements(struct calendar *c, icalcomponent *calendar)
{
	icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);

	for (; e; e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
		icalproperty *p = icalcomponent_get_first_property(e, ICAL_RECURRENCEID_PROPERTY);
		struct calendar_moment moment = calendar_time_at(&c->times, p);
		char *key;

		if (moment.civil == CIVIL_NONE)
			continue;
		key = place_key(e, moment.civil, moment.is_date);
		array_push(&c->replaced_keys, key);
		if (lookup_find(&c->replaced, key) == LOOKUP_MISSING)
			lookup_add(&c->replaced, key, 1);
	}
}

static bool is_noted(const struct calendar *c, icalcomponent *event, civil_moment start,
		     bool is_date)
{
	char *key = place_key(event, start, is_date);
	bool noted = lookup_find(&c->replaced, key) != LOOKUP_MISSING;

	free(key);
	return noted;
}

static bool is_replaced(const struct calendar *c, icalcomponent *event,
			struct calendar_moment start)
{
	civil_moment midnight = civil_moment_of(civil_day_of_moment(start.civil), 0);

	if (!c->replaced_keys.count || start.civil == CIVIL_NONE)
		return false;
	return is_noted(c, event, start.civil, start.is_date) || is_noted(c, event, midnight, true);
}

/* Sessions */

static void report_repeated(struct calendar *c, const char *id)
{
	if (lookup_find(&c->ids, id) == LOOKUP_MISSING)
		lookup_add(&c->ids, id, 1);
	else
		report_warning(c->report, place_of(c),
			       _("the id \"%s\" stands for several sessions"), id);
}

/* The UID; with what names the occurrence, as it was before it was moved, where there are several.
 */
static const char *session_id(struct calendar *c, icalcomponent *event, struct icaltimetype start)
{
	icalproperty *original =
	    icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
	const char *uid = vevent_id(event), *kept;
	struct buffer id = {0};

	if (!uid || !*uid)
		return NULL;
	if (original)
		start = icalproperty_get_recurrenceid(original);
	buffer_puts(&id, uid);
	if (original || c->occurrences.recurs)
		buffer_printf(&id, "@%s", icaltime_as_ical_string(start));
	kept = builder_text(c->builder, buffer_text(&id));
	buffer_free(&id);
	if (kept)
		report_repeated(c, kept);
	return kept;
}

static int64_t whole_days(struct calendar_length length)
{
	return length.known ? length.days + length.minutes / MINUTES_PER_DAY : 0;
}

static void report_days(struct calendar *c, struct calendar_moment start,
			struct calendar_length length)
{
	if (start.is_date && whole_days(length) > DAYS_MOST)
		report_warning(c->report, place_of(c),
			       _("the session is for %d whole days; it is shown on the first %d of "
				 "them"),
			       (int)whole_days(length), DAYS_MOST);
}

static void end_after(struct calendar *c, struct session *session, struct calendar_moment start,
		      struct calendar_length length)
{
	int64_t minutes = calendar_length_minutes(length, &c->times, start);
	int offset = CIVIL_NONE;

	if (start.offset != CIVIL_NONE)
		offset = calendar_time_offset_at(&c->times, start.civil - start.offset + minutes);
	length_give(session, minutes, offset);
}

static void place_in_time(struct calendar *c, struct session *session, struct calendar_moment start,
			  struct calendar_length length)
{
	if (start.civil == CIVIL_NONE)
		return;
	if (start.is_date) {
		session->day = civil_day_of_moment(start.civil);
		session->days = (int)whole_days(length);
		return;
	}
	session->day = civil_day_of_moment(start.civil - DAY_CHANGE);
	session->start = start.civil;
	session->offset = start.offset;
	if (length.known)
		end_after(c, session, start, length);
}

/* As this program wrote it; `offset` is the venue's where it did not write one. */
static void place_as_marked(struct calendar *c, struct session *session, icalcomponent *event,
			    int offset)
{
	struct vevent_times times = vevent_times(event, offset);

	session->day = times.day;
	session->start = times.start;
	session->end = times.end;
	session->days = times.days;
	session->offset = times.start == CIVIL_NONE ? CIVIL_NONE : times.offset;
	session->end_offset = times.end == CIVIL_NONE ? CIVIL_NONE : times.end_offset;
	if (c->offset == CIVIL_NONE)
		c->offset = vevent_offset(event);
}

static void add_session(struct calendar *c, icalcomponent *event, struct occurrence occurrence,
			struct calendar_length length)
{
	struct session *session = builder_session(c->builder);

	session->line = place_of(c).line;
	session->id = session_id(c, event, occurrence.written);
	if (vevent_is_marked(event) && !c->occurrences.recurs)
		place_as_marked(c, session, event, occurrence.start.offset);
	else
		place_in_time(c, session, occurrence.start,
			      occurrence.is_period ? occurrence.length : length);
	calendar_event_give(&c->event, c->builder, session);
}

/* What libical could not read; properties without a value are no fault. */
static void report_errors(struct calendar *c, icalcomponent *event)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_XLICERROR_PROPERTY);

	for (; p; p = icalcomponent_get_next_property(event, ICAL_XLICERROR_PROPERTY)) {
		const char *error = icalproperty_get_xlicerror(p);

		if (error && strncmp(error, "No value", 8) != 0)
			report_warning(c->report, place_of(c),
				       _("a part of the session is no valid iCalendar and is left "
					 "out: %s"),
				       error);
	}
}

static void report_lacks(struct calendar *c, icalcomponent *event)
{
	icalproperty *original =
	    icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
	const char *title = icalcomponent_get_summary(event), *uid = icalcomponent_get_uid(event);

	if (!title || !*title)
		report_warning(c->report, place_of(c), _("the session has no title"));
	if (c->occurrences.items.count && c->occurrences.items.items[0].start.civil == CIVIL_NONE)
		report_warning(c->report, place_of(c),
			       _("the session has no start; it is shown without a time"));
	if (!uid || !*uid)
		report_warning(
		    c->report, place_of(c),
		    _("the session has no UID; a bookmark is lost where its title or day "
		      "changes"));
	if (original && icalproperty_get_first_parameter(original, ICAL_RANGE_PARAMETER))
		report_warning(c->report, place_of(c),
			       _("this change is for all later times too; only the first one is "
				 "shown so"));
}

static void add_event(struct calendar *c, icalcomponent *event)
{
	bool own = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
	struct calendar_length length;

	find_line(c);
	report_errors(c, event);
	occurrences_list(&c->occurrences, event);
	report_lacks(c, event);
	length = calendar_length_of_event(&c->times, event);
	report_days(c,
		    calendar_time_at(
			&c->times, icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY)),
		    length);
	calendar_event_read(&c->event, c->builder, event);
	if (c->event.too_many)
		report_warning(c->report, place_of(c),
			       _("only the first %d rooms, themes, people or links of the session "
				 "are shown"),
			       CALENDAR_EVENT_MOST);
	array_each (const struct occurrence, occurrence, &c->occurrences.items) {
		c->too_many = builder_session_count(c->builder) >= BUILDER_MOST_SESSIONS;
		if (c->too_many)
			break;
		if (own || !is_replaced(c, event, occurrence->start))
			add_session(c, event, *occurrence, length);
	}
}

/* The whole */

bool calendar_file_fits(const struct source *source)
{
	return unfold_is_calendar(source->text);
}

/* The calendar's NAME or DESCRIPTION of RFC 7986. */
static const char *calendar_value(icalcomponent *calendar, icalproperty_kind kind)
{
	icalproperty *p = icalcomponent_get_first_property(calendar, kind);

	return p ? icalvalue_get_text(icalproperty_get_value(p)) : NULL;
}

/* The first calendar that says something of itself speaks for the file. */
static void describe_event(struct calendar *c, icalcomponent *calendar)
{
	struct event *event = builder_event(c->builder);
	const char *title = extension_find(calendar, "X-WR-CALNAME");
	const char *about = extension_find(calendar, "X-WR-CALDESC");

	title =
	    builder_text(c->builder, title ? title : calendar_value(calendar, ICAL_NAME_PROPERTY));
	about = builder_text(c->builder,
			     about ? about : calendar_value(calendar, ICAL_DESCRIPTION_PROPERTY));
	if (!event->title)
		event->title = event->acronym = title;
	if (!event->introduction.text && about != event->title)
		event->introduction = (struct markup){about, MARKUP_PLAIN, 0};
}

/* What this program wrote of the event beside its title. */
static void describe_place(struct calendar *c, icalcomponent *calendar)
{
	struct event *event = builder_event(c->builder);

	builder_id(c->builder, extension_find(calendar, VEVENT_EVENT));
	if (!event->place)
		event->place = builder_text(c->builder, extension_find(calendar, VEVENT_PLACE));
	if (!event->address)
		event->address = builder_text(c->builder, extension_find(calendar, VEVENT_ADDRESS));
	if (!event->url)
		event->url = builder_url(c->builder, extension_find(calendar, VEVENT_URL));
}

static void learn_calendar(struct calendar *c, icalcomponent *calendar)
{
	describe_event(c, calendar);
	describe_place(c, calendar);
	calendar_time_learn(&c->times, calendar);
}

static void add_events(struct calendar *c, icalcomponent *calendar)
{
	icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);

	for (; e && !c->too_many &&
	       step(c, c->source->length + (size_t)(c->behind - c->source->text));
	     e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
		add_event(c, e);
}

/* The first one that a session has. */
static int offset_of_sessions(const struct calendar *c)
{
	size_t count = builder_session_count(c->builder);
	int offset = CIVIL_NONE;

	for (size_t i = 0; i < count && offset == CIVIL_NONE; i++)
		offset = builder_session_at(c->builder, i)->offset;
	return offset;
}

/* Without a zone that has a name, times may still be told by an offset, or in UTC. */
static void settle_offset(struct calendar *c)
{
	struct event *event = builder_event(c->builder);
	size_t count = builder_session_count(c->builder);
	bool in_utc = false;

	if (!event->zone && c->offset == CIVIL_NONE && c->times.venue.described)
		c->offset = offset_of_sessions(c);
	if (!event->zone && c->offset != CIVIL_NONE) {
		event->offset = c->offset;
		return;
	}
	for (size_t i = 0; i < count && !in_utc; i++)
		in_utc = builder_session_at(c->builder, i)->offset == 0;
	if (event->zone || !in_utc)
		return;
	event->offset = 0;
	report_caution(c->report, place_of(c),
		       _("times are in UTC, and no time zone is named; they are shown as they are "
			 "written"));
}

/* Whether this program wrote it: of a page that announces no sessions, too. */
static bool is_ours(const struct calendar *c)
{
	return extension_find(c->calendars.items[0], VEVENT_EVENT);
}

static void read_calendars(struct calendar *c)
{
	struct event *event = builder_event(c->builder);

	array_each (icalcomponent *, calendar, &c->calendars)
		learn_calendar(c, *calendar);
	if (*c->times.venue.zone.name)
		event->zone = builder_text(c->builder, c->times.venue.zone.name);
	array_each (icalcomponent *, calendar, &c->calendars)
		note_replacements(c, *calendar);
	array_each (icalcomponent *, calendar, &c->calendars)
		add_events(c, *calendar);
	c->times.place.line = 0;
	settle_offset(c);
	if (!builder_session_count(c->builder) && !is_ours(c))
		report_warning(c->report, place_of(c), _("no session was found in it"));
	if (c->too_many)
		report_caution(c->report, place_of(c), _("only the first %d sessions are shown"),
			       BUILDER_MOST_SESSIONS);
}

static void free_parts(struct calendar *c)
{
	array_each (icalcomponent *, calendar, &c->calendars)
		icalcomponent_free(*calendar);
	array_free(&c->calendars);
	calendar_event_free(&c->event);
	array_each (char *, key, &c->replaced_keys)
		free(*key);
	array_free(&c->replaced_keys);
	lookup_free(&c->replaced);
	lookup_free(&c->ids);
	occurrences_free(&c->occurrences);
	calendar_time_free(&c->times);
}

static void keep_calendar(struct calendar *c, icalcomponent *component)
{
	if (component && icalcomponent_isa(component) == ICAL_VCALENDAR_COMPONENT)
		array_push(&c->calendars, component);
	else if (component)
		icalcomponent_free(component);
}

/* Whether a line is one too many, or too long. */
static bool is_over(struct calendar *c, size_t lines, const char *line, size_t length, int *zones)
{
	static const char zone[] = "BEGIN:VTIMEZONE";

	*zones += !strncasecmp(line, zone, sizeof zone - 1);
	if (lines == MOST_LINES) {
		c->unread = N_("a calendar of more than %d lines is not read; export fewer events");
		c->bound = MOST_LINES;
	} else if (length > MOST_BYTES) {
		c->unread = N_("a calendar with a line of more than %d bytes is not read");
		c->bound = MOST_BYTES;
	} else if (*zones > MOST_ZONES) {
		c->unread = N_("a calendar of more than %d time zones is not read");
		c->bound = MOST_ZONES;
	}
	return c->unread;
}

/*
 * Hands the parser a line at a time: lines are unfolded already, and its own way of getting them
 * takes a time that grows with the square of their length. Returns whether the last calendar ends.
 */
static bool parse(struct calendar *c, const char *text)
{
	icalparser *parser = icalparser_new();
	struct buffer line = {0};
	bool whole = true;
	int zones = 0;

	for (size_t lines = 0; *text && step(c, (size_t)(text - c->source->text)); lines++) {
		size_t length = strcspn(text, "\n");
		icalcomponent *component;

		if (is_over(c, lines, text, length, &zones))
			break;
		buffer_clear(&line);
		buffer_append(&line, text, length);
		text += length + (text[length] == '\n');
		if (!length)
			continue;
		if (unfold_is_calendar(line.data))
			whole = false;
		component = icalparser_add_line(parser, line.data);
		whole = whole || component;
		keep_calendar(c, component);
	}
	buffer_free(&line);
	icalparser_free(parser);
	return whole;
}

bool calendar_file_read(const struct source *source, struct builder *builder, struct report *report)
{
	struct calendar c = {.builder = builder,
			     .report = report,
			     .times = {.report = report, .place = {source->name, 0, 0}},
			     .source = source,
			     .behind = source->text,
			     .line = 1,
			     .offset = CIVIL_NONE};
	bool whole, found;

	icalerror_set_errors_are_fatal(0);
	whole = parse(&c, source->text);
	found = c.calendars.count > 0 && !c.unread;
	c.occurrences.times = &c.times;
	if (c.unread)
		report_error(report, place_of(&c), _(c.unread), c.bound);
	else if (!found)
		report_error(report, place_of(&c),
			     _("this is no whole calendar: END:VCALENDAR may be missing"));
	else if (!whole)
		report_caution(report, place_of(&c),
			       _("the last calendar is cut off: END:VCALENDAR may be missing"));
	if (found)
		read_calendars(&c);
	free_parts(&c);
	return found;
}
