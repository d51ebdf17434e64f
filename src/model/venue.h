/*
 * The clocks at the venue: how far from UTC they are when a session starts, and when it ends.
 */
#ifndef NEC_MODEL_VENUE_H
#define NEC_MODEL_VENUE_H

#include "model/agenda.h"

/* Minutes east of UTC: what its source or its zone says, else the event. CIVIL_NONE where unknown,
 * and of a session without a time. */
int venue_offset(const struct agenda *agenda, const struct session *session);
int venue_end_offset(const struct agenda *agenda, const struct session *session);

/* The same at any moment on the venue's clock; of two that fit (summer time ends) the earlier. */
int venue_offset_of(const struct agenda *agenda, civil_moment moment);

#endif
