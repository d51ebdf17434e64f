/*
 * Where sessions stand in a grid.
 */
#include "config.h"

#include "grid_day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row per line: the kind, and of a slot its time: "t0900 t0930 g1000+180 n". */
static void assert_rows(const struct grid_day *day, const char *wanted)
{
	static const char kinds[] = {
	    [GRID_TIME] = 't',	  [GRID_GAP] = 'g',	[GRID_NOW] = 'n',
	    [GRID_HEADING] = 'h', [GRID_UNTIMED] = 'u', [GRID_SPACE] = 's'};
	char text[4000] = "", *end = text;

	array_each (const struct grid_row, row, &day->grid.rows) {
		int clock = row->start ? (int)(row->start - civil_moment_of(GRID_DAY, 0)) : 0;

		end += sprintf(end, "%s%c", end > text ? " " : "", kinds[row->kind]);
		if (row->kind == GRID_TIME || row->kind == GRID_GAP)
			end += sprintf(end, "%02d%02d", clock / 60, clock % 60);
		if (row->kind == GRID_GAP)
			end += sprintf(end, "+%d%s", row->minutes, row->now ? "!" : "");
	}
	assert_string_equal(text, wanted);
}

static void assert_box(const struct grid_day *day, size_t number, int row, int rows, int column,
		       int columns)
{
	const struct grid_box *box = &day->grid.boxes.items[number];

	assert_int_equal(box->session, number);
	assert_int_equal(box->row, row);
	assert_int_equal(box->rows, rows);
	assert_int_equal(box->column, column);
	assert_int_equal(box->columns, columns);
}

/* Rows */

static void a_day_has_rows_for_its_titles(void **state)
{
	static const struct {
		const char *lines;
		int minutes;
	} days[] = {
	    {"0 900-1030\n1 900-1100", 30},
	    {"0 900-1000\n1 900-1000", 15},
	    {"0 900-940\n1 900-1000", 10},
	    {"0 900-925\n0 925-950", 5},
	    {"0 900-1100\n1 900-1100\n2 900-1100\n3 900-1100\n4 900-1100\n5 900-910", 10},
	    {"0 900-905\n1 900-1700", 5},
	    {"0 900-902\n1 900-1200\n2 900-1200\n3 900-1200\n4 900-1200\n5 900-1200", 30},
	    {"0 900-900", 5},
	};
	struct grid_day day;

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		grid_day_place(&day, days[i].lines, -1, 1);
		assert_int_equal(day.grid.minutes, days[i].minutes);
		grid_free(&day.grid);
	}
}

static void how_many_rows_are_wanted_is_heeded(void **state)
{
	static const int minutes[] = {0, 30, 15, 10, 5, 5};
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-930\n1 900-930\n0 1000-1030", -1, 1);
	for (int rows = 1; rows < 6; rows++) {
		day.wish.rows_wanted = rows;
		grid_place(&day.grid, &day.wish);
		assert_int_equal(day.grid.minutes, minutes[rows]);
	}
	grid_free(&day.grid);
}

static void a_day_that_fits_is_drawn_more_finely(void **state)
{
	static const struct {
		int height, minutes;
	} windows[] = {{17, 30}, {18, 15}, {26, 15}, {27, 10}, {53, 10}, {54, 5}};
	struct grid_day day;

	(void)state;
	for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
		grid_day_place(&day, "0 900-1030\n0 1030-1200\n0 1200-1330", -1, windows[i].height);
		assert_int_equal(day.grid.minutes, windows[i].minutes);
		assert_true(i == 0 || day.grid.rows.count <= (size_t)windows[i].height);
		grid_free(&day.grid);
	}
}

static void long_gaps_are_one_row(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-1030\n0 1200-1330\n0 1930-2100", -1, 1);
	assert_rows(&day, "t0900 t0930 t1000 t1030 t1100 t1130 t1200 t1230 t1300 g1330+360 "
			  "t1930 t2000 t2030");
	assert_box(&day, 2, 10, 3, 0, 1);
	grid_free(&day.grid);
}

