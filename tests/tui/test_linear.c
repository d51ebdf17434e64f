/*
 * The browser as it is heard or felt: sentences, one pane at a time, and what is said of every
 * change.
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

/* The lanterns in lines, in a window wide enough for whole sentences. */
static struct play play_aloud(const char *script)
{
	struct play play = play_lanterns("120x24");

	app_set_linear(play.app, true);
	play_message(&play, &(struct message){.kind = MESSAGE_NOTICE});
	play_script(&play, script);
	return play;
}

/* The line at the bottom but one, where changes are said. */
static const char *said(const struct play *play)
{
	static char words[512];
	struct buffer out = {0};

	app_said(play->app, &out);
	snprintf(words, sizeof words, "%s", buffer_text(&out));
	buffer_free(&out);
	return words;
}

static void assert_said(const struct play *play, const char *text)
{
	assert_sound(play);
	assert_string_equal(said(play), text);
	assert_screen(play, text, true);
}

/* The session that is selected reads so. */
static void assert_reads(const struct play *play, const char *sentence)
{
	const char *line = cursor_line(play);
	size_t length = strlen(sentence), mark = strlen("▸ ");

	assert_sound(play);
	if (strncmp(line, "▸ ", mark) || strncmp(line + mark, sentence, length) ||
	    strspn(line + mark + length, " ") != strlen(line + mark + length))
		fail_msg("\"%s\" is not \"%s\"", line, sentence);
}

static void a_row_is_a_sentence(void **state)
{
	struct play play = play_aloud("");

	(void)state;
	assert_reads(&play, "9:30 to 10:30, What a lighthouse owes its town, on now, 48 min left, "
			    "Customs hall");
	assert_screen(&play, "  9:00, Doors open, over, Customs hall", true);
	play_script(&play, "j");
	assert_reads(&play, "10:00 to 11:00, Mending nets, mending networks, next, in 18 min, "
			    "Net loft");
	play_script(&play, "G k");
	assert_reads(&play, "19:00 to 1:00, Night of lanterns");
	play_script(&play, "k");
	assert_reads(&play, "17:00 to 17:30, Signals for the deaf, foghorns for the blind, "
			    "cancelled, Net loft");
	play_end(&play);
}

static void what_is_kept_and_overlaps_is_said(void **state)
{
	struct play play = play_aloud("b j b");

	(void)state;
	assert_reads(&play, "10:00 to 11:00, Mending nets, mending networks, next, in 18 min, "
			    "kept, overlaps another one that is kept, Net loft");
	play_script(&play, "4");
	assert_screen(&play, "Overlaps Mending nets, mending networks, for 30 min", true);
	play_end(&play);
}

/* Nothing is drawn that says nothing, whatever is open. */
static void nothing_is_drawn_but_words(void **state)
{
	static const char *const doors[] = {"",	 "Enter", "2", "2 Enter", "3", "4",   "5", ".",
					    "f", "?",	  "e", "s",	  "r", "b 4", "l"};
	static const char *const signs[] = {"─", "│", "┼", "├", "┬", "▌", "█", "▀", "▄", "↑", "↓"};

	(void)state;
	for (size_t door = 0; door < sizeof doors / sizeof *doors; door++) {
		struct play play = play_aloud(doors[door]);

		play_script(&play, "80x24");
		assert_sound(&play);
		for (int row = 0; row < screen_rows(play.screen) - 1; row++)
			for (int column = 0; column < screen_columns(play.screen); column++)
				for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
					if (!strcmp(screen_cell(play.screen, row, column)->text,
						    signs[i]))
						fail_msg("%s after \"%s\"", signs[i], doors[door]);
		play_end(&play);
	}
}

/* A fact is a line, and so is a row of any other table. */
static void facts_are_lines(void **state)
{
	struct play play = play_aloud("Enter");

	(void)state;
	assert_screen(&play, "When: Thursday 12 June, 9:30 to 10:30", true);
	assert_screen(&play, "Where: Customs hall", true);
	play_end(&play);
}

