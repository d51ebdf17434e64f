#include "config.h"

#include "model/builder.h"
#include "model/plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>

/* A Monday. */
static civil_day first_day(void)
{
	return civil_day_of((struct civil_date){2024, 5, 13});
}

/* Times are HHMM of the session's day, 2500 is 01:00 the night after; -1 for none. */
static civil_moment at(int day, int time)
{
	return time < 0 ? CIVIL_NONE
			: civil_moment_of(first_day() + day, time / 100 * 60 + time % 100);
}

static struct session *add(struct builder *builder, int day, int start, int end, const char *room)
{
	struct session *session = builder_session(builder);

	session->title = builder_text(builder, "a session");
	session->day = first_day() + day;
	session->start = at(day, start);
	session->end = at(day, end);
	builder_session_room(builder, builder_room(builder, room));
	return session;
}

/* A plan of all sessions of an agenda but those whose number has its bit set in `without`. */
static struct plan plan_without(const struct agenda *agenda, unsigned without)
{
	struct plan plan = {0};
	uint32_t sessions[32];
	size_t count = 0;

	assert_true(agenda->session_count <= 32);
	for (uint32_t i = 0; i < agenda->session_count; i++)
		if (!(without >> i & 1))
			sessions[count++] = i;
	plan_make(&plan, agenda, sessions, count);
	assert_int_equal(plan.count, count);
	return plan;
}

static void assert_spare(const struct plan *plan, uint32_t session, civil_moment from,
			 civil_moment to, enum plan_end since)
{
	const struct plan_spare *spare = &plan_find(plan, session)->spare;

	assert_true(plan_has_spare(spare));
	assert_int_equal(spare->from, from);
	assert_int_equal(spare->to, to);
	assert_int_equal(spare->since, since);
}

static void assert_no_spare(const struct plan *plan, uint32_t session)
{
	assert_false(plan_has_spare(&plan_find(plan, session)->spare));
}

static void time_between_sessions_is_free(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;
	struct plan plan;

	(void)state;
	add(b, 0, 900, 1000, NULL);
	add(b, 0, 930, 945, NULL); /* ends before the one that began before it */
	add(b, 0, 1045, 1200, NULL);
	add(b, 0, 1200, 1300, NULL);
	add(b, 1, 1000, 1100, NULL);
	agenda = builder_finish(b);
	plan = plan_without(agenda, 0);
	assert_no_spare(&plan, 0);
	assert_no_spare(&plan, 1);
	assert_spare(&plan, 2, at(0, 1000), at(0, 1045), PLAN_END_KNOWN);
	assert_int_equal(plan_find(&plan, 2)->spare.after, 0);
	assert_no_spare(&plan, 3);
	assert_no_spare(&plan, 4); /* nothing of its day stands before it */
	plan_free(&plan);
	agenda_free(agenda);
}

static void a_day_is_free_from_where_its_programme_begins(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;
	struct plan plan;

	(void)state;
	add(b, 0, -1, -1, NULL);
	add(b, 0, 800, 900, NULL)->cancelled = true;
	add(b, 0, 900, 1000, NULL);
	add(b, 0, 1400, 2630, NULL);
	add(b, 1, 100, 200, NULL); /* before the night is over */
	add(b, 1, 900, 1000, NULL);
	agenda = builder_finish(b);
	plan = plan_without(agenda, 1 << 1 | 1 << 2 | 1 << 4);
	assert_no_spare(&plan, 0);
	assert_spare(&plan, 3, at(0, 900), at(0, 1400), PLAN_END_KNOWN);
	assert_int_equal(plan_find(&plan, 3)->spare.after, -1);
	assert_spare(&plan, 5, at(1, 230), at(1, 900), PLAN_END_KNOWN);
	assert_int_equal(plan_find(&plan, 5)->spare.after, 3);
	assert_null(plan_find(&plan, 2));
	plan_free(&plan);
	agenda_free(agenda);
}

/* What has no known end leaves no time of which it could be said how long it is. */
static void ends_that_are_not_known_are_not_invented(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;
	int usual = 60;
	struct plan plan;

	(void)state;
	builder_format(b, "talk", &usual, 1);
	add(b, 0, 900, -1, "Hall");
	add(b, 0, 1200, -1, "Hall");
	builder_session_format(b, builder_format(b, "talk", NULL, 0));
	add(b, 0, 1500, -1, "Loft");
	add(b, 0, 1530, 1600, "Hall");
	agenda = builder_finish(b);
	plan = plan_without(agenda, 0);
	assert_no_spare(&plan, 1); /* the first one may last until then */
	assert_spare(&plan, 2, at(0, 1300), at(0, 1500), PLAN_END_USUAL);
	assert_no_spare(&plan, 3);
	plan_free(&plan);
	plan = plan_without(agenda, 1 << 1 | 1 << 2);
	assert_spare(&plan, 3, at(0, 1200), at(0, 1530), PLAN_END_ASSUMED);
	assert_int_equal(plan_overlap_minutes(&agenda->sessions[2], &agenda->sessions[3]), -1);
	plan_free(&plan);
	agenda_free(agenda);
}

