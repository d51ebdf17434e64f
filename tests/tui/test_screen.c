#include "config.h"

#include "tui/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

static void assert_row(const struct screen *screen, int row, const char *wanted)
{
	struct buffer text = {0};
	const char *line;

	screen_dump(screen, &text, false);
	line = buffer_text(&text);
	while (row--)
		line = strchr(line, '\n') + 1;
	buffer_truncate(&text, (size_t)(strchr(line, '\n') - buffer_text(&text)));
	assert_string_equal(line, wanted);
	buffer_free(&text);
}

static void assert_cell(const struct screen *screen, int row, int column, const char *wanted)
{
	assert_string_equal(screen_cell(screen, row, column)->text, wanted);
}

static void sizes_are_clamped(void **state)
{
	struct screen *screen = screen_new(0, -3);

	(void)state;
	assert_int_equal(screen_rows(screen), 1);
	assert_int_equal(screen_columns(screen), 1);
	screen_resize(screen, 100000, 100000);
	assert_int_equal(screen_rows(screen), SCREEN_MOST_ROWS);
	assert_int_equal(screen_columns(screen), SCREEN_MOST_COLUMNS);
	screen_free(screen);
	screen_free(NULL);
}

static void no_break_spaces_become_spaces(void **state)
{
	struct screen *screen = screen_new(1, 12);

	(void)state;
	assert_int_equal(screen_put(screen, 0, 0, ROLE_TEXT, "9\u00A0h\u202F30\u2007!"), 8);
	assert_row(screen, 0, "9 h 30 !");
	screen_free(screen);
}

static void text_lands_in_cells(void **state)
{
	struct screen *screen = screen_new(2, 10);

	(void)state;
	assert_int_equal(screen_put(screen, 0, 1, ROLE_STRONG, "é 東x"), 6);
	assert_cell(screen, 0, 1, "é");
	assert_cell(screen, 0, 3, "東");
	assert_cell(screen, 0, 4, "");
	assert_cell(screen, 0, 5, "x");
	assert_int_equal(screen_cell(screen, 0, 4)->role, ROLE_STRONG);
	assert_int_equal(screen_cell(screen, 0, 6)->role, ROLE_TEXT);
	assert_row(screen, 0, " é 東x");
	screen_free(screen);
}

static void marks_join_the_character_before(void **state)
{
	struct screen *screen = screen_new(1, 10);
	char stacked[1 + 2 * 40 + 1] = "e";

	(void)state;
	assert_int_equal(screen_put(screen, 0, 0, ROLE_TEXT,
				    "\xCC\x81"
				    "e\xCC\x81x"),
			 2);
	assert_cell(screen, 0, 0, "e\xCC\x81");
	assert_cell(screen, 0, 1, "x");
	for (int i = 0; i < 40; i++)
		strcat(stacked, "\xCC\x81");
	assert_int_equal(screen_put(screen, 0, 0, ROLE_TEXT, stacked), 1);
	assert_int_equal(strlen(screen_cell(screen, 0, 0)->text), 1 + 10 * 2); /* whole marks */
	screen_free(screen);
}

static void what_cannot_be_printed_is_replaced(void **state)
{
	struct screen *screen = screen_new(1, 10);

	(void)state;
	assert_int_equal(screen_put(screen, 0, 0, ROLE_TEXT, "a\x1b[\xFFz\xC2\x9B"), 6);
	assert_row(screen, 0, "a\xEF\xBF\xBD[\xEF\xBF\xBDz\xEF\xBF\xBD");
	screen_free(screen);
}

static void wide_characters_never_cross_an_edge(void **state)
{
	struct screen *screen = screen_new(1, 6);

	(void)state;
	assert_int_equal(screen_put(screen, 0, 1, ROLE_TEXT, "東京都"), 7);
	assert_cell(screen, 0, 5, " ");
	assert_int_equal(screen_put(screen, 0, -1, ROLE_TEXT, "東京"), 3);
	assert_cell(screen, 0, 0, " ");
	assert_row(screen, 0, " 京京");
	screen_free(screen);
}

static void overwriting_half_a_character_clears_the_other(void **state)
{
	struct screen *screen = screen_new(1, 8);

	(void)state;
	screen_put(screen, 0, 0, ROLE_TEXT, "東京都");
	screen_put(screen, 0, 1, ROLE_TEXT, "x");
	assert_row(screen, 0, " x京都");
	screen_put(screen, 0, 2, ROLE_TEXT, "y");
	assert_row(screen, 0, " xy 都");
	screen_put(screen, 0, 3, ROLE_TEXT, "府");
	assert_row(screen, 0, " xy府");
	assert_cell(screen, 0, 5, " ");
	screen_free(screen);
}

static void nothing_is_drawn_outside_the_clip(void **state)
{
	struct screen *screen = screen_new(3, 8);
	struct rectangle before;

	(void)state;
	before = screen_clip(screen, (struct rectangle){1, 2, 1, 3});
	assert_int_equal(before.rows, 3);
	assert_int_equal(before.columns, 8);
	for (int row = -2; row < 6; row++)
		assert_int_equal(screen_put(screen, row, -4, ROLE_TEXT, "0123456789abcdef"), 12);
	assert_row(screen, 0, "");
	assert_row(screen, 1, "  678");
	assert_row(screen, 2, "");
	screen_paint(screen, (struct rectangle){-5, -5, 20, 20}, ROLE_CURSOR);
	assert_int_equal(screen_cell(screen, 1, 1)->role, ROLE_TEXT);
	assert_int_equal(screen_cell(screen, 1, 2)->role, ROLE_CURSOR);
	assert_int_equal(screen_cell(screen, 1, 5)->role, ROLE_TEXT);
	screen_clip(screen, (struct rectangle){1, 2, -4, 3});
	screen_put(screen, 1, 2, ROLE_TEXT, "xxx");
	assert_row(screen, 1, "  678");
	before = screen_clip(screen, before);
	assert_int_equal(before.rows, 0);
	screen_free(screen);
}

