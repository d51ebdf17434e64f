/*
 * A bookmark's file: what is to become of it, and how it becomes that. Functions return 0 or an
 * errno value.
 */
#ifndef NEC_STORE_RECORD_H
#define NEC_STORE_RECORD_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "store/save.h"
#include "store/vcalendar.h"

#include <stdbool.h>
#include <stddef.h>

enum record_wish_kind {
	RECORD_KEEP, /* a bookmark, with the note if there is one; one that is there stays as it is
		      * otherwise, with its own note where none is given */
	RECORD_ADD,  /* the same, but one that is there stays as it is */
	RECORD_RESTORE, /* that text, unless there is a bookmark */

	/* In one that is there: */
	RECORD_LOSE, /* that the user knows that its session is gone */
	RECORD_NOTE, /* that note, and nothing else */
	RECORD_RENEW /* what the agenda says now, and the note as it is */
};

struct record_wish {
	enum record_wish_kind kind;
	const char *id;
	const struct agenda *agenda; /* of RECORD_KEEP, RECORD_ADD and RECORD_RENEW */
	size_t session;
	const char *note; /* of RECORD_KEEP, RECORD_ADD and RECORD_NOTE; NULL for none */
	const char *text; /* of RECORD_RESTORE; NULL where nobody remembers it */
};

/* Whether there need be no bookmark yet. */
bool record_makes(enum record_wish_kind kind);

/*
 * The item of that id in a file, to be freed; *text is replaced with the file's bytes unless it is
 * NULL. EEXIST, with *item NULL, where the file holds another, or is no item any more.
 */
int record_read(int folder, const char *name, const char *id, struct vcalendar **item,
		struct buffer *text);

/*
 * Carries a wish out in the file where the id's bookmark is (SAVE_REPLACE) or may be (SAVE_NEW).
 * EEXIST as above; ENOENT where there is none and there has to be.
 */
int record_write(int folder, const char *name, enum save_mode mode, const struct record_wish *wish);

/* The same of a bookmark that is not there yet, which the batch will bring to disk. */
int record_add(struct save_batch *batch, const char *name, const struct record_wish *wish);

#endif