/* Every change is said */

static void it_names_the_event_at_the_start(void **state)
{
	struct play play = play_lanterns("120x24");

	(void)state;
	app_set_linear(play.app, true);
	assert_string_equal(said(&play), "Lanterns & Ledgers, a harbour meeting. "
					 "Programme, Thursday 12 June 2031, 10 sessions. 2 of 10");
	play_script(&play, "2");
	assert_string_equal(said(&play), "Themes. 1 of 4");
	play_end(&play);
}

static void it_says_where_one_is(void **state)
{
	struct play play = play_aloud("2");

	(void)state;
	assert_string_equal(said(&play), "Themes. 1 of 4");
	play_script(&play, "1");
	assert_said(&play, "Programme, Thursday 12 June 2031, 10 sessions. 2 of 10");
	play_script(&play, "]");
	assert_non_null(strstr(said(&play), "Programme, Friday 13 June 2031"));
	play_end(&play);
}

static void it_says_the_row_of_how_many(void **state)
{
	struct play play = play_aloud("j");

	(void)state;
	assert_said(&play, "3 of 10");
	play_script(&play, "j j");
	assert_said(&play, "5 of 10");
	play_script(&play, "G");
	assert_said(&play, "10 of 10");
	play_script(&play, "G"); /* nothing changes */
	assert_string_equal(said(&play), "");
	play_end(&play);
}

static void it_says_what_stands_over_a_row(void **state)
{
	struct play play = play_aloud(".");

	(void)state;
	play_script(&play, "G");
	assert_non_null(strstr(said(&play), "No room named. 4 of 4"));
	play_script(&play, "g");
	assert_non_null(strstr(said(&play), "Customs hall. "));
	play_end(&play);
}

static void it_says_what_became_of_a_row(void **state)
{
	struct play play = play_aloud("f");

	(void)state;
	play_script(&play, "Space");
	assert_non_null(strstr(said(&play), ", ticked, "));
	play_script(&play, "Space");
	assert_non_null(strstr(said(&play), ", not ticked, "));
	play_end(&play);
}

static void it_says_what_was_done(void **state)
{
	struct play play = play_aloud("b");

	(void)state;
	assert_said(&play, "★ Kept: What a lighthouse owes its town");
	play_script(&play, "4 b");
	assert_non_null(strstr(said(&play), "No longer kept: What a lighthouse owes its town"));
	play_end(&play);
}

/* What the world says is not lost for what changed with it. */
static void it_says_what_came_from_elsewhere(void **state)
{
	struct play play = play_aloud("4");

	(void)state;
	play_revision(&play);
	assert_non_null(
	    strstr(said(&play), "changes in what you keep: see My agenda. My agenda, "));
	play_script(&play, "d1@9:43"); /* it was said before */
	assert_non_null(
	    strstr(said(&play), "changes in what you keep: see My agenda. My agenda, "));
	play_end(&play);
}

/* What of a sentence the window cuts is said below. */
static void nothing_is_lost_in_a_narrow_window(void **state)
{
	struct play play = play_aloud("40x10 j");

	(void)state;
	assert_selected(&play, "10:00 to 11:00, Mending nets, mending");
	assert_string_equal(said(&play), "… networks, next, in 18\u00A0min, Net loft. 3 of 10");
	play_script(&play, "j"); /* the edge is within a word */
	assert_string_equal(said(&play), "… lamps, Customs hall. 4 of 10");
	play_end(&play);
}

static void the_clock_alone_says_nothing(void **state)
{
	struct play play = play_aloud("d1@9:43");

	(void)state;
	assert_string_equal(said(&play), "");
	assert_reads(&play, "9:30 to 10:30, What a lighthouse owes its town, on now, 47 min left, "
			    "Customs hall");
	play_end(&play);
}

