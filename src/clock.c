#include "config.h"

#include "clock.h"

#include "base/zoneinfo.h"

#include <stdbool.h>
#include <time.h>

static int64_t floor_div(int64_t value, int64_t by)
{
	return value / by - (value % by < 0);
}

/* Seconds since 1970-01-01 00:00 as this clock shows them, and the nanoseconds beyond. */
static int64_t shown_seconds(const struct clock *clock, long *nanoseconds)
{
	struct timespec now;
	struct tm local;

	clock_gettime(CLOCK_REALTIME, &now);
	*nanoseconds = now.tv_nsec;
	if (clock->local && localtime_r(&now.tv_sec, &local))
		return now.tv_sec + local.tm_gmtoff;
	return now.tv_sec + clock->shift;
}

/* The offset is in minutes east of UTC; CIVIL_NONE takes the user's own zone. */
static struct clock start(civil_moment at, int offset)
{
	struct clock clock = {.shift = 0, .local = 0};
	long nanoseconds;

	if (at != CIVIL_NONE)
		clock.shift = at * 60 - shown_seconds(&clock, &nanoseconds);
	else if (offset != CIVIL_NONE)
		clock.shift = (int64_t)offset * 60;
	else
		clock.local = 1;
	return clock;
}

static int own_offset(int64_t utc_minutes)
{
	time_t seconds = (time_t)utc_minutes * 60;
	struct tm local;

	return localtime_r(&seconds, &local) ? (int)(local.tm_gmtoff / 60) : CIVIL_NONE;
}

static bool starts_in_own_zone(const struct event *event)
{
	return event->start != CIVIL_NONE && event->offset != CIVIL_NONE &&
	       own_offset(event->start - event->offset) == event->offset;
}

int clock_offset_at(const struct event *event, int64_t utc_minutes)
{
	struct zoneinfo zone;

	if (zoneinfo_find(&zone, event->zone))
		return zoneinfo_offset_at(&zone, utc_minutes);
	return starts_in_own_zone(event) ? own_offset(utc_minutes) : event->offset;
}

struct clock clock_at_venue(civil_moment at, const struct event *event)
{
	const struct clock utc = {.shift = 0, .local = 0};

	return start(at, event ? clock_offset_at(event, clock_now(&utc)) : CIVIL_NONE);
}

civil_moment clock_now(const struct clock *clock)
{
	long nanoseconds;

	return floor_div(shown_seconds(clock, &nanoseconds), 60);
}

int clock_next_minute(const struct clock *clock)
{
	long nanoseconds;
	int64_t seconds = shown_seconds(clock, &nanoseconds);
	int64_t into = seconds - 60 * floor_div(seconds, 60);

	return (int)((60 - into) * 1000 - nanoseconds / 1000000);
}
