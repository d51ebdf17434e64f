#include "config.h"

#include "model/now.h"

#include "base/array.h"
#include "base/bisect.h"
#include "base/memory.h"

#include <stdlib.h>

/* Some of the sessions of one day, in programme order. */
struct stretch {
	const uint32_t *items;
	size_t count;
};

static bool is_on(const struct brief *session, civil_moment moment)
{
	return !session->cancelled && session->start != CIVIL_NONE && session->start <= moment &&
	       session->until > moment;
}

/* How many of some rows, which come first, have smaller numbers. */
static size_t rows_before(const uint32_t *rows, size_t count, size_t number)
{
	return bisect(i, count, rows[i] < number);
}

/* How many have started by a moment, or have no time; the others of the day stand behind. */
static size_t rows_started(const struct agenda *agenda, struct stretch rows, civil_moment moment)
{
	return bisect(i, rows.count, agenda->briefs[rows.items[i]].start <= moment);
}

static void find_on(struct now *now, const struct agenda *agenda, struct stretch rows,
		    civil_moment moment)
{
	for (size_t i = 0; i < rows.count; i++)
		if (is_on(&agenda->briefs[rows.items[i]], moment))
			array_push(&now->on, rows.items[i]);
}

static bool any_takes_place(const struct agenda *agenda, struct stretch rows)
{
	for (size_t i = 0; i < rows.count; i++)
		if (!agenda->briefs[rows.items[i]].cancelled)
			return true;
	return false;
}

/*
 * Finds what is on, and returns what is to come on the first day that has anything to come, which
 * need not be that of the next start, for a day runs past midnight. What is cancelled is among it.
 */
static struct stretch look_through(struct now *now, const struct agenda *agenda,
				   const struct query_rows *rows, civil_moment moment)
{
	struct stretch day = {rows->items, 0}, to_come = {NULL, 0};
	size_t left = rows->count;

	for (size_t i = 0; left; i++) {
		const struct day *one = &agenda->days[i];
		struct stretch later;

		day.items += day.count;
		day.count = rows_before(day.items, left, (size_t)one->first + one->count);
		left -= day.count;
		later = day;
		later.count -= rows_started(agenda, day, moment);
		later.items += day.count - later.count;
		if (one->until > moment)
			find_on(now, agenda, (struct stretch){day.items, day.count - later.count},
				moment);
		if (!to_come.count && any_takes_place(agenda, later))
			to_come = later;
	}
	return to_come;
}

/* The starts that come next, by room; the last one is for the sessions without a room. */
struct starts {
	civil_moment *items; /* CIVIL_NONE where nothing starts any more */
	size_t room_count;
	bool by_room;
};

static struct starts starts_new(const struct agenda *agenda, bool by_room)
{
	struct starts starts = {.room_count = agenda->room_count, .by_room = by_room};

	starts.items = memory_alloc(agenda->room_count + 1, sizeof *starts.items);
	for (size_t i = 0; i <= agenda->room_count; i++)
		starts.items[i] = CIVIL_NONE;
	return starts;
}

/* The place of a room; of NOW_ROOMLESS, that of the sessions without one. */
static civil_moment *start_in(const struct starts *starts, uint32_t room)
{
	return &starts->items[room == NOW_ROOMLESS ? starts->room_count : room];
}

/* Where the starts of a session count. */
static struct indexes places_of(const struct starts *starts, const struct agenda *agenda,
				uint32_t session)
{
	static const uint32_t nowhere = NOW_ROOMLESS;
	struct indexes rooms = agenda_rooms(agenda, session);

	return starts->by_room && rooms.count ? rooms : (struct indexes){&nowhere, 1};
}

/* Of one day, in the order of starts: the first in each room counts. */
static void note_start(const struct starts *starts, const struct indexes *places,
		       civil_moment start)
{
	for (size_t i = 0; i < places->count; i++) {
		civil_moment *first = start_in(starts, places->items[i]);

		if (*first == CIVIL_NONE)
			*first = start;
	}
}

static bool is_next(const struct starts *starts, const struct indexes *places, civil_moment start)
{
	for (size_t i = 0; i < places->count; i++)
		if (*start_in(starts, places->items[i]) == start)
			return true;
	return false;
}

/* Whether sessions are in other rooms than one, or than each other; *room is one that they are
 * in, NOW_ROOMLESS for none so far. */
