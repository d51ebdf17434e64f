/*
 * What a terminal shows of every view: in English and French, with 256 colours, eight or none, in
 * UTF-8 or ASCII, at four sizes. Each row of the table is drawn at each size; the rest is dealt out
 * so that every two values of any two of these meet, which is tested, too. What is shown is
 * compared with golden/NAME-SIZE.txt: the characters, where the cursor stands, and how cells look
 * that do not look plain. As for tests/tui/test_golden.c, NEC_RENEW_GOLDEN=1 renews the files,
 * which are to be looked at before they are committed.
 */
#include "config.h"

#include "golden_file.h"
#include "scene.h"

#include "base/ascii.h"
#include "term/palette.h"
#include "tui/app_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>

/* What varies is dealt out by the number of the row: new ones go to the end. */
static const struct shown {
	const char *name;
	struct scene scene;
} shown[] = {
    {"programme", {.script = "b k b"}},
    {"days", {.script = "Shift-Tab"}},
    {"detail", {.script = "k Enter"}},
    {"filter-leaves-nothing", {.script = "h G k Enter"}},
    {"now", {.script = ". . j"}},
    {"themes", {.script = "2 j"}},
    {"practical", {.script = "3"}},
    {"link", {.script = "3 Tab"}},
    {"code", {.script = "3 Tab c"}},
    {"agenda", {.script = "b k b j j b m n e t s Enter 4"}},
    {"agenda-empty", {.script = "4"}},
    {"plan", {.agenda = REGATTA, .script = "g b j b j b j j j j j j b j b j b 4 g"}},
    {"news", {.disk = KEPT_BEFORE, .script = "4 j"}},
    {"spare", {.script = "G k k k b 4 k Enter"}},
    {"grid", {.script = "b k b 5"}},
    {"grid-congress", {.agenda = CONGRESS, .script = "5 j"}},
    {"speakers", {.script = "G k k s"}},
    {"room", {.script = "b r"}},
    {"searching", {.script = "/ m e n d"}},
    {"search", {.script = "/ e Space s Enter n"}},
    {"filter", {.script = "f Space"}},
    {"chips", {.script = "f Space / l o f t Enter Space Esc Esc"}},
    {"note", {.script = "k m r i n g Space é"}},
    {"question", {.script = "b m r i n g Enter b"}},
    {"take", {.script = "b e"}},
    {"help", {.script = "?"}},
    {"nothing-at-all", {.agenda = EMPTY, .script = ""}},
    {"linear-programme", {.linear = true, .script = "b k b"}},
    {"linear-agenda", {.linear = true, .script = "b k b j j b m n e t s Enter 4"}},
    {"linear-detail", {.linear = true, .script = "k Enter Tab"}},
    {"linear-filter", {.linear = true, .script = "f Space j"}},
};

enum { SHOWN = sizeof shown / sizeof *shown };

/* What varies */

static const struct {
	int columns, rows;
} sizes[] = {{40, 10}, {80, 24}, {120, 36}, {200, 60}};

static const struct {
	const char *code, *name;
} languages[] = {{"en", "English"}, {"fr", "French"}};

static const struct {
	enum palette_depth depth;
	const char *name;
} colours[] = {{PALETTE_256, "256 colours"}, {PALETTE_8, "eight colours"}, {PALETTE_NONE, "none"}};

static const char *const charsets[] = {"UTF-8", "ASCII"};

enum aspect { VIEW, SIZE, LANGUAGE, COLOUR, CHARSET, ASPECTS };

static const int values[ASPECTS] = {
    [VIEW] = SHOWN,
    [SIZE] = sizeof sizes / sizeof *sizes,
    [LANGUAGE] = sizeof languages / sizeof *languages,
    [COLOUR] = sizeof colours / sizeof *colours,
    [CHARSET] = sizeof charsets / sizeof *charsets,
};

/* A value of each aspect. */
struct look_case {
	int of[ASPECTS];
};

/* Views and sizes meet all; what else there is goes round with both. */
static struct look_case case_of(int view, int size)
{
	return (struct look_case){{
	    [VIEW] = view,
	    [SIZE] = size,
	    [LANGUAGE] = (size + view) % 2,
	    [COLOUR] = (size + view) % 3,
	    [CHARSET] = (size / 2 + view / 2 + view / 4) % 2,
	}};
}

static bool meet(enum aspect one, int value, enum aspect other, int with)
{
	for (int view = 0; view < SHOWN; view++)
		for (int size = 0; size < values[SIZE]; size++) {
			struct look_case all = case_of(view, size);

			if (all.of[one] == value && all.of[other] == with)
				return true;
		}
	return false;
}

static void every_two_values_meet(void **state)
{
	(void)state;
	for (enum aspect one = 0; one < ASPECTS; one++)
		for (enum aspect other = one + 1; other < ASPECTS; other++)
			for (int value = 0; value < values[one]; value++)
				for (int with = 0; with < values[other]; with++)
					if (!meet(one, value, other, with))
						fail_msg(
						    "value %d of aspect %d does not meet value "
						    "%d of aspect %d",
						    value, one, with, other);
}

