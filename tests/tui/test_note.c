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

/* The role of the first cell of a text on the screen. */
static enum role role_of(const struct play *play, const char *text)
{
	for (int row = 0; row < screen_rows(play->screen); row++)
		for (int column = 0; column < screen_columns(play->screen); column++) {
			size_t length = 0;

			while (text[length] &&
			       column + (int)length < screen_columns(play->screen) &&
			       *screen_cell(play->screen, row, column + (int)length)->text ==
				   text[length])
				length++;
			if (!text[length])
				return (enum role)screen_cell(play->screen, row, column)->role;
		}
	fail_msg("%s is not shown", text);
	return ROLE_TEXT;
}

static void a_line_is_written_and_keeps_the_session(void **state)
{
	struct play play = play_lanterns("j k k m h i Space !");

	(void)state;
	assert_screen(&play, "Note: hi !", true);
	assert_int_equal(play.notes, 0);
	play_script(&play, "Enter");
	assert_int_equal(play.notes, 1);
	assert_int_equal(play.disk.count, 1);
	assert_string_equal(play.disk.items[0].note, "hi !");
	assert_screen(&play, "★ Noted: Doors open", true);
	play_script(&play, "j k");
	assert_screen(&play, "Doors open  ✎ note", true);
	assert_screen(&play, "★ kept · ✎ note", true); /* in the detail */
	assert_screen(&play, "Note   hi !", true);
	play_end(&play);
}

/* Of a line that is longer than the window one sees what is around the cursor. */
static void a_long_line_is_seen_where_the_cursor_is(void **state)
{
	struct play play = play_lanterns("j 40x10 m a b c d e f g h i j k l m n o p q r s t u v w "
					 "x y z A B C D E F G H I J K L M");

	(void)state;
	assert_screen(&play, "JKLM", true);
	assert_screen(&play, "abc", false);
	play_script(&play, "Home");
	assert_screen(&play, "abc", true);
	assert_screen(&play, "JKLM", false);
	play_script(&play, "→ → → Delete");
	assert_screen(&play, "abcefg", true);
	play_script(&play, "End Ctrl-W 1 2");
	assert_screen(&play, "Note: 12", true);
	play_end(&play);
}

/* What is typed and the title it is about are not taken for one text. */
static void the_line_says_first_what_it_is_about(void **state)
{
	struct play play = play_lanterns("j k k m h i");

	(void)state;
	assert_screen(&play, " Doors open  Note: hi   ", true);
	play_script(&play, "40x10");
	assert_screen(&play, " Note: hi   ", true); /* no room for both */
	assert_screen(&play, "Doors open  Note", false);
	play_end(&play);
}

static void the_line_begins_as_the_note_and_an_empty_one_removes_it(void **state)
{
	struct play play = play_lanterns("j m h i Enter m");

	(void)state;
	assert_screen(&play, "Note: hi", true);
	play_script(&play, "! Enter");
	assert_string_equal(play.disk.items[0].note, "hi!");
	play_script(&play, "m Esc m Enter"); /* nothing is changed */
	assert_int_equal(play.notes, 2);
	play_script(&play, "m Ctrl-U Space Enter");
	assert_int_equal(play.notes, 3);
	assert_null(play.disk.items[0].note);
	assert_screen(&play, "Note removed: Mending nets", true);
	assert_int_equal(play.disk.count, 1); /* it is still kept */
	play_end(&play);
}

static void nothing_typed_keeps_nothing(void **state)
{
	struct play play = play_lanterns("j m Enter m Space Enter m x Esc");

	(void)state;
	assert_int_equal(play.notes, 0);
	assert_int_equal(play.disk.count, 0);
	assert_screen(&play, "★", false);
	play_end(&play);
}

static void letting_a_note_go_asks_first(void **state)
{
	struct play play = play_lanterns("j m h i Enter b");

	(void)state;
	assert_screen(&play, "Let it go with your note? \"hi\"", true);
	play_script(&play, "n");
	assert_int_equal(play.removals, 0);
	play_script(&play, "b y");
	assert_int_equal(play.removals, 1);
	assert_int_equal(play.disk.count, 0);
	play_script(&play, "u");
	assert_string_equal(play.disk.items[0].note, "hi");
	play_end(&play);
}

