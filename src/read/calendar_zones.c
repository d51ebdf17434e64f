/*
 * libical writes out every change of a described zone's clocks, from the first one to its last
 * year, when it is first asked. Real zones have a handful of rules, which change the clocks on a
 * day of a month, some since 1601; what a file may have beyond that would keep it busy for hours.
 * So only rules of that shape are followed: each of them finds something in some years, and little
 * in any.
 */
#include "config.h"

#include "read/calendar_zones.h"

#include "base/zoneinfo.h"
#include "calendar/extension.h"
#include "read/zone_alias.h"

#include <stdlib.h>
#include <string.h>

enum {
	MOST_ZONES = 1000,
	MOST_RULES = 20,    /* of all zones of a file that are asked for */
	MOST_CHANGES = 500, /* of one zone, beside its rules */
	SURE_DAY = 28	    /* every month has it */
};

void calendar_zones_learn(struct calendar_zones *zones, icalcomponent *calendar)
{
	icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT);

	for (; c; c = icalcomponent_get_next_component(calendar, ICAL_VTIMEZONE_COMPONENT)) {
		icalproperty *id = icalcomponent_get_first_property(c, ICAL_TZID_PROPERTY);
		const char *tzid = id ? icalproperty_get_tzid(id) : NULL;

		if (tzid && zones->list.count < MOST_ZONES)
			array_push(
			    &zones->list,
			    ((struct calendar_zone){.tzid = tzid,
						    .location = extension_find(c, "X-LIC-LOCATION"),
						    .calendar = calendar,
						    .component = c}));
	}
}

void calendar_zones_free(struct calendar_zones *zones)
{
	array_free(&zones->list);
}

const char *calendar_zones_name(const struct calendar_zones *zones, const char *tzid)
{
	const char *name = zone_alias(tzid);
	struct zoneinfo found;

	if (!name || !zones->list.count || zoneinfo_find(&found, name))
		return name;
	array_each (const struct calendar_zone, zone, &zones->list)
		if (zone->location && !strcmp(zone->tzid, tzid))
			return zone->location;
	return name;
}

/* Rules */

/* How many values a part of a rule has, of `most`. */
static int count_of(const short *values, int most)
{
	int count = 0;

	while (count < most && values[count] != ICAL_RECURRENCE_ARRAY_MAX)
		count++;
	return count;
}

/* Whether every month has one of these days. */
static bool has_sure_day(const short *days, int count)
{
	for (int i = 0; i < count; i++)
		if (abs(days[i]) <= SURE_DAY)
			return true;
	return false;
}

/* Whether a rule changes the clock on some day of one month a year. */
static bool is_usual(const struct icalrecurrencetype *rule)
{
	int days = count_of(rule->by_month_day, ICAL_BY_MONTHDAY_SIZE);
	int weekdays = count_of(rule->by_day, ICAL_BY_DAY_SIZE);
	bool counted = weekdays && icalrecurrencetype_day_position(rule->by_day[0]);

	return rule->freq == ICAL_YEARLY_RECURRENCE && weekdays <= 1 &&
	       count_of(rule->by_month, ICAL_BY_MONTH_SIZE) == 1 &&
	       (!days || (!counted && has_sure_day(rule->by_month_day, days))) &&
	       !count_of(rule->by_second, ICAL_BY_SECOND_SIZE) &&
	       !count_of(rule->by_minute, ICAL_BY_MINUTE_SIZE) &&
	       !count_of(rule->by_hour, ICAL_BY_HOUR_SIZE) &&
	       !count_of(rule->by_year_day, ICAL_BY_YEARDAY_SIZE) &&
	       !count_of(rule->by_week_no, ICAL_BY_WEEKNO_SIZE) &&
	       !count_of(rule->by_set_pos, ICAL_BY_SETPOS_SIZE);
}

/* Of one kind of time of a zone; counts its rules and dates. */
static bool is_followed(icalcomponent *observance, int *rules, int *changes)
{
	icalproperty *p = icalcomponent_get_first_property(observance, ICAL_RRULE_PROPERTY);

	for (; p; p = icalcomponent_get_next_property(observance, ICAL_RRULE_PROPERTY)) {
		struct icalrecurrencetype rule = icalproperty_get_rrule(p);

		if (!is_usual(&rule) || ++*rules > MOST_RULES)
			return false;
	}
	*changes += 1 + icalcomponent_count_properties(observance, ICAL_RDATE_PROPERTY);
	return *changes <= MOST_CHANGES;
}

static bool are_followed(struct calendar_zones *zones, icalcomponent *zone)
{
	icalcomponent *c = icalcomponent_get_first_component(zone, ICAL_ANY_COMPONENT);
	int changes = 0;

	for (; c; c = icalcomponent_get_next_component(zone, ICAL_ANY_COMPONENT))
		if (!is_followed(c, &zones->rules, &changes))
			return false;
	return changes;
}

icaltimezone *calendar_zones_find(struct calendar_zones *zones, const char *tzid)
{
	array_each (struct calendar_zone, zone, &zones->list) {
		if (strcmp(zone->tzid, tzid) != 0)
			continue;
		if (!zone->found && !zone->refused) {
			zone->refused = !are_followed(zones, zone->component);
			if (!zone->refused)
				zone->found = icalcomponent_get_timezone(zone->calendar, tzid);
		}
		return zone->found;
	}
	return NULL;
}
