/*
 * Fills lines with spans: the part of wrapping that knows no blocks.
 */
#ifndef NEC_DOCUMENT_FILL_H
#define NEC_DOCUMENT_FILL_H

#include "base/array.h"
#include "document/wrap.h"

struct fill_line {
	size_t first, count; /* its runs */
	int columns;
	uint32_t block; /* as the caller named it */
};

struct fill {
	ARRAY(struct wrap_run) runs;
	ARRAY(struct fill_line) lines;
	struct arena *arena; /* for text that is not in the spans as it is shown */
};

/*
 * Appends lines of at most `width` columns (at least 2), none for no text. White space at the ends
 * of lines is dropped, an empty line stands only between others, never two.
 */
void fill_spans(struct fill *fill, const struct span *spans, size_t count, int width,
		uint32_t block);

/* The same with every space and empty line kept; a line that is too long goes on in the next. */
void fill_verbatim(struct fill *fill, const struct span *spans, size_t count, int width,
		   uint32_t block);

/* The columns of the longest line that hard breaks alone would make. */
int fill_natural_width(const struct span *spans, size_t count, bool verbatim);

void fill_clear(struct fill *fill);
void fill_free(struct fill *fill);

#endif
