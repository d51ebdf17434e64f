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

/* The agenda must outlive it. Everything is left at first. */
struct sieve *sieve_new(const struct agenda *agenda);
void sieve_free(struct sieve *sieve); /* NULL is allowed */

/* Takes over what a query wants of a trait; and its words. */
void sieve_take_trait(struct sieve *sieve, const struct query *query, enum trait trait);
void sieve_take_words(struct sieve *sieve, const struct query *query);

/* For when the query's bookmarks have changed. */
void sieve_take_bookmarks(struct sieve *sieve, const struct query *query);

/* Whether a session is left. */
bool sieve_leaves(const struct sieve *sieve, size_t session);

/* All that are left; replaces what is in *rows. */
void sieve_run(const struct sieve *sieve, struct query_rows *rows);

/*
 * Of each value of a trait, the sessions that have it among those that fit what is wanted of the
 * other traits, and the words. `counts` has room for trait_count() numbers. The query is the one
 * that was taken over.
 */
void sieve_count(struct sieve *sieve, const struct query *query, enum trait trait, size_t *counts);

#endif
