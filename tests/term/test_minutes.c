/*
 * Minutes that pass while nothing is typed, told by a clock that the test turns
 * (steered_clock.c).
 */
#include "config.h"

#include "visit.h"

#include "base/civil.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* Sets the clock, in a folder of its own, which the program does not watch: 1059 is 10:59 on the
 * first day of the meeting, 2500 is 1:00 in the night after. */
static void turn(const struct home *home, int time)
{
	civil_day day = civil_day_of((struct civil_date){2031, 5, 15});
	char line[32], fresh[PATH_MAX], clock[PATH_MAX];

	snprintf(line, sizeof line, "%lld\n",
		 (long long)civil_moment_of(day, time / 100 * 60 + time % 100));
	home_write(home, "wall/clock.new", line);
	home_path(home, "wall/clock.new", fresh);
	home_path(home, "wall/clock", clock);
	assert_int_equal(rename(fresh, clock), 0);
}

/* Takes the program that looks at this clock. */
static int set_up(void **state)
{
	struct home *home;
	char *name;

	visit_set_up(state);
	home = *state;
	name = strrchr(home->program, '/') + 1;
	snprintf(name, sizeof home->program - (size_t)(name - home->program), "tests/term/steered");
	return 0;
}

static struct viewer *visit_at(const struct home *home, int time)
{
	struct viewer_wish wish = visit_wish(home);
	static char clock[PATH_MAX + 8] = "CLOCK=";

	home_path(home, "wall/clock", clock + strlen("CLOCK="));
	wish.variables[0] = clock;
	wish.rows = 36;
	wish.columns = 160; /* so that rows say all */
	turn(home, time);
	return visit_with(&wish);
}

/* Whether one row shows both texts. */
struct pair {
	const char *one, *other;
};

static bool stand_together(struct viewer *viewer, const void *data)
{
	const struct pair *pair = data;
	int row = viewer_find(viewer, pair->one);

	return row >= 0 && viewer_find_in(viewer, row, pair->other) >= 0;
}

static void expect_row(struct viewer *viewer, const char *one, const char *other)
{
	const struct pair pair = {one, other};

	viewer_until(viewer, stand_together, &pair);
}

static void the_clock_and_what_is_on_go_on_by_themselves(void **state)
{
	struct viewer *viewer = visit_at(*state, 1059);

	viewer_expect(viewer, "Thu 15 May · 10:59");
	expect_row(viewer, "Writing parsers", "31 min left");
	expect_row(viewer, "Licences libres", "in 1 min");
	turn(*state, 1100);
	viewer_expect(viewer, "Thu 15 May · 11:00");
	expect_row(viewer, "Writing parsers", "30 min left");
	expect_row(viewer, "Licences libres", "1 h left");
	turn(*state, 1130);
	viewer_expect(viewer, "Thu 15 May · 11:30");
	expect_row(viewer, "Writing parsers", "over");
	expect_row(viewer, "Licences libres", "30 min left");
	viewer_quit(viewer);
}

static void what_comes_next_goes_on_by_itself(void **state)
{
	struct viewer *viewer = visit_at(*state, 1259);

	viewer_type(viewer, "..");
	expect_row(viewer, "13:00  Radio du port", "1 min left");
	expect_row(viewer, "Grammaires vivantes", "in 1 h 01");
	turn(*state, 1300);
	viewer_expect_no(viewer, "Radio du port");
	expect_row(viewer, "16:00  Grammaires vivantes", "in 1 h");
	viewer_type(viewer, "q");
	viewer_expect_no(viewer, "Now and next");
	viewer_quit(viewer);
}

/* What is selected stays so, in a day that ends an hour after midnight. */
static void the_day_after_begins_by_itself(void **state)
{
	struct viewer *viewer = visit_at(*state, 2459);

	viewer_expect(viewer, "Fri 16 May · 00:59");
	expect_row(viewer, "01:00  Bal des contributeurs", "1 min left");
	viewer_until(viewer, viewer_is_beside, "Bal des contributeurs");
	turn(*state, 2500);
	viewer_expect(viewer, "Fri 16 May · 01:00");
	viewer_expect_no(viewer, "min left");
	viewer_until(viewer, viewer_is_beside, "Bal des contributeurs");
	viewer_quit(viewer);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, home_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_clock_and_what_is_on_go_on_by_themselves),
	    TEST(what_comes_next_goes_on_by_itself),
	    TEST(the_day_after_begins_by_itself),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("minutes", tests, NULL, NULL);
}
