#include "config.h"

#include "read/value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static civil_day day(int year, int month, int number)
{
	return civil_day_of((struct civil_date){year, month, number});
}

static void dates_and_times_are_read(void **state)
{
	const civil_day none = CIVIL_NONE, thursday = day(2024, 5, 16);
	const struct {
		const char *text;
		struct value_when when;
	} cases[] = {
	    {"2024-05-16", {thursday, thursday, -1, -1, none}},
	    {"2024-05-16 09:00:00 +02:00", {thursday, thursday, 540, -1, 120}},
	    {"2024-05-16T09:30:00Z", {thursday, thursday, 570, -1, 0}},
	    {" 2024-05-16 ", {thursday, thursday, -1, -1, none}},
	    {"2024-05-16 24:00", {thursday + 1, thursday + 1, 0, -1, none}},
	    {"09:30", {none, none, 570, -1, none}},
	    {"9:05", {none, none, 545, -1, none}},
	    {"9:30:00 +02:00", {none, none, 570, -1, 120}},
	    {"9h", {none, none, 540, -1, none}},
	    {"1h", {none, none, 60, -1, none}},
	    {"2h30", {none, none, 150, -1, none}},
	    {"9 h 30", {none, none, 570, -1, none}},
	    {"9h - 10h30", {none, none, 540, 630, none}},
	    {"19h – 01h", {none, none, 1140, 1500, none}},
	    {"16/05/2024", {thursday, thursday, -1, -1, none}},
	    {"jeudi 16 mai 2024 à 9h", {thursday, thursday, 540, -1, none}},
	    {"le 16 mai 2024, de 9h à 10h", {thursday, thursday, 540, 600, none}},
	    {"du 16 au 18 mai 2024", {thursday, thursday + 2, -1, -1, none}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct value_when when;

		if (!value_when(&when, cases[i].text, NULL))
			fail_msg("not read: %s", cases[i].text);
		if (memcmp(&when, &cases[i].when, sizeof when) != 0)
			fail_msg("%s: day %d to %d, %d to %d, offset %d", cases[i].text, when.day,
				 when.last, when.from, when.to, when.offset);
	}
}

static void the_almanac_completes_dates(void **state)
{
	struct almanac almanac = almanac_of(day(2024, 5, 15), day(2024, 5, 17), CIVIL_NONE, NULL);
	struct value_when when;

	(void)state;
	assert_true(value_when(&when, "jeudi", &almanac));
	assert_int_equal(when.day, day(2024, 5, 16));
	assert_true(value_when(&when, "16 mai 10h", &almanac));
	assert_int_equal(when.day, day(2024, 5, 16));
	assert_int_equal(when.from, 600);
	assert_false(value_when(&when, "16 mai", NULL));
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const cases[] = {
	    "",
	    "soon",
	    "2024-13-01",
	    "2024-05-16 at noon or so",
	    "25:00",
	    "avant le repas",
	    "2024-02-30",
	    "9h or 10h",
	    "2024-05-16 x",
	    "salle 12",
	    "9h 10h 11h",
	    "45 min",
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct value_when when;

		if (value_when(&when, cases[i], NULL))
			fail_msg("read: %s as %d %d", cases[i], when.day, when.from);
	}
}

static void lengths_are_read(void **state)
{
	static const struct {
		const char *text;
		int minutes;
	} cases[] = {
	    {"90", 90},		{"1:30", 90},	   {"1h30", 90}, {"45 min", 45},
	    {"45 minutes", 45}, {"2 heures", 120}, {"1 h", 60},	 {"01:30:00", 90},
	};
	static const char *const wrong[] = {"",	      "long",	    "0",     "-5",
					    "9h-10h", "1h30 ou 3h", "1h30 x"};
	int minutes;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		if (!value_length(&minutes, cases[i].text))
			fail_msg("not read: %s", cases[i].text);
		assert_int_equal(minutes, cases[i].minutes);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (value_length(&minutes, wrong[i]))
			fail_msg("read: %s as %d", wrong[i], minutes);
}

static void addresses_are_completed(void **state)
{
	static const struct {
		const char *text, *url;
	} cases[] = {
	    {" https://example.org/a ", "https://example.org/a"},
	    {"https://example.org/a b", "https://example.org/a%20b"},
	    {"www.example.org", "http://www.example.org"},
	    {"team@example.org", "mailto:team@example.org"},
	    {"mailto:team@example.org", "mailto:team@example.org"},
	    {"example.org/page", "https://example.org/page"},
	    {"/inscription", "/inscription"},
	    {"lien à venir", NULL},
	    {"bientôt.", NULL},
	    {"bientôt...", NULL},
	    {"n. 12", NULL},
	    {"javascript:alert(1)", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buffer url = {0};

		assert_int_equal(value_url(&url, cases[i].text), cases[i].url != NULL);
		assert_string_equal(buffer_text(&url), cases[i].url ? cases[i].url : "");
		buffer_free(&url);
	}
}

static void years_away_is_not_plausible(void **state)
{
	(void)state;
	assert_true(value_is_plausible(day(2023, 10, 18), day(2023, 7, 26)));
	assert_true(value_is_plausible(day(2014, 1, 1), day(2023, 7, 26)));
	assert_false(value_is_plausible(day(7, 8, 31), day(2021, 8, 9)));
	assert_false(value_is_plausible(day(20023, 10, 18), day(2023, 7, 26)));
	assert_true(value_is_plausible(day(2023, 10, 18), CIVIL_NONE));
	assert_false(value_is_plausible(day(7, 8, 31), CIVIL_NONE));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dates_and_times_are_read),
	    cmocka_unit_test(the_almanac_completes_dates),
	    cmocka_unit_test(what_is_no_date_is_refused),
	    cmocka_unit_test(lengths_are_read),
	    cmocka_unit_test(addresses_are_completed),
	    cmocka_unit_test(years_away_is_not_plausible),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
