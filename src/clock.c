#include "config.h"

#include "clock.h"

#include "base/zoneinfo.h"

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

static int venue_offset(const struct event *event)
{
	struct clock utc = {.shift = 0, .local = 0};
	struct zoneinfo zone;

	if (zoneinfo_find(&zone, event->zone))
		return zoneinfo_offset_at(&zone, clock_now(&utc));
	return event->offset;
}

struct clock clock_at_venue(civil_moment at, const struct event *event)
{
	return start(at, event ? venue_offset(event) : CIVIL_NONE);
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
