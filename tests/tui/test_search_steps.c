/*
 * A search through an agenda that is too large to be looked through with a key: what is seen
 * meanwhile, what can be done meanwhile, and that it ends as if there had been no steps.
 */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "tui/app_private.h"
#include "tui/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void go_on(struct play *play, int steps)
{
	for (int i = 0; i < steps; i++)
		play_script(play, "search:on");
	assert_sound(play);
}

static struct play play_slowly(const char *script)
{
	struct play play = play_lanterns("search:slow");

	play_script(&play, script);
	assert_sound(&play);
	return play;
}

/* That it ends the same */

static int below(int limit)
{
	return rand() % limit;
}

/* Letters that titles hold, and Space. */
static uint32_t any_letter(void)
{
	return (uint32_t) "eaointsrl d"[below(11)];
}

/* Typed in the prompt, or Enter and the prompt again. */
static uint32_t any_key(const struct app *app)
{
	if (app->asked != ASK_SEARCH)
		return '/';
	if (!below(12))
		return KEY_RETURN;
	return below(4) ? any_letter() : KEY_RUBOUT;
}

static void note_any(struct play *play)
{
	size_t session = (size_t)below((int)play->agenda->session_count);
	struct bookmark bookmark = {.id = (char *)play->agenda->sessions[session].id,
				    .note = (char *)"an island",
				    .day = CIVIL_NONE,
				    .start = CIVIL_NONE,
				    .end = CIVIL_NONE};

	play_bookmark(play, &bookmark);
}

static struct play play_any(unsigned seed, bool slow)
{
	struct play play;

	srand(seed);
	play_begin(&play, seed % 3 ? sample_random(seed) : sample_lanterns(),
		   sample_at(below(4) - 1, below(24), 30), 10 + below(30), 40 + below(80));
	app_set_linear(play.app, seed % 5 == 1);
	play_script(&play, seed % 4 ? "1" : "5");
	if (slow)
		play_script(&play, "search:slow");
	return play;
}

/* Plays both, of which one goes on a little between any two keys. */
static void type_in_both(struct play *at_once, struct play *slowly)
{
	for (int i = 0; i < 40; i++) {
		uint32_t key = any_key(at_once->app);
		int steps = below(4) ? below(4) : below(60);

		play_key(at_once, key);
		play_key(slowly, key);
		assert_int_equal(at_once->app->asked, slowly->app->asked);
		while (steps-- && app_has_more(slowly->app))
			go_on(slowly, 1);
		if (at_once->agenda->session_count && !below(20)) {
			int chance = rand();

			srand((unsigned)chance);
			note_any(at_once);
			srand((unsigned)chance);
			note_any(slowly);
		}
		assert_sound(slowly);
	}
	play_script(slowly, "search:end");
}

/* Where nothing was found in the end, the day is still that of what was found before, if one was so
 * far. */
static void assert_same(const struct play *left, const struct play *right, unsigned seed)
{
	struct buffer one = {0}, other = {0};
	const struct query_rows *rows = &left->app->filter.rows;

	assert_int_equal(right->app->filter.rows.count, rows->count);
	if (search_stands(left->app) && !rows->count)
		return;
	play_dump(left, &one);
	play_dump(right, &other);
	if (strcmp(buffer_text(&one), buffer_text(&other))) {
		play_print("at once", &one);
		play_print("in steps", &other);
		fail_msg("seed %u ends differently", seed);
	}
	buffer_free(&one);
	buffer_free(&other);
}

static void any_steps_end_the_same(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 60; seed++) {
		struct play at_once = play_any(seed, false), slowly = play_any(seed, true);

		type_in_both(&at_once, &slowly);
		assert_same(&at_once, &slowly, seed);
		play_end(&at_once);
		play_end(&slowly);
	}
}

/* What is seen meanwhile */

static void what_is_not_known_yet_is_not_said(void **state)
{
	struct play play = play_slowly("/ d o o r s");

	(void)state;
	assert_screen(&play, "0 found so far…", true);
	assert_screen(&play, "Still looking through the sessions…", true);
	go_on(&play, 2);
	assert_screen(&play, "1 found so far…", true);
	assert_screen(&play, "Still looking", false);
	assert_screen(&play, "Doors open", true);
	assert_screen(&play, "Friday 13 June", false);
	play_script(&play, "search:end");
	assert_screen(&play, "so far", false);
	assert_screen(&play, "2 sessions", true);
	assert_screen(&play, "Friday 13 June", true);
	assert_false(app_has_more(play.app));
	play_end(&play);
}

