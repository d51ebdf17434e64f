/* The sessions that hold the words of a search while these are typed. */
#include "config.h"

#include "base/buffer.h"
#include "model/builder.h"
#include "model/haystack.h"
#include "model/hits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

enum { SESSIONS = 30 };

/* A few letters, so that words are found here and there. */
static const char *any_text(struct buffer *text)
{
	buffer_clear(text);
	for (int i = rand() % 12; i >= 0; i--)
		buffer_putc(text, "abAB c"[rand() % 6]);
	return buffer_text(text);
}

/* Each says something in every place that is searched. */
static struct agenda *any_agenda(void)
{
	struct builder *b = builder_new(NULL);
	struct buffer text = {0};

	for (int i = 0; i < SESSIONS; i++) {
		struct session *s = builder_session(b);
		const char *abstract;

		s->title = builder_text(b, any_text(&text));
		s->subtitle = builder_text(b, any_text(&text));
		s->written = builder_text(b, any_text(&text));
		abstract = builder_text(b, any_text(&text));
		s->abstract = (struct markup){abstract, MARKUP_HTML, 0};
		builder_session_speaker(b, builder_speaker(b, any_text(&text)));
		builder_session_room(b, builder_room(b, any_text(&text)));
	}
	buffer_free(&text);
	return builder_finish(b);
}

static const char *note_of(const struct bookmarks *bookmarks, const char *id)
{
	const struct bookmark *bookmark = bookmarks_find(bookmarks, id);

	return bookmark ? bookmark->note : NULL;
}

/* Every session is looked through by itself, as far as one is with it. Returns how many hold the
 * words. */
static size_t assert_held(const struct hits *hits, const struct agenda *agenda,
			  const struct bookmarks *bookmarks, const char *words)
{
	size_t count = 0;

	for (size_t i = 0; i < hits_next(hits); i++) {
		const char *note = note_of(bookmarks, agenda->sessions[i].id);
		bool holds = haystack_session_holds(agenda, i, note, words);

		assert_int_equal(hits_hold(hits, i), holds);
		count += holds;
	}
	return count;
}

/* One more letter or one less, or other words. */
static void type(struct buffer *words)
{
	int what = rand() % 12;

	if (!what)
		buffer_clear(words);
	else if (what < 5 && words->length)
		buffer_truncate(words, words->length - 1);
	else
		buffer_putc(words, "abab c"[rand() % 6]);
}

static void keep_any(struct bookmarks *bookmarks, const struct agenda *agenda)
{
	struct buffer note = {0};
	struct bookmark bookmark = {.id = (char *)agenda->sessions[rand() % SESSIONS].id,
				    .day = CIVIL_NONE,
				    .start = CIVIL_NONE,
				    .end = CIVIL_NONE};

	any_text(&note);
	if (rand() % 3)
		bookmark.note = (char *)buffer_text(&note);
	bookmarks_set(bookmarks, &bookmark);
	buffer_free(&note);
}

/* Somebody who types, and keeps sessions meanwhile. */
struct typist {
	struct bookmarks bookmarks;
	struct buffer words;
	struct agenda *agenda;
	struct hits *hits;
};

static struct typist begin(unsigned seed)
{
	struct typist typist = {0};

	srand(seed);
	typist.agenda = any_agenda();
	typist.hits = hits_new(typist.agenda);
	return typist;
}

static void end(struct typist *typist)
{
	hits_free(typist->hits);
	buffer_free(&typist->words);
	bookmarks_free(&typist->bookmarks);
	agenda_free(typist->agenda);
}

static void type_on(struct typist *typist)
{
	type(&typist->words);
	hits_find(typist->hits, buffer_text(&typist->words));
	assert_int_equal(hits_next(typist->hits), 0);
}

static void keep(struct typist *typist)
{
	keep_any(&typist->bookmarks, typist->agenda);
	hits_set_notes(typist->hits, &typist->bookmarks);
}

/* How many are held, as far as was looked, which are the right ones. */
static size_t check(const struct typist *typist)
{
	return assert_held(typist->hits, typist->agenda, &typist->bookmarks,
			   buffer_text(&typist->words));
}

static void what_is_typed_is_found(void **state)
{
	size_t found = 0, all = 0;

	(void)state;
	for (unsigned seed = 0; seed < 60; seed++) {
		struct typist typist = begin(seed);

		for (int step = 0; step < 80; step++) {
			type_on(&typist);
			hits_go_on(typist.hits, SIZE_MAX);
			assert_int_equal(hits_next(typist.hits), SESSIONS);
			found += check(&typist);
			all += SESSIONS;
			if (rand() % 8)
				continue;
			keep(&typist);
			check(&typist);
		}
		end(&typist);
	}
	assert_true(found > all / 4 && found < all * 3 / 4); /* both are tried */
}