static void overlaps_are_named_on_both_sides(void **state)
{
	struct builder *b = builder_new(NULL);
	const struct plan_step *step;
	struct agenda *agenda;
	struct plan plan;

	(void)state;
	add(b, 0, 900, 1000, NULL);
	add(b, 0, 930, 1100, NULL);
	add(b, 0, 1000, 1030, NULL);
	add(b, 0, 1000, 1100, NULL)->cancelled = true;
	add(b, 0, 2330, 2530, NULL);
	add(b, 1, 30, 100, NULL);
	agenda = builder_finish(b);
	plan = plan_without(agenda, 0);
	step = plan_find(&plan, 0);
	assert_int_equal(step->overlap_count, 1);
	assert_int_equal(step->overlaps[0], 1);
	step = plan_find(&plan, 1);
	assert_int_equal(step->overlap_count, 2);
	assert_int_equal(step->overlaps[0], 0);
	assert_int_equal(step->overlaps[1], 2);
	assert_false(step->overlaps_more);
	assert_int_equal(plan_find(&plan, 3)->overlap_count, 0);
	assert_int_equal(plan_find(&plan, 4)->overlaps[0], 5); /* of the day after */
	assert_int_equal(plan_find(&plan, 5)->overlaps[0], 4);
	assert_int_equal(plan_overlap_minutes(&agenda->sessions[0], &agenda->sessions[1]), 30);
	assert_int_equal(plan_overlap_minutes(&agenda->sessions[2], &agenda->sessions[1]), 30);
	plan_free(&plan);
	agenda_free(agenda);
}

static void rooms_that_change_at_once_are_seen(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;
	struct plan plan;

	(void)state;
	add(b, 0, 900, 1000, "Hall");
	add(b, 0, 1000, 1100, "Loft");
	add(b, 0, 1100, 1200, "Loft");
	add(b, 0, 1200, 1300, NULL);
	add(b, 0, 1300, 1400, "Hall");
	add(b, 0, 1401, 1500, "Loft");
	add(b, 0, 1500, -1, "Hall");
	add(b, 0, 1600, 1700, "Loft");
	agenda = builder_finish(b);
	plan = plan_without(agenda, 0);
	assert_int_equal(plan_find(&plan, 0)->rushed, -1);
	assert_int_equal(plan_find(&plan, 1)->rushed, 0);
	assert_int_equal(plan_find(&plan, 2)->rushed, -1); /* the same room */
	assert_int_equal(plan_find(&plan, 3)->rushed, -1); /* nobody knows where */
	assert_int_equal(plan_find(&plan, 4)->rushed, -1);
	assert_int_equal(plan_find(&plan, 5)->rushed, -1); /* a minute between */
	assert_int_equal(plan_find(&plan, 6)->rushed, 5);
	assert_int_equal(plan_find(&plan, 7)->rushed, -1); /* nobody knows when */
	plan_free(&plan);
	agenda_free(agenda);
}

/* Whoever goes to the first of two that overlap has as little time as if it were the only one. */
static void rooms_change_at_once_beside_what_goes_on(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;
	struct plan plan;

	(void)state;
	add(b, 0, 900, 1000, "Hall");
	add(b, 0, 930, 1030, "Loft");
	add(b, 0, 1000, 1030, "Yard");
	add(b, 0, 1030, 1100, "Loft");
	add(b, 0, 1100, 1100, "Pier");
	add(b, 0, 1100, 1200, "Barn");
	agenda = builder_finish(b);
	plan = plan_without(agenda, 0);
	assert_int_equal(plan_find(&plan, 1)->rushed, -1);
	assert_int_equal(plan_find(&plan, 2)->rushed, 0);  /* 1 goes on meanwhile */
	assert_int_equal(plan_find(&plan, 3)->rushed, -1); /* one of both ends in its room */
	assert_int_equal(plan_find(&plan, 4)->rushed, 3);  /* never from itself */
	assert_int_equal(plan_find(&plan, 5)->rushed, 4);
	plan_free(&plan);
	agenda_free(agenda);
}

static void what_runs_in_a_free_time_is_found(void **state)
{
	struct builder *b = builder_new(NULL);
	struct plan_spare spare = {.from = at(0, 1000), .to = at(0, 1200)};
	struct query_rows rows = {0};
	struct agenda *agenda;

	(void)state;
	add(b, 0, -1, -1, NULL);
	add(b, 0, 900, 1000, NULL);  /* 1: over before */
	add(b, 0, 900, 1030, NULL);  /* 2 */
	add(b, 0, 1000, 1000, NULL); /* 3: a moment of it */
	add(b, 0, 1000, 1200, NULL); /* 4 */
	add(b, 0, 1030, 1100, NULL)->cancelled = true;
	add(b, 0, 1100, -1, NULL);   /* 6: an end that nobody knows */
	add(b, 0, 1130, 1230, NULL); /* 7 */
	add(b, 0, 1200, 1300, NULL); /* 8: only then */
	add(b, 1, 1000, 1100, NULL);
	agenda = builder_finish(b);
	plan_running(agenda, &spare, &rows);
	assert_int_equal(rows.count, 5);
	assert_int_equal(rows.items[0], 2);
	assert_int_equal(rows.items[1], 3);
	assert_int_equal(rows.items[2], 4);
	assert_int_equal(rows.items[3], 6);
	assert_int_equal(rows.items[4], 7);
	assert_false(plan_fits(&agenda->sessions[2], &spare));
	assert_true(plan_fits(&agenda->sessions[3], &spare));
	assert_true(plan_fits(&agenda->sessions[4], &spare));
	assert_false(plan_fits(&agenda->sessions[6], &spare));
	assert_false(plan_fits(&agenda->sessions[7], &spare));
	query_rows_free(&rows);
	agenda_free(agenda);
}

