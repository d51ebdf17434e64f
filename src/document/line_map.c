#include "config.h"

#include "document/line_map.h"

#include "base/bisect.h"

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
	size_t passed;

	if (map->first <= 0)
		return 0;
	passed = bisect(i, map->gaps.count, map->gaps.items[i].before <= line);
	return map->first + line - 1 + (passed ? map->gaps.items[passed - 1].skipped : 0);
}
