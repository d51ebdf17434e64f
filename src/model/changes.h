/*
 * What became of sessions since the user kept them, or between two editions of an agenda. Sessions
 * are matched by their ids. One whose id is gone may have a successor under another: the session of
 * the same title and speakers whose time is nearest, of those that are not matched yet.
 */
#ifndef NEC_MODEL_CHANGES_H
#define NEC_MODEL_CHANGES_H

#include "model/agenda.h"
#include "model/bookmarks.h"

#include <stdbool.h>
#include <stddef.h>

/* Or-ed: one session may have moved into another room. */
enum changes_what {
	CHANGES_NEW = 1 << 0,
	CHANGES_GONE = 1 << 1,
	CHANGES_CANCELLED = 1 << 2,
	CHANGES_REVIVED = 1 << 3, /* cancelled no more */
	CHANGES_MOVED = 1 << 4,	  /* to another day or start */
	CHANGES_END = 1 << 5,	  /* only the end is another */
	CHANGES_ROOM = 1 << 6,
	CHANGES_TITLE = 1 << 7,
	CHANGES_SPEAKERS = 1 << 8
};

enum { CHANGES_KINDS = 9 /* of the above */ };

struct change {
	unsigned what;		       /* never 0 */
	const struct bookmark *before; /* what was known of it; NULL of what is new */
	int session;		       /* what it is now; -1 where it is gone */
	int successor; /* of what is gone: the session to keep instead; -1 for none */
	bool seen;     /* the user knows of it */
};

struct changes {
	struct change *items; /* in programme order */
	size_t count, capacity;
	struct bookmarks before; /* copies, where they are not the caller's */
};

/* What differs between a session and what was known of it. Nothing does where little was known. */
unsigned changes_of(const struct bookmark *before, const struct agenda *agenda, size_t session);

/* Replaces what is in *changes. The bookmarks must stay as they are while it is used. */
void changes_since(struct changes *changes, const struct bookmarks *bookmarks,
		   const struct agenda *agenda);

/*
 * The same from one edition to the next, with what is new. A successor counts as the session itself
 * here: what is gone and has one has moved, say.
 */
void changes_between(struct changes *changes, const struct agenda *before,
		     const struct agenda *agenda);

/* The same from what was known of all the sessions of a former edition; copied. */
void changes_from(struct changes *changes, const struct bookmarks *before,
		  const struct agenda *agenda);

/* The change of a session, NULL for none. */
const struct change *changes_find(const struct changes *changes, int session);

/* The change of a bookmark by its id, NULL for none. */
const struct change *changes_find_id(const struct changes *changes, const char *id);

void changes_free(struct changes *changes);

#endif
