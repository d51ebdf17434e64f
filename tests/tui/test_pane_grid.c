/*
 * The grid as a view of the browser.
 */
#include "config.h"

#include "play.h"
#include "reach.h"
#include "sample.h"
#include "sound.h"

#include "base/report.h"
#include "model/builder.h"
#include "read/reader.h"
#include "tui/app_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *selected_title(const struct play *play)
{
	const struct list_row *row = list_selected(&play->app->panes[PANE_SESSIONS].list);

	return row && row->kind == ROW_SESSION ? play->agenda->sessions[row->item].title : "";
}

/* The session at which the grid is, whose title begins so. */
static void assert_at(const struct play *play, const char *title)
{
	assert_sound(play);
	if (strncmp(selected_title(play), title, strlen(title)) != 0)
		fail_msg("\"%s\" is selected, not \"%s\"", selected_title(play), title);
}

static void the_list_and_the_grid_are_at_the_same_session(void **state)
{
	struct play play = play_lanterns("j j 5");

	(void)state;
	assert_at(&play, "Keynote");
	play_script(&play, "j");
	assert_at(&play, "שלום");
	play_script(&play, "l");
	assert_at(&play, "東京");
	play_script(&play, "1");
	assert_at(&play, "東京");
	assert_non_null(strstr(cursor_line(&play), "東京"));
	play_script(&play, "k 5 ]");
	assert_screen(&play, "Friday 13 June 2031", true);
	play_script(&play, "G 1");
	assert_screen(&play, "Friday 13 June 2031", true);
	assert_non_null(strstr(cursor_line(&play), "Closing lunch"));
	play_end(&play);
}

