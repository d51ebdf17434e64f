/*
 * Moving in a grid.
 */
#include "config.h"

#include "grid_day.h"
#include "reach.h"

#include "tui/grid_window.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>

static struct grid_window window_of(const struct grid_day *day, size_t box, int height, int width)
{
	struct grid_window window = {.height = height, .width = width};

	grid_window_begin(&window, &day->grid, box);
	return window;
}

static void press(const struct grid_day *day, struct grid_window *window, const char *keys)
{
	for (; *keys; keys++) {
		static const char names[] = {
		    [MOTION_UP] = 'k',	  [MOTION_DOWN] = 'j',	    [MOTION_LEFT] = 'h',
		    [MOTION_RIGHT] = 'l', [MOTION_PAGE_UP] = 'u',   [MOTION_PAGE_DOWN] = 'd',
		    [MOTION_FIRST] = 'g', [MOTION_LAST] = 'G',	    [MOTION_HALF_UP] = 'U',
		    [MOTION_TOP] = 'H',	  [MOTION_HALF_DOWN] = 'D', [MOTION_BOTTOM] = 'L',
		};

		for (int motion = MOTION_UP; motion <= MOTION_LAST; motion++)
			if (names[motion] == *keys)
				grid_window_move(window, &day->grid, (enum motion)motion);
	}
}

/* From a box, keys lead through these, which are named by a letter each. */
static void assert_path(const struct grid_day *day, size_t box, const char *keys, const char *boxes)
{
	struct grid_window window = window_of(day, box, 10, 2);

	for (; *keys; keys++, boxes++) {
		press(day, &window, (char[]){*keys, '\0'});
		assert_int_equal(window.box, (size_t)(*boxes - 'a'));
	}
}

static void up_and_down_keep_to_the_room(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-1000\n1 900-1000\n1 1000-1100\n0 1100-1200\n1 1200-1300", -1,
		       9);
	assert_path(&day, 0, "jk", "da");
	assert_path(&day, 1, "jjkk", "cecb");
	/* Where the room has no more, the one beside it goes on. */
	assert_path(&day, 0, "jjj", "dee");
	assert_path(&day, 2, "kk", "bb");
	grid_free(&day.grid);
}

static void left_and_right_keep_to_the_time(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day,
		       "1 900-1400\n0 900-1000\n0 1000-1100\n2 1000-1100\n0 1100-1200\n"
		       "2 1100-1200",
		       -1, 9);
	assert_path(&day, 4, "lllhh", "affae");
	assert_path(&day, 2, "llhh", "adac");
	assert_path(&day, 1, "h", "b");
	grid_free(&day.grid);
}

static void rooms_without_anything_near_are_passed_over(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day,
		       "0 900-1000\n3 900-1000\n1 900-1000\n0 1000-1100\n2 1000-1100\n"
		       "2 2000-2100\n1 2000-2100\n4 2100-2200",
		       -1, 9);
	/* Room 4 is used in the evening alone, and nothing beside it is: it has to be entered. */
	assert_path(&day, 1, "lh", "hb");
	/* From room 1 in the evening, room 3 is passed over, but for want of another it is not. */
	assert_path(&day, 6, "ll", "fh");
	grid_free(&day.grid);
}

/* Seven boxes of three rows each, one below the other. */
static void place_seven(struct grid_day *day)
{
	grid_day_place(day,
		       "0 900-945\n0 945-1030\n0 1030-1115\n0 1115-1200\n0 1200-1245\n"
		       "0 1245-1330\n0 1330-1415",
		       -1, 1);
}

static void pages_are_as_high_as_the_window(void **state)
{
	struct grid_day day;
	struct grid_window window;

	(void)state;
	place_seven(&day);
	assert_int_equal(day.grid.minutes, 15);
	window = window_of(&day, 0, 7, 1);
	press(&day, &window, "d");
	assert_int_equal(window.box, 2);
	press(&day, &window, "dd");
	assert_int_equal(window.box, 6);
	press(&day, &window, "d");
	assert_int_equal(window.box, 6);
	press(&day, &window, "u");
	assert_int_equal(window.box, 4);
	press(&day, &window, "g");
	assert_int_equal(window.box, 0);
	assert_int_equal(window.top, 0);
	press(&day, &window, "G");
	assert_int_equal(window.box, 6);
	assert_int_equal(window.top, 21 - 7);
	grid_free(&day.grid);
}

