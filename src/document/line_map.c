#include "config.h"

#include "document/line_map.h"

void line_map_free(struct line_map *map)
{
	array_free(&map->gaps);
}

void line_map_skip(struct line_map *map, int before, int skipped)
{
	struct line_gap gap = {before, skipped};

	array_push(&map->gaps, gap);
}

int line_map_find(const struct line_map *map, int line)
{
	size_t low = 0, high = map->gaps.count;

	if (map->first <= 0)
		return 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (map->gaps.items[middle].before <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return map->first + line - 1 + (low ? map->gaps.items[low - 1].skipped : 0);
}
