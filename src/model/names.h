/*
 * Finds names again that are written a little differently. One registry serves one list of an
 * agenda (its themes, its rooms…).
 */
#ifndef NEC_MODEL_NAMES_H
#define NEC_MODEL_NAMES_H

#include "base/arena.h"
#include "base/lookup.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Names are lines as builder_text() makes them. */
enum names_likeness {
	NAMES_EXACT,  /* only the same name is the same: people and rooms are not ours to merge */
	NAMES_FOLDED, /* case, accents and spaces are folded away */
	NAMES_PLURAL  /* a plural s too: "ateliers" is "atelier" */
};

struct names {
	struct lookup folded;  /* keys in the arena; none where names are to be exact */
	struct lookup written; /* names as they were written before: most come many times */
	const char *last;      /* the one found or added last, for it mostly comes again */
	uint32_t last_number;
	enum names_likeness likeness;
};

/* The number of the name found or added last, LOOKUP_MISSING where this is not the same one; it may
 * be NULL, and need not be kept. */
uint32_t names_again(const struct names *names, const char *name);

/* The number of a name, LOOKUP_MISSING where it is new. `name` must outlive the registry. */
uint32_t names_find(struct names *names, const char *name);

/* Adds one that is new; the arena keeps its key and must outlive the registry too. */
void names_add(struct names *names, struct arena *arena, const char *name, uint32_t number);

/* What a name is compared by, but for an exact one; to be freed. */
char *names_key(const char *name, enum names_likeness likeness);

void names_free(struct names *names);

#endif