static void half_pages_and_the_edges_of_the_window(void **state)
{
	struct grid_day day;
	struct grid_window window;

	(void)state;
	place_seven(&day);
	window = window_of(&day, 0, 12, 1); /* four boxes of three rows each */
	press(&day, &window, "D");
	assert_int_equal(window.box, 2);
	press(&day, &window, "D");
	assert_int_equal(window.box, 4);
	press(&day, &window, "U");
	assert_int_equal(window.box, 2);
	press(&day, &window, "g");
	assert_int_equal(window.top, 0);
	press(&day, &window, "L");
	assert_int_equal(window.box, 3);
	press(&day, &window, "H");
	assert_int_equal(window.box, 0);
	assert_int_equal(window.top, 0);
	grid_free(&day.grid);
}

/* However high the box, the window stays where the cursor came from. */
static void a_high_box_does_not_tear_the_window_away(void **state)
{
	struct grid_day day;
	struct grid_window window;

	(void)state;
	grid_day_place(&day, "0 900-1700\n1 900-930\n1 1600-1630", -1, 1);
	window = window_of(&day, 2, 6, 2);
	assert_int_equal(window.row, day.grid.boxes.items[2].row);
	press(&day, &window, "h");
	assert_int_equal(window.box, 0);
	assert_true(window.top > 0);
	press(&day, &window, "l");
	assert_int_equal(window.box, 2);
	grid_free(&day.grid);
}

static void what_is_on_begins_where_now_is(void **state)
{
	struct grid_day day;
	struct grid_window window;

	(void)state;
	grid_day_place(&day, "0 900-1700\n1 900-930\n1 1600-1630", 1550, 1);
	window = window_of(&day, 0, 6, 2);
	assert_int_equal(day.grid.rows.items[window.row].kind, GRID_NOW);
	assert_in_range(window.row, window.top, window.top + 5);
	press(&day, &window, "l");
	assert_int_equal(window.box, 2);
	grid_free(&day.grid);
}

static void scrolling_takes_the_cursor_along(void **state)
{
	struct grid_day day;
	struct grid_window window;

	(void)state;
	grid_day_place(&day, "0 900-930\n0 930-1000\n0 1000-1030\n0 1030-1100\n1 1000-1100", -1,
		       24);
	assert_int_equal(day.grid.minutes, 5);
	window = window_of(&day, 0, 6, 2);
	grid_window_scroll(&window, &day.grid, 3);
	assert_int_equal(window.top, 3);
	assert_int_equal(window.box, 0);
	grid_window_scroll(&window, &day.grid, 3);
	assert_int_equal(window.top, 6);
	assert_int_equal(window.box, 1);
	grid_window_scroll(&window, &day.grid, 300);
	assert_int_equal(window.top, 24 - 6);
	assert_int_equal(window.box, 3);
	grid_window_scroll(&window, &day.grid, -300);
	assert_int_equal(window.top, 0);
	assert_int_equal(window.box, 0);
	grid_free(&day.grid);
}

static void a_turn_takes_the_cursor_along(void **state)
{
	struct grid_day day;
	struct grid_window window;

	(void)state;
	grid_day_place(&day,
		       "0 900-1000\n1 900-1000\n2 900-1000\n3 900-1000\n4 2000-2100\n5 2000-2100",
		       -1, 1);
	window = window_of(&day, 0, 4, 2);
	grid_window_turn(&window, &day.grid, 1);
	assert_int_equal(window.left, 2);
	assert_int_equal(window.box, 2);
	grid_window_turn(&window, &day.grid, 1); /* nothing is seen there at this time */
	assert_int_equal(window.left, 4);
	assert_int_equal(window.box, 4);
	assert_true(window.top > 0);
	grid_window_turn(&window, &day.grid, 1);
	assert_int_equal(window.left, 4);
	assert_int_equal(window.box, 4);
	grid_window_turn(&window, &day.grid, -1);
	assert_int_equal(window.left, 2);
	assert_int_equal(window.box, 3);
	grid_free(&day.grid);
}

