#include "config.h"

#include "store/vcalendar.h"

#include "base/ical.h"
#include "base/memory.h"
#include "calendar/moment.h"
#include "calendar/vevent.h"
#include "present/prose.h"

#include <stdlib.h>
#include <string.h>

/* libical frees components that lie in each other by calling itself. */
enum { COMPONENTS_MOST = 1000 };

static const char PRODUCT[] = "-//" PACKAGE "//" PACKAGE "//EN";

struct vcalendar {
	icalcomponent *calendar;
	icalcomponent *event; /* in the calendar: the event itself, not an exception to it */
	char *id;
};

void vcalendar_free(struct vcalendar *item)
{
	if (!item)
		return;
	if (item->calendar)
		icalcomponent_free(item->calendar);
	free(item->id);
	free(item);
}

static struct vcalendar *make_item(void)
{
	icalerror_set_errors_are_fatal(false); /* libical would abort() */
	return memory_alloc(1, sizeof(struct vcalendar));
}

struct vcalendar *vcalendar_new(const char *id)
{
	struct vcalendar *item = make_item();

	item->calendar = icalcomponent_new_vcalendar();
	icalcomponent_add_property(item->calendar, icalproperty_new_version("2.0"));
	item->event = icalcomponent_new_vevent();
	icalcomponent_add_property(item->event, icalproperty_new_uid(id));
	icalcomponent_add_component(item->calendar, item->event);
	item->id = memory_strdup(id);
	return item;
}

/* Parsing */

static bool too_many_components(const char *text)
{
	int count = 0;

	for (text = strcasestr(text, "BEGIN:"); text; text = strcasestr(text + 1, "BEGIN:"))
		if (++count > COMPONENTS_MOST)
			return true;
	return false;
}

/* libical marks an empty property, which many programs write, as an error that quotes nothing. */
static int harmless_errors(icalcomponent *component)
{
	icalproperty *error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
	int count = 0;

	for (; error; error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
		icalparameter *type =
		    icalproperty_get_first_parameter(error, ICAL_XLICERRORTYPE_PARAMETER);
		const char *text = icalproperty_get_xlicerror(error);
		size_t length = text ? strlen(text) : 0;

		if (type &&
		    icalparameter_get_xlicerrortype(type) == ICAL_XLICERRORTYPE_VALUEPARSEERROR)
			count += length && text[length - 1] == ':';
	}
	return count;
}

/* Those of all that lies directly in a component. */
static int harmless_errors_within(icalcomponent *component)
{
	icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
	int count = 0;

	for (; part; part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
		count += harmless_errors(part);
	return count;
}

/* Whether libical could not read something in it. */
static bool is_damaged(icalcomponent *calendar)
{
	icalcomponent *part = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
	int harmless = harmless_errors(calendar) + harmless_errors_within(calendar);

	for (; part; part = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT))
		harmless += harmless_errors_within(part); /* alarms, the parts of a zone */
	return icalcomponent_count_errors(calendar) > harmless;
}

/* A session's id, which has nothing in it that would be removed from a text of a source. */
static bool is_id(const char *uid)
{
	char *clean = vevent_clean(uid, false);
	bool equal = clean && !strcmp(clean, uid);

	free(clean);
	return equal;
}

/* Finds the event. False where there is none, or more than one. */
static bool find_event(struct vcalendar *item)
{
	icalcomponent *event =
	    icalcomponent_get_first_component(item->calendar, ICAL_VEVENT_COMPONENT);

	for (; event;
	     event = icalcomponent_get_next_component(item->calendar, ICAL_VEVENT_COMPONENT)) {
		const char *id = vevent_id(event);

		if (icalcomponent_count_properties(event, ICAL_UID_PROPERTY) != 1 || !is_id(id) ||
		    (item->id && strcmp(item->id, id)))
			return false;
		if (!item->id)
			item->id = memory_strdup(id);
		if (icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY))
			continue;
		if (item->event)
			return false;
		item->event = event;
	}
	return item->event;
}

/* A lone carriage return within a UID would end its line when it is written. */
static bool is_one_line(const char *id)
{
	for (; *id; id++)
		if ((unsigned char)*id < ' ')
			return false;
	return true;
}

struct vcalendar *vcalendar_parse(const char *text, size_t length)
{
	struct vcalendar *item;
	char *copy;

	if (memchr(text, '\0', length))
		return NULL;
	copy = memory_strndup(text, length);
	text = copy;
	if (!strncmp(text, "\xEF\xBB\xBF", 3)) /* a byte order mark */
		text += 3;
	item = make_item();
	if (!too_many_components(text))
		item->calendar = icalparser_parse_string(text);
	free(copy);
	if (!item->calendar || icalcomponent_isa(item->calendar) != ICAL_VCALENDAR_COMPONENT ||
	    is_damaged(item->calendar) || !find_event(item) || !is_one_line(item->id)) {
		vcalendar_free(item);
		return NULL;
	}
	icalcomponent_strip_errors(item->calendar);
	return item;
}

/* Reading */

const char *vcalendar_id(const struct vcalendar *item)
{
	return item->id;
}

bool vcalendar_is_marked(const struct vcalendar *item)
{
	return vevent_is_marked(item->event);
}

void vcalendar_read(const struct vcalendar *item, const struct agenda *agenda,
		    struct bookmark *bookmark)
{
	icalproperty *comment =
	    icalcomponent_get_first_property(item->event, ICAL_COMMENT_PROPERTY);

	bookmark->id = memory_strdup(item->id);
	bookmark->note = comment ? vevent_clean(icalproperty_get_comment(comment), true) : NULL;
	vevent_read(item->event, agenda, bookmark);
}