static void it_is_said_in_french(void **state)
{
	struct play play;

	(void)state;
	if (!play_speak("fr"))
		skip();
	play = play_slowly("/ d o o r s search:on");
	assert_screen(&play, "0 trouvée jusqu’ici…", true);
	assert_screen(&play, "Recherche en cours dans les séances…", true);
	play_end(&play);
	play_speak("en");
}

static void that_none_holds_it_is_said_at_the_end(void **state)
{
	struct play play = play_slowly("/ p i e r Space b o a t"); /* in the page alone */

	(void)state;
	for (int seen = 1; seen < 15; seen++) {
		assert_screen(&play, "Still looking", true);
		assert_screen(&play, "practical information does", false);
		assert_screen(&play, "No session holds", false);
		go_on(&play, 1);
	}
	assert_screen(&play, "practical information does: 3 shows where.", true);
	assert_false(app_has_more(play.app));
	play_end(&play);
}

static void a_small_window_says_it_too(void **state)
{
	struct play play = play_slowly("40x10 / d o o r s Enter search:on search:on");

	(void)state;
	assert_screen(&play, "1 found so far… doors · Thu 1", true);
	play_script(&play, "search:end");
	assert_screen(&play, "2 sessions: doors · Fri 13 Jun", true);
	play_end(&play);
}

/* Nothing is drawn for what cannot be seen. */
static void what_is_not_seen_is_not_drawn(void **state)
{
	struct play play;
	int steps = 0, drawn = 0;

	(void)state;
	play_begin(&play, sample_large(2000, 2), sample_at(0, 9, 0), 24, 80);
	play_script(&play, "search:slow /");
	play_key(&play, 'e');
	assert_true(app_is_to_be_drawn(play.app));
	for (; app_has_more(play.app); steps++) {
		struct effects effects;
		char *before = play_looks(&play), *after;

		app_update(play.app, &(struct message){.kind = MESSAGE_GO_ON}, &effects);
		drawn += app_is_to_be_drawn(play.app);
		if (!app_is_to_be_drawn(play.app)) {
			free(before);
			continue;
		}
		app_draw(play.app, play.screen);
		after = play_looks(&play);
		assert_string_not_equal(before, after);
		free(before);
		free(after);
	}
	assert_int_equal(steps, 1999);
	assert_in_range(drawn, 20, 120);
	assert_true(app_is_to_be_drawn(play.app)); /* how much was found in all */
	play_end(&play);
}

/* What is selected */

static void what_is_selected_stays(void **state)
{
	struct play play = play_slowly("d1@8:00 / n e t Enter search:on search:on search:on");

	(void)state;
	go_on(&play, 1);
	assert_selected(&play, "Mending nets");
	for (int i = 0; i < 10; i++) {
		go_on(&play, 1);
		assert_selected(&play, "Mending nets");
	}
	assert_false(app_has_more(play.app));
	assert_screen(&play, "5 sessions", true);
	play_end(&play);
}

/* As it is where all is known at once: to what is on. */
static void the_cursor_goes_on_to_what_is_on(void **state)
{
	struct play play = play_slowly("d1@14:10 / o search:on search:on");

	(void)state;
	assert_selected(&play, "found so far"); /* it is in the prompt */
	play_script(&play, "Enter");
	assert_selected(&play, "Harbour walk");
	play_script(&play, "search:end");
	assert_int_equal(play.app->agenda->sessions[app_session(play.app)].start,
			 sample_at(1, 14, 0));
	play_end(&play);
}

static void whoever_has_moved_stays(void **state)
{
	static const char *const moves[] = {"j", "G", "n", "Enter", "wheel-down:8:30"};

	(void)state;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		struct play play = play_slowly("d1@16:10 80x16 / o Enter");
		int session;

		go_on(&play, 6);
		play_script(&play, moves[i]);
		session = app_session(play.app);
		assert_true(session >= 0);
		play_script(&play, "search:end");
		assert_sound(&play);
		assert_int_equal(app_session(play.app), session);
		play_end(&play);
	}
}

/* What can be done meanwhile */

static void n_waits_for_more(void **state)
{
	struct play play = play_slowly("d1@8:00 / d o o r s Enter n");

	(void)state;
	assert_screen(&play, "Still looking: nothing further was found so far.", true);
	go_on(&play, 2);
	assert_int_equal(play.app->day, 1);
	play_script(&play, "N");
	assert_screen(&play, "Still looking: nothing further was found so far.", true);
	play_script(&play, "search:end n");
	assert_int_equal(play.app->day, 2);
	play_script(&play, "n");
	assert_int_equal(play.app->day, 1);
	play_end(&play);
}

