/*
 * The mouse of the console, with a stand-in for gpm at the other end of a socket of the test's own.
 * What is read and written here is laid out by hand, as gpm's clients have it.
 */
#include "config.h"

#include "term/gpm.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { CONSOLE = 3, MOVE = 1, DRAG = 2, DOWN = 4, UP = 8, SINGLE = 16, LEFT = 4 };

struct stand_in {
	char folder[32];
	struct sockaddr_un address;
	int listening, client;
	struct gpm *gpm;
};

static int set_up(void **state)
{
	struct stand_in *in = calloc(1, sizeof *in);

	strcpy(in->folder, "/tmp/gpm-XXXXXX");
	assert_non_null(mkdtemp(in->folder));
	in->address.sun_family = AF_UNIX;
	snprintf(in->address.sun_path, sizeof in->address.sun_path, "%s/ctl", in->folder);
	in->listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(in->listening, (struct sockaddr *)&in->address, sizeof in->address),
			 0);
	assert_int_equal(listen(in->listening, 1), 0);
	in->client = -1;
	*state = in;
	return 0;
}

static int tear_down(void **state)
{
	struct stand_in *in = *state;

	gpm_leave(in->gpm);
	if (in->client >= 0)
		close(in->client);
	close(in->listening);
	unlink(in->address.sun_path);
	rmdir(in->folder);
	free(in);
	return 0;
}

static uint16_t number_at(const unsigned char *bytes, size_t offset)
{
	uint16_t number;

	memcpy(&number, bytes + offset, sizeof number);
	return number;
}

static void meet(struct stand_in *in, unsigned char request[16])
{
	in->gpm = gpm_ask(in->address.sun_path, CONSOLE);
	assert_non_null(in->gpm);
	in->client = accept(in->listening, NULL, NULL);
	assert_true(in->client >= 0);
	assert_int_equal(recv(in->client, request, 16, MSG_WAITALL), 16);
}

static void fill_event(unsigned char event[28], int type, int row, int column)
{
	const uint16_t console = CONSOLE, x = (uint16_t)column, y = (uint16_t)row;
	const int32_t kind = type;

	memset(event, 0, 28);
	event[0] = LEFT;
	memcpy(event + 2, &console, sizeof console);
	memcpy(event + 8, &x, sizeof x);
	memcpy(event + 10, &y, sizeof y);
	memcpy(event + 12, &kind, sizeof kind);
}

static void tell(const struct stand_in *in, int type, int row, int column)
{
	unsigned char event[28];

	fill_event(event, type, row, column);
	assert_int_equal(write(in->client, event, sizeof event), sizeof event);
}

static void assert_click(struct gpm *gpm, int row, int column)
{
	struct message message;

	assert_true(gpm_take(gpm, &message));
	assert_int_equal(message.kind, MESSAGE_MOUSE);
	assert_int_equal(message.mouse.action, MOUSE_CLICK);
	assert_int_equal(message.mouse.row, row);
	assert_int_equal(message.mouse.column, column);
}

/* Presses only, the pointer moved by gpm and nothing else by it, with any key held down. */
static void it_asks_for_presses(void **state)
{
	unsigned char request[16];
	int32_t pid, console;

	meet(*state, request);
	assert_int_equal(number_at(request, 0), DOWN);
	assert_int_equal(number_at(request, 2), MOVE);
	assert_int_equal(number_at(request, 4), 0);
	assert_int_equal(number_at(request, 6), 0xFFFF);
	memcpy(&pid, request + 8, sizeof pid);
	memcpy(&console, request + 12, sizeof console);
	assert_int_equal(pid, getpid());
	assert_int_equal(console, CONSOLE);
}

static void a_press_is_a_click(void **state)
{
	struct stand_in *in = *state;
	unsigned char request[16];
	struct message message;

	meet(in, request);
	assert_false(gpm_take(in->gpm, &message));
	tell(in, MOVE, 1, 1);
	tell(in, DOWN | SINGLE, 5, 80);
	tell(in, UP | SINGLE, 5, 80);
	tell(in, DRAG, 6, 80);
	tell(in, DOWN | SINGLE, 1, 1);
	assert_click(in->gpm, 4, 79);
	assert_click(in->gpm, 0, 0);
	assert_false(gpm_take(in->gpm, &message));
	assert_true(gpm_fd(in->gpm) >= 0);
}

static void an_event_may_come_in_pieces(void **state)
{
	struct stand_in *in = *state;
	unsigned char request[16], event[28];
	struct message message;

	meet(in, request);
	fill_event(event, DOWN, 7, 9);
	assert_int_equal(write(in->client, event, 11), 11);
	assert_false(gpm_take(in->gpm, &message));
	assert_int_equal(write(in->client, event + 11, 17), 17);
	assert_click(in->gpm, 6, 8);
}

static void a_gpm_that_ends_is_forgotten(void **state)
{
	struct stand_in *in = *state;
	unsigned char request[16];
	struct message message;

	meet(in, request);
	tell(in, DOWN, 2, 3);
	close(in->client);
	in->client = -1;
	assert_click(in->gpm, 1, 2);
	assert_false(gpm_take(in->gpm, &message));
	assert_int_equal(gpm_fd(in->gpm), -1);
	assert_false(gpm_take(in->gpm, &message));
}

static void without_gpm_there_is_no_mouse(void **state)
{
	const struct stand_in *in = *state;
	struct message message;

	unlink(in->address.sun_path);
	assert_null(gpm_ask(in->address.sun_path, CONSOLE));
	assert_null(gpm_ask("/tmp/a-name-that-is-longer-than-any-address-of-a-socket-may-be/"
			    "a-name-that-is-longer-than-any-address-of-a-socket-may-be",
			    CONSOLE));
	assert_int_equal(gpm_fd(NULL), -1);
	assert_false(gpm_take(NULL, &message));
	gpm_leave(NULL);
}

static void what_is_no_console_has_no_number(void **state)
{
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC), terminal = posix_openpt(O_RDWR);

	(void)state;
	assert_int_equal(gpm_console(null), 0);
	assert_int_equal(gpm_console(terminal), 0);
	assert_int_equal(gpm_console(-1), 0);
	close(null);
	close(terminal);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(it_asks_for_presses),		 TEST(a_press_is_a_click),
	    TEST(an_event_may_come_in_pieces),	 TEST(a_gpm_that_ends_is_forgotten),
	    TEST(without_gpm_there_is_no_mouse), TEST(what_is_no_console_has_no_number),
	};

	return cmocka_run_group_tests_name("gpm", tests, NULL, NULL);
}
