/*
 * The terminal layer against a terminal: a forked child opens the terminal and shows what it was
 * told; the test looks at it from outside.
 */
#include "config.h"

#include "viewer.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "term/terminal.h"
#include "tui/key.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The child */

struct child {
	struct terminal *terminal;
	struct screen *screen;
	int messages;
	bool done;
};

static void draw_samples(struct screen *screen)
{
	screen_put(screen, 2, 0, ROLE_TEXT, "Écologie – cœur ★ …");
	screen_put(screen, 3, 0, ROLE_TEXT, "漢字 e\xCC\x81|");
	screen_put(screen, 4, 0, ROLE_CURSOR, "chosen");
	screen_put(screen, 5, 0, ROLE_NOW, "now");
	screen_put(screen, 6, 0, ROLE_STRONG, "strong");
	screen_put(screen, 7, 0, ROLE_LINK, "link");
	screen_put(screen, screen_rows(screen) - 1, screen_columns(screen) - 3, ROLE_TEXT, "end");
	screen_set_cursor(screen, 4, 2);
}

static void draw(struct child *child, const char *what)
{
	struct buffer line = {0};

	screen_clear(child->screen);
	buffer_printf(&line, "%d: %s", child->messages, what);
	screen_put(child->screen, 0, 0, ROLE_TEXT, buffer_text(&line));
	draw_samples(child->screen);
	terminal_paint(child->terminal, child->screen);
	buffer_free(&line);
}

static void describe(struct buffer *out, const struct message *message)
{
	if (message->kind == MESSAGE_KEY)
		buffer_printf(out, "key %x", (unsigned int)message->key);
	else if (message->kind == MESSAGE_MOUSE)
		buffer_printf(out, "mouse %d at %d,%d", (int)message->mouse.action,
			      message->mouse.row, message->mouse.column);
	else
		buffer_printf(out, "size %dx%d", message->resize.columns, message->resize.rows);
}

static void use_up_memory(void)
{
	size_t capacity = 0;

	memory_grow(NULL, &capacity, SIZE_MAX, 2);
}

static void crash(void)
{
	raise(SIGFPE);
}

static void hang(struct child *child)
{
	draw(child, "hanging");
	for (;;)
		pause();
}

static void act(struct child *child, uint32_t key)
{
	if (key == 'q')
		child->done = true;
	else if (key == 'c')
		crash();
	else if (key == 'm')
		use_up_memory();
	else if (key == 's')
		terminal_suspend(child->terminal);
	else if (key == 'r')
		terminal_repaint(child->terminal);
	else if (key == 'h')
		hang(child);
}

static void take(struct child *child, const struct message *message)
{
	struct buffer what = {0};

	child->messages++;
	describe(&what, message);
	if (message->kind == MESSAGE_RESIZE)
		screen_resize(child->screen, message->resize.rows, message->resize.columns);
	if (message->kind == MESSAGE_KEY)
		act(child, message->key);
	draw(child, buffer_text(&what));
	buffer_free(&what);
}

static int show(const struct terminal_options *options)
{
	struct report report = {0};
	struct child child = {0};
	struct message message;
	int rows, columns;
	int status = 0;

	setlocale(LC_ALL, "C.UTF-8");
	child.terminal = terminal_open(options, &report);
	if (!child.terminal) {
		report_print(&report, stderr, "", SEVERITY_NOTE);
		return 1;
	}
	terminal_size(child.terminal, &rows, &columns);
	child.screen = screen_new(rows, columns);
	draw(&child, "ready");
	while (!child.done && !status) {
		enum terminal_event event = terminal_wait(child.terminal, -1, &message);

		if (event == TERMINAL_MESSAGE)
			take(&child, &message);
		else if (event == TERMINAL_END)
			status = 128 + terminal_end_signal(child.terminal);
	}
	screen_free(child.screen);
	terminal_close(child.terminal);
	return status;
}

static int show_all(void)
{
	return show(&(struct terminal_options){.mouse = true});
}

static int show_without_mouse(void)
{
	return show(&(struct terminal_options){.mouse = false});
}

static int show_ascii(void)
{
	return show(&(struct terminal_options){.ascii = true, .mouse = true});
}

