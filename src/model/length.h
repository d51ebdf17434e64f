/*
 * How long sessions last. Clocks may be changed meanwhile: summer time ends at night. So the end of
 * a session stands as the venue's clock shows it then, with the offset from UTC that holds then
 * (model/agenda.h), and the minutes between are those that pass and not what the clock makes of
 * them.
 */
#ifndef NEC_MODEL_LENGTH_H
#define NEC_MODEL_LENGTH_H

#include "base/zoneinfo.h"
#include "model/agenda.h"

#include <stdint.h>

/* Minutes from its start to its end; -1 where one of them is not known. */
int64_t length_of(const struct session *session);

/*
 * Ends a session, whose start and offset are set, so many minutes later; `end_offset` holds then.
 * In the hour that comes twice an end could stand before its start: it then keeps the start's
 * offset.
 */
void length_give(struct session *session, int64_t minutes, int end_offset);

/* The same by the clocks of a zone, as far as the session goes by them; it may have no name. */
void length_give_in(struct session *session, struct zoneinfo *zone, int64_t minutes);

/* From its start to its end, or to what is taken for one. */
struct length_span {
	int64_t from, to;
};

/* Those of two sessions with times, so that they can be compared: in UTC where the offsets of both
 * are known, else as clocks show them. */
void length_spans(const struct session *left, const struct session *right,
		  struct length_span *left_span, struct length_span *right_span);

#endif
