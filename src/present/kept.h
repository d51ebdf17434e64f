/*
 * What the sessions that a user keeps mean for one session: what changed of it since they saw it
 * last, those that overlap it, the one that comes next on its day, the user's own note about it.
 */
#ifndef NEC_PRESENT_KEPT_H
#define NEC_PRESENT_KEPT_H

#include "document/composer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

/* Each adds rows to a table of facts that is open. The first: what changed, before and after. */
void kept_compose_changes(struct composer *composer, const struct agenda *agenda, size_t session,
			  const struct bookmarks *bookmarks);

/* The rest of it. How long is only said where both ends are known. */
void kept_compose(struct composer *composer, const struct agenda *agenda, size_t session,
		  const struct bookmarks *bookmarks);

#endif
