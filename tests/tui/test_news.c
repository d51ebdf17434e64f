/* What changed of what is kept: told, seen, taken. */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "base/memory.h"
#include "tui/app_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define NETS	"2031-06-12-mending-nets-mending-networks"
#define SIGNALS "2031-06-12-signals-for-the-deaf-foghorns-for-the-blind"
#define KEYNOTE "2031-06-12-keynote-the-ledger-of-the-lamps"

static struct play begin(const char *script)
{
	struct play play;

	play_begin(&play, sample_lanterns(), sample_at(1, 10, 12), 40, 80);
	play_revision(&play);
	play_script(&play, script);
	return play;
}

static const struct bookmark *on_disk(const struct play *play, const char *id)
{
	return bookmarks_find(&play->disk, id);
}

static void changes_are_told_when_they_are_found(void **state)
{
	struct play play = begin("");

	(void)state;
	assert_screen(&play, "! 4 changes in what you keep", true);
	play_script(&play, "j");
	assert_screen(&play, "! 4 changes in what you keep", false);
	play_message(&play, &(struct message){.kind = MESSAGE_BOOKMARKS, .bookmarks = &play.disk});
	assert_screen(&play, "! 4 changes in what you keep", false); /* no news */
	play_end(&play);
}

static void each_is_shown_before_and_after(void **state)
{
	struct play play = begin("4");

	(void)state;
	assert_screen(&play, "What changed", true);
	assert_screen(&play, "! moved  Thu 12 Jun, 9:30 → 10:00", true);
	assert_screen(&play, "! another room  Customs hall → Net loft", true);
	assert_screen(&play, "! cancelled  Thu 12 Jun, 17:00, Net loft", true);
	assert_screen(&play, "! gone  perhaps now Thu 12 Jun, 11:30, Customs hall", true);
	assert_screen(&play, "! gone  Thu 12 Jun, 18:00", true);
	play_script(&play, "1");
	assert_screen(&play, "! moved", true); /* in its row, and in the detail */
	assert_screen(&play, "Moved", true);
	assert_screen(&play, "Thu 12 Jun, 9:30 → 10:00", true);
	play_end(&play);
}

static void all_that_changed_of_one_is_shown(void **state)
{
	struct play play;
	struct bookmark *nets;

	(void)state;
	play_begin(&play, sample_lanterns(), sample_at(1, 10, 12), 40, 80);
	bookmarks_keep(&play.disk, play.agenda, (size_t)agenda_find_session(play.agenda, NETS),
		       NULL);
	nets = (struct bookmark *)on_disk(&play, NETS);
	nets->end += 30;
	free(nets->title);
	nets->title = memory_strdup("Nets");
	free(nets->speakers);
	nets->speakers = memory_strdup("Jo Flint");
	play_message(&play, &(struct message){.kind = MESSAGE_BOOKMARKS, .bookmarks = &play.disk});
	play_script(&play, "4");
	assert_screen(&play, "! another end  11:30 → 11:00", true);
	assert_screen(&play, "! renamed  Nets → Mending nets, mending networks", true);
	assert_screen(&play, "! other speakers  Jo Flint → Piet Oomen", true);
	play_end(&play);
}

static void what_was_seen_is_brought_up_to_date(void **state)
{
	struct play play = begin("4 a");
	const struct session *nets;

	(void)state;
	nets = &play.agenda->sessions[agenda_find_session(play.agenda, NETS)];
	assert_screen(&play, "! moved", false);
	assert_screen(&play, "marked as seen", true);
	assert_int_equal(on_disk(&play, NETS)->start, nets->start);
	assert_string_equal(on_disk(&play, NETS)->room, "Net loft");
	assert_true(on_disk(&play, SIGNALS)->cancelled);
	assert_true(on_disk(&play, "keynote-as-it-was")->lost);
	assert_string_equal(on_disk(&play, "keynote-as-it-was")->note, "sit in front");
	assert_int_equal(play.disk.count, 4);
	assert_screen(&play, "no longer in the programme", true); /* it stays, and is told */
	play_end(&play);
}

