/*
 * Sessions of one agenda that another one means.
 */
#include "config.h"

#include "calendar/counterparts.h"
#include "model/builder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

enum { UNTIMED = -1 };

static struct builder *fair(const char *title, const char *zone, int offset)
{
	struct builder *b = builder_new(NULL);

	builder_event(b)->title = builder_text(b, title);
	builder_event(b)->zone = zone;
	builder_event(b)->offset = offset;
	return b;
}

/* On 13 May 2024, at a minute of that day. */
static struct session *add(struct builder *b, const char *id, const char *title, int minute)
{
	struct session *s = builder_session(b);

	s->id = id;
	s->title = builder_text(b, title);
	s->day = civil_day_of((struct civil_date){2024, 5, 13});
	if (minute != UNTIMED)
		s->start = civil_moment_of(s->day, minute);
	return s;
}

/* Sessions 0 to 4 in this order. */
static struct agenda *ours(const char *zone, int offset)
{
	struct builder *b = fair("Seed Fair", zone, offset);

	add(b, NULL, "Exhibition", UNTIMED);
	add(b, NULL, "Talk", 9 * 60);
	add(b, "0b1c3e7a-0000-4000-8000-00000000000f", "Ropes", 10 * 60);
	add(b, "7", "Swim", 11 * 60);
	add(b, NULL, "Talk", 12 * 60);
	return builder_finish(b);
}

/* The session of ours that the only one of another agenda means; both are freed. */
static int meant(struct agenda *agenda, struct builder *b)
{
	struct agenda *other = builder_finish(b);
	struct counterparts *counterparts = counterparts_new(agenda);
	int found = counterparts_find(counterparts, other, 0);

	counterparts_free(counterparts);
	agenda_free(other);
	agenda_free(agenda);
	return found;
}

static int meant_by(const char *event, const char *id, const char *title, int minute)
{
	struct builder *b = fair(event, NULL, CIVIL_NONE);

	add(b, id, title, minute);
	return meant(ours(NULL, CIVIL_NONE), b);
}

static void names_are_known(void **state)
{
	(void)state;
	/* Whatever else has changed, where the name is unique or the event is the same. */
	assert_int_equal(meant_by("Else", "0b1c3e7a-0000-4000-8000-00000000000f", "Knots", 20 * 60),
			 2);
	assert_int_equal(meant_by("Seed Fair", "7", "Dive", 20 * 60), 3);
	/* As an export calls it. */
	assert_int_equal(meant_by("Else", "7@seed-fair-2024", "Dive", 20 * 60), 3);
	assert_int_equal(meant_by("Else", "2024-05-13-talk-2@seed-fair-2024", "Chat", UNTIMED), 4);
}

static void names_of_other_events_mean_nothing(void **state)
{
	(void)state;
	assert_int_equal(meant_by("Else", "7", "Dive", 20 * 60), -1);
	assert_int_equal(meant_by("Else", "7@else-2024", "Dive", 20 * 60), -1);
	assert_int_equal(meant_by("Else", "7", "swim", 20 * 60), 3);
	assert_int_equal(meant_by("Else", "7", "Dive", 11 * 60), 3);
}

static void titles_are_known_by_their_start(void **state)
{
	(void)state;
	assert_int_equal(meant_by("Else", "x", "Talk", 9 * 60), 1);
	assert_int_equal(meant_by("Else", "x", "TÀLK", 12 * 60), 4);
	assert_int_equal(meant_by("Else", "x", "Talk", 13 * 60), -1);
	assert_int_equal(meant_by("Else", "x", "Exhibition", UNTIMED), 0);
	assert_int_equal(meant_by("Else", "x", "Talk", UNTIMED), -1);
	assert_int_equal(meant_by("Else", "x", NULL, 9 * 60), -1);
}

/* The same moment, told in another zone. */
static void starts_are_compared_in_utc(void **state)
{
	struct builder *b = fair("Else", NULL, 0);

	(void)state;
	add(b, "x", "Talk", 7 * 60);
	assert_int_equal(meant(ours(NULL, 120), b), 1);
	b = fair("Else", "America/New_York", CIVIL_NONE);
	add(b, "x", "Talk", 6 * 60);
	assert_int_equal(meant(ours("Europe/Paris", CIVIL_NONE), b), 4);
	b = fair("Else", NULL, 0);
	add(b, "x", "Talk", 7 * 60)->offset = -120;
	assert_int_equal(meant(ours(NULL, 0), b), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_are_known),
	    cmocka_unit_test(names_of_other_events_mean_nothing),
	    cmocka_unit_test(titles_are_known_by_their_start),
	    cmocka_unit_test(starts_are_compared_in_utc),
	};

	return cmocka_run_group_tests_name("counterparts", tests, NULL, NULL);
}