static void a_wide_character_at_the_clip_becomes_a_space(void **state)
{
	struct screen *screen = screen_new(1, 8);

	(void)state;
	screen_put(screen, 0, 0, ROLE_TEXT, "........");
	screen_clip(screen, (struct rectangle){0, 1, 1, 4});
	screen_put(screen, 0, 0, ROLE_TEXT, "東京都");
	assert_row(screen, 0, ". 京 ...");
	screen_free(screen);
}

static void fields_are_cut_with_an_ellipsis(void **state)
{
	struct screen *screen = screen_new(1, 12);

	(void)state;
	screen_put(screen, 0, 0, ROLE_TEXT, "############");
	screen_field(screen, 0, 1, 6, ROLE_TEXT, "lamp");
	assert_row(screen, 0, "#lamp  #####");
	screen_field(screen, 0, 1, 6, ROLE_TEXT, "lanterns");
	assert_row(screen, 0, "#lante…#####");
	screen_field(screen, 0, 1, 6, ROLE_TEXT, "東京都庁");
	assert_row(screen, 0, "#東京… #####");
	screen_field_right(screen, 0, 1, 6, ROLE_TEXT, "é7");
	assert_row(screen, 0, "#    é7#####");
	screen_field_right(screen, 0, 1, 6, ROLE_TEXT, "lanterns");
	assert_row(screen, 0, "#lante…#####");
	screen_field(screen, 0, 1, 1, ROLE_TEXT, "東");
	assert_row(screen, 0, "#…ante…#####");
	screen_field(screen, 0, 1, 6, ROLE_TEXT, "la... mp");
	assert_row(screen, 0, "#la…   #####");
	screen_field_right(screen, 0, 1, 6, ROLE_TEXT, "la... mp");
	assert_row(screen, 0, "#la…   #####");
	screen_put(screen, 0, 1, ROLE_TEXT, "la... ");
	assert_int_equal(screen_put_ellipsis(screen, 0, 1, 6, ROLE_TEXT), 4);
	assert_row(screen, 0, "#la…   #####");
	screen_put(screen, 0, 1, ROLE_TEXT, "……");
	assert_int_equal(screen_put_ellipsis(screen, 0, 1, 3, ROLE_TEXT), 2);
	assert_row(screen, 0, "#… …   #####");
	screen_field(screen, 0, 1, 0, ROLE_TEXT, "x");
	screen_field(screen, 0, 1, -7, ROLE_TEXT, "x");
	screen_field_right(screen, 0, 1, -7, ROLE_TEXT, "x");
	assert_row(screen, 0, "#… …   #####");
	screen_free(screen);
}

static void rules_run_both_ways(void **state)
{
	struct screen *screen = screen_new(3, 4);

	(void)state;
	screen_rule(screen, 1, 1, 9, "─");
	screen_rule_down(screen, 0, 0, 9, "│");
	assert_row(screen, 0, "│");
	assert_row(screen, 1, "│───");
	assert_row(screen, 2, "│");
	assert_int_equal(screen_cell(screen, 1, 3)->role, ROLE_RULE);
	screen_free(screen);
}

static void the_cursor_is_on_the_screen_or_hidden(void **state)
{
	struct screen *screen = screen_new(3, 4);
	int row, column;

	(void)state;
	screen_set_cursor(screen, 2, 3);
	screen_cursor(screen, &row, &column);
	assert_int_equal(row, 2);
	assert_int_equal(column, 3);
	screen_set_cursor(screen, 3, 3);
	screen_cursor(screen, &row, &column);
	assert_int_equal(row, -1);
	assert_int_equal(column, -1);
	screen_free(screen);
}

static void a_dump_shows_text_then_roles(void **state)
{
	struct screen *screen = screen_new(2, 4);
	struct buffer text = {0};

	(void)state;
	screen_put(screen, 0, 0, ROLE_STRONG, "a");
	screen_put(screen, 1, 1, ROLE_MATCH, "東");
	screen_dump(screen, &text, true);
	assert_string_equal(buffer_text(&text), "a\n 東\na...\n.ss.\n");
	buffer_free(&text);
	screen_free(screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sizes_are_clamped),
	    cmocka_unit_test(text_lands_in_cells),
	    cmocka_unit_test(no_break_spaces_become_spaces),
	    cmocka_unit_test(marks_join_the_character_before),
	    cmocka_unit_test(what_cannot_be_printed_is_replaced),
	    cmocka_unit_test(wide_characters_never_cross_an_edge),
	    cmocka_unit_test(overwriting_half_a_character_clears_the_other),
	    cmocka_unit_test(nothing_is_drawn_outside_the_clip),
	    cmocka_unit_test(a_wide_character_at_the_clip_becomes_a_space),
	    cmocka_unit_test(fields_are_cut_with_an_ellipsis),
	    cmocka_unit_test(rules_run_both_ways),
	    cmocka_unit_test(the_cursor_is_on_the_screen_or_hidden),
	    cmocka_unit_test(a_dump_shows_text_then_roles),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("screen", tests, NULL, NULL);
}