static bool are_elsewhere(const struct agenda *agenda, struct stretch rows, uint32_t *room)
{
	for (size_t i = 0; i < rows.count; i++) {
		struct indexes rooms = agenda_rooms(agenda, rows.items[i]);

		if (agenda->briefs[rows.items[i]].cancelled)
			continue;
		for (size_t r = 0; r < rooms.count; r++) {
			if (*room != NOW_ROOMLESS && rooms.items[r] != *room)
				return true;
			*room = rooms.items[r];
		}
	}
	return false;
}

static bool is_in_several_rooms(const struct agenda *agenda, struct stretch on,
				struct stretch to_come)
{
	uint32_t room = NOW_ROOMLESS;

	return are_elsewhere(agenda, on, &room) || are_elsewhere(agenda, to_come, &room);
}

static void find_next(struct now *now, const struct agenda *agenda, struct stretch to_come)
{
	struct starts starts = starts_new(agenda, now->by_room);

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < to_come.count; i++) {
			const struct brief *session = &agenda->briefs[to_come.items[i]];
			struct indexes places = places_of(&starts, agenda, to_come.items[i]);

			if (session->cancelled)
				continue;
			if (!pass)
				note_start(&starts, &places, session->start);
			else if (is_next(&starts, &places, session->start))
				array_push(&now->next, to_come.items[i]);
		}
	}
	free(starts.items);
}

void now_find(struct now *now, const struct agenda *agenda, const struct query_rows *rows,
	      civil_moment moment, bool by_room)
{
	struct stretch to_come, on;

	*now = (struct now){0};
	to_come = look_through(now, agenda, rows, moment);
	on = (struct stretch){now->on.items, now->on.count};
	now->by_room = by_room && is_in_several_rooms(agenda, on, to_come);
	array_each (const uint32_t, session, &now->on)
		now->everywhere |= !agenda_rooms(agenda, *session).count;
	find_next(now, agenda, to_come);
}

/* The list while it is made: entries as they were found, and how many there are by room. */
struct listing {
	const struct now *now;
	const struct agenda *agenda;
	now_entries found;
	size_t *counts;		/* by rank */
	struct starts on, next; /* the first start that was listed, by room */
};

static size_t rank_count(const struct listing *l)
{
	return 2 * l->agenda->room_count + 2;
}

/* Where a room stands in the list: what names none comes first or last, those where something is
 * on before the others. Asked for when all is listed that is on in it. */
static size_t rank_of(const struct listing *l, uint32_t room)
{
	if (room == NOW_ROOMLESS)
		return l->now->everywhere ? 0 : rank_count(l) - 1;
	return (size_t)room + 1 +
	       (*start_in(&l->on, room) == CIVIL_NONE ? l->agenda->room_count : 0);
}

static void place(struct listing *l, uint32_t room, uint32_t session)
{
	array_push(&l->found, ((struct now_entry){room, session}));
	l->counts[rank_of(l, room)]++;
}

/* What comes next in one of its rooms need not do so in the other. */
static void place_rows(struct listing *l, const struct query_rows *rows, bool next)
{
	const struct starts *starts = next ? &l->next : &l->on;

	array_each (const uint32_t, number, rows) {
		struct indexes places = places_of(starts, l->agenda, *number);
		civil_moment start = l->agenda->briefs[*number].start;

		note_start(starts, &places, start);
		for (size_t i = 0; i < places.count; i++)
			if (!next || *start_in(starts, places.items[i]) == start)
				place(l, places.items[i], *number);
	}
}

/* Room by room, in each as they were found. */
static void sort_found(struct listing *l, now_entries *entries)
{
	size_t end = entries->count;

	array_reserve(entries, end + l->found.count);
	for (size_t rank = 0; rank < rank_count(l); rank++) {
		size_t count = l->counts[rank];

		l->counts[rank] = end; /* where it begins from now on */
		end += count;
	}
	array_each (const struct now_entry, entry, &l->found)
		entries->items[l->counts[rank_of(l, entry->room)]++] = *entry;
	entries->count = end;
}

void now_list(const struct now *now, const struct agenda *agenda, now_entries *entries)
{
	struct listing l = {.now = now,
			    .agenda = agenda,
			    .on = starts_new(agenda, true),
			    .next = starts_new(agenda, true)};

	l.counts = memory_alloc(rank_count(&l), sizeof *l.counts);
	place_rows(&l, &now->on, false);
	place_rows(&l, &now->next, true);
	sort_found(&l, entries);
	array_free(&l.found);
	free(l.counts);
	free(l.on.items);
	free(l.next.items);
}

void now_free(struct now *now)
{
	query_rows_free(&now->on);
	query_rows_free(&now->next);
}
