/*
 * How an event stands at a moment: before it, during it, after it.
 */
#ifndef NEC_PRESENT_STAGE_H
#define NEC_PRESENT_STAGE_H

#include "base/buffer.h"
#include "model/agenda.h"

enum stage {
	STAGE_UNKNOWN, /* the agenda names no date, or the moment is CIVIL_NONE */
	STAGE_BEFORE,
	STAGE_DURING, /* from its first day and session to its last, nights included */
	STAGE_AFTER
};

enum stage stage_of(const struct agenda *agenda, civil_moment now);

/*
 * Appends a sentence: "The event begins in 3 days, on Wednesday 18 October 2023."; "The event ended
 * yesterday."; nothing during it and where nothing is known.
 */
void stage_sentence(struct buffer *out, const struct agenda *agenda, civil_moment now);

#endif
