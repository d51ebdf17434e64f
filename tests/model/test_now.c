/* What is on and what comes next, in each room or of all. */
#include "config.h"

#include "base/buffer.h"
#include "model/builder.h"
#include "model/now.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

/* Monday 13 May 2024 */
enum { FIRST_DAY = 19856 };

static civil_moment at(int day, int hour, int minute)
{
	return civil_moment_of(FIRST_DAY + day, hour * 60 + minute);
}

static struct session *add(struct builder *b, int day, int from, int to, const char *room)
{
	struct session *s = builder_session(b);
	struct buffer title = {0};

	buffer_printf(&title, "%d %04d %s", day, from, room ? room : "all");
	s->title = builder_text(b, buffer_text(&title));
	s->day = FIRST_DAY + day;
	s->start = at(day, from / 100, from % 100);
	s->end = at(day, to / 100, to % 100);
	if (room)
		builder_session_room(b, builder_room(b, room));
	buffer_free(&title);
	return s;
}

static void assert_rows(const struct agenda *agenda, const struct query_rows *rows,
			const char *expected)
{
	struct buffer titles = {0};

	for (size_t i = 0; i < rows->count; i++)
		buffer_printf(&titles, "%s%s", i ? ", " : "",
			      agenda->sessions[rows->items[i]].title);
	assert_string_equal(buffer_text(&titles), expected);
	buffer_free(&titles);
}

static void assert_now(const struct agenda *agenda, civil_moment moment, bool by_room,
		       const char *on, const char *next)
{
	struct query query = QUERY_ALL;
	struct query_rows rows = {0};
	struct now now;

	query_run(&query, agenda, &rows);
	now_find(&now, agenda, &rows, moment, by_room);
	assert_rows(agenda, &now.on, on);
	assert_rows(agenda, &now.next, next);
	now_free(&now);
	query_rows_free(&rows);
}

static struct agenda *two_halls(void)
{
	struct builder *b = builder_new(NULL);

	builder_event(b)->title = builder_text(b, "Two halls");
	add(b, 0, 900, 1000, NULL);
	add(b, 0, 1000, 1100, "North");
	add(b, 0, 1030, 1130, "South");
	add(b, 0, 1100, 1200, "North");
	add(b, 0, 1140, 1150, "South")->cancelled = true;
	add(b, 0, 1200, 1300, "South");
	builder_session_room(b, builder_room(b, "North"));
	add(b, 0, 2330, 2500, "North");
	add(b, 0, 2510, 2600, "South");
	add(b, 1, 900, 1000, "North");
	add(b, 1, 930, 1000, "South");
	return builder_finish(b);
}

static void each_room_has_its_own_next(void **state)
{
	struct agenda *agenda = two_halls();

	(void)state;
	assert_now(agenda, at(0, 9, 30), true, "0 0900 all", "0 1000 North, 0 1030 South");
	/* The cancelled one is passed over; what is in both rooms is next in one of them alone. */
	assert_now(agenda, at(0, 10, 30), true, "0 1000 North, 0 1030 South",
		   "0 1100 North, 0 1200 South");
	assert_now(agenda, at(0, 11, 0), true, "0 1030 South, 0 1100 North", "0 1200 South");
	/* Past midnight the day goes on; the other day comes when nothing of this one does. */
	assert_now(agenda, at(1, 0, 30), true, "0 2330 North", "0 2510 South");
	assert_now(agenda, at(1, 1, 20), true, "0 2510 South", "1 0900 North, 1 0930 South");
	assert_now(agenda, at(-3, 12, 0), true, "", "0 0900 all, 0 1000 North, 0 1030 South");
	assert_now(agenda, at(1, 10, 0), true, "", "");
	agenda_free(agenda);
}

static void of_all_the_soonest_is_next(void **state)
{
	struct agenda *agenda = two_halls();

	(void)state;
	assert_now(agenda, at(0, 10, 30), false, "0 1000 North, 0 1030 South", "0 1100 North");
	assert_now(agenda, at(-3, 12, 0), false, "", "0 0900 all");
	agenda_free(agenda);
}

/* What is listed, room by room: the room's first letter, * for none, and the session's start. */
static void assert_listed(const struct agenda *agenda, civil_moment moment, const char *expected)
{
	struct query query = QUERY_ALL;
	struct query_rows rows = {0};
	struct buffer list = {0};
	now_entries entries = {0};
	struct now now;

	query_run(&query, agenda, &rows);
	now_find(&now, agenda, &rows, moment, true);
	now_list(&now, agenda, &entries);
	array_each (const struct now_entry, entry, &entries)
		buffer_printf(&list, "%s%c%.4s", list.length ? " " : "",
			      entry->room == NOW_ROOMLESS ? '*' : agenda->rooms[entry->room][0],
			      agenda->sessions[entry->session].title + 2);
	assert_string_equal(buffer_text(&list), expected);
	array_free(&entries);
	buffer_free(&list);
	now_free(&now);
	query_rows_free(&rows);
}

