/*
 * Of every session, a bit for each trait of which it has nothing that is wanted, and one for words
 * that it does not hold. A session without a bit is left; one with a single bit would be, if that
 * trait asked for what the session has, which is all that counting has to know. The bit for words
 * is right only of sessions in which they were looked for: of the others none is left.
 *
 * Of a hundred thousand sessions it is their size that costs, so what each has of a trait is kept
 * in a table of its own, made when it is first asked for.
 */
#include "config.h"

#include "model/sieve.h"

#include "base/array.h"
#include "base/bisect.h"
#include "model/days.h"
#include "model/hits.h"

#include <stdlib.h>
#include <string.h>

typedef uint16_t bits;

enum { WORDS_BIT = 1 << TRAIT_COUNT };

#define TRAIT_BIT(trait) ((bits)(1u << (trait)))

/* The values that sessions have of a trait, one session behind the other. */
struct table {
	uint32_t *values;
	uint32_t *ends; /* by session: where its own end */
};

struct sieve {
	const struct agenda *agenda;
	struct table tables[TRAIT_COUNT];
	struct hits *hits; /* NULL before the first words */
	bits *missed;	   /* by session; NULL before anything was asked for */
	bits used;	   /* those that any session may have */
};

struct sieve *sieve_new(const struct agenda *agenda)
{
	struct sieve *sieve = memory_alloc(1, sizeof *sieve);

	sieve->agenda = agenda;
	return sieve;
}

void sieve_free(struct sieve *sieve)
{
	if (!sieve)
		return;
	hits_free(sieve->hits);
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++) {
		free(sieve->tables[trait].values);
		free(sieve->tables[trait].ends);
	}
	free(sieve->missed);
	free(sieve);
}

/* Tables */

static void make_table(struct table *table, const struct agenda *agenda, enum trait trait)
{
	ARRAY(uint32_t) values = {0};

	table->ends = memory_alloc(agenda->session_count + 1, sizeof *table->ends);
	for (size_t i = 0; i < agenda->session_count; i++) {
		uint32_t single;
		struct indexes own = trait_values(agenda, trait, i, &single);

		for (size_t v = 0; v < own.count; v++)
			array_push(&values, own.items[v]);
		table->ends[i] = (uint32_t)values.count;
	}
	table->values = values.items;
}

static const struct table *table_of(struct sieve *sieve, enum trait trait)
{
	struct table *table = &sieve->tables[trait];

	if (!table->ends)
		make_table(table, sieve->agenda, trait);
	return table;
}

static bool is_upcoming(const struct sieve *sieve, size_t session, civil_moment now)
{
	const struct brief *brief = &sieve->agenda->briefs[session];

	if (brief->start != CIVIL_NONE)
		return brief->until > now;
	return query_upcoming_until(&sieve->agenda->sessions[session]) > now;
}

/* Sieving */

static void need_bits(struct sieve *sieve)
{
	if (!sieve->missed)
		sieve->missed =
		    memory_alloc(sieve->agenda->session_count + 1, sizeof *sieve->missed);
}

/* Makes every session have a bit, or none. */
static void set_all(struct sieve *sieve, bits bit, bool set)
{
	need_bits(sieve);
	if (!set && !(sieve->used & bit))
		return;
	for (size_t i = 0; i < sieve->agenda->session_count; i++)
		sieve->missed[i] = (bits)(set ? sieve->missed[i] | bit : sieve->missed[i] & ~bit);
	sieve->used = (bits)(set ? sieve->used | bit : sieve->used & ~bit);
}

static void keep(struct sieve *sieve, bits bit, size_t session)
{
	sieve->missed[session] &= (bits)~bit;
}

static void keep_days(struct sieve *sieve, const struct query *query)
{
	const struct agenda *agenda = sieve->agenda;

	for (size_t day = query_next_value(query, TRAIT_DAY, 0); day != QUERY_NONE;
	     day = query_next_value(query, TRAIT_DAY, day + 1))
		for (size_t i = 0; i < agenda->days[day].count; i++)
			keep(sieve, TRAIT_BIT(TRAIT_DAY), agenda->days[day].first + i);
}

static void keep_kept(struct sieve *sieve, const struct query *query)
{
	for (size_t i = 0; query->bookmarks && i < query->bookmarks->count; i++) {
		int session = agenda_find_session(sieve->agenda, query->bookmarks->items[i].id);

		for (; session >= 0; session = days_next(sieve->agenda, (size_t)session))
			keep(sieve, TRAIT_BIT(TRAIT_KEPT), (size_t)session);
	}
}

