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

/* The first timed session of the regatta and the last are kept, and the plan is open. */
static struct play begin(const char *script)
{
	struct play play;

	play_begin(&play, sample_regatta(), sample_at(1, 10, 12), 24, 80);
	play_script(&play, "g j j b G b 4 g");
	play_script(&play, script);
	return play;
}

static void free_time_is_a_row(void **state)
{
	struct play play = begin("");

	(void)state;
	assert_selected(&play, "1 h 30 free");
	assert_screen(&play, "Before  Ropes, Boathouse", true);
	play_script(&play, "j j");
	assert_selected(&play, "6 h free");
	assert_screen(&play, "After   Ropes, Boathouse", true);
	assert_screen(&play, "Before  Songs, Pier", true);
	play_script(&play, "b"); /* there is nothing to keep */
	assert_int_equal(play.saves, 2);
	assert_int_equal(play.removals, 0);
	play_end(&play);
}

static void free_time_opens_on_what_runs_in_it(void **state)
{
	struct play play = begin("j j Enter");

	(void)state;
	assert_int_equal(play.app->view, VIEW_SPARE);
	assert_screen(&play, "11:00 – 17:00 · 6 h free", true);
	assert_screen(&play, "6 sessions", true);
	assert_screen(&play, "Welcome", false);
	assert_selected(&play, "Knots");
	play_script(&play, "b");
	assert_int_equal(play.saves, 3);
	assert_screen(&play, "★ kept", true);
	assert_selected(&play, "★11:00 – 12:00  Knots");
	play_end(&play);
}

static void what_is_kept_there_parts_the_time(void **state)
{
	struct play play = begin("j j Enter j b u");

	(void)state;
	assert_screen(&play, "11:00 – 17:00", true); /* the sheet stays what it was */
	play_script(&play, "Esc");
	assert_int_equal(play.app->view, VIEW_AGENDA);
	assert_screen(&play, "11:00 – 11:30  30 min free", true);
	assert_screen(&play, "12:30 – 17:00  4 h 30 free", true);
	play_script(&play, "k b");
	assert_screen(&play, "11:00 – 17:00  6 h free", true);
	play_end(&play);
}

static void escape_leaves_the_session_then_the_sheet(void **state)
{
	struct play play = begin("40x10 j j Enter");

	(void)state;
	assert_selected(&play, "Knots");
	play_script(&play, "Enter");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	assert_screen(&play, "Esc back", true);
	assert_screen(&play, "Esc close", false);
	play_script(&play, "Esc");
	assert_selected(&play, "Knots");
	assert_screen(&play, "Esc close", true);
	play_script(&play, "Esc");
	assert_selected(&play, "6 h free");
	play_script(&play, "Enter Enter q"); /* closes it from anywhere */
	assert_selected(&play, "6 h free");
	play_script(&play, "Enter");
	assert_selected(&play, "Knots"); /* and it opens at its list */
	play_end(&play);
}

static void removing_what_bounds_a_free_time_keeps_the_cursor_sound(void **state)
{
	struct play play = begin("j j");

	(void)state;
	play_message(&play, &(struct message){.kind = MESSAGE_BOOKMARKS,
					      .bookmarks = &(struct bookmarks){0}});
	assert_sound(&play);
	assert_screen(&play, "You do not keep any session yet.", true);
	play_script(&play, "Enter Esc u");
	assert_sound(&play);
	play_end(&play);
}

static void rooms_that_change_at_once_are_named_where_they_fit(void **state)
{
	struct play play = begin("1 g j j j b 4"); /* Knots */

	(void)state;
	assert_screen(&play, "! from Boathouse to Sail loft without a minute between", true);
	play_script(&play, "70x24");
	assert_screen(&play, "! Boathouse → Sail loft, not a minute between", true);
	play_script(&play, "40x24");
	assert_screen(&play, "! another room, not a minute between", true);
	app_set_linear(play.app, true);
	play_message(&play, &(struct message){.kind = MESSAGE_NOTICE});
	play_script(&play, "120x24");
	assert_screen(&play, "from Boathouse to Sail loft without a minute between", true);
	play_end(&play);
}

static void one_stands_at_what_was_brought_back(void **state)
{
	struct play play = begin("j b");

	(void)state;
	assert_selected(&play, "★17:00 – 18:00  Songs");
	play_script(&play, "u");
	assert_selected(&play, "★10:30 – 11:00  Ropes");
	play_script(&play, "j j b k u");
	assert_selected(&play, "★17:00 – 18:00  Songs");
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(free_time_is_a_row),
	    cmocka_unit_test(free_time_opens_on_what_runs_in_it),
	    cmocka_unit_test(rooms_that_change_at_once_are_named_where_they_fit),
	    cmocka_unit_test(what_is_kept_there_parts_the_time),
	    cmocka_unit_test(escape_leaves_the_session_then_the_sheet),
	    cmocka_unit_test(removing_what_bounds_a_free_time_keeps_the_cursor_sound),
	    cmocka_unit_test(one_stands_at_what_was_brought_back),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("tui plan", tests, NULL, NULL);
}
