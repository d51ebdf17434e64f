/*
 * Searching an agenda that says so much that a search goes on between the keys: whatever is typed
 * in the middle of it, it ends as if it had been typed after.
 */
#include "config.h"

#include "base/buffer.h"
#include "base/memory.h"

#include "home.h"
#include "viewer.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* Some ten megabytes. */
enum { SESSIONS = 4000, WORDS = 200, DAYS = 4, PER_HOUR = SESSIONS / DAYS / 10 };

/* A word of its own for every session. */
static const char *word_of(int session)
{
	static char word[16];

	snprintf(word, sizeof word, "unique%04dx", session);
	return word;
}

static void write_session(struct buffer *page, int number)
{
	int in_day = number % (SESSIONS / DAYS);

	buffer_printf(
	    page, "- {title: Talk %04d, date: 2031-05-%02d, start: %dh, end: %dh, abstract: '",
	    number, 15 + number / (SESSIONS / DAYS), 9 + in_day / PER_HOUR, 10 + in_day / PER_HOUR);
	for (int i = 0; i < WORDS; i++)
		buffer_puts(page, "harbours and ");
	buffer_printf(page, "%s'}\n", word_of(number));
}

static int set_up(void **state)
{
	struct home *home = memory_alloc(1, sizeof *home);
	struct buffer page = {0};

	buffer_puts(&page, "---\ntitle: Much ado\nsessions:\n");
	for (int i = 0; i < SESSIONS; i++)
		write_session(&page, i);
	buffer_puts(&page, "---\n\nWelcome.\n");
	home_begin(home, buffer_text(&page));
	buffer_free(&page);
	*state = home;
	return 0;
}

static struct viewer *browse(const struct home *home)
{
	const struct viewer_wish wish = {
	    .folder = home->folder,
	    .arguments = {home->program, "--at=2031-05-14T11:10", home->agenda},
	};
	struct viewer *viewer = viewer_run(&wish);

	viewer_expect(viewer, "Much ado");
	viewer_expect(viewer, "Talk 0000");
	return viewer;
}

static void the_last_session_is_found(void **state)
{
	struct viewer *viewer = browse(*state);

	viewer_type(viewer, "/");
	viewer_type(viewer, word_of(SESSIONS - 1));
	viewer_expect(viewer, "Talk 3999");
	viewer_expect(viewer, "1 session");
	viewer_expect_no(viewer, "so far…");
	viewer_type(viewer, "\r");
	viewer_quit(viewer);
}

/* One key after the other, without waiting, and some back. */
static void keys_are_typed_in_the_middle(void **state)
{
	struct viewer *viewer = browse(*state);

	for (const char *at = "/unique39\177\177\177\177\17717"; *at; at++)
		viewer_type(viewer, (char[]){*at, '\0'});
	viewer_expect(viewer, "uni17");
	viewer_expect(viewer, "0 sessions");
	viewer_expect(viewer, "No session holds what you search for.");
	for (const char *at = "\177\177que17"; *at; at++)
		viewer_type(viewer, (char[]){*at, '\0'});
	viewer_expect(viewer, "100 sessions");
	viewer_expect(viewer, "Talk 1700");
	viewer_type(viewer, "\rn\r");
	viewer_expect(viewer, "unique1701x"); /* read in full */
	viewer_type(viewer, "\033\033");
	viewer_expect(viewer, "Talk 0000");
	viewer_quit(viewer);
}

/* What nothing holds takes longest. */
static void it_is_left_in_the_middle(void **state)
{
	struct viewer *viewer = browse(*state);

	viewer_type(viewer, "/zz\rq");
	assert_int_equal(viewer_end(viewer), 0);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
	viewer = browse(*state);
	viewer_type(viewer, "/zz\003");
	assert_int_equal(WEXITSTATUS(viewer_end(viewer)), 128 + SIGINT);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

static void it_rests_at_the_end(void **state)
{
	struct viewer *viewer = browse(*state);

	viewer_type(viewer, "/zz");
	viewer_expect(viewer, "0 sessions");
	while (viewer_listen(viewer, 100) > 0) {
		/* It still paints. */
	}
	assert_int_equal(viewer_listen(viewer, 500), 0);
	viewer_type(viewer, "\033");
	viewer_expect(viewer, "Talk 0000");
	viewer_quit(viewer);
}

static void a_search_of_the_command_line_is_whole(void **state)
{
	const struct home *home = *state;
	struct viewer_wish wish = {
	    .folder = home->folder,
	    .arguments = {home->program, "--at=2031-05-14T11:10", home->agenda,
			  "--search=unique399"},
	};
	struct viewer *viewer = viewer_run(&wish);
	const char *printed;
	char title[16];
	size_t length;

	viewer_expect(viewer, "10 sessions");
	viewer_expect(viewer, "Talk 3990");
	viewer_quit(viewer);
	wish.arguments[4] = "--print=tsv";
	viewer = viewer_run(&wish);
	assert_int_equal(viewer_end(viewer), 0);
	printed = viewer_bytes(viewer, &length);
	for (int session = 3990; session < SESSIONS; session++) {
		snprintf(title, sizeof title, "Talk %d", session);
		assert_non_null(strstr(printed, title));
	}
	assert_null(strstr(printed, "Talk 3989"));
	viewer_leave(viewer);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, home_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_last_session_is_found),
	    TEST(keys_are_typed_in_the_middle),
	    TEST(it_is_left_in_the_middle),
	    TEST(it_rests_at_the_end),
	    TEST(a_search_of_the_command_line_is_whole),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("searching", tests, NULL, NULL);
}