/* Plans at random, held against what comparing every pair says. */

static unsigned next_number(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static struct agenda *random_agenda(unsigned seed)
{
	struct builder *b = builder_new(NULL);

	for (unsigned i = next_number(&seed, 30); i > 0; i--) {
		int day = (int)next_number(&seed, 2);
		int start = (int)(next_number(&seed, 30) * 100 + next_number(&seed, 4) * 15);
		struct session *session = add(b, day, next_number(&seed, 8) ? start : -1, -1, NULL);

		if (session->start != CIVIL_NONE && next_number(&seed, 4))
			session->end = session->start + (int)next_number(&seed, 20) * 15;
		session->cancelled = !next_number(&seed, 9);
	}
	return builder_finish(b);
}

static bool names(const struct plan_step *step, uint32_t other)
{
	for (size_t i = 0; i < step->overlap_count; i++)
		if (step->overlaps[i] == other)
			return true;
	return false;
}

static void assert_overlaps(const struct agenda *agenda, const struct plan_step *step)
{
	const struct session *session = &agenda->sessions[step->session];
	size_t count = 0;

	for (uint32_t i = 0; i < agenda->session_count; i++) {
		const struct session *other = &agenda->sessions[i];
		bool overlaps = i != step->session && !session->cancelled && !other->cancelled &&
				query_overlap(session, other);

		count += overlaps;
		if (names(step, i))
			assert_true(overlaps);
	}
	assert_int_equal(step->overlap_count, count < PLAN_OVERLAPS ? count : PLAN_OVERLAPS);
	assert_int_equal(step->overlaps_more, count > PLAN_OVERLAPS);
}

static void assert_free_of_all(const struct agenda *agenda, const struct plan_spare *spare)
{
	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct session *session = &agenda->sessions[i];

		if (!session->cancelled && session->start != CIVIL_NONE)
			assert_true(session->start >= spare->to || session->until <= spare->from ||
				    session->day > agenda->days[spare->day].date);
	}
}

static void random_plans_are_true(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 2000; seed++) {
		struct agenda *agenda = random_agenda(seed);
		struct plan plan = plan_without(agenda, 0);

		for (size_t i = 0; i < plan.count; i++) {
			assert_overlaps(agenda, &plan.items[i]);
			if (plan_has_spare(&plan.items[i].spare))
				assert_free_of_all(agenda, &plan.items[i].spare);
		}
		plan_free(&plan);
		agenda_free(agenda);
	}
}

/* Summer time ends: the clock shows the hour from 2:00 to 3:00 twice. */
static void clocks_are_changed_while_they_overlap(void **state)
{
	struct builder *builder = builder_new("made");
	struct session *night = add(builder, 0, 2300, 2600, "A"), *late;
	struct agenda *agenda;
	struct plan plan;

	(void)state;
	night->offset = 120;
	night->end_offset = 60; /* 3 hours on the clock, 4 in truth */
	late = add(builder, 0, 2645, 2700, "B");
	late->offset = late->end_offset = 120; /* before that end, though the clock shows more */
	agenda = builder_finish(builder);
	plan = plan_without(agenda, 0);
	assert_true(query_overlap(&agenda->sessions[0], &agenda->sessions[1]));
	assert_int_equal(plan_overlap_minutes(&agenda->sessions[0], &agenda->sessions[1]), 15);
	assert_int_equal(plan_find(&plan, 0)->overlap_count, 1);
	assert_int_equal(plan_find(&plan, 1)->overlap_count, 1);
	plan_free(&plan);
	agenda_free(agenda);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(time_between_sessions_is_free),
	    cmocka_unit_test(a_day_is_free_from_where_its_programme_begins),
	    cmocka_unit_test(ends_that_are_not_known_are_not_invented),
	    cmocka_unit_test(overlaps_are_named_on_both_sides),
	    cmocka_unit_test(rooms_that_change_at_once_are_seen),
	    cmocka_unit_test(rooms_change_at_once_beside_what_goes_on),
	    cmocka_unit_test(what_runs_in_a_free_time_is_found),
	    cmocka_unit_test(clocks_are_changed_while_they_overlap),
	    cmocka_unit_test(random_plans_are_true),
	};

	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