static void every_view_is_shown(void **state)
{
	bool views[VIEW_COUNT] = {false};

	(void)state;
	for (int i = 0; i < SHOWN; i++) {
		struct play play;

		scene_play(&play, &shown[i].scene, 24, 80);
		views[play.app->view] = true;
		play_end(&play);
	}
	for (int view = 0; view < VIEW_COUNT; view++)
		if (!views[view])
			fail_msg("%s is not shown", view_at((enum view_id)view)->name);
}

/* What a terminal makes of the screen */

static void say_characters(const struct screen *screen, bool ascii, struct buffer *out)
{
	for (int row = 0; row < screen_rows(screen); row++) {
		for (int column = 0; column < screen_columns(screen); column++) {
			const char *text = screen_cell(screen, row, column)->text;

			if (ascii)
				ascii_append_cell(out, text, strlen(text));
			else
				buffer_puts(out, text);
		}
		while (out->length && out->data[out->length - 1] == ' ')
			buffer_truncate(out, out->length - 1);
		buffer_putc(out, '\n');
	}
}

static void say_colour(short colour, struct buffer *out)
{
	static const char *const names[] = {"black", "red",	"green", "yellow",
					    "blue",  "magenta", "cyan",	 "white"};

	if (colour < 8)
		buffer_puts(out, names[colour]);
	else
		buffer_printf(out, "%d", colour);
}

/* "231 on 25 bold"; nothing for what looks plain. */
static void say_look(const struct look *look, struct buffer *out)
{
	static const struct {
		attr_t attribute;
		const char *name;
	} attributes[] = {{A_BOLD, " bold"},
			  {A_UNDERLINE, " underlined"},
			  {A_REVERSE, " reverse"},
			  {A_ITALIC, " italic"}};

	if (look->foreground >= 0) {
		buffer_putc(out, ' ');
		say_colour(look->foreground, out);
	}
	if (look->background >= 0) {
		buffer_puts(out, " on ");
		say_colour(look->background, out);
	}
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
		if (look->attributes & attributes[i].attribute)
			buffer_puts(out, attributes[i].name);
}

static bool same_look(const struct look *one, const struct look *other)
{
	return one->foreground == other->foreground && one->background == other->background &&
	       one->attributes == other->attributes;
}

static const struct look *look_at(const struct screen *screen, enum palette_depth depth, int row,
				  int column)
{
	return palette_look(depth, (enum role)screen_cell(screen, row, column)->role);
}

/* A line for each row where something does not look plain: from which column to which it does how.
 */
static void say_looks(const struct screen *screen, enum palette_depth depth, struct buffer *out)
{
	for (int row = 0; row < screen_rows(screen); row++) {
		struct buffer line = {0};

		for (int column = 0, end; column < screen_columns(screen); column = end) {
			const struct look *look = look_at(screen, depth, row, column);
			struct buffer words = {0};

			for (end = column + 1; end < screen_columns(screen) &&
					       same_look(look, look_at(screen, depth, row, end));)
				end++;
			say_look(look, &words);
			if (words.length)
				buffer_printf(&line, "%s%d-%d%s", line.length ? ", " : "", column,
					      end - 1, buffer_text(&words));
			buffer_free(&words);
		}
		if (line.length)
			buffer_printf(out, "row %d: %s\n", row, buffer_text(&line));
		buffer_free(&line);
	}
}

static void say_all(const struct play *play, const struct look_case *one, struct buffer *out)
{
	int row, column;

	buffer_printf(out, "%s, %s, colours: %s\n", languages[one->of[LANGUAGE]].name,
		      charsets[one->of[CHARSET]], colours[one->of[COLOUR]].name);
	say_characters(play->screen, one->of[CHARSET], out);
	screen_cursor(play->screen, &row, &column);
	buffer_printf(out, "cursor: row %d, column %d\n", row, column);
	say_looks(play->screen, colours[one->of[COLOUR]].depth, out);
}

static bool is_as_it_was(int view, int size)
{
	struct look_case one = case_of(view, size);
	struct scene scene = shown[view].scene;
	struct buffer all = {0}, path = {0};
	struct play play;
	bool same;

	if (!play_speak(languages[one.of[LANGUAGE]].code)) {
		print_message("# there is no French here\n");
		return true;
	}
	scene.plain = one.of[CHARSET];
	scene_play(&play, &scene, sizes[size].rows, sizes[size].columns);
	say_all(&play, &one, &all);
	play_end(&play);
	buffer_printf(&path, "tests/term/golden/%s-%dx%d.txt", shown[view].name,
		      sizes[size].columns, sizes[size].rows);
	same = golden_file_holds(buffer_text(&path), &all, scene.script);
	buffer_free(&all);
	buffer_free(&path);
	return same;
}

static void every_view_looks_as_it_did(void **state)
{
	int others = 0;

	(void)state;
	for (int view = 0; view < SHOWN; view++)
		for (int size = 0; size < values[SIZE]; size++)
			others += !is_as_it_was(view, size);
	play_speak("en");
	assert_int_equal(others, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_two_values_meet),
	    cmocka_unit_test(every_view_is_shown),
	    cmocka_unit_test(every_view_looks_as_it_did),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("looks", tests, NULL, NULL);
}
