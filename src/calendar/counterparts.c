#include "config.h"

#include "calendar/counterparts.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/fold.h"
#include "base/memory.h"
#include "calendar/uid.h"
#include "model/days.h"
#include "model/venue.h"

#include <stdlib.h>
#include <string.h>

struct counterparts {
	const struct agenda *agenda;
	struct lookup uids, at_utc, at_wall; /* sessions by UID; by title and start */
	struct arena *arena;		     /* owner of their keys */
};

/* Of equal keys the first session counts. */
static void add(struct counterparts *c, struct lookup *lookup, const struct buffer *key,
		size_t session)
{
	const char *text = buffer_text(key);

	if (*text && lookup_find(lookup, text) == LOOKUP_MISSING)
		lookup_add(lookup, arena_strdup(c->arena, text), (uint32_t)session);
}

static int find(const struct lookup *lookup, const struct buffer *key)
{
	uint32_t found =
	    key->length ? lookup_find(lookup, buffer_text(key)) : (uint32_t)LOOKUP_MISSING;

	return found == LOOKUP_MISSING ? -1 : (int)found;
}

/*
 * A title and the start, which is brought to UTC by an offset; CIVIL_NONE leaves it on the wall.
 * Nothing where there is no title or no day.
 */
static void make_key(struct buffer *key, const struct session *session, int offset)
{
	buffer_clear(key);
	if (!session->title || session->day == CIVIL_NONE)
		return;
	fold_append(key, session->title, strlen(session->title));
	if (session->start == CIVIL_NONE)
		buffer_printf(key, "\nday %d", session->day);
	else
		buffer_printf(key, "\n%lld",
			      (long long)session->start - (offset == CIVIL_NONE ? 0 : offset));
}

struct counterparts *counterparts_new(const struct agenda *agenda)
{
	struct counterparts *c = memory_alloc(1, sizeof *c);
	struct buffer key = {0};

	c->agenda = agenda;
	c->arena = arena_new();
	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct session *session = &agenda->sessions[i];
		int offset = venue_offset(agenda, session);

		if (days_go_on(session))
			continue;
		buffer_clear(&key);
		uid_append(&key, session->id, agenda->id);
		add(c, &c->uids, &key, i);
		make_key(&key, session, CIVIL_NONE);
		add(c, &c->at_wall, &key, i);
		make_key(&key, session, offset);
		if (offset != CIVIL_NONE)
			add(c, &c->at_utc, &key, i);
	}
	buffer_free(&key);
	return c;
}

void counterparts_free(struct counterparts *c)
{
	if (!c)
		return;
	lookup_free(&c->uids);
	lookup_free(&c->at_utc);
	lookup_free(&c->at_wall);
	arena_free(c->arena);
	free(c);
}

static bool resemble(const struct session *left, const struct session *right)
{
	if (left->title && right->title && fold_equal(left->title, right->title))
		return true;
	return left->start != CIVIL_NONE && left->start == right->start;
}

static int by_name(const struct counterparts *c, const struct agenda *other,
		   const struct session *session)
{
	uint32_t uid = lookup_find(&c->uids, session->id);
	int found = agenda_find_session(c->agenda, session->id);

	if (uid != LOOKUP_MISSING)
		return (int)uid;
	if (found < 0 || uid_is_global(session->id, other->id) ||
	    !strcmp(c->agenda->id, other->id) || resemble(&c->agenda->sessions[found], session))
		return found;
	return -1;
}

static int by_start(const struct counterparts *c, const struct agenda *other,
		    const struct session *session)
{
	int offset = venue_offset(other, session), found = -1;
	struct buffer key = {0};

	if (offset != CIVIL_NONE) {
		make_key(&key, session, offset);
		found = find(&c->at_utc, &key);
	}
	if (found < 0) {
		make_key(&key, session, CIVIL_NONE);
		found = find(&c->at_wall, &key);
	}
	buffer_free(&key);
	return found;
}

int counterparts_find(const struct counterparts *c, const struct agenda *other, size_t index)
{
	const struct session *session = &other->sessions[index];
	int found = by_name(c, other, session);

	return found < 0 ? by_start(c, other, session) : found;
}
