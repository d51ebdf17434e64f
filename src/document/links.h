/*
 * Addresses, each kept once, in order of appearance.
 */
#ifndef NEC_DOCUMENT_LINKS_H
#define NEC_DOCUMENT_LINKS_H

#include "base/arena.h"
#include "base/array.h"

#include <stddef.h>

struct links {
	ARRAY(const char *) urls; /* owned by the arena given to links_add() */
	size_t *slots;		  /* hash table of indexes into urls, plus 1; 0 is free */
	size_t slot_count;
};

/* The index of an address, added where it is new. */
int links_add(struct links *links, struct arena *arena, const char *url);

void links_free(struct links *links);

#endif
