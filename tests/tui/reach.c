/*
 * All can be reached from each if all can be reached from the first one, and the first one from
 * each. A box is looked at once for each column that the cursor can hold to in it: what is found so
 * can be reached, whatever else could.
 */
#include "config.h"

#include "reach.h"

#include "base/memory.h"
#include "tui/grid_window.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <string.h>

struct walk {
	const struct grid *grid;
	bool *seen; /* by box and column in it */
	bool *boxes;
	size_t most; /* columns of a box */
	ARRAY(struct grid_window) ahead;
};

static void look(struct walk *walk, const struct grid_window *window)
{
	const struct grid_box *box = grid_window_box(window, walk->grid);
	size_t state = window->box * walk->most + (size_t)(window->column - box->column);

	walk->boxes[window->box] = true;
	if (!walk->seen[state])
		array_push(&walk->ahead, *window);
	walk->seen[state] = true;
}

/* Marks what can be reached from a box. */
static void walk_from(struct walk *walk, size_t box, int height, int width)
{
	struct grid_window window = {.height = height, .width = width};

	memset(walk->seen, 0, walk->grid->boxes.count * walk->most);
	memset(walk->boxes, 0, walk->grid->boxes.count);
	grid_window_begin(&window, walk->grid, box);
	look(walk, &window);
	while (walk->ahead.count) {
		struct grid_window from = walk->ahead.items[--walk->ahead.count];

		for (int motion = MOTION_UP; motion <= MOTION_RIGHT; motion++) {
			window = from;
			grid_window_move(&window, walk->grid, (enum motion)motion);
			look(walk, &window);
		}
	}
}

static void assert_reached(const struct walk *walk, size_t from, size_t box)
{
	if (!walk->boxes[box])
		fail_msg("session %u is out of the reach of session %u",
			 walk->grid->boxes.items[box].session,
			 walk->grid->boxes.items[from].session);
}

void assert_all_in_reach(const struct grid *grid, int height, int width)
{
	struct walk walk = {.grid = grid, .most = 1};

	array_each (const struct grid_box, box, &grid->boxes)
		if ((size_t)box->columns > walk.most)
			walk.most = (size_t)box->columns;
	walk.seen = memory_alloc(grid->boxes.count + 1, walk.most);
	walk.boxes = memory_alloc(grid->boxes.count + 1, 1);
	for (size_t from = 0; from < grid->boxes.count; from++) {
		walk_from(&walk, from, height, width);
		assert_reached(&walk, from, 0);
		for (size_t box = 0; from == 0 && box < grid->boxes.count; box++)
			assert_reached(&walk, from, box);
	}
	array_free(&walk.ahead);
	free(walk.seen);
	free(walk.boxes);
}