static void enter_reads_and_escape_comes_back(void **state)
{
	struct play play = play_lanterns("5 Enter");

	(void)state;
	assert_int_equal(play.app->focus[VIEW_GRID], SLOT_DETAIL);
	assert_screen(&play, "Ida Strand", true);
	play_script(&play, "Esc");
	assert_int_equal(play.app->focus[VIEW_GRID], SLOT_MAIN);
	assert_screen(&play, "Customs hall", true);
	assert_at(&play, "What a lighthouse");
	play_script(&play, "Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_script(&play, "200x60 5 Enter");
	assert_screen(&play, "Ida Strand", true);
	assert_screen(&play, "Net loft", true);
	play_end(&play);
}

static void b_keeps_and_says_so(void **state)
{
	struct play play = play_lanterns("5 b");

	(void)state;
	assert_int_equal(play.saves, 1);
	assert_screen(&play, "▌★What a", true);
	play_script(&play, "l b");
	assert_at(&play, "Mending nets");
	assert_screen(&play, "! overlaps", true);
	play_script(&play, "b");
	assert_screen(&play, "! overlaps", false);
	play_end(&play);
}

static void the_point_leads_to_now(void **state)
{
	struct play play = play_lanterns("5 ] .");

	(void)state;
	assert_at(&play, "What a lighthouse");
	assert_screen(&play, "Thursday 12 June 2031", true);
	assert_screen(&play, "now─", true);
	play_script(&play, "G d1@19:10 .");
	assert_at(&play, "Night of lanterns");
	play_script(&play, "]");
	assert_screen(&play, "now─", false);
	play_end(&play);
}

static void assert_minutes_move_nothing(struct play *play, const char *title)
{
	int row, column, row_after, column_after;

	screen_cursor(play->screen, &row, &column);
	for (int minute = 43; minute < 60; minute++) {
		play_message(play, &(struct message){.kind = MESSAGE_CLOCK,
						     .clock = sample_at(1, 9, minute)});
		assert_at(play, title);
		screen_cursor(play->screen, &row_after, &column_after);
		assert_int_equal(row, row_after);
		assert_int_equal(column, column_after);
	}
}

/* Once a minute the mark of now moves, and nothing else does: below it and in the box that it is
 * in. */
static void a_minute_moves_nothing_else(void **state)
{
	struct play play = play_lanterns("5 j");

	(void)state;
	assert_minutes_move_nothing(&play, "Keynote");
	play_end(&play);
	play = play_lanterns("5");
	assert_minutes_move_nothing(&play, "What a lighthouse");
	play_end(&play);
}

static void the_mouse_selects_opens_and_scrolls(void **state)
{
	struct play play = play_lanterns("5");

	(void)state;
	play_mouse(&play, MOUSE_CLICK, "Mending nets", 2);
	assert_at(&play, "Mending nets");
	play_mouse(&play, MOUSE_CLICK, "Net loft", 0);
	assert_at(&play, "Mending nets");
	play_mouse(&play, MOUSE_WHEEL_DOWN, "Mending nets", 0);
	assert_int_equal(play.app->panes[PANE_GRID].window.top, 3);
	for (int i = 0; i < 30; i++)
		play_mouse(&play, MOUSE_WHEEL_DOWN, "Customs hall", 3);
	assert_screen(&play, "Stars over", true);
	for (int i = 0; i < 60; i++)
		play_mouse(&play, MOUSE_WHEEL_UP, "Customs hall", 3);
	assert_int_equal(play.app->panes[PANE_GRID].window.top, 0);
	play_mouse(&play, MOUSE_DOUBLE_CLICK, "What a", 1);
	assert_at(&play, "What a lighthouse");
	assert_int_equal(play.app->focus[VIEW_GRID], SLOT_DETAIL);
	play_end(&play);
}

/* With the mouse alone one gets to every room. */
static void the_arrows_beside_the_rooms_can_be_clicked(void **state)
{
	struct play play;

	(void)state;
	play_begin(&play, sample_congress(), sample_at(1, 10, 12), 24, 80);
	play_script(&play, "5 g");
	assert_screen(&play, "rooms 27–30 of 72", true);
	play_mouse(&play, MOUSE_CLICK, "←", 0);
	assert_sound(&play);
	assert_screen(&play, "rooms 23–26 of 72", true);
	for (int i = 0; i < 6; i++)
		play_mouse(&play, MOUSE_CLICK, "←", 0);
	assert_screen(&play, "rooms 1–4 of 72", true);
	play_mouse(&play, MOUSE_CLICK, "→", 0);
	assert_sound(&play);
	assert_screen(&play, "rooms 5–8 of 72", true);
	for (int i = 0; i < 16; i++)
		play_mouse(&play, MOUSE_CLICK, "→", 0);
	assert_sound(&play);
	assert_screen(&play, "rooms 69–72 of 72", true);
	play_end(&play);
}

/* The right side of the title takes what the left one leaves. */
static void which_rooms_are_seen_is_said_in_full(void **state)
{
	struct play play;

	(void)state;
	play_begin(&play, sample_congress(), sample_at(30, 10, 12), 24, 64);
	play_script(&play, "5 g");
	assert_screen(&play, " sessions · over · rooms 42–44 of 72", true);
	play_end(&play);
}

static void each_key_of_the_footer_can_be_clicked(void **state)
{
	static const struct {
		int key;
		const char *title;
	} clicks[] = {{3, "Mending nets"}, {1, "東京"}, {2, "שלום"}, {0, "Keynote"}};
	struct play play;
	struct message message = {.kind = MESSAGE_MOUSE};
	int column;

	(void)state;
	play_begin(&play, sample_lanterns(), sample_at(1, 9, 42), 36, 120);
	play_script(&play, "5");
	message.mouse.row = play_row_of(&play, "↑↓←→ move", &column);
	for (size_t i = 0; i < sizeof clicks / sizeof *clicks; i++) {
		message.mouse.column = column + clicks[i].key;
		play_message(&play, &message);
		assert_at(&play, clicks[i].title);
	}
	play_end(&play);
}

static void what_does_not_fit_is_left_out(void **state)
{
	struct play play = play_lanterns("h j j j Enter 5");

	(void)state;
	assert_screen(&play, "Mending nets", true);
	assert_screen(&play, "Customs hall", false);
	assert_screen(&play, "3 sessions · 1 room", true);
	play_script(&play, "]");
	assert_screen(&play, "No session of this theme on this day; 3 are on", true);
	play_script(&play, "F");
	assert_screen(&play, "Closing lunch", true);
	play_end(&play);
}

static void a_search_shows_its_matches_of_the_day(void **state)
{
	struct play play = play_lanterns("/ d o o r s Enter 5");

	(void)state;
	assert_screen(&play, "Search: doors · Fri 13 Jun", true); /* on Thursday they are open */
	assert_screen(&play, "1 session", true);
	play_script(&play, "n");
	assert_int_equal(play.app->view, VIEW_GRID);
	assert_screen(&play, "Search: doors · Thu 12 Jun", true);
	assert_at(&play, "Doors open");
	play_script(&play, "n");
	assert_screen(&play, "Search: doors · Fri 13 Jun", true);
	play_script(&play, "Esc");
	assert_screen(&play, "Search", false);
	play_end(&play);
}

/* Without rooms there is one column, which bears the name of the place. */
static void an_agenda_without_rooms_is_a_plan_of_the_day(void **state)
{
	struct builder *builder = builder_new(NULL);
	struct play play;

	(void)state;
	builder_event(builder)->place = builder_text(builder, "Old Customs House");
	for (int hour = 9; hour < 15; hour += 2) {
		struct session *session = builder_session(builder);
		char title[32];

		snprintf(title, sizeof title, "Talk at %d", hour);
		session->title = builder_text(builder, title);
		session->day = civil_day_of_moment(sample_at(1, 0, 0));
		session->start = sample_at(1, hour, 0);
		session->end = sample_at(1, hour + 2, 0);
	}
	play_begin(&play, builder_finish(builder), sample_at(1, 8, 0), 24, 80);
	play_script(&play, "5 j");
	assert_at(&play, "Talk at 11");
	assert_screen(&play, "       Old Customs House", true);
	assert_screen(&play, "room", false);
	play_end(&play);
}

/* As in a room that is booked twice, and in a session that fills two rooms. */
static void nothing_hides_behind_anything(void **state)
{
	struct builder *builder = builder_new(NULL);
	struct play play;

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct session *session = builder_session(builder);
		char title[32];

		snprintf(title, sizeof title, "Twice %c", 'A' + i);
		session->title = builder_text(builder, title);
		session->day = civil_day_of_moment(sample_at(1, 0, 0));
		session->start = sample_at(1, 9, 0);
		session->end = sample_at(1, 10, 0);
		builder_session_room(builder, builder_room(builder, i < 2 ? "Loft" : "Hall"));
		if (i == 1)
			builder_session_room(builder, builder_room(builder, "Hall"));
	}
	play_begin(&play, builder_finish(builder), sample_at(1, 8, 0), 24, 80);
	play_script(&play, "5");
	assert_screen(&play, "Twice A", true);
	assert_screen(&play, "Twice B", true);
	assert_screen(&play, "Twice C", true);
	assert_int_equal(play.app->panes[PANE_GRID].grid.boxes.count, 4);
	assert_all_in_reach(&play.app->panes[PANE_GRID].grid, 10, 4);
	play_script(&play, "l");
	assert_at(&play, "Twice B");
	play_script(&play, "l");
	assert_at(&play, "Twice B"); /* in the other room */
	play_script(&play, "d1@8:01 l");
	assert_at(&play, "Twice C");
	play_end(&play);
}

