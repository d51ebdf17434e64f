/*
 * libical parses; what its values mean for an agenda is decided here.
 *
 * Every time becomes civil time at the venue. The venue's zone is what the calendar says
 * (X-WR-TIMEZONE), else the zone that most of its events are written in. A time in another zone, or
 * in UTC, is told in the venue's; a floating time is one already; without any zone, UTC stays UTC.
 *
 * An event that recurs is written out: DTSTART with RRULE and RDATE, less EXDATE; an event with a
 * RECURRENCE-ID takes the place of the occurrence it names.
 */
#include "config.h"

#include "read/calendar_file.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "base/ical.h"
#include "base/lookup.h"
#include "base/zoneinfo.h"
#include "read/unfold.h"
#include "read/zone_alias.h"

#include <string.h>
#include <strings.h>

enum {
	MOST_OCCURRENCES = 1000, /* of one event */
	MOST_SESSIONS = 200000,
	DAY_CHANGE = 6 * 60 /* no day is named: one begins at six */
};

/* A moment of the calendar. */
struct moment {
	civil_moment civil; /* CIVIL_NONE for none */
	int offset;
	bool is_date;
};

struct calendar {
	const char *file;
	struct builder *builder;
	struct report *report;
	struct zoneinfo venue, other; /* `other` is the zone last asked for beside it */
	struct lookup replaced;	      /* "UID moment" of the occurrences that are replaced */
	ARRAY(char *) replaced_keys;
	bool too_many;
};

static struct place place_of(const struct calendar *c)
{
	return (struct place){c->file, 0, 0};
}

/* Moments */

static civil_moment civil_of(struct icaltimetype time)
{
	struct civil_date date = {time.year, time.month, time.day};

	if (icaltime_is_null_time(time) || !civil_valid(date))
		return CIVIL_NONE;
	return civil_moment_of(civil_day_of(date), time.is_date ? 0 : time.hour * 60 + time.minute);
}

/* The zone a property is written in, "" for UTC, NULL for a floating time. */
static const char *zone_of_property(icalproperty *property, struct icaltimetype time)
{
	icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);

	if (icaltime_is_utc(time))
		return "";
	return parameter ? zone_alias(icalparameter_get_tzid(parameter)) : NULL;
}

static struct zoneinfo *find_zone(struct calendar *c, const char *name)
{
	if (!strcmp(name, c->venue.name))
		return &c->venue;
	if (strcmp(name, c->other.name) != 0 && !zoneinfo_find(&c->other, name))
		report_warning(c->report, place_of(c),
			       _("the time zone \"%s\" is not known; its times are taken as the "
				 "venue's"),
			       name);
	return &c->other;
}

static struct moment in_venue(struct calendar *c, civil_moment written, int offset)
{
	struct moment moment = {written, offset, false};
	int venue = zoneinfo_offset_at(&c->venue, written - offset);

	if (venue == CIVIL_NONE)
		return moment;
	moment.civil = written - offset + venue;
	moment.offset = venue;
	return moment;
}

static struct moment moment_of(struct calendar *c, struct icaltimetype time, const char *zone)
{
	struct moment moment = {civil_of(time), CIVIL_NONE, time.is_date};
	int offset;

	if (moment.civil == CIVIL_NONE || time.is_date)
		return moment;
	if (zone && !*zone)
		return in_venue(c, moment.civil, 0);
	offset = zone ? zoneinfo_offset_of(find_zone(c, zone), moment.civil) : CIVIL_NONE;
	if (offset != CIVIL_NONE)
		return in_venue(c, moment.civil, offset);
	moment.offset = zoneinfo_offset_of(&c->venue, moment.civil);
	return moment;
}

static struct moment moment_of_property(struct calendar *c, icalproperty *property)
{
	struct icaltimetype time;

	if (!property)
		return (struct moment){CIVIL_NONE, CIVIL_NONE, false};
	time = icalvalue_get_datetime(icalproperty_get_value(property));
	return moment_of(c, time, zone_of_property(property, time));
}

