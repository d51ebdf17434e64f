/*
 * How wide the columns of a table are.
 */
#ifndef NEC_DOCUMENT_COLUMNS_H
#define NEC_DOCUMENT_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

enum {
	COLUMNS_GAP = 2,    /* between two columns */
	COLUMNS_LEAST = 12, /* what a column that is made narrower keeps */
};

/*
 * Turns the widths that columns would like into ones that fit into `width` with the gaps between
 * them: narrow columns keep theirs, the others share what is left. False, and nothing is changed,
 * where that would leave a column too narrow to be read.
 */
bool columns_share(int *widths, size_t count, int width);

#endif
