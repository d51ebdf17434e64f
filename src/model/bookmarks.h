/*
 * The sessions a user keeps, in memory: each with its note and with what was known of the session
 * when it was kept, so that a bookmark whose session is gone can still be shown.
 */
#ifndef NEC_MODEL_BOOKMARKS_H
#define NEC_MODEL_BOOKMARKS_H

#include "model/agenda.h"

#include <stdbool.h>
#include <stddef.h>

struct bookmark {
	char *id;
	char *title, *room, *speakers, *note; /* each may be NULL; several rooms or speakers are
					       * parted by ", " */
	civil_day day;			      /* CIVIL_NONE where unknown */
	civil_moment start, end;	      /* CIVIL_NONE where unknown */
	bool cancelled;
	bool complete; /* what is not known here was not known when the session was kept; not so of
			* what another program wrote */
	bool lost;     /* the user knows that the agenda has its session no more */
};

struct bookmarks {
	struct bookmark *items; /* sorted by id */
	size_t count, capacity;
};

/* The bookmark of that id, valid until the next change, or NULL. */
const struct bookmark *bookmarks_find(const struct bookmarks *bookmarks, const char *id);

/* Adds or replaces; every string is copied. */
void bookmarks_set(struct bookmarks *bookmarks, const struct bookmark *bookmark);

/* The same of a session, as its agenda has it, with the user's note (NULL for none). */
void bookmarks_keep(struct bookmarks *bookmarks, const struct agenda *agenda, size_t session,
		    const char *note);

/* Makes *bookmarks, which may hold others, all the sessions of an agenda. */
void bookmarks_keep_all(struct bookmarks *bookmarks, const struct agenda *agenda);

/* False where there was none. */
bool bookmarks_remove(struct bookmarks *bookmarks, const char *id);

/* Makes *to, which may hold others, a copy of *from. */
void bookmarks_copy(struct bookmarks *to, const struct bookmarks *from);

/* Whether both hold the same, to the note. */
bool bookmarks_same(const struct bookmarks *left, const struct bookmarks *right);

void bookmarks_free(struct bookmarks *bookmarks);

/* One that is in no set: a copy, to be freed with the second, which frees its strings. */
struct bookmark bookmarks_copy_one(const struct bookmark *bookmark);
void bookmarks_free_one(struct bookmark *bookmark);

/* Whether two say the same; NULL is one that is not there. */
bool bookmarks_same_one(const struct bookmark *left, const struct bookmark *right);

#endif
