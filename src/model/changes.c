#include "config.h"

#include "model/changes.h"

#include "base/array.h"
#include "base/bisect.h"
#include "base/fold.h"
#include "base/lookup.h"
#include "base/memory.h"
#include "model/days.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A text as long as this may have been cut where it was kept. Bytes. */
enum { CUT_FROM = 4000 };

/* What differs */

static bool same_text(const char *before, const char *now)
{
	size_t length = before ? strlen(before) : 0;

	if (!before || !now)
		return !before && !now;
	return !strcmp(before, now) || (length >= CUT_FROM && !strncmp(before, now, length));
}

/* Whether a text is these names of a list, in any order. */
static bool are_names(const char *text, const char *const *names, const struct indexes *chosen)
{
	size_t length = 0;

	for (size_t i = 0; i < chosen->count; i++) {
		const char *name = names[chosen->items[i]];

		if (!strstr(text, name))
			return false;
		length += strlen(name) + (i ? strlen(", ") : 0);
	}
	return length == strlen(text) || strlen(text) >= CUT_FROM;
}

unsigned changes_of(const struct bookmark *before, const struct agenda *agenda, size_t index)
{
	const struct session *session = &agenda->sessions[agenda->sessions[index].whole];
	unsigned what = 0;

	if (!before->complete)
		return 0;
	if (before->cancelled != session->cancelled)
		what |= session->cancelled ? CHANGES_CANCELLED : CHANGES_REVIVED;
	if (before->day != session->day || before->start != session->start)
		what |= CHANGES_MOVED;
	else if (before->end != session->end)
		what |= CHANGES_END;
	if (!are_names(before->room ? before->room : "", agenda->rooms, &session->rooms))
		what |= CHANGES_ROOM;
	if (!same_text(before->title, session->title))
		what |= CHANGES_TITLE;
	if (!are_names(before->speakers ? before->speakers : "", agenda->speakers,
		       &session->speakers))
		what |= CHANGES_SPEAKERS;
	return what;
}

/* Successors */

/* The sessions that may succeed another, by the hash of their folded titles. */
struct candidate {
	uint64_t title;
	uint32_t session;
};

struct search {
	const struct agenda *agenda;
	bool *matched; /* of each session: it is somebody's already */
	ARRAY(struct candidate) candidates;
	bool ready;
};

static int compare_candidates(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->title != b->title)
		return a->title < b->title ? -1 : 1;
	return a->session < b->session ? -1 : a->session > b->session;
}

static uint64_t title_hash(const char *title)
{
	char *folded = fold_text(title);
	uint64_t hash = lookup_hash(folded, strlen(folded));

	free(folded);
	return hash;
}

static void find_candidates(struct search *search)
{
	const struct agenda *agenda = search->agenda;

	search->ready = true;
	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct session *session = &agenda->sessions[i];

		if (session->title && !session->cancelled && !search->matched[i] &&
		    !days_go_on(session))
			array_push(&search->candidates,
				   ((struct candidate){title_hash(session->title), (uint32_t)i}));
	}
	if (search->candidates.count)
		qsort(search->candidates.items, search->candidates.count,
		      sizeof *search->candidates.items, compare_candidates);
}

/* The first with that title, or behind the last. */
static size_t first_candidate(const struct search *search, uint64_t title)
{
	return bisect(i, search->candidates.count, search->candidates.items[i].title < title);
}

/* How far apart two times are, by their days where one of them is unknown. */
static int64_t distance(const struct bookmark *before, const struct session *session)
{
	int64_t minutes = INT64_MAX;

	if (before->start != CIVIL_NONE && session->start != CIVIL_NONE)
		minutes = before->start - session->start;
	else if (before->day != CIVIL_NONE && session->day != CIVIL_NONE)
		minutes = ((int64_t)before->day - session->day) * MINUTES_PER_DAY;
	return minutes < 0 ? -minutes : minutes;
}

/* Of what names no speakers they may not have been known. */
static bool may_succeed(const struct search *search, const struct bookmark *before, uint32_t number)
{
	const struct agenda *agenda = search->agenda;
	const struct session *session = &agenda->sessions[number];

	return !search->matched[number] && fold_equal(before->title, session->title) &&
	       (!before->speakers ||
		are_names(before->speakers, agenda->speakers, &session->speakers));
}

/* Finds the successor of what is gone, and takes it; -1 where there is none. */
static int take_successor(struct search *search, const struct bookmark *before)
{
	const struct candidate *candidates;
	uint64_t title;
	int best = -1;

	if (!before->title)
		return -1;
	if (!search->ready)
		find_candidates(search);
	candidates = search->candidates.items;
	title = title_hash(before->title);
	for (size_t i = first_candidate(search, title);
	     i < search->candidates.count && candidates[i].title == title; i++) {
		const struct session *sessions = search->agenda->sessions;
		uint32_t number = candidates[i].session;

		if (may_succeed(search, before, number) &&
		    (best < 0 ||
		     distance(before, &sessions[number]) < distance(before, &sessions[best])))
			best = (int)number;
	}
	if (best >= 0)
		search->matched[best] = true;
	return best;
}

/* All changes */

static void begin_search(struct search *search, const struct agenda *agenda)
{
	*search = (struct search){.agenda = agenda};
	search->matched = memory_alloc(agenda->session_count + 1, sizeof *search->matched);
}

static void end_search(struct search *search)
{
	array_free(&search->candidates);
	free(search->matched);
}