static void a_day_runs_past_midnight(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 2230-2400\n0 2430-2600", -1, 1);
	assert_rows(&day, "t2230 t2300 t2330 t2400 t2430 t2500 t2530");
	assert_box(&day, 1, 4, 3, 0, 1);
	grid_free(&day.grid);
}

static void what_takes_days_ends_with_the_day(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-5700\n1 1000-1130\n1 1700-1830", -1, 1);
	assert_int_equal(day.grid.rows.count, 19);
	assert_box(&day, 0, 0, 19, 0, 1);
	assert_true(day.grid.boxes.items[0].cut);
	assert_false(day.grid.boxes.items[2].cut);
	grid_free(&day.grid);
}

static void times_of_other_days_are_no_times_of_this_one(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-1030", -1, 1);
	day.items[1] = (struct grid_item){1, 0, grid_day_at(900) + 400 * MINUTES_PER_DAY,
					  grid_day_at(1000) + 400 * MINUTES_PER_DAY};
	day.wish.count = 2;
	grid_place(&day.grid, &day.wish);
	assert_rows(&day, "h u u s t0900 t0930 t1000");
	day.wish.day = CIVIL_NONE;
	grid_place(&day.grid, &day.wish);
	assert_rows(&day, "h u u u u");
	grid_free(&day.grid);
}

/* Now */

static void now_has_a_row_of_its_own(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-1030\n1 900-1000\n0 1030-1200", 947, 1);
	assert_int_equal(day.grid.minutes, 15);
	assert_rows(&day, "t0900 t0915 t0930 t0945 n t1000 t1015 t1030 t1045 t1100 t1115 t1130 "
			  "t1145");
	assert_box(&day, 0, 0, 7, 0, 1);
	assert_box(&day, 1, 0, 5, 1, 1); /* until 10:00: it is on, so the mark is in it */
	assert_box(&day, 2, 7, 6, 0, 1);
	grid_free(&day.grid);
}

static void what_is_over_is_above_now(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-1000\n0 1000-1100", 1000, 1);
	assert_rows(&day, "t0900 t0915 t0930 t0945 t1000 n t1015 t1030 t1045");
	assert_box(&day, 0, 0, 4, 0, 1);
	assert_box(&day, 1, 4, 5, 0, 1);
	grid_free(&day.grid);
}

static void what_starts_within_the_slot_is_below_now(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-955\n0 955-1055\n0 1055-1155", 950, 1);
	assert_int_equal(day.grid.minutes, 15);
	assert_rows(&day, "t0900 t0915 t0930 n t0945 t1000 t1015 t1030 t1045 t1100 t1115 t1130");
	assert_box(&day, 0, 0, 4, 0, 1);
	assert_box(&day, 1, 4, 4, 0, 1);
	grid_free(&day.grid);
}

static void now_can_be_in_a_gap_or_nowhere(void **state)
{
	static const int elsewhere[] = {859, 2100, 2900};
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-1030\n0 1930-2100", 1200, 1);
	assert_rows(&day, "t0900 t0930 t1000 g1030+540! t1930 t2000 t2030");
	grid_free(&day.grid);
	for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
		grid_day_place(&day, "0 900-1030\n0 1930-2100", elsewhere[i], 1);
		assert_rows(&day, "t0900 t0930 t1000 g1030+540 t1930 t2000 t2030");
		grid_free(&day.grid);
	}
}

/* Columns */

