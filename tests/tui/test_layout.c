#include "config.h"

#include "tui/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

enum { ALL = SLOT_BIT(SLOT_SIDE) | SLOT_BIT(SLOT_MAIN) | SLOT_BIT(SLOT_DETAIL) };

static struct layout make(int columns, int rows, unsigned slots, enum slot focus)
{
	struct layout_needs needs = {.rows = rows,
				     .columns = columns,
				     .header_rows = 2,
				     .footer_rows = 1,
				     .slots = slots,
				     .focus = focus};

	return layout_make(&needs);
}

static void assert_area(struct rectangle area, int row, int column, int rows, int columns)
{
	assert_int_equal(area.row, row);
	assert_int_equal(area.column, column);
	assert_int_equal(area.rows, rows);
	assert_int_equal(area.columns, columns);
}

static void wide_windows_show_three_panes(void **state)
{
	struct layout layout = make(120, 36, ALL, SLOT_MAIN);

	(void)state;
	assert_true(layout.fits);
	assert_area(layout.header, 0, 0, 2, 120);
	assert_area(layout.slots[SLOT_SIDE], 3, 0, 31, 27);
	assert_area(layout.slots[SLOT_MAIN], 3, 28, 31, 55);
	assert_area(layout.slots[SLOT_DETAIL], 3, 84, 31, 36);
	assert_area(layout.footer, 35, 0, 1, 120);
}

static void eighty_columns_stack_the_detail(void **state)
{
	struct layout layout = make(80, 24, ALL, SLOT_MAIN);

	(void)state;
	assert_area(layout.slots[SLOT_SIDE], 3, 0, 19, 27);
	assert_area(layout.slots[SLOT_MAIN], 3, 28, 9, 52);
	assert_area(layout.slots[SLOT_DETAIL], 13, 28, 9, 52);
}

static int side_of(int columns, int wanted, bool tells)
{
	struct layout_needs needs = {.rows = 24,
				     .columns = columns,
				     .header_rows = 2,
				     .footer_rows = 1,
				     .slots = ALL,
				     .focus = SLOT_SIDE,
				     .side_wanted = wanted,
				     .side_tells = tells};
	struct layout layout = layout_make(&needs);

	return layout.slots[SLOT_SIDE].columns;
}

/* A side is as wide as its names ask, between bounds, which are wider where the view is about it.
 */
static void a_side_takes_what_its_names_need(void **state)
{
	static const struct {
		int columns, wanted, leads, tells;
	} sides[] = {
	    {60, 90, 20, 28},  {80, 1, 27, 32},	  {80, 35, 27, 35},  {80, 90, 27, 38},
	    {109, 90, 27, 38}, {110, 90, 27, 38}, {120, 1, 27, 36},  {120, 39, 27, 39},
	    {120, 90, 27, 42}, {160, 30, 30, 48}, {160, 90, 40, 56}, {200, 41, 41, 48},
	    {200, 90, 50, 60},
	};

	(void)state;
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
		assert_int_equal(side_of(sides[i].columns, sides[i].wanted, false), sides[i].leads);
		assert_int_equal(side_of(sides[i].columns, sides[i].wanted, true), sides[i].tells);
	}
}

static void a_wider_window_has_no_narrower_side(void **state)
{
	(void)state;
	for (int wanted = 0; wanted < 100; wanted++)
		for (int columns = LAYOUT_TWO_PANES + 1; columns < 300; columns++)
			for (int tells = 0; tells < 2; tells++)
				assert_true(side_of(columns, wanted, tells) >=
					    side_of(columns - 1, wanted, tells));
}

static void low_windows_show_the_detail_in_place_of_the_list(void **state)
{
	struct layout layout = make(80, 12, ALL, SLOT_MAIN);

	(void)state;
	assert_true(layout_shows(&layout, SLOT_MAIN));
	assert_false(layout_shows(&layout, SLOT_DETAIL));
	layout = make(80, 12, ALL, SLOT_DETAIL);
	assert_false(layout_shows(&layout, SLOT_MAIN));
	assert_true(layout_shows(&layout, SLOT_DETAIL));
	assert_true(layout_shows(&layout, SLOT_SIDE));
}

static void narrow_windows_show_what_is_in_focus(void **state)
{
	(void)state;
	for (enum slot focus = 0; focus < SLOT_COUNT; focus++) {
		struct layout layout = make(40, 10, ALL, focus);

		for (enum slot slot = 0; slot < SLOT_COUNT; slot++)
			assert_int_equal(layout_shows(&layout, slot), slot == focus);
		assert_area(layout.slots[focus], 3, 0, 5, 40);
	}
}

