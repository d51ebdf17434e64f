/*
 * The views and what leads to them, as a person goes round: by keys and by the mouse.
 */
#include "config.h"

#include "visit.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
	const char *key, *tab, *shows;
} views[] = {
    {"1", "1 Programme", "Thursday 15 May 2031                    8 sessions"},
    {"2", "2 Themes", "de la grammaire au code"},
    {"3", "3 Practical information", "au sous-sol"},
    {"4", "4 My agenda", "You do not keep any session yet."},
    {"5", "5 Grid", "8 sessions · rooms"},
};

enum { VIEWS = sizeof views / sizeof *views };

static void assert_open(struct viewer *viewer, int view)
{
	char tab[64];

	snprintf(tab, sizeof tab, "[%s]", views[view].tab);
	viewer_expect(viewer, tab);
	viewer_expect(viewer, views[view].shows);
}

static void every_view_is_opened_by_its_key_and_its_tab(void **state)
{
	struct viewer *viewer = visit(*state);

	for (int from = 0; from < VIEWS; from++)
		for (int to = 0; to < VIEWS; to++) {
			viewer_type(viewer, views[from].key);
			assert_open(viewer, from);
			viewer_click_on(viewer, views[to].tab, 1, 1);
			assert_open(viewer, to);
		}
	viewer_quit(viewer);
}

/* Six rooms, of which a window of 80 columns shows four, and a day that is higher than it. */
static void the_grid_scrolls_both_ways(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_type(viewer, "5");
	viewer_expect(viewer, "rooms 1–4 of 6");
	viewer_until(viewer, viewer_is_left_of, "Licences libres");
	viewer_type(viewer, "l");
	viewer_until(viewer, viewer_is_left_of, "Sewing circle");
	viewer_type(viewer, "\033[C");
	viewer_until(viewer, viewer_is_left_of, "Radio du port");
	viewer_expect(viewer, "rooms 3–6 of 6");
	viewer_type(viewer, "g");
	viewer_until(viewer, viewer_is_left_of, "Petit");
	viewer_expect(viewer, "rooms 1–4 of 6");
	viewer_click_on(viewer, "→", 0, 1);
	viewer_expect_no(viewer, "rooms 1–4 of 6");
	viewer_click_on(viewer, "←", 0, 1);
	viewer_expect(viewer, "rooms 1–4 of 6");
	viewer_expect_no(viewer, "Bal des");
	for (int i = 0; i < 12 && viewer_find(viewer, "Bal des") < 0; i++) {
		viewer_wheel(viewer, 12, 40, 1);
		viewer_listen(viewer, 50);
	}
	viewer_expect(viewer, "┌ Bal des");
	viewer_expect_no(viewer, "┌ Petit");
	viewer_type(viewer, "G");
	viewer_until(viewer, viewer_is_left_of, "Bal des");
	for (int i = 0; i < 12 && viewer_find(viewer, "Petit") < 0; i++) {
		viewer_wheel(viewer, 12, 40, -1);
		viewer_listen(viewer, 50);
	}
	viewer_expect(viewer, "Petit");
	viewer_quit(viewer);
}

static void the_grid_is_searched(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_type(viewer, "5/bal");
	viewer_until(viewer, viewer_is_behind, "/bal");
	viewer_expect(viewer, "Search: bal · Thu 15 May");
	viewer_expect(viewer, "Bal des");
	viewer_expect_no(viewer, "Licences");
	viewer_type(viewer, "\033");
	viewer_until(viewer, viewer_is_left_of, "Licences libres");
	viewer_quit(viewer);
}

