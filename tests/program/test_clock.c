/*
 * What the clocks at a venue show. The user's own zone is given by its rules, so that no database
 * of zones is needed.
 */
#include "config.h"

#include "clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

static const char bordeaux[] = "CET-1CEST,M3.5.0,M10.5.0/3";

static void live_in(const char *zone)
{
	setenv("TZ", zone, 1);
	tzset();
}

static int64_t utc(int year, int month, int day, int hour, int minute)
{
	return civil_moment_of(civil_day_of((struct civil_date){year, month, day}),
			       hour * 60 + minute);
}

/* On Thursday 19 October 2023 at 9:00, clocks two hours ahead of UTC. */
static const struct event *autumn(void)
{
	static struct event event;

	event = (struct event){.start = utc(2023, 10, 19, 9, 0), .offset = 120};
	return &event;
}

/* Summer ended on 29 October at 3:00, 1:00 in UTC. */
static void summer_ends_where_the_user_is_at_the_venue(void **state)
{
	(void)state;
	live_in(bordeaux);
	assert_int_equal(clock_offset_at(autumn(), utc(2023, 10, 19, 10, 0)), 120);
	assert_int_equal(clock_offset_at(autumn(), utc(2023, 10, 29, 0, 59)), 120);
	assert_int_equal(clock_offset_at(autumn(), utc(2023, 10, 29, 1, 0)), 60);
	assert_int_equal(clock_offset_at(autumn(), utc(2023, 3, 1, 12, 0)), 60);
}

static void elsewhere_the_offset_of_the_event_holds(void **state)
{
	static const char *const zones[] = {"UTC0", "EST5EDT,M3.2.0,M11.1.0", "SAST-2"};

	(void)state;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		live_in(zones[i]);
		assert_int_equal(clock_offset_at(autumn(), utc(2023, 10, 19, 10, 0)), 120);
		assert_int_equal(clock_offset_at(autumn(), utc(2023, 11, 29, 1, 0)), 120);
	}
}

static void what_is_not_said_is_not_known(void **state)
{
	const struct event event = {.start = utc(2023, 10, 19, 9, 0), .offset = CIVIL_NONE};

	(void)state;
	live_in(bordeaux);
	assert_int_equal(clock_offset_at(&event, utc(2023, 10, 19, 10, 0)), CIVIL_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(summer_ends_where_the_user_is_at_the_venue),
	    cmocka_unit_test(elsewhere_the_offset_of_the_event_holds),
	    cmocka_unit_test(what_is_not_said_is_not_known),
	};

	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