/* The venue's zone */

static const char *calendar_text(icalcomponent *calendar, const char *name)
{
	icalproperty *p = icalcomponent_get_first_property(calendar, ICAL_X_PROPERTY);

	for (; p; p = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY))
		if (!strcasecmp(icalproperty_get_x_name(p), name))
			return icalproperty_get_value_as_string(p);
	return NULL;
}

/* The zone that most events start in; NULL where none names one. */
static const char *common_zone(icalcomponent *calendar)
{
	struct lookup seen = {0};
	ARRAY(uint32_t) counts = {0};
	const char *best = NULL;
	uint32_t most = 0;
	icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);

	for (; e; e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
		icalproperty *start = icalcomponent_get_first_property(e, ICAL_DTSTART_PROPERTY);
		const char *zone =
		    start ? zone_of_property(start, icalproperty_get_dtstart(start)) : NULL;
		uint32_t number;

		if (!zone || !*zone)
			continue;
		number = lookup_find(&seen, zone);
		if (number == LOOKUP_MISSING) {
			number = (uint32_t)counts.count;
			lookup_add(&seen, zone, number);
			array_push(&counts, 0);
		}
		if (++counts.items[number] > most) {
			most = counts.items[number];
			best = zone;
		}
	}
	lookup_free(&seen);
	array_free(&counts);
	return best;
}

static void find_venue(struct calendar *c, icalcomponent *calendar)
{
	const char *zone = zone_alias(calendar_text(calendar, "X-WR-TIMEZONE"));

	if (!zone || !zoneinfo_find(&c->venue, zone))
		zoneinfo_find(&c->venue, common_zone(calendar));
	if (*c->venue.name)
		builder_event(c->builder)->zone = builder_text(c->builder, c->venue.name);
}

/* Occurrences */

static char *occurrence_key(const char *uid, struct icaltimetype time)
{
	struct buffer key = {0};

	buffer_printf(&key, "%s %s", uid ? uid : "", icaltime_as_ical_string(time));
	return buffer_steal(&key);
}

static void note_replacements(struct calendar *c, icalcomponent *calendar)
{
	icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);

	for (; e; e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
		icalproperty *p = icalcomponent_get_first_property(e, ICAL_RECURRENCEID_PROPERTY);
		char *key;

		if (!p)
			continue;
		key = occurrence_key(icalcomponent_get_uid(e), icalproperty_get_recurrenceid(p));
		array_push(&c->replaced_keys, key);
		if (lookup_find(&c->replaced, key) == LOOKUP_MISSING)
			lookup_add(&c->replaced, key, 1);
	}
}

static bool is_replaced(struct calendar *c, icalcomponent *event, struct icaltimetype time)
{
	char *key = occurrence_key(icalcomponent_get_uid(event), time);
	bool replaced = lookup_find(&c->replaced, key) != LOOKUP_MISSING;

	free(key);
	return replaced;
}

static bool is_excluded(icalcomponent *event, struct icaltimetype time)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);

	for (; p; p = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY)) {
		struct icaltimetype excluded = icalproperty_get_exdate(p);

		if (excluded.is_date ? !icaltime_compare_date_only(excluded, time)
				     : !icaltime_compare(excluded, time))
			return true;
	}
	return false;
}

typedef ARRAY(struct icaltimetype) time_array;

static void add_time(time_array *times, struct icaltimetype time)
{
	for (size_t i = 0; i < times->count; i++)
		if (!icaltime_compare(times->items[i], time))
			return;
	array_push(times, time);
}

static void add_rule(struct calendar *c, time_array *times, icalproperty *rule,
		     struct icaltimetype start)
{
	icalrecur_iterator *iterator = icalrecur_iterator_new(icalproperty_get_rrule(rule), start);
	struct icaltimetype time;

