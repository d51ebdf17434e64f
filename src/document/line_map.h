/*
 * Where a line of a text stands in its source, when lines before it were left out.
 */
#ifndef NEC_DOCUMENT_LINE_MAP_H
#define NEC_DOCUMENT_LINE_MAP_H

#include "base/array.h"

/* Lines that were left out before a line of the text. */
struct line_gap {
	int before;  /* the line that follows, as the text counts from 1 */
	int skipped; /* how many are missing up to there */
};

/* Zeroed, and `first` set, it knows a text of which nothing was left out. */
struct line_map {
	int first; /* the line of the source that is the text's first, 0 for unknown */
	ARRAY(struct line_gap) gaps;
};

void line_map_free(struct line_map *map);

/* From line `before` of the text on `skipped` lines are missing; both grow from call to call. */
void line_map_skip(struct line_map *map, int before, int skipped);

/* The line of the source for one of the text; 0 for unknown. */
int line_map_find(const struct line_map *map, int line);

#endif
