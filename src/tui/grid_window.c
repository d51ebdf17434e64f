/*
 * Left and right pass over a column in which nothing is on at about the time of the box under the
 * cursor; else a room that is used once, in the evening, would tear the window away from the
 * morning. They do so only where that column can be entered otherwise: where it and the one before
 * it hold boxes that are near each other. So, from the first column on, each can be entered from
 * the one before it; up and down reach every box of a column; and left always comes back to the
 * first. That is why nothing is out of reach.
 */
#include "config.h"

#include "tui/grid_window.h"

enum {
	REACH = 60,	/* within so many minutes, */
	REACH_ROWS = 2, /* or as many rows, boxes are near */
	ABOVE = 4	/* of the rows of the window one of so many is above what is jumped to */
};

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int clamp(int value, int from, int to)
{
	return value > to ? to : value < from ? from : value;
}

static const struct grid_box *box_at(const struct grid *grid, struct grid_stack stack, size_t place)
{
	return &grid->boxes.items[stack.items[place]];
}

const struct grid_box *grid_window_box(const struct grid_window *window, const struct grid *grid)
{
	return window->box == GRID_NONE ? NULL : &grid->boxes.items[window->box];
}

/* What is seen */

static bool is_seen(const struct grid_window *window, const struct grid_box *box)
{
	return box->row < window->top + window->height && box->row + box->rows > window->top &&
	       box->column < window->left + window->width &&
	       box->column + box->columns > window->left;
}

/* Where a window of `length` starts after it was moved as little as shows a range. */
static int moved_to(int start, int length, int from, int count)
{
	if (from + count > start + length)
		start = from + count - length;
	return from < start ? from : start;
}

/* A start of the window, of which so many of so many are seen, moved to where nothing is missing.
 */
static int moved_inside(int start, int seen, int all)
{
	return all > seen ? clamp(start, 0, all - seen) : 0;
}

/* Of a box that is higher than the window, what begins at the place in it counts. */
static void show_rows(struct grid_window *window, const struct grid_box *box)
{
	int from = window->row;
	int rows = least(box->row + box->rows - from, (window->height + 1) / 2);

	if (box->rows <= window->height) {
		/* The heading above the first ones is worth a row. */
		from = box->row == 1 && box->rows < window->height ? 0 : box->row;
		rows = box->row + box->rows - from;
	}
	window->top = moved_to(window->top, window->height, from, rows);
}

static void show_columns(struct grid_window *window, const struct grid_box *box)
{
	bool whole = box->columns <= window->width;

	window->left = moved_to(window->left, window->width, whole ? box->column : window->column,
				whole ? box->columns : 1);
}

static void show(struct grid_window *window, const struct grid *grid)
{
	const struct grid_box *box = grid_window_box(window, grid);

	if (box) {
		show_rows(window, box);
		show_columns(window, box);
	}
	window->top = moved_inside(window->top, window->height, (int)grid->rows.count);
	window->left = moved_inside(window->left, window->width, grid->columns);
}

/* Sets the cursor on a box, at the place in it that is nearest to where it was. */
static void put(struct grid_window *window, const struct grid *grid, size_t number)
{
	const struct grid_box *box = &grid->boxes.items[number];

	window->box = number;
	window->box_row = box->row;
	if (window->row < box->row || window->row >= box->row + box->rows)
		window->row = box->row;
	window->column = clamp(window->column, box->column, box->column + box->columns - 1);
}

/* The same, at its first row. */
static void put_first(struct grid_window *window, const struct grid *grid, size_t number)
{
	window->row = grid->boxes.items[number].row;
	put(window, grid, number);
}

/* The same, with more below it than above, and at what is on where that is now. */
static void jump(struct grid_window *window, const struct grid *grid, size_t number)
{
	int now = grid_now_in(grid, &grid->boxes.items[number]);

	put_first(window, grid, number);
	window->top = window->row - window->height / ABOVE;
	if (now >= 0)
		window->row = now;
}

void grid_window_keep(struct grid_window *window, const struct grid *grid, size_t box)
{
	int below = window->box_row - window->top, into = window->row - window->box_row;

	window->box = box;
	if (box != GRID_NONE) {
		window->row = grid->boxes.items[box].row + into;
		put(window, grid, box);
		window->top = window->box_row - below;
	}
	show(window, grid);
}

