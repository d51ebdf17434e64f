#include "config.h"

#include "read/calendar_time.h"

#include "base/i18n.h"
#include "base/lookup.h"
#include "calendar/extension.h"
#include "read/zone_alias.h"

#include <string.h>

/* Zones */

/* Keeps the database's names of zones that the calendar calls otherwise. */
static void learn_zones(struct calendar_time *t, icalcomponent *calendar)
{
	icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT);

	for (; c; c = icalcomponent_get_next_component(calendar, ICAL_VTIMEZONE_COMPONENT)) {
		icalproperty *id = icalcomponent_get_first_property(c, ICAL_TZID_PROPERTY);
		const char *name = extension_find(c, "X-LIC-LOCATION");

		if (id && name && t->zones.count < 1000)
			array_push(&t->zones,
				   ((struct calendar_zone){icalproperty_get_tzid(id), name}));
	}
}

/* The database's name of a zone, if it has one; else the name as it is. */
static const char *name_of_zone(const struct calendar_time *t, const char *tzid)
{
	const char *name = zone_alias(tzid);
	struct zoneinfo found;

	if (!t->zones.count || zoneinfo_find(&found, name))
		return name;
	array_each (const struct calendar_zone, zone, &t->zones)
		if (!strcmp(zone->tzid, tzid))
			return zone->name;
	return name;
}

/* The zone a property is written in, "" for UTC, NULL for a floating time. */
static const char *zone_of(const struct calendar_time *t, icalproperty *property,
			   struct icaltimetype time)
{
	icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);

	if (icaltime_is_utc(time))
		return "";
	return parameter ? name_of_zone(t, icalparameter_get_tzid(parameter)) : NULL;
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

	learn_zones(t, calendar);
	if (*t->venue.name)
		return;
	zone = extension_find(calendar, "X-WR-TIMEZONE");
	zone = zone ? name_of_zone(t, zone) : NULL;
	if (zone && is_place(zone) && zoneinfo_find(&t->venue, zone))
		return;
	if (!zoneinfo_find(&t->venue, common_zone(t, calendar)))
		zoneinfo_find(&t->venue, zone);
}

void calendar_time_free(struct calendar_time *t)
{
	array_free(&t->zones);
}

/* Moments */

static civil_moment civil_of(struct icaltimetype time)
{
	struct civil_date date = {time.year, time.month, time.day};

	if (icaltime_is_null_time(time) || !civil_valid(date))
		return CIVIL_NONE;
	return civil_moment_of(civil_day_of(date), time.is_date ? 0 : time.hour * 60 + time.minute);
}

static struct zoneinfo *find_zone(struct calendar_time *t, const char *name)
{
	if (!strcmp(name, t->venue.name))
		return &t->venue;
	if (!strcmp(name, t->other.name) || zoneinfo_find(&t->other, name))
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
	int venue = zoneinfo_offset_at(&t->venue, written - offset);

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
	offset = zone ? zoneinfo_offset_of(find_zone(t, zone), moment.civil) : CIVIL_NONE;
	if (offset != CIVIL_NONE)
		return in_venue(t, moment.civil, offset);
	moment.offset = zoneinfo_offset_of(&t->venue, moment.civil);
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
	return zoneinfo_offset_of(&t->venue, civil);
}

int calendar_time_offset_at(struct calendar_time *t, int64_t utc_minutes)
{
	return zoneinfo_offset_at(&t->venue, utc_minutes);
}

struct icaltimetype calendar_time_beside(struct calendar_time *t, icalproperty *property,
					 struct icaltimetype utc)
{
	const char *name = zone_of(t, property, icalproperty_get_dtstart(property));
	struct zoneinfo *zone = name && *name ? find_zone(t, name) : &t->venue;
	civil_moment moment = civil_of(utc);
	int offset;
	struct civil_date date;

	if (moment == CIVIL_NONE || (name && !*name))
		return utc;
	offset = zoneinfo_offset_at(zone, moment);
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
