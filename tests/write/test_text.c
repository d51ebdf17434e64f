/*
 * What the text writer makes of the sample agenda, compared with the files in expected/.
 */
#include "config.h"

#include "base/utf8.h"
#include "model/builder.h"
#include "model/wish.h"
#include "sample.h"
#include "stage.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static void assert_written(const struct writer_job *job, const char *name)
{
	struct buffer file = {0};

	buffer_printf(&file, "%s.txt", name);
	stage_assert_written("text", job, buffer_text(&file));
	buffer_free(&file);
}

static void the_whole_agenda(void **state)
{
	struct stage *s = *state;

	s->job.whole = s->job.in_full = true;
	assert_written(&s->job, "whole");
	s->job.width = 44;
	assert_written(&s->job, "whole-44");
}

static void one_day(void **state)
{
	struct stage *s = *state;

	wish_day(&s->query, s->agenda, "1", CIVIL_NONE);
	assert_written(&s->job, "day");
}

static void bookmarks_and_the_lost_one(void **state)
{
	struct stage *s = *state;

	query_tick(&s->query, s->agenda, TRAIT_KEPT, 0, true);
	assert_written(&s->job, "bookmarked");
	bookmarks_free(&s->bookmarks);
	assert_written(&s->job, "no-bookmark");
}

static void several_wishes(void **state)
{
	struct stage *s = *state;

	wish_day(&s->query, s->agenda, "2024-06-13", CIVIL_NONE);
	assert_true(wish_named(&s->query, s->agenda, TRAIT_THEME, "lens"));
	assert_true(wish_named(&s->query, s->agenda, TRAIT_THEME, "fog"));
	assert_true(wish_named(&s->query, s->agenda, TRAIT_ROOM, "tower"));
	query_want_words(&s->query, "Ada");
	assert_written(&s->job, "wishes");
}

static void nothing_fits(void **state)
{
	struct stage *s = *state;

	assert_true(wish_named(&s->query, s->agenda, TRAIT_THEME, "fog"));
	assert_written(&s->job, "nothing");
	query_free(&s->query);
	assert_int_equal(wish_day(&s->query, s->agenda, "2024-07-01", CIVIL_NONE), WISH_DAY_ABSENT);
	assert_written(&s->job, "no-day");
}

static const struct {
	const char *name;
	int hour, minute; /* of the first day */
	bool kept;
} moments[] = {
    {"now-before", -60, 0, false}, {"now-opening", 9, 45, false}, {"now-lunch", 12, 30, false},
    {"now-kept", 10, 15, true},	   {"now-ball", 24, 30, false},	  {"now-second-day", 36, 0, false},
    {"now-after", 60, 0, false},
};

static void now(void **state)
{
	struct stage *s = *state;

	s->job.now_only = true;
	for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
		s->job.now = sample_moment(moments[i].hour, moments[i].minute);
		query_tick(&s->query, s->agenda, TRAIT_KEPT, 0, moments[i].kept);
		assert_written(&s->job, moments[i].name);
	}
}

static void an_empty_agenda(void **state)
{
	struct stage *s = *state;

	agenda_free(s->agenda);
	s->agenda = builder_finish(builder_new(NULL));
	s->job.agenda = s->agenda;
	s->job.bookmarks = NULL;
	s->job.whole = s->job.in_full = true;
	assert_written(&s->job, "empty");
	s->job.whole = s->job.in_full = false;
	s->job.now_only = true;
	s->job.now = sample_moment(9, 0);
	assert_written(&s->job, "empty-now");
}

/* Properties, at every width */

/* A line is too long only where its last word, an address, stands in one piece. */
static void assert_line(const char *line, size_t length, int width)
{
	size_t last = length;

	assert_true(!length || line[length - 1] != ' ');
	if (utf8_columns(line, length) <= width)
		return;
	while (last && line[last - 1] != ' ')
		last--;
	assert_true(utf8_columns(line, last) <= width);
	assert_non_null(strchr("h/", line[last]));
}