/* Some of the sessions, or all that are left. */
static void go_on_a_while(struct hits *hits)
{
	for (int i = rand() % 5; i; i--)
		hits_go_on(hits, rand() % 3 ? 0 : (size_t)(rand() % 2000));
	if (!(rand() % 4))
		hits_go_on(hits, SIZE_MAX);
}

/* Whatever was typed before the search came to its end, and wherever it was left. */
static void any_steps_find_the_same(void **state)
{
	size_t unfinished = 0, steps = 0;

	(void)state;
	for (unsigned seed = 0; seed < 200; seed++) {
		struct typist typist = begin(seed);

		for (int step = 0; step < 60; step++) {
			type_on(&typist);
			go_on_a_while(typist.hits);
			unfinished += hits_next(typist.hits) < SESSIONS;
			steps++;
			check(&typist);
			if (rand() % 6)
				continue;
			keep(&typist);
			check(&typist);
			go_on_a_while(typist.hits);
			check(&typist);
		}
		hits_go_on(typist.hits, SIZE_MAX);
		check(&typist);
		end(&typist);
	}
	assert_in_range(unfinished, steps / 4, steps * 3 / 4); /* both are tried */
}

/* Sessions that are looked through at once, at so much effort. */
static size_t sessions_at(struct hits *hits, const char *words, size_t effort)
{
	hits_find(hits, words);
	hits_go_on(hits, effort);
	return hits_next(hits);
}

/* What is known costs little, and what is looked through as much as there is of it. */
static void effort_is_bounded(void **state)
{
	enum { LONG = 10000, COUNT = 200 };
	struct builder *b = builder_new(NULL);
	struct buffer text = {0};
	struct agenda *agenda;
	struct hits *hits;
	size_t long_ones;

	(void)state;
	buffer_fill(&text, 'b', LONG);
	for (int i = 0; i < COUNT; i++) {
		struct session *s = builder_session(b);

		s->title = builder_text(b, "a");
		s->abstract = (struct markup){builder_text(b, buffer_text(&text)), MARKUP_PLAIN, 0};
	}
	agenda = builder_finish(b);
	hits = hits_new(agenda);
	long_ones = sessions_at(hits, "c", LONG * 10); /* folded, and then looked through */
	assert_in_range(long_ones, 4, 6);
	assert_in_range(sessions_at(hits, "c", LONG * 10), long_ones + 3, long_ones + 6);
	assert_in_range(sessions_at(hits, "a", LONG * 2), 50, COUNT - 1); /* no more than titles */
	hits_go_on(hits, SIZE_MAX);
	assert_int_equal(hits_next(hits), COUNT);
	assert_int_equal(sessions_at(hits, "ab", 0), 1);
	assert_int_equal(sessions_at(hits, "a", LONG), COUNT); /* with one letter less, none is */
	hits_free(hits);
	buffer_free(&text);
	agenda_free(agenda);
}

static void words_may_be_long(void **state)
{
	struct builder *b = builder_new(NULL);
	const struct bookmarks none = {0};
	struct buffer words = {0};
	struct agenda *agenda;
	struct hits *hits;

	(void)state;
	buffer_fill(&words, 'a', 150);
	builder_session(b)->title = builder_text(b, buffer_text(&words));
	builder_session(b)->title = builder_text(b, "aaa");
	agenda = builder_finish(b);
	hits = hits_new(agenda);
	buffer_clear(&words);
	for (int i = 0; i < 200; i++) {
		buffer_putc(&words, 'a');
		hits_find(hits, buffer_text(&words));
		hits_go_on(hits, i % 2 ? SIZE_MAX : 0);
		assert_held(hits, agenda, &none, buffer_text(&words));
	}
	while (words.length) {
		buffer_truncate(&words, words.length - 1);
		hits_find(hits, buffer_text(&words));
		hits_go_on(hits, SIZE_MAX);
		assert_held(hits, agenda, &none, buffer_text(&words));
	}
	hits_free(hits);
	hits_free(NULL);
	buffer_free(&words);
	agenda_free(agenda);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_typed_is_found),
	    cmocka_unit_test(any_steps_find_the_same),
	    cmocka_unit_test(effort_is_bounded),
	    cmocka_unit_test(words_may_be_long),
	};

	return cmocka_run_group_tests_name("hits", tests, NULL, NULL);
}