void grid_window_return(struct grid_window *window, const struct grid *grid,
			const struct grid_window *before)
{
	struct grid_window there = *before;
	size_t box = window->box;

	if (box == GRID_NONE || before->box >= grid->boxes.count)
		return;
	if (grid->boxes.items[before->box].session == grid->boxes.items[box].session)
		box = before->box;
	there.height = window->height;
	there.width = window->width;
	*window = there;
	grid_window_keep(window, grid, box);
}

void grid_window_begin(struct grid_window *window, const struct grid *grid, size_t box)
{
	window->left = window->top = window->column = 0;
	window->box = box;
	if (box != GRID_NONE)
		jump(window, grid, box);
	show(window, grid);
}

void grid_window_select(struct grid_window *window, const struct grid *grid, size_t box)
{
	if (box == window->box)
		return;
	window->box = box;
	if (box != GRID_NONE && is_seen(window, &grid->boxes.items[box]))
		put_first(window, grid, box);
	else if (box != GRID_NONE)
		jump(window, grid, box);
	show(window, grid);
}

/* Up and down */

/* The first box of a column that starts below a row, or the last one that starts above it. */
static size_t starting_below(const struct grid *grid, int column, int row)
{
	struct grid_stack stack = grid_stack(grid, column);
	size_t place = grid_from(grid, stack, row + 1);

	if (place < stack.count && box_at(grid, stack, place)->row <= row)
		place++;
	return place < stack.count ? stack.items[place] : GRID_NONE;
}

static size_t starting_above(const struct grid *grid, int column, int row)
{
	struct grid_stack stack = grid_stack(grid, column);
	size_t place = grid_from(grid, stack, row);

	if (place < stack.count && box_at(grid, stack, place)->row < row)
		return stack.items[place];
	return place ? stack.items[place - 1] : GRID_NONE;
}

typedef size_t finder(const struct grid *grid, int column, int row);

/* At the end of a column, one beside it goes on, the nearest that does. */
static void move_along(struct grid_window *window, const struct grid *grid, finder *find)
{
	int row = grid_window_box(window, grid)->row;

	for (int away = 0; away < grid->columns; away++) {
		for (int side = 1; side >= -1; side -= 2) {
			int column = window->column + side * away;
			size_t found = column < 0 || column >= grid->columns
					   ? GRID_NONE
					   : find(grid, column, row);

			if (found == GRID_NONE)
				continue;
			window->column = column;
			put_first(window, grid, found);
			return;
		}
	}
}

static void move_far_down(struct grid_window *window, const struct grid *grid, int rows)
{
	const struct grid_box *box = grid_window_box(window, grid);
	size_t found = starting_above(grid, window->column, box->row + rows + 1);

	if (found == window->box)
		move_along(window, grid, starting_below);
	else
		put_first(window, grid, found);
}

static void move_far_up(struct grid_window *window, const struct grid *grid, int rows)
{
	const struct grid_box *box = grid_window_box(window, grid);
	size_t found = starting_below(grid, window->column, box->row - rows - 1);

	if (found == window->box)
		move_along(window, grid, starting_above);
	else
		put_first(window, grid, found);
}

/* Left and right */

static int reach_of(const struct grid *grid)
{
	int rows = REACH / grid->minutes;

	return rows > REACH_ROWS ? rows : REACH_ROWS;
}

/* Whether a column holds anything at about the time of a box. */
static bool is_near(const struct grid *grid, const struct grid_box *box, int column)
{
	struct grid_stack stack = grid_stack(grid, column);
	int reach = reach_of(grid);
	size_t place = grid_from(grid, stack, box->row - reach - 1);

	return place < stack.count &&
	       box_at(grid, stack, place)->row <= box->row + box->rows + reach;
}

/* Whether a column and the one before it hold boxes that are near each other. */
static bool is_linked(const struct grid *grid, int column)
{
	struct grid_stack stack = grid_stack(grid, column - 1);

	for (size_t i = 0; i < stack.count; i++)
		if (is_near(grid, box_at(grid, stack, i), column))
			return true;
	return false;
}

/* The box of a column that is nearest to a row. */
static size_t nearest(const struct grid *grid, int column, int row)
{
	struct grid_stack stack = grid_stack(grid, column);
	size_t place = grid_from(grid, stack, row);
	const struct grid_box *above, *below;

	if (place == stack.count)
		return stack.items[place - 1];
	if (!place)
		return stack.items[place];
	above = box_at(grid, stack, place - 1);
	below = box_at(grid, stack, place);
	return stack
	    .items[below->row - row > row - (above->row + above->rows - 1) ? place - 1 : place];
}

/* The column to go to, which is the very next one where nothing is near on that side; -1 where
 * there is none. */