static void add(struct changes *changes, struct change change)
{
	if (change.what)
		array_push(changes, change);
}

/* Adds those that are still there under their ids, and marks them. */
static void add_matched(struct changes *changes, const struct bookmarks *before,
			struct search *search)
{
	for (size_t i = 0; i < before->count; i++) {
		const struct bookmark *bookmark = &before->items[i];
		int session = agenda_find_session(search->agenda, bookmark->id);

		if (session < 0)
			continue;
		search->matched[session] = true;
		add(changes, (struct change){
				 .what = changes_of(bookmark, search->agenda, (size_t)session),
				 .before = bookmark,
				 .session = session,
				 .successor = -1,
			     });
	}
}

static int compare_before(const void *left, const void *right)
{
	const struct bookmark *a = *(const struct bookmark *const *)left;
	const struct bookmark *b = *(const struct bookmark *const *)right;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return strcmp(a->id, b->id);
}

/* Adds those whose ids are gone; the earliest chooses its successor first. */
static void add_gone(struct changes *changes, const struct bookmarks *before, struct search *search)
{
	ARRAY(const struct bookmark *) gone = {0};

	for (size_t i = 0; i < before->count; i++)
		if (agenda_find_session(search->agenda, before->items[i].id) < 0)
			array_push(&gone, &before->items[i]);
	if (gone.count)
		qsort(gone.items, gone.count, sizeof *gone.items, compare_before);
	for (size_t i = 0; i < gone.count; i++)
		add(changes, (struct change){
				 .what = CHANGES_GONE,
				 .before = gone.items[i],
				 .session = -1,
				 .successor = take_successor(search, gone.items[i]),
				 .seen = gone.items[i]->lost,
			     });
	array_free(&gone);
}

/* Where a change stands: where its session stands now, or stood. What has no day stands last. */
struct stand {
	int64_t day;
	civil_moment start;
	int session;
};

static struct stand stand_of(const struct change *change, const struct agenda *agenda)
{
	struct stand stand = {.session = change->session};

	if (change->session >= 0) {
		stand.day = agenda->sessions[change->session].day;
		stand.start = agenda->sessions[change->session].start;
	} else {
		stand.day = change->before->day;
		stand.start = change->before->start;
	}
	if (stand.day == CIVIL_NONE)
		stand.day = INT64_MAX;
	return stand;
}

static int compare_changes(const void *left, const void *right, void *agenda)
{
	struct stand a = stand_of(left, agenda), b = stand_of(right, agenda);

	if (a.day != b.day)
		return a.day < b.day ? -1 : 1;
	if (a.start != b.start)
		return a.start < b.start ? -1 : 1;
	if (a.session != b.session)
		return a.session < b.session ? -1 : 1;
	return a.session < 0 ? compare_before(&((const struct change *)left)->before,
					      &((const struct change *)right)->before)
			     : 0;
}

static void sort(struct changes *changes, const struct agenda *agenda)
{
	if (changes->count)
		qsort_r(changes->items, changes->count, sizeof *changes->items, compare_changes,
			(void *)agenda);
}

void changes_since(struct changes *changes, const struct bookmarks *bookmarks,
		   const struct agenda *agenda)
{
	struct search search;

	changes_free(changes);
	begin_search(&search, agenda);
	add_matched(changes, bookmarks, &search);
	add_gone(changes, bookmarks, &search);
	end_search(&search);
	sort(changes, agenda);
}

/* Makes of what is gone and has a successor a change of that session. */
static void follow_successors(struct changes *changes, const struct agenda *agenda)
{
	size_t kept = 0;

	array_each (struct change, change, changes) {
		if (change->what & CHANGES_GONE && change->successor >= 0) {
			change->session = change->successor;
			change->successor = -1;
			change->what = changes_of(change->before, agenda, (size_t)change->session);
		}
		if (change->what)
			changes->items[kept++] = *change;
	}
	changes->count = kept;
}

/* From changes->before, all the sessions of an edition. */
static void compare_editions(struct changes *changes, const struct agenda *agenda)
{
	struct search search;

	begin_search(&search, agenda);
	add_matched(changes, &changes->before, &search);
	add_gone(changes, &changes->before, &search);
	follow_successors(changes, agenda);
	for (size_t i = 0; i < agenda->session_count; i++)
		if (!search.matched[i] && !days_go_on(&agenda->sessions[i]))
			add(changes, (struct change){
					 .what = CHANGES_NEW, .session = (int)i, .successor = -1});
	end_search(&search);
	sort(changes, agenda);
}

void changes_between(struct changes *changes, const struct agenda *before,
		     const struct agenda *agenda)
{
	changes_free(changes);
	bookmarks_keep_all(&changes->before, before);
	compare_editions(changes, agenda);
}

void changes_from(struct changes *changes, const struct bookmarks *before,
		  const struct agenda *agenda)
{
	changes_free(changes);
	bookmarks_copy(&changes->before, before);
	compare_editions(changes, agenda);
}

const struct change *changes_find(const struct changes *changes, int session)
{
	array_each (const struct change, change, changes)
		if (change->session == session && session >= 0)
			return change;
	return NULL;
}

const struct change *changes_find_id(const struct changes *changes, const char *id)
{
	array_each (const struct change, change, changes)
		if (change->before && !strcmp(change->before->id, id))
			return change;
	return NULL;
}

void changes_free(struct changes *changes)
{
	array_free(changes);
	bookmarks_free(&changes->before);
}