static void nothing_leads_nowhere_once_it_is_known(void **state)
{
	struct play play = play_slowly("/ z z z Enter");

	(void)state;
	assert_true(search_found(play.app));
	play_script(&play, "search:end");
	assert_false(search_found(play.app));
	assert_screen(&play, " match", false);
	play_script(&play, "n");
	assert_screen(&play, "The search found nothing.", true);
	play_end(&play);
}

/* The session is read while more are found; and the search goes on while one is elsewhere. */
static void a_match_is_opened_before_the_end(void **state)
{
	struct play play = play_slowly("/ d o o r s Enter search:on search:on Enter");

	(void)state;
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "search:end");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	assert_screen(&play, "2 sessions", true);
	play_script(&play, "Esc Esc / l a m p Enter 3 search:on search:on search:on");
	assert_int_equal(play.app->view, VIEW_PRACTICAL);
	play_script(&play, "1");
	assert_screen(&play, "Search: lamp", true);
	assert_screen(&play, "so far…", true);
	play_script(&play, "4 search:end 1");
	assert_screen(&play, "Search: lamp", true);
	assert_screen(&play, "so far…", false);
	assert_int_equal(play.app->search.listed, play.app->filter.rows.count);
	play_end(&play);
}

static void escape_leads_back_at_any_time(void **state)
{
	static const char *const places[] = {"j j", "] k", "h j j", "3", "40x10 j", "5 j j l j"};

	(void)state;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct play play = play_slowly(places[i]);
		char *before, *after;

		play_script(&play, "F1 Esc");
		before = play_looks(&play);
		for (int steps = 0; steps < 16; steps += 3) {
			play_script(&play, "/ l a m p");
			for (int step = 0; step < steps; step++)
				play_script(&play, "search:on");
			play_script(&play, steps % 2 ? "Esc" : "Enter Esc");
			assert_false(app_has_more(play.app));
			after = play_looks(&play);
			assert_string_equal(before, after);
			free(after);
		}
		free(before);
		play_end(&play);
	}
}

/* Whoever does not want other words after all is at the same match of those before. */
static void other_words_are_given_up(void **state)
{
	struct play play = play_slowly("d1@8:00 / o search:end Enter j j j j j");
	int session = app_session(play.app);

	(void)state;
	play_script(&play, "/ x Esc");
	assert_sound(&play);
	assert_int_equal(app_session(play.app), session);
	assert_screen(&play, "Search: o", true);
	play_script(&play, "search:end");
	assert_int_equal(app_session(play.app), session);
	play_script(&play, "/ x search:on search:on Esc search:end");
	assert_int_equal(app_session(play.app), session);
	play_end(&play);
}

static void days_and_filters_wait_for_nothing(void **state)
{
	struct play play = play_slowly("/ d o o r s Enter ]");

	(void)state;
	assert_sound(&play);
	play_script(&play, "search:end");
	assert_sound(&play);
	play_script(&play, "Esc f j j j j Space search:slow Esc / w h a l e Enter");
	assert_true(app_has_more(play.app));
	go_on(&play, 9);
	assert_screen(&play, "Still looking", true); /* the filter hides it */
	play_script(&play, "F");
	assert_false(filter_is_set(&play.app->filter));
	assert_false(app_has_more(play.app));
	play_script(&play, "/ m e n d Enter f search:on");
	assert_screen(&play, "found so far…", true);
	play_script(&play, "search:end");
	assert_screen(&play, "3 of 15 sessions", true);
	play_script(&play, "Esc Esc / m e n d Enter e");
	assert_screen(&play, "What the search shows: mend", true);
	assert_screen(&play, "found so far…", true);
	play_script(&play, "search:end");
	assert_screen(&play, "3 sessions", true);
	play_end(&play);
}

static void what_is_carried_away_is_all(void **state)
{
	struct play play = play_slowly("/ m e n d Enter e Enter Enter");

	(void)state;
	assert_true(app_has_more(play.app));
	play_click(&play, "To the clipboard");
	play_script(&play, "Enter");
	assert_int_equal(play.copied_sessions, 1);
	assert_screen(&play, "Sent to the clipboard: 3 sessions", true);
	play_end(&play);
}

