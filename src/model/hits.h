/*
 * The sessions that hold the words of a search while these are typed. What was found for fewer
 * letters is kept: with one more, only those sessions are looked through, and with one less, none.
 */
#ifndef NEC_MODEL_HITS_H
#define NEC_MODEL_HITS_H

#include "model/agenda.h"
#include "model/bookmarks.h"

#include <stdbool.h>
#include <stddef.h>

struct hits;

/* The agenda must outlive it. Every session is one at first. */
struct hits *hits_new(const struct agenda *agenda);
void hits_free(struct hits *hits); /* NULL is allowed */

/* Finds those that hold every one of some folded words, which are parted by spaces. */
void hits_find(struct hits *hits, const char *words);

/* Looks through the notes of these bookmarks from now on, and no longer through others. */
void hits_set_notes(struct hits *hits, const struct bookmarks *bookmarks);

/* Whether a session is one of those found last. */
bool hits_hold(const struct hits *hits, size_t session);

#endif
