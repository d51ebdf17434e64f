#include "config.h"

#include "model/query.h"

#include "base/array.h"
#include "base/fold.h"
#include "base/memory.h"
#include "model/haystack.h"

#include <stdlib.h>
#include <string.h>

/* Wishes */

/* Adds to a set every name that holds the words; name_at() gives the i-th name. */
static bool want(struct query_set *set, const struct agenda *agenda, size_t count,
		 const char *(*name_at)(const struct agenda *, size_t), const char *words)
{
	char *wanted = fold_text(words);
	bool found = false;

	for (size_t i = 0; i < count; i++) {
		char *name = fold_text(name_at(agenda, i));

		if (*wanted && strstr(name, wanted)) {
			if (!set->items)
				set->items = memory_alloc(count, sizeof *set->items);
			set->count = count;
			set->items[i] = found = true;
		}
		free(name);
	}
	free(wanted);
	return found;
}

static const char *theme_name(const struct agenda *agenda, size_t i)
{
	return agenda->themes[i].name;
}

static const char *format_name(const struct agenda *agenda, size_t i)
{
	return agenda->formats[i].name;
}

static const char *room_name(const struct agenda *agenda, size_t i)
{
	return agenda->rooms[i];
}

bool query_want_theme(struct query *query, const struct agenda *agenda, const char *words)
{
	return want(&query->themes, agenda, agenda->theme_count, theme_name, words);
}

bool query_want_format(struct query *query, const struct agenda *agenda, const char *words)
{
	return want(&query->formats, agenda, agenda->format_count, format_name, words);
}

bool query_want_room(struct query *query, const struct agenda *agenda, const char *words)
{
	return want(&query->rooms, agenda, agenda->room_count, room_name, words);
}

void query_want_words(struct query *query, const char *words)
{
	free(query->search);
	query->search = words && *words ? fold_text(words) : NULL;
}

void query_only_theme(struct query *query, const struct agenda *agenda, int theme)
{
	free(query->themes.items);
	query->themes = (struct query_set){0};
	if (theme < 0)
		return;
	query->themes.items = memory_alloc(agenda->theme_count, sizeof *query->themes.items);
	query->themes.count = agenda->theme_count;
	query->themes.items[theme] = true;
}

/* Days */

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

/* The index of a number from 1; QUERY_NO_DAY for one out of range, -1 for no number. */
static int day_of_number(const struct agenda *agenda, const char *number)
{
	char *end;
	long value = strtol(number, &end, 10);

	if (end == number || *end)
		return -1;
	return value >= 1 && value <= (long)agenda->day_count ? (int)value - 1 : QUERY_NO_DAY;
}

static int present_or_none(int day)
{
	return day < 0 ? QUERY_NO_DAY : day;
}

/* The index of the day that a word means, QUERY_NO_DAY, or -1 where it means nothing. */
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

enum query_day query_want_day(struct query *query, const struct agenda *agenda, const char *day,
			      civil_moment now)
{
	char *word = fold_text(day);
	int found = day_of_word(agenda, word, now);

	free(word);
	if (found == -1)
		return QUERY_DAY_UNKNOWN;
	query->day = found;
	return found == QUERY_NO_DAY ? QUERY_DAY_ABSENT : QUERY_DAY_FOUND;
}

/* Answers */

static bool fits_set(const struct query_set *set, const struct indexes *indexes)
{
	if (!set->items)
		return true;
	for (size_t i = 0; i < indexes->count; i++)
		if (set->items[indexes->items[i]])
			return true;
	return false;
}

static bool holds_words(const struct query *query, const struct agenda *agenda, size_t index)
{
	const struct bookmark *bookmark = NULL;

	if (query->noted)
		bookmark = bookmarks_find(query->noted, agenda->sessions[index].id);
	return haystack_session_holds(agenda, index, bookmark ? bookmark->note : NULL,
				      query->search);
}

bool query_fits(const struct query *query, const struct agenda *agenda, size_t index)
{
	const struct session *session = &agenda->sessions[index];

	if (query->day == QUERY_NO_DAY)
		return false;
	if (query->day >= 0) {
		const struct day *day = &agenda->days[query->day];

		if (index < day->first || index >= day->first + day->count)
			return false;
	}
	return fits_set(&query->themes, &session->themes) &&
	       fits_set(&query->formats, &session->formats) &&
	       fits_set(&query->rooms, &session->rooms) &&
	       (!query->bookmarks || bookmarks_find(query->bookmarks, session->id)) &&
	       (!query->search || holds_words(query, agenda, index));
}

void query_run(const struct query *query, const struct agenda *agenda, struct query_rows *rows)
{
	size_t first = 0, last = agenda->session_count;

	if (query->day >= 0) {
		first = agenda->days[query->day].first;
		last = first + agenda->days[query->day].count;
	}
	rows->count = 0;
	for (size_t i = first; i < last; i++)
		if (query_fits(query, agenda, i))
			array_push(rows, (uint32_t)i);
}

void query_rows_free(struct query_rows *rows)
{
	array_free(rows);
}

void query_free(struct query *query)
{
	free(query->themes.items);
	free(query->formats.items);
	free(query->rooms.items);
	free(query->search);
	*query = (struct query)QUERY_ALL;
}

/* Now */

/* The soonest start after `now` on one day, whose timed sessions stand in the order of starts. */
static civil_moment next_start_of_day(const struct agenda *agenda, const struct day *day,
				      civil_moment now)
{
	size_t low = day->first, end = day->first + day->count, high = end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (agenda->sessions[middle].start <= now) /* also those without a time */
			low = middle + 1;
		else
			high = middle;
	}
	return low < end ? agenda->sessions[low].start : CIVIL_NONE;
}

civil_moment query_next_start(const struct agenda *agenda, civil_moment now)
{
	civil_moment next = CIVIL_NONE;

	for (size_t i = 0; i < agenda->day_count; i++) {
		civil_moment start = next_start_of_day(agenda, &agenda->days[i], now);

		if (start != CIVIL_NONE && (next == CIVIL_NONE || start < next))
			next = start;
	}
	return next;
}

enum query_phase query_phase(const struct agenda *agenda, size_t index, civil_moment now)
{
	const struct session *session = &agenda->sessions[index];

	if (session->start == CIVIL_NONE || now == CIVIL_NONE)
		return PHASE_UNTIMED;
	if (session->until <= now)
		return PHASE_PAST;
	if (session->start <= now)
		return PHASE_NOW;
	return session->start == query_next_start(agenda, now) ? PHASE_NEXT : PHASE_LATER;
}

size_t query_day_at(const struct agenda *agenda, civil_moment now)
{
	civil_day today = civil_day_of_moment(now);
	size_t chosen = 0;

	/* Past midnight the day before goes on while one of its sessions does. */
	for (size_t i = 0; i < agenda->day_count; i++) {
		const struct day *day = &agenda->days[i];

		if (day->date == CIVIL_NONE)
			break;
		for (size_t s = day->first; day->date == today - 1 && s < day->first + day->count;
		     s++)
			if (query_phase(agenda, s, now) == PHASE_NOW)
				return i;
		chosen = i;
		if (day->date >= today)
			break;
	}
	return chosen;
}

bool query_overlap(const struct session *left, const struct session *right)
{
	if (left->start == CIVIL_NONE || right->start == CIVIL_NONE)
		return false;
	return left->start < right->until && right->start < left->until;
}
