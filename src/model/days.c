#include "config.h"

#include "model/days.h"

#include "base/memory.h"
#include "model/builder.h"

#include <stdlib.h>
#include <string.h>

civil_day days_first(const struct session *session)
{
	return session->nth_day ? session->day - (session->nth_day - 1) : session->day;
}

civil_day days_last(const struct session *session)
{
	return session->nth_day ? days_first(session) + session->days - 1 : session->day;
}

int days_next(const struct agenda *agenda, size_t session)
{
	uint32_t again = agenda->sessions[session].again;

	return again ? (int)again : -1;
}

/* On how many days it stands. */
static int shown_days(const struct session *session)
{
	if (session->days < 2 || session->day == CIVIL_NONE || session->start != CIVIL_NONE)
		return 1;
	return session->days < DAYS_MOST ? session->days : DAYS_MOST;
}

static size_t count_all(const struct session *sessions, size_t count)
{
	size_t all = count;

	for (size_t i = 0; i < count; i++)
		all += (size_t)shown_days(&sessions[i]) - 1;
	return all < BUILDER_MOST_SESSIONS ? all : BUILDER_MOST_SESSIONS;
}

/* Puts a session's further days behind `to`; returns what is behind them. */
static size_t add_days(struct session *spread, size_t session, size_t to, size_t all)
{
	int days = shown_days(&spread[session]);

	spread[session].nth_day = days > 1;
	for (int day = 1; day < days && to < all; day++, to++) {
		spread[to] = spread[session];
		spread[to].day += day;
		spread[to].nth_day += day;
	}
	return to;
}

struct session *days_spread(struct session *sessions, size_t *count)
{
	size_t given = *count, all = count_all(sessions, given), to = given;
	struct session *spread;

	for (size_t i = 0; i < given; i++)
		sessions[i].whole = (uint32_t)i;
	if (all <= given)
		return NULL;
	spread = memory_alloc(all, sizeof *spread);
	memcpy(spread, sessions, given * sizeof *spread);
	for (size_t i = 0; i < given; i++)
		to = add_days(spread, i, to, all);
	*count = to;
	return spread;
}

/* That of the first day is met first. */
void days_link(struct session *sessions, size_t count)
{
	uint32_t *firsts = memory_alloc(count + 1, sizeof *firsts);
	uint32_t *latest = memory_alloc(count + 1, sizeof *latest);

	for (uint32_t i = 0; i < count; i++) {
		uint32_t source = sessions[i].whole;

		if (!days_go_on(&sessions[i]))
			firsts[source] = i;
		else
			sessions[latest[source]].again = i;
		latest[source] = i;
		sessions[i].whole = firsts[source];
	}
	free(firsts);
	free(latest);
}