	while (iterator && times->count < MOST_OCCURRENCES) {
		time = icalrecur_iterator_next(iterator);
		if (icaltime_is_null_time(time))
			break;
		add_time(times, time);
	}
	if (times->count >= MOST_OCCURRENCES)
		report_warning(c->report, place_of(c),
			       _("an event recurs more than %d times; the first ones are shown"),
			       MOST_OCCURRENCES);
	if (iterator)
		icalrecur_iterator_free(iterator);
}

/* Every start of an event, its own first. */
static void list_starts(struct calendar *c, icalcomponent *event, struct icaltimetype start,
			time_array *times)
{
	icalproperty *p;

	add_time(times, start);
	p = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
	for (; p; p = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY))
		add_rule(c, times, p, start);
	p = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
	for (; p; p = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
		struct icaldatetimeperiodtype moment = icalproperty_get_rdate(p);

		add_time(times,
			 icaltime_is_null_time(moment.time) ? moment.period.start : moment.time);
	}
}

/* Sessions */

static void add_values(struct calendar *c, icalcomponent *event, icalproperty_kind kind,
		       void (*add)(struct builder *, const char *))
{
	icalproperty *p = icalcomponent_get_first_property(event, kind);

	for (; p; p = icalcomponent_get_next_property(event, kind))
		add(c->builder, icalvalue_get_text(icalproperty_get_value(p)));
}

static void add_room(struct builder *b, const char *name)
{
	builder_session_room(b, builder_room(b, name));
}

static void add_theme(struct builder *b, const char *name)
{
	builder_session_theme(b, builder_theme(b, name, NULL, NULL, 0));
}

/* People are in the CN of ATTENDEE; what is no individual is no speaker. */
static void add_people(struct calendar *c, icalcomponent *event)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);

	for (; p; p = icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY)) {
		icalparameter *name = icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER);
		icalparameter *type = icalproperty_get_first_parameter(p, ICAL_CUTYPE_PARAMETER);

		if (!name || (type && icalparameter_get_cutype(type) != ICAL_CUTYPE_INDIVIDUAL))
			continue;
		builder_session_speaker(c->builder,
					builder_speaker(c->builder, icalparameter_get_cn(name)));
	}
}

static void add_description(struct calendar *c, struct session *session, icalcomponent *event)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_DESCRIPTION_PROPERTY);
	const char *text = p ? icalproperty_get_description(p) : NULL;

	if (!text)
		return;
	session->description.text = builder_lines(c->builder, text, strlen(text));
	session->description.kind = MARKUP_PLAIN;
}

static const char *session_id(struct calendar *c, icalcomponent *event, struct icaltimetype start,
			      bool recurs)
{
	const char *uid = icalcomponent_get_uid(event);
	struct buffer id = {0};
	const char *kept;

	if (!uid || !*uid)
		return NULL;
	buffer_puts(&id, uid);
	if (recurs)
		buffer_printf(&id, "@%s", icaltime_as_ical_string(start));
	kept = builder_text(c->builder, buffer_text(&id));
	buffer_free(&id);
	return kept;
}

/* Minutes from an event's start to its end; -1 where it names none, or one before its start. */
static int length_of(struct calendar *c, icalcomponent *event, struct moment start)
{
	icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
	icalproperty *length = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY);
	int64_t minutes = -1;

	if (end) {
		struct moment moment = moment_of_property(c, end);

		if (moment.civil != CIVIL_NONE && start.civil != CIVIL_NONE)
			minutes = moment.civil - start.civil;
	} else if (length) {
		minutes = icaldurationtype_as_int(icalproperty_get_duration(length)) / 60;
	}
	return minutes > 0 && minutes < INT32_MAX ? (int)minutes : -1;
}

static void place_in_time(struct session *session, struct moment start, int length)
{
	if (start.civil == CIVIL_NONE)
		return;
	if (start.is_date) {
		session->day = civil_day_of_moment(start.civil);
		return;
	}
	session->day = civil_day_of_moment(start.civil - DAY_CHANGE);
	session->start = start.civil;
	session->offset = start.offset;
	if (length >= 0)
		session->end = start.civil + length;
}

