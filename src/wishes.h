/*
 * What the command line asks of an agenda, as a query.
 */
#ifndef NEC_WISHES_H
#define NEC_WISHES_H

#include "model/query.h"
#include "options.h"

/*
 * Fills *query (an empty one) from the options. `bookmarks` must outlive it. False, with an error
 * that names what the agenda has, where it has nothing that a name or a day means.
 */
bool wishes_query(struct query *query, const struct options *options, const struct agenda *agenda,
		  const struct bookmarks *bookmarks, civil_moment now, struct report *report);

/* Whether the options ask for less than the whole agenda. */
bool wishes_restrict(const struct options *options);

#endif
