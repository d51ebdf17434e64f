/*
 * Dates, times and lengths as people write them, in the user's language: "jeudi 19 octobre 2023",
 * "11 h 30", "dans 48 min"; "Thursday 19 October 2023", "11:30", "in 48 min".
 *
 * Each function appends to a buffer, and appends nothing for a day or a moment that is CIVIL_NONE.
 * The spaces within a time or a length ("11 h 30", "48 min") are no-break spaces (U+00A0), so that
 * no line ends there.
 */
#ifndef NEC_PRESENT_WHEN_H
#define NEC_PRESENT_WHEN_H

#include "base/buffer.h"
#include "model/agenda.h"

#include <stdbool.h>

void when_day_long(struct buffer *out, civil_day day);	  /* jeudi 19 octobre 2023 */
void when_day_medium(struct buffer *out, civil_day day);  /* jeudi 19 octobre */
void when_day_short(struct buffer *out, civil_day day);	  /* jeu. 19 oct. */
void when_day_shorter(struct buffer *out, civil_day day); /* jeu. 19 */

/* A day of the programme, and what that calls it: "vendredi 20 octobre 2023 – Off". */
void when_day_named(struct buffer *out, const struct day *day);

/* "18–20 octobre 2023"; one day, or a last one of CIVIL_NONE: "jeudi 19 octobre 2023". */
void when_days(struct buffer *out, civil_day first, civil_day last);

void when_clock(struct buffer *out, civil_moment moment);  /* 11 h 30; 9 h; English 11:30, 9:00 */
void when_column(struct buffer *out, civil_moment moment); /* 09:00, in any language */

/* "1 h 30", "45 min", "2 j 3 h". Less than nothing counts as 0 min. */
void when_length(struct buffer *out, int64_t minutes);

/* "1 h 30 ou 3 h"; nothing where count is 0. */
void when_lengths(struct buffer *out, const int *minutes, size_t count);

/* "19:00 – 01:00", "09:00", or nothing for a session without a time; "10:30 – Fri 20, 10:30" where
 * it runs for a day or more. */
void when_span_column(struct buffer *out, const struct session *session);

/* The same in less room: "10:30 – Fri 20" for a day or more. */
void when_span_brief(struct buffer *out, const struct session *session);

/* Its end alone: "01:00", "Fri 20". Nothing where none is known. */
void when_end_brief(struct buffer *out, const struct session *session);

/* Whether a clock alone would not tell when it ends. */
bool when_takes_days(const struct session *session);

/* The same as one says it: "de 19 h à 1 h", "9 h"; with its days where it runs for a day or more.
 */
void when_span(struct buffer *out, const struct session *session);

/*
 * "jeudi 19 octobre, de 19 h à 1 h", "jeudi 19 octobre, 11 h 30", "mercredi 18 octobre". The date
 * is the one on the calendar: what starts at 0:30 stands under the day before in the programme, and
 * is here on the day it really is. "19–21 octobre 2023" of a session of several whole days.
 */
void when_session(struct buffer *out, const struct session *session);

/* "jour 2 sur 3" of such a session; nothing of others. */
void when_nth_day(struct buffer *out, const struct session *session);

/*
 * "mercredi 18 octobre, 9 h – vendredi 20 octobre 2023, 19 h"; "18–20 octobre 2023" where only the
 * days are known.
 */
void when_event(struct buffer *out, const struct event *event);

/* From the first to the last day of the programme: "18–20 octobre 2023"; nothing without dates. */
void when_programme(struct buffer *out, const struct agenda *agenda);

/*
 * How it stands now: "depuis 9 h", "encore 20 min", "dans 48 min"; nothing where it is past,
 * untimed, cancelled or more than a day away. A session without a known end is "since", never
 * "still".
 */
void when_relation(struct buffer *out, const struct agenda *agenda, size_t session,
		   civil_moment now);

/* "UTC+2", "UTC-3:30": an offset in minutes east of UTC. */
void when_offset(struct buffer *out, int offset);

#endif
