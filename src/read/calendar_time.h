/*
 * The times of an iCalendar file as civil times at its venue.
 *
 * A zone is one of the system's, else what a VTIMEZONE of the file describes. The venue's zone is
 * the place that the calendar names (X-WR-TIMEZONE), else the zone that most of its events start
 * in, else what it names without a place (UTC). A time in another zone, or in UTC, is told in the
 * venue's; a floating time is one already; without any zone, UTC stays UTC.
 */
#ifndef NEC_READ_CALENDAR_TIME_H
#define NEC_READ_CALENDAR_TIME_H

#include "base/ical.h"
#include "base/report.h"
#include "read/calendar_clock.h"

struct calendar_moment {
	civil_moment civil; /* CIVIL_NONE for none; midnight of a date */
	int offset;	    /* CIVIL_NONE where unknown, and for a date */
	bool is_date;
};

struct calendar_time {
	struct report *report;
	struct place place;
	struct calendar_clock venue, other; /* `other` is the one last asked for beside it */
	const char *unknown;		    /* the last one that was not found */
	struct calendar_zones zones;
};

/*
 * Learns the zones of a calendar, which must outlive the times, and the venue's if it is not known
 * yet. To be called for each calendar of a file before the first moment is asked for.
 */
void calendar_time_learn(struct calendar_time *times, icalcomponent *calendar);
void calendar_time_free(struct calendar_time *times);

/* A time as a property has it, which also names its zone. NULL, or no time, gives none. */
struct calendar_moment calendar_time_of(struct calendar_time *times, icalproperty *property,
					struct icaltimetype time);

/* The time a property holds. */
struct calendar_moment calendar_time_at(struct calendar_time *times, icalproperty *property);

/* The venue's offset at a moment on its clock, and at an instant in UTC; CIVIL_NONE where no zone
 * is known. */
int calendar_time_offset_of(struct calendar_time *times, civil_moment civil);
int calendar_time_offset_at(struct calendar_time *times, int64_t utc_minutes);

/* An instant in UTC by the clock that a DTSTART goes by; as it is where no zone is known. */
struct icaltimetype calendar_time_beside(struct calendar_time *times, icalproperty *start,
					 struct icaltimetype utc);

#endif
