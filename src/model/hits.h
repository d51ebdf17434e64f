/*
 * The sessions that hold the words of a search while these are typed. They are looked through one
 * after the other, as far as one goes on: of a large agenda a little at a time. What was found out
 * for other words is kept: with one letter more, only those sessions are looked through that may
 * hold it, and with one less, none that was before.
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

/* Looks for those that hold every one of some folded words, which are parted by spaces; begins
 * before the first session. */
void hits_find(struct hits *hits, const char *words);

/*
 * Goes on with that, until so much effort was spent or no session is left. It is about the bytes
 * that were looked at, and depends on nothing but the agenda and what was searched before. Some
 * session is always looked through.
 */
void hits_go_on(struct hits *hits, size_t effort);

/* The first session of which it is not known yet whether it holds the words; the count of all
 * where none is left. */
size_t hits_next(const struct hits *hits);

/* Looks through the notes of these bookmarks from now on, and no longer through others. */
void hits_set_notes(struct hits *hits, const struct bookmarks *bookmarks);

/* Whether a session that comes before the next one holds the words. */
bool hits_hold(const struct hits *hits, size_t session);

#endif
