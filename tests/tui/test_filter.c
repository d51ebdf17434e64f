/*
 * Filtering: what the sheet offers and counts, what is left, the chips, and the ways in and out.
 */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "model/wish.h"
#include "tui/app_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void ticking_counts_what_is_left(void **state)
{
	struct play play = play_lanterns("f");

	(void)state;
	assert_selected(&play, "[ ] Upcoming");
	assert_screen(&play, "15 of 15 sessions", true);
	play_script(&play, "Space");
	assert_selected(&play, "[x] Upcoming");
	assert_screen(&play, "12 of 15 sessions", true);
	assert_screen(&play, "Wed 11 Jun                              none", true);
	play_script(&play, "j j j Enter"); /* Thursday */
	assert_selected(&play, "[x] Thu 12 Jun");
	assert_screen(&play, "9 of 15 sessions", true);
	play_script(&play, "j Space"); /* Friday, too */
	assert_screen(&play, "12 of 15 sessions", true);
	play_script(&play, "k Space j Space");
	assert_screen(&play, "12 of 15 sessions", true);
	play_script(&play, "F");
	assert_screen(&play, "15 of 15 sessions", true);
	assert_screen(&play, "[x]", false);
	play_end(&play);
}

static void counts_are_given_the_other_kinds(void **state)
{
	struct play play = play_lanterns("f / n e t Enter Space Esc");

	(void)state;
	assert_screen(&play, "5 of 15 sessions", true);
	assert_screen(&play, "[ ] Commons & upkeep                        none", true);
	assert_screen(&play, "[ ] Making & mending                           3", true);
	play_script(&play, "G");
	assert_screen(&play, "[ ] Customs hall                               5", true);
	assert_screen(&play, "[x] Net loft                                   5", true);
	play_end(&play);
}

/* Counted over all sessions, for when nothing but themes is restricted. */
static void assert_whole_themes(const struct play *play)
{
	const struct agenda *agenda = play->app->agenda;
	size_t total = 0;

	for (uint32_t theme = 0; theme < agenda->theme_count; theme++) {
		size_t count = 0;

		for (size_t i = 0; i < agenda->session_count; i++)
			for (size_t t = 0; t < agenda->sessions[i].themes.count; t++)
				count += agenda->sessions[i].themes.items[t] == theme;
		assert_int_equal(filter_tallied(&play->app->filter, TRAIT_THEME, theme), count);
		total += count;
	}
	assert_true(total > 0);
}

static void themes_count_all_of_theirs_where_nothing_restricts_them(void **state)
{
	static const char *const scripts[] = {
	    "f", "Space", "Space", "F", "Esc / n e t Enter f", "Esc Esc Esc f"};
	static const bool whole[] = {true, false, true, true, false, true};
	struct play play = play_lanterns("");

	(void)state;
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		play_script(&play, scripts[i]);
		assert_int_equal(!filter_is_set(&play.app->filter), whole[i]);
		if (whole[i])
			assert_whole_themes(&play);
	}
	play_end(&play);
}

static void what_is_ticked_holds_in_the_programme(void **state)
{
	struct play play = play_lanterns("f / n e t Enter Space Esc Esc");

	(void)state;
	assert_screen(&play, "Room: Net loft ✕", true);
	assert_screen(&play, "4 sessions", true);
	assert_selected(&play, "Mending nets");
	assert_screen(&play, "Doors open", false);
	play_script(&play, "2");
	assert_screen(&play, "✕", false); /* themes are shown as a whole */
	play_script(&play, "1 / d e a f Enter");
	assert_screen(&play, "Room: Net loft ✕", true);
	assert_screen(&play, "1 session", true);
	play_script(&play, "Esc Esc Esc"); /* the search goes, the filter stays */
	assert_screen(&play, "Room: Net loft ✕", true);
	play_script(&play, "F");
	assert_screen(&play, "✕", false);
	assert_selected(&play, "Mending nets");
	play_end(&play);
}

