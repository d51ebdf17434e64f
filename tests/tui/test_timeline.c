/* The line of a day: where the hours stand, what runs, what is marked. */
#include "config.h"

#include "tui/timeline.h"

#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 20000 };

static civil_moment at(int hour, int minute)
{
	return civil_moment_of(DAY, hour * 60 + minute);
}

/* A session of that day from one time to another, as HHMM; an end of 0 is not known, and it counts
 * as being on for an hour. */
static struct session session(int from, int to)
{
	struct session session = {.day = DAY, .start = at(from / 100, from % 100)};

	session.end = to ? at(to / 100, to % 100) : CIVIL_NONE;
	session.until = to ? session.end : session.start + 60;
	return session;
}

static struct timeline line_of(const struct session *sessions, size_t count, int columns)
{
	struct timeline timeline = {0};
	civil_moment last = sessions[0].until;

	for (size_t i = 1; i < count; i++)
		if (sessions[i].until > last)
			last = sessions[i].until;
	timeline_begin(&timeline, sessions[0].start, last, columns);
	for (size_t i = 0; i < count; i++)
		timeline_add(&timeline, &sessions[i]);
	return timeline;
}

static void assert_drawn(const struct timeline *timeline, int columns,
			 const struct session *selected, civil_moment now, const char *expected)
{
	struct screen *screen = screen_new(TIMELINE_ROWS, columns);
	struct buffer dump = {0};

	timeline_draw(timeline, screen, 0, 0, selected, now);
	screen_dump(screen, &dump, false);
	assert_string_equal(buffer_text(&dump), expected);
	buffer_free(&dump);
	screen_free(screen);
}

static void spans_stand_under_their_hours(void **state)
{
	const struct session sessions[] = {session(900, 0), session(1130, 1230),
					   session(1900, 2500)};
	struct timeline timeline = line_of(sessions, 3, 49);

	(void)state;
	assert_int_equal(timeline.per_hour, 3);
	assert_drawn(&timeline, 49, NULL, CIVIL_NONE,
		     "9     11    13    15    17    19    21    23    1\n"
		     "├┄┄    ├──┤                   ├─────────────────┤\n");
	/* Past midnight it is the same day. */
	assert_drawn(&timeline, 49, &sessions[2], at(24, 20),
		     "9     11    13    15    17    19    21    23    1\n"
		     "├┄┄    ├──┤                   ├═══════════════┃═┤\n");
	assert_drawn(&timeline, 49, &sessions[0], at(8, 59),
		     "9     11    13    15    17    19    21    23    1\n"
		     "├══    ├──┤                   ├─────────────────┤\n");
	timeline_free(&timeline);
}

static void one_behind_the_other_shares_a_column(void **state)
{
	const struct session sessions[] = {session(900, 1000), session(1000, 1100),
					   session(1105, 1110)};
	struct timeline timeline = line_of(sessions, 3, 37);

	(void)state;
	assert_drawn(&timeline, 37, NULL, CIVIL_NONE,
		     "9           10          11         12\n"
		     "├───────────├───────────┤├┤\n");
	assert_drawn(&timeline, 37, &sessions[2], CIVIL_NONE,
		     "9           10          11         12\n"
		     "├───────────├───────────┤═┤\n");
	timeline_free(&timeline);
}

static void side_by_side_it_is_counted(void **state)
{
	struct session sessions[] = {session(900, 1100),  session(1000, 1200), session(1000, 1200),
				     session(1000, 1200), session(1400, 1500), session(1500, 1600)};
	struct timeline timeline = line_of(sessions, 6, 36);

	(void)state;
	assert_true(timeline.parallel);
	assert_int_equal(timeline.most, 4);
	assert_drawn(&timeline, 36, &sessions[5], at(10, 0),
		     "9    10   11   12   13   14   15  16\n"
		     "▁▁▁▁▁┃▇▇▇▇▅▅▅▅▅          ▁▁▁▁▁═════\n");
	timeline_free(&timeline);
	sessions[0].cancelled = sessions[1].cancelled = sessions[2].cancelled = true;
	timeline = line_of(sessions, 6, 36);
	assert_false(timeline.parallel);
	timeline_free(&timeline);
}

