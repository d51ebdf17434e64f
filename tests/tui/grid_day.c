#include "config.h"

#include "grid_day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

civil_moment grid_day_at(int clock)
{
	return civil_moment_of(GRID_DAY, clock / 100 * 60 + clock % 100);
}

void grid_day_place(struct grid_day *day, const char *lines, int now, int height)
{
	unsigned lane;
	int start, end, taken;

	day->grid = (struct grid){0};
	day->wish = (struct grid_wish){.items = day->items,
				       .lanes = 20,
				       .day = GRID_DAY,
				       .now = now < 0 ? CIVIL_NONE : grid_day_at(now),
				       .height = height,
				       .rows_wanted = 3,
				       .untimed_rows = 2};
	for (; *lines; lines += taken + (lines[taken] == '\n'), day->wish.count++) {
		struct grid_item *item = &day->items[day->wish.count];

		*item = (struct grid_item){(uint32_t)day->wish.count, 0, CIVIL_NONE, CIVIL_NONE};
		if (sscanf(lines, "%u %d-%d%n", &lane, &start, &end, &taken) == 3) {
			item->start = grid_day_at(start);
			item->until = grid_day_at(end);
		} else {
			assert_int_equal(sscanf(lines, "%u -%n", &lane, &taken), 1);
		}
		item->lane = lane;
	}
	grid_place(&day->grid, &day->wish);
}

static int below(int limit)
{
	return rand() % limit;
}

static int by_start(const void *left, const void *right)
{
	const struct grid_item *a = left, *b = right;

	return a->start < b->start ? -1 : a->start > b->start;
}

void grid_day_place_any(struct grid_day *day)
{
	size_t count = (size_t)below(below(4) ? 40 : GRID_DAY_ITEMS);
	int rooms = 1 + below(12), step = 1 + below(15);

	for (size_t i = 0; i < count; i++) {
		struct grid_item *item = &day->items[i];

		*item = (struct grid_item){0, (uint32_t)below(rooms), CIVIL_NONE, CIVIL_NONE};
		if (!below(8))
			continue;
		item->start = grid_day_at(600) + below(20 * 60 / step) * step;
		item->until = item->start + below(40) * step;
		if (!below(30))
			item->until += 3 * MINUTES_PER_DAY;
		if (!below(50))
			item->start -= MINUTES_PER_DAY;
		if (!below(50))
			item->until = item->start += 9 * MINUTES_PER_DAY;
	}
	qsort(day->items, count, sizeof *day->items, by_start);
	for (size_t i = 0; i < count; i++)
		day->items[i].session = (uint32_t)i;
	day->grid = (struct grid){0};
	day->wish =
	    (struct grid_wish){.items = day->items,
			       .count = count,
			       .lanes = (uint32_t)rooms,
			       .day = GRID_DAY,
			       .now = below(2) ? grid_day_at(500) + below(24 * 60) : CIVIL_NONE,
			       .height = below(80),
			       .untimed_rows = 1 + below(3)};
	grid_place(&day->grid, &day->wish);
}
