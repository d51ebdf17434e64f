/*
 * How long an iCalendar event lasts, which holds for each of its occurrences, or one of them by
 * itself (RFC 5545 §3.8.5.3): as long as the first one by the clock on the wall where DURATION says
 * days, else to the minute.
 */
#ifndef NEC_READ_CALENDAR_LENGTH_H
#define NEC_READ_CALENDAR_LENGTH_H

#include "read/calendar_time.h"

/* So many days on the calendar, which may be longer or shorter than others, then so many minutes.
 */
struct calendar_length {
	bool known; /* else there is no end, or one before the start */
	int days;
	int64_t minutes;
};

/* What DTEND or DURATION say; one that is not after the start is reported. */
struct calendar_length calendar_length_of_event(struct calendar_time *times, icalcomponent *event);

/* The same of a period, one of the values of an RDATE. */
struct calendar_length calendar_length_of_period(struct calendar_time *times, icalproperty *rdate,
						 struct icalperiodtype period);

/* How many minutes that is from a start, which has a time. */
int64_t calendar_length_minutes(struct calendar_length length, struct calendar_time *times,
				struct calendar_moment start);

#endif