static void keep_upcoming(struct sieve *sieve, const struct query *query)
{
	for (size_t i = 0; i < sieve->agenda->session_count; i++)
		if (is_upcoming(sieve, i, query->now))
			keep(sieve, TRAIT_BIT(TRAIT_UPCOMING), i);
}

static void keep_having(struct sieve *sieve, const struct query *query, enum trait trait)
{
	const struct table *table = table_of(sieve, trait);
	const bool *wanted = query->sets[trait].items;

	for (size_t i = 0, v = 0; i < sieve->agenda->session_count; i++)
		for (; v < table->ends[i]; v++)
			if (wanted[table->values[v]])
				keep(sieve, TRAIT_BIT(trait), i);
}

void sieve_take_trait(struct sieve *sieve, const struct query *query, enum trait trait)
{
	bool restricts = query_restricts(query, trait);

	if (!restricts && !(sieve->used & TRAIT_BIT(trait)))
		return;
	set_all(sieve, TRAIT_BIT(trait), restricts);
	if (!restricts)
		return;
	if (trait == TRAIT_DAY)
		keep_days(sieve, query);
	else if (trait == TRAIT_KEPT)
		keep_kept(sieve, query);
	else if (trait == TRAIT_UPCOMING)
		keep_upcoming(sieve, query);
	else
		keep_having(sieve, query, trait);
}

static void take_notes(struct sieve *sieve, const struct query *query)
{
	if (sieve->hits && query->bookmarks)
		hits_set_notes(sieve->hits, query->bookmarks);
}

static void need_hits(struct sieve *sieve, const struct query *query)
{
	if (sieve->hits)
		return;
	sieve->hits = hits_new(sieve->agenda);
	take_notes(sieve, query);
}

void sieve_take_words(struct sieve *sieve, const struct query *query)
{
	if (!query->search && !(sieve->used & WORDS_BIT))
		return;
	if (!query->search) {
		set_all(sieve, WORDS_BIT, false);
		return;
	}
	need_bits(sieve);
	sieve->used |= WORDS_BIT;
	need_hits(sieve, query);
	hits_find(sieve->hits, query->search);
}

static void take_held(struct sieve *sieve, size_t from)
{
	size_t next = hits_next(sieve->hits);

	for (size_t i = from; i < next; i++) {
		keep(sieve, WORDS_BIT, i);
		if (!hits_hold(sieve->hits, i))
			sieve->missed[i] |= WORDS_BIT;
	}
}

void sieve_go_on(struct sieve *sieve, size_t effort)
{
	size_t from = sieve_next(sieve);

	if (!(sieve->used & WORDS_BIT))
		return;
	hits_go_on(sieve->hits, effort);
	take_held(sieve, from);
}

size_t sieve_next(const struct sieve *sieve)
{
	return sieve->used & WORDS_BIT ? hits_next(sieve->hits) : sieve->agenda->session_count;
}

/* What the notes are looked through for was looked for as far as before. */
void sieve_take_bookmarks(struct sieve *sieve, const struct query *query)
{
	take_notes(sieve, query);
	if (sieve->used & WORDS_BIT)
		take_held(sieve, 0);
	sieve_take_trait(sieve, query, TRAIT_KEPT);
}

bool sieve_leaves(const struct sieve *sieve, size_t session)
{
	return !sieve->missed || (!sieve->missed[session] && session < sieve_next(sieve));
}

void sieve_run(const struct sieve *sieve, size_t from, struct query_rows *rows)
{
	size_t next = sieve_next(sieve);

	array_reserve(rows, rows->count + next - from);
	for (size_t i = from; i < next; i++)
		if (!sieve->missed || !sieve->missed[i])
			rows->items[rows->count++] = (uint32_t)i;
}

/* Counting */

/* Whether a session, in which all words were looked for, fits all that is wanted of other traits
 * than one. */
static bool fits_others(const struct sieve *sieve, size_t session, enum trait trait)
{
	return !sieve->missed || !(sieve->missed[session] & ~TRAIT_BIT(trait));
}

static size_t count_kept(const struct sieve *sieve, const struct query *query,
			 struct sieve_span span)
{
	size_t count = 0;

	for (size_t i = 0; query->bookmarks && i < query->bookmarks->count; i++) {
		int found = agenda_find_session(sieve->agenda, query->bookmarks->items[i].id);
		size_t session = (size_t)found;

		count += found >= 0 && session >= span.from && session < span.to &&
			 fits_others(sieve, session, TRAIT_KEPT);
	}
	return count;
}

