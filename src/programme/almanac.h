/*
 * The almanac of an event: which day a date is that leaves its year, its month or more unsaid.
 *
 * "mercredi 18 octobre" is in the event's year; "jeudi 19" and "Jeudi" are days of the event, as
 * is "Jour 2". Where the event's days are not known they are taken from its title ("les 7, 8 et 9
 * septembre 2021"), and the year from the title or from the day the page was published.
 */
#ifndef NEC_PROGRAMME_ALMANAC_H
#define NEC_PROGRAMME_ALMANAC_H

#include "base/civil.h"
#include "programme/temporal.h"

#include <stdbool.h>

struct almanac {
	civil_day first, last; /* the event's days; CIVIL_NONE where unknown */
	civil_day published;   /* CIVIL_NONE where unknown */
	int year;	       /* that the title names; 0 where it names none */
};

/* Every day may be CIVIL_NONE and the title NULL. */
struct almanac almanac_of(civil_day first, civil_day last, civil_day published, const char *title);

/*
 * The day, or CIVIL_NONE where what is written does not say one. *disagree, which may be NULL,
 * becomes whether its weekday is another one than is written.
 */
civil_day almanac_day(const struct almanac *almanac, const struct temporal_date *date,
		      bool *disagree);

/* The event's only day; CIVIL_NONE where it has several or they are not known. */
civil_day almanac_only_day(const struct almanac *almanac);

/* Whether the day is one of the event's; every day is where they are not known. */
bool almanac_holds(const struct almanac *almanac, civil_day day);

/* Whether the day lies so long before the event or after it that it is not about this event. */
bool almanac_far(const struct almanac *almanac, civil_day day);

#endif
