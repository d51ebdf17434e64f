/*
 * Which session of an agenda is meant by one of another: a friend's export, another edition, or
 * what some other program made of it.
 *
 * It is known by its name: its id, or the UID that calendar/uid.h makes of that. An id that is not
 * unique in the world counts only where the two agendas are the same, or the title or the start is.
 * Else it is known by its title and its start, which is compared in UTC where both agendas tell the
 * venue's offset.
 */
#ifndef NEC_CALENDAR_COUNTERPARTS_H
#define NEC_CALENDAR_COUNTERPARTS_H

#include "model/agenda.h"

struct counterparts;

/* Of the sessions of an agenda, which must outlive it. */
struct counterparts *counterparts_new(const struct agenda *agenda);
void counterparts_free(struct counterparts *counterparts); /* NULL is allowed */

/* The index of the session that is meant by one of another agenda, or -1. */
int counterparts_find(const struct counterparts *counterparts, const struct agenda *other,
		      size_t session);

#endif