static void four_hundred_at_once_can_be_read(void **state)
{
	struct session sessions[500];
	struct timeline timeline;

	(void)state;
	for (int i = 0; i < 400; i++)
		sessions[i] = session(900, 1000);
	for (int i = 400; i < 450; i++)
		sessions[i] = session(1000, 1100);
	for (int i = 450; i < 499; i++)
		sessions[i] = session(1100, 1300);
	sessions[499] = session(1300, 1600);
	timeline = line_of(sessions, 500, 43);
	assert_drawn(&timeline, 43, NULL, CIVIL_NONE,
		     "9     10    11    12    13    14    15   16\n"
		     "▇▇▇▇▇▇▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁\n");
	timeline_free(&timeline);
}

static void labels_keep_apart(void **state)
{
	const struct session day[] = {session(0, 2400)}, minute[] = {session(1430, 1431)};
	struct timeline timeline = line_of(day, 1, 36);

	(void)state;
	assert_drawn(&timeline, 36, NULL, CIVIL_NONE,
		     "0   4   8   12  16  20  0\n"
		     "├───────────────────────┤\n");
	timeline_free(&timeline);
	timeline = line_of(minute, 1, 36);
	assert_drawn(&timeline, 36, NULL, at(15, 0),
		     "14                                15\n"
		     "                 ├┤                ┃\n");
	timeline_free(&timeline);
}

static void what_is_too_long_is_cut(void **state)
{
	struct session sessions[] = {session(900, 900), session(1000, 1100)};
	struct timeline timeline;

	(void)state;
	sessions[0].end = sessions[0].until = at(200, 0);
	timeline = line_of(sessions, 2, 40);
	assert_int_equal(timeline.hours, TIMELINE_MOST_HOURS);
	assert_int_equal(timeline_column(&timeline, at(8, 59)), -1);
	assert_int_equal(timeline_column(&timeline, at(9, 0)), 0);
	assert_int_equal(timeline_column(&timeline, at(39, 0)), 30);
	assert_int_equal(timeline_column(&timeline, at(39, 1)), -1);
	assert_drawn(&timeline, 40, &sessions[1], at(300, 0),
		     "9   13  17  21  1   5   9   13\n"
		     "▃═▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃\n");
	timeline_free(&timeline);
}

/* Whatever the times, nothing is drawn outside, and each session is seen. */
static void at_random(void **state)
{
	(void)state;
	srand(7);
	for (int round = 0; round < 3000; round++) {
		struct session sessions[6];
		int columns = TIMELINE_LEAST_COLUMNS + rand() % 100, count = 1 + rand() % 6;
		civil_moment start = at(0, 0) + rand() % 3000;
		struct screen *screen = screen_new(TIMELINE_ROWS, columns + 1);
		struct timeline timeline;

		for (int i = 0; i < count; i++) {
			start += rand() % 200;
			sessions[i] = (struct session){
			    .day = DAY,
			    .start = start,
			    .until = start + rand() % 600,
			};
			sessions[i].end = rand() % 2 ? sessions[i].until : CIVIL_NONE;
		}
		timeline = line_of(sessions, (size_t)count, columns);
		assert_true((int)timeline.cells.count <= columns);
		for (int i = 0; i < count; i++) {
			int column = timeline_column(&timeline, sessions[i].start);

			timeline_draw(&timeline, screen, 0, 0, &sessions[i],
				      at(0, 0) + rand() % 4000);
			if (column >= 0 && !timeline.parallel)
				assert_string_not_equal(screen_cell(screen, 1, column)->text, " ");
			assert_string_equal(screen_cell(screen, 1, columns)->text, " ");
		}
		timeline_free(&timeline);
		screen_free(screen);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(spans_stand_under_their_hours),
	    cmocka_unit_test(one_behind_the_other_shares_a_column),
	    cmocka_unit_test(side_by_side_it_is_counted),
	    cmocka_unit_test(four_hundred_at_once_can_be_read),
	    cmocka_unit_test(labels_keep_apart),
	    cmocka_unit_test(what_is_too_long_is_cut),
	    cmocka_unit_test(at_random),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
