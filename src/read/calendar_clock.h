/*
 * The clocks of a zone that an iCalendar file names: as the system's zone database has them, else
 * as the file describes them.
 */
#ifndef NEC_READ_CALENDAR_CLOCK_H
#define NEC_READ_CALENDAR_CLOCK_H

#include "base/zoneinfo.h"
#include "read/calendar_zones.h"

#include <stdbool.h>

struct calendar_clock {
	struct zoneinfo zone;	 /* without a name where the database does not have it */
	icaltimezone *described; /* NULL, or the file's, which must outlive the clock */
	const char *name;	 /* as the file calls what is described; NULL else */
};

/* Finds a zone by that name; false where it is not known. */
bool calendar_clock_find(struct calendar_clock *clock, struct calendar_zones *zones,
			 const char *name);

/* Whether it tells a time, and whether it is the clock of a zone of that name. */
bool calendar_clock_is_known(const struct calendar_clock *clock);
bool calendar_clock_is(const struct calendar_clock *clock, const char *name);

/* Minutes east of UTC at an instant in UTC, and at a moment on the clock itself; CIVIL_NONE where
 * the zone is not known. */
int calendar_clock_offset_at(struct calendar_clock *clock, int64_t utc_minutes);
int calendar_clock_offset_of(struct calendar_clock *clock, civil_moment moment);

#endif
