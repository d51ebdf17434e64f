/*
 * The program in whatever terminal there is: with few colours or none, on a light or a dark ground,
 * without UTF-8, in French where no French locale is installed.
 */
#include "config.h"

#include "visit.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { ROWS = 24, COLUMNS = 80 };

static bool is_coloured(const VTermScreenCell *cell)
{
	return !VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell->bg);
}

static bool has_colour(struct viewer *viewer)
{
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++) {
			VTermScreenCell cell = viewer_cell(viewer, row, column);

			if (is_coloured(&cell))
				return true;
		}
	return false;
}

static bool has_high_byte(struct viewer *viewer)
{
	size_t length;
	const char *bytes = viewer_bytes(viewer, &length);

	for (size_t i = 0; i < length; i++)
		if (bytes[i] & 0x80)
			return true;
	return false;
}

/* Bookmarks, every view and every sheet, so that each glyph of the program has its turn. */
static const struct step {
	const char *keys, *then;
} steps[] = {
    {"b", "Kept"},
    {"2", "grammaire"},
    {"3", "Halle"},
    {"4", "Licences"},
    {"1", "Bal des"},
    {"]", "Bilan"},
    {"[", "Bal des"},
    {"5", "now"},
    {"1.", "Licences"},
    {".", "Now and next"},
    {"1f", "[ ] Kept"},
    {"1?", "Views"},
    {"1e", "Format"},
    {"1r", "no other session"},
    {"1gjs", "Bo Lind"},
    {"1c", "code.example"},
    {"1/bal\r", "1 session"},
    {"F.", "8 sessions"},
};

enum { STEPS = sizeof steps / sizeof *steps };

static void take(struct viewer *viewer, const struct step *step)
{
	viewer_type(viewer, step->keys);
	viewer_expect(viewer, step->then);
}

static const struct terminal_case {
	const char *term, *variable, *option;
	bool coloured, ascii;
} terminal_cases[] = {
    {"xterm-256color", "A=b", NULL, true, false},
    {"xterm", "A=b", NULL, true, false},
    {"linux", "A=b", NULL, true, false},
    {"vt100", "A=b", NULL, false, false},
    {"screen", "A=b", NULL, true, false},
    {"screen-256color", "A=b", NULL, true, false},
    {"tmux", "A=b", NULL, true, false},
    {"tmux-256color", "A=b", NULL, true, false},
    {"xterm-256color", "NO_COLOR=1", NULL, false, false},
    {"xterm-256color", "NO_COLOR=1", "--color=always", true, false},
    {"xterm-256color", "A=b", "--color=never", false, false},
    {"xterm-256color", "A=b", "--ascii", true, true},
    {"xterm-256color", "LC_ALL=C", NULL, true, true},
    {"xterm-256color", "LC_ALL=en_GB.ISO-8859-1", NULL, true, true},
    {"vt100", "LC_ALL=C", NULL, false, true},
    {"linux", "LC_ALL=C", NULL, true, true},
};

static void it_fits_into_every_terminal(void **state)
{
	for (size_t i = 0; i < sizeof terminal_cases / sizeof *terminal_cases; i++) {
		const struct terminal_case *one = &terminal_cases[i];
		struct viewer_wish wish = visit_wish(*state);
		struct viewer *viewer;

		print_message("# %s %s %s\n", one->term, one->variable,
			      one->option ? one->option : "");
		wish.term = one->term;
		wish.variables[0] = one->variable;
		wish.arguments[3] = one->option;
		viewer = visit_with(&wish);
		for (int step = 0; step < STEPS; step++)
			take(viewer, &steps[step]);
		assert_int_equal(has_colour(viewer), one->coloured);
		assert_int_equal(has_high_byte(viewer), !one->ascii);
		viewer_type(viewer, "b");
		viewer_expect(viewer, "No longer kept: Licences libres");
		viewer_quit(viewer);
	}
}

