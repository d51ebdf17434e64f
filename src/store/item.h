/*
 * An item of a vdir: a calendar (RFC 5545, VCALENDAR) with one event in it.
 *
 * Other programs write items too: khal when the user edits one, vdirsyncer when a phone did. What
 * they put into an item of ours (an alarm, a repetition, an attendee) stays when the session is
 * kept again.
 */
#ifndef NEC_STORE_ITEM_H
#define NEC_STORE_ITEM_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* No item larger than this is read, nor written. Bytes. */
enum { ITEM_LARGEST = 1024 * 1024 };

struct item;

/* One with nothing but an id in it, for item_keep(). */
struct item *item_new(const char *id);

/*
 * NULL where it is no calendar with one event (which may have exceptions to its repetition) that
 * libical reads without a loss, so that writing it again would lose something.
 */
struct item *item_parse(const char *text, size_t length);

void item_free(struct item *item); /* NULL is allowed */

/* The event's UID: a session's id, never empty. Valid until the item changes. */
const char *item_id(const struct item *item);

/* Whether this program made it, whoever wrote it since. */
bool item_is_marked(const struct item *item);

/* Fills the whole bookmark; its strings are the caller's to free. */
void item_read(const struct item *item, const struct agenda *agenda, struct bookmark *bookmark);

/*
 * Brings it up to what the agenda says of the session, with this note (NULL for none).
 * LAST-MODIFIED becomes `now` where that changed anything. The note is the first COMMENT; others
 * stay.
 */
void item_keep(struct item *item, const struct agenda *agenda, size_t session, const char *note,
	       time_t now);

/* Appends the item as text: CR LF, lines of at most 75 bytes. */
void item_write(const struct item *item, struct buffer *out);

#endif
