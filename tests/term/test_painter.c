/*
 * Screens at random, one after the other: what a terminal shows when only what differs was handed
 * over must be the screen itself. The child that paints and the test that looks make the same ones.
 */
#include "config.h"

#include "viewer.h"

#include "base/buffer.h"
#include "term/terminal.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

enum { ROWS = 12, COLUMNS = 40, PICTURES = 400, NUMBER_COLUMNS = 4 };

struct picture {
	struct screen *screen;
	unsigned number, dice;
};

static unsigned throw_dice(struct picture *picture, unsigned sides)
{
	picture->dice = picture->dice * 1664525u + 1013904223u;
	return (picture->dice >> 16) % sides;
}

/* Wide characters and marks stand beside, over and half over each other, and at the edge; but marks
 * do not, for libvterm would put them into the next line. */
static void scatter(struct picture *picture)
{
	static const char mark[] = "\xCC\x81";
	static const char *const texts[] = {
	    "漢字", "a",    "é",    "e\xCC\x81o\xCC\x81", "│",	 "…", "日", "bcde", "  ",
	    "   ",  "語の", "…日x", "one and two",	  "x漢", "★", " ",  "─────"};
	static const enum role roles[] = {ROLE_TEXT, ROLE_TEXT, ROLE_STRONG};

	for (unsigned i = throw_dice(picture, 12); i > 0; i--) {
		const char *text = texts[throw_dice(picture, sizeof texts / sizeof *texts)];
		int edge = strstr(text, mark) ? COLUMNS - 2 : COLUMNS;
		int row = (int)throw_dice(picture, ROWS);
		int column =
		    NUMBER_COLUMNS + (int)throw_dice(picture, (unsigned)(edge - NUMBER_COLUMNS));

		screen_put(picture->screen, row, column,
			   roles[throw_dice(picture, sizeof roles / sizeof *roles)], text);
	}
}

/* Each is made of the one before; now and then of an empty one. */
static void go_on(struct picture *picture)
{
	struct buffer number = {0};

	picture->number++;
	if (!throw_dice(picture, 20))
		screen_clear(picture->screen);
	scatter(picture);
	buffer_printf(&number, "%u", picture->number);
	screen_field(picture->screen, 0, 0, NUMBER_COLUMNS, ROLE_TEXT, buffer_text(&number));
	buffer_free(&number);
}

static int show(void)
{
	const struct terminal_options options = {0};
	struct picture picture = {0};
	struct report report = {0};
	struct message message;
	struct terminal *terminal;

	setlocale(LC_ALL, "C.UTF-8");
	terminal = terminal_open(&options, &report);
	picture.screen = screen_new(ROWS, COLUMNS);
	do {
		go_on(&picture);
		terminal_paint(terminal, picture.screen);
	} while (terminal_wait(terminal, -1, &message) == TERMINAL_MESSAGE && message.key != 'q');
	screen_free(picture.screen);
	terminal_close(terminal);
	return 0;
}

static bool same_text(struct viewer *viewer, const struct screen *screen, int row)
{
	struct buffer text = {0};
	bool same;

	for (int column = 0; column < COLUMNS; column++)
		buffer_puts(&text, screen_cell(screen, row, column)->text);
	while (text.length && text.data[text.length - 1] == ' ')
		buffer_truncate(&text, text.length - 1);
	same = !strcmp(buffer_text(&text), viewer_row(viewer, row));
	buffer_free(&text);
	return same;
}

static bool same_looks(struct viewer *viewer, const struct screen *screen, int row)
{
	for (int column = 0; column < COLUMNS; column++) {
		const struct cell *cell = screen_cell(screen, row, column);

		if (*cell->text && *cell->text != ' ' &&
		    viewer_cell(viewer, row, column).attrs.bold != (cell->role == ROLE_STRONG))
			return false;
	}
	return true;
}

static bool is_shown(struct viewer *viewer, const void *data)
{
	const struct screen *screen = data;

	for (int row = 0; row < ROWS; row++)
		if (!same_text(viewer, screen, row) || !same_looks(viewer, screen, row))
			return false;
	return true;
}

static void what_is_shown_is_the_screen(void **state)
{
	const struct viewer_wish wish = {.rows = ROWS, .columns = COLUMNS};
	struct viewer *viewer = viewer_call(&wish, show);
	struct picture picture = {.screen = screen_new(ROWS, COLUMNS)};

	(void)state;
	go_on(&picture);
	viewer_until(viewer, is_shown, picture.screen);
	while (picture.number < PICTURES) {
		viewer_type(viewer, "x");
		go_on(&picture);
		viewer_until(viewer, is_shown, picture.screen);
	}
	viewer_type(viewer, "q");
	assert_int_equal(viewer_end(viewer), 0);
	viewer_leave(viewer);
	screen_free(picture.screen);
}

/* More marks than curses takes with a letter, as those have it who write like ghosts. */
static int show_marks(void)
{
	const struct terminal_options options = {0};
	struct report report = {0};
	struct message message;
	struct terminal *terminal;
	struct screen *screen = screen_new(ROWS, COLUMNS);

	setlocale(LC_ALL, "C.UTF-8");
	terminal = terminal_open(&options, &report);
	screen_put(screen, 1, 0, ROLE_TEXT,
		   "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87|end");
	terminal_paint(terminal, screen);
	while (terminal_wait(terminal, -1, &message) == TERMINAL_MESSAGE && message.key != 'q')
		;
	screen_free(screen);
	terminal_close(terminal);
	return 0;
}

static bool stands_behind_the_marks(struct viewer *viewer, const void *data)
{
	(void)data;
	return viewer_cell(viewer, 1, 0).chars[0] == 'e' &&
	       viewer_cell(viewer, 1, 0).chars[4] == 0x304 &&
	       viewer_cell(viewer, 1, 1).chars[0] == '|' &&
	       viewer_cell(viewer, 1, 4).chars[0] == 'd';
}

static void many_marks_move_nothing(void **state)
{
	const struct viewer_wish wish = {.rows = ROWS, .columns = COLUMNS};
	struct viewer *viewer = viewer_call(&wish, show_marks);

	(void)state;
	viewer_until(viewer, stands_behind_the_marks, NULL);
	viewer_type(viewer, "q");
	assert_int_equal(viewer_end(viewer), 0);
	viewer_leave(viewer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_shown_is_the_screen),
	    cmocka_unit_test(many_marks_move_nothing),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("painter", tests, NULL, NULL);
}
