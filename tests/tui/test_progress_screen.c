/* What is seen while an agenda takes long to be read. */
#include "config.h"

#include "tui/key.h"
#include "tui/progress_screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>

static void assert_said(const struct progress *progress, const char *name, const char *expected)
{
	struct buffer line = {0};

	progress_screen_say(&line, name, progress);
	assert_string_equal(buffer_text(&line), expected);
	buffer_free(&line);
}

static void it_says_how_far_it_is(void **state)
{
	struct progress progress = {.done = 0, .total = 0};

	(void)state;
	assert_said(&progress, "a.xml", "Reading a.xml");
	progress.done = 12345;
	assert_said(&progress, "a.xml", "Reading a.xml: 13 kB so far");
	progress.waiting = true;
	assert_said(&progress, "a.xml", "Waiting for a.xml: 13 kB so far");
	progress = (struct progress){.done = 999, .total = 1000};
	assert_said(&progress, "a.xml", "Reading a.xml: 99%");
	progress.done = 2000;
	assert_said(&progress, "a\033[2J\n.xml", "Reading a[2J .xml: 100%");
	progress.total = progress.done = 0;
	assert_said(&progress, "/a/b/c.xml", "Reading c.xml");
	assert_said(&progress, "a/b/", "Reading a/b/");
	assert_said(&progress, "-", "Reading standard input");
	progress = (struct progress){.work = PROGRESS_SAVES, .done = 64, .total = 256};
	assert_said(&progress, NULL, "Saving the bookmarks: 25%");
}

static void assert_drawn(int rows, int columns, const struct progress *progress,
			 const char *expected)
{
	struct screen *screen = screen_new(rows, columns);
	struct buffer dump = {0};
	int row, column;

	progress_screen_draw(screen, "schedule.xml", progress);
	screen_dump(screen, &dump, false);
	assert_string_equal(buffer_text(&dump), expected);
	screen_cursor(screen, &row, &column);
	assert_int_equal(row, 0);
	buffer_free(&dump);
	screen_free(screen);
}

static void it_fits_every_window(void **state)
{
	const struct progress half = {.done = 50, .total = 100}, some = {.done = 5000};

	(void)state;
	assert_drawn(6, 60, &half,
		     " Reading schedule.xml\n"
		     "\n"
		     " ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁ 50%\n"
		     "\n"
		     "\n"
		     " Esc stop reading\n");
	assert_drawn(4, 20, &some,
		     " Reading schedule…\n"
		     "\n"
		     " 5 kB so far\n"
		     " Esc stop reading\n");
	assert_drawn(4, 12, &half, " Reading s…\n\n ▇▇▁▁ 50%\n Esc stop r…\n");
	assert_drawn(3, 12, &half, " Reading s…\n\n Esc stop r…\n");
	assert_drawn(1, 8, &half, " Readi…\n");
	assert_drawn(1, 1, &half, "\n");
	assert_drawn(4, 4, &half, " R…\n\n 50%\n Esc\n");
}

static void two_keys_stop_it(void **state)
{
	(void)state;
	assert_true(progress_screen_stops(KEY_ESCAPE));
	assert_true(progress_screen_stops('q'));
	assert_false(progress_screen_stops(KEY_RETURN));
	assert_false(progress_screen_stops('j'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_says_how_far_it_is),
	    cmocka_unit_test(it_fits_every_window),
	    cmocka_unit_test(two_keys_stop_it),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("progress_screen", tests, NULL, NULL);
}
