/*
 * Of every session, a bit for each trait of which it has nothing that is wanted, and one for words
 * that it does not hold. A session without a bit is left; one with a single bit would be, if that
 * trait asked for what the session has, which is all that counting has to know.
 */
#include "config.h"

#include "model/sieve.h"

#include "base/array.h"
#include "model/haystack.h"

#include <stdlib.h>
#include <string.h>

typedef uint16_t bits;

enum { WORDS_BIT = 1 << TRAIT_COUNT };

#define TRAIT_BIT(trait) ((bits)(1u << (trait)))

struct sieve {
	const struct agenda *agenda;
	struct haystack *haystack; /* NULL before the first words */
	bits *missed;		   /* by session; NULL before anything was asked for */
	bits used;		   /* those that any session may have */
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
	haystack_free(sieve->haystack);
	free(sieve->missed);
	free(sieve);
}

/* Makes every session have a bit, or none. */
static void set_all(struct sieve *sieve, bits bit, bool set)
{
	if (!sieve->missed)
		sieve->missed =
		    memory_alloc(sieve->agenda->session_count + 1, sizeof *sieve->missed);
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

		if (session >= 0)
			keep(sieve, TRAIT_BIT(TRAIT_KEPT), (size_t)session);
	}
}

static void keep_fitting(struct sieve *sieve, const struct query *query, enum trait trait)
{
	for (size_t i = 0; i < sieve->agenda->session_count; i++)
		if (query_fits_trait(query, sieve->agenda, trait, i))
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
	else
		keep_fitting(sieve, query, trait);
}

static void take_notes(struct sieve *sieve, const struct query *query)
{
	if (sieve->haystack && query->bookmarks)
		haystack_set_notes(sieve->haystack, query->bookmarks);
}

void sieve_take_words(struct sieve *sieve, const struct query *query)
{
	if (!query->search && !(sieve->used & WORDS_BIT))
		return;
	set_all(sieve, WORDS_BIT, query->search != NULL);
	if (!query->search)
		return;
	if (!sieve->haystack) {
		sieve->haystack = haystack_new(sieve->agenda);
		take_notes(sieve, query);
	}
	for (size_t i = 0; i < sieve->agenda->session_count; i++)
		if (haystack_holds(sieve->haystack, i, query->search))
			keep(sieve, WORDS_BIT, i);
}

void sieve_take_bookmarks(struct sieve *sieve, const struct query *query)
{
	take_notes(sieve, query);
	sieve_take_words(sieve, query);
	sieve_take_trait(sieve, query, TRAIT_KEPT);
}

bool sieve_leaves(const struct sieve *sieve, size_t session)
{
	return !sieve->missed || !sieve->missed[session];
}

void sieve_run(const struct sieve *sieve, struct query_rows *rows)
{
	size_t count = 0;

	array_reserve(rows, sieve->agenda->session_count);
	for (size_t i = 0; i < sieve->agenda->session_count; i++)
		if (sieve_leaves(sieve, i))
			rows->items[count++] = (uint32_t)i;
	rows->count = count;
}

/* Counting */

/* Whether a session fits all that is wanted of other traits than one. */
static bool fits_others(const struct sieve *sieve, size_t session, enum trait trait)
{
	return !sieve->missed || !(sieve->missed[session] & ~TRAIT_BIT(trait));
}

static void count_values(const struct sieve *sieve, size_t session, enum trait trait,
			 size_t *counts)
{
	uint32_t single;
	struct indexes values = trait_values(sieve->agenda, trait, session, &single);

	for (size_t i = 0; i < values.count; i++)
		counts[values.items[i]]++;
}

static size_t count_kept(const struct sieve *sieve, const struct query *query)
{
	size_t count = 0;

	for (size_t i = 0; query->bookmarks && i < query->bookmarks->count; i++) {
		int session = agenda_find_session(sieve->agenda, query->bookmarks->items[i].id);

		count += session >= 0 && fits_others(sieve, (size_t)session, TRAIT_KEPT);
	}
	return count;
}

static void count_days(const struct sieve *sieve, size_t *counts)
{
	const struct agenda *agenda = sieve->agenda;

	for (size_t day = 0; day < agenda->day_count; day++)
		for (size_t i = 0; i < agenda->days[day].count; i++)
			counts[day] += fits_others(sieve, agenda->days[day].first + i, TRAIT_DAY);
}

/* What a session of these missing bits counts for, with what is listed in sessions. */
static void count_session(const struct sieve *sieve, size_t session, bits missed,
			  size_t *const counts[TRAIT_COUNT])
{
	for (enum trait trait = TRAIT_THEME; trait < TRAIT_COUNT; trait++)
		if (!(missed & ~TRAIT_BIT(trait)))
			count_values(sieve, session, trait, counts[trait]);
}

void sieve_count(const struct sieve *sieve, const struct query *query,
		 size_t *const counts[TRAIT_COUNT])
{
	const struct agenda *agenda = sieve->agenda;

	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++)
		memset(counts[trait], 0, trait_count(agenda, trait) * sizeof *counts[trait]);
	counts[TRAIT_KEPT][0] = count_kept(sieve, query);
	count_days(sieve, counts[TRAIT_DAY]);
	for (size_t i = 0; i < agenda->session_count; i++) {
		bits missed = sieve->missed ? sieve->missed[i] : 0;

		if (missed & (missed - 1))
			continue;
		counts[TRAIT_UPCOMING][0] += fits_others(sieve, i, TRAIT_UPCOMING) &&
					     query_upcoming(&agenda->sessions[i], query->now);
		count_session(sieve, i, missed, counts);
	}
}
