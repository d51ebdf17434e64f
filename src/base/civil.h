/*
 * Civil dates and times: what a clock on the wall of the venue shows. No zone is in them, and
 * nothing here reads a clock.
 *
 * A civil_day counts days since 1970-01-01, a civil_moment minutes since 1970-01-01 00:00, both
 * in the proleptic Gregorian calendar. So they are compared and subtracted as numbers. Years run
 * from 1 to 32767: real schedules hold a year 20008.
 */
#ifndef NEC_BASE_CIVIL_H
#define NEC_BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t civil_day;
typedef int64_t civil_moment;

/* No day, no moment, no offset known. */
#define CIVIL_NONE INT32_MIN

enum { MINUTES_PER_DAY = 24 * 60 };

struct civil_date {
	int year, month, day; /* 1 to 12, 1 to 31 */
};

bool civil_valid(struct civil_date date);
civil_day civil_day_of(struct civil_date date);
struct civil_date civil_date_of(civil_day day);

/* 0 is Monday, 6 is Sunday. */
int civil_weekday(civil_day day);

/* A moment from a day and minutes since its midnight (any number: 1500 is 01:00 the day after). */
civil_moment civil_moment_of(civil_day day, int minutes);
civil_day civil_day_of_moment(civil_moment moment);
int civil_minute_of_day(civil_moment moment); /* 0 to 1439 */

/*
 * Parses `YYYY-MM-DD` at text and moves *text behind it. False, with *text as it was, where there
 * is no such date or it does not exist.
 */
bool civil_parse_day(const char **text, civil_day *day);

/*
 * Parses a date, then, where they follow, `T` or a space and `HH:MM[:SS[.s…]]`, then `Z` or an
 * offset
 * `[+-]HH[:]MM` (RFC 3339, and the form with a space before the offset that YAML pages have).
 * *offset becomes minutes east of UTC, CIVIL_NONE where none is written; *has_time says whether a
 * time is. Text behind it is left; false where there is no date.
 */
bool civil_parse_moment(const char **text, civil_moment *moment, bool *has_time, int *offset);

#endif
