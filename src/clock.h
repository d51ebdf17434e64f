/*
 * The clock on the wall of the venue: the only place that reads the time.
 */
#ifndef NEC_CLOCK_H
#define NEC_CLOCK_H

#include "base/civil.h"
#include "model/agenda.h"

#include <stdint.h>

struct clock {
	int64_t shift; /* seconds from UTC to what this clock shows */
	int local;     /* not 0: the user's own zone is used and shift is not */
};

/*
 * The clock of the place where an event is, with the offset that clocks have there now; that of the
 * user's own zone where the event does not say, or is NULL. Where `at` is not CIVIL_NONE it
 * pretends to be started at that moment and runs on from there.
 */
struct clock clock_at_venue(civil_moment at, const struct event *event);

/*
 * What clocks at the venue are ahead of UTC at an instant, both in minutes; CIVIL_NONE where the
 * event does not say. Where it names an offset and no zone, and the user's own zone had that offset
 * when it began, the venue is taken to be in that zone, which knows of summer time.
 */
int clock_offset_at(const struct event *event, int64_t utc_minutes);

/* What it shows now. */
civil_moment clock_now(const struct clock *clock);

/* Milliseconds until it shows the next minute: 1 to 60000. */
int clock_next_minute(const struct clock *clock);

#endif
