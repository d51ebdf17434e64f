/*
 * Dates, times, spans of them and lengths of time in a line of text, as people write them in
 * French and English: "mercredi 18 octobre", "Du 16/11 au 20/11", "9 h 30", "19h – 01h",
 * "from 9 to 10:30", "(1h30 ou 3h)". Case, accents, kinds of dashes and of spaces do not matter.
 *
 * What is found is what stands there: a date keeps the parts that are written and no others (see
 * programme/almanac.h for the day it is).
 */
#ifndef NEC_PROGRAMME_TEMPORAL_H
#define NEC_PROGRAMME_TEMPORAL_H

#include <stdbool.h>
#include <stddef.h>

enum temporal_kind {
	TEMPORAL_DATE,
	TEMPORAL_TIME,
	TEMPORAL_LENGTH /* how long, not when: "1h30", "45min", "ateliers de 2h" */
};

enum temporal_bound {
	TEMPORAL_AT,
	TEMPORAL_FROM,	/* "à partir de 18h", "dès le 3 mai" */
	TEMPORAL_UNTIL, /* "jusqu'au 26 mai", "avant le 7 mai", "by Friday 3 May" */
	TEMPORAL_SINCE	/* "depuis le 3 mai" */
};

/* Parts that are not written are 0, a weekday -1. */
struct temporal_date {
	int weekday; /* 0 is Monday */
	int day, month, year;
	int nth; /* of the event's days: 2 for "Jour 2" */
};

struct temporal {
	enum temporal_kind kind;
	enum temporal_bound bound;
	size_t start, end; /* bytes, with the words that belong to it: "de 9h à 10h" */
	size_t bare;	   /* where it begins without them: "9h à 10h" */
	struct temporal_date first, last; /* of a date; equal for a single day */
	/*
	 * Of a time: minutes since midnight; `to` is -1 where no end is written, over 1440 past
	 * midnight, and less than `from` where what is written makes no sense. Of a length: the
	 * shortest and the longest, in minutes.
	 */
	int from, to;
	bool short_hand; /* a time of a form that lengths have too: "9h", "2h30" */
};

struct temporals {
	struct temporal *items; /* in the order of the text, not overlapping */
	size_t count, capacity;
};

/* Whether a text may hold a time; at a glance, so that a text that cannot is not scanned for any.
 */
bool temporal_may_hold_time(const char *text, size_t length);

/* Replaces what is in *found. Time and memory grow with the length alone. */
void temporal_scan(struct temporals *found, const char *text, size_t length);
void temporal_free(struct temporals *found);

#endif
