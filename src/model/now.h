/*
 * What is on at a moment, and what comes next: in each room, where a day has several, else of all.
 *
 * Sessions that name no room count together, as one more room would. What comes next stands on the
 * conference day that is on, as long as anything of it is to come; else on the day of the next
 * start. Cancelled sessions are neither.
 */
#ifndef NEC_MODEL_NOW_H
#define NEC_MODEL_NOW_H

#include "base/array.h"
#include "model/agenda.h"
#include "model/query.h"

/* NOW_ROOMLESS stands for the sessions without a room. */
enum { NOW_ROOMLESS = UINT32_MAX };

struct now {
	struct query_rows on, next; /* in programme order */
	bool by_room;		    /* they stand in several rooms */
	bool everywhere;	    /* what names no room is on: it may be for everyone */
};

/* Of these sessions, which stand in programme order; room by room only where that is asked for, for
 * nobody's own agenda is. To be freed with now_free(). */
void now_find(struct now *now, const struct agenda *agenda, const struct query_rows *rows,
	      civil_moment moment, bool by_room);
void now_free(struct now *now);

/* A session in one of its rooms; NOW_ROOMLESS where it names none. */
struct now_entry {
	uint32_t room, session;
};

typedef ARRAY(struct now_entry) now_entries;

/*
 * Appends what is on and what comes next, room by room, in each what is on first. Rooms where
 * something is on come before the others, both in the agenda's order; what names no room comes
 * before all where it is on, else behind all.
 */
void now_list(const struct now *now, const struct agenda *agenda, now_entries *entries);

#endif
