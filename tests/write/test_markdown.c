/*
 * What the Markdown writer makes of the sample agenda, compared with the files in expected/.
 */
#include "config.h"

#include "model/builder.h"
#include "model/wish.h"
#include "sample.h"
#include "stage.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static void the_whole_agenda(void **state)
{
	struct stage *s = *state;

	s->job.whole = s->job.in_full = true;
	stage_assert_written("markdown", &s->job, "whole.md");
}

static void my_agenda(void **state)
{
	struct stage *s = *state;

	query_tick(&s->query, s->agenda, TRAIT_KEPT, 0, true);
	stage_assert_written("markdown", &s->job, "bookmarked.md");
}

static void one_session_in_full(void **state)
{
	struct stage *s = *state;
	uint32_t items[] = {2};
	const struct query_rows rows = {items, 1, 1};

	s->job.rows = &rows;
	s->job.in_full = true;
	stage_assert_written("markdown", &s->job, "session.md");
}

static void what_is_on_now(void **state)
{
	struct stage *s = *state;

	s->job.now_only = true;
	s->job.now = sample_moment(9, 45);
	stage_assert_written("markdown", &s->job, "now.md");
}

static void nothing_fits(void **state)
{
	struct stage *s = *state;

	query_want_words(&s->query, "elephants");
	query_tick(&s->query, s->agenda, TRAIT_DAY, 1, true);
	stage_assert_written("markdown", &s->job, "nothing.md");
}

static void an_empty_agenda(void **state)
{
	struct agenda *agenda = builder_finish(builder_new(NULL));
	struct query query = QUERY_ALL;
	struct writer_job job = {
	    .agenda = agenda, .query = &query, .now = CIVIL_NONE, .whole = true, .in_full = true};

	(void)state;
	stage_assert_written("markdown", &job, "empty.md");
	agenda_free(agenda);
}

#define with_stage(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
	    with_stage(the_whole_agenda),    with_stage(my_agenda),
	    with_stage(one_session_in_full), with_stage(what_is_on_now),
	    with_stage(nothing_fits),	     cmocka_unit_test(an_empty_agenda),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
