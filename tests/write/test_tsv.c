/*
 * The contract with scripts: the header, the order of fields, what is empty, what is joined.
 */
#include "config.h"

#include "model/builder.h"
#include "sample.h"
#include "write/writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#define HEADER "id\tdate\tstart\tend\ttitle\ttheme\tformat\troom\tspeakers\turl\n"

static void assert_rows(const struct writer_job *job, const char *expected)
{
	struct buffer out = {0};

	writer_find("tsv")->write(&out, job);
	assert_string_equal(buffer_text(&out), expected);
	buffer_free(&out);
}

static void a_row_per_session(void **state)
{
	struct agenda *agenda = sample_agenda();
	struct query query = QUERY_ALL;
	struct writer_job job = {.agenda = agenda, .query = &query, .now = CIVIL_NONE};

	(void)state;
	assert_rows(
	    &job, HEADER
	    "2024-06-13-an-exhibition-of-old-horns-open-as-long-as-the-doors-of-the\t2024-06-"
	    "13\t\t\t"
	    "An exhibition of old horns, open as long as the doors of the hall are, free for all"
	    "\t\t\t\t\t\n"
	    "2024-06-13-opening\t2024-06-13\t09:30\t\tOpening\t\t\t\t\t\n"
	    "2024-06-13-tour-of-the-tower\t2024-06-13\t10:00\t11:00\tTour of the tower\tLenses\t"
	    "visit\tTower\tAda Swell; Jo Kelp\thttps://keepers.example/tour\n"
	    "2024-06-13-talk-ropes\t2024-06-13\t14:00\t\tTalk: "
	    "ropes\t\ttalk\t\t\thttps://ropes.example/talk\n"
	    "2024-06-13-workshop-tying-knots-in-the-dark-for-two-hands-one-hand-and\t2024-06-13\t"
	    "14:00\t\tWorkshop: tying knots in the dark, for two hands, one hand, and no hands at "
	    "all\tKnots\tworkshop\tLoft\t\t\n"
	    "2024-06-13-fog-horn-concert\t2024-06-13\t16:00\t17:00\tFog horn concert\t\t\t\t\t\n"
	    "2024-06-13-ball-of-the-keepers\t2024-06-13\t19:00\t01:00\tBall of the keepers\t\t\t\t"
	    "\t\n"
	    "2024-06-14-dawn-walk\t2024-06-14\t\t\tDawn walk\t\t\t\t\t\n"
	    "2024-06-14-swim\t2024-06-14\t\t\tSwim\t\t\t\t\t\n"
	    "2024-06-14-untitled\t2024-06-14\t\t\t\t\t\t\t\t\n"
	    "next-meeting\t\t\t\tNext meeting\t\t\t\t\t\n");
	agenda_free(agenda);
}

/* A session at 0:30 stands under the day before; several values and line breaks stay one field. */
static void awkward_values(void **state)
{
	struct builder *b = builder_new(NULL);
	struct query query = QUERY_ALL;
	struct session *s = builder_session(b);
	struct agenda *agenda;
	struct writer_job job = {.query = &query, .now = CIVIL_NONE};

	(void)state;
	s->id = "a\tb";
	s->title = "One\ntwo\r\tthree";
	s->day = civil_day_of((struct civil_date){2024, 6, 13});
	s->start = civil_moment_of(s->day, 24 * 60 + 30);
	s->end = civil_moment_of(s->day, 25 * 60);
	builder_session_theme(b, builder_theme(b, "Sea", NULL, NULL, 0));
	builder_session_theme(b, builder_theme(b, "Land", NULL, NULL, 0));
	builder_session_room(b, builder_room(b, "Quay"));
	builder_session_room(b, builder_room(b, "Été"));
	builder_session_link(b, "https://one.example/", "One");
	builder_session_link(b, "https://two.example/", NULL);
	job.agenda = agenda = builder_finish(b);
	assert_rows(&job,
		    HEADER "a b\t2024-06-13\t00:30\t01:00\tOne two  three\tSea; Land\t\tQuay; "
			   "Été\t\thttps://one.example/; https://two.example/\n");
	agenda_free(agenda);
}

static void only_what_fits(void **state)
{
	struct agenda *agenda = sample_agenda();
	struct query query = QUERY_ALL;
	struct writer_job job = {.agenda = agenda, .query = &query, .now = CIVIL_NONE};

	(void)state;
	query_want_words(&query, "swim");
	assert_rows(&job, HEADER "2024-06-14-swim\t2024-06-14\t\t\tSwim\t\t\t\t\t\n");
	query_want_words(&query, "swimming elephants");
	assert_rows(&job, HEADER);
	query_free(&query);
	agenda_free(agenda);
}

static void what_is_on_and_what_is_next(void **state)
{
	struct agenda *agenda = sample_agenda();
	struct query query = QUERY_ALL;
	struct writer_job job = {
	    .agenda = agenda, .query = &query, .now_only = true, .now = sample_moment(9, 45)};

	(void)state;
	assert_rows(&job, HEADER
		    "2024-06-13-opening\t2024-06-13\t09:30\t\tOpening\t\t\t\t\t\n"
		    "2024-06-13-tour-of-the-tower\t2024-06-13\t10:00\t11:00\tTour of the tower\t"
		    "Lenses\tvisit\tTower\tAda Swell; Jo Kelp\thttps://keepers.example/tour\n"
		    /* next in the loft, and of what names no room */
		    "2024-06-13-talk-ropes\t2024-06-13\t14:00\t\tTalk: ropes\t\ttalk\t\t\t"
		    "https://ropes.example/talk\n"
		    "2024-06-13-workshop-tying-knots-in-the-dark-for-two-hands-one-hand-and\t2024-"
		    "06-13\t14:00\t\tWorkshop: tying knots in the dark, for two "
		    "hands, one hand, and no hands at all\tKnots\tworkshop\tLoft\t\t\n");
	/* What is cancelled does not come next. */
	job.now = sample_moment(15, 55);
	query_want_words(&query, "keepers");
	assert_rows(&job,
		    HEADER "2024-06-13-ball-of-the-keepers\t2024-06-13\t19:00\t01:00\tBall of "
			   "the keepers\t\t\t\t\t\n");
	query_free(&query);
	agenda_free(agenda);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_row_per_session),
	    cmocka_unit_test(awkward_values),
	    cmocka_unit_test(only_what_fits),
	    cmocka_unit_test(what_is_on_and_what_is_next),
	};

	return cmocka_run_group_tests_name("tsv", tests, NULL, NULL);
}