static void each_warning_is_said_once(void **state)
{
	struct play play = play_aloud("");

	(void)state;
	play_message(&play, &(struct message){.kind = MESSAGE_NOTICE, .notice = "x.ics is odd"});
	play_message(&play, &(struct message){.kind = MESSAGE_NOTICE, .notice = "so is y.ics"});
	assert_said(&play, "x.ics is odd");
	play_script(&play, "j");
	assert_said(&play, "so is y.ics. 3 of 10");
	play_script(&play, "j");
	assert_said(&play, "4 of 10");
	play_end(&play);
}

static void a_prompt_and_the_keys_have_a_line_each(void **state)
{
	struct play play = play_aloud("80x24 / n e t");
	int row, column;

	(void)state;
	screen_cursor(play.screen, &row, &column);
	assert_int_equal(row, 22);
	assert_non_null(strstr(cursor_line(&play), "/net"));
	play_script(&play, "Enter");
	assert_non_null(strstr(said(&play), "Search: net"));
	play_end(&play);
}

static void the_footer_says_arrows_in_words(void **state)
{
	struct play play = play_aloud("120x24");

	(void)state;
	assert_screen(&play, "Up Down move", true);
	play_script(&play, "120x24 5");
	assert_screen(&play, "↑", false);
	if (play_speak("fr")) {
		play_script(&play, "1");
		assert_screen(&play, "Haut Bas choisir", true);
	}
	play_speak("en");
	play_end(&play);
}

static void keys_are_said_in_the_language_spoken(void **state)
{
	struct play play;

	(void)state;
	if (!play_speak("fr"))
		skip();
	play = play_aloud("200x100 ?");
	assert_screen(&play, "b Espace, Garder une séance", true);
	assert_screen(&play, "Haut k, Vers le haut", true);
	assert_screen(&play, "PgSuiv", true);
	play_speak("en");
	play_script(&play, "80x100");
	assert_screen(&play, "Left Ctrl-B, To the character before", true);
	play_end(&play);
}

/* A code says nothing to who hears it: what it is of does, and that there is none. */
static void a_code_is_said_to_be_one(void **state)
{
	struct play play = play_aloud("3 Tab c");

	(void)state;
	assert_said(&play, "QR code, Lanterns & Ledgers, a harbour meeting");
	play_script(&play, "Esc 40x10 c");
	assert_non_null(strstr(said(&play), "the window is too small for it"));
	play_end(&play);
}

/* The grid is a picture: its place is taken by the list, with the same session selected. */
static void the_grid_is_a_list(void **state)
{
	struct play play = play_aloud("j 5");

	(void)state;
	assert_reads(&play, "10:00 to 11:00, Mending nets, mending networks, next, in 18 min, "
			    "Net loft");
	assert_screen(&play, "Grid, Thursday 12 June 2031, 10 sessions", true);
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_row_is_a_sentence),
	    cmocka_unit_test(what_is_kept_and_overlaps_is_said),
	    cmocka_unit_test(nothing_is_drawn_but_words),
	    cmocka_unit_test(facts_are_lines),
	    cmocka_unit_test(it_names_the_event_at_the_start),
	    cmocka_unit_test(it_says_where_one_is),
	    cmocka_unit_test(it_says_the_row_of_how_many),
	    cmocka_unit_test(it_says_what_stands_over_a_row),
	    cmocka_unit_test(it_says_what_became_of_a_row),
	    cmocka_unit_test(it_says_what_was_done),
	    cmocka_unit_test(it_says_what_came_from_elsewhere),
	    cmocka_unit_test(nothing_is_lost_in_a_narrow_window),
	    cmocka_unit_test(the_clock_alone_says_nothing),
	    cmocka_unit_test(each_warning_is_said_once),
	    cmocka_unit_test(a_prompt_and_the_keys_have_a_line_each),
	    cmocka_unit_test(the_footer_says_arrows_in_words),
	    cmocka_unit_test(keys_are_said_in_the_language_spoken),
	    cmocka_unit_test(a_code_is_said_to_be_one),
	    cmocka_unit_test(the_grid_is_a_list),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("linear", tests, NULL, NULL);
}
