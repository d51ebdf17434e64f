#include "config.h"

#include "calendar/zone.h"

#include "calendar/moment.h"

#include <string.h>

enum { NAME_LONGEST = 200 };

/* It becomes part of a file's path. */
static bool harmless(const char *name)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				      "0123456789_+-/";

	return *name && *name != '/' && !name[strspn(name, allowed)];
}

icaltimezone *zone_find(const char *name)
{
	icaltimezone *zone = NULL;
	bool prefixed = name && *name == '/';

	if (!name || strlen(name) > NAME_LONGEST)
		return NULL;
	while (name && !zone) {
		name += *name == '/';
		if (harmless(name))
			zone = icaltimezone_get_builtin_timezone(name);
		name = prefixed ? strchr(name, '/') : NULL;
	}
	return zone;
}

int zone_offset(icaltimezone *zone, civil_moment wall)
{
	struct icaltimetype time;
	int is_daylight;

	if (!moment_to_ical(wall, &time))
		return 0;
	return icaltimezone_get_utc_offset(zone, &time, &is_daylight) / 60;
}

int zone_offset_at(icaltimezone *zone, int64_t utc_minutes)
{
	struct icaltimetype time;
	int is_daylight;

	if (!moment_to_ical(utc_minutes, &time))
		return 0;
	return icaltimezone_get_utc_offset_of_utc_time(zone, &time, &is_daylight) / 60;
}

static void remove_all(icalcomponent *component, icalproperty_kind kind)
{
	icalproperty *property;

	while ((property = icalcomponent_get_first_property(component, kind))) {
		icalcomponent_remove_property(component, property);
		icalproperty_free(property);
	}
}

/* RFC 5545 wants changes of the clock as the clock shows them, libical writes them in UTC. */
static void tell_by_the_clock(icalcomponent *change)
{
	icalproperty *from = icalcomponent_get_first_property(change, ICAL_TZOFFSETFROM_PROPERTY);
	icalproperty *p = icalcomponent_get_first_property(change, ICAL_RDATE_PROPERTY);

	for (; from && p; p = icalcomponent_get_next_property(change, ICAL_RDATE_PROPERTY)) {
		struct icaldatetimeperiodtype date = icalproperty_get_rdate(p);

		if (!icaltime_is_utc(date.time))
			continue;
		date.time.zone = NULL;
		icaltime_adjust(&date.time, 0, 0, 0, icalproperty_get_tzoffsetfrom(from));
		icalproperty_set_rdate(p, date);
	}
}

icalcomponent *zone_component(icaltimezone *zone, const char *name, int first_year, int last_year)
{
	icalcomponent *component = icalcomponent_new_clone(icaltimezone_get_component(zone));
	struct icaltimetype first = icaltime_null_time(), last = first;
	icalproperty *property;
	icalcomponent *change;

	first.year = first_year;
	last.year = last_year + 1;
	first.month = last.month = first.day = last.day = 1;
	icaltimezone_truncate_vtimezone(component, first, last, 0);
	remove_all(component, ICAL_TZUNTIL_PROPERTY); /* it wants UTC, libical writes local time */
	change = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
	for (; change; change = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
		tell_by_the_clock(change);
	property = icalcomponent_get_first_property(component, ICAL_TZID_PROPERTY);
	if (property)
		icalproperty_set_tzid(property, name);
	return component;
}
