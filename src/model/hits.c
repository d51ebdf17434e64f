/*
 * Words that begin with other ones are held by fewer sessions: a word that is longer is in no text
 * that the shorter one is not in. So the words that were typed one after the other are steps, and
 * of each session it is enough to know how many of them, from the first one on, it is known to
 * hold, and which is the first one that it is known not to hold. What lies between is not known,
 * where a letter was typed before the search for the words without it came to its end.
 */
#include "config.h"

#include "model/hits.h"

#include "base/memory.h"
#include "model/haystack.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_STEPS = 64 };

/* What a session costs that is not looked through, in bytes: with all that is done for it. */
enum { KNOWN_EFFORT = 12 };

/* Of a session. */
struct known {
	unsigned char held;   /* it holds so many steps, from the first one on */
	unsigned char missed; /* the number of the first one that it does not hold, counted from 1;
			       * 0 for none that is known */
};

struct hits {
	const struct agenda *agenda;
	struct haystack *haystack;
	char *steps[MOST_STEPS]; /* the words, each longer than those before */
	size_t count;
	size_t shown;	     /* those up to the one that is looked for */
	size_t next;	     /* session to be looked at */
	struct known *known; /* by session */
};

struct hits *hits_new(const struct agenda *agenda)
{
	struct hits *hits = memory_alloc(1, sizeof *hits);

	hits->agenda = agenda;
	hits->haystack = haystack_new(agenda);
	hits->next = agenda->session_count;
	hits->known = memory_alloc(agenda->session_count + 1, sizeof *hits->known);
	return hits;
}

void hits_free(struct hits *hits)
{
	if (!hits)
		return;
	while (hits->count)
		free(hits->steps[--hits->count]);
	haystack_free(hits->haystack);
	free(hits->known);
	free(hits);
}

/* Steps */

static bool is_step_to(const char *step, const char *words)
{
	return !strncmp(step, words, strlen(step));
}

/* Keeps the first ones. */
static void drop_steps(struct hits *hits, size_t count)
{
	if (hits->count <= count)
		return;
	while (hits->count > count)
		free(hits->steps[--hits->count]);
	for (size_t i = 0; i < hits->agenda->session_count; i++) {
		struct known *known = &hits->known[i];

		known->held = known->held < count ? known->held : (unsigned char)count;
		known->missed = known->missed > count ? 0 : known->missed;
	}
}

void hits_find(struct hits *hits, const char *words)
{
	size_t shown = 0;

	while (shown < hits->count && is_step_to(hits->steps[shown], words))
		shown++;
	if (!shown || strcmp(hits->steps[shown - 1], words) != 0) {
		shown = shown < MOST_STEPS ? shown : MOST_STEPS - 1;
		drop_steps(hits, shown);
		hits->steps[hits->count++] = memory_strdup(words);
		shown++;
	}
	hits->shown = shown;
	hits->next = 0;
	haystack_set_words(hits->haystack, words);
}

/* Sessions */

static bool is_known(const struct known *known, size_t step)
{
	return known->held >= step || (known->missed && known->missed <= step);
}

static void look_through(struct hits *hits, size_t session)
{
	struct known *known = &hits->known[session];

	if (haystack_holds(hits->haystack, session))
		known->held = (unsigned char)hits->shown;
	else
		known->missed = (unsigned char)hits->shown;
}

void hits_go_on(struct hits *hits, size_t effort)
{
	size_t spent = 0, before = haystack_effort(hits->haystack);

	while (hits->next < hits->agenda->session_count && spent <= effort) {
		size_t session = hits->next++;

		spent += KNOWN_EFFORT;
		if (is_known(&hits->known[session], hits->shown))
			continue;
		look_through(hits, session);
		spent += haystack_effort(hits->haystack) - before;
		before = haystack_effort(hits->haystack);
	}
}

size_t hits_next(const struct hits *hits)
{
	return hits->next;
}

void hits_set_notes(struct hits *hits, const struct bookmarks *bookmarks)
{
	struct query_rows changed = {0};

	haystack_set_notes(hits->haystack, bookmarks, &changed);
	for (size_t i = 0; i < changed.count; i++) {
		size_t session = changed.items[i];

		hits->known[session] = (struct known){0};
		if (session < hits->next && hits->shown)
			look_through(hits, session);
	}
	query_rows_free(&changed);
}

bool hits_hold(const struct hits *hits, size_t session)
{
	return hits->known[session].held >= hits->shown;
}
