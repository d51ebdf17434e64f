/*
 * Sessions of several whole days.
 */
#include "config.h"

#include "model/bookmarks.h"
#include "model/builder.h"
#include "model/changes.h"
#include "model/days.h"
#include "model/sieve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static civil_day first_day(void)
{
	return civil_day_of((struct civil_date){2024, 5, 13});
}

static struct session *add(struct builder *builder, const char *title, int day, int days)
{
	struct session *session = builder_session(builder);

	session->title = builder_text(builder, title);
	session->day = first_day() + day;
	session->days = days;
	return session;
}

/* An exhibition on three days, beside a talk of the second. */
static struct agenda *fair(void)
{
	struct builder *builder = builder_new("made");

	add(builder, "Exhibition", 0, 3);
	add(builder, "Talk", 1, 0)->start = civil_moment_of(first_day() + 1, 600);
	add(builder, "Timed", 1, 3)->start = civil_moment_of(first_day() + 1, 600);
	return builder_finish(builder);
}

static void one_session_stands_on_each_of_its_days(void **state)
{
	struct agenda *agenda = fair();
	const struct session *s = agenda->sessions;

	(void)state;
	assert_int_equal(agenda->day_count, 3);
	assert_int_equal(agenda->session_count, 5);
	for (int day = 0; day < 3; day++) {
		const struct session *session = &s[agenda->days[day].first];

		assert_string_equal(session->title, "Exhibition");
		assert_string_equal(session->id, "2024-05-13-exhibition");
		assert_int_equal(session->nth_day, day + 1);
		assert_int_equal(session->whole, 0);
		assert_int_equal(days_first(session), first_day());
		assert_int_equal(days_last(session), first_day() + 2);
		assert_int_equal(days_go_on(session), day > 0);
	}
	assert_int_equal(agenda_find_session(agenda, "2024-05-13-exhibition"), 0);
	assert_int_equal(days_next(agenda, 0), 1);
	assert_int_equal(days_next(agenda, 1), 4);
	assert_int_equal(days_next(agenda, 4), -1);
	assert_int_equal(s[2].whole, 2);
	assert_int_equal(days_next(agenda, 2), -1);
	assert_int_equal(days_last(&s[2]), first_day() + 1);
	/* With a time it stands on the day when it starts. */
	assert_int_equal(s[3].nth_day, 0);
	agenda_free(agenda);
}

static void what_is_kept_is_kept_once(void **state)
{
	struct agenda *agenda = fair();
	struct bookmarks bookmarks = {0};
	struct changes changes = {0};
	struct query query = {.bookmarks = &bookmarks};
	struct query_rows rows = {0};

	(void)state;
	bookmarks_keep(&bookmarks, agenda, 4, NULL);
	assert_int_equal(bookmarks.count, 1);
	assert_int_equal(bookmarks.items[0].day, first_day());
	for (size_t day = 0; day < 3; day++)
		assert_int_equal(changes_of(&bookmarks.items[0], agenda, (size_t[]){0, 1, 4}[day]),
				 0);
	changes_since(&changes, &bookmarks, agenda);
	assert_int_equal(changes.count, 0);
	query_restrict(&query, agenda, TRAIT_KEPT);
	query_run(&query, agenda, &rows);
	assert_int_equal(rows.count, 3);
	changes_between(&changes, agenda, agenda);
	assert_int_equal(changes.count, 0);
	changes_free(&changes);
	query_rows_free(&rows);
	query_free(&query);
	bookmarks_free(&bookmarks);
	agenda_free(agenda);
}

static void days_are_bounded(void **state)
{
	struct builder *builder = builder_new("made");
	struct agenda *agenda;

	(void)state;
	for (int i = 0; i < 10000; i++)
		add(builder, "Long", i % 7, i % 2 ? 1000000 : -5);
	agenda = builder_finish(builder);
	assert_int_equal(agenda->session_count, 5000 + 5000 * DAYS_MOST);
	assert_int_equal(agenda->day_count, 6 + DAYS_MOST);
	agenda_free(agenda);
	builder = builder_new("made");
	for (int i = 0; i < BUILDER_MOST_SESSIONS - 10; i++)
		add(builder, "Long", i, i % 2 ? 20 : 0);
	agenda = builder_finish(builder);
	assert_int_equal(agenda->session_count, BUILDER_MOST_SESSIONS);
	agenda_free(agenda);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_session_stands_on_each_of_its_days),
	    cmocka_unit_test(what_is_kept_is_kept_once),
	    cmocka_unit_test(days_are_bounded),
	};

	return cmocka_run_group_tests_name("days", tests, NULL, NULL);
}