static int show_colours_always(void)
{
	return show(&(struct terminal_options){.color = COLOR_ALWAYS});
}

static int show_colours_never(void)
{
	return show(&(struct terminal_options){.color = COLOR_NEVER});
}

static int wait_a_little(void)
{
	struct report report = {0};
	struct message message;
	struct terminal *terminal = terminal_open(&(struct terminal_options){0}, &report);
	enum terminal_event event = terminal_wait(terminal, 30, &message);

	terminal_close(terminal);
	return event == TERMINAL_TIMEOUT ? 0 : 1;
}

/* The tests */

static struct viewer *begin(const struct viewer_wish *wish, int (*function)(void))
{
	struct viewer *viewer = viewer_call(wish, function);

	viewer_expect(viewer, "0: ready");
	viewer_expect(viewer, "end");
	return viewer;
}

static void finish(struct viewer *viewer)
{
	viewer_type(viewer, "q");
	assert_int_equal(viewer_end(viewer), 0);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

static void a_screen_is_painted(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);
	int row, column;

	(void)state;
	assert_string_equal(viewer_row(viewer, 2), "Écologie – cœur ★ …");
	assert_string_equal(viewer_row(viewer, 3), "漢字 e\xCC\x81|");
	assert_int_equal(viewer_cell(viewer, 3, 0).width, 2);
	assert_int_equal(viewer_find_in(viewer, 23, "end"), 77);
	viewer_cursor(viewer, &row, &column);
	assert_int_equal(row, 4);
	assert_int_equal(column, 2);
	assert_true(viewer_cursor_visible(viewer));
	assert_true(viewer_cell(viewer, 6, 0).attrs.bold);
	assert_int_equal(viewer_cell(viewer, 7, 0).attrs.underline, VTERM_UNDERLINE_SINGLE);
	finish(viewer);
}

static bool is_plain(const VTermScreenCell *cell)
{
	return VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) && VTERM_COLOR_IS_DEFAULT_BG(&cell->bg);
}

static bool all_plain(struct viewer *viewer)
{
	for (int row = 0; row < 24; row++)
		for (int column = 0; column < 80; column++) {
			VTermScreenCell cell = viewer_cell(viewer, row, column);

			if (!is_plain(&cell))
				return false;
		}
	return true;
}

static void roles_have_colours(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);
	VTermScreenCell text = viewer_cell(viewer, 2, 0);
	VTermScreenCell cursor = viewer_cell(viewer, 4, 0);
	VTermScreenCell now = viewer_cell(viewer, 5, 0);

	(void)state;
	assert_true(is_plain(&text));
	assert_false(VTERM_COLOR_IS_DEFAULT_BG(&cursor.bg));
	assert_false(VTERM_COLOR_IS_DEFAULT_BG(&now.bg));
	assert_int_equal(cursor.bg.indexed.idx, 25);
	assert_int_not_equal(cursor.bg.indexed.idx, now.bg.indexed.idx);
	finish(viewer);
}

static void colours_can_be_refused(void **state)
{
	static const struct {
		const char *variable, *term;
		int (*function)(void);
		bool plain;
	} cases[] = {
	    {"NO_COLOR=1", NULL, show_all, true},
	    {"NO_COLOR=", NULL, show_all, false},
	    {"NO_COLOR=1", NULL, show_colours_always, false},
	    {"A=b", NULL, show_colours_never, true},
	    {"A=b", "vt100", show_all, true},
	    {"A=b", "linux", show_all, false},
	    {"A=b", "xterm", show_all, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct viewer *viewer = begin(
		    &(struct viewer_wish){.term = cases[i].term, .variables = {cases[i].variable}},
		    cases[i].function);

		assert_int_equal(all_plain(viewer), cases[i].plain);
		if (cases[i].plain)
			assert_true(viewer_cell(viewer, 4, 0).attrs.reverse);
		finish(viewer);
	}
}

static bool has_high_bytes(struct viewer *viewer)
{
	size_t length;
	const char *bytes = viewer_bytes(viewer, &length);

	for (size_t i = 0; i < length; i++)
		if ((unsigned char)bytes[i] >= 0x80)
			return true;
	return false;
}

static void ascii_is_ascii(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_ascii);

	(void)state;
	assert_string_equal(viewer_row(viewer, 2), "Ecologie - cour * ~");
	assert_string_equal(viewer_row(viewer, 3), "???? e|");
	finish(viewer);
	viewer = begin(&(struct viewer_wish){0}, show_ascii);
	assert_false(has_high_bytes(viewer));
	finish(viewer);
}

