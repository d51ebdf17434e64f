#include "config.h"

#include "write/ics.h"

#include "base/ical.h"
#include "calendar/moment.h"
#include "calendar/uid.h"
#include "calendar/vevent.h"
#include "present/prose.h"
#include "write/marks.h"
#include "write/selection.h"

static const char product[] = "-//" PACKAGE "//" PACKAGE "//EN";

static void add_x(icalcomponent *component, const char *name, const char *value)
{
	icalproperty *property;

	if (!value)
		return;
	property = icalproperty_new_x(value);
	icalproperty_set_x_name(property, name);
	icalcomponent_add_property(component, property);
}

/* Events */

/* A session for which the agenda offers no day at all stands on the day of the stamp. */
static civil_day stamp_day(const struct agenda *agenda)
{
	return agenda->event.published == CIVIL_NONE ? 0 : agenda->event.published;
}

static void add_identity(icalcomponent *event, const struct agenda *agenda, size_t index)
{
	icalproperty *stamp = icalproperty_new(ICAL_DTSTAMP_PROPERTY);
	struct buffer uid = {0};
	struct icaltimetype time;

	uid_append(&uid, agenda->sessions[index].id, agenda->id);
	icalcomponent_add_property(event, icalproperty_new_uid(buffer_text(&uid)));
	moment_to_ical(civil_moment_of(stamp_day(agenda), 0), &time);
	time.zone = icaltimezone_get_utc_timezone();
	icalproperty_set_value(stamp, icalvalue_new_datetime(time));
	icalcomponent_add_property(event, stamp);
	buffer_free(&uid);
}

static void add_note(icalcomponent *event, const struct writer_job *job,
		     const struct session *session)
{
	const struct bookmark *bookmark = marks_bookmark(job, session->id);
	const char *note = bookmark && bookmark->note ? bookmark->note : session->comment;

	if (note)
		icalcomponent_add_property(event, icalproperty_new_comment(note));
}

static void add_alarm(icalcomponent *event, const struct session *session, const int *minutes)
{
	icalcomponent *alarm;

	if (!minutes || session->start == CIVIL_NONE || session->cancelled)
		return;
	alarm = icalcomponent_new_valarm();
	icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
	icalcomponent_add_property(
	    alarm, icalproperty_new_trigger(icaltriggertype_from_int(-60 * *minutes)));
	icalcomponent_add_property(alarm,
				   icalproperty_new_description(icalcomponent_get_summary(event)));
	icalcomponent_add_component(event, alarm);
}

static icalcomponent *make_event(const struct writer_job *job, size_t index)
{
	const struct session *session = &job->agenda->sessions[index];
	icalcomponent *event = icalcomponent_new_vevent();
	struct buffer description = {0};

	prose_session(&description, job->agenda, index);
	add_identity(event, job->agenda, index);
	vevent_fill(event, job->agenda, index, buffer_text(&description), stamp_day(job->agenda));
	add_note(event, job, session);
	add_alarm(event, session, job->alarm);
	buffer_free(&description);
	return event;
}

/* The calendar */

/* All sessions whose times are in a zone are in the same one. */
static icalcomponent *make_zone(const struct writer_job *job, const struct query_rows *rows)
{
	icalcomponent *zone = NULL;

	for (size_t i = 0; i < rows->count && !zone; i++)
		zone = vevent_zone(job->agenda, rows->items[i]);
	return zone;
}

static icalcomponent *make_calendar(const struct agenda *agenda)
{
	icalcomponent *calendar = icalcomponent_new_vcalendar();
	const struct event *event = &agenda->event;

	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid(product));
	add_x(calendar, "X-WR-CALNAME", event->title ? event->title : agenda->id);
	add_x(calendar, "X-WR-TIMEZONE", event->zone);
	add_x(calendar, VEVENT_EVENT, agenda->id);
	add_x(calendar, VEVENT_PLACE, event->place);
	add_x(calendar, VEVENT_ADDRESS, event->address);
	add_x(calendar, VEVENT_URL, event->url);
	return calendar;
}

void ics_write(struct buffer *out, const struct writer_job *job)
{
	icalcomponent *calendar, *zone;
	struct query_rows rows = {0};
	char *text;

	icalerror_set_errors_are_fatal(0); /* libical would abort() */
	selection_whole(job, &rows);
	selection_once(job, &rows);
	calendar = make_calendar(job->agenda);
	zone = make_zone(job, &rows);
	if (zone)
		icalcomponent_add_component(calendar, zone);
	for (size_t i = 0; i < rows.count; i++)
		icalcomponent_add_component(calendar, make_event(job, rows.items[i]));
	text = icalcomponent_as_ical_string_r(calendar);
	buffer_puts(out, text);
	icalmemory_free_buffer(text);
	icalcomponent_free(calendar);
	query_rows_free(&rows);
	late_clean_ical();
}
