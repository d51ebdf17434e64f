/*
 * The clocks at the venue: how far from UTC they are when a session starts.
 */
#ifndef NEC_MODEL_VENUE_H
#define NEC_MODEL_VENUE_H

#include "base/zoneinfo.h"
#include "model/agenda.h"

struct venue {
	struct zoneinfo zone;
	int offset; /* where nothing else tells it; CIVIL_NONE where unknown */
};

struct venue venue_of(const struct agenda *agenda);

/*
 * Minutes east of UTC when a session starts: what its source says, else what the venue's zone says
 * (sessions are best asked for in programme order), else the event's. CIVIL_NONE where unknown, and
 * of a session without a time.
 */
int venue_offset(struct venue *venue, const struct session *session);

#endif