static void the_console_gets_what_its_font_has(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){.term = "linux"}, show_all);
	size_t length;

	(void)state;
	assert_string_equal(viewer_row(viewer, 2), "Écologie - cœur * ~");
	assert_null(strstr(viewer_bytes(viewer, &length), "1000h"));
	finish(viewer);
}

static void only_changes_are_sent(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);
	size_t length;

	(void)state;
	viewer_listen(viewer, 1);
	viewer_forget(viewer);
	viewer_type(viewer, "x");
	viewer_expect(viewer, "1: key 78");
	viewer_bytes(viewer, &length);
	assert_in_range(length, 1, 60);
	viewer_forget(viewer);
	viewer_type(viewer, "r");
	viewer_expect(viewer, "2: key 72");
	viewer_expect(viewer, "end");
	viewer_bytes(viewer, &length);
	assert_in_range(length, 100, 2000);
	finish(viewer);
}

static bool is_told_all_keys(struct viewer *viewer, const void *count)
{
	int most = *(const int *)count;

	return atoi(viewer_row(viewer, 0)) == most;
}

/* Types keys one by one; each is told as one message. */
static void assert_told(const char *term, const char *const *keys, const char *const *told,
			int count)
{
	struct viewer *viewer = begin(&(struct viewer_wish){.term = term}, show_all);

	for (int i = 0; i < count; i++) {
		int number = i + 1;

		viewer_type(viewer, keys[i]);
		viewer_until(viewer, is_told_all_keys, &number);
		viewer_expect(viewer, told[i]);
	}
	finish(viewer);
}

static void keys_are_told(void **state)
{
	/* The second form of each is another terminal's. */
	static const char *const keys[] = {"a",	      "é",	 "\033OA",   "\033[A", "\033OH",
					   "\033[1~", "\033[5~", "\033[Z",   "\r",     "\033OM",
					   "\177",    "\033OP",	 "\033[24~", "\t",     "\033"};
	static const char *const told[] = {"key 61",	 "key e9",     "key 110002", "key 110002",
					   "key 110008", "key 110008", "key 110006", "key 110001",
					   "key d",	 "key d",      "key 110000", "key 11000c",
					   "key 110017", "key 9",      "key 1b"};

	(void)state;
	assert_told("xterm-256color", keys, told, sizeof keys / sizeof *keys);
}

/* Read at once, as over a slow line. */
static void two_escapes_are_two_keys(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);
	int both = 2;

	(void)state;
	viewer_type(viewer, "\033\033");
	viewer_until(viewer, is_told_all_keys, &both);
	viewer_expect(viewer, "key 1b");
	finish(viewer);
}

static void console_keys_are_told(void **state)
{
	static const char *const keys[] = {"\033[A", "\033[1~", "\033[4~", "\033[[A", "\177"};
	static const char *const told[] = {"key 110002", "key 110008", "key 110009", "key 11000c",
					   "key 110000"};

	(void)state;
	assert_told("linux", keys, told, sizeof keys / sizeof *keys);
}

/* Only the x behind them is a key, and nothing gets stuck. */
static void noise_is_passed_over(void **state)
{
	static const char *const keys[] = {
	    "\033bx",	     "\033[99;99zx", "\033[1;5Ax",	  "\033[<3;1;1Mx",
	    "\033[<0;1;1mx", "\xff\xfex",    "\033]0;bbb\033\\x", "\033[Mabcx"};
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);

	(void)state;
	for (int i = 0; i < (int)(sizeof keys / sizeof *keys); i++) {
		int number = i + 1;

		viewer_type(viewer, keys[i]);
		viewer_until(viewer, is_told_all_keys, &number);
		viewer_expect(viewer, "key 78");
	}
	finish(viewer);
}

