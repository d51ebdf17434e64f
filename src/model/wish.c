#include "config.h"

#include "model/wish.h"

#include "base/fold.h"
#include "model/language.h"

#include <stdlib.h>
#include <string.h>

/* Names */

/* How a folded name has to stand to what is wanted. */
typedef bool fits_name(const char *name, const char *wanted);

static bool is_name(const char *name, const char *wanted)
{
	return !strcmp(name, wanted);
}

static bool is_in_name(const char *name, const char *wanted)
{
	return strstr(name, wanted) != NULL;
}

static bool tick_names(struct query *query, const struct agenda *agenda, enum trait trait,
		       const char *wanted, fits_name *fits)
{
	bool found = false;

	for (size_t i = 0; i < trait_count(agenda, trait); i++) {
		char *name = fold_text(trait_name(agenda, trait, i));

		if (*wanted && fits(name, wanted)) {
			query_tick(query, agenda, trait, (uint32_t)i, true);
			found = true;
		}
		free(name);
	}
	return found;
}

/* Languages */

static bool means_none(const char *words)
{
	return fold_equal(words, "none");
}

/* The value of a language, the agenda's count of them for "none", -1 where it has no such. */
static long language_value(const struct agenda *agenda, const char *language)
{
	for (size_t i = 0; i < agenda->language_count; i++)
		if (fold_equal(agenda->languages[i], language))
			return (long)i;
	return agenda->language_unsaid && means_none(language) ? (long)agenda->language_count : -1;
}

/* With `tick` false it only says whether the agenda has them all. */
static bool tick_languages(struct query *query, const struct agenda *agenda, const char *words,
			   bool tick)
{
	struct buffer language = {0};
	bool any = false, all = true;

	while (language_next(&words, &language)) {
		long value = language_value(agenda, buffer_text(&language));

		any = true;
		all = all && value >= 0;
		if (tick)
			query_tick(query, agenda, TRAIT_LANGUAGE, (uint32_t)value, true);
	}
	buffer_free(&language);
	return any && all;
}

bool wish_named(struct query *query, const struct agenda *agenda, enum trait trait,
		const char *words)
{
	char *wanted;
	bool found;

	if (trait == TRAIT_LANGUAGE)
		return tick_languages(query, agenda, words, false) &&
		       tick_languages(query, agenda, words, true);
	wanted = fold_text(words);
	found = tick_names(query, agenda, trait, wanted, is_name) ||
		tick_names(query, agenda, trait, wanted, is_in_name);
	free(wanted);
	return found;
}

/* Days */

enum { NO_DAY = -2 /* a day that the agenda has not */ };

/* The weekday whose English or French name begins with the folded word; -1 for none. */
static int weekday_named(const char *word)
{
	static const char *const names[7][2] = {
	    {"monday", "lundi"},    {"tuesday", "mardi"},   {"wednesday", "mercredi"},
	    {"thursday", "jeudi"},  {"friday", "vendredi"}, {"saturday", "samedi"},
	    {"sunday", "dimanche"},
	};
	size_t length = strlen(word);

	for (int day = 0; length >= 3 && day < 7; day++)
		for (int language = 0; language < 2; language++)
			if (!strncmp(names[day][language], word, length))
				return day;
	return -1;
}

static int day_of_date(const struct agenda *agenda, civil_day date)
{
	for (size_t i = 0; i < agenda->day_count; i++)
		if (agenda->days[i].date == date)
			return (int)i;
	return -1;
}

/* The first such weekday from today on, else the first of all. */
static int day_of_weekday(const struct agenda *agenda, int weekday, civil_moment now)
{
	int first = -1;

	for (size_t i = 0; i < agenda->day_count; i++) {
		civil_day date = agenda->days[i].date;

		if (date == CIVIL_NONE || civil_weekday(date) != weekday)
			continue;
		if (now == CIVIL_NONE || date >= civil_day_of_moment(now))
			return (int)i;
		if (first < 0)
			first = (int)i;
	}
	return first;
}

/* The index of a number from 1; NO_DAY for one out of range, -1 for no number. */
static int day_of_number(const struct agenda *agenda, const char *number)
{
	char *end;
	long value = strtol(number, &end, 10);

	if (end == number || *end)
		return -1;
	return value >= 1 && value <= (long)agenda->day_count ? (int)value - 1 : NO_DAY;
}

static int present_or_none(int day)
{
	return day < 0 ? NO_DAY : day;
}

/* The index of the day that a word means, NO_DAY, or -1 where it means nothing. */
static int day_of_word(const struct agenda *agenda, const char *word, civil_moment now)
{
	civil_day today = now == CIVIL_NONE ? CIVIL_NONE : civil_day_of_moment(now), date;
	const char *at = word;
	int weekday = weekday_named(word);

	if (weekday >= 0)
		return present_or_none(day_of_weekday(agenda, weekday, now));
	if (!strcmp(word, "today") || !strcmp(word, "aujourd'hui"))
		return present_or_none(day_of_date(agenda, today));
	if (!strcmp(word, "tomorrow") || !strcmp(word, "demain"))
		return present_or_none(day_of_date(agenda, today + 1));
	if (civil_parse_day(&at, &date) && !*at)
		return present_or_none(day_of_date(agenda, date));
	return day_of_number(agenda, word);
}

enum wish_day wish_day(struct query *query, const struct agenda *agenda, const char *day,
		       civil_moment now)
{
	char *word = fold_text(day);
	int found = day_of_word(agenda, word, now);

	free(word);
	if (found == -1)
		return WISH_DAY_UNKNOWN;
	if (found != NO_DAY)
		query_tick(query, agenda, TRAIT_DAY, (uint32_t)found, true);
	else
		query_restrict(query, agenda, TRAIT_DAY);
	return found == NO_DAY ? WISH_DAY_ABSENT : WISH_DAY_FOUND;
}