static void rooms_are_listed_one_by_one(void **state)
{
	struct agenda *agenda = two_halls();

	(void)state;
	/* What is for everyone comes first while it is on. */
	assert_listed(agenda, at(0, 8, 30), "N1000 S1030 *0900");
	assert_listed(agenda, at(0, 9, 30), "*0900 N1000 S1030");
	/* The last one is in both rooms, and next in the other one. */
	assert_listed(agenda, at(0, 10, 30), "N1000 N1100 S1030 S1200");
	/* Where something is on comes before where it is not. */
	assert_listed(agenda, at(1, 1, 20), "S2510 S0930 N0900");
	assert_listed(agenda, at(1, 10, 0), "");
	agenda_free(agenda);
}

static void one_room_is_no_choice(void **state)
{
	struct builder *b = builder_new(NULL);
	struct query query = QUERY_ALL;
	struct query_rows rows = {0};
	struct agenda *agenda;
	struct now now;

	(void)state;
	add(b, 0, 900, 1000, NULL);
	add(b, 0, 930, 1000, "North");
	add(b, 0, 1100, 1200, "North");
	agenda = builder_finish(b);
	query_run(&query, agenda, &rows);
	now_find(&now, agenda, &rows, at(0, 8, 0), true);
	assert_false(now.by_room);
	assert_rows(agenda, &now.next, "0 0900 all");
	now_free(&now);
	query_rows_free(&rows);
	agenda_free(agenda);
}

/* Any sessions of three days in three rooms, some cancelled, some in two rooms or in none. */
static struct agenda *any_agenda(void)
{
	static const char *const rooms[] = {"North", "South", "West", NULL};
	struct builder *b = builder_new(NULL);

	for (int i = rand() % 40; i > 0; i--) {
		int hour = 8 + rand() % 20, length = rand() % 4;
		struct session *s =
		    add(b, rand() % 3, hour * 100, (hour + length) * 100, rooms[rand() % 4]);

		s->cancelled = rand() % 5 == 0;
		if (rand() % 6 == 0)
			s->start = s->end = CIVIL_NONE;
		if (rand() % 6 == 0)
			builder_session_room(b, builder_room(b, rooms[rand() % 3]));
	}
	return builder_finish(b);
}

static bool comes(const struct session *session, civil_moment moment)
{
	return !session->cancelled && session->start > moment;
}

static civil_day day_that_comes(const struct agenda *agenda, const struct query_rows *rows,
				civil_moment moment)
{
	array_each (const uint32_t, row, rows)
		if (comes(&agenda->sessions[*row], moment))
			return agenda->sessions[*row].day;
	return CIVIL_NONE;
}

/* Whether nothing that comes on the day of a session starts before it, of all or where it is. */
static bool comes_first(const struct agenda *agenda, const struct query_rows *rows,
			const struct session *session, civil_moment moment, const uint32_t *room)
{
	array_each (const uint32_t, row, rows) {
		const struct session *other = &agenda->sessions[*row];
		struct indexes here = {room, 1};

		if (comes(other, moment) && other->day == session->day &&
		    other->start < session->start &&
		    (room ? agenda_share(&other->rooms, &here) : !other->rooms.count))
			return false;
	}
	return true;
}

static bool is_next_somewhere(const struct agenda *agenda, const struct query_rows *rows,
			      const struct session *session, civil_moment moment)
{
	for (size_t i = 0; i < session->rooms.count; i++)
		if (comes_first(agenda, rows, session, moment, &session->rooms.items[i]))
			return true;
	return !session->rooms.count && comes_first(agenda, rows, session, moment, NULL);
}

/* Every one is looked at by itself, and held against what was found in order. */
static void assert_found(const struct agenda *agenda, const struct query_rows *rows,
			 const struct now *now, civil_moment moment)
{
	civil_day day = day_that_comes(agenda, rows, moment);
	size_t on = 0, next = 0;

	array_each (const uint32_t, row, rows) {
		const struct session *session = &agenda->sessions[*row];

		if (!session->cancelled && session->start != CIVIL_NONE &&
		    session->start <= moment && moment < session->until)
			assert_int_equal(now->on.items[on++], *row);
		if (now->by_room && comes(session, moment) && session->day == day &&
		    is_next_somewhere(agenda, rows, session, moment))
			assert_int_equal(now->next.items[next++], *row);
	}
	assert_int_equal(on, now->on.count);
	if (now->by_room)
		assert_int_equal(next, now->next.count);
}

static void of_any_sessions_the_right_ones_are_found(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 2000; seed++) {
		struct agenda *agenda;
		struct query_rows rows = {0};
		civil_moment moment;
		struct now now;

		srand(seed);
		agenda = any_agenda();
		moment = at(rand() % 4, rand() % 24, rand() % 2 * 30);
		for (uint32_t i = 0; i < agenda->session_count; i++)
			if (rand() % 4)
				array_push(&rows, i);
		now_find(&now, agenda, &rows, moment, true);
		assert_found(agenda, &rows, &now, moment);
		now_free(&now);
		query_rows_free(&rows);
		agenda_free(agenda);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_room_has_its_own_next),
	    cmocka_unit_test(of_all_the_soonest_is_next),
	    cmocka_unit_test(rooms_are_listed_one_by_one),
	    cmocka_unit_test(one_room_is_no_choice),
	    cmocka_unit_test(of_any_sessions_the_right_ones_are_found),
	};

	return cmocka_run_group_tests_name("now", tests, NULL, NULL);
}
