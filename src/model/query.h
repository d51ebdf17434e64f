/*
 * Questions to an agenda: which sessions fit, what is on, what comes next, what overlaps. Pure: the
 * moment is handed in, nothing is changed.
 */
#ifndef NEC_MODEL_QUERY_H
#define NEC_MODEL_QUERY_H

#include "model/agenda.h"
#include "model/bookmarks.h"
#include "model/trait.h"

/* The values of a trait that are wanted. Where items is NULL, the trait restricts nothing; where it
 * is not and no value is wanted, no session fits. */
struct query_set {
	bool *items;
	size_t size;  /* of the list */
	size_t count; /* how many are wanted */
};

/* Values of one trait widen what fits, traits narrow it. */
struct query {
	struct query_set sets[TRAIT_COUNT];
	char *search;			   /* folded words parted by spaces; NULL for none */
	const struct bookmarks *bookmarks; /* what TRAIT_KEPT is asked of, and whose notes are
					    * searched; NULL for nothing kept */
	civil_moment now;		   /* what TRAIT_UPCOMING is asked of */
};

/* clang-format off */
#define QUERY_ALL {.now = CIVIL_NONE}
/* clang-format on */

/* The indexes of sessions that fit, in programme order. */
struct query_rows {
	uint32_t *items;
	size_t count, capacity;
};

/* Wants a value, or no longer. A trait of which no value is wanted any more restricts nothing. */
void query_tick(struct query *query, const struct agenda *agenda, enum trait trait, uint32_t value,
		bool wanted);

/* Lets no session fit but those of wanted values, even where none is wanted yet; and all again. */
void query_restrict(struct query *query, const struct agenda *agenda, enum trait trait);
void query_clear(struct query *query, enum trait trait);

bool query_restricts(const struct query *query, enum trait trait);
bool query_wants(const struct query *query, enum trait trait, uint32_t value);

/* The first wanted value from `value` on, or QUERY_NONE. */
size_t query_next_value(const struct query *query, enum trait trait, size_t value);

#define QUERY_NONE SIZE_MAX

/* All of the words, folded; a text without words, or NULL, for any. */
void query_want_words(struct query *query, const char *words);

bool query_fits(const struct query *query, const struct agenda *agenda, size_t session);

/* Until when a session is on or still to come, as far as anybody knows. */
civil_moment query_upcoming_until(const struct session *session);

/* Replaces what is in *rows. */
void query_run(const struct query *query, const struct agenda *agenda, struct query_rows *rows);

/* Adds rows behind those that are there. */
void query_rows_add(struct query_rows *rows, const struct query_rows *more);

/* How many rows, from that one on, are of the same day as it is. */
size_t query_rows_of_day(const struct query_rows *rows, size_t first, const struct agenda *agenda);

void query_rows_free(struct query_rows *rows);
void query_free(struct query *query);

/* Where a session stands at a moment. */
enum query_phase {
	PHASE_UNTIMED, /* it has no time */
	PHASE_LATER,
	PHASE_NEXT, /* it starts next: no other session starts sooner after `now` */
	PHASE_NOW,
	PHASE_PAST
};

enum query_phase query_phase(const struct agenda *agenda, size_t session, civil_moment now);

/* When the next session of the agenda starts after `now`; CIVIL_NONE where none does. */
civil_moment query_next_start(const struct agenda *agenda, civil_moment now);

/* The day to show at a moment: today's, before the event the first, after it the last. */
size_t query_day_at(const struct agenda *agenda, civil_moment now);

/* Whether two sessions run at the same time; never so where one has no time. */
bool query_overlap(const struct session *left, const struct session *right);

#endif
