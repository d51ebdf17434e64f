#include "config.h"

#include "model/now.h"

#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>

static bool is_on(const struct session *session, civil_moment moment)
{
	return !session->cancelled && session->start != CIVIL_NONE && session->start <= moment &&
	       session->until > moment;
}

static bool is_to_come(const struct session *session, civil_moment moment)
{
	return !session->cancelled && session->start > moment; /* never so for CIVIL_NONE */
}

/* The first day of those sessions that are to come. A day runs past midnight, so it need not be
 * that of the next start. */
static civil_day day_to_come(const struct agenda *agenda, const struct query_rows *rows,
			     civil_moment moment)
{
	for (size_t i = 0; i < rows->count; i++)
		if (is_to_come(&agenda->sessions[rows->items[i]], moment))
			return agenda->sessions[rows->items[i]].day;
	return CIVIL_NONE;
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

/* The place of the i-th room of a session, which has at least one place. */
static civil_moment *start_of(const struct starts *starts, const struct session *session, size_t i)
{
	if (!starts->by_room || !session->rooms.count)
		return &starts->items[starts->room_count];
	return &starts->items[session->rooms.items[i]];
}

static size_t places_of(const struct starts *starts, const struct session *session)
{
	return starts->by_room && session->rooms.count ? session->rooms.count : 1;
}

/* Of one day, in the order of starts: the first in each room counts. */
static void note_start(const struct starts *starts, const struct session *session)
{
	for (size_t i = 0; i < places_of(starts, session); i++) {
		civil_moment *start = start_of(starts, session, i);

		if (*start == CIVIL_NONE)
			*start = session->start;
	}
}

static bool is_next(const struct starts *starts, const struct session *session)
{
	for (size_t i = 0; i < places_of(starts, session); i++)
		if (*start_of(starts, session, i) == session->start)
			return true;
	return false;
}

/* What is on, and what is to come on a day: of a hundred thousand sessions a few, which are then
 * looked at more than once. */
static void find_relevant(struct query_rows *relevant, const struct agenda *agenda,
			  const struct query_rows *rows, civil_day day, civil_moment moment)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct session *session = &agenda->sessions[rows->items[i]];

		if (is_on(session, moment) || (session->day == day && is_to_come(session, moment)))
			array_push(relevant, rows->items[i]);
	}
}

static bool is_in_several_rooms(const struct agenda *agenda, const struct query_rows *rows)
{
	uint32_t room = NOW_ROOMLESS;

	for (size_t i = 0; i < rows->count; i++) {
		const struct session *session = &agenda->sessions[rows->items[i]];

		for (size_t r = 0; r < session->rooms.count; r++) {
			if (room != NOW_ROOMLESS && session->rooms.items[r] != room)
				return true;
			room = session->rooms.items[r];
		}
	}
	return false;
}

static void find_next(struct now *now, const struct agenda *agenda, const struct query_rows *rows,
		      civil_moment moment)
{
	struct starts starts = starts_new(agenda, now->by_room);

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < rows->count; i++) {
			const struct session *session = &agenda->sessions[rows->items[i]];

			if (!is_to_come(session, moment))
				continue;
			if (!pass)
				note_start(&starts, session);
			else if (is_next(&starts, session))
				array_push(&now->next, rows->items[i]);
		}
	}
	free(starts.items);
}

void now_find(struct now *now, const struct agenda *agenda, const struct query_rows *rows,
	      civil_moment moment, bool by_room)
{
	civil_day day = day_to_come(agenda, rows, moment);
	struct query_rows relevant = {0};

	find_relevant(&relevant, agenda, rows, day, moment);
	*now = (struct now){.by_room = by_room && is_in_several_rooms(agenda, &relevant)};
	for (size_t i = 0; i < relevant.count; i++) {
		const struct session *session = &agenda->sessions[relevant.items[i]];

		if (!is_on(session, moment))
			continue;
		array_push(&now->on, relevant.items[i]);
		now->everywhere |= !session->rooms.count;
	}
	find_next(now, agenda, &relevant, moment);
	query_rows_free(&relevant);
}

/* Where it stands before it is sorted: that keeps the order within a room. */
struct placed_entry {
	struct now_entry entry;
	size_t room; /* in the order of the list */
	size_t place;
};

/* The list while it is made. */
struct listing {
	const struct now *now;
	const struct agenda *agenda;
	ARRAY(struct placed_entry) placed;
	struct starts next; /* the first start that was listed, by room */
};

static void place(struct listing *l, uint32_t room, uint32_t session)
{
	size_t last = l->now->everywhere ? 0 : l->agenda->room_count + 1;

	array_push(&l->placed,
		   ((struct placed_entry){.entry = {room, session},
					  .room = room == NOW_ROOMLESS ? last : room + 1,
					  .place = l->placed.count}));
}

/* What comes next in one of its rooms need not do so in the other. */
static bool is_next_there(const struct listing *l, const struct session *session, size_t i)
{
	civil_moment *start = start_of(&l->next, session, i);

	if (*start == CIVIL_NONE)
		*start = session->start;
	return *start == session->start;
}

static void place_rows(struct listing *l, const struct query_rows *rows, bool next)
{
	array_each (const uint32_t, number, rows) {
		const struct session *session = &l->agenda->sessions[*number];

		for (size_t i = 0; i < places_of(&l->next, session); i++)
			if (!next || is_next_there(l, session, i))
				place(l,
				      session->rooms.count ? session->rooms.items[i] : NOW_ROOMLESS,
				      *number);
	}
}

static int compare_placed(const void *left, const void *right)
{
	const struct placed_entry *a = left, *b = right;

	if (a->room != b->room)
		return a->room < b->room ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

void now_list(const struct now *now, const struct agenda *agenda, now_entries *entries)
{
	struct listing l = {.now = now, .agenda = agenda, .next = starts_new(agenda, true)};

	place_rows(&l, &now->on, false);
	place_rows(&l, &now->next, true);
	if (l.placed.count)
		qsort(l.placed.items, l.placed.count, sizeof *l.placed.items, compare_placed);
	array_each (const struct placed_entry, one, &l.placed)
		array_push(entries, one->entry);
	array_free(&l.placed);
	free(l.next.items);
}

void now_free(struct now *now)
{
	query_rows_free(&now->on);
	query_rows_free(&now->next);
}