static void add_session(struct calendar *c, icalcomponent *event, struct icaltimetype time,
			struct moment start, int length, bool recurs)
{
	struct builder *b = c->builder;
	const char *title = builder_text(b, icalcomponent_get_summary(event));
	icalproperty *url = icalcomponent_get_first_property(event, ICAL_URL_PROPERTY);
	struct session *session = builder_session(b);

	session->id = session_id(c, event, time, recurs);
	session->title = title ? title : builder_text(b, _("Untitled"));
	session->url = url ? builder_url(b, icalproperty_get_url(url)) : NULL;
	session->cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
	place_in_time(session, start, length);
	add_description(c, session, event);
	add_values(c, event, ICAL_LOCATION_PROPERTY, add_room);
	add_values(c, event, ICAL_CATEGORIES_PROPERTY, add_theme);
	add_people(c, event);
}

static void add_event(struct calendar *c, icalcomponent *event)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
	struct icaltimetype start = p ? icalproperty_get_dtstart(p) : icaltime_null_time();
	const char *zone = p ? zone_of_property(p, start) : NULL;
	struct moment first = moment_of_property(c, p);
	int length = length_of(c, event, first);
	time_array times = {0};
	bool recurs;

	if (first.civil == CIVIL_NONE)
		report_warning(
		    c->report, place_of(c), _("\"%s\" has no start; it is shown without one"),
		    icalcomponent_get_summary(event) ? icalcomponent_get_summary(event) : "");
	list_starts(c, event, start, &times);
	recurs =
	    times.count > 1 || icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
	for (size_t i = 0; i < times.count; i++) {
		bool own = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);

		if (is_excluded(event, times.items[i]) ||
		    (!own && is_replaced(c, event, times.items[i])))
			continue;
		if (builder_session_count(c->builder) >= MOST_SESSIONS) {
			c->too_many = true;
			break;
		}
		add_session(c, event, times.items[i], moment_of(c, times.items[i], zone), length,
			    recurs);
	}
	array_free(&times);
}

/* The whole */

bool calendar_file_fits(const struct source *source)
{
	return unfold_is_calendar(source->text);
}

static void describe_event(struct calendar *c, icalcomponent *calendar)
{
	struct event *event = builder_event(c->builder);
	const char *description;

	event->title = builder_text(c->builder, calendar_text(calendar, "X-WR-CALNAME"));
	event->acronym = event->title;
	description = builder_text(c->builder, calendar_text(calendar, "X-WR-CALDESC"));
	if (description && description != event->title)
		event->introduction = (struct markup){description, MARKUP_PLAIN, 0};
	if (!event->title)
		event->title = builder_text(c->builder, _("Calendar"));
}

static void read_calendar(struct calendar *c, icalcomponent *calendar)
{
	icalcomponent *e;

	describe_event(c, calendar);
	find_venue(c, calendar);
	note_replacements(c, calendar);
	e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	for (; e && !c->too_many;
	     e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
		add_event(c, e);
	if (c->too_many)
		report_warning(c->report, place_of(c), _("only the first %d sessions are shown"),
			       MOST_SESSIONS);
}

bool calendar_file_read(const struct source *source, struct builder *builder, struct report *report)
{
	struct calendar c = {.file = source->name, .builder = builder, .report = report};
	icalcomponent *root, *calendar;

	icalerror_set_errors_are_fatal(0);
	root = icalparser_parse_string(source->text);
	calendar = root && icalcomponent_isa(root) == ICAL_XROOT_COMPONENT
		       ? icalcomponent_get_first_component(root, ICAL_VCALENDAR_COMPONENT)
		       : root;
	if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
		if (root)
			icalcomponent_free(root);
		return report_error(report, place_of(&c),
				    _("this is no whole calendar: END:VCALENDAR may be missing"));
	}
	read_calendar(&c, calendar);
	array_each (char *, key, &c.replaced_keys)
		free(*key);
	array_free(&c.replaced_keys);
	lookup_free(&c.replaced);
	icalcomponent_free(root);
	return true;
}
