/*
 * What the bookmark folder holds: its items by file name, each read once and again only after it
 * changed. So to look again costs little, and what another window, khal or vdirsyncer did since is
 * known before anything is written.
 */
#ifndef NEC_STORE_CATALOGUE_H
#define NEC_STORE_CATALOGUE_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* More items of one folder are not looked at. */
enum { CATALOGUE_MOST = 100000 };

enum entry_state {
	ENTRY_KEPT,	  /* a bookmark */
	ENTRY_FOREIGN,	  /* an event that somebody else made and no session of the agenda */
	ENTRY_NO_EVENT,	  /* no calendar with one event, or a damaged one */
	ENTRY_NO_FILE,	  /* a folder, a FIFO, a device */
	ENTRY_TOO_LARGE,  /* larger than ITEM_LARGEST */
	ENTRY_UNREADABLE, /* see error */
	ENTRY_STATES
};

/* As long as it stays the same, so has the file. */
struct signature {
	uint64_t file, size, modified, changed;
};

struct entry {
	char *name;
	enum entry_state state;
	int error;		    /* errno, where unreadable */
	bool named;		    /* for the caller: whether the user was told of it */
	struct bookmark bookmark;   /* its strings are owned; zeroed unless kept */
	struct signature signature; /* zeroed where it is to be read again next time */
	struct buffer text;	    /* of a bookmark, then: to see whether it is another */
};

struct catalogue {
	struct entry *items; /* sorted by name, bytewise */
	size_t count, capacity;
};

/*
 * Brings the catalogue up to date with the folder. Returns 0, or an errno value where the folder
 * itself cannot be read; the catalogue is then as it was. A file that cannot be is an entry that
 * says so.
 */
int catalogue_update(struct catalogue *catalogue, int folder, const struct agenda *agenda);

/* The entry of that name, or NULL. Valid, as the next, until the next update. */
const struct entry *catalogue_named(const struct catalogue *catalogue, const char *name);

/* The first kept entry behind `before` (NULL: of all) with that id, or NULL. */
const struct entry *catalogue_find(const struct catalogue *catalogue, const char *id,
				   const struct entry *before);

void catalogue_free(struct catalogue *catalogue);

#endif