static void rooms_are_lanes_in_their_order(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "7 900-1030\n3 930-1100\n19 930-1100", -1, 1);
	assert_int_equal(day.grid.columns, 3);
	assert_int_equal(day.grid.lanes.count, 3);
	assert_int_equal(day.grid.lanes.items[0].number, 3);
	assert_int_equal(grid_lane_of(&day.grid, 1)->number, 7);
	assert_int_equal(grid_lane_of(&day.grid, 2)->number, 19);
	assert_box(&day, 0, 0, 3, 1, 1);
	assert_box(&day, 1, 1, 3, 0, 1);
	grid_free(&day.grid);
}

static void what_overlaps_in_a_room_stands_side_by_side(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-1030\n1 900-1030\n0 1000-1130\n0 1030-1200\n0 1200-1330", -1,
		       1);
	assert_int_equal(day.grid.columns, 3);
	assert_int_equal(day.grid.lanes.items[0].columns, 2);
	assert_box(&day, 0, 0, 3, 0, 1);
	assert_box(&day, 1, 0, 3, 2, 1);
	assert_box(&day, 2, 2, 3, 1, 1);
	assert_box(&day, 3, 3, 3, 0, 1);
	assert_box(&day, 4, 6, 3, 0, 2); /* alone in its room: all of it */
	assert_int_equal(grid_box_at(&day.grid, 2, 0), 0);
	assert_int_equal(grid_box_at(&day.grid, 2, 1), 2);
	assert_int_equal(grid_box_at(&day.grid, 7, 1), 4);
	assert_int_equal(grid_box_at(&day.grid, 0, 1), GRID_NONE);
	assert_int_equal(grid_box_at(&day.grid, 0, 3), GRID_NONE);
	assert_int_equal(grid_box_at(&day.grid, 9, 0), GRID_NONE);
	assert_int_equal(grid_box_at(&day.grid, 0, -1), GRID_NONE);
	grid_free(&day.grid);
}

static void neighbours_share_no_row(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-920\n0 920-940\n0 940-1000\n1 900-1200\n1 1200-1500", -1, 1);
	assert_int_equal(day.grid.columns, 2);
	grid_free(&day.grid);
}

static void a_session_stands_in_each_of_its_rooms(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 900-1030\n4 900-1030\n2 1030-1200", -1, 1);
	day.items[1].session = 0;
	day.items[2].session = 9;
	grid_place(&day.grid, &day.wish);
	assert_int_equal(day.grid.boxes.count, 3);
	assert_int_equal(grid_find(&day.grid, 0), 0);
	assert_int_equal(grid_find(&day.grid, 9), 2);
	assert_int_equal(grid_find(&day.grid, 1), GRID_NONE);
	assert_int_equal(grid_find(&day.grid, 10), GRID_NONE);
	assert_int_equal(day.grid.boxes.items[0].column, 0);
	assert_int_equal(day.grid.boxes.items[1].column, 2);
	grid_free(&day.grid);
}

/* Without a time */

static void what_has_no_time_stands_on_top(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "0 -\n0 -\n0 -\n5 -\n0 900-1030\n0 930-1100", -1, 1);
	assert_rows(&day, "h u u u u s t0900 t0930 t1000 t1030");
	assert_box(&day, 0, 1, 2, 0, 1);
	assert_box(&day, 1, 1, 2, 1, 1);
	assert_box(&day, 2, 3, 2, 0, 1);
	assert_box(&day, 3, 1, 2, 2, 1);
	assert_box(&day, 4, 6, 3, 0, 1);
	grid_free(&day.grid);
	grid_day_place(&day, "0 -\n0 -", 900, 1);
	assert_rows(&day, "h u u u u");
	grid_free(&day.grid);
}

static void nothing_is_an_empty_grid(void **state)
{
	struct grid_day day;

	(void)state;
	grid_day_place(&day, "", 900, 20);
	assert_int_equal(day.grid.rows.count, 0);
	assert_int_equal(day.grid.columns, 0);
	assert_int_equal(grid_box_at(&day.grid, 0, 0), GRID_NONE);
	assert_int_equal(grid_find(&day.grid, 0), GRID_NONE);
	grid_free(&day.grid);
}