static void lines_are_clean(void **state)
{
	struct stage *s = *state;

	s->job.whole = s->job.in_full = true;
	for (s->job.width = 40; s->job.width <= 100; s->job.width++) {
		struct buffer out = {0};
		const char *line;

		writer_find("text")->write(&out, &s->job);
		line = buffer_text(&out);
		for (const char *end; (end = strchr(line, '\n')); line = end + 1)
			assert_line(line, (size_t)(end - line), s->job.width);
		assert_string_equal(line, "");
		assert_true(out.length > 2 && out.data[out.length - 2] != '\n');
		buffer_free(&out);
	}
}

/* Every word of a text stands in what was written. */
static void assert_words(const struct buffer *out, const char *text)
{
	struct buffer word = {0};

	while (text && *(text += strspn(text, " \n\t"))) {
		size_t length = strcspn(text, " \n\t");

		buffer_clear(&word);
		buffer_append(&word, text, length);
		if (!strstr(buffer_text(out), buffer_text(&word)))
			fail_msg("\"%s\" was lost", buffer_text(&word));
		text += length;
	}
	buffer_free(&word);
}

static void assert_session_words(const struct buffer *out, const struct agenda *agenda,
				 const struct session *session)
{
	assert_words(out, session->title);
	assert_words(out, session->subtitle);
	assert_words(out, session->url);
	assert_words(out, session->language);
	for (size_t i = 0; i < session->speakers.count; i++)
		assert_words(out, agenda->speakers[session->speakers.items[i]]);
	for (size_t i = 0; i < session->rooms.count; i++)
		assert_words(out, agenda->rooms[session->rooms.items[i]]);
	for (size_t i = 0; i < session->links.count; i++)
		assert_words(out, session->links.items[i].url);
}

static void nothing_is_lost(void **state)
{
	struct stage *s = *state;
	const struct event *event = &s->agenda->event;
	struct buffer out = {0};

	s->job.whole = s->job.in_full = true;
	writer_find("text")->write(&out, &s->job);
	assert_words(&out, event->title);
	assert_words(&out, event->place);
	assert_words(&out, event->address);
	for (size_t i = 0; i < event->info_count; i++) {
		assert_words(&out, event->infos[i].label);
		assert_words(&out, event->infos[i].text);
		assert_words(&out, event->infos[i].url);
	}
	for (size_t i = 0; i < s->agenda->session_count; i++)
		assert_session_words(&out, s->agenda, &s->agenda->sessions[i]);
	assert_words(&out,
		     "https://keepers.example/ https://keepers.example/map /lamp.png "
		     "https://keepers.example/a/very/long/address/that/no/line/can/hold/in/one/"
		     "piece/without/being/broken/somewhere/in/the/middle");
	assert_null(strstr(buffer_text(&out), "not said twice"));
	buffer_free(&out);
}

static void each_referred_address_stands_once(void **state)
{
	static const char *const addresses[] = {"\n[1] https://sign.example/one\n",
						"] https://sign.example/many\n", "] /lamp.png\n"};
	struct stage *s = *state;
	struct buffer out = {0};

	s->job.whole = s->job.in_full = true;
	writer_find("text")->write(&out, &s->job);
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
		const char *found = strstr(buffer_text(&out), addresses[i]);

		assert_non_null(found);
		assert_null(strstr(found + 1, addresses[i]));
	}
	buffer_free(&out);
}

static void writers_are_found_by_name(void **state)
{
	(void)state;
	assert_true(writer_find("text")->is_text);
	assert_false(writer_find("tsv")->is_text);
	assert_null(writer_find("nonsense"));
	assert_null(writer_find(""));
	for (const struct writer *w = writer_table(); w->name; w++)
		assert_ptr_equal(writer_find(w->name), w);
}

#define with_stage(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    with_stage(the_whole_agenda),
	    with_stage(one_day),
	    with_stage(bookmarks_and_the_lost_one),
	    with_stage(several_wishes),
	    with_stage(nothing_fits),
	    with_stage(now),
	    with_stage(an_empty_agenda),
	    with_stage(lines_are_clean),
	    with_stage(nothing_is_lost),
	    with_stage(each_referred_address_stands_once),
	    cmocka_unit_test(writers_are_found_by_name),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
