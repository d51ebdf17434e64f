/*
 * Time zones by name, as libical knows them from the system's zone data.
 *
 * libical gives its zones a TZID with a prefix of its own, which khal 0.10 refuses: here they carry
 * their plain name ("Europe/Paris"). What it loads is kept until
 * icaltimezone_free_builtin_timezones().
 */
#ifndef NEC_CALENDAR_ZONE_H
#define NEC_CALENDAR_ZONE_H

#include "base/civil.h"
#include "base/ical.h"

/*
 * The zone of that name; NULL for NULL and for what is no zone. Where a name begins with '/', its
 * last parts are tried, for other programs have prefixes too.
 */
icaltimezone *zone_find(const char *name);

/* Its offset at a moment on its clocks, in minutes east of UTC. */
int zone_offset(icaltimezone *zone, civil_moment wall);

/* The same at an instant, in minutes since 1970-01-01 00:00 UTC. */
int zone_offset_at(icaltimezone *zone, int64_t utc_minutes);

/* A VTIMEZONE that covers these years, which the caller owns. */
icalcomponent *zone_component(icaltimezone *zone, const char *name, int first_year, int last_year);

#endif
