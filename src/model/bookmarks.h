/*
 * The sessions a user keeps, in memory: each with its note and with what was known of the session
 * when it was kept, so that a bookmark whose session is gone can still be shown.
 */
#ifndef NEC_MODEL_BOOKMARKS_H
#define NEC_MODEL_BOOKMARKS_H

#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>

struct bookmark {
	char *id;
	char *title, *room, *note; /* each may be NULL */
	civil_day day;		   /* CIVIL_NONE where unknown */
	civil_moment start, end;   /* CIVIL_NONE where unknown */
};

struct bookmarks {
	struct bookmark *items; /* sorted by id */
	size_t count, capacity;
};

/* The bookmark of that id, valid until the next change, or NULL. */
const struct bookmark *bookmarks_find(const struct bookmarks *bookmarks, const char *id);

/* Adds or replaces; every string is copied. */
void bookmarks_set(struct bookmarks *bookmarks, const struct bookmark *bookmark);

/* False where there was none. */
bool bookmarks_remove(struct bookmarks *bookmarks, const char *id);

/* Makes *to, which may hold others, a copy of *from. */
void bookmarks_copy(struct bookmarks *to, const struct bookmarks *from);

void bookmarks_free(struct bookmarks *bookmarks);

#endif
