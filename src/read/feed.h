/*
 * A source on its way into a parser, a piece at a time: so that makes no copy of it, and what it
 * has read needs no memory any more while the agenda grows.
 */
#ifndef NEC_READ_FEED_H
#define NEC_READ_FEED_H

#include "read/source.h"

#include <stdbool.h>
#include <stddef.h>

struct feed {
	const struct source *source;
	struct report *report; /* hears how far it is, and may stop it */
	size_t at;	       /* the byte that comes next */
	bool keeps;	       /* the source is read once more */
	size_t forgotten;      /* else what stands before it is undefined by now */
};

/* An xmlInputReadCallback: copies up to `most` bytes, and returns how many; 0 at the end, -1 where
 * reading is to stop. */
int feed_next(void *feed, char *bytes, int most);

#endif