static void a_view_of_one_pane_has_all_the_room(void **state)
{
	struct layout layout = make(120, 36, SLOT_BIT(SLOT_MAIN), SLOT_MAIN);

	(void)state;
	assert_area(layout.slots[SLOT_MAIN], 3, 0, 31, 120);
	assert_int_equal(layout.rule_count, 2);
}

static void too_small_is_said(void **state)
{
	(void)state;
	assert_false(make(39, 10, ALL, SLOT_MAIN).fits);
	assert_false(make(40, 9, ALL, SLOT_MAIN).fits);
	assert_false(make(1, 1, ALL, SLOT_MAIN).fits);
	assert_true(make(40, 10, ALL, SLOT_MAIN).fits);
}

static void places_are_found(void **state)
{
	struct layout layout = make(80, 24, ALL, SLOT_MAIN);

	(void)state;
	assert_int_equal(layout_slot_at(&layout, 3, 0), SLOT_SIDE);
	assert_int_equal(layout_slot_at(&layout, 3, 26), SLOT_SIDE);
	assert_int_equal(layout_slot_at(&layout, 3, 27), SLOT_COUNT); /* the rule */
	assert_int_equal(layout_slot_at(&layout, 3, 28), SLOT_MAIN);
	assert_int_equal(layout_slot_at(&layout, 12, 40), SLOT_COUNT);
	assert_int_equal(layout_slot_at(&layout, 13, 40), SLOT_DETAIL);
	assert_int_equal(layout_slot_at(&layout, 0, 0), SLOT_COUNT);
	assert_int_equal(layout_slot_at(&layout, -1, -1), SLOT_COUNT);
}

static void rules_are_joined(void **state)
{
	struct layout layout = make(80, 24, ALL, SLOT_MAIN);
	struct screen *screen = screen_new(24, 80);

	(void)state;
	layout_draw(&layout, screen);
	assert_string_equal(screen_cell(screen, 2, 27)->text, "┬");
	assert_string_equal(screen_cell(screen, 12, 27)->text, "├");
	assert_string_equal(screen_cell(screen, 22, 27)->text, "┴");
	assert_string_equal(screen_cell(screen, 2, 0)->text, "─");
	assert_string_equal(screen_cell(screen, 5, 27)->text, "│");
	assert_string_equal(screen_cell(screen, 12, 79)->text, "─");
	screen_free(screen);
}

/* Nothing overlaps, nothing is outside, nothing is left over. */
static void every_cell_belongs_to_one_part(void **state)
{
	static const unsigned shapes[] = {ALL, SLOT_BIT(SLOT_MAIN),
					  SLOT_BIT(SLOT_MAIN) | SLOT_BIT(SLOT_DETAIL),
					  SLOT_BIT(SLOT_SIDE) | SLOT_BIT(SLOT_MAIN)};

	(void)state;
	for (int columns = 40; columns < 240; columns += 7)
		for (int rows = 10; rows < 90; rows += 3)
			for (size_t shape = 0; shape < 4; shape++)
				for (enum slot focus = 0; focus < SLOT_COUNT; focus++) {
					struct layout layout =
					    make(columns, rows, shapes[shape], focus);
					long cells = (layout.header.rows + layout.footer.rows) *
						     (long)columns;

					for (enum slot slot = 0; slot < SLOT_COUNT; slot++)
						cells += (long)layout.slots[slot].rows *
							 layout.slots[slot].columns;
					for (int i = 0; i < layout.rule_count; i++)
						cells += layout.rules[i].length;
					assert_int_equal(cells, (long)rows * columns);
					assert_true(shapes[shape] & SLOT_BIT(focus)
							? layout_shows(&layout, focus)
							: layout_shows(&layout, SLOT_MAIN));
				}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(wide_windows_show_three_panes),
	    cmocka_unit_test(eighty_columns_stack_the_detail),
	    cmocka_unit_test(a_side_takes_what_its_names_need),
	    cmocka_unit_test(a_wider_window_has_no_narrower_side),
	    cmocka_unit_test(low_windows_show_the_detail_in_place_of_the_list),
	    cmocka_unit_test(narrow_windows_show_what_is_in_focus),
	    cmocka_unit_test(a_view_of_one_pane_has_all_the_room),
	    cmocka_unit_test(too_small_is_said),
	    cmocka_unit_test(places_are_found),
	    cmocka_unit_test(rules_are_joined),
	    cmocka_unit_test(every_cell_belongs_to_one_part),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
