/* What curses writes for a paint comes to the terminal in one piece. */
#include "config.h"

#include "term/frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Writes a text as curses does: to the descriptor, past the stream. */
static void put(const struct frame *frame, const char *text)
{
	assert_int_equal(write(fileno(frame_stream(frame)), text, strlen(text)), strlen(text));
}

static bool is_quiet(int end)
{
	struct pollfd readable = {.fd = end, .events = POLLIN};

	return !poll(&readable, 1, 0);
}

/* What comes with one write is one packet. */
static void expect_packet(int end, const char *text)
{
	char bytes[200];
	ssize_t length = read(end, bytes, sizeof bytes - 1);

	assert_true(length >= 0);
	bytes[length] = '\0';
	assert_string_equal(bytes, text);
}

static void a_paint_comes_in_one_piece(void **state)
{
	struct frame *frame;
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_DIRECT | O_NONBLOCK), 0);
	frame = frame_new(ends[1]);
	assert_non_null(frame);
	for (int paint = 0; paint < 3; paint++) {
		frame_begin(frame);
		put(frame, "one");
		put(frame, ", two");
		assert_true(is_quiet(ends[0]));
		put(frame, paint ? "" : ", three");
		frame_end(frame);
		expect_packet(ends[0], paint ? "one, two" : "one, two, three");
		assert_true(is_quiet(ends[0]));
	}
	frame_begin(frame);
	frame_end(frame);
	assert_true(is_quiet(ends[0]));
	frame_free(frame);
	close(ends[0]);
	close(ends[1]);
}

static void between_paints_nothing_waits(void **state)
{
	struct frame *frame;
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_DIRECT | O_NONBLOCK), 0);
	frame = frame_new(ends[1]);
	put(frame, "a bell");
	expect_packet(ends[0], "a bell");
	frame_free(frame);
	close(ends[0]);
	close(ends[1]);
}

/* Where files may not be large, in memory neither, it comes piece by piece and all the same. */
static void without_memory_it_comes_at_once(void **state)
{
	struct rlimit before, small;
	struct frame *frame;
	int ends[2];

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 1;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(pipe2(ends, O_DIRECT | O_NONBLOCK), 0);
	frame = frame_new(ends[1]);
	frame_begin(frame);
	put(frame, "piece");
	expect_packet(ends[0], "piece");
	frame_end(frame);
	assert_true(is_quiet(ends[0]));
	frame_free(frame);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	close(ends[0]);
	close(ends[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_paint_comes_in_one_piece),
	    cmocka_unit_test(between_paints_nothing_waits),
	    cmocka_unit_test(without_memory_it_comes_at_once),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
