/*
 * Words that begin with other ones are held by fewer sessions: a word that is longer is in no text
 * that the shorter one is not in. So the words that were typed one after the other are steps, and
 * of each session it is enough to know how many of them, from the first one on, it holds.
 */
#include "config.h"

#include "model/hits.h"

#include "base/memory.h"
#include "model/haystack.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_STEPS = 64 };

struct hits {
	const struct agenda *agenda;
	struct haystack *haystack;
	char *steps[MOST_STEPS]; /* the words, each longer than those before */
	size_t count;
	size_t shown;	     /* those up to the one found last */
	unsigned char *held; /* by session: how many steps, from the first one on */
};

struct hits *hits_new(const struct agenda *agenda)
{
	struct hits *hits = memory_alloc(1, sizeof *hits);

	hits->agenda = agenda;
	hits->haystack = haystack_new(agenda);
	hits->held = memory_alloc(agenda->session_count + 1, sizeof *hits->held);
	return hits;
}

static void drop_step(struct hits *hits)
{
	free(hits->steps[--hits->count]);
}

void hits_free(struct hits *hits)
{
	if (!hits)
		return;
	while (hits->count)
		drop_step(hits);
	haystack_free(hits->haystack);
	free(hits->held);
	free(hits);
}

static bool is_step_to(const char *step, const char *words)
{
	return !strncmp(step, words, strlen(step));
}

/* Looks through those that hold all steps so far. */
static void add_step(struct hits *hits, const char *words)
{
	unsigned char before = (unsigned char)hits->count;

	haystack_set_words(hits->haystack, words);
	for (size_t i = 0; i < hits->agenda->session_count; i++)
		if (hits->held[i] >= before)
			hits->held[i] = (unsigned char)(before + haystack_holds(hits->haystack, i));
	hits->steps[hits->count++] = memory_strdup(words);
}

void hits_find(struct hits *hits, const char *words)
{
	size_t known = 0;

	while (known < hits->count && is_step_to(hits->steps[known], words))
		known++;
	if (!known || strcmp(hits->steps[known - 1], words) != 0) {
		known = known < MOST_STEPS ? known : MOST_STEPS - 1;
		while (hits->count > known)
			drop_step(hits);
		add_step(hits, words);
		known++;
	}
	hits->shown = known;
}

/* From the first step on. */
static void look_anew(struct hits *hits, size_t session)
{
	size_t held = 0;

	for (; held < hits->count; held++) {
		haystack_set_words(hits->haystack, hits->steps[held]);
		if (!haystack_holds(hits->haystack, session))
			break;
	}
	hits->held[session] = (unsigned char)held;
}

void hits_set_notes(struct hits *hits, const struct bookmarks *bookmarks)
{
	struct query_rows changed = {0};

	haystack_set_notes(hits->haystack, bookmarks, &changed);
	for (size_t i = 0; i < changed.count; i++)
		look_anew(hits, changed.items[i]);
	query_rows_free(&changed);
}

bool hits_hold(const struct hits *hits, size_t session)
{
	return hits->held[session] >= hits->shown;
}
