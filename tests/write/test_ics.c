/*
 * What the calendar writer makes of the sample agenda, compared with the files in expected/, and
 * what calendars are picky about.
 */
#include "config.h"

#include "model/builder.h"
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

static void assert_has(const struct buffer *text, const char *line)
{
	struct buffer whole = {0};

	buffer_printf(&whole, "\r\n%s\r\n", line);
	if (!strstr(buffer_text(text), buffer_text(&whole)))
		fail_msg("no line %s in\n%s", line, buffer_text(text));
	buffer_free(&whole);
}

static size_t count(const struct buffer *text, const char *part)
{
	size_t found = 0;

	for (const char *at = buffer_text(text); (at = strstr(at, part)); at += strlen(part))
		found++;
	return found;
}

static void write_job(struct buffer *text, const struct writer_job *job)
{
	buffer_clear(text);
	writer_find("ics")->write(text, job);
}

static void the_whole_agenda(void **state)
{
	struct stage *s = *state;

	s->job.whole = true;
	stage_assert_written("ics", &s->job, "whole.ics");
}

static void my_agenda_with_alarms(void **state)
{
	struct stage *s = *state;
	const int minutes = 10;

	query_tick(&s->query, s->agenda, TRAIT_KEPT, 0, true);
	s->job.alarm = &minutes;
	stage_assert_written("ics", &s->job, "bookmarked.ics");
}

static void an_empty_agenda(void **state)
{
	struct agenda *agenda = builder_finish(builder_new(NULL));
	struct query query = QUERY_ALL;
	struct writer_job job = {.agenda = agenda, .query = &query, .now = CIVIL_NONE};

	(void)state;
	stage_assert_written("ics", &job, "empty.ics");
	agenda_free(agenda);
}

/* Only sessions that take place at a time can be called out. */
static void alarms_are_for_what_has_a_time(void **state)
{
	struct stage *s = *state;
	const int minutes = 0;
	struct buffer text = {0};

	s->job.alarm = &minutes;
	write_job(&text, &s->job);
	assert_int_equal(count(&text, "BEGIN:VEVENT"), s->agenda->session_count);
	assert_int_equal(count(&text, "BEGIN:VALARM"), 5); /* seven have one, one is cancelled */
	assert_has(&text, "TRIGGER:PT0S");
	buffer_free(&text);
}

static void just_these_sessions(void **state)
{
	struct stage *s = *state;
	uint32_t items[] = {2, 6};
	const struct query_rows rows = {items, 2, 2};
	struct buffer text = {0};

	s->job.rows = &rows;
	write_job(&text, &s->job);
	assert_int_equal(count(&text, "BEGIN:VEVENT"), 2);
	assert_has(&text, "SUMMARY:Tour of the tower");
	assert_has(&text, "SUMMARY:Ball of the keepers");
	buffer_free(&text);
}

static void what_is_on_now(void **state)
{
	struct stage *s = *state;
	struct buffer text = {0};

	s->job.now_only = true;
	s->job.now = sample_moment(9, 45);
	write_job(&text, &s->job);
	assert_int_equal(count(&text, "BEGIN:VEVENT"), 5);
	assert_has(&text, "SUMMARY:Opening");
	assert_int_equal(count(&text, "SUMMARY:An exhibition"), 1);   /* today */
	assert_has(&text, "SUMMARY:Tour of the tower");		      /* next in the tower */
	assert_int_equal(count(&text, "SUMMARY:Workshop: tying"), 1); /* next in the loft */
	assert_has(&text, "SUMMARY:Talk: ropes");		      /* next of what has no room */
	buffer_free(&text);
}

/* An agenda by an offset alone, with one session. */
static struct agenda *one_session(const char *id, int offset)
{
	struct builder *b = builder_new(NULL);
	struct session *s = builder_session(b);

	builder_event(b)->title = builder_text(b, "Fair, \\n; spring");
	builder_event(b)->offset = offset;
	s->id = builder_text(b, id);
	s->title = builder_text(b, "One, two; \\three");
	s->day = civil_day_of((struct civil_date){2024, 3, 31});
	s->start = s->end = civil_moment_of(s->day, 90);
	return builder_finish(b);
}

static void assert_written_with(const char *id, int offset, const char *line)
{
	struct agenda *agenda = one_session(id, offset);
	struct query query = QUERY_ALL;
	struct writer_job job = {.agenda = agenda, .query = &query, .now = CIVIL_NONE};
	struct buffer text = {0};

	write_job(&text, &job);
	assert_has(&text, line);
	assert_int_equal(count(&text, "DTEND"), 0);
	assert_int_equal(count(&text, "VTIMEZONE"), 0);
	buffer_free(&text);
	agenda_free(agenda);
}

static void names_are_unique_in_the_world(void **state)
{
	(void)state;
	assert_written_with(NULL, CIVIL_NONE, "UID:2024-03-31-one-two-three@fair-n-spring-2024");
	assert_written_with("7", CIVIL_NONE, "UID:7@fair-n-spring-2024");
	assert_written_with("7", CIVIL_NONE, "X-NEC-AGENDA-ID:7");
	assert_written_with("a@b.example", CIVIL_NONE, "UID:a@b.example");
	assert_written_with("0B1c3e7a-0000-4000-8000-00000000000f", CIVIL_NONE,
			    "UID:0B1c3e7a-0000-4000-8000-00000000000f");
	assert_written_with("x@fair-n-spring-2024", CIVIL_NONE,
			    "UID:+1e0b1dbb4a8b1d69@fair-n-spring-2024");
	assert_written_with("é /x", CIVIL_NONE, "X-NEC-AGENDA-ID:é /x");
}

static void times_are_where_the_source_says(void **state)
{
	(void)state;
	assert_written_with(NULL, CIVIL_NONE, "DTSTART:20240331T013000");
	assert_written_with(NULL, 120, "DTSTART:20240330T233000Z");
	assert_written_with(NULL, -210, "DTSTART:20240331T050000Z");
	assert_written_with(NULL, 0, "X-NEC-AGENDA-END:start");
	assert_written_with(NULL, 0, "X-WR-CALNAME:Fair, \\\\n; spring");
	assert_written_with(NULL, 0, "SUMMARY:One\\, two\\; \\\\three");
}

static void lines_are_short(void **state)
{
	struct stage *s = *state;
	struct buffer text = {0};
	const char *end;

	write_job(&text, &s->job);
	for (const char *line = buffer_text(&text); *line; line = end + 2) {
		end = strstr(line, "\r\n");
		assert_non_null(end);
		assert_in_range(end - line, 1, 75);
	}
	buffer_free(&text);
}

#define with_stage(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
	    with_stage(the_whole_agenda),
	    with_stage(my_agenda_with_alarms),
	    cmocka_unit_test(an_empty_agenda),
	    with_stage(alarms_are_for_what_has_a_time),
	    with_stage(just_these_sessions),
	    with_stage(what_is_on_now),
	    cmocka_unit_test(names_are_unique_in_the_world),
	    cmocka_unit_test(times_are_where_the_source_says),
	    with_stage(lines_are_short),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("ics", tests, NULL, NULL);
}
