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

/* The keynote at 11:30 is kept; it is 10:12, or what the script says. */
static struct play begin(const char *script)
{
	struct play play;

	play_begin(&play, sample_lanterns(), sample_at(1, 10, 12), 24, 80);
	play_script(&play, "remind:10 j b k");
	play_script(&play, script);
	return play;
}

/* The last row of the screen. */
static const char *last_line(const struct play *play)
{
	static char line[SCREEN_MOST_COLUMNS * SCREEN_CELL_BYTES];
	int row = screen_rows(play->screen) - 1;

	*line = '\0';
	for (int i = 0; i < screen_columns(play->screen); i++)
		strcat(line, screen_cell(play->screen, row, i)->text);
	return line;
}

static void assert_line(const struct play *play, const char *text)
{
	assert_sound(play);
	if (!strstr(last_line(play), text))
		fail_msg("\"%s\" is not in \"%s\"", text, last_line(play));
}

static void a_session_that_is_near_is_told_once(void **state)
{
	struct play play = begin("d1@11:19");

	(void)state;
	assert_line(&play, "? help");
	assert_int_equal(play.bells, 0);
	play_script(&play, "d1@11:20");
	assert_line(&play, "In 10 min: Keynote: the ledger of the lamps, Customs hall");
	assert_int_equal(play.bells, 1);
	play_script(&play, "d1@11:21");
	assert_line(&play, "In 9 min: Keynote");
	play_script(&play, "k");
	assert_line(&play, "? help");
	play_script(&play, "d1@11:22 d1@11:30 d1@11:31");
	assert_line(&play, "? help");
	assert_int_equal(play.bells, 1);
	play_end(&play);
}

static void the_line_stays_until_a_key(void **state)
{
	struct play play = begin("d1@11:25 d1@11:29");

	(void)state;
	assert_line(&play, "In 1 min: Keynote");
	play_script(&play, "d1@11:31");
	assert_line(&play, "Since 11:30: Keynote");
	play_script(&play, "70x20");
	assert_line(&play, "Since 11:30: Keynote");
	play_script(&play, "d1@13:00"); /* it is over */
	assert_line(&play, "? help");
	assert_int_equal(play.bells, 1);
	play_end(&play);
}

static void a_warning_behind_it_is_told_after_it(void **state)
{
	struct play play = begin("d1@11:25");

	(void)state;
	play_message(&play, &(struct message){.kind = MESSAGE_NOTICE, .notice = "x.ics is odd"});
	assert_line(&play, "In 5 min: Keynote");
	play_script(&play, "k");
	assert_line(&play, "x.ics is odd");
	play_script(&play, "k");
	assert_line(&play, "? help");
	play_end(&play);
}

/* A key that is typed into a line, or answers a question, was not hit for what it hides. */
static void what_is_typed_does_not_take_it_away(void **state)
{
	struct play play = begin("/ d1@11:25 z z");

	(void)state;
	assert_line(&play, "/zz");
	play_script(&play, "Esc");
	assert_line(&play, "In 5 min: Keynote");
	play_script(&play, "30x6 k 80x24"); /* nothing could be read there */
	assert_line(&play, "In 5 min: Keynote");
	play_script(&play, "k");
	assert_line(&play, "? help");
	play_end(&play);
}

static void what_is_opened_late_is_told_at_once(void **state)
{
	static const struct bookmark keynote = {
	    .id = (char *)"2031-06-12-keynote-the-ledger-of-the-lamps",
	    .title = (char *)"Keynote",
	};
	struct play play;

	(void)state;
	play_begin(&play, sample_lanterns(), sample_at(1, 11, 27), 24, 80);
	play_script(&play, "remind:10");
	play_bookmark(&play, &keynote);
	assert_line(&play, "In 3 min: Keynote");
	assert_int_equal(play.bells, 1);
	play_end(&play);
	play_begin(&play, sample_lanterns(), sample_at(1, 11, 30), 24, 80);
	play_script(&play, "remind:10");
	play_bookmark(&play, &keynote);
	play_script(&play, "d1@11:31");
	assert_line(&play, "? help"); /* it has begun */
	play_end(&play);
}

static void whoever_keeps_a_near_session_knows(void **state)
{
	struct play play = begin("d1@13:50 j j j b d1@13:51");

	(void)state;
	assert_int_equal(play.bells, 0);
	assert_line(&play, "★ Kept");
	play_end(&play);
}

static void several_share_the_line(void **state)
{
	struct play play = begin("j j b j b d1@13:52");

	(void)state;
	assert_line(&play, " 8 min: שלום מהמגדלור, Customs hall");
	assert_int_equal(play.app->reminder.standing.count, 2);
	assert_int_equal(play.bells, 1);
	play_end(&play);
}

static void nobody_is_reminded_of_what_is_off(void **state)
{
	struct play play = begin("G k k b k d1@16:55 d1@16:59");

	(void)state;
	assert_line(&play, "? help"); /* the signals are cancelled */
	play_end(&play);
	play = begin("k remind:0 d1@11:25");
	assert_line(&play, "? help");
	play_end(&play);
	play = begin("j b k d1@11:25");
	assert_line(&play, "? help"); /* it is not kept any more */
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_session_that_is_near_is_told_once),
	    cmocka_unit_test(the_line_stays_until_a_key),
	    cmocka_unit_test(a_warning_behind_it_is_told_after_it),
	    cmocka_unit_test(what_is_typed_does_not_take_it_away),
	    cmocka_unit_test(what_is_opened_late_is_told_at_once),
	    cmocka_unit_test(whoever_keeps_a_near_session_knows),
	    cmocka_unit_test(several_share_the_line),
	    cmocka_unit_test(nobody_is_reminded_of_what_is_off),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("reminder", tests, NULL, NULL);
}