/* A mouse report that breaks off must not hold up what comes after it: here the end. */
static void a_sequence_that_breaks_off_blocks_nothing(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);

	(void)state;
	viewer_type(viewer, "\033[<");
	viewer_signal(viewer, SIGWINCH);
	viewer_resize(viewer, 25, 80);
	viewer_expect(viewer, "size 80x25");
	viewer_type(viewer, "\033[<0;1");
	viewer_signal(viewer, SIGTERM);
	assert_int_equal(WEXITSTATUS(viewer_end(viewer)), 128 + SIGTERM);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

static void the_mouse_is_told(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){.columns = 300}, show_all);

	(void)state;
	viewer_click(viewer, 7, 250, 1);
	viewer_expect(viewer, "1: mouse 0 at 7,250");
	viewer_click(viewer, 3, 4, 2);
	viewer_expect(viewer, "3: mouse 1 at 3,4");
	viewer_type(viewer, "\033[<64;1;1M");
	viewer_expect(viewer, "4: mouse 2 at 0,0");
	finish(viewer);
}

static void the_mouse_is_left_alone_where_asked(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_without_mouse);
	size_t length;

	(void)state;
	assert_null(strstr(viewer_bytes(viewer, &length), "1000"));
	finish(viewer);
}

static void sizes_are_followed(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){.rows = 10, .columns = 40}, show_all);

	(void)state;
	viewer_resize(viewer, 50, 132);
	viewer_expect(viewer, "size 132x50");
	viewer_expect(viewer, "end");
	assert_int_equal(viewer_find_in(viewer, 49, "end"), 129);
	viewer_resize(viewer, 8, 20);
	viewer_expect(viewer, "size 20x8");
	viewer_resize(viewer, 1, 1);
	viewer_resize(viewer, 24, 80);
	viewer_expect(viewer, "size 80x24");
	viewer_expect(viewer, "end");
	finish(viewer);
}

static void a_storm_of_sizes_ends_in_the_last_one(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);

	(void)state;
	for (int i = 1; i <= 200; i++)
		viewer_resize(viewer, 1 + i * 7 % 60, 1 + i * 13 % 150);
	viewer_resize(viewer, 24, 80);
	viewer_expect(viewer, "end");
	viewer_type(viewer, "x");
	viewer_expect(viewer, "key 78");
	assert_int_equal(viewer_find_in(viewer, 23, "end"), 77);
	finish(viewer);
}

static void a_size_that_is_as_before_is_painted_anew(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);

	(void)state;
	viewer_scribble(viewer, "\033[2J\033[9;9Hlost");
	viewer_expect(viewer, "lost");
	viewer_signal(viewer, SIGWINCH);
	viewer_expect_no(viewer, "lost");
	viewer_expect(viewer, "ready");
	viewer_expect(viewer, "end");
	finish(viewer);
}

/* LINES and COLUMNS are what the shell knew once; a size of nothing is what a serial line says. */
static void odd_sizes_do_no_harm(void **state)
{
	struct viewer *viewer =
	    begin(&(struct viewer_wish){.variables = {"LINES=5", "COLUMNS=7"}}, show_all);

	(void)state;
	assert_int_equal(viewer_find_in(viewer, 23, "end"), 77);
	viewer_resize(viewer, 30, 90);
	viewer_expect(viewer, "size 90x30");
	finish(viewer);
	viewer = viewer_call(&(struct viewer_wish){.rows = 65535, .columns = 65535}, show_all);
	viewer_expect(viewer, "0: ready");
	finish(viewer);
}

static void assert_ended_by(int signal, int (*cause)(int status), const char *keys)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);

	if (keys)
		viewer_type(viewer, keys);
	else
		viewer_signal(viewer, signal);
	assert_int_equal(cause(viewer_end(viewer)), signal);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

static int told_by_status(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) - 128 : -1;
}

static int told_by_signal(int status)
{
	return WIFSIGNALED(status) ? WTERMSIG(status) : -1;
}

static void who_is_asked_to_end_ends_well(void **state)
{
	(void)state;
	assert_ended_by(SIGTERM, told_by_status, NULL);
	assert_ended_by(SIGHUP, told_by_status, NULL);
	assert_ended_by(SIGINT, told_by_status, NULL);
	assert_ended_by(SIGINT, told_by_status, "\003");
}