/* Anything */

/* Each box is in the grid and in its lane, and no two share a place. */
static void assert_apart(const struct grid_day *day)
{
	const struct grid *grid = &day->grid;
	size_t rows = grid->rows.count, columns = (size_t)grid->columns;
	char *taken = calloc(rows + 1, columns + 1);

	assert_non_null(taken);
	for (size_t i = 0; i < grid->boxes.count; i++) {
		const struct grid_box *box = &grid->boxes.items[i];

		assert_true(box->rows > 0 && box->columns > 0);
		assert_in_range(box->row + box->rows, 1, rows);
		assert_in_range(box->column + box->columns, 1, columns);
		assert_int_equal(grid_lane_of(grid, box->column)->number, day->items[i].lane);
		assert_int_equal(grid_lane_of(grid, box->column + box->columns - 1)->number,
				 day->items[i].lane);
		for (int row = box->row; row < box->row + box->rows; row++) {
			for (int column = box->column; column < box->column + box->columns;
			     column++) {
				assert_int_equal(taken[(size_t)row * columns + (size_t)column]++,
						 0);
				assert_int_equal(grid_box_at(grid, row, column), i);
			}
		}
	}
	free(taken);
}

static void assert_stacks(const struct grid *grid)
{
	for (int column = 0; column < grid->columns; column++) {
		struct grid_stack stack = grid_stack(grid, column);

		assert_true(stack.count > 0);
		for (size_t i = 1; i < stack.count; i++)
			assert_true(grid->boxes.items[stack.items[i - 1]].row <
				    grid->boxes.items[stack.items[i]].row);
	}
}

static void assert_times(const struct grid_day *day)
{
	for (size_t i = 0; i < day->wish.count; i++) {
		const struct grid_box *box = &day->grid.boxes.items[i];
		const struct grid_row *row = &day->grid.rows.items[box->row];

		assert_int_equal(box->session, i);
		if (row->kind == GRID_UNTIMED)
			continue;
		assert_int_equal(row->kind, GRID_TIME);
		assert_true(day->items[i].start >= row->start);
		assert_true(day->items[i].start < row->start + row->minutes);
	}
}

static void any_day_is_placed_soundly(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 400; seed++) {
		struct grid_day day;

		srand(seed);
		grid_day_place_any(&day);
		assert_int_equal(day.grid.boxes.count, day.wish.count);
		assert_true(day.grid.rows.count <= 2000 + 3 * day.wish.count);
		assert_apart(&day);
		assert_stacks(&day.grid);
		assert_times(&day);
		grid_free(&day.grid);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_day_has_rows_for_its_titles),
	    cmocka_unit_test(how_many_rows_are_wanted_is_heeded),
	    cmocka_unit_test(a_day_that_fits_is_drawn_more_finely),
	    cmocka_unit_test(long_gaps_are_one_row),
	    cmocka_unit_test(a_day_runs_past_midnight),
	    cmocka_unit_test(what_takes_days_ends_with_the_day),
	    cmocka_unit_test(times_of_other_days_are_no_times_of_this_one),
	    cmocka_unit_test(now_has_a_row_of_its_own),
	    cmocka_unit_test(what_is_over_is_above_now),
	    cmocka_unit_test(what_starts_within_the_slot_is_below_now),
	    cmocka_unit_test(now_can_be_in_a_gap_or_nowhere),
	    cmocka_unit_test(rooms_are_lanes_in_their_order),
	    cmocka_unit_test(what_overlaps_in_a_room_stands_side_by_side),
	    cmocka_unit_test(neighbours_share_no_row),
	    cmocka_unit_test(a_session_stands_in_each_of_its_rooms),
	    cmocka_unit_test(what_has_no_time_stands_on_top),
	    cmocka_unit_test(nothing_is_an_empty_grid),
	    cmocka_unit_test(any_day_is_placed_soundly),
	};

	return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