static int column_beside(const struct grid *grid, const struct grid_box *box, int step)
{
	int first = step > 0 ? box->column + box->columns : box->column - 1;

	for (int column = first; column >= 0 && column < grid->columns; column += step)
		if (is_near(grid, box, column) || !is_linked(grid, column + (step < 0)))
			return column;
	return first < grid->columns ? first : -1;
}

static void move_aside(struct grid_window *window, const struct grid *grid, int step)
{
	const struct grid_box *box = grid_window_box(window, grid);
	int column = column_beside(grid, box, step);

	if (column < 0)
		return;
	window->column = column;
	put(window, grid, nearest(grid, column, window->row));
}

/* To what stands in this column at a row of those that are seen. */
static void move_in_window(struct grid_window *window, const struct grid *grid, int rows)
{
	window->row = window->top + rows;
	put(window, grid, nearest(grid, window->column, window->row));
}

void grid_window_move(struct grid_window *window, const struct grid *grid, enum motion motion)
{
	int page = window->height > 1 ? window->height - 1 : 1;
	int half = window->height > 1 ? window->height / 2 : 1;

	if (window->box == GRID_NONE)
		return;
	switch (motion) {
	case MOTION_UP:
		move_along(window, grid, starting_above);
		break;
	case MOTION_DOWN:
		move_along(window, grid, starting_below);
		break;
	case MOTION_LEFT:
		move_aside(window, grid, -1);
		break;
	case MOTION_RIGHT:
		move_aside(window, grid, 1);
		break;
	case MOTION_PAGE_UP:
		move_far_up(window, grid, page);
		break;
	case MOTION_PAGE_DOWN:
		move_far_down(window, grid, page);
		break;
	case MOTION_HALF_UP:
		move_far_up(window, grid, half);
		break;
	case MOTION_HALF_DOWN:
		move_far_down(window, grid, half);
		break;
	case MOTION_TOP:
		move_in_window(window, grid, 0);
		break;
	case MOTION_BOTTOM:
		move_in_window(window, grid, window->height - 1);
		break;
	case MOTION_FIRST:
		put_first(window, grid, 0);
		break;
	case MOTION_LAST:
		put_first(window, grid, grid->boxes.count - 1);
		break;
	}
	show(window, grid);
}

/* Scrolling */

/* The box of a column that is seen, from a row that is seen on or before it; GRID_NONE for none. */
static size_t seen_in_column(const struct grid_window *window, const struct grid *grid, int column,
			     int row)
{
	struct grid_stack stack = grid_stack(grid, column);
	size_t place = grid_from(grid, stack, row);

	if (place < stack.count && is_seen(window, box_at(grid, stack, place)))
		return stack.items[place];
	if (place && is_seen(window, box_at(grid, stack, place - 1)))
		return stack.items[place - 1];
	return GRID_NONE;
}

/* The box that is seen in the column nearest to the cursor's; GRID_NONE where none is. */
static size_t nearest_seen(const struct grid_window *window, const struct grid *grid)
{
	int row = clamp(window->row, window->top, window->top + window->height - 1);

	for (int away = 0; away < grid->columns; away++) {
		for (int side = 1; side >= -1; side -= 2) {
			int column = window->column + side * away;
			size_t found;

			if (column < 0 || column >= grid->columns)
				continue;
			found = seen_in_column(window, grid, column, row);
			if (found != GRID_NONE)
				return found;
		}
	}
	return GRID_NONE;
}

/* Puts the cursor on a box that is seen, where it is not on one; false where none is. */
static bool catch_cursor(struct grid_window *window, const struct grid *grid)
{
	const struct grid_box *box = grid_window_box(window, grid);
	size_t found;

	if (!box || is_seen(window, box))
		return true;
	found = nearest_seen(window, grid);
	if (found != GRID_NONE)
		put(window, grid, found);
	return found != GRID_NONE;
}

void grid_window_scroll(struct grid_window *window, const struct grid *grid, int rows)
{
	window->top = moved_inside(window->top + rows, window->height, (int)grid->rows.count);
	if (catch_cursor(window, grid))
		return;
	move_along(window, grid, rows < 0 ? starting_above : starting_below);
	show(window, grid);
}

void grid_window_turn(struct grid_window *window, const struct grid *grid, int step)
{
	int left = window->left + step * window->width;

	left = window->left = moved_inside(left, window->width, grid->columns);
	if (catch_cursor(window, grid))
		return;
	window->column = clamp(window->column, left, left + window->width - 1);
	put(window, grid, nearest(grid, window->column, window->row));
	show(window, grid);
}
