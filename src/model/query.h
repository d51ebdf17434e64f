/*
 * Questions to an agenda: which sessions fit, what is on, what comes next, what overlaps. Pure: the
 * moment is handed in, nothing is changed.
 */
#ifndef NEC_MODEL_QUERY_H
#define NEC_MODEL_QUERY_H

#include "model/agenda.h"
#include "model/bookmarks.h"

/* A set of indexes into one of the agenda's lists; NULL items means every session fits. */
struct query_set {
	bool *items;
	size_t count;
};

struct query {
	int day; /* index into agenda->days, or QUERY_EVERY_DAY, QUERY_NO_DAY */
	struct query_set themes, formats, rooms;
	char *search;			   /* folded words parted by spaces; NULL for none */
	const struct bookmarks *bookmarks; /* only the sessions kept in it; NULL for all */
	const struct bookmarks *noted;	   /* whose notes are searched too; NULL for none */
};

enum { QUERY_EVERY_DAY = -1, QUERY_NO_DAY = -2 };

/* clang-format off */
#define QUERY_ALL {.day = QUERY_EVERY_DAY}
/* clang-format on */

/* The indexes of sessions that fit, in programme order. */
struct query_rows {
	uint32_t *items;
	size_t count, capacity;
};

/*
 * Restrict to the names that hold `words`, folded; several calls widen the choice. False, with
 * nothing changed, where no name fits.
 */
bool query_want_theme(struct query *query, const struct agenda *agenda, const char *words);
bool query_want_format(struct query *query, const struct agenda *agenda, const char *words);
bool query_want_room(struct query *query, const struct agenda *agenda, const char *words);
void query_want_words(struct query *query, const char *words);

/* Restrict to one theme by its index; -1 for every theme. */
void query_only_theme(struct query *query, const struct agenda *agenda, int theme);

/* What query_want_day() made of a word. */
enum query_day {
	QUERY_DAY_FOUND,
	QUERY_DAY_ABSENT, /* it means a day, but not one of the agenda: no session fits */
	QUERY_DAY_UNKNOWN /* it means nothing; the query is unchanged */
};

/*
 * Restrict to a day: a date, a weekday in English or French or the first letters of it (at least
 * three), a number from 1, "today", "tomorrow" (of `now`).
 */
enum query_day query_want_day(struct query *query, const struct agenda *agenda, const char *day,
			      civil_moment now);

bool query_fits(const struct query *query, const struct agenda *agenda, size_t session);

/* Replaces what is in *rows. */
void query_run(const struct query *query, const struct agenda *agenda, struct query_rows *rows);
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
