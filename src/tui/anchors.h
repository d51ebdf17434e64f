/*
 * The links of a wrapped text: where each stands, in reading order.
 *
 * A link that goes on in the next line is one, and so are a link and its address right below it.
 */
#ifndef NEC_TUI_ANCHORS_H
#define NEC_TUI_ANCHORS_H

#include "base/array.h"
#include "document/wrap.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ANCHOR_NONE SIZE_MAX

struct anchor {
	int link; /* index into the document's links */
	uint32_t block;
	size_t first_line, last_line;
	int column;  /* where it begins in its first line */
	bool closed; /* other text of its leaf follows */
};

/* A part of one that stands in one line. */
struct anchor_piece {
	size_t anchor, line;
	int column, columns;
};

/* A zeroed struct holds none. */
struct anchors {
	ARRAY(struct anchor) items;
	ARRAY(struct anchor_piece) pieces; /* line by line */
};

/* Replaces what was found before. */
void anchors_find(struct anchors *anchors, const struct wrapped *wrapped);
void anchors_free(struct anchors *anchors);

/* The one at a place, ANCHOR_NONE where there is none. */
size_t anchors_at(const struct anchors *anchors, size_t line, int column);

/* The first one that begins in that line or below it; the last one that begins above it. */
size_t anchors_from(const struct anchors *anchors, size_t line);
size_t anchors_above(const struct anchors *anchors, size_t line);

/* How many before it lead to the same address; and the one before which there are so many, or the
 * last that leads there. */
size_t anchors_rank(const struct anchors *anchors, size_t anchor);
size_t anchors_ranked(const struct anchors *anchors, int link, size_t rank);

#endif
