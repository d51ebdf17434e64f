/*
 * The sessions that a user keeps, as a plan of their days: the time that is free before each, what
 * overlaps what, and rooms that are changed without a minute between.
 *
 * A session without a known end counts until its `until` (model/agenda.h); how far the time behind
 * it is free is then said to be usual or assumed. Cancelled sessions and those without a time take
 * none.
 */
#ifndef NEC_MODEL_PLAN_H
#define NEC_MODEL_PLAN_H

#include "model/agenda.h"
#include "model/query.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What tells when a session ends. */
enum plan_end {
	PLAN_END_KNOWN, /* its source */
	PLAN_END_USUAL, /* the usual length of its format */
	PLAN_END_ASSUMED
};

/* Time without a session of the plan; none where `to` is not after `from`. */
struct plan_spare {
	size_t day; /* of the agenda's */
	civil_moment from, to;
	enum plan_end since; /* how surely it begins at `from` */
	int after; /* the session that ends then; -1 where the day's programme begins then */
};

/* So many of the sessions that overlap one are named. */
enum { PLAN_OVERLAPS = 3 };

struct plan_step {
	uint32_t session;
	struct plan_spare spare; /* right before it; before the first of a day, since the day's
				  * programme began */
	int rushed; /* the session that ends in another room at the minute when this one starts; -1
		     * for none, or where one ends then in the same room */
	uint32_t overlaps[PLAN_OVERLAPS]; /* the sessions of the plan that overlap it */
	size_t overlap_count;
	bool overlaps_more; /* there are others, too */
};

/* A zeroed struct is an empty plan. */
struct plan {
	struct plan_step *items; /* as the sessions stood that it was made of */
	size_t count, capacity;
};

/* Replaces what is in *plan; the sessions stand in programme order, each once. */
void plan_make(struct plan *plan, const struct agenda *agenda, const uint32_t *sessions,
	       size_t count);

/* The step of a session, NULL where it is not in the plan. Valid until the plan is made again. */
const struct plan_step *plan_find(const struct plan *plan, uint32_t session);

bool plan_has_spare(const struct plan_spare *spare);

/* The agenda's sessions that run wholly or in part in such a time; replaces what is in *rows. */
void plan_running(const struct agenda *agenda, const struct plan_spare *spare,
		  struct query_rows *rows);

/* Whether one of them is known, or usually, over with before the time is. */
bool plan_fits(const struct session *session, const struct plan_spare *spare);

enum plan_end plan_end_of(const struct session *session);

/* How many minutes two sessions that overlap do so; -1 where one of their ends is not known. */
int64_t plan_overlap_minutes(const struct session *left, const struct session *right);

void plan_free(struct plan *plan);

#endif