/* How many of some sessions fit all that is wanted of other traits. */
static size_t count_fitting(const struct sieve *sieve, enum trait trait, struct sieve_span span)
{
	size_t count = 0;

	if (span.from >= span.to)
		return 0;
	if (!sieve->missed)
		return span.to - span.from;
	for (size_t i = span.from; i < span.to; i++)
		count += fits_others(sieve, i, trait);
	return count;
}

/* What two spans have in common; nothing where `to` is not behind `from`. */
static struct sieve_span common(struct sieve_span one, struct sieve_span other)
{
	return (struct sieve_span){one.from > other.from ? one.from : other.from,
				   one.to < other.to ? one.to : other.to};
}

static struct sieve_span span_of(const struct day *day)
{
	return (struct sieve_span){day->first, (size_t)day->first + day->count};
}

static void count_days(const struct sieve *sieve, struct sieve_span span, size_t *counts)
{
	const struct day *days = sieve->agenda->days;

	for (size_t day = 0; day < sieve->agenda->day_count; day++)
		counts[day] += count_fitting(sieve, TRAIT_DAY, common(span, span_of(&days[day])));
}

/* Of a day: what has no time stands first, and what starts after now, which is all upcoming, last.
 */
static size_t count_upcoming_of(const struct sieve *sieve, const struct day *day, civil_moment now,
				struct sieve_span span)
{
	const struct brief *briefs = &sieve->agenda->briefs[day->first];
	size_t timed = bisect(i, day->count, briefs[i].start == CIVIL_NONE);
	size_t begun = bisect(i, day->count, briefs[i].start <= now);
	struct sieve_span later = span_of(day), before = later;
	size_t count;

	later.from += begun;
	before.to =
	    before.from + (day->until > now ? begun : timed); /* else all that began ended */
	before = common(span, before);
	count = count_fitting(sieve, TRAIT_UPCOMING, common(span, later));
	for (size_t i = before.from; i < before.to; i++)
		count += is_upcoming(sieve, i, now) && fits_others(sieve, i, TRAIT_UPCOMING);
	return count;
}

static size_t count_upcoming(const struct sieve *sieve, const struct query *query,
			     struct sieve_span span)
{
	size_t count = 0;

	for (size_t day = 0; day < sieve->agenda->day_count; day++)
		count += count_upcoming_of(sieve, &sieve->agenda->days[day], query->now, span);
	return count;
}

static uint32_t said_in_brief(const struct brief *brief, enum trait trait)
{
	return trait == TRAIT_THEME ? brief->theme : brief->room;
}

/* What the agenda has in brief is counted there, so long as there is no table: making one takes
 * longer. */
static void count_in_brief(const struct sieve *sieve, enum trait trait, struct sieve_span span,
			   size_t *counts)
{
	const struct agenda *agenda = sieve->agenda;

	for (size_t i = span.from; i < span.to; i++) {
		uint32_t said = said_in_brief(&agenda->briefs[i], trait);
		struct indexes own;

		if (said == BRIEF_NONE || !fits_others(sieve, i, trait))
			continue;
		if (said != BRIEF_SEVERAL) {
			counts[said]++;
			continue;
		}
		own = trait == TRAIT_THEME ? agenda_themes(agenda, i) : agenda_rooms(agenda, i);
		for (size_t v = 0; v < own.count; v++)
			counts[own.items[v]]++;
	}
}

static void count_having(struct sieve *sieve, enum trait trait, struct sieve_span span,
			 size_t *counts)
{
	const struct table *table = table_of(sieve, trait);
	size_t v = span.from ? table->ends[span.from - 1] : 0;

	for (size_t i = span.from; i < span.to; v = table->ends[i++]) {
		if (!fits_others(sieve, i, trait))
			continue;
		for (; v < table->ends[i]; v++)
			counts[table->values[v]]++;
	}
}

void sieve_count(struct sieve *sieve, const struct query *query, enum trait trait,
		 struct sieve_span span, size_t *counts)
{
	if (trait == TRAIT_UPCOMING)
		*counts += count_upcoming(sieve, query, span);
	else if (trait == TRAIT_KEPT)
		*counts += count_kept(sieve, query, span);
	else if (trait == TRAIT_DAY)
		count_days(sieve, span, counts);
	else if (!sieve->tables[trait].ends && (trait == TRAIT_THEME || trait == TRAIT_ROOM))
		count_in_brief(sieve, trait, span, counts);
	else
		count_having(sieve, trait, span, counts);
}
