#include "config.h"

#include "tui/filter.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/*
 * What a search costs in one step: a third of a millisecond of an agenda that says much, a quarter
 * of that with the key, which is to be shown, too; and all that there is to be looked through of an
 * agenda that says little, which takes two or three, once. The bytes of the latter are those of all
 * its memory.
 */
enum { STEP_EFFORT = 256 * 1024, LITTLE_BYTES = 4 * 1024 * 1024 };

/* Parts the rows by days, both being in programme order. Those of sessions before `from` are. */
static void count_days(struct filter *filter, size_t from)
{
	const struct agenda *agenda = filter->agenda;
	size_t row = 0;

	for (size_t i = 0; i < agenda->day_count; i++) {
		size_t first = agenda->days[i].first, end = first + agenda->days[i].count;

		if (first >= from) {
			filter->firsts[i] = row;
			filter->counts[i] = 0;
		}
		row = filter->firsts[i] + filter->counts[i];
		while (row < filter->rows.count && filter->rows.items[row] < end)
			row++;
		filter->counts[i] = row - filter->firsts[i];
	}
}

/* Adds the sessions that are left, from one of them on. */
static void add_rows(struct filter *filter, size_t from)
{
	if (filter->restricts)
		sieve_run(filter->sieve, from, &filter->rows);
	count_days(filter, from);
}

static void apply(struct filter *filter)
{
	memset(filter->tallied, 0, sizeof filter->tallied);
	filter->restricts = filter->query.search || filter_has_traits(filter);
	if (filter->restricts)
		filter->rows.count = 0;
	else
		query_rows_free(&filter->rows);
	add_rows(filter, 0);
}

static void apply_trait(struct filter *filter, enum trait trait)
{
	sieve_take_trait(filter->sieve, &filter->query, trait);
	apply(filter);
}

void filter_begin(struct filter *filter, const struct agenda *agenda,
		  const struct theme_index *themes, const struct bookmarks *bookmarks)
{
	*filter = (struct filter){.agenda = agenda, .themes = themes, .query = QUERY_ALL};
	filter->query.bookmarks = bookmarks;
	filter->sieve = sieve_new(agenda);
	filter->effort = arena_size(agenda->arena) < LITTLE_BYTES ? SIZE_MAX : STEP_EFFORT;
	filter->firsts = memory_alloc(agenda->day_count + 1, sizeof *filter->firsts);
	filter->counts = memory_alloc(agenda->day_count + 1, sizeof *filter->counts);
}

void filter_free(struct filter *filter)
{
	query_free(&filter->query);
	sieve_free(filter->sieve);
	query_rows_free(&filter->rows);
	free(filter->firsts);
	free(filter->counts);
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		free(filter->tally[trait]);
}

/* Changing it */

void filter_tick(struct filter *filter, enum trait trait, uint32_t value, bool wanted)
{
	query_tick(&filter->query, filter->agenda, trait, value, wanted);
	apply_trait(filter, trait);
}

void filter_want_only(struct filter *filter, enum trait trait, uint32_t value)
{
	query_clear(&filter->query, trait);
	filter_tick(filter, trait, value, true);
}

void filter_clear_trait(struct filter *filter, enum trait trait)
{
	query_clear(&filter->query, trait);
	apply_trait(filter, trait);
}

void filter_clear(struct filter *filter)
{
	struct query none = QUERY_ALL;

	filter_take(filter, &none);
}

void filter_take(struct filter *filter, struct query *query)
{
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++) {
		query_clear(&filter->query, trait);
		filter->query.sets[trait] = query->sets[trait];
		query->sets[trait] = (struct query_set){0};
		sieve_take_trait(filter->sieve, &filter->query, trait);
	}
	query_free(query);
	apply(filter);
}

void filter_set_search(struct filter *filter, const char *text)
{
	query_want_words(&filter->query, text);
	sieve_take_words(filter->sieve, &filter->query);
	sieve_go_on(filter->sieve, filter->effort / 4);
	apply(filter);
}

void filter_go_on(struct filter *filter)
{
	size_t from = sieve_next(filter->sieve);

	sieve_go_on(filter->sieve, filter->effort);
	add_rows(filter, from);
}

bool filter_is_through(const struct filter *filter)
{
	return sieve_next(filter->sieve) == filter->agenda->session_count;
}