static void an_empty_grid_stays_calm(void **state)
{
	struct grid_day day;
	struct grid_window window;

	(void)state;
	grid_day_place(&day, "", -1, 9);
	window = window_of(&day, GRID_NONE, 9, 3);
	press(&day, &window, "hjklgGud");
	grid_window_scroll(&window, &day.grid, 3);
	grid_window_turn(&window, &day.grid, 1);
	grid_window_keep(&window, &day.grid, GRID_NONE);
	assert_null(grid_window_box(&window, &day.grid));
	assert_int_equal(window.top, 0);
	assert_int_equal(window.left, 0);
	grid_free(&day.grid);
}

static void placing_anew_moves_nothing_on_the_screen(void **state)
{
	struct grid_day day;
	struct grid_window window;
	int row;

	(void)state;
	grid_day_place(&day, "0 900-1000\n0 1000-1100\n0 1100-1200\n0 1200-1300\n0 1300-1400", 930,
		       1);
	window = window_of(&day, 2, 8, 1);
	row = day.grid.boxes.items[2].row - window.top;
	assert_true(window.top > 0);
	day.wish.now = grid_day_at(1305); /* the mark was above, now it is below */
	grid_place(&day.grid, &day.wish);
	grid_window_keep(&window, &day.grid, 2);
	assert_int_equal(day.grid.boxes.items[2].row - window.top, row);
	grid_free(&day.grid);
}

/* Anything */

static void assert_seen(const struct grid_window *window, const struct grid *grid)
{
	const struct grid_box *box = grid_window_box(window, grid);

	assert_true(window->top >= 0 && window->left >= 0);
	assert_true(!window->top || window->top + window->height <= (int)grid->rows.count);
	assert_true(!window->left || window->left + window->width <= grid->columns);
	if (!box) {
		assert_int_equal(grid->boxes.count, 0);
		return;
	}
	assert_in_range(window->row, box->row, box->row + box->rows - 1);
	assert_in_range(window->column, box->column, box->column + box->columns - 1);
	assert_true(box->row < window->top + window->height);
	assert_true(box->row + box->rows > window->top);
	assert_true(box->column < window->left + window->width);
	assert_true(box->column + box->columns > window->left);
}

static int below(int limit)
{
	return rand() % limit;
}

static void any_move_leaves_the_cursor_seen(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 300; seed++) {
		struct grid_day day;
		struct grid_window window;

		srand(seed);
		grid_day_place_any(&day);
		window =
		    window_of(&day, day.wish.count ? 0 : GRID_NONE, 1 + below(30), 1 + below(8));
		assert_seen(&window, &day.grid);
		for (int step = 0; step < 200; step++) {
			if (below(4))
				grid_window_move(&window, &day.grid,
						 (enum motion)below(MOTION_LAST + 1));
			else if (below(4))
				grid_window_scroll(&window, &day.grid, below(21) - 10);
			else
				grid_window_turn(&window, &day.grid, below(2) ? 1 : -1);
			if (!below(20)) {
				window.height = 1 + below(30);
				window.width = 1 + below(8);
				grid_window_keep(&window, &day.grid, window.box);
			}
			assert_seen(&window, &day.grid);
		}
		grid_free(&day.grid);
	}
}

static void nothing_is_out_of_reach(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 300; seed++) {
		struct grid_day day;

		srand(seed);
		grid_day_place_any(&day);
		assert_all_in_reach(&day.grid, 10, 3);
		grid_free(&day.grid);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(up_and_down_keep_to_the_room),
	    cmocka_unit_test(left_and_right_keep_to_the_time),
	    cmocka_unit_test(rooms_without_anything_near_are_passed_over),
	    cmocka_unit_test(pages_are_as_high_as_the_window),
	    cmocka_unit_test(half_pages_and_the_edges_of_the_window),
	    cmocka_unit_test(a_high_box_does_not_tear_the_window_away),
	    cmocka_unit_test(what_is_on_begins_where_now_is),
	    cmocka_unit_test(scrolling_takes_the_cursor_along),
	    cmocka_unit_test(a_turn_takes_the_cursor_along),
	    cmocka_unit_test(an_empty_grid_stays_calm),
	    cmocka_unit_test(placing_anew_moves_nothing_on_the_screen),
	    cmocka_unit_test(any_move_leaves_the_cursor_seen),
	    cmocka_unit_test(nothing_is_out_of_reach),
	};

	return cmocka_run_group_tests_name("moving in a grid", tests, NULL, NULL);
}
