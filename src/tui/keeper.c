#include "config.h"

#include "tui/keeper.h"

#include "base/memory.h"
#include "model/days.h"

#include <stdlib.h>
#include <string.h>

enum { MARK_KEPT = 1, MARK_OVERLAPS = 2, MARK_NOTED = 4, MARK_CHANGED = 8 };

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

static void forget_renewing(struct keeper *keeper)
{
	array_each (char *, id, &keeper->renewing)
		free(*id);
	keeper->renewing.count = 0;
}

void keeper_free(struct keeper *keeper)
{
	bookmarks_free(&keeper->shown);
	bookmarks_free(&keeper->stored);
	array_each (struct keeper_awaited, awaited, &keeper->awaited)
		free(awaited->id);
	array_free(&keeper->awaited);
	array_each (struct bookmark, removal, &keeper->removals)
		bookmarks_free_one(removal);
	array_free(&keeper->removals);
	forget_renewing(keeper);
	array_free(&keeper->renewing);
	free(keeper->note);
	changes_free(&keeper->changes);
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

const struct change *keeper_change(const struct keeper *keeper, uint32_t session)
{
	return keeper->marks[session] & MARK_CHANGED ? changes_find(&keeper->changes, (int)session)
						     : NULL;
}

const char *keeper_title(const struct keeper *keeper, const char *id)
{
	const struct bookmark *bookmark = bookmarks_find(&keeper->shown, id);

	for (size_t i = keeper->removals.count; i-- > 0 && !bookmark;)
		if (!strcmp(keeper->removals.items[i].id, id))
			bookmark = &keeper->removals.items[i];
	return bookmark ? bookmark->title : NULL;
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

		order[i] = (struct by_start){keeper->gone.items[i], bookmark->day, bookmark->start};
	}
	qsort(order, keeper->gone.count, sizeof *order, compare_starts);
	for (size_t i = 0; i < keeper->gone.count; i++)
		keeper->gone.items[i] = order[i].number;
	free(order);
}

static void find_changes(struct keeper *keeper)
{
	changes_since(&keeper->changes, &keeper->shown, keeper->agenda);
	keeper->news = 0;
	array_each (const struct change, change, &keeper->changes) {
		keeper->news += !change->seen;
		if (change->session >= 0)
			keeper->marks[change->session] |= MARK_CHANGED;
	}
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
		for (; session >= 0; session = days_next(keeper->agenda, (size_t)session)) {
			array_push(&keeper->sessions, (uint32_t)session);
			keeper->marks[session] =
			    MARK_KEPT | (keeper->shown.items[i].note ? MARK_NOTED : 0);
		}
	}
	if (keeper->sessions.count)
		qsort(keeper->sessions.items, keeper->sessions.count,
		      sizeof *keeper->sessions.items, compare_numbers);
	make_plan(keeper);
	sort_gone(keeper);
	find_changes(keeper);
}

/* Gives a bookmark of a set a note, NULL for none. */
static void set_note(struct bookmarks *bookmarks, const char *id, const char *note)
{
	struct bookmark bookmark = *bookmarks_find(bookmarks, id);

	bookmark.note = (char *)note; /* copied, as all of it is */
	bookmarks_set(bookmarks, &bookmark);
}

/* Keeps a session in a set, or gives what is kept the note: what was known of it stays. */
static void keep_in(const struct keeper *keeper, struct bookmarks *bookmarks, const char *id,
		    const char *note)
{
	int session = agenda_find_session(keeper->agenda, id);

	if (bookmarks_find(bookmarks, id))
		set_note(bookmarks, id, note);
	else if (session >= 0)
		bookmarks_keep(bookmarks, keeper->agenda, (size_t)session, note);
}

/* The id as long as its answer is awaited. */
static const char *await(struct keeper *keeper, const char *id)
{
	array_each (struct keeper_awaited, awaited, &keeper->awaited)
		if (!strcmp(awaited->id, id)) {
			awaited->answers++;
			return awaited->id;
		}
	array_push(&keeper->awaited, ((struct keeper_awaited){memory_strdup(id), 1}));
	return keeper->awaited.items[keeper->awaited.count - 1].id;
}

