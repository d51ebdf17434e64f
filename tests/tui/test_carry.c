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

static void it_suggests_what_is_looked_at(void **state)
{
	struct play play = play_lanterns("j e");

	(void)state;
	assert_selected(&play, "(x) This session: Mending nets");
	assert_screen(
	    &play, "( ) This day: Thursday 12 June                                   10 sessions",
	    true);
	assert_screen(&play, ") My agenda", false); /* there is nothing in it */
	assert_screen(&play, "the search shows", false);
	play_script(&play, "Esc b 4 e");
	assert_selected(&play, "(x) My agenda");
	play_script(&play, "Esc / l a m p Enter e");
	assert_selected(&play, "(x) What the search shows: lamp");
	play_script(&play, "Esc 3 e");
	assert_selected(&play, "(x) This day");
	play_end(&play);
}

static void a_narrow_window_cuts_no_choice(void **state)
{
	struct play play = play_lanterns("40x60 e j j");

	(void)state;
	assert_screen(&play, "…", true); /* a long title is */
	play_script(&play, "Enter");
	for (size_t i = 0; i < play.app->carry.format_count; i++) {
		play_script(&play, i ? "j" : "g j j j");
		assert_selected(&play, play.app->carry.formats[i].name);
	}
	play_script(&play, "G g j j Enter Enter");
	assert_selected(&play, "Into a file:");
	assert_screen(&play, "2031.", true);
	assert_screen(&play, "zone they are", true);
	assert_screen(&play, "  phone", true);
	play_end(&play);
}

static void each_choice_leads_to_the_next(void **state)
{
	struct play play = play_lanterns("j e G k k");

	(void)state;
	assert_selected(&play, "Into a file: ");
	play_script(&play, "g j j Enter"); /* everything */
	assert_selected(&play, "(x) ics");
	play_script(&play, "k Enter");
	assert_selected(&play, "lanterns-ledgers-a-harbour-meeting-2031.txt");
	assert_screen(&play, "(x) Everything", true);
	assert_screen(&play, "(x) text", true);
	assert_screen(&play, "( ) ics", true);
	play_script(&play, "Enter");
	assert_screen(&play, "File: ", true);
	play_script(&play, "Enter");
	assert_int_equal(play.exports, 1);
	assert_string_equal(play.file, "lanterns-ledgers-a-harbour-meeting-2031.txt");
	assert_int_equal(play.order.format, 0);
	assert_true(play.order.whole);
	assert_screen(&play, "Written: lanterns", true);
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_end(&play);
}

static void names_of_files_say_what_is_in_them(void **state)
{
	struct play play = play_lanterns("j b e");

	(void)state;
	assert_screen(&play, "-2031-mending-nets-mending-networks.ics", true);
	play_script(&play, "j Enter");
	assert_screen(&play, "-2031-2031-06-12.ics", true);
	play_script(&play, "g j j Enter");
	assert_screen(&play, "-2031-my-agenda.ics", true);
	play_script(&play, "Esc j j j e"); /* a title without a letter of the alphabet */
	assert_screen(&play, "-2031.ics", true);
	play_end(&play);
}

static void a_file_that_is_there_is_not_replaced_unasked(void **state)
{
	struct play play = play_lanterns("j e G k k Enter Ctrl-U ~ / a Enter e G k k Enter");

	(void)state;
	/* the same folder again */
	assert_string_equal(buffer_text(ask_line(play.app)),
			    "~/lanterns-ledgers-a-harbour-meeting-2031-mending-nets-mending-"
			    "networks.ics");
	play_script(&play, "Ctrl-U ~ / a Enter");
	assert_screen(&play, "It is there already: replace it? ~/a", true);
	play_script(&play, "n");
	assert_int_equal(play.exports, 1);
	assert_int_equal(play.app->view, VIEW_CARRY);
	play_script(&play, "Enter Ctrl-U ~ / a Enter y");
	assert_int_equal(play.exports, 2);
	assert_true(play.order.replace);
	assert_screen(&play, "Written: ~/a", true);
	play_script(&play, "e G k k Enter Ctrl-U b Enter");
	assert_false(play.order.replace);
	play_end(&play);
}

