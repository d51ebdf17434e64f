/*
 * The zones that an iCalendar file describes (VTIMEZONE, RFC 5545 §3.6.5), for planners make up
 * some of their own ("Customized Time Zone").
 */
#ifndef NEC_READ_CALENDAR_ZONES_H
#define NEC_READ_CALENDAR_ZONES_H

#include "base/array.h"
#include "base/ical.h"

#include <stdbool.h>

/* A zone that the file describes. */
struct calendar_zone {
	const char *tzid, *location; /* the database's name for it; NULL where none is given */
	icalcomponent *calendar;     /* that describes it */
	icalcomponent *component;
	icaltimezone *found; /* NULL until it is asked for */
	bool refused;	     /* its rules are not followed */
};

struct calendar_zones {
	ARRAY(struct calendar_zone) list;
	int rules; /* how many were followed so far */
};

/* Learns what a calendar describes; it must outlive what comes of it. */
void calendar_zones_learn(struct calendar_zones *zones, icalcomponent *calendar);
void calendar_zones_free(struct calendar_zones *zones);

/* The database's name of a zone, if it has one, else the name as it is; NULL for NULL. */
const char *calendar_zones_name(const struct calendar_zones *zones, const char *tzid);

/* The one that is described under a name; NULL where none is, or by more than is followed. */
icaltimezone *calendar_zones_find(struct calendar_zones *zones, const char *tzid);

#endif
