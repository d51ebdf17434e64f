/*
 * An agenda sieved by a query: which sessions are left, and how many each value of a trait would
 * leave. What a change costs is a look at every session for what changed alone.
 */
#ifndef NEC_MODEL_SIEVE_H
#define NEC_MODEL_SIEVE_H

#include "model/query.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sieve;

/* Sessions from one up to another. */
struct sieve_span {
	size_t from, to;
};

/* The agenda must outlive it. Everything is left at first. */
struct sieve *sieve_new(const struct agenda *agenda);
void sieve_free(struct sieve *sieve); /* NULL is allowed */

/* Takes over what a query wants of a trait; and its words: no session holds these before one goes
 * on. */
void sieve_take_trait(struct sieve *sieve, const struct query *query, enum trait trait);
void sieve_take_words(struct sieve *sieve, const struct query *query);

/* Looks for the words in further sessions, at so much effort (model/hits.h). */
void sieve_go_on(struct sieve *sieve, size_t effort);

/* The first session that they were not looked for in yet; the count of all where none is left. */
size_t sieve_next(const struct sieve *sieve);

/* For when the query's bookmarks have changed. */
void sieve_take_bookmarks(struct sieve *sieve, const struct query *query);

/* Whether a session is left. */
bool sieve_leaves(const struct sieve *sieve, size_t session);

/* Adds all that are left, from one session on. */
void sieve_run(const struct sieve *sieve, size_t from, struct query_rows *rows);

/*
 * Of each value of a trait, counts the sessions that have it among those that fit what is wanted
 * of the other traits, and the words: of the sessions from one up to another, which is not behind
 * the one that comes next. `counts` has room for trait_count() numbers, to which these are added.
 * The query is the one that was taken over.
 */
void sieve_count(struct sieve *sieve, const struct query *query, enum trait trait,
		 struct sieve_span span, size_t *counts);

#endif