/* An effect that shows already, and whose answer is awaited. */
static struct effect begin(struct keeper *keeper, enum effect_kind kind, const char *id,
			   const char *note)
{
	int session = agenda_find_session(keeper->agenda, id);
	char *copy = memory_strdup(note);

	free(keeper->note);
	keeper->note = copy;
	return (struct effect){.kind = kind,
			       .session = session < 0 ? EFFECT_NO_SESSION : (uint32_t)session,
			       .id = await(keeper, id),
			       .note = keeper->note};
}

static struct effect save(struct keeper *keeper, uint32_t session)
{
	const char *id = keeper->agenda->sessions[session].id;

	keep_in(keeper, &keeper->shown, id, NULL);
	refresh(keeper);
	return begin(keeper, EFFECT_SAVE, id, NULL);
}

struct effect keeper_remove(struct keeper *keeper, const char *id)
{
	struct effect effect = begin(keeper, EFFECT_REMOVE, id, NULL);
	const struct bookmark *shown = bookmarks_find(&keeper->shown, effect.id);

	array_push(&keeper->removals, bookmarks_copy_one(shown));
	bookmarks_remove(&keeper->shown, effect.id);
	refresh(keeper);
	return effect;
}

struct effect keeper_toggle(struct keeper *keeper, uint32_t session)
{
	if (!keeper_has(keeper, session))
		return save(keeper, session);
	return keeper_remove(keeper, keeper->agenda->sessions[session].id);
}

bool keeper_can_undo(const struct keeper *keeper)
{
	array_each (const struct bookmark, removal, &keeper->removals)
		if (!bookmarks_find(&keeper->shown, removal->id))
			return true;
	return false;
}

/* Those that are kept again meanwhile need not be brought back. */
struct effect keeper_undo(struct keeper *keeper)
{
	struct bookmark *removal = &keeper->removals.items[keeper->removals.count - 1];
	struct effect effect;

	for (; bookmarks_find(&keeper->shown, removal->id); removal--) {
		bookmarks_free_one(removal);
		keeper->removals.count--;
	}
	effect = begin(keeper, EFFECT_RESTORE, removal->id, removal->note);
	bookmarks_set(&keeper->shown, removal);
	bookmarks_free_one(removal);
	keeper->removals.count--;
	refresh(keeper);
	return effect;
}

struct effect keeper_note(struct keeper *keeper, const char *id, const char *note)
{
	struct effect effect = begin(keeper, EFFECT_NOTE, id, note);

	keep_in(keeper, &keeper->shown, effect.id, effect.note);
	refresh(keeper);
	return effect;
}

int keeper_successor(const struct keeper *keeper, const char *id)
{
	const struct change *change = changes_find_id(&keeper->changes, id);

	return change ? change->successor : -1;
}

struct effect keeper_succeed(struct keeper *keeper, const char *id)
{
	int successor = keeper_successor(keeper, id);
	const struct bookmark *shown = bookmarks_find(&keeper->shown, id);
	struct effect effect = begin(keeper, EFFECT_SUCCEED, id, shown->note);

	effect.session = (uint32_t)successor;
	bookmarks_keep(&keeper->shown, keeper->agenda, effect.session, effect.note);
	array_push(&keeper->removals,
		   bookmarks_copy_one(bookmarks_find(&keeper->shown, effect.id)));
	bookmarks_remove(&keeper->shown, effect.id);
	await(keeper, keeper->agenda->sessions[successor].id);
	refresh(keeper);
	keeper->successor = effect.session;
	return effect;
}

