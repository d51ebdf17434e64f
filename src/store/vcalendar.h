/*
 * An item of a vdir: a calendar (RFC 5545, VCALENDAR) with one event in it.
 *
 * Other programs write items too: khal when the user edits one, vdirsyncer when a phone did. What
 * they put into an item of ours (an alarm, a repetition, an attendee) stays when the session is
 * kept again.
 */
#ifndef NEC_STORE_VCALENDAR_H
#define NEC_STORE_VCALENDAR_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* No item larger than this is read, nor written. Bytes. */
enum { ITEM_LARGEST = 1024 * 1024 };

struct vcalendar;

/* One with nothing but an id in it, for vcalendar_keep(). */
struct vcalendar *vcalendar_new(const char *id);

/*
 * NULL where it is no calendar with one event (which may have exceptions to its repetition) that
 * libical reads without a loss, so that writing it again would lose something.
 */
struct vcalendar *vcalendar_parse(const char *text, size_t length);

void vcalendar_free(struct vcalendar *item); /* NULL is allowed */

/*
 * What the event names, mostly by its UID: a session's id, never empty. Valid until the item
 * changes.
 */
const char *vcalendar_id(const struct vcalendar *item);

/* Whether this program made it, whoever wrote it since. */
bool vcalendar_is_marked(const struct vcalendar *item);

/* Fills the whole bookmark; its strings are the caller's to free. */
void vcalendar_read(const struct vcalendar *item, const struct agenda *agenda,
		    struct bookmark *bookmark);

/*
 * Brings it up to what the agenda says of the session; the note stays. LAST-MODIFIED becomes `now`
 * where that changed anything.
 */
void vcalendar_keep(struct vcalendar *item, const struct agenda *agenda, size_t session,
		    time_t now);

/* Says that the user knows that its session is gone, as above; nothing else is changed. */
void vcalendar_set_lost(struct vcalendar *item, time_t now);

/* Changes the note alone (NULL for none), and LAST-MODIFIED as above. It is the first COMMENT;
 * others stay. */
void vcalendar_note(struct vcalendar *item, const char *note, time_t now);

/* Appends the item as text: CR LF, lines of at most 75 bytes. */
void vcalendar_write(const struct vcalendar *item, struct buffer *out);

#endif
