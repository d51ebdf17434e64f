/*
 * The filter sheet and the chips, as a person uses them: by keys and by the mouse.
 */
#include "config.h"

#include "visit.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>

static void the_sheet_is_used_by_keys(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_type(viewer, "f");
	viewer_expect(viewer, "9 of 9 sessions");
	viewer_until(viewer, viewer_is_beside, "[ ] Upcoming");
	viewer_type(viewer, " ");
	viewer_until(viewer, viewer_is_beside, "[x] Upcoming");
	viewer_expect(viewer, "8 of 9 sessions");
	viewer_type(viewer, "/ADA");
	viewer_until(viewer, viewer_is_behind, "ADA");
	viewer_expect_no(viewer, "[ ] Kept");
	viewer_type(viewer, "\r");
	viewer_until(viewer, viewer_is_beside, "[ ] Ada Tern");
	viewer_type(viewer, "\r");
	viewer_until(viewer, viewer_is_beside, "[x] Ada Tern");
	viewer_expect(viewer, "2 of 9 sessions");
	viewer_type(viewer, "\033");
	viewer_expect(viewer, "[ ] Kept"); /* no longer narrowed */
	viewer_type(viewer, "\033");
	viewer_expect(viewer, "Upcoming ✕");
	viewer_expect(viewer, "Speaker: Ada Tern ✕");
	viewer_expect(viewer, "2 sessions");
	viewer_expect_no(viewer, "Radio du port");
	viewer_type(viewer, "5");
	viewer_expect(viewer, "2 sessions · 1 room");
	viewer_expect(viewer, "Upcoming ✕");
	viewer_type(viewer, "F");
	viewer_expect_no(viewer, "✕");
	viewer_expect(viewer, "8 sessions · rooms");
	viewer_quit(viewer);
}

static void the_sheet_is_used_by_the_mouse(void **state)
{
	struct viewer *viewer = visit(*state);

	viewer_click_on(viewer, "f filter", 0, 1);
	viewer_click_on(viewer, "[ ] Langages", 1, 1);
	viewer_expect(viewer, "[x] Langages");
	viewer_expect(viewer, "3 of 9 sessions");
	viewer_click_on(viewer, "Speakers", 2, 1);
	viewer_click_on(viewer, "[ ] Cy Moss", 6, 1);
	viewer_expect(viewer, "[x] Cy Moss");
	viewer_expect(viewer, "1 of 9 sessions");
	viewer_click_on(viewer, "[x] Cy Moss", 1, 1);
	viewer_expect(viewer, "3 of 9 sessions");
	for (int i = 0; i < 12 && viewer_find(viewer, "Upcoming") < 0; i++) {
		viewer_wheel(viewer, 12, 60, -1);
		viewer_listen(viewer, 50);
	}
	viewer_click_on(viewer, "[ ] Upcoming", 0, 1);
	viewer_expect(viewer, "[x] Upcoming");
	viewer_click_on(viewer, "Esc close", 0, 1);
	viewer_expect(viewer, "Theme: Langages ✕");
	viewer_expect_no(viewer, "Radio du port");
	viewer_quit(viewer);
}

static void chips_are_taken_away_by_the_mouse(void **state)
{
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	wish.arguments[3] = "--theme=Langages";
	wish.arguments[4] = "--language=fr";
	wish.arguments[5] = "--format=Atelier";
	viewer = visit_with(&wish);
	viewer_expect(viewer, "1 session");
	viewer_click_on(viewer, "Format: Atelier ✕", 0, 1);
	viewer_expect_no(viewer, "Atelier ✕");
	viewer_expect(viewer, "Grammaires vivantes");
	viewer_expect(viewer, "2 sessions");
	viewer_click_on(viewer, "French ✕", 7, 1);
	viewer_expect_no(viewer, "French ✕");
	viewer_expect(viewer, "Writing parsers");
	viewer_expect(viewer, "Theme: Langages ✕");
	viewer_type(viewer, "F");
	viewer_expect_no(viewer, "✕");
	viewer_expect(viewer, "8 sessions");
	viewer_quit(viewer);
}

/* A filter that leaves nothing says so, and how to see all again. */
static void nothing_left_is_told(void **state)
{
	struct viewer_wish wish = visit_wish(*state);
	struct viewer *viewer;

	wish.arguments[3] = "--bookmarked";
	viewer = visit_with(&wish);
	viewer_expect(viewer, "Kept ✕");
	viewer_expect_no(viewer, "Radio du port");
	viewer_type(viewer, "F");
	viewer_expect(viewer, "Radio du port");
	viewer_quit(viewer);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, visit_set_up, home_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_sheet_is_used_by_keys),
	    TEST(the_sheet_is_used_by_the_mouse),
	    TEST(chips_are_taken_away_by_the_mouse),
	    TEST(nothing_left_is_told),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("filtering", tests, NULL, NULL);
}