static void the_detail_says_all_and_scrolls(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_click_on(viewer, "Compilateurs po", 2, 2);
	viewer_expect(viewer, "When      Thursday 15 May, 10:30 to 12:00");
	viewer_expect_no(viewer, "Écrire le sien");
	viewer_wheel(viewer, 18, 40, 1);
	viewer_wheel(viewer, 18, 40, 1);
	viewer_wheel(viewer, 18, 40, 1);
	viewer_expect(viewer, "Écrire le sien");
	viewer_type(viewer, "\033[H");
	viewer_expect(viewer, "Thursday 15 May, 10:30 to 12:00");
	viewer_type(viewer, "G");
	viewer_expect(viewer, "Écrire le sien");
	viewer_type(viewer, "\033");
	viewer_expect(viewer, "Enter open"); /* in the list again */
	viewer_until(viewer, viewer_is_beside, "Compilateurs po");
	viewer_quit(viewer);
}

static void speakers_and_rooms_are_one_key_away(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_type(viewer, "gj");
	viewer_until(viewer, viewer_is_beside, "Compilateurs po");
	viewer_type(viewer, "s");
	viewer_expect(viewer, "Grammaires vivantes");
	viewer_expect(viewer, "Ada Tern");
	viewer_expect(viewer, "Bo Lind");
	viewer_expect_no(viewer, "Radio du port");
	viewer_click_on(viewer, "Grammaires vivantes", 1, 1);
	viewer_until(viewer, viewer_is_beside, "Grammaires vivantes");
	viewer_type(viewer, "r");
	viewer_expect(viewer, "Bilan et suite");
	viewer_expect(viewer, "Amphithéâtre");
	viewer_expect_no(viewer, "Bo Lind");
	viewer_type(viewer, "p");
	viewer_expect(viewer, "[1 Programme]");
	viewer_until(viewer, viewer_is_beside, "Grammaires vivantes");
	viewer_quit(viewer);
}

static void the_help_scrolls_by_keys_and_wheel(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_click_on(viewer, "? help", 0, 1);
	viewer_expect(viewer, "Views");
	viewer_type(viewer, "G");
	viewer_until(viewer, viewer_is_beside, "Quit");
	viewer_expect_no(viewer, "Views");
	for (int i = 0; i < 60 && viewer_find(viewer, "Views") < 0; i++) {
		viewer_wheel(viewer, 12, 40, -1);
		viewer_listen(viewer, 50);
	}
	viewer_expect(viewer, "Views");
	viewer_type(viewer, "\033[6~");
	viewer_expect_no(viewer, "Views");
	viewer_click_on(viewer, "Esc close", 0, 1);
	viewer_expect(viewer, "[1 Programme]");
	viewer_quit(viewer);
}

/* Now */

static void the_point_leads_to_what_is_on(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_type(viewer, "]");
	viewer_until(viewer, viewer_is_beside, "Bilan et suite");
	viewer_type(viewer, ".");
	viewer_until(viewer, viewer_is_beside, "Licences libres   now");
	viewer_type(viewer, ".");
	viewer_expect(viewer, "Now and next");
	viewer_until(viewer, viewer_is_beside, "50 min left"); /* the first room in use */
	viewer_click_on(viewer, "Compilateurs pour tous", 1, 2);
	viewer_expect(viewer, "Amphithéâtre");
	viewer_expect(viewer, "Tab link");
	viewer_type(viewer, "\033");
	viewer_expect(viewer, "Enter open"); /* in the list again */
	viewer_until(viewer, viewer_is_beside, "Compilateurs pour tous  ");
	viewer_type(viewer, "G");
	viewer_until(viewer, viewer_is_beside, "in 8 h 50");
	viewer_type(viewer, "1");
	viewer_quit(viewer);
}

static void it_can_open_at_now(void **state)
{
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	wish.arguments[3] = "--now";
	viewer = visit_with(&wish);
	viewer_expect(viewer, "Now and next");
	viewer_expect(viewer, "50 min left");
	viewer_type(viewer, "\033");
	viewer_expect(viewer, "[1 Programme]");
	viewer_quit(viewer);
	wish.arguments[1] = "--at=2031-05-10T11:10";
	viewer = visit_with(&wish);
	viewer_expect(viewer, "Now and next");
	viewer_expect(viewer, "in 5 days");
	viewer_type(viewer, "1");
	viewer_quit(viewer);
}