static void a_terminal_it_cannot_use_is_named(void **state)
{
	static const char *const terms[] = {"no-such-terminal", "dumb"};

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct viewer_wish wish = visit_wish(*state);
		struct viewer *viewer;

		wish.term = terms[i];
		wish.columns = 200;
		viewer = viewer_run(&wish);
		assert_int_equal(WEXITSTATUS(viewer_end(viewer)), 1);
		assert_true(viewer_find(viewer, terms[i]) >= 0);
		assert_true(viewer_find(viewer, "--print") >= 0);
		assert_true(viewer_is_clean(viewer));
		viewer_leave(viewer);
	}
}

/* Light and dark */

static double linear(unsigned part)
{
	double value = part / 255.0;

	return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(VTermColor colour)
{
	return 0.2126 * linear(colour.rgb.red) + 0.7152 * linear(colour.rgb.green) +
	       0.0722 * linear(colour.rgb.blue);
}

static double contrast(VTermColor left, VTermColor right)
{
	double a = luminance(left) + 0.05, b = luminance(right) + 0.05;

	return a > b ? a / b : b / a;
}

static VTermColor grey(unsigned char level)
{
	VTermColor colour;

	vterm_color_rgb(&colour, level, level, level);
	return colour;
}

/* As xterm has them; libvterm spreads what is above the first sixteen otherwise. */
static VTermColor rgb_of(const struct viewer *viewer, VTermColor colour)
{
	static const unsigned char levels[] = {0, 95, 135, 175, 215, 255};
	unsigned number = VTERM_COLOR_IS_INDEXED(&colour) ? colour.indexed.idx : 0;

	if (number < 16)
		return viewer_rgb(viewer, colour);
	if (number >= 232)
		return grey((unsigned char)(8 + 10 * (number - 232)));
	number -= 16;
	vterm_color_rgb(&colour, levels[number / 36], levels[number / 6 % 6], levels[number % 6]);
	return colour;
}

/*
 * Nobody knows whether the terminal is light or dark. So what is drawn on its own ground has its
 * own colour, or one to be read on white as on black; and what brings a ground of its own brings
 * the colour of the text, too.
 */
static void assert_readable(struct viewer *viewer, int row, int column)
{
	VTermScreenCell cell = viewer_cell(viewer, row, column);
	VTermColor text = rgb_of(viewer, cell.fg);
	bool own_ground = !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
	double least = 21;

	if (!is_coloured(&cell))
		return;
	assert_false(VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
	if (own_ground)
		least = contrast(text, rgb_of(viewer, cell.bg));
	else
		least = fmin(contrast(text, grey(0)), contrast(text, grey(255)));
	if (least < 4.5)
		fail_msg("row %d, column %d of \"%s\": a contrast of %.1f", row, column,
			 viewer_row(viewer, row), least);
}

static void it_is_readable_on_light_and_dark(void **state)
{
	static const char *const terms[] = {"xterm-256color", "xterm", "linux", "screen"};

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct viewer_wish wish = visit_wish(*state);
		struct viewer *viewer;

		wish.term = terms[i];
		viewer = visit_with(&wish);
		for (int step = 0; step < STEPS; step++) {
			take(viewer, &steps[step]);
			for (int at = 0; at < ROWS * COLUMNS; at++)
				assert_readable(viewer, at / COLUMNS, at % COLUMNS);
		}
		viewer_type(viewer, "b");
		viewer_expect(viewer, "No longer kept: Licences libres");
		viewer_quit(viewer);
	}
}

/* Line by line */

/* Lines and blocks, which a braille display cannot show and a voice reads out one by one. */
static bool has_boxes(struct viewer *viewer)
{
	for (int at = 0; at < ROWS * COLUMNS; at++) {
		VTermScreenCell cell = viewer_cell(viewer, at / COLUMNS, at % COLUMNS);

		if (cell.chars[0] >= 0x2500 && cell.chars[0] <= 0x259F)
			return true;
	}
	return false;
}

static void line_by_line_there_are_no_boxes(void **state)
{
	static const struct step linear_steps[] = {
	    {"j", "5 of 8"},
	    {"b", "★ Kept: Sewing circle"},
	    {"4", "Sewing circle, on now, 1 h 20 left, kept, Verrière"},
	    {"1]", "Programme, Friday 16 May 2031, 1 session. 1 of 1"},
	    {"[2", "Langages"},
	    {"3", "Vestiaire: au sous-sol"},
	    {"5", "Grid, Thursday 15 May 2031, 8 sessions"},
	    {"1f ", "Upcoming, ticked"},
	    {"1F?", "Keys. Views. 1 of "},
	    {"1/bal", "/bal   1 session"},
	    {"\rF.", "8 sessions"},
	};
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	wish.arguments[3] = "--linear";
	viewer = viewer_run(&wish);
	viewer_expect(viewer,
		      "Rencontres du code ouvert. Programme, Thursday 15 May 2031, 8 sessions. "
		      "4 of");
	viewer_until(viewer, viewer_is_beside,
		     "11:00 to 12:00, Licences libres, on now, 50 min left");
	for (size_t i = 0; i < sizeof linear_steps / sizeof *linear_steps; i++) {
		take(viewer, &linear_steps[i]);
		assert_false(has_boxes(viewer));
		assert_true(viewer_cursor_visible(viewer));
	}
	viewer_quit(viewer);
}

/* Languages */

static void assert_french(struct viewer *viewer)
{
	viewer_expect(viewer, "[1 Programme] 2 Thèmes  3 Infos pratiques  4 Mon agenda  5 Grille");
	viewer_expect(viewer, "jeudi 15 mai 2031");
	viewer_expect(viewer, "8 séances");
	viewer_type(viewer, "]");
	viewer_expect(viewer, "1 séance");
	viewer_quit(viewer);
}

/* C.UTF-8 is all that has to be installed. */
static void french_needs_no_french_locale(void **state)
{
	static const struct {
		const char *variables[2], *option;
	} cases[] = {
	    {{"LC_ALL=C.UTF-8"}, "--lang=fr"},
	    {{"LC_ALL=en_US.UTF-8"}, "--lang=fr"},
	    {{"LC_ALL", "LANG=fr_FR.UTF-8"}, NULL},
	    {{"LC_ALL", "LANG=xx_YY.UTF-8"}, "--lang=fr"},
	    {{"LC_ALL=C.UTF-8", "LANGUAGE=fr:en"}, NULL},
	    {{"LC_ALL"}, NULL}, /* the agenda is French */
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct viewer_wish wish = visit_wish(*state);

		print_message("# %s %s\n", cases[i].variables[0],
			      cases[i].option ? cases[i].option : "");
		memcpy(wish.variables, cases[i].variables, sizeof cases[i].variables);
		wish.arguments[3] = cases[i].option;
		assert_french(visit_with(&wish));
	}
}

/* Accents go where the terminal has none. */
static void french_is_ascii_where_it_must(void **state)
{
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	wish.variables[0] = "LC_ALL=C";
	wish.arguments[3] = "--lang=fr";
	viewer = visit_with(&wish);
	viewer_expect(viewer, "2 Themes  3 Infos pratiques  4 Mon agenda  5 Grille");
	viewer_expect(viewer, "8 seances");
	assert_false(has_high_byte(viewer));
	viewer_quit(viewer);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, visit_set_up, home_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(it_fits_into_every_terminal),	   TEST(a_terminal_it_cannot_use_is_named),
	    TEST(line_by_line_there_are_no_boxes), TEST(it_is_readable_on_light_and_dark),
	    TEST(french_needs_no_french_locale),   TEST(french_is_ascii_where_it_must),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("terminals", tests, NULL, NULL);
}