static void notes_that_come_meanwhile_are_searched(void **state)
{
	struct play play = play_slowly("/ u m b r e l l a");
	struct bookmark bookmark = {.id = (char *)play.agenda->sessions[2].id,
				    .note = (char *)"Bring an umbrella",
				    .day = CIVIL_NONE,
				    .start = CIVIL_NONE,
				    .end = CIVIL_NONE};

	(void)state;
	go_on(&play, 4); /* it was looked through without it */
	assert_screen(&play, "0 found so far…", true);
	play_bookmark(&play, &bookmark);
	assert_screen(&play, "1 found so far…", true);
	assert_screen(&play, "Bring an umbrella", true);
	bookmark.id = (char *)play.agenda->sessions[12].id;
	play_bookmark(&play, &bookmark); /* it will be looked through with it */
	assert_screen(&play, "1 found so far…", true);
	play_script(&play, "search:end");
	assert_screen(&play, "2 sessions", true);
	bookmark.note = NULL;
	play_bookmark(&play, &bookmark);
	assert_screen(&play, "1 session", true);
	play_end(&play);
}

/* With one letter less no session is looked through anew. */
static void one_letter_less_is_known(void **state)
{
	struct play play = play_lanterns("/ d o o r");

	(void)state;
	play.app->filter.effort = 4 * 15 * 12; /* of those that are known already */
	play_script(&play, "s Backspace");
	assert_false(app_has_more(play.app));
	assert_screen(&play, "2 sessions", true);
	play_script(&play, "z Backspace");
	assert_false(app_has_more(play.app));
	play_end(&play);
}

static void what_is_recalled_is_looked_for(void **state)
{
	struct play play = play_slowly("/ d o o r s Enter Esc / ↑");

	(void)state;
	assert_true(app_has_more(play.app));
	play_script(&play, "search:end");
	assert_screen(&play, "2 sessions", true);
	play_end(&play);
}

/* Aloud, only the end is said. */
static void how_far_it_is_is_not_said_aloud(void **state)
{
	struct play play = play_lanterns("120x24 search:slow");
	struct buffer said = {0};

	(void)state;
	app_set_linear(play.app, true);
	play_script(&play, "/ d o o r s Enter");
	app_said(play.app, &said);
	assert_non_null(strstr(buffer_text(&said), "0 found so far…"));
	go_on(&play, 5);
	assert_true(app_has_more(play.app));
	buffer_clear(&said);
	app_said(play.app, &said);
	assert_non_null(strstr(buffer_text(&said), "0 found so far…")); /* as before */
	play_script(&play, "search:end");
	buffer_clear(&said);
	app_said(play.app, &said);
	assert_string_equal(buffer_text(&said), "Programme, Search: doors · Fri 13 Jun, "
						"2 sessions. Friday 13 June. 2 of 2");
	assert_sound(&play);
	buffer_free(&said);
	play_end(&play);
}

/* Nothing is to be done where nothing is searched for. */
static void nothing_goes_on_by_itself(void **state)
{
	struct play play = play_lanterns("");
	char *before = play_looks(&play), *after;

	(void)state;
	assert_false(app_has_more(play.app));
	play_script(&play, "search:on f Space Esc search:on F search:on");
	after = play_looks(&play);
	assert_string_equal(before, after);
	free(before);
	free(after);
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(any_steps_end_the_same),
	    cmocka_unit_test(what_is_not_known_yet_is_not_said),
	    cmocka_unit_test(it_is_said_in_french),
	    cmocka_unit_test(that_none_holds_it_is_said_at_the_end),
	    cmocka_unit_test(a_small_window_says_it_too),
	    cmocka_unit_test(what_is_not_seen_is_not_drawn),
	    cmocka_unit_test(what_is_selected_stays),
	    cmocka_unit_test(the_cursor_goes_on_to_what_is_on),
	    cmocka_unit_test(whoever_has_moved_stays),
	    cmocka_unit_test(n_waits_for_more),
	    cmocka_unit_test(nothing_leads_nowhere_once_it_is_known),
	    cmocka_unit_test(a_match_is_opened_before_the_end),
	    cmocka_unit_test(escape_leads_back_at_any_time),
	    cmocka_unit_test(other_words_are_given_up),
	    cmocka_unit_test(days_and_filters_wait_for_nothing),
	    cmocka_unit_test(what_is_carried_away_is_all),
	    cmocka_unit_test(notes_that_come_meanwhile_are_searched),
	    cmocka_unit_test(one_letter_less_is_known),
	    cmocka_unit_test(what_is_recalled_is_looked_for),
	    cmocka_unit_test(how_far_it_is_is_not_said_aloud),
	    cmocka_unit_test(nothing_goes_on_by_itself),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("search in steps", tests, NULL, NULL);
}