static void what_cannot_be_marked_stays_news(void **state)
{
	struct play play = begin("4 disk:full a");

	(void)state;
	assert_screen(&play, "Not marked: there is no space", true);
	assert_screen(&play, "! moved  Thu 12 Jun, 9:30 → 10:00", true);
	play_script(&play, "disk:ok a");
	assert_screen(&play, "! moved", false);
	play_end(&play);
}

static void nothing_is_marked_where_nothing_is_seen(void **state)
{
	struct play play = begin("a 1 a 3 a");

	(void)state;
	play_script(&play, "4");
	assert_screen(&play, "What changed", true);
	play_end(&play);
}

static void a_successor_is_kept_with_the_note(void **state)
{
	struct play play = begin("4 j Enter");

	(void)state;
	assert_screen(&play, "★ Kept instead: Keynote", true);
	assert_null(on_disk(&play, "keynote-as-it-was"));
	assert_string_equal(on_disk(&play, KEYNOTE)->note, "sit in front");
	assert_screen(&play, "perhaps now", false);
	play_script(&play, "u"); /* brings the other one back, with its note */
	assert_string_equal(on_disk(&play, "keynote-as-it-was")->note, "sit in front");
	assert_non_null(on_disk(&play, KEYNOTE));
	play_end(&play);
}

static void nothing_goes_before_its_successor_is_kept(void **state)
{
	struct play play = begin("4 j disk:full Enter");

	(void)state;
	assert_screen(&play, "Not kept: there is no space", true);
	assert_non_null(on_disk(&play, "keynote-as-it-was"));
	assert_null(on_disk(&play, KEYNOTE));
	assert_screen(&play, "perhaps now", true);
	play_end(&play);
}

/* The one without a successor is read with Enter, as every other row. */
static void what_is_gone_can_be_let_go(void **state)
{
	struct play play = begin("4 j j j b");

	(void)state;
	assert_screen(&play, "No longer kept: Night of fireworks", true);
	assert_null(on_disk(&play, "night-as-it-was"));
	play_script(&play, "u");
	assert_string_equal(on_disk(&play, "night-as-it-was")->title, "Night of fireworks");
	assert_screen(&play, "! gone  Thu 12 Jun, 18:00", true);
	play_end(&play);
}

static void letting_a_noted_one_go_asks_first(void **state)
{
	struct play play = begin("4 j b");

	(void)state;
	assert_screen(&play, "sit in front", true);
	assert_non_null(on_disk(&play, "keynote-as-it-was"));
	play_script(&play, "y");
	assert_null(on_disk(&play, "keynote-as-it-was"));
	play_end(&play);
}

/* Bookmarks under a former title */

static struct play begin_with_former(void)
{
	struct message message = {.kind = MESSAGE_FORMER};
	struct play play;

	play_begin(&play, sample_lanterns(), sample_at(1, 10, 12), 24, 80);
	message.former.name = "lantern-2031";
	message.former.count = 3;
	play_message(&play, &message);
	return play;
}

static void former_bookmarks_are_taken_over_or_not(void **state)
{
	struct play play = begin_with_former();

	(void)state;
	assert_screen(&play, "Take over 3 bookmarks?", true);
	assert_screen(&play, "lantern-2031", true);
	play_script(&play, "y");
	assert_int_equal(play.adoptions, 1);
	assert_screen(&play, "Your bookmarks were taken over", true);
	play_end(&play);
	play = begin_with_former();
	play_script(&play, "n");
	assert_int_equal(play.adoptions, 0);
	assert_int_equal(play.refusals, 1);
	assert_screen(&play, "Take over", false);
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(changes_are_told_when_they_are_found),
	    cmocka_unit_test(each_is_shown_before_and_after),
	    cmocka_unit_test(all_that_changed_of_one_is_shown),
	    cmocka_unit_test(what_was_seen_is_brought_up_to_date),
	    cmocka_unit_test(what_cannot_be_marked_stays_news),
	    cmocka_unit_test(nothing_is_marked_where_nothing_is_seen),
	    cmocka_unit_test(a_successor_is_kept_with_the_note),
	    cmocka_unit_test(nothing_goes_before_its_successor_is_kept),
	    cmocka_unit_test(what_is_gone_can_be_let_go),
	    cmocka_unit_test(letting_a_noted_one_go_asks_first),
	    cmocka_unit_test(former_bookmarks_are_taken_over_or_not),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("news", tests, NULL, NULL);
}
