/*
 * What sessions can be told apart by: each kind of trait has values, which are numbers from 0.
 */
#ifndef NEC_MODEL_TRAIT_H
#define NEC_MODEL_TRAIT_H

#include "model/agenda.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum trait {
	TRAIT_UPCOMING, /* value 0: it is on, or still to come */
	TRAIT_KEPT,	/* value 0: the user keeps it */
	TRAIT_DAY,	/* of the agenda's days */
	TRAIT_THEME,	/* of its themes, and so on */
	TRAIT_FORMAT,
	TRAIT_ROOM,
	TRAIT_LANGUAGE, /* and one value more, where some sessions name none */
	TRAIT_SPEAKER,
	TRAIT_COUNT
};

/* How many values it has in an agenda. */
size_t trait_count(const struct agenda *agenda, enum trait trait);

/* Whether an agenda's sessions can differ in it. */
bool trait_matters(const struct agenda *agenda, enum trait trait);

/*
 * The values that a session has, in source order; none for what an agenda does not tell: whether it
 * is kept or upcoming. `single` may hold the answer and must live as long.
 */
struct indexes trait_values(const struct agenda *agenda, enum trait trait, size_t session,
			    uint32_t *single);

/* The name that a value has in the source; NULL for days and for what sources do not name. */
const char *trait_name(const struct agenda *agenda, enum trait trait, size_t value);

#endif
