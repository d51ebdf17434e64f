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

/* When it begins, by its own words or those of its first session; the midnight before where only
 * the day is known, and then *timed is false. CIVIL_NONE where that is not known either. */
civil_moment stage_beginning(const struct agenda *agenda, bool *timed);

enum stage stage_of(const struct agenda *agenda, civil_moment now);

/*
 * Appends a sentence: "The event begins in 3 days, on Wednesday 18 October 2023."; "The event ended
 * yesterday."; while nothing is on "Nothing is on before 19:00."; nothing while something is, or
 * may be for want of a time, and where nothing is known.
 */
void stage_sentence(struct buffer *out, const struct agenda *agenda, civil_moment now);

/* The same in a few words, beside the dates of the event: "in 3 days", "ended yesterday". */
void stage_words(struct buffer *out, const struct agenda *agenda, civil_moment now);

/* That no session has been announced, of all or for a theme: yet, as long as the event is not over.
 * Translated. */
const char *stage_none_announced(const struct agenda *agenda, civil_moment now);
const char *stage_none_for_theme(const struct agenda *agenda, civil_moment now);

#endif
