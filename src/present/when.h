/*
 * Dates, times and lengths as people write them, in the user's language: "jeudi 19 octobre 2023",
 * "11 h 30", "dans 48 min"; "Thursday 19 October 2023", "11:30", "in 48 min".
 *
 * Each function appends to a buffer.
 */
#ifndef NEC_PRESENT_WHEN_H
#define NEC_PRESENT_WHEN_H

#include "base/buffer.h"
#include "model/agenda.h"

void when_day_long(struct buffer *out, civil_day day);		     /* jeudi 19 octobre 2023 */
void when_day_medium(struct buffer *out, civil_day day);	     /* jeudi 19 octobre */
void when_day_short(struct buffer *out, civil_day day);		     /* jeu. 19 oct. */
void when_day_shorter(struct buffer *out, civil_day day);	     /* jeu. 19 */
void when_days(struct buffer *out, civil_day first, civil_day last); /* 18–20 octobre 2023 */

void when_clock(struct buffer *out, civil_moment moment); /* 11 h 30; 9 h; English 11:30 */
void when_column(struct buffer *out,
		 civil_moment moment);		   /* 11:30, five columns, in any language */
void when_length(struct buffer *out, int minutes); /* 1 h 30; 45 min; 2 j 3 h */
void when_lengths(struct buffer *out, const int *minutes, size_t count); /* 1 h 30 ou 3 h */

/* "19:00 – 01:00", "09:00", or nothing for a session without a time. */
void when_span_column(struct buffer *out, const struct session *session);

/* "jeudi 19 octobre, de 19 h à 1 h", "jeudi 19 octobre, 11 h 30", "mercredi 18 octobre". */
void when_session(struct buffer *out, const struct session *session);

/* How it stands now: "depuis 9 h", "encore 20 min", "dans 48 min"; nothing where it is past,
 * untimed or more than a day away. A session without a known end is "since", never "still". */
void when_relation(struct buffer *out, const struct agenda *agenda, size_t session,
		   civil_moment now);

#endif