static void what_fails_leaves_the_sheet_open(void **state)
{
	struct play play = play_lanterns("j disk:full e G k k Enter Enter");

	(void)state;
	assert_int_equal(play.exports, 0);
	assert_screen(&play, "Not written: there is no space left on the device", true);
	assert_int_equal(play.app->view, VIEW_CARRY);
	play_script(&play, "disk:ok Enter Enter");
	assert_int_equal(play.exports, 1);
	play_script(&play, "e G k k Enter Ctrl-U Enter Enter Ctrl-U Space Enter"); /* no name */
	assert_int_equal(play.exports, 1);
	play_end(&play);
}

static void the_clipboard_takes_them(void **state)
{
	struct play play = play_lanterns("j b 4 e G k Enter");

	(void)state;
	assert_int_equal(play.copied_sessions, 1);
	assert_screen(&play, "Sent to the clipboard: 1 session", true);
	assert_int_equal(play.app->view, VIEW_AGENDA);
	play_end(&play);
}

static void codes_are_walked_through(void **state)
{
	struct play play = play_lanterns("j 120x40 e j Enter G Enter");

	(void)state;
	assert_int_equal(play.app->view, VIEW_CODE);
	assert_screen(&play, "1 of 10", true);
	assert_screen(&play, "Doors open", true);
	assert_screen(&play, "Thursday 12 June, 9:00 · Customs hall", true);
	play_script(&play, "← h");
	assert_screen(&play, "1 of 10", true);
	play_script(&play, "→ l i");
	assert_screen(&play, "3 of 10", true);
	assert_screen(&play, "Mending nets", true);
	assert_screen(&play, "light on dark", false);
	play_script(&play, "→ → → → → → → → →");
	assert_screen(&play, "10 of 10", true);
	assert_sound(&play);
	assert_true(play.app->code.swapped); /* as it was left */
	play_script(&play, "80x24 40x10");
	assert_screen(&play, "The QR code of this session needs a", true);
	assert_sound(&play);
	play_script(&play, "120x40 Esc");
	assert_int_equal(play.app->view, VIEW_CARRY);
	play_script(&play, "Esc 3 Tab c"); /* a link is no walk */
	assert_int_equal(play.app->view, VIEW_CODE);
	assert_screen(&play, " of 10", false);
	play_script(&play, "→");
	assert_screen(&play, " of 10", false);
	play_end(&play);
}

/* The fuller the larger; what is left out is said. */
static void a_code_says_what_has_room(void **state)
{
	struct play play = play_lanterns("j 200x60 e G Enter");

	(void)state;
	assert_screen(&play, "larger window", false);
	play_script(&play, "80x24");
	assert_screen(&play, "until when it lasts", true);
	assert_screen(&play, "needs a window", false);
	play_script(&play, "Esc Esc G k k k e G Enter"); /* a title of 100 letters */
	assert_screen(&play, "needs a window", false);
	play_end(&play);
}

static void an_empty_agenda_can_be_carried_too(void **state)
{
	struct play play;

	(void)state;
	play_begin(&play, sample_empty(), sample_at(1, 10, 12), 10, 40);
	play_script(&play, "e");
	assert_selected(&play, "(x) Everything");
	play_script(&play, "Enter Enter Enter Enter");
	assert_int_equal(play.exports, 1);
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_suggests_what_is_looked_at),
	    cmocka_unit_test(a_narrow_window_cuts_no_choice),
	    cmocka_unit_test(each_choice_leads_to_the_next),
	    cmocka_unit_test(names_of_files_say_what_is_in_them),
	    cmocka_unit_test(a_file_that_is_there_is_not_replaced_unasked),
	    cmocka_unit_test(what_fails_leaves_the_sheet_open),
	    cmocka_unit_test(the_clipboard_takes_them),
	    cmocka_unit_test(codes_are_walked_through),
	    cmocka_unit_test(a_code_says_what_has_room),
	    cmocka_unit_test(an_empty_agenda_can_be_carried_too),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("carry", tests, NULL, NULL);
}