/* Real ones, where they are at hand: all of a day can be reached, at any size. */

static void walk_through_days(const char *path)
{
	static const struct {
		int rows, columns;
	} sizes[] = {{10, 40}, {24, 80}, {60, 200}};
	struct report report = {0};
	struct agenda *agenda = reader_open(path, &report);
	struct play play;

	report_free(&report);
	assert_non_null(agenda);
	play_begin(&play, agenda, agenda->sessions[0].start, 24, 80);
	play_script(&play, "5 [ [ [ [ [ [ [ [ [");
	for (size_t day = 0; day < agenda->day_count; day++) {
		const struct pane *pane = &play.app->panes[PANE_GRID];

		assert_int_equal(play.app->day, day);
		assert_true(pane->grid.boxes.count >= agenda->days[day].count);
		assert_all_in_reach(&pane->grid, pane->window.height, pane->window.width);
		for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
			play_message(
			    &play, &(struct message){.kind = MESSAGE_RESIZE,
						     .resize = {sizes[i].rows, sizes[i].columns}});
			play_script(&play, "PgDn l l PgDn h");
			assert_sound(&play);
		}
		play_script(&play, "]");
	}
	play_end(&play);
}

static void real_days_can_be_walked_through(void **state)
{
	static const char *const names[] = {"38c3.xml",	       "debconf23.xml", "fosdem-2009.xml",
					    "fosdem-2020.xml", "jres-2022.ics", "kielux-2020.ics"};
	const char *top = getenv("srcdir");
	int walked = 0;

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buffer path = {0};

		buffer_printf(&path, "%s/../shared/schedules/%s", top ? top : ".", names[i]);
		if (!access(buffer_text(&path), R_OK)) {
			walk_through_days(buffer_text(&path));
			walked++;
		}
		buffer_free(&path);
	}
	if (!walked)
		skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_list_and_the_grid_are_at_the_same_session),
	    cmocka_unit_test(enter_reads_and_escape_comes_back),
	    cmocka_unit_test(b_keeps_and_says_so),
	    cmocka_unit_test(the_point_leads_to_now),
	    cmocka_unit_test(a_minute_moves_nothing_else),
	    cmocka_unit_test(the_mouse_selects_opens_and_scrolls),
	    cmocka_unit_test(the_arrows_beside_the_rooms_can_be_clicked),
	    cmocka_unit_test(which_rooms_are_seen_is_said_in_full),
	    cmocka_unit_test(each_key_of_the_footer_can_be_clicked),
	    cmocka_unit_test(what_does_not_fit_is_left_out),
	    cmocka_unit_test(a_search_shows_its_matches_of_the_day),
	    cmocka_unit_test(an_agenda_without_rooms_is_a_plan_of_the_day),
	    cmocka_unit_test(nothing_hides_behind_anything),
	    cmocka_unit_test(real_days_can_be_walked_through),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("the grid", tests, NULL, NULL);
}