/* There all sessions of a theme are shown, which is said. */
static void the_themes_are_not_filtered(void **state)
{
	struct play play = play_lanterns("2");

	(void)state;
	assert_screen(&play, "Not filtered", false);
	play_script(&play, "1 / l a m p Enter 2");
	assert_screen(&play, "Not filtered: Commons & upkeep", true);
	play_script(&play, "40x10 Enter");
	assert_screen(&play, "Not filtered: Commons", true);
	play_script(&play, "80x24 1 Esc 2");
	assert_screen(&play, "Not filtered", false);
	play_end(&play);
}

static void nothing_changes_where_nothing_is_ticked(void **state)
{
	struct play play = play_lanterns("] j f j j Esc");

	(void)state;
	assert_screen(&play, "Friday 13 June 2031", true);
	assert_selected(&play, "Ünïcödé");
	play_script(&play, "f Space Space Esc");
	assert_selected(&play, "Ünïcödé");
	play_script(&play, "f j j Space Space Esc"); /* a day, for a moment */
	assert_selected(&play, "Ünïcödé");
	play_end(&play);
}

static void the_programme_goes_where_something_is_left(void **state)
{
	struct play play = play_lanterns("f j j Space Esc");

	(void)state;
	assert_screen(&play, "Wednesday 11 June 2031", true);
	assert_selected(&play, "Harbour walk");
	play_script(&play, "f j j Space j Space 1"); /* Thursday instead, and out by another door */
	assert_screen(&play, "Thursday 12 June 2031", true);
	assert_screen(&play, "Day: Thu 12 Jun ✕", true);
	play_end(&play);
}

static void the_sheet_opens_from_anywhere(void **state)
{
	static const char *const scripts[] = {"2 f", "2 Enter Enter f", "3 f", "4 f",
					      "h f", "Enter f"};

	(void)state;
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		struct play play = play_lanterns(scripts[i]);

		assert_int_equal(play.app->view, VIEW_FILTER);
		assert_selected(&play, "[ ] Upcoming");
		play_script(&play, "Space q");
		assert_int_equal(play.app->view, VIEW_PROGRAMME);
		assert_screen(&play, "Upcoming ✕", true);
		play_end(&play);
	}
}

/* Whoever ticks nothing has only looked. */
static void the_sheet_closes_to_where_one_was(void **state)
{
	static const char *const places[] = {"2 j",	  "2 j l j", "80x16 2 j l l j", "3 j j",
					     "b j b 4 j", "5 j j",   "Enter j",		"h j"};

	(void)state;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct play play = play_lanterns(places[i]);
		char *before, *after;

		play_script(&play, "F1 Esc"); /* what just happened is no longer said */
		before = play_looks(&play);
		play_script(&play, "f j / n e t Enter Esc Esc");
		after = play_looks(&play);
		assert_string_equal(before, after);
		free(before);
		free(after);
		play_end(&play);
	}
}