struct effect keeper_renew(struct keeper *keeper)
{
	forget_renewing(keeper);
	array_each (const struct change, change, &keeper->changes)
		if (!change->seen)
			array_push(&keeper->renewing, memory_strdup(change->before->id));
	return (struct effect){.kind = EFFECT_RENEW,
			       .session = EFFECT_NO_SESSION,
			       .id = "",
			       .ids = keeper->renewing.items,
			       .id_count = keeper->renewing.count};
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

/* What is shown becomes what is stored once nothing else is awaited. Whether that changes it. */
static bool settle_shown(struct keeper *keeper, const char *id)
{
	if (!settle(keeper, id) || bookmarks_same_one(bookmarks_find(&keeper->shown, id),
						      bookmarks_find(&keeper->stored, id)))
		return false;
	copy_one(&keeper->shown, &keeper->stored, id);
	refresh(keeper);
	return true;
}

/* What the disk holds where an effect on one bookmark was carried out. */
static void store_one(struct keeper *keeper, enum effect_kind what, const char *id)
{
	const struct bookmark *shown = bookmarks_find(&keeper->shown, id);

	if (what == EFFECT_REMOVE || what == EFFECT_SUCCEED)
		bookmarks_remove(&keeper->stored, id);
	else if (what == EFFECT_RESTORE && shown)
		bookmarks_set(&keeper->stored, shown);
	else if (what == EFFECT_SAVE || what == EFFECT_NOTE)
		keep_in(keeper, &keeper->stored, id, shown ? shown->note : NULL);
}

static bool answer_successor(struct keeper *keeper, bool done)
{
	const char *id = keeper->agenda->sessions[keeper->successor].id;

	if (done)
		store_one(keeper, EFFECT_SAVE, id);
	return settle_shown(keeper, id);
}

/* What was brought up to date shows only now: the user need not wait for it. */
static void answer_renewal(struct keeper *keeper, bool done)
{
	for (size_t i = 0; i < keeper->renewing.count && done; i++) {
		const char *id = keeper->renewing.items[i];
		int session = agenda_find_session(keeper->agenda, id);
		const struct bookmark *shown = bookmarks_find(&keeper->shown, id);
		struct bookmark lost;

		if (shown && session >= 0) {
			bookmarks_keep(&keeper->shown, keeper->agenda, (size_t)session,
				       shown->note);
		} else if (shown) {
			lost = *shown;
			lost.lost = true;
			bookmarks_set(&keeper->shown, &lost);
		}
		copy_one(&keeper->stored, &keeper->shown, id);
	}
	forget_renewing(keeper);
	refresh(keeper);
}

/* The id may be the one that is awaited, and goes with that. */
static bool answer_one(struct keeper *keeper, enum effect_kind what, const char *id, bool done)
{
	char *own = memory_strdup(id);
	bool changed = what == EFFECT_SUCCEED && answer_successor(keeper, done);

	if (done)
		store_one(keeper, what, own);
	changed |= settle_shown(keeper, own);
	free(own);
	return changed;
}

bool keeper_answer(struct keeper *keeper, enum effect_kind what, const char *id, bool done)
{
	if (what != EFFECT_RENEW)
		return answer_one(keeper, what, id, done);
	answer_renewal(keeper, done);
	return true;
}

bool keeper_came_true(const struct keeper *keeper, enum effect_kind what, const char *id)
{
	const struct bookmark *stored = bookmarks_find(&keeper->stored, id);

	if (what == EFFECT_REMOVE)
		return !stored;
	if (what == EFFECT_NOTE)
		return stored &&
		       !strcmp(stored->note ? stored->note : "", keeper->note ? keeper->note : "");
	return stored && (what == EFFECT_SAVE || what == EFFECT_RESTORE);
}

bool keeper_load(struct keeper *keeper, const struct bookmarks *bookmarks)
{
	struct bookmarks shown = {0};

	bookmarks_copy(&keeper->stored, bookmarks);
	bookmarks_copy(&shown, bookmarks);
	array_each (struct keeper_awaited, awaited, &keeper->awaited)
		copy_one(&shown, &keeper->shown, awaited->id);
	if (bookmarks_same(&shown, &keeper->shown)) {
		bookmarks_free(&shown);
		return false;
	}
	bookmarks_free(&keeper->shown);
	keeper->shown = shown;
	refresh(keeper);
	return true;
}
