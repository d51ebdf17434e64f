/*
 * A calendar that somebody gave the user, beside their own bookmarks.
 */
#ifndef NEC_EXCHANGE_H
#define NEC_EXCHANGE_H

#include "base/buffer.h"
#include "base/report.h"
#include "model/agenda.h"

#include <stdbool.h>

struct exchange {
	const struct agenda *agenda;
	const char *file; /* an iCalendar file, "-" for standard input */
	int width;	  /* columns to tell in */
	bool ascii;	  /* what shows how far it is */
};

/*
 * Bookmarks the sessions of the agenda that are in the file, with the note that stands there, and
 * appends which these are and what was not recognised. A session that is kept already stays as it
 * is. False, with an error in the report, where the file could not be read or not all be saved.
 * *stopped becomes 0, or the exit status where the user stopped it: false then without an error,
 * and what was bookmarked until then stays, and is told.
 */
bool exchange_import(struct buffer *out, const struct exchange *exchange, int *stopped,
		     struct report *report);

/* Appends which bookmarks are in the file too, which are not, and what else is in it. */
bool exchange_diff(struct buffer *out, const struct exchange *exchange, struct report *report);

#endif
