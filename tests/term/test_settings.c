/*
 * What a user has set, heeded by the running program; and what is wrong with it, told with its
 * line.
 */
#include "config.h"

#include "visit.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

static const char file[] = ".config/nec-agenda/config.yaml";

static void the_keys_of_the_settings_are_heeded(void **state)
{
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	home_write(*state, file,
		   "keys:\n"
		   "  quit: Ctrl-X\n"
		   "  help: F2\n"
		   "  bookmark: [F5, é]\n");
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "F5 keep");
	viewer_expect(viewer, "Ctrl-X quit");
	viewer_type(viewer, "q"); /* means nothing any more */
	viewer_type(viewer, "é");
	viewer_expect(viewer, "★ Kept: Licences libres");
	viewer_type(viewer, "\033[15~");
	viewer_expect(viewer, "No longer kept: Licences libres");
	viewer_type(viewer, "\033OQ\033[6~");
	viewer_expect(viewer, "F5 é");
	viewer_type(viewer, "\033");
	viewer_expect_no(viewer, "F5 é");
	viewer_type(viewer, "\030");
	assert_int_equal(viewer_end(viewer), 0);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

/* The browser opens, says what is wrong, and says all of it when it has ended. */
static void wrong_settings_are_told_and_it_opens(void **state)
{
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	home_write(*state, file,
		   "colour: never\n"
		   "keys:\n"
		   "  quit: []\n");
	wish.columns = 160;
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "Compilateurs");
	viewer_expect(viewer, "is \"color\" meant?");
	viewer_expect(viewer, "config.yaml:1)");
	viewer_type(viewer, "j");
	viewer_expect_no(viewer, "meant?");
	viewer_expect_no(viewer, "quit");
	viewer_type(viewer, "q\003");
	assert_int_equal(WEXITSTATUS(viewer_end(viewer)), 128 + SIGINT);
	viewer_expect(viewer, "is \"color\" meant?");
	viewer_expect(viewer, "config.yaml:3:9: no key is left");
	viewer_leave(viewer);
}

static void unknown_commands_and_keys_are_told_with_their_line(void **state)
{
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	home_write(*state, file,
		   "keys:\n"
		   "  fly: z\n"
		   "  help: F99\n"
		   "  search: Ctrl-F\n");
	wish.columns = 160;
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "The command \"fly\" is not known");
	viewer_expect(viewer, "config.yaml:2)");
	viewer_type(viewer, "\006bal");
	viewer_expect(viewer, "1 session"); /* what is right counts */
	viewer_type(viewer, "\r");
	viewer_expect(viewer, "? help");
	viewer_type(viewer, "q");
	assert_int_equal(viewer_end(viewer), 0);
	viewer_expect(viewer, "config.yaml:2:3: the command \"fly\" is not known");
	viewer_expect(viewer, "config.yaml:3:9: no key is called \"F99\"");
	viewer_leave(viewer);
}

static void what_is_wrong_twice_is_told_once_with_both_lines(void **state)
{
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	home_write(*state, file,
		   "keys:\n"
		   "  help: \"\"\n"
		   "  search: ~\n"
		   "  filter: \"\"\n");
	wish.columns = 160;
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "A key's name is missing");
	viewer_expect(viewer, "config.yaml:2, 3, 4)");
	viewer_type(viewer, "qq");
	viewer_end(viewer);
	viewer_leave(viewer);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, visit_set_up, home_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_keys_of_the_settings_are_heeded),
	    TEST(wrong_settings_are_told_and_it_opens),
	    TEST(what_is_wrong_twice_is_told_once_with_both_lines),
	    TEST(unknown_commands_and_keys_are_told_with_their_line),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
