/*
 * What a newer edition of the agenda changed of sessions since the kiosk was started: where and
 * when they were at first. At most one entry a session.
 */
#ifndef NEC_KIOSK_REVISION_H
#define NEC_KIOSK_REVISION_H

#include "base/array.h"
#include "base/buffer.h"
#include "model/agenda.h"

#include <stdint.h>

struct revision {
	char *id;
	civil_day day; /* as they were at first */
	civil_moment start;
	char *room; /* NULL for none */
};

/* A zeroed struct knows of none. */
struct revisions {
	ARRAY(struct revision) items;
};

/* Compares two editions and keeps what changed; what is again as it was at first is forgotten. */
void revisions_note(struct revisions *revisions, const struct agenda *from,
		    const struct agenda *to);
void revisions_free(struct revisions *revisions);

/* Appends "moved: 11:30 → 14:00", "Salle 1 → Salle 2"; nothing where nothing changed. */
void revisions_say(const struct revisions *revisions, const struct agenda *agenda, uint32_t session,
		   struct buffer *out);

#endif