bool filter_has_seen(const struct filter *filter, uint32_t session)
{
	return session < sieve_next(filter->sieve);
}

bool filter_set_now(struct filter *filter, civil_moment now)
{
	filter->query.now = now;
	filter->tallied[TRAIT_UPCOMING] = 0;
	if (!query_restricts(&filter->query, TRAIT_UPCOMING))
		return false;
	apply_trait(filter, TRAIT_UPCOMING);
	return true;
}

bool filter_bookmarks_changed(struct filter *filter)
{
	sieve_take_bookmarks(filter->sieve, &filter->query);
	apply(filter);
	return query_restricts(&filter->query, TRAIT_KEPT) || filter->query.search;
}

/* Asking it */

bool filter_has_traits(const struct filter *filter)
{
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		if (query_restricts(&filter->query, trait))
			return true;
	return false;
}

bool filter_is_set(const struct filter *filter)
{
	return filter->restricts;
}

bool filter_wants(const struct filter *filter, enum trait trait, uint32_t value)
{
	return query_wants(&filter->query, trait, value);
}

bool filter_wants_only(const struct filter *filter, enum trait trait, uint32_t value)
{
	for (enum trait other = 0; other < TRAIT_COUNT; other++)
		if (other != trait && query_restricts(&filter->query, other))
			return false;
	return filter_wants(filter, trait, value) && filter->query.sets[trait].count == 1;
}

bool filter_is_one_theme(const struct filter *filter)
{
	size_t theme = query_next_value(&filter->query, TRAIT_THEME, 0);

	return theme != QUERY_NONE && filter_wants_only(filter, TRAIT_THEME, (uint32_t)theme);
}

bool filter_fits(const struct filter *filter, uint32_t session)
{
	return sieve_leaves(filter->sieve, session);
}

size_t filter_left(const struct filter *filter)
{
	return filter_is_set(filter) ? filter->rows.count : filter->agenda->session_count;
}

size_t filter_count(const struct filter *filter, size_t day)
{
	return filter_is_set(filter) ? filter->counts[day] : filter->agenda->days[day].count;
}

uint32_t filter_session(const struct filter *filter, size_t day, size_t i)
{
	if (filter_is_set(filter))
		return filter->rows.items[filter->firsts[day] + i];
	return filter->agenda->days[day].first + (uint32_t)i;
}

void filter_run(const struct filter *filter, struct query_rows *rows)
{
	size_t count = filter_left(filter);

	array_reserve(rows, count);
	rows->count = count;
	if (filter_is_set(filter) && count)
		memcpy(rows->items, filter->rows.items, count * sizeof *rows->items);
	for (size_t i = 0; i < count && !filter_is_set(filter); i++)
		rows->items[i] = (uint32_t)i;
}

const uint32_t *filter_sessions(const struct filter *filter, size_t day)
{
	return filter->rows.items + filter->firsts[day];
}

size_t filter_day_from(const struct filter *filter, size_t day)
{
	for (size_t i = 0; i < filter->agenda->day_count; i++) {
		size_t at = (day + i) % filter->agenda->day_count;

		if (filter_count(filter, at))
			return at;
	}
	return day;
}

/* As long as nothing is restricted, themes have all of their sessions. */
static void tally_whole_themes(const struct filter *filter, size_t *tally)
{
	for (size_t theme = 0; theme < filter->agenda->theme_count; theme++)
		theme_index_of(filter->themes, theme, &tally[theme]);
}

/* Goes on where it was left. */
void filter_tally(struct filter *filter, enum trait trait)
{
	size_t **tally = &filter->tally[trait], values = trait_count(filter->agenda, trait);
	struct sieve_span span = {filter->tallied[trait], sieve_next(filter->sieve)};

	if (span.from == span.to && *tally && span.to)
		return;
	if (!*tally)
		*tally = memory_alloc(values + 1, sizeof **tally);
	if (!span.from)
		memset(*tally, 0, values * sizeof **tally);
	if (trait == TRAIT_THEME && !filter->restricts)
		tally_whole_themes(filter, *tally);
	else
		sieve_count(filter->sieve, &filter->query, trait, span, *tally);
	filter->tallied[trait] = span.to;
}

size_t filter_tallied(const struct filter *filter, enum trait trait, size_t value)
{
	return filter->tally[trait] ? filter->tally[trait][value] : 0;
}