/* Keeping */

static void set_note(icalcomponent *event, const char *note)
{
	icalproperty *comment = icalcomponent_get_first_property(event, ICAL_COMMENT_PROPERTY);
	char *clean = vevent_clean(note, true);

	if (comment && clean) {
		icalproperty_set_comment(comment, clean);
	} else if (comment) {
		icalcomponent_remove_property(event, comment);
		icalproperty_free(comment);
	} else if (clean) {
		icalcomponent_add_property(event, icalproperty_new_comment(clean));
	}
	free(clean);
}

static bool is_zone(icalcomponent *component, const char *name)
{
	icalproperty *property = icalcomponent_get_first_property(component, ICAL_TZID_PROPERTY);

	return property && !strcmp(icalproperty_get_tzid(property), name);
}

/* Puts the zone in front of the events, for readers that go through the file once. */
static void set_zone(struct vcalendar *item, icalcomponent *zone)
{
	icalproperty *property = icalcomponent_get_first_property(zone, ICAL_TZID_PROPERTY);
	icalcomponent *part, *next;

	part = icalcomponent_get_first_component(item->calendar, ICAL_VTIMEZONE_COMPONENT);
	for (; part; part = next) {
		next = icalcomponent_get_next_component(item->calendar, ICAL_VTIMEZONE_COMPONENT);
		if (!is_zone(part, icalproperty_get_tzid(property)))
			continue;
		icalcomponent_remove_component(item->calendar, part);
		icalcomponent_free(part);
	}
	icalcomponent_remove_component(item->calendar, item->event);
	icalcomponent_add_component(item->calendar, zone);
	icalcomponent_add_component(item->calendar, item->event);
}

static void set_product(icalcomponent *calendar)
{
	icalproperty *product = icalcomponent_get_first_property(calendar, ICAL_PRODID_PROPERTY);

	if (product)
		icalproperty_set_prodid(product, PRODUCT);
	else
		icalcomponent_add_property(calendar, icalproperty_new_prodid(PRODUCT));
}

static void set_stamp(icalcomponent *event, icalproperty_kind kind, struct icaltimetype time)
{
	icalproperty *stamp = icalcomponent_get_first_property(event, kind);

	if (!stamp) {
		stamp = icalproperty_new(kind);
		icalcomponent_add_property(event, stamp);
	}
	icalproperty_set_value(stamp, icalvalue_new_datetime(time));
}

static civil_moment moment_of_stamp(icalcomponent *event, icalproperty_kind kind)
{
	icalproperty *stamp = icalcomponent_get_first_property(event, kind);

	return stamp ? moment_of_ical(icalvalue_get_datetime(icalproperty_get_value(stamp)))
		     : CIVIL_NONE;
}

static void add_missing_stamps(icalcomponent *event, struct icaltimetype time)
{
	static const icalproperty_kind kinds[] = {ICAL_CREATED_PROPERTY, ICAL_DTSTAMP_PROPERTY,
						  ICAL_LASTMODIFIED_PROPERTY};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (moment_of_stamp(event, kinds[i]) == CIVIL_NONE)
			set_stamp(event, kinds[i], time);
}

/* What is written anew comes last, so that to do it twice gives the same text. */
static void fill(struct vcalendar *item, const struct agenda *agenda, size_t session)
{
	civil_moment created = moment_of_stamp(item->event, ICAL_CREATED_PROPERTY);
	icalcomponent *zone = vevent_zone(agenda, session);
	struct buffer description = {0};

	set_product(item->calendar);
	prose_session(&description, agenda, session);
	vevent_fill(item->event, agenda, session, buffer_text(&description),
		    civil_day_of_moment(created));
	buffer_free(&description);
	if (zone)
		set_zone(item, zone);
}

static struct icaltimetype stamp_of(time_t now)
{
	return icaltime_from_timet_with_zone(now, 0, icaltimezone_get_utc_timezone());
}

/* Says when it was changed, if it is another one than it was; `before` is freed. */
static void stamp_change(struct vcalendar *item, struct buffer *before, time_t now)
{
	struct buffer after = {0};

	vcalendar_write(item, &after);
	if (strcmp(buffer_text(before), buffer_text(&after))) {
		set_stamp(item->event, ICAL_DTSTAMP_PROPERTY, stamp_of(now));
		set_stamp(item->event, ICAL_LASTMODIFIED_PROPERTY, stamp_of(now));
	}
	buffer_free(before);
	buffer_free(&after);
}

void vcalendar_note(struct vcalendar *item, const char *note, time_t now)
{
	struct buffer before = {0};

	add_missing_stamps(item->event, stamp_of(now));
	vcalendar_write(item, &before);
	set_note(item->event, note);
	stamp_change(item, &before, now);
}

void vcalendar_set_lost(struct vcalendar *item, time_t now)
{
	struct buffer before = {0};

	add_missing_stamps(item->event, stamp_of(now));
	vcalendar_write(item, &before);
	vevent_set_lost(item->event);
	stamp_change(item, &before, now);
}

void vcalendar_keep(struct vcalendar *item, const struct agenda *agenda, size_t session, time_t now)
{
	struct buffer before = {0};

	add_missing_stamps(item->event, stamp_of(now));
	vcalendar_write(item, &before);
	fill(item, agenda, session);
	stamp_change(item, &before, now);
}

void vcalendar_write(const struct vcalendar *item, struct buffer *out)
{
	char *text = icalcomponent_as_ical_string_r(item->calendar);

	buffer_puts(out, text);
	icalmemory_free_buffer(text);
}