/* Whatever happens meanwhile in another window. */
static void an_answer_comes_late(void **state)
{
	static const struct bookmarks nothing = {0};
	struct play play = play_lanterns("j m h i Enter b");
	struct message message = {.kind = MESSAGE_BOOKMARKS, .bookmarks = &nothing};

	(void)state;
	play_message(&play, &message);
	play_script(&play, "y");
	assert_int_equal(play.saves + play.removals, 0); /* it is not kept again by a yes */
	play_end(&play);
}

static void what_is_not_written_is_not_shown(void **state)
{
	struct play play = play_lanterns("j disk:full m h i Enter");

	(void)state;
	assert_screen(&play, "Not noted: there is no space left on the device", true);
	assert_screen(&play, "✎", false);
	assert_screen(&play, "★", false);
	play_script(&play, "disk:ok m ↑ Enter"); /* the line is remembered */
	assert_string_equal(play.disk.items[0].note, "hi");
	play_end(&play);
}

static void notes_are_found_and_marked(void **state)
{
	struct play play = play_lanterns("j m K e t t l e Space é Enter / k e t");

	(void)state;
	assert_screen(&play, "1 session", true);
	assert_screen(&play, "Note: Kettle é", true);
	assert_int_equal(role_of(&play, "Note: Ket"), ROLE_TEXT);
	assert_int_equal(role_of(&play, "Ket"), ROLE_MATCH);
	play_script(&play, "Enter");
	assert_screen(&play, "Mending nets", true);
	play_script(&play, "m Ctrl-U Enter"); /* it is what was found no more */
	assert_screen(&play, "No session holds what you search for.", true);
	play_end(&play);
}

static const struct bookmark gone = {
    .id = (char *)"2031-06-12-the-tar-kettle",
    .title = (char *)"The tar kettle",
    .note = (char *)"two\nlines",
    .day = CIVIL_NONE,
    .start = CIVIL_NONE,
    .end = CIVIL_NONE,
};

static void what_is_gone_can_be_noted(void **state)
{
	struct play play = play_lanterns("j 4");

	(void)state;
	play_bookmark(&play, &gone);
	assert_screen(&play, "Note: two lines", true);
	play_script(&play, "m Enter");
	assert_int_equal(play.notes, 0); /* two lines they stay */
	play_script(&play, "m ! Enter");
	assert_int_equal(play.notes, 1);
	assert_string_equal(play.disk.items[0].note, "two lines!");
	assert_screen(&play, "★ Noted: The tar kettle", true);
	play_script(&play, "m Ctrl-U");
	play_message(&play, &(struct message){.kind = MESSAGE_BOOKMARKS,
					      .bookmarks = &(struct bookmarks){0}});
	play_script(&play, "x Enter");
	assert_screen(&play, "Not noted: this is not kept any more.", true);
	play_end(&play);
}

static void nothing_else_can_be_noted(void **state)
{
	struct play play = play_lanterns("j h m");

	(void)state;
	assert_int_equal(play.app->asked, ASK_NOTHING);
	play_script(&play, "3 m ? m Esc");
	assert_int_equal(play.app->asked, ASK_NOTHING);
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_line_is_written_and_keeps_the_session),
	    cmocka_unit_test(a_long_line_is_seen_where_the_cursor_is),
	    cmocka_unit_test(the_line_says_first_what_it_is_about),
	    cmocka_unit_test(the_line_begins_as_the_note_and_an_empty_one_removes_it),
	    cmocka_unit_test(nothing_typed_keeps_nothing),
	    cmocka_unit_test(letting_a_note_go_asks_first),
	    cmocka_unit_test(an_answer_comes_late),
	    cmocka_unit_test(what_is_not_written_is_not_shown),
	    cmocka_unit_test(notes_are_found_and_marked),
	    cmocka_unit_test(what_is_gone_can_be_noted),
	    cmocka_unit_test(nothing_else_can_be_noted),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("note", tests, NULL, NULL);
}
