#include "config.h"

#include "read/calendar_clock.h"

#include "calendar/zone.h"

#include <string.h>

bool calendar_clock_find(struct calendar_clock *clock, struct calendar_zones *zones,
			 const char *name)
{
	*clock = (struct calendar_clock){.described = NULL};
	if (zoneinfo_find(&clock->zone, name))
		return true;
	if (name)
		clock->described = calendar_zones_find(zones, name);
	if (clock->described)
		clock->name = name;
	return clock->described;
}

bool calendar_clock_is_known(const struct calendar_clock *clock)
{
	return *clock->zone.name || clock->described;
}

bool calendar_clock_is(const struct calendar_clock *clock, const char *name)
{
	return clock->described ? !strcmp(clock->name, name) : !strcmp(clock->zone.name, name);
}

int calendar_clock_offset_at(struct calendar_clock *clock, int64_t utc_minutes)
{
	return clock->described ? zone_offset_at(clock->described, utc_minutes)
				: zoneinfo_offset_at(&clock->zone, utc_minutes);
}

int calendar_clock_offset_of(struct calendar_clock *clock, civil_moment moment)
{
	return clock->described ? zone_offset(clock->described, moment)
				: zoneinfo_offset_of(&clock->zone, moment);
}
