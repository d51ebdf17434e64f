/*
 * What else speakers do and rooms hold: the ways there, on, and back.
 */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "tui/app_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

static void speakers_show_all_their_sessions(void **state)
{
	struct play play = play_lanterns("s");

	(void)state;
	assert_screen(&play, " Ida Strand ", true);
	assert_screen(&play, "3 sessions", true);
	assert_selected(&play, "What a light"); /* where one comes from */
	assert_screen(&play, "Keynote", true);
	assert_screen(&play, "Signals", true);
	assert_screen(&play, "Mending nets", false);
	play_end(&play);
}

static void rooms_show_all_their_sessions(void **state)
{
	struct play play = play_lanterns("j r");

	(void)state;
	assert_screen(&play, " Net loft ", true);
	assert_selected(&play, "Mending nets");
	assert_screen(&play, "5 sessions", true);
	play_script(&play, "G");
	assert_selected(&play, "Ünïcödé"); /* on the other day */
	play_end(&play);
}

static void several_speakers_stand_in_groups(void **state)
{
	struct play play = play_lanterns("G k k s");

	(void)state;
	assert_screen(&play, "3 speakers", true);
	assert_selected(&play, "What a light");
	assert_screen(&play, "Piet Oomen", true);
	play_script(&play, "G");
	assert_selected(&play, "Signals");
	assert_screen(&play, " Piet Oomen ", true); /* whose list it is */
	assert_screen(&play, "No other session", true);
	assert_screen(&play, "Ada Tern", true);
	play_script(&play, "d1@9:50 80x30 100x30");
	assert_selected(&play, "Signals"); /* the same of the two rows */
	assert_int_equal(play.app->panes[PANE_RELATED].list.cursor,
			 play.app->panes[PANE_RELATED].list.count - 4);
	play_end(&play);
}

static void who_has_nothing_else_is_said_to(void **state)
{
	struct play play = play_lanterns("j j j s");

	(void)state;
	assert_screen(&play, "岬 ひかり has no other session.", true);
	assert_int_equal(play.app->view, VIEW_PROGRAMME); /* there is nothing to look at */
	assert_selected(&play, "東京");
	play_script(&play, "g s");
	assert_screen(&play, "This session names no speakers.", true);
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_script(&play, "G r");
	assert_screen(&play, "This session names no room.", true);
	play_end(&play);
	play_begin(&play, sample_regatta(), sample_at(1, 8, 0), 24, 80);
	play_script(&play, "/ o a r s Enter s");
	assert_screen(&play, "These speakers have no other session.", true);
	play_script(&play, "r");
	assert_screen(&play, "Yard holds no other session.", true);
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_end(&play);
}

static void escape_leads_back_to_the_very_place(void **state)
{
	static const char *const scripts[] = {
	    "",		 "j j", "Enter PgDn", "/ n e t Enter",	  "2 Enter j",
	    "b j b 4 j", "5 j", "40x10 j",    "40x10 Enter PgDn", "f / n e t Enter Space Esc Esc j",
	};

	(void)state;
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		struct play play = play_lanterns(scripts[i]);
		char *before = play_looks(&play), *after;

		play_script(&play, "r");
		assert_int_equal(play.app->view, VIEW_RELATED);
		play_script(&play, "j j Enter Esc Esc");
		after = play_looks(&play);
		if (strcmp(before, after) != 0)
			fail_msg("after \"%s\":\n%s", scripts[i], after);
		free(before);
		free(after);
		play_end(&play);
	}
}

static void one_goes_on_and_back_step_by_step(void **state)
{
	struct play play = play_lanterns("s j");

	(void)state;
	assert_selected(&play, "Keynote");
	play_script(&play, "r"); /* Ida's keynote is in the customs hall */
	assert_screen(&play, " Customs hall ", true);
	assert_selected(&play, "Keynote");
	play_script(&play, "r"); /* which is shown already */
	play_script(&play, "k k k Enter Esc");
	assert_selected(&play, "Doors open");
	play_script(&play, "Esc");
	assert_screen(&play, " Ida Strand ", true);
	assert_selected(&play, "Keynote");
	play_script(&play, "G s G Enter PgDn r");
	assert_screen(&play, " Net loft ", true);
	play_script(&play, "q");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	assert_screen(&play, "3 speakers", true);
	play_script(&play, "Esc Esc Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_selected(&play, "What a light");
	play_end(&play);
}

/* However long the way was, it leads back; its beginning may be forgotten. */
static void a_long_way_is_bounded(void **state)
{
	struct play play = play_lanterns("s");

	(void)state;
	for (int i = 0; i < 60; i++)
		play_script(&play, "g r s");
	assert_in_range(play.app->related.steps.count, 2, 50);
	for (int i = 0; i < 50; i++)
		play_script(&play, "Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_end(&play);
}

static void sessions_are_kept_from_there(void **state)
{
	struct play play = play_lanterns("s j b");

	(void)state;
	assert_selected(&play, "▌★11:30");
	assert_int_equal(play.saves, 1);
	play_script(&play, "Esc");
	assert_screen(&play, "★11:30", true);
	play_end(&play);
}

static void a_session_is_shown_in_the_programme(void **state)
{
	struct play play = play_lanterns("j r G p");

	(void)state;
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_screen(&play, "Friday 13 June 2031", true);
	assert_selected(&play, "Ünïcödé");
	play_script(&play, "2 Enter Enter p");
	assert_screen(&play, "Thursday 12 June 2031", true);
	assert_selected(&play, "What a light");
	play_end(&play);
}

/* What is asked for is shown, whatever hid it. */
static void a_session_is_uncovered(void **state)
{
	struct play play = play_lanterns("f / l o f t Enter Space Esc Esc r G p");

	(void)state;
	assert_selected(&play, "Ünïcödé");
	assert_screen(&play, "Room: Net loft ✕", true); /* it was not hidden */
	play_script(&play, "2 Enter p");
	assert_selected(&play, "What a light");
	assert_screen(&play, "✕", false);
	assert_screen(&play, "Every session is shown again", true);
	play_script(&play, "40x10"); /* where it takes more than a line */
	assert_screen(&play, "among them.", true);
	play_script(&play, "/ t a r s Enter 2 p");
	assert_selected(&play, "What a light");
	assert_false(search_stands(play.app));
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(speakers_show_all_their_sessions),
	    cmocka_unit_test(rooms_show_all_their_sessions),
	    cmocka_unit_test(several_speakers_stand_in_groups),
	    cmocka_unit_test(who_has_nothing_else_is_said_to),
	    cmocka_unit_test(escape_leads_back_to_the_very_place),
	    cmocka_unit_test(one_goes_on_and_back_step_by_step),
	    cmocka_unit_test(a_long_way_is_bounded),
	    cmocka_unit_test(sessions_are_kept_from_there),
	    cmocka_unit_test(a_session_is_shown_in_the_programme),
	    cmocka_unit_test(a_session_is_uncovered),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("related", tests, NULL, NULL);
}
