/*
 * An agenda that takes long to be read: it is said so, and it can be stopped. A named pipe gives
 * the first half of it and waits.
 */
#include "config.h"

#include "home.h"
#include "viewer.h"

#include "base/memory.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char first_half[] = "---\n"
				 "title: Rencontres du code ouvert\n"
				 "event_start_date: 2031-05-14\n"
				 "---\n\n"
				 "## Mercredi 14 mai\n\n"
				 "- 10h – 11h : Ouverture ";
static const char second_half[] = "des portes\n"
				  "- 14h – 15h : Promenade des sources\n";

/* A home whose agenda is a pipe. */
struct pipe {
	struct home home;
	int end; /* ours */
};

static int set_up(void **state)
{
	struct pipe *pipe = memory_alloc(1, sizeof *pipe);

	home_begin(&pipe->home, NULL);
	assert_int_equal(mkfifo(pipe->home.agenda, 0600), 0);
	/* For both directions, so that it waits for no other end. */
	pipe->end = open(pipe->home.agenda, O_RDWR | O_CLOEXEC);
	*state = pipe;
	return pipe->end < 0 ? -1 : 0;
}

static int tear_down(void **state)
{
	struct pipe *pipe = *state;

	if (pipe->end >= 0)
		close(pipe->end);
	home_end(&pipe->home);
	free(pipe);
	return 0;
}

static void send(const struct pipe *pipe, const char *text)
{
	assert_int_equal(write(pipe->end, text, strlen(text)), strlen(text));
}

static void send_all(struct pipe *pipe)
{
	send(pipe, second_half);
	close(pipe->end);
	pipe->end = -1;
}

static struct viewer *open_pipe(const struct pipe *pipe)
{
	const struct viewer_wish wish = {
	    .folder = pipe->home.folder,
	    .arguments = {pipe->home.program, "--at=2031-05-14T10:00", pipe->home.agenda},
	};
	struct viewer *viewer;

	send(pipe, first_half);
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "Waiting for page.md");
	viewer_expect(viewer, "1 kB so far");
	viewer_expect(viewer, "Esc stop reading");
	return viewer;
}

static void assert_stopped(struct viewer *viewer, int status)
{
	int ended = viewer_end(viewer);

	assert_true(WIFEXITED(ended));
	assert_int_equal(WEXITSTATUS(ended), status);
	assert_true(viewer_is_clean(viewer));
	/* Whoever stops it knows that, and why it ended. */
	assert_int_equal(viewer_find(viewer, "nec-agenda:"), -1);
	viewer_leave(viewer);
}

static void keys_stop_it(void **state)
{
	static const char *const keys[] = {"q", "\033", "\003", "xjq"};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct viewer *viewer = open_pipe(*state);

		viewer_type(viewer, keys[i]);
		assert_stopped(viewer, 128 + SIGINT);
		tear_down(state);
		assert_int_equal(set_up(state), 0);
	}
}

static void signals_stop_it(void **state)
{
	struct viewer *viewer = open_pipe(*state);

	viewer_signal(viewer, SIGTERM);
	assert_stopped(viewer, 128 + SIGTERM);
}

static void a_closed_window_stops_it(void **state)
{
	struct viewer *viewer = open_pipe(*state);
	int status;

	viewer_hang_up(viewer);
	status = viewer_end(viewer);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 128 + SIGHUP);
	viewer_leave(viewer);
}

static void the_browser_opens_in_its_place(void **state)
{
	struct pipe *pipe = *state;
	struct viewer *viewer = open_pipe(pipe);

	viewer_resize(viewer, 30, 100);
	viewer_resize(viewer, 10, 40);
	viewer_expect(viewer, "kB so far");
	viewer_resize(viewer, 24, 80);
	send_all(pipe);
	viewer_expect(viewer, "Promenade des sources");
	viewer_expect(viewer, "? help");
	viewer_expect_no(viewer, "Waiting for");
	viewer_type(viewer, "q");
	assert_stopped(viewer, 0);
}

static void standard_input_can_be_stopped(void **state)
{
	const struct pipe *pipe = *state;
	const struct viewer_wish wish = {
	    .folder = pipe->home.folder,
	    .input = pipe->home.agenda,
	    .arguments = {pipe->home.program, "-"},
	};
	struct viewer *viewer = viewer_run(&wish);

	viewer_expect(viewer, "Waiting for");
	viewer_type(viewer, "q");
	assert_stopped(viewer, 128 + SIGINT);
}

static void an_error_is_told_when_all_is_over(void **state)
{
	struct pipe *pipe = *state;
	struct viewer *viewer;
	int status;

	send(pipe, "%PDF-1.5\n");
	viewer = open_pipe(pipe);
	send_all(pipe);
	status = viewer_end(viewer);
	assert_int_equal(WEXITSTATUS(status), 1);
	assert_true(viewer_is_clean(viewer));
	assert_true(viewer_find(viewer, "a PDF document") >= 0);
	viewer_leave(viewer);
}

static void printing_tells_it_on_a_line(void **state)
{
	struct pipe *pipe = *state;
	const struct viewer_wish wish = {
	    .columns = 160,
	    .folder = pipe->home.folder,
	    .arguments = {pipe->home.program, "--print=tsv", pipe->home.agenda},
	};
	struct viewer *viewer;

	send(pipe, first_half);
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "Waiting for");
	send_all(pipe);
	assert_int_equal(viewer_end(viewer), 0);
	assert_int_equal(viewer_find(viewer, "Waiting for"), -1);
	assert_true(viewer_find(viewer, "Promenade des sources") >= 0);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

static void printing_is_interrupted_as_ever(void **state)
{
	const struct pipe *pipe = *state;
	const struct viewer_wish wish = {
	    .folder = pipe->home.folder,
	    .arguments = {pipe->home.program, "--check", pipe->home.agenda},
	};
	struct viewer *viewer = viewer_run(&wish);
	int status;

	viewer_expect(viewer, "Waiting for");
	viewer_type(viewer, "\003");
	status = viewer_end(viewer);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGINT);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(keys_stop_it),
	    TEST(signals_stop_it),
	    TEST(a_closed_window_stops_it),
	    TEST(the_browser_opens_in_its_place),
	    TEST(standard_input_can_be_stopped),
	    TEST(an_error_is_told_when_all_is_over),
	    TEST(printing_tells_it_on_a_line),
	    TEST(printing_is_interrupted_as_ever),
	};
#undef TEST

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("reading", tests, NULL, NULL);
}