/* What the user keeps */

static void a_session_is_kept_by_key_and_by_the_mouse(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_type(viewer, "b");
	viewer_expect(viewer, "★ Kept: Licences libres");
	viewer_expect(viewer, "▌★11:00");
	viewer_type(viewer, "j");
	viewer_until(viewer, viewer_is_beside, "Sewing circle");
	viewer_click_on(viewer, "b keep", 0, 1);
	viewer_expect(viewer, "★ Kept: Sewing circle");
	viewer_type(viewer, "4");
	viewer_expect(viewer, "2 sessions");
	viewer_expect(viewer, "! overlaps Sewing circle, for 1 h");
	viewer_quit(viewer);
}

/* The note is on the disk when it is seen, and found again by search. */
static void a_note_is_written_and_found(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_until(viewer, viewer_is_beside, "Licences libres");
	viewer_type(viewer, "mn caf à 東京");
	viewer_until(viewer, viewer_is_behind, "n caf à 東京");
	viewer_type(viewer, "\033[Hu\033[F");
	viewer_until(viewer, viewer_is_behind, "un caf à 東京");
	viewer_type(viewer, "\033[D\033[D\033[D\033[D\033[Dé");
	viewer_until(viewer, viewer_is_behind, "un café");
	viewer_type(viewer, "\r");
	viewer_expect(viewer, "★ Noted: Licences libres");
	viewer_quit(viewer);
	viewer = visit(*state);
	viewer_type(viewer, "/CAFE\r");
	viewer_until(viewer, viewer_is_beside, "Licences libres");
	viewer_type(viewer, "\033"
			    "4");
	viewer_expect(viewer, "un café à 東京");
	viewer_type(viewer, "m\025\r");
	viewer_expect(viewer, "Note removed: Licences libres");
	viewer_expect_no(viewer, "un café");
	viewer_quit(viewer);
}

/* Sizes */

/* Every view, every sheet, every line that is typed, and a question. */
static const char storm[] = "jk[]\t12345hl.b?\033f /ada\r\033 s\033r\033e\033"
			    "4gmnote\rb\r3\tc\033"
			    "1/bal\rnN\033..\033u5/bal\r\033"
			    "1G g";

static void a_storm_of_sizes_between_any_two_keys_leaves_it_sane(void **state)
{
	struct viewer *viewer = visit(*state);

	for (unsigned i = 0; i < 3 * (sizeof storm - 1); i++) {
		char key[2] = {storm[i / 3], '\0'};

		viewer_resize(viewer, 1 + (int)(i * 7 % 50), 1 + (int)(i * 31 % 170));
		if (i % 3 == 0)
			viewer_type(viewer, key);
		viewer_listen(viewer, 0);
		assert_false(viewer_has_ended(viewer));
	}
	viewer_resize(viewer, 24, 80);
	viewer_expect(viewer, "Rencontres du code ouvert");
	for (int i = 0; i < 100 && !viewer_has_ended(viewer); i++) {
		viewer_type(viewer, "q");
		viewer_listen(viewer, 20);
	}
	assert_int_equal(viewer_end(viewer), 0);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, visit_set_up, home_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_view_is_opened_by_its_key_and_its_tab),
	    TEST(the_grid_scrolls_both_ways),
	    TEST(the_grid_is_searched),
	    TEST(the_detail_says_all_and_scrolls),
	    TEST(speakers_and_rooms_are_one_key_away),
	    TEST(the_help_scrolls_by_keys_and_wheel),
	    TEST(the_point_leads_to_what_is_on),
	    TEST(it_can_open_at_now),
	    TEST(a_session_is_kept_by_key_and_by_the_mouse),
	    TEST(a_note_is_written_and_found),
	    TEST(a_storm_of_sizes_between_any_two_keys_leaves_it_sane),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}
