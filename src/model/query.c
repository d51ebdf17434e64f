#include "config.h"

#include "model/query.h"

#include "base/array.h"
#include "base/bisect.h"
#include "base/fold.h"
#include "base/memory.h"
#include "model/haystack.h"
#include "model/length.h"

#include <stdlib.h>
#include <string.h>

/* What is wanted */

void query_restrict(struct query *query, const struct agenda *agenda, enum trait trait)
{
	struct query_set *set = &query->sets[trait];

	if (set->items)
		return;
	set->size = trait_count(agenda, trait);
	set->items = memory_alloc(set->size + 1, sizeof *set->items);
}

void query_clear(struct query *query, enum trait trait)
{
	free(query->sets[trait].items);
	query->sets[trait] = (struct query_set){0};
}

void query_tick(struct query *query, const struct agenda *agenda, enum trait trait, uint32_t value,
		bool wanted)
{
	struct query_set *set = &query->sets[trait];

	if (query_wants(query, trait, value) == wanted)
		return;
	query_restrict(query, agenda, trait);
	set->items[value] = wanted;
	set->count = wanted ? set->count + 1 : set->count - 1;
	if (!set->count)
		query_clear(query, trait);
}

bool query_restricts(const struct query *query, enum trait trait)
{
	return query->sets[trait].items;
}

bool query_wants(const struct query *query, enum trait trait, uint32_t value)
{
	return query_restricts(query, trait) && query->sets[trait].items[value];
}

size_t query_next_value(const struct query *query, enum trait trait, size_t value)
{
	const struct query_set *set = &query->sets[trait];

	while (value < set->size && !set->items[value])
		value++;
	return value < set->size ? value : QUERY_NONE;
}

void query_want_words(struct query *query, const char *words)
{
	free(query->search);
	query->search = words && words[strspn(words, " ")] ? fold_text(words) : NULL;
}

void query_free(struct query *query)
{
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		query_clear(query, trait);
	free(query->search);
	*query = (struct query)QUERY_ALL;
}

/* Answers */

civil_moment query_upcoming_until(const struct session *session)
{
	if (session->start != CIVIL_NONE)
		return session->until;
	return session->day == CIVIL_NONE ? INT64_MAX : civil_moment_of(session->day + 1, 0);
}

static bool fits_trait(const struct query *query, const struct agenda *agenda, enum trait trait,
		       size_t session)
{
	struct indexes values;
	uint32_t single;

	if (!query_restricts(query, trait))
		return true;
	if (trait == TRAIT_UPCOMING)
		return query_upcoming_until(&agenda->sessions[session]) > query->now;
	if (trait == TRAIT_KEPT)
		return query->bookmarks &&
		       bookmarks_find(query->bookmarks, agenda->sessions[session].id);
	values = trait_values(agenda, trait, session, &single);
	for (size_t i = 0; i < values.count; i++)
		if (query->sets[trait].items[values.items[i]])
			return true;
	return false;
}

static bool holds_words(const struct query *query, const struct agenda *agenda, size_t session)
{
	const struct bookmark *bookmark = NULL;

	if (query->bookmarks)
		bookmark = bookmarks_find(query->bookmarks, agenda->sessions[session].id);
	return haystack_session_holds(agenda, session, bookmark ? bookmark->note : NULL,
				      query->search);
}

bool query_fits(const struct query *query, const struct agenda *agenda, size_t session)
{
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		if (!fits_trait(query, agenda, trait, session))
			return false;
	return !query->search || holds_words(query, agenda, session);
}

void query_run(const struct query *query, const struct agenda *agenda, struct query_rows *rows)
{
	rows->count = 0;
	for (size_t i = 0; i < agenda->session_count; i++)
		if (query_fits(query, agenda, i))
			array_push(rows, (uint32_t)i);
}

void query_rows_add(struct query_rows *rows, const struct query_rows *more)
{
	array_each (const uint32_t, row, more)
		array_push(rows, *row);
}

size_t query_rows_of_day(const struct query_rows *rows, size_t first, const struct agenda *agenda)
{
	const struct day *day = &agenda->days[agenda_day_of(agenda, rows->items[first])];
	size_t end = first + 1;

	while (end < rows->count && rows->items[end] < day->first + day->count)
		end++;
	return end - first;
}

void query_rows_free(struct query_rows *rows)
{
	array_free(rows);
}

/* Now */

/* The soonest start after `now` on one day, whose timed sessions stand in the order of starts. */
static civil_moment next_start_of_day(const struct agenda *agenda, const struct day *day,
				      civil_moment now)
{
	const struct session *sessions = agenda->sessions + day->first;
	/* also those without a time */
	size_t started = bisect(i, day->count, sessions[i].start <= now);

	return started < day->count ? sessions[started].start : CIVIL_NONE;
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
	struct length_span one, other;

	if (left->start == CIVIL_NONE || right->start == CIVIL_NONE)
		return false;
	length_spans(left, right, &one, &other);
	return one.from < other.to && other.from < one.to;
}
