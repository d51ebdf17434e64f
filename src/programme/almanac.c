#include "config.h"

#include "programme/almanac.h"

#include <stdlib.h>
#include <string.h>

enum {
	LONG_BEFORE = 31, /* days: what happened earlier is not on this programme */
	LONG_AFTER = 366
};

/* What the title says of the event's days, where the page does not. */
static void read_title(struct almanac *almanac, const char *title)
{
	struct temporals found = {0};
	bool unknown = almanac->first == CIVIL_NONE;

	for (const char *at = title; *at; at++) {
		size_t digits = strspn(at, "0123456789");

		if (digits == 4 && (!strncmp(at, "19", 2) || !strncmp(at, "20", 2)))
			almanac->year = atoi(at);
		if (digits)
			at += digits - 1;
	}
	temporal_scan(&found, title, strlen(title));
	for (size_t i = 0; unknown && i < found.count; i++) {
		const struct temporal *temporal = &found.items[i];

		if (temporal->kind != TEMPORAL_DATE || !temporal->first.day ||
		    !temporal->first.month)
			continue;
		almanac->first = almanac_day(almanac, &temporal->first, NULL);
		almanac->last = almanac_day(almanac, &temporal->last, NULL);
		break;
	}
	temporal_free(&found);
}

struct almanac almanac_of(civil_day first, civil_day last, civil_day published, const char *title)
{
	struct almanac almanac = {.first = first, .last = last, .published = published};

	if (last != CIVIL_NONE && first != CIVIL_NONE && last < first)
		almanac.last = CIVIL_NONE;
	if (title)
		read_title(&almanac, title);
	return almanac;
}

static int distance(const struct almanac *almanac, civil_day day)
{
	civil_day anchor = almanac->first != CIVIL_NONE ? almanac->first : almanac->published;

	if (almanac->last != CIVIL_NONE && day >= almanac->first && day <= almanac->last)
		return 0;
	return abs(day - anchor);
}

/* The year that brings the day nearest to the event, or to the day of publication. */
static civil_day nearest_year(const struct almanac *almanac, struct civil_date date)
{
	civil_day anchor = almanac->first != CIVIL_NONE ? almanac->first : almanac->published;
	civil_day best = CIVIL_NONE;
	int year;

	if (anchor == CIVIL_NONE)
		return CIVIL_NONE;
	year = civil_date_of(anchor).year;
	for (date.year = year - 1; date.year <= year + 1; date.year++) {
		civil_day day = civil_valid(date) ? civil_day_of(date) : CIVIL_NONE;

		if (day != CIVIL_NONE &&
		    (best == CIVIL_NONE || distance(almanac, day) < distance(almanac, best)))
			best = day;
	}
	return best;
}

static civil_day full_day(const struct almanac *almanac, const struct temporal_date *date)
{
	struct civil_date civil = {date->year, date->month, date->day};

	if (!civil.year && almanac->first == CIVIL_NONE)
		civil.year = almanac->year;
	if (!civil.year)
		return nearest_year(almanac, civil);
	return civil_valid(civil) ? civil_day_of(civil) : CIVIL_NONE;
}

static bool fits(civil_day day, const struct temporal_date *date)
{
	return (date->weekday < 0 || civil_weekday(day) == date->weekday) &&
	       (!date->day || civil_date_of(day).day == date->day);
}

/* The one day of the event that "jeudi 19" or "Jeudi" fits. */
static civil_day day_of_event(const struct almanac *almanac, const struct temporal_date *date)
{
	civil_day found = CIVIL_NONE,
		  last = almanac->last == CIVIL_NONE ? almanac->first : almanac->last;

	if (almanac->first == CIVIL_NONE || last - almanac->first > LONG_AFTER)
		return CIVIL_NONE;
	if (date->nth)
		return almanac->first + date->nth - 1 <= last ? almanac->first + date->nth - 1
							      : CIVIL_NONE;
	for (civil_day day = almanac->first; day <= last; day++) {
		if (!fits(day, date))
			continue;
		if (found != CIVIL_NONE)
			return CIVIL_NONE;
		found = day;
	}
	return found;
}

civil_day almanac_day(const struct almanac *almanac, const struct temporal_date *date,
		      bool *disagree)
{
	civil_day day =
	    date->day && date->month ? full_day(almanac, date) : day_of_event(almanac, date);

	if (disagree)
		*disagree = day != CIVIL_NONE && !fits(day, date);
	return day;
}

civil_day almanac_only_day(const struct almanac *almanac)
{
	return almanac->last == CIVIL_NONE || almanac->last == almanac->first ? almanac->first
									      : CIVIL_NONE;
}

bool almanac_holds(const struct almanac *almanac, civil_day day)
{
	if (almanac->first == CIVIL_NONE)
		return true;
	return day >= almanac->first &&
	       day <= (almanac->last == CIVIL_NONE ? almanac->first : almanac->last);
}

bool almanac_far(const struct almanac *almanac, civil_day day)
{
	civil_day first = almanac->first, last = almanac->last;

	if (first == CIVIL_NONE)
		first = last = almanac->published;
	if (first == CIVIL_NONE)
		return false;
	if (last == CIVIL_NONE)
		last = first;
	return day < first - LONG_BEFORE || day > last + LONG_AFTER;
}