static void a_list_is_narrowed(void **state)
{
	struct play play = play_lanterns("f / M E N D");

	(void)state;
	assert_screen(&play, "Making & mending", true);
	assert_screen(&play, "Upcoming", false);
	play_script(&play, "Enter");
	assert_selected(&play, "[ ] Making & mending");
	play_script(&play, "Space /");
	assert_screen(&play, "/MEND", true);
	play_script(&play, "x x Esc");
	assert_selected(&play, "[x] Making & mending"); /* as it was before */
	play_script(&play, "Esc");
	assert_int_equal(play.app->view, VIEW_FILTER);
	assert_screen(&play, "Upcoming", true);
	play_script(&play, "/ z z");
	assert_screen(&play, "No name holds what you look for.", true);
	play_script(&play, "Enter Esc Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_screen(&play, "Theme: Making & mending ✕", true);
	play_script(&play, "f"); /* opened anew, it shows everything */
	assert_screen(&play, "Upcoming", true);
	play_script(&play, "/ ↑ Enter");
	assert_screen(&play, "No name", true); /* what was typed before comes back */
	play_end(&play);
}

static void speakers_stand_by_name(void **state)
{
	struct play play = play_lanterns("f h G Enter");
	int ida, piet;

	(void)state;
	ida = play_row_of(&play, "Ida Strand", NULL);
	piet = play_row_of(&play, "Piet Oomen", NULL);
	assert_true(ida > 0 && piet == ida + 1);
	assert_selected(&play, "Ada Tern");
	play_end(&play);
}

static void kinds_lead_to_their_values(void **state)
{
	struct play play = play_lanterns("f h j j Enter");

	(void)state;
	assert_selected(&play, "[ ] Commons & upkeep");
	play_script(&play, "Space h");
	assert_selected(&play, "Themes         1 ticked");
	play_end(&play);
}

static void chips_are_clicked_away(void **state)
{
	struct play play = play_lanterns("f Space / n e t Enter Space Esc Esc");

	(void)state;
	assert_screen(&play, "Upcoming ✕ · Room: Net loft ✕", true);
	play_click(&play, "Room");
	assert_screen(&play, "Upcoming ✕", true);
	assert_screen(&play, "Room:", false);
	play_click(&play, "✕");
	assert_screen(&play, "✕", false);
	assert_screen(&play, "10 sessions", true);
	play_end(&play);
}

static void narrow_chips_can_be_clicked_too(void **state)
{
	struct play play = play_lanterns("40x10 f Space / n e t Enter Space j Esc Esc");

	(void)state;
	play_click(&play, "Net loft");
	assert_screen(&play, "Net loft ✕", false);
	assert_screen(&play, "Upcoming ✕", true);
	play_end(&play);
}

/* Where there is no room even for the values. */
static void one_chip_stands_for_all(void **state)
{
	struct play play =
	    play_lanterns("40x10 f Space j Space j Space G k k k k k k k k k k k k k Space "
			  "j j j j j j Space G Space Esc");

	(void)state;
	assert_screen(&play, " filters ✕", true);
	play_click(&play, " filters");
	assert_screen(&play, "✕", false);
	assert_false(filter_is_set(&play.app->filter));
	play_end(&play);
}

static void values_are_ticked_by_a_click(void **state)
{
	struct play play = play_lanterns("f");

	(void)state;
	play_click(&play, "Fri 13 Jun");
	assert_selected(&play, "[x] Fri 13 Jun");
	play_script(&play, "click:7:40");
	assert_selected(&play, "[x] Upcoming");
	play_script(&play, "click:6:40"); /* a heading */
	assert_screen(&play, "3 of 15 sessions", true);
	play_script(&play, "double:7:40");
	assert_selected(&play, "[x] Upcoming");
	play_end(&play);
}

static void several_themes_are_marked(void **state)
{
	struct play play = play_lanterns("h j j j Space");

	(void)state;
	assert_screen(&play, "Theme: Making & mending ✕", true);
	assert_selected(&play, "▌▸Making & mending");
	play_script(&play, "k Space");
	assert_screen(&play, "2 themes ✕", true);
	assert_selected(&play, "▌▸Commons & upkeep");
	assert_screen(&play, " ▸ Making & mending", true);
	play_script(&play, "Space");
	assert_screen(&play, "Theme: Making & mending ✕", true);
	play_script(&play, "Enter"); /* this one alone */
	assert_screen(&play, "Theme: Commons & upkeep ✕", true);
	assert_int_equal(app_pane(play.app), PANE_SESSIONS);
	play_end(&play);
}

static void what_is_upcoming_moves_with_the_clock(void **state)
{
	struct play play = play_lanterns("f Space Esc");

	(void)state;
	assert_selected(&play, "What a light");
	assert_screen(&play, "9 sessions", true);
	play_script(&play, "d1@10:29");
	assert_screen(&play, "9 sessions", true);
	play_script(&play, "d1@10:30");
	assert_screen(&play, "8 sessions", true);
	assert_screen(&play, "What a light", false);
	play_script(&play, "d1@12:30 f");
	assert_screen(&play, "[x] Upcoming                                   9", true);
	play_script(&play, "d1@16:20");
	assert_screen(&play, "[x] Upcoming                                   6", true);
	play_end(&play);
}

static void what_is_let_go_leaves(void **state)
{
	struct play play = play_lanterns("b j b f j Space Esc");

	(void)state;
	assert_screen(&play, "Kept ✕", true);
	assert_screen(&play, "2 sessions", true);
	play_script(&play, "g Enter b");
	assert_screen(&play, "1 session", true);
	assert_selected(&play, "Mending nets"); /* and not a text about another one */
	play_script(&play, "u");
	assert_screen(&play, "2 sessions", true);
	play_end(&play);
}

static void escape_leaves_what_was_ticked(void **state)
{
	struct play play = play_lanterns("f j j j Space Esc Esc Esc");

	(void)state;
	assert_screen(&play, "Day: Thu 12 Jun ✕", true);
	play_script(&play, "F h G k k k Enter Esc"); /* but one theme, chosen in its list, goes */
	assert_screen(&play, "✕", false);
	play_end(&play);
}

static void the_command_line_ticks_too(void **state)
{
	struct play play = play_lanterns("");
	struct query query = QUERY_ALL;

	(void)state;
	wish_named(&query, play.agenda, TRAIT_ROOM, "net");
	wish_day(&query, play.agenda, "3", CIVIL_NONE);
	query_want_words(&query, "e");
	app_take_query(play.app, &query);
	play_script(&play, "80x25");
	assert_screen(&play, "Day: Fri 13 Jun ✕ · Room: Net loft ✕", true);
	assert_screen(&play, "Search: e", true);
	assert_selected(&play, "Ünïcödé");
	play_script(&play, "Esc");
	assert_screen(&play, "Friday 13 June 2031", true);
	assert_selected(&play, "Ünïcödé");
	play_script(&play, "f");
	assert_screen(&play, "[x] Fri 13 Jun", true);
	query_free(&query);
	play_end(&play);
}

/* A day that the agenda has not restricts to nothing, and says so. */
static void a_day_that_is_not_there(void **state)
{
	struct play play = play_lanterns("");
	struct query query = QUERY_ALL;

	(void)state;
	wish_day(&query, play.agenda, "2031-12-25", CIVIL_NONE);
	app_take_query(play.app, &query);
	play_script(&play, "80x25");
	assert_screen(&play, "Day: not in the agenda ✕", true);
	assert_screen(&play, "No session fits all that you filter by.", true);
	play_click(&play, "✕");
	assert_selected(&play, "What a light");
	query_free(&query);
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ticking_counts_what_is_left),
	    cmocka_unit_test(counts_are_given_the_other_kinds),
	    cmocka_unit_test(themes_count_all_of_theirs_where_nothing_restricts_them),
	    cmocka_unit_test(what_is_ticked_holds_in_the_programme),
	    cmocka_unit_test(the_themes_are_not_filtered),
	    cmocka_unit_test(nothing_changes_where_nothing_is_ticked),
	    cmocka_unit_test(the_programme_goes_where_something_is_left),
	    cmocka_unit_test(the_sheet_opens_from_anywhere),
	    cmocka_unit_test(the_sheet_closes_to_where_one_was),
	    cmocka_unit_test(a_list_is_narrowed),
	    cmocka_unit_test(speakers_stand_by_name),
	    cmocka_unit_test(kinds_lead_to_their_values),
	    cmocka_unit_test(chips_are_clicked_away),
	    cmocka_unit_test(narrow_chips_can_be_clicked_too),
	    cmocka_unit_test(one_chip_stands_for_all),
	    cmocka_unit_test(values_are_ticked_by_a_click),
	    cmocka_unit_test(several_themes_are_marked),
	    cmocka_unit_test(what_is_upcoming_moves_with_the_clock),
	    cmocka_unit_test(what_is_let_go_leaves),
	    cmocka_unit_test(escape_leaves_what_was_ticked),
	    cmocka_unit_test(the_command_line_ticks_too),
	    cmocka_unit_test(a_day_that_is_not_there),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("filter", tests, NULL, NULL);
}
