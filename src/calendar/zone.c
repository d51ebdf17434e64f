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

static void remove_all(icalcomponent *component, icalproperty_kind kind)
{
	icalproperty *property;

	while ((property = icalcomponent_get_first_property(component, kind))) {
		icalcomponent_remove_property(component, property);
		icalproperty_free(property);
	}
}

icalcomponent *zone_component(icaltimezone *zone, const char *name, int first_year, int last_year)
{
	icalcomponent *component = icalcomponent_new_clone(icaltimezone_get_component(zone));
	struct icaltimetype first = icaltime_null_time(), last = first;
	icalproperty *property;

	first.year = first_year;
	last.year = last_year + 1;
	first.month = last.month = first.day = last.day = 1;
	icaltimezone_truncate_vtimezone(component, first, last, 0);
	remove_all(component, ICAL_TZUNTIL_PROPERTY); /* it wants UTC, libical writes local time */
	property = icalcomponent_get_first_property(component, ICAL_TZID_PROPERTY);
	if (property)
		icalproperty_set_tzid(property, name);
	return component;
}
