/*
 * What the JSON writer makes of the sample agenda, compared with the files in expected/; and that
 * each of them is JSON in which every member of the schema is there.
 */
#include "config.h"

#include "model/builder.h"
#include "sample.h"
#include "stage.h"

#include <jansson.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

/* What a writer made, parsed; it must be whole. */
static json_t *parse(const struct writer_job *job)
{
	struct buffer out = {0};
	json_error_t error;
	json_t *root;

	writer_find("json")->write(&out, job);
	root = json_loadb(buffer_text(&out), out.length, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		fail_msg("%d: %s", error.line, error.text);
	buffer_free(&out);
	return root;
}

static void the_whole_agenda(void **state)
{
	struct stage *s = *state;

	s->job.whole = true;
	stage_assert_written("json", &s->job, "whole.json");
	json_decref(parse(&s->job));
}

static void my_agenda(void **state)
{
	struct stage *s = *state;
	json_t *root;

	query_tick(&s->query, s->agenda, TRAIT_KEPT, 0, true);
	stage_assert_written("json", &s->job, "bookmarked.json");
	root = parse(&s->job);
	assert_int_equal(json_array_size(json_object_get(root, "sessions")), 3);
	assert_int_equal(json_array_size(json_object_get(root, "missing")), 1);
	json_decref(root);
}

static void an_empty_agenda(void **state)
{
	struct agenda *agenda = builder_finish(builder_new(NULL));
	struct query query = QUERY_ALL;
	struct writer_job job = {.agenda = agenda, .query = &query, .now = CIVIL_NONE};

	(void)state;
	stage_assert_written("json", &job, "empty.json");
	json_decref(parse(&job));
	agenda_free(agenda);
}

static void just_these_sessions(void **state)
{
	struct stage *s = *state;
	uint32_t items[] = {3};
	const struct query_rows rows = {items, 1, 1};
	json_t *root, *session, *kind;

	s->job.rows = &rows;
	root = parse(&s->job);
	assert_int_equal(json_array_size(json_object_get(root, "sessions")), 1);
	session = json_array_get(json_object_get(root, "sessions"), 0);
	assert_string_equal(json_string_value(json_object_get(session, "title")), "Talk: ropes");
	kind = json_object_get(json_object_get(session, "abstract"), "kind");
	assert_string_equal(json_string_value(kind), "html");
	json_decref(root);
}

/* Scripts need not ask whether a member is there. */
static void every_session_has_every_member(void **state)
{
	static const char *const members[] = {
	    "id",      "date",	   "start",	 "end",		  "offset",  "starts_at",
	    "ends_at", "title",	   "subtitle",	 "cancelled",	  "themes",  "formats",
	    "rooms",   "speakers", "language",	 "languages",	  "url",     "links",
	    "geo",     "abstract", "written",	 "usual_minutes", "comment", "description",
	    "line",    "note",	   "bookmarked", "last_date"};
	struct stage *s = *state;
	json_t *root = parse(&s->job), *session;
	size_t i;

	json_array_foreach (json_object_get(root, "sessions"), i, session) {
		assert_int_equal(json_object_size(session), sizeof members / sizeof *members);
		for (size_t m = 0; m < sizeof members / sizeof *members; m++)
			if (!json_object_get(session, members[m]))
				fail_msg("session %zu has no %s", i, members[m]);
	}
	assert_int_equal(i, s->agenda->session_count);
	json_decref(root);
}

#define with_stage(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
	    with_stage(the_whole_agenda),
	    with_stage(my_agenda),
	    cmocka_unit_test(an_empty_agenda),
	    with_stage(just_these_sessions),
	    with_stage(every_session_has_every_member),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
