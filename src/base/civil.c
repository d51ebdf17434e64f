#include "config.h"

#include "base/civil.h"

#include <ctype.h>
#include <stddef.h>

static bool leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool civil_valid(struct civil_date date)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (date.year < 1 || date.year > 32767 || date.month < 1 || date.month > 12)
		return false;
	return date.day >= 1 &&
	       date.day <= lengths[date.month - 1] + (date.month == 2 && leap(date.year));
}

/* Days before a year of the 400-year cycle that starts on 1 March of year 0. */
civil_day civil_day_of(struct civil_date date)
{
	int year = date.month > 2 ? date.year : date.year - 1;
	int month = date.month > 2 ? date.month - 3 : date.month + 9;
	int era = year / 400, year_of_era = year % 400;
	int day_of_year = (153 * month + 2) / 5 + date.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct civil_date civil_date_of(civil_day day)
{
	int shifted = day + 719468;
	int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int day_of_era = shifted - era * 146097;
	int year_of_era =
	    (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;
	struct civil_date date;

	date.day = day_of_year - (153 * month + 2) / 5 + 1;
	date.month = month < 10 ? month + 3 : month - 9;
	date.year = year_of_era + era * 400 + (date.month <= 2);
	return date;
}

int civil_weekday(civil_day day)
{
	int weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */

	return weekday < 0 ? weekday + 7 : weekday;
}

civil_moment civil_moment_of(civil_day day, int minutes)
{
	return (civil_moment)day * MINUTES_PER_DAY + minutes;
}

civil_day civil_day_of_moment(civil_moment moment)
{
	civil_moment day = moment / MINUTES_PER_DAY;

	return (civil_day)(moment % MINUTES_PER_DAY < 0 ? day - 1 : day);
}

int civil_minute_of_day(civil_moment moment)
{
	int minute = (int)(moment % MINUTES_PER_DAY);

	return minute < 0 ? minute + MINUTES_PER_DAY : minute;
}

/* Reads from `least` to `most` digits. */
static bool digits(const char **text, int least, int most, int *value)
{
	const char *at = *text;
	int count = 0;

	*value = 0;
	while (count < most && isdigit((unsigned char)*at)) {
		*value = *value * 10 + (*at++ - '0');
		count++;
	}
	if (count < least || isdigit((unsigned char)*at))
		return false;
	*text = at;
	return true;
}

static bool sign(const char **text, char wanted)
{
	if (**text != wanted)
		return false;
	++*text;
	return true;
}

bool civil_parse_day(const char **text, civil_day *day)
{
	const char *at = *text;
	struct civil_date date;

	if (!digits(&at, 4, 5, &date.year) || !sign(&at, '-') || !digits(&at, 1, 2, &date.month) ||
	    !sign(&at, '-') || !digits(&at, 1, 2, &date.day) || !civil_valid(date))
		return false;
	*text = at;
	*day = civil_day_of(date);
	return true;
}

static bool parse_clock(const char **text, int *minutes)
{
	const char *at = *text;
	int hour, minute, second;

	if (!digits(&at, 1, 2, &hour) || !sign(&at, ':') || !digits(&at, 2, 2, &minute) ||
	    hour > 24 || minute > 59)
		return false;
	if (*at == ':') {
		const char *before = at++;

		if (!digits(&at, 2, 2, &second) || second > 60)
			at = before;
		else if (*at == '.')
			for (at++; isdigit((unsigned char)*at);)
				at++;
	}
	*text = at;
	*minutes = hour * 60 + minute;
	return true;
}

static int parse_offset(const char **text)
{
	const char *at = *text;
	int hours, minutes = 0;
	bool west;

	while (*at == ' ')
		at++;
	if (*at == 'Z' || *at == 'z') {
		*text = at + 1;
		return 0;
	}
	if (*at != '+' && *at != '-')
		return CIVIL_NONE;
	west = *at++ == '-';
	if (!isdigit((unsigned char)at[0]) || !isdigit((unsigned char)at[1]))
		return CIVIL_NONE;
	hours = (at[0] - '0') * 10 + (at[1] - '0');
	at += 2;
	if (*at == ':')
		at++;
	if (isdigit((unsigned char)at[0]) && isdigit((unsigned char)at[1])) {
		minutes = (at[0] - '0') * 10 + (at[1] - '0');
		at += 2;
	}
	if (hours > 14 || minutes > 59)
		return CIVIL_NONE;
	*text = at;
	return west ? -(hours * 60 + minutes) : hours * 60 + minutes;
}

bool civil_parse_moment(const char **text, civil_moment *moment, bool *has_time, int *offset)
{
	const char *at = *text, *clock;
	civil_day day;
	int minutes = 0;

	if (!civil_parse_day(&at, &day))
		return false;
	*has_time = false;
	*offset = CIVIL_NONE;
	clock = at + 1;
	if ((*at == 'T' || *at == 't' || *at == ' ') && parse_clock(&clock, &minutes)) {
		*has_time = true;
		at = clock;
		*offset = parse_offset(&at);
	}
	*moment = civil_moment_of(day, minutes);
	*text = at;
	return true;
}
