#include "config.h"

#include "tui/keeper.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MARK_KEPT = 1, MARK_OVERLAPS = 2, MARK_NOTED = 4 };

/* Numbers being sorted, with what they are numbers of. */
struct by_start {
	uint32_t number;
	civil_day day;
	civil_moment start;
};

static int compare_starts(const void *left, const void *right)
{
	const struct by_start *a = left, *b = right;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

static int compare_numbers(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;

	return *a < *b ? -1 : *a > *b;
}

void keeper_begin(struct keeper *keeper, const struct agenda *agenda)
{
	*keeper = (struct keeper){.agenda = agenda};
	keeper->marks = memory_alloc(agenda->session_count + 1, 1);
}

void keeper_free(struct keeper *keeper)
{
	bookmarks_free(&keeper->shown);
	bookmarks_free(&keeper->stored);
	array_each (struct keeper_awaited, awaited, &keeper->awaited)
		free(awaited->id);
	array_free(&keeper->awaited);
	array_each (struct keeper_removal, removal, &keeper->removals)
		free(removal->note);
	array_free(&keeper->removals);
	array_free(&keeper->sessions);
	plan_free(&keeper->plan);
	array_free(&keeper->gone);
	free(keeper->marks);
}

static const struct bookmark *shown_bookmark(const struct keeper *keeper, uint32_t session)
{
	return bookmarks_find(&keeper->shown, keeper->agenda->sessions[session].id);
}

bool keeper_has(const struct keeper *keeper, uint32_t session)
{
	return keeper->marks[session] & MARK_KEPT;
}

bool keeper_overlaps(const struct keeper *keeper, uint32_t session)
{
	return keeper->marks[session] & MARK_OVERLAPS;
}

const struct bookmark *keeper_bookmark(const struct keeper *keeper, uint32_t session)
{
	return keeper_has(keeper, session) ? shown_bookmark(keeper, session) : NULL;
}

bool keeper_has_note(const struct keeper *keeper, uint32_t session)
{
	return keeper->marks[session] & MARK_NOTED;
}

size_t keeper_count(const struct keeper *keeper)
{
	return keeper->shown.count;
}

static void make_plan(struct keeper *keeper)
{
	plan_make(&keeper->plan, keeper->agenda, keeper->sessions.items, keeper->sessions.count);
	array_each (const struct plan_step, step, &keeper->plan)
		if (step->overlap_count)
			keeper->marks[step->session] |= MARK_OVERLAPS;
}

static void sort_gone(struct keeper *keeper)
{
	struct by_start *order = memory_alloc(keeper->gone.count + 1, sizeof *order);

	for (size_t i = 0; i < keeper->gone.count; i++) {
		const struct bookmark *bookmark = &keeper->shown.items[keeper->gone.items[i]];

		order[i] =
		    (struct by_start){keeper->gone.items[i], bookmark->day, bookmark->start};
	}
	qsort(order, keeper->gone.count, sizeof *order, compare_starts);
	for (size_t i = 0; i < keeper->gone.count; i++)
		keeper->gone.items[i] = order[i].number;
	free(order);
}

/* Makes everything that is made from `shown`. */
static void refresh(struct keeper *keeper)
{
	array_each (uint32_t, number, &keeper->sessions)
		keeper->marks[*number] = 0;
	keeper->sessions.count = keeper->gone.count = 0;
	for (size_t i = 0; i < keeper->shown.count; i++) {
		int session = agenda_find_session(keeper->agenda, keeper->shown.items[i].id);

		if (session < 0) {
			array_push(&keeper->gone, (uint32_t)i);
			continue;
		}
		array_push(&keeper->sessions, (uint32_t)session);
		keeper->marks[session] =
		    MARK_KEPT | (keeper->shown.items[i].note ? MARK_NOTED : 0);
	}
	if (keeper->sessions.count)
		qsort(keeper->sessions.items, keeper->sessions.count,
		      sizeof *keeper->sessions.items, compare_numbers);
	make_plan(keeper);
	sort_gone(keeper);
}

static void set_bookmark(struct keeper *keeper, struct bookmarks *bookmarks, uint32_t number,
			 const char *note)
{
	const struct agenda *agenda = keeper->agenda;
	const struct session *session = &agenda->sessions[number];
	const char *room = session->rooms.count ? agenda->rooms[session->rooms.items[0]] : NULL;
	struct bookmark bookmark = {
	    .id = (char *)session->id, /* copied, as all of it is */
	    .title = (char *)session->title,
	    .room = (char *)room,
	    .note = (char *)note,
	    .day = session->day,
	    .start = session->start,
	    .end = session->end,
	};

	bookmarks_set(bookmarks, &bookmark);
}

static void await(struct keeper *keeper, const char *id)
{
	array_each (struct keeper_awaited, awaited, &keeper->awaited)
		if (!strcmp(awaited->id, id)) {
			awaited->answers++;
			return;
		}
	array_push(&keeper->awaited, ((struct keeper_awaited){memory_strdup(id), 1}));
}

/* Where `note` is the bookmark's own it is copied before that one goes. */
static const struct bookmark *keep(struct keeper *keeper, uint32_t session, const char *note)
{
	set_bookmark(keeper, &keeper->shown, session, note);
	refresh(keeper);
	await(keeper, keeper->agenda->sessions[session].id);
	return shown_bookmark(keeper, session);
}

static struct effect save(struct keeper *keeper, uint32_t session, const char *note)
{
	return (struct effect){.kind = EFFECT_SAVE,
			       .session = session,
			       .note = keep(keeper, session, note)->note};
}

struct effect keeper_toggle(struct keeper *keeper, uint32_t session)
{
	struct keeper_removal removal = {session, NULL};

	if (!keeper_has(keeper, session))
		return save(keeper, session, NULL);
	removal.note = memory_strdup(shown_bookmark(keeper, session)->note);
	array_push(&keeper->removals, removal);
	bookmarks_remove(&keeper->shown, keeper->agenda->sessions[session].id);
	refresh(keeper);
	await(keeper, keeper->agenda->sessions[session].id);
	return (struct effect){.kind = EFFECT_REMOVE, .session = session};
}

bool keeper_can_undo(const struct keeper *keeper)
{
	array_each (const struct keeper_removal, removal, &keeper->removals)
		if (!keeper_has(keeper, removal->session))
			return true;
	return false;
}

struct effect keeper_undo(struct keeper *keeper)
{
	struct keeper_removal removal;
	struct effect effect;

	do {
		removal = keeper->removals.items[--keeper->removals.count];
		if (keeper_has(keeper, removal.session))
			free(removal.note);
	} while (keeper_has(keeper, removal.session));
	effect = save(keeper, removal.session, removal.note);
	free(removal.note);
	return effect;
}

struct effect keeper_note(struct keeper *keeper, uint32_t session, const char *note)
{
	const struct bookmark *bookmark = keep(keeper, session, note);

	return (struct effect){.kind = EFFECT_NOTE,
			       .session = session,
			       .id = bookmark->id,
			       .note = bookmark->note};
}

/* Gives the bookmark of one set the note that it has in another. */
static void set_note(struct bookmarks *bookmarks, const char *id, const char *note)
{
	const struct bookmark *found = bookmarks_find(bookmarks, id);
	struct bookmark bookmark;

	if (!found)
		return;
	bookmark = *found;
	bookmark.note = (char *)note; /* copied, as all of it is */
	bookmarks_set(bookmarks, &bookmark);
}

struct effect keeper_note_gone(struct keeper *keeper, const char *id, const char *note)
{
	const struct bookmark *bookmark;

	set_note(&keeper->shown, id, note);
	refresh(keeper);
	await(keeper, id);
	bookmark = bookmarks_find(&keeper->shown, id);
	return (struct effect){.kind = EFFECT_NOTE,
			       .session = EFFECT_NO_SESSION,
			       .id = bookmark->id,
			       .note = bookmark->note};
}

/* Whether this was the last answer that was waited for. */
static bool settle(struct keeper *keeper, const char *id)
{
	for (size_t i = 0; i < keeper->awaited.count; i++) {
		struct keeper_awaited *awaited = &keeper->awaited.items[i];

		if (strcmp(awaited->id, id) != 0)
			continue;
		if (--awaited->answers)
			return false;
		free(awaited->id);
		*awaited = keeper->awaited.items[--keeper->awaited.count];
		return true;
	}
	return true;
}

/* Makes one bookmark in `to` what it is in `from`. */
static void copy_one(struct bookmarks *to, const struct bookmarks *from, const char *id)
{
	const struct bookmark *bookmark = bookmarks_find(from, id);

	if (bookmark)
		bookmarks_set(to, bookmark);
	else
		bookmarks_remove(to, id);
}

/* What is shown becomes what is stored once nothing else is awaited. */
static void settle_shown(struct keeper *keeper, const char *id)
{
	if (!settle(keeper, id))
		return;
	copy_one(&keeper->shown, &keeper->stored, id);
	refresh(keeper);
}

void keeper_answer(struct keeper *keeper, uint32_t session, bool removed, bool done)
{
	const char *id = keeper->agenda->sessions[session].id;
	const struct bookmark *shown = shown_bookmark(keeper, session);

	if (done && removed)
		bookmarks_remove(&keeper->stored, id);
	else if (done)
		set_bookmark(keeper, &keeper->stored, session, shown ? shown->note : NULL);
	settle_shown(keeper, id);
}

void keeper_answer_note(struct keeper *keeper, const char *id, bool done)
{
	int session = agenda_find_session(keeper->agenda, id);
	const struct bookmark *shown = bookmarks_find(&keeper->shown, id);

	if (done && session >= 0)
		set_bookmark(keeper, &keeper->stored, (uint32_t)session,
			     shown ? shown->note : NULL);
	else if (done)
		set_note(&keeper->stored, id, shown ? shown->note : NULL);
	settle_shown(keeper, id);
}

void keeper_load(struct keeper *keeper, const struct bookmarks *bookmarks)
{
	struct bookmarks shown = {0};

	bookmarks_copy(&keeper->stored, bookmarks);
	bookmarks_copy(&shown, bookmarks);
	array_each (struct keeper_awaited, awaited, &keeper->awaited)
		copy_one(&shown, &keeper->shown, awaited->id);
	bookmarks_free(&keeper->shown);
	keeper->shown = shown;
	refresh(keeper);
}
