#include "config.h"

#include "read/calendar_time.h"

#include "base/i18n.h"
#include "base/lookup.h"
#include "calendar/extension.h"

#include <string.h>

/* Zones */

/* The zone a property is written in, "" for UTC, NULL for a floating time. */
static const char *zone_of(const struct calendar_time *t, icalproperty *property,
			   struct icaltimetype time)
{
	icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);

	if (icaltime_is_utc(time))
		return "";
	return parameter ? calendar_zones_name(&t->zones, icalparameter_get_tzid(parameter)) : NULL;
}

/* The zone that most events start in; NULL where none names one. */
static const char *common_zone(const struct calendar_time *t, icalcomponent *calendar)
{
	struct lookup seen = {0};
	ARRAY(uint32_t) counts = {0};
	const char *best = NULL;
	uint32_t most = 0;
	icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);

	for (; e; e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
		icalproperty *start = icalcomponent_get_first_property(e, ICAL_DTSTART_PROPERTY);
		const char *zone = start ? zone_of(t, start, icalproperty_get_dtstart(start)) : "";
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

/* "UTC" and the like, which say where a server stands rather than where people meet. */
static bool is_place(const char *zone)
{
	return strchr(zone, '/') && strncmp(zone, "Etc/", 4) != 0;
}

void calendar_time_learn(struct calendar_time *t, icalcomponent *calendar)
{
	const char *zone;

	calendar_zones_learn(&t->zones, calendar);
	if (calendar_clock_is_known(&t->venue))
		return;
	zone = extension_find(calendar, "X-WR-TIMEZONE");
	zone = calendar_zones_name(&t->zones, zone);
	if (zone && is_place(zone) && calendar_clock_find(&t->venue, &t->zones, zone))
		return;
	if (!calendar_clock_find(&t->venue, &t->zones, common_zone(t, calendar)))
		calendar_clock_find(&t->venue, &t->zones, zone);
}

void calendar_time_free(struct calendar_time *t)
{
	calendar_zones_free(&t->zones);
}

/* Moments */

static civil_moment civil_of(struct icaltimetype time)
{
	struct civil_date date = {time.year, time.month, time.day};

	if (icaltime_is_null_time(time) || !civil_valid(date))
		return CIVIL_NONE;
	return civil_moment_of(civil_day_of(date), time.is_date ? 0 : time.hour * 60 + time.minute);
}

static struct calendar_clock *find_clock(struct calendar_time *t, const char *name)
{
	if (calendar_clock_is(&t->venue, name))
		return &t->venue;
	if (calendar_clock_is(&t->other, name) || calendar_clock_find(&t->other, &t->zones, name))
		return &t->other;
	if (!t->unknown || strcmp(t->unknown, name) != 0)
		report_warning(t->report, t->place,
			       _("the time zone \"%s\" is not known; its times are taken as the "
				 "venue's"),
			       name);
	t->unknown = name;
	return &t->other;
}

static struct calendar_moment in_venue(struct calendar_time *t, civil_moment written, int offset)
{
	struct calendar_moment moment = {written, offset, false};
	int venue = calendar_clock_offset_at(&t->venue, written - offset);

	if (venue == CIVIL_NONE)
		return moment;
	moment.civil = written - offset + venue;
	moment.offset = venue;
	return moment;
}

struct calendar_moment calendar_time_of(struct calendar_time *t, icalproperty *property,
					struct icaltimetype time)
{
	struct calendar_moment moment = {civil_of(time), CIVIL_NONE, time.is_date};
	const char *zone;
	int offset;

	if (moment.civil == CIVIL_NONE || time.is_date)
		return moment;
	zone = zone_of(t, property, time);
	if (zone && !*zone)
		return in_venue(t, moment.civil, 0);
	offset = zone ? calendar_clock_offset_of(find_clock(t, zone), moment.civil) : CIVIL_NONE;
	if (offset != CIVIL_NONE)
		return in_venue(t, moment.civil, offset);
	moment.offset = calendar_clock_offset_of(&t->venue, moment.civil);
	return moment;
}

struct calendar_moment calendar_time_at(struct calendar_time *t, icalproperty *property)
{
	if (!property)
		return (struct calendar_moment){CIVIL_NONE, CIVIL_NONE, false};
	return calendar_time_of(t, property,
				icalvalue_get_datetime(icalproperty_get_value(property)));
}

int calendar_time_offset_of(struct calendar_time *t, civil_moment civil)
{
	return calendar_clock_offset_of(&t->venue, civil);
}

int calendar_time_offset_at(struct calendar_time *t, int64_t utc_minutes)
{
	return calendar_clock_offset_at(&t->venue, utc_minutes);
}

struct icaltimetype calendar_time_beside(struct calendar_time *t, icalproperty *property,
					 struct icaltimetype utc)
{
	const char *name = zone_of(t, property, icalproperty_get_dtstart(property));
	struct calendar_clock *clock = name && *name ? find_clock(t, name) : &t->venue;
	civil_moment moment = civil_of(utc);
	int offset;
	struct civil_date date;

	if (moment == CIVIL_NONE || (name && !*name))
		return utc;
	offset = calendar_clock_offset_at(clock, moment);
	utc.zone = NULL;
	if (offset == CIVIL_NONE)
		return utc;
	date = civil_date_of(civil_day_of_moment(moment + offset));
	utc.year = date.year;
	utc.month = date.month;
	utc.day = date.day;
	utc.hour = civil_minute_of_day(moment + offset) / 60;
	utc.minute = civil_minute_of_day(moment + offset) % 60;
	return utc;
}
