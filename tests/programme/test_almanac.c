#include "config.h"

#include "programme/almanac.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static civil_day day(const char *text)
{
	civil_day parsed = CIVIL_NONE;

	if (*text)
		assert_true(civil_parse_day(&text, &parsed));
	return parsed;
}

/* The day that a text names, of an event with these days, page and title; "" is unknown. */
static civil_day named(const char *first, const char *last, const char *published,
		       const char *title, const char *text, bool *disagree)
{
	struct almanac almanac = almanac_of(day(first), day(last), day(published), title);
	struct temporals found = {0};
	civil_day at;

	temporal_scan(&found, text, strlen(text));
	assert_int_equal(found.count, 1);
	at = almanac_day(&almanac, &found.items[0].first, disagree);
	temporal_free(&found);
	return at;
}

static void the_year_is_the_events(void **state)
{
	static const struct {
		const char *first, *last, *text, *day;
	} samples[] = {
	    {"2023-10-18", "2023-10-20", "mercredi 18 octobre", "2023-10-18"},
	    {"2023-10-18", "2023-10-20", "jeudi 19/10/23", "2023-10-19"},
	    {"2020-11-30", "2020-12-09", "23 novembre", "2020-11-23"},
	    {"2023-12-11", "2024-02-10", "9 janvier", "2024-01-09"},
	    {"2023-12-11", "2024-02-10", "12 décembre", "2023-12-12"},
	    {"2024-01-08", "", "20 décembre", "2023-12-20"},
	    {"2023-10-18", "2023-10-20", "18 octobre 2019", "2019-10-18"},
	    {"2024-02-28", "2024-03-01", "29 février", "2024-02-29"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		assert_int_equal(
		    named(samples[i].first, samples[i].last, "", NULL, samples[i].text, NULL),
		    day(samples[i].day));
}

static void days_of_the_event_need_no_month(void **state)
{
	static const struct {
		const char *text, *day;
	} samples[] = {{"Jeudi 19", "2023-10-19"}, {"Vendredi", "2023-10-20"},
		       {"Jour 2", "2023-10-19"},   {"Jour 4", ""},
		       {"Jeudi 20", ""},	   {"Dimanche", ""}};

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		assert_int_equal(named("2023-10-18", "2023-10-20", "", NULL, samples[i].text, NULL),
				 day(samples[i].day));
	/* Two Thursdays */
	assert_int_equal(named("2023-10-18", "2023-10-30", "", NULL, "Jeudi", NULL), CIVIL_NONE);
}

static void the_title_helps_where_the_page_does_not(void **state)
{
	struct almanac almanac = almanac_of(CIVIL_NONE, CIVIL_NONE, day("2021-08-09"),
					    "Le salon, les 7, 8 et 9 septembre 2021");

	(void)state;
	assert_int_equal(almanac.first, day("2021-09-07"));
	assert_int_equal(almanac.last, day("2021-09-09"));
	assert_int_equal(named("", "", "2021-12-09", "Salon 2022", "3 février", NULL),
			 day("2022-02-03"));
	assert_int_equal(named("", "", "2021-12-09", NULL, "3 février", NULL), day("2022-02-03"));
	assert_int_equal(named("", "", "", NULL, "3 février", NULL), CIVIL_NONE);
	assert_int_equal(named("", "", "", NULL, "3 février 2020", NULL), day("2020-02-03"));
}

static void a_weekday_that_does_not_fit_is_told(void **state)
{
	bool disagree = false;

	(void)state;
	assert_int_equal(named("2023-11-02", "2023-11-30", "", NULL, "jeudi 3 novembre", &disagree),
			 day("2023-11-03"));
	assert_true(disagree);
	assert_int_equal(
	    named("2023-11-02", "2023-11-30", "", NULL, "vendredi 3 novembre", &disagree),
	    day("2023-11-03"));
	assert_false(disagree);
}

static void an_end_before_the_start_is_none(void **state)
{
	struct almanac almanac = almanac_of(day("2023-11-03"), day("2023-11-02"), CIVIL_NONE, NULL);

	(void)state;
	assert_int_equal(almanac.last, CIVIL_NONE);
	assert_int_equal(almanac_only_day(&almanac), day("2023-11-03"));
}

static void far_days_are_told_from_near_ones(void **state)
{
	struct almanac almanac = almanac_of(day("2023-11-03"), day("2023-11-05"), CIVIL_NONE, NULL);

	(void)state;
	assert_true(almanac_holds(&almanac, day("2023-11-04")));
	assert_false(almanac_holds(&almanac, day("2023-11-06")));
	assert_false(almanac_far(&almanac, day("2023-10-20")));
	assert_true(almanac_far(&almanac, day("2023-05-20")));
	assert_false(almanac_far(&almanac, day("2024-05-20")));
	assert_true(almanac_far(&almanac, day("2025-05-20")));
	assert_int_equal(almanac_only_day(&almanac), CIVIL_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_year_is_the_events),
	    cmocka_unit_test(days_of_the_event_need_no_month),
	    cmocka_unit_test(the_title_helps_where_the_page_does_not),
	    cmocka_unit_test(a_weekday_that_does_not_fit_is_told),
	    cmocka_unit_test(an_end_before_the_start_is_none),
	    cmocka_unit_test(far_days_are_told_from_near_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
