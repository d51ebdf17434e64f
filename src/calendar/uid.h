/*
 * A session's id ↔ the UID of its event in a calendar that is given away.
 *
 * A UID has to be unique in the whole world: calendars take an event with a UID they know for a new
 * edition of the one they have. So what the source made to be unique, a UUID or what has an @ in
 * it, stays as it is, and other ids are followed by @ and the agenda's. An id that is too long or
 * too odd to be part of a UID is hashed.
 */
#ifndef NEC_CALENDAR_UID_H
#define NEC_CALENDAR_UID_H

#include "base/buffer.h"

#include <stdbool.h>

/* Appends the UID of a session: at most 255 bytes. Sessions of one agenda have different ones. */
void uid_append(struct buffer *out, const char *session_id, const char *agenda_id);

/* Whether an id is unique in the world, so that its UID is the id itself. */
bool uid_is_global(const char *session_id, const char *agenda_id);

#endif
