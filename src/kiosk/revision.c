#include "config.h"

#include "kiosk/revision.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "present/when.h"

#include <stdlib.h>
#include <string.h>

/* Where more than so many sessions changed, it is another programme, and nobody wants to be told of
 * each. */
enum { REVISIONS_MOST = 1000 };

static const char *room_of(const struct agenda *agenda, const struct session *session)
{
	return session->rooms.count ? agenda->rooms[session->rooms.items[0]] : NULL;
}

static bool same_text(const char *left, const char *right)
{
	return left && right ? !strcmp(left, right) : left == right;
}

static bool is_as_before(const struct revision *revision, const struct agenda *agenda,
			 const struct session *session)
{
	return revision->day == session->day && revision->start == session->start &&
	       same_text(revision->room, room_of(agenda, session));
}

static struct revision *find(const struct revisions *revisions, const char *id)
{
	array_each (struct revision, revision, &revisions->items)
		if (!strcmp(revision->id, id))
			return revision;
	return NULL;
}

static void forget(struct revisions *revisions, struct revision *revision)
{
	free(revision->id);
	free(revision->room);
	*revision = revisions->items.items[--revisions->items.count];
}

static void note_session(struct revisions *revisions, const struct agenda *from,
			 const struct session *before, const struct agenda *to,
			 const struct session *after)
{
	struct revision first = {.day = before->day, .start = before->start};
	struct revision *known = find(revisions, after->id);
	const char *room = room_of(from, before);

	if (known && is_as_before(known, to, after)) {
		forget(revisions, known);
	} else if (!known && revisions->items.count < REVISIONS_MOST) {
		first.room = room ? memory_strdup(room) : NULL;
		if (is_as_before(&first, to, after)) {
			free(first.room);
			return;
		}
		first.id = memory_strdup(after->id);
		array_push(&revisions->items, first);
	}
}

static void forget_gone(struct revisions *revisions, const struct agenda *agenda)
{
	for (size_t i = revisions->items.count; i-- > 0;)
		if (agenda_find_session(agenda, revisions->items.items[i].id) < 0)
			forget(revisions, &revisions->items.items[i]);
}

void revisions_note(struct revisions *revisions, const struct agenda *from, const struct agenda *to)
{
	for (size_t i = 0; i < to->session_count; i++) {
		const struct session *after = &to->sessions[i];
		int before = agenda_find_session(from, after->id);

		if (before >= 0)
			note_session(revisions, from, &from->sessions[before], to, after);
	}
	forget_gone(revisions, to);
}

void revisions_free(struct revisions *revisions)
{
	while (revisions->items.count)
		forget(revisions, &revisions->items.items[revisions->items.count - 1]);
	array_free(&revisions->items);
}

static void say_moment(struct buffer *out, civil_day day, civil_moment start, bool with_day)
{
	if (with_day || start == CIVIL_NONE)
		when_day_short(out, day);
	if (with_day && start != CIVIL_NONE)
		buffer_putc(out, ' ');
	if (start != CIVIL_NONE)
		when_clock(out, start);
}

void revisions_say(const struct revisions *revisions, const struct agenda *agenda, uint32_t number,
		   struct buffer *out)
{
	const struct session *session = &agenda->sessions[number];
	const struct revision *before = find(revisions, session->id);
	const char *room = room_of(agenda, session);
	bool other_day = before && before->day != session->day;

	if (!before)
		return;
	buffer_printf(out, "! %s", _("changed: "));
	if (other_day || before->start != session->start) {
		say_moment(out, before->day, before->start, other_day);
		buffer_puts(out, " → ");
		say_moment(out, session->day, session->start, other_day);
	}
	if (same_text(before->room, room))
		return;
	buffer_printf(out, "%s%s → %s", other_day || before->start != session->start ? ", " : "",
		      before->room ? before->room : "–", room ? room : "–");
}