static void a_crash_gives_the_terminal_back(void **state)
{
	static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

	(void)state;
	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		assert_ended_by(crashes[i], told_by_signal, NULL);
	assert_ended_by(SIGFPE, told_by_signal, "c");
	assert_ended_by(SIGQUIT, told_by_signal, "\034");
}

/* Who hangs does not end at the first signal; who asks again and again is heard. */
static void who_hangs_is_asked_again(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);

	(void)state;
	viewer_type(viewer, "h");
	viewer_expect(viewer, "hanging");
	for (int i = 0; i < 500 && !viewer_has_ended(viewer); i++) {
		viewer_signal(viewer, SIGTERM);
		viewer_listen(viewer, 20);
	}
	assert_int_equal(told_by_signal(viewer_end(viewer)), SIGTERM);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

static void without_memory_the_terminal_is_given_back(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);

	(void)state;
	viewer_type(viewer, "m");
	assert_int_equal(WEXITSTATUS(viewer_end(viewer)), 1);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

static void a_terminal_that_is_gone_ends_it(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){0}, show_all);

	(void)state;
	viewer_hang_up(viewer);
	assert_int_equal(told_by_status(viewer_end(viewer)), SIGHUP);
	viewer_leave(viewer);
}

static void waiting_ends_in_time(void **state)
{
	struct viewer *viewer = viewer_call(&(struct viewer_wish){0}, wait_a_little);

	(void)state;
	assert_int_equal(viewer_end(viewer), 0);
	viewer_leave(viewer);
}

static void keys_come_from_the_terminal_where_input_is_a_file(void **state)
{
	struct viewer *viewer = begin(&(struct viewer_wish){.input = "/dev/null"}, show_all);

	(void)state;
	viewer_type(viewer, "x");
	viewer_expect(viewer, "1: key 78");
	finish(viewer);
}

static void a_terminal_that_cannot_be_used_is_named(void **state)
{
	static const struct {
		const char *term, *said;
	} cases[] = {
	    {"no-such-terminal", "no-such-terminal"},
	    {"dumb", "dumb"},
	    {"", "set TERM"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct viewer *viewer = viewer_call(
		    &(struct viewer_wish){.term = cases[i].term, .columns = 200}, show_all);
		size_t length;

		assert_int_equal(WEXITSTATUS(viewer_end(viewer)), 1);
		assert_true(viewer_is_clean(viewer));
		assert_non_null(strstr(viewer_bytes(viewer, &length), cases[i].said));
		assert_non_null(strstr(viewer_bytes(viewer, &length), "--print"));
		assert_null(strchr(viewer_bytes(viewer, &length), '\033'));
		viewer_leave(viewer);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_screen_is_painted),
	    cmocka_unit_test(roles_have_colours),
	    cmocka_unit_test(colours_can_be_refused),
	    cmocka_unit_test(ascii_is_ascii),
	    cmocka_unit_test(the_console_gets_what_its_font_has),
	    cmocka_unit_test(only_changes_are_sent),
	    cmocka_unit_test(keys_are_told),
	    cmocka_unit_test(two_escapes_are_two_keys),
	    cmocka_unit_test(console_keys_are_told),
	    cmocka_unit_test(noise_is_passed_over),
	    cmocka_unit_test(a_sequence_that_breaks_off_blocks_nothing),
	    cmocka_unit_test(the_mouse_is_told),
	    cmocka_unit_test(the_mouse_is_left_alone_where_asked),
	    cmocka_unit_test(sizes_are_followed),
	    cmocka_unit_test(a_storm_of_sizes_ends_in_the_last_one),
	    cmocka_unit_test(a_size_that_is_as_before_is_painted_anew),
	    cmocka_unit_test(odd_sizes_do_no_harm),
	    cmocka_unit_test(who_is_asked_to_end_ends_well),
	    cmocka_unit_test(a_crash_gives_the_terminal_back),
	    cmocka_unit_test(who_hangs_is_asked_again),
	    cmocka_unit_test(without_memory_the_terminal_is_given_back),
	    cmocka_unit_test(a_terminal_that_is_gone_ends_it),
	    cmocka_unit_test(waiting_ends_in_time),
	    cmocka_unit_test(keys_come_from_the_terminal_where_input_is_a_file),
	    cmocka_unit_test(a_terminal_that_cannot_be_used_is_named),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
