#include "config.h"

#include "base/civil.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static void days_and_dates_agree(void **state)
{
	civil_day day = civil_day_of((struct civil_date){1899, 12, 25});

	(void)state;
	assert_int_equal(civil_day_of((struct civil_date){1970, 1, 1}), 0);
	assert_int_equal(civil_day_of((struct civil_date){2023, 10, 19}), 19649);
	for (int i = 0; i < 200000; i++) {
		struct civil_date date = civil_date_of(day + i);

		assert_true(civil_valid(date));
		assert_int_equal(civil_day_of(date), day + i);
	}
}

static void weekdays(void **state)
{
	(void)state;
	assert_int_equal(civil_weekday(civil_day_of((struct civil_date){2023, 10, 19})), 3);
	assert_int_equal(civil_weekday(civil_day_of((struct civil_date){2000, 1, 1})), 5);
	assert_int_equal(civil_weekday(civil_day_of((struct civil_date){1969, 12, 28})), 6);
}

static void dates_that_do_not_exist(void **state)
{
	(void)state;
	assert_true(civil_valid((struct civil_date){2024, 2, 29}));
	assert_true(civil_valid((struct civil_date){20008, 2, 29}));
	assert_false(civil_valid((struct civil_date){2023, 2, 29}));
	assert_false(civil_valid((struct civil_date){1900, 2, 29}));
	assert_false(civil_valid((struct civil_date){2023, 13, 1}));
	assert_false(civil_valid((struct civil_date){2023, 4, 31}));
	assert_false(civil_valid((struct civil_date){0, 1, 1}));
}

static void moments_cross_midnight(void **state)
{
	civil_day day = civil_day_of((struct civil_date){2023, 10, 19});
	civil_moment late = civil_moment_of(day, 25 * 60);

	(void)state;
	assert_int_equal(civil_day_of_moment(late), day + 1);
	assert_int_equal(civil_minute_of_day(late), 60);
	assert_int_equal(civil_day_of_moment(-1), -1);
	assert_int_equal(civil_minute_of_day(-1), 1439);
}

static const struct {
	const char *text;
	bool parsed, has_time;
	int minutes, offset;
	const char *rest;
} moments[] = {
    {"2023-10-18 09:00:00 +02:00", true, true, 540, 120, ""},
    {"2023-10-19T10:42", true, true, 642, CIVIL_NONE, ""},
    {"2023-10-19T10:42:59Z", true, true, 642, 0, ""},
    {"2023-10-19T10:42:59.123-0330", true, true, 642, -210, ""},
    {"2023-10-19", true, false, 0, CIVIL_NONE, ""},
    {"2023-10-19 rest", true, false, 0, CIVIL_NONE, " rest"},
    {"2023-10-19T25:00", true, false, 0, CIVIL_NONE, "T25:00"},
    {"2023-10-19T24:00", true, true, 1440, CIVIL_NONE, ""},
    {"2023-02-30", false, false, 0, 0, "2023-02-30"},
    {"19/10/2023", false, false, 0, 0, "19/10/2023"},
    {"", false, false, 0, 0, ""},
};

static void moments_as_sources_write_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
		const char *at = moments[i].text;
		civil_moment moment = 0;
		bool has_time = false;
		int offset = 0;

		assert_int_equal(civil_parse_moment(&at, &moment, &has_time, &offset),
				 moments[i].parsed);
		assert_string_equal(at, moments[i].rest);
		if (!moments[i].parsed)
			continue;
		assert_int_equal(has_time, moments[i].has_time);
		assert_int_equal(offset, moments[i].offset);
		assert_int_equal(moment % MINUTES_PER_DAY, moments[i].minutes % MINUTES_PER_DAY);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(days_and_dates_agree),
	    cmocka_unit_test(weekdays),
	    cmocka_unit_test(dates_that_do_not_exist),
	    cmocka_unit_test(moments_cross_midnight),
	    cmocka_unit_test(moments_as_sources_write_them),
	};

	return cmocka_run_group_tests_name("civil", tests, NULL, NULL);
}
