/*
 * What restricts the programme, and which sessions of each day are left. One filter serves every
 * view that shows the programme: lists, the search, and whatever else asks filter_fits().
 */
#ifndef NEC_TUI_FILTER_H
#define NEC_TUI_FILTER_H

#include "model/agenda.h"
#include "model/query.h"
#include "model/sieve.h"
#include "tui/theme_index.h"

#include <stdbool.h>
#include <stddef.h>

struct filter {
	const struct agenda *agenda;
	const struct theme_index *themes;
	struct query query; /* with the words of a search that stands; to be read */

	/* Made from the query whenever it changes. */
	struct sieve *sieve;
	size_t effort;		     /* of one step of a search (model/hits.h) */
	bool restricts;		     /* anything is wanted, be it of a trait or a search */
	struct query_rows rows;	     /* the sessions left; empty where nothing restricts them */
	size_t *firsts;		     /* by day: where its own begin in `rows` */
	size_t *counts;		     /* by day: how many are left */
	size_t *tally[TRAIT_COUNT];  /* by value, see filter_tally(); NULL before it */
	size_t tallied[TRAIT_COUNT]; /* the sessions before this one are in the tally */
};

/* All must outlive the filter, which is told when the bookmarks change. */
void filter_begin(struct filter *filter, const struct agenda *agenda,
		  const struct theme_index *themes, const struct bookmarks *bookmarks);
void filter_free(struct filter *filter);

/* Wants a value, or no longer; wants it as the only one of its trait. */
void filter_tick(struct filter *filter, enum trait trait, uint32_t value, bool wanted);
void filter_want_only(struct filter *filter, enum trait trait, uint32_t value);

/* Restricts nothing any more by one trait; by any, which leaves the search. */
void filter_clear_trait(struct filter *filter, enum trait trait);
void filter_clear(struct filter *filter);

/* Takes over what a query wants of each trait; the query is empty after. */
void filter_take(struct filter *filter, struct query *query);

/*
 * Searches for the words of a text within all the rest; a text without words, or NULL, ends it. Of
 * an agenda that says much only its first sessions are looked through at once, and further ones
 * whenever one goes on: those that come later do not count as left before.
 */
void filter_set_search(struct filter *filter, const char *text);
void filter_go_on(struct filter *filter);

/* Whether all sessions were looked through, or nothing is searched for; and whether one was. */
bool filter_is_through(const struct filter *filter);
bool filter_has_seen(const struct filter *filter, uint32_t session);

/* Each says whether other sessions may be left now. */
bool filter_set_now(struct filter *filter, civil_moment now);
bool filter_bookmarks_changed(struct filter *filter);

/* Whether anything restricts the programme; anything but the search. */
bool filter_is_set(const struct filter *filter);
bool filter_has_traits(const struct filter *filter);

bool filter_wants(const struct filter *filter, enum trait trait, uint32_t value);

/* Whether nothing is wanted but this one value, beside the search. */
bool filter_wants_only(const struct filter *filter, enum trait trait, uint32_t value);

/* Whether it wants one theme and nothing else, beside the search, as when a theme was chosen beside
 * the programme. */
bool filter_is_one_theme(const struct filter *filter);

/* Whether a session is left. */
bool filter_fits(const struct filter *filter, uint32_t session);

/* How many sessions are left, as far as is known, of all days and of one; and the i-th of these. */
size_t filter_left(const struct filter *filter);
size_t filter_count(const struct filter *filter, size_t day);
uint32_t filter_session(const struct filter *filter, size_t day, size_t i);

/* All of them; replaces what is in *rows. */
void filter_run(const struct filter *filter, struct query_rows *rows);

/* The sessions of a day that are left, where a filter is set. Valid until it changes. */
const uint32_t *filter_sessions(const struct filter *filter, size_t day);

/* The first day from `day` on, then from the first one on, that has a session left; `day` itself
 * where none has. */
size_t filter_day_from(const struct filter *filter, size_t day);

/* Counts how many sessions each value of a trait would leave, given all that is wanted of others;
 * and the count of one, for as long as the filter does not change. */
void filter_tally(struct filter *filter, enum trait trait);
size_t filter_tallied(const struct filter *filter, enum trait trait, size_t value);

#endif
