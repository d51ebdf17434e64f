#include "config.h"

#include "base/zoneinfo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static civil_moment moment(int year, int month, int day, int hour, int minute)
{
	return civil_moment_of(civil_day_of((struct civil_date){year, month, day}),
			       hour * 60 + minute);
}

static void offsets_follow_summer_time(void **state)
{
	struct zoneinfo paris;

	(void)state;
	assert_true(zoneinfo_find(&paris, "Europe/Paris"));
	assert_int_equal(zoneinfo_offset_at(&paris, moment(2023, 7, 1, 12, 0)), 120);
	assert_int_equal(zoneinfo_offset_at(&paris, moment(2023, 12, 1, 12, 0)), 60);
	/* Summer time ended on 2023-10-29 at 01:00 UTC. */
	assert_int_equal(zoneinfo_offset_at(&paris, moment(2023, 10, 29, 0, 59)), 120);
	assert_int_equal(zoneinfo_offset_at(&paris, moment(2023, 10, 29, 1, 0)), 60);
	assert_int_equal(zoneinfo_offset_of(&paris, moment(2023, 10, 29, 1, 30)), 120);
	assert_int_equal(zoneinfo_offset_of(&paris, moment(2023, 10, 29, 2, 30)), 120); /* twice */
	assert_int_equal(zoneinfo_offset_of(&paris, moment(2023, 10, 29, 3, 30)), 60);
	/* And began on 2023-03-26: half past two was no time there. */
	assert_int_equal(zoneinfo_offset_of(&paris, moment(2023, 3, 26, 1, 30)), 60);
	assert_int_equal(zoneinfo_offset_of(&paris, moment(2023, 3, 26, 3, 30)), 120);
}

/* What is kept of one question must not answer another one wrongly: months apart, twice in a month
 * around Ramadan, and by half an hour. */
static void what_is_kept_holds_where_it_is_used(void **state)
{
	static const char *const names[] = {"Europe/Paris", "Africa/Casablanca",
					    "Australia/Lord_Howe", "America/New_York"};
	enum { STEP = 5 * 60 };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct zoneinfo kept, fresh;

		assert_true(zoneinfo_find(&kept, names[i]));
		for (civil_moment at = moment(2023, 1, 1, 0, 0); at < moment(2024, 1, 1, 0, 0);
		     at += STEP) {
			assert_true(zoneinfo_find(&fresh, names[i]));
			assert_int_equal(zoneinfo_offset_at(&kept, at),
					 zoneinfo_offset_at(&fresh, at));
		}
	}
}

static void the_environment_is_left_alone(void **state)
{
	struct zoneinfo zone;

	(void)state;
	setenv("TZ", "America/New_York", 1);
	assert_true(zoneinfo_find(&zone, "Asia/Kolkata"));
	assert_int_equal(zoneinfo_offset_at(&zone, moment(2023, 9, 10, 5, 0)), 330);
	assert_string_equal(getenv("TZ"), "America/New_York");
	unsetenv("TZ");
	assert_int_equal(zoneinfo_offset_at(&zone, moment(2020, 9, 10, 5, 0)), 330);
	assert_null(getenv("TZ"));
}

static void names_stay_in_the_database(void **state)
{
	static const char *const names[] = {
	    "Europe/Nowhere",
	    "Europe",
	    "../../../etc/passwd",
	    "/etc/localtime",
	    "",
	    "Europe/../../etc",
	    ":UTC",
	    "Europe/Pa ris",
	    NULL,
	};
	struct zoneinfo zone;

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		assert_false(zoneinfo_find(&zone, names[i]));
		assert_string_equal(zone.name, "");
		assert_int_equal(zoneinfo_offset_at(&zone, 0), CIVIL_NONE);
		assert_int_equal(zoneinfo_offset_of(&zone, 0), CIVIL_NONE);
	}
	assert_true(zoneinfo_find(&zone, "UTC"));
	assert_int_equal(zoneinfo_offset_at(&zone, 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(offsets_follow_summer_time),
	    cmocka_unit_test(what_is_kept_holds_where_it_is_used),
	    cmocka_unit_test(the_environment_is_left_alone),
	    cmocka_unit_test(names_stay_in_the_database),
	};

	return cmocka_run_group_tests_name("zoneinfo", tests, NULL, NULL);
}
