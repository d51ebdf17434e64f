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

bool now_is_in(const struct session *session, uint32_t room)
{
	if (room == NOW_ROOMLESS)
		return !session->rooms.count;
	for (size_t i = 0; i < session->rooms.count; i++)
		if (session->rooms.items[i] == room)
			return true;
	return false;
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

/* Whether what is on or to come on that day stands in several rooms. */
static bool is_in_several_rooms(const struct agenda *agenda, const struct query_rows *rows,
				civil_day day, civil_moment moment)
{
	uint32_t room = NOW_ROOMLESS;

	for (size_t i = 0; i < rows->count; i++) {
		const struct session *session = &agenda->sessions[rows->items[i]];

		if (!is_on(session, moment) &&
		    !(session->day == day && is_to_come(session, moment)))
			continue;
		for (size_t r = 0; r < session->rooms.count; r++) {
			if (room != NOW_ROOMLESS && session->rooms.items[r] != room)
				return true;
			room = session->rooms.items[r];
		}
	}
	return false;
}

static void find_next(struct now *now, const struct agenda *agenda, const struct query_rows *rows,
		      civil_day day, civil_moment moment)
{
	struct starts starts = {.room_count = agenda->room_count, .by_room = now->by_room};

	starts.items = memory_alloc(agenda->room_count + 1, sizeof *starts.items);
	for (size_t i = 0; i <= agenda->room_count; i++)
		starts.items[i] = CIVIL_NONE;
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < rows->count; i++) {
			const struct session *session = &agenda->sessions[rows->items[i]];

			if (session->day != day || !is_to_come(session, moment))
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

	*now = (struct now){.by_room = by_room && is_in_several_rooms(agenda, rows, day, moment)};
	for (size_t i = 0; i < rows->count; i++) {
		const struct session *session = &agenda->sessions[rows->items[i]];

		if (!is_on(session, moment))
			continue;
		array_push(&now->on, rows->items[i]);
		now->everywhere |= !session->rooms.count;
	}
	find_next(now, agenda, rows, day, moment);
}

uint32_t now_room(const struct now *now, const struct agenda *agenda, size_t i)
{
	if (now->everywhere)
		return i ? (uint32_t)(i - 1) : NOW_ROOMLESS;
	return i < agenda->room_count ? (uint32_t)i : NOW_ROOMLESS;
}

void now_free(struct now *now)
{
	query_rows_free(&now->on);
	query_rows_free(&now->next);
}
