/*
 * Civil days and moments ↔ libical's times, which here carry no zone: numbers on a clock.
 */
#ifndef NEC_CALENDAR_MOMENT_H
#define NEC_CALENDAR_MOMENT_H

#include "base/civil.h"
#include "base/ical.h"

/* False, with *time a null time, where iCalendar cannot write it: its years have four digits. */
bool moment_to_ical(civil_moment moment, struct icaltimetype *time);
bool moment_day_to_ical(civil_day day, struct icaltimetype *time);

/* What the clock shows; a date is its midnight. CIVIL_NONE where there is no such time. */
civil_moment moment_of_ical(struct icaltimetype time);

#endif
