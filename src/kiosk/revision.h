/*
 * What newer editions of the agenda changed since the kiosk was started: when and where sessions
 * were at first.
 */
#ifndef NEC_KIOSK_REVISION_H
#define NEC_KIOSK_REVISION_H

#include "base/buffer.h"
#include "model/changes.h"

#include <stdint.h>

/* A zeroed struct knows of none. */
struct revisions {
	struct bookmarks first; /* the sessions as they were at first */
	struct changes changes; /* from there to the edition that is shown */
};

/* Takes what a newer edition changed; what is again as it was at first is no change. Where very
 * much is new, it is another programme, which is as it is from the start. */
void revisions_note(struct revisions *revisions, const struct agenda *from,
		    const struct agenda *to);
void revisions_free(struct revisions *revisions);

/* Appends "! changed: 11:30 → 14:00, Salle 1 → Salle 2"; nothing of what stands when and where it
 * stood. */
void revisions_say(const struct revisions *revisions, const struct agenda *agenda, uint32_t session,
		   struct buffer *out);

#endif
