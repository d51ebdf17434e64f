/*
 * When an iCalendar event takes place: its DTSTART with RRULE and RDATE, less EXDATE (RFC 5545
 * §3.8.5), all of it bounded, whatever the rules say.
 */
#ifndef NEC_READ_OCCURRENCES_H
#define NEC_READ_OCCURRENCES_H

#include "read/calendar_length.h"

enum { OCCURRENCES_MOST = 1000 /* of one event */ };

struct occurrence {
	struct calendar_moment start;
	struct icaltimetype written; /* which names it in ids */
	bool is_period;		     /* it has a length of its own */
	struct calendar_length length;
};

struct occurrences {
	struct calendar_time *times;
	int idle_rules; /* how many ran on without finding anything, see the .c */
	ARRAY(struct occurrence) items;
	ARRAY(struct calendar_moment) excluded;
	bool recurs; /* it has more than one start, not counting what is excluded */
};

/* Lists the occurrences of an event by their starts, in place of those of the one before. */
void occurrences_list(struct occurrences *occurrences, icalcomponent *event);
void occurrences_free(struct occurrences *occurrences);

#endif
