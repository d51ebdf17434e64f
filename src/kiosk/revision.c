#include "config.h"

#include "kiosk/revision.h"

#include "base/array.h"
#include "base/i18n.h"
#include "present/revision.h"
#include "present/when.h"

/* What visitors are told of. That a session is cancelled stands with it anyway. */
enum { TOLD = CHANGES_MOVED | CHANGES_ROOM };

/* Where more than so many sessions come and go, it is another programme, and nobody wants to be
 * told of each. */
enum { REVISIONS_MOST = 1000 };

static size_t count_come_and_gone(const struct changes *changes)
{
	size_t count = 0;

	array_each (const struct change, change, changes)
		count += (change->what & (CHANGES_NEW | CHANGES_GONE)) != 0;
	return count;
}

/* What is new is first seen now; what is gone is forgotten. */
static void follow(struct revisions *revisions, const struct agenda *agenda)
{
	array_each (const struct change, change, &revisions->changes) {
		if (change->what & CHANGES_NEW)
			bookmarks_keep(&revisions->first, agenda, (size_t)change->session, NULL);
		else if (change->what & CHANGES_GONE)
			bookmarks_remove(&revisions->first, change->before->id);
	}
}

void revisions_note(struct revisions *revisions, const struct agenda *from, const struct agenda *to)
{
	if (!revisions->first.count)
		bookmarks_keep_all(&revisions->first, from);
	changes_from(&revisions->changes, &revisions->first, to);
	if (count_come_and_gone(&revisions->changes) > REVISIONS_MOST) {
		bookmarks_keep_all(&revisions->first, to);
		changes_free(&revisions->changes);
	} else {
		follow(revisions, to);
	}
}

void revisions_free(struct revisions *revisions)
{
	bookmarks_free(&revisions->first);
	changes_free(&revisions->changes);
}

/* As one says it to somebody who knows which day it is. */
static void say_move(struct buffer *out, const struct change *change, const struct agenda *agenda)
{
	const struct session *session = &agenda->sessions[change->session];

	if (change->before->day != session->day || change->before->start == CIVIL_NONE ||
	    session->start == CIVIL_NONE) {
		revision_pair(out, CHANGES_MOVED, change, agenda);
		return;
	}
	when_clock(out, change->before->start);
	buffer_puts(out, " → ");
	when_clock(out, session->start);
}

void revisions_say(const struct revisions *revisions, const struct agenda *agenda, uint32_t session,
		   struct buffer *out)
{
	const struct change *change = changes_find(&revisions->changes, (int)session);
	unsigned told = change ? change->what & TOLD : 0;

	if (!told || !change->before)
		return;
	buffer_printf(out, "! %s", _("changed: "));
	if (told & CHANGES_MOVED)
		say_move(out, change, agenda);
	if (told == TOLD)
		buffer_puts(out, ", ");
	if (told & CHANGES_ROOM)
		revision_pair(out, CHANGES_ROOM, change, agenda);
}
