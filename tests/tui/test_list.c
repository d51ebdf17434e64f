#include "config.h"

#include "tui/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* A list from a picture: 'o' is a row, '-' one that is still, '_' one of the row above. */
static void make(struct list *list, const char *picture, int height)
{
	*list = (struct list){0};
	list_resize(list, height);
	list_clear(list);
	for (size_t i = 0; picture[i]; i++)
		if (picture[i] == '-')
			list_add_still(list, 1, (uint32_t)i);
		else if (picture[i] == '_')
			list_add_below(list, 1, (uint32_t)i);
		else
			list_add(list, 0, (uint32_t)i);
}

static void assert_at(const struct list *list, size_t cursor, size_t top)
{
	assert_int_equal(list->cursor, cursor);
	assert_int_equal(list->top, top);
}

static void an_empty_list_stays_calm(void **state)
{
	struct list list = {0};

	(void)state;
	for (int motion = MOTION_UP; motion <= MOTION_LAST; motion++)
		list_move(&list, (enum motion)motion);
	list_scroll(&list, 5);
	list_select(&list, 3);
	list_show(&list, 3);
	list_resize(&list, 4);
	assert_null(list_selected(&list));
	assert_false(list_more_above(&list) || list_more_below(&list));
	list_free(&list);
}

static void the_cursor_passes_over_still_rows(void **state)
{
	struct list list;

	(void)state;
	make(&list, "-oo--o", 10);
	assert_at(&list, 1, 0);
	list_move(&list, MOTION_UP);
	assert_at(&list, 1, 0);
	list_move(&list, MOTION_DOWN);
	list_move(&list, MOTION_DOWN);
	assert_at(&list, 5, 0);
	list_move(&list, MOTION_DOWN);
	assert_at(&list, 5, 0);
	list_move(&list, MOTION_UP);
	assert_at(&list, 2, 0);
	list_move(&list, MOTION_LAST);
	assert_at(&list, 5, 0);
	list_move(&list, MOTION_FIRST);
	assert_at(&list, 1, 0);
	list_free(&list);
}

static void the_window_follows_with_the_headings(void **state)
{
	struct list list;

	(void)state;
	make(&list, "-o-oooo-oo", 4);
	list_move(&list, MOTION_LAST);
	assert_at(&list, 9, 6);
	for (int i = 0; i < 4; i++)
		list_move(&list, MOTION_UP);
	assert_at(&list, 4, 4);
	list_move(&list, MOTION_UP);
	assert_at(&list, 3, 2); /* with its heading */
	list_move(&list, MOTION_UP);
	assert_at(&list, 1, 0);
	assert_false(list_more_above(&list));
	assert_true(list_more_below(&list));
	list_free(&list);
}

static void what_belongs_to_a_row_is_seen_with_it(void **state)
{
	struct list list;

	(void)state;
	make(&list, "-oo__-o__o", 4);
	list_move(&list, MOTION_DOWN);
	assert_at(&list, 2, 1); /* with both below it */
	list_move(&list, MOTION_DOWN);
	assert_at(&list, 6, 5);
	list_move(&list, MOTION_UP);
	assert_at(&list, 2, 2); /* what stands above it is the first one's */
	list_move(&list, MOTION_LAST);
	list_move(&list, MOTION_UP);
	assert_at(&list, 6, 5);
	list_resize(&list, 2);
	assert_at(&list, 6, 6); /* the row itself comes first */
	list_free(&list);
}

static void pages_move_by_what_is_seen_less_one(void **state)
{
	struct list list;

	(void)state;
	make(&list, "oooooooooo", 4);
	list_move(&list, MOTION_PAGE_DOWN);
	assert_at(&list, 3, 0);
	list_move(&list, MOTION_PAGE_DOWN);
	assert_at(&list, 6, 3);
	list_move(&list, MOTION_PAGE_DOWN);
	list_move(&list, MOTION_PAGE_DOWN);
	assert_at(&list, 9, 6);
	list_move(&list, MOTION_PAGE_UP);
	assert_at(&list, 6, 6);
	list_move(&list, MOTION_PAGE_UP);
	assert_at(&list, 3, 3);
	list_free(&list);
}

static void half_pages_move_by_half_of_what_is_seen(void **state)
{
	struct list list;

	(void)state;
	make(&list, "oooooooooo", 5);
	list_move(&list, MOTION_HALF_DOWN);
	assert_at(&list, 2, 0);
	list_move(&list, MOTION_HALF_DOWN);
	list_move(&list, MOTION_HALF_DOWN);
	assert_at(&list, 6, 2);
	list_move(&list, MOTION_HALF_UP);
	assert_at(&list, 4, 2);
	list_resize(&list, 1);
	list_move(&list, MOTION_HALF_UP);
	assert_at(&list, 3, 3);
	list_free(&list);
}

/* To rows that are seen, without moving the window. */
static void the_edges_of_the_window_can_be_gone_to(void **state)
{
	struct list list;

	(void)state;
	make(&list, "-ooooo-o--oo", 6);
	list_move(&list, MOTION_BOTTOM);
	assert_at(&list, 5, 0);
	list_move(&list, MOTION_TOP);
	assert_at(&list, 1, 0);
	list_scroll(&list, 4);
	assert_at(&list, 4, 4);
	list_move(&list, MOTION_BOTTOM);
	assert_at(&list, 7, 4);
	list_move(&list, MOTION_TOP);
	assert_at(&list, 4, 4);
	list_free(&list);
	make(&list, "oo", 6); /* as far as there are rows */
	list_move(&list, MOTION_BOTTOM);
	assert_at(&list, 1, 0);
	list_move(&list, MOTION_TOP);
	assert_at(&list, 0, 0);
	list_free(&list);
}

static void scrolling_drags_the_cursor_along(void **state)
{
	struct list list;

	(void)state;
	make(&list, "oooooooooo", 4);
	list_scroll(&list, 3);
	assert_at(&list, 3, 3);
	list_scroll(&list, 100);
	assert_at(&list, 6, 6);
	list_scroll(&list, -1);
	assert_at(&list, 6, 5);
	list_scroll(&list, -100);
	assert_at(&list, 3, 0);
	list_free(&list);
}

static void a_long_lead_can_be_scrolled_away(void **state)
{
	struct list list;

	(void)state;
	make(&list, "-----ooooooo", 6);
	assert_at(&list, 5, 0);
	list_scroll(&list, 3);
	assert_at(&list, 5, 3);
	list_resize(&list, 6);
	assert_at(&list, 5, 3);
	list_scroll(&list, 3);
	assert_at(&list, 6, 6);
	list_free(&list);
}

static void rows_that_are_all_still_are_scrolled(void **state)
{
	struct list list;

	(void)state;
	make(&list, "--------", 3);
	assert_null(list_selected(&list));
	list_move(&list, MOTION_DOWN);
	assert_at(&list, LIST_NONE, 1);
	list_move(&list, MOTION_PAGE_DOWN);
	assert_at(&list, LIST_NONE, 3);
	list_move(&list, MOTION_HALF_UP);
	assert_at(&list, LIST_NONE, 2);
	list_move(&list, MOTION_BOTTOM);
	assert_at(&list, LIST_NONE, 2);
	list_move(&list, MOTION_LAST);
	assert_at(&list, LIST_NONE, 5);
	list_move(&list, MOTION_UP);
	assert_at(&list, LIST_NONE, 4);
	list_move(&list, MOTION_FIRST);
	assert_at(&list, LIST_NONE, 0);
	list_free(&list);
}

static void resizing_keeps_the_cursor_in_sight(void **state)
{
	struct list list;

	(void)state;
	make(&list, "oooooooooo", 8);
	list_select(&list, 7);
	list_resize(&list, 3);
	assert_at(&list, 7, 5);
	list_resize(&list, 9);
	assert_at(&list, 7, 1); /* no empty rows at the end */
	list_resize(&list, 0);
	assert_int_equal(list.height, 1);
	assert_at(&list, 7, 7);
	list_free(&list);
}

static void showing_a_row_leaves_some_before_it(void **state)
{
	struct list list;

	(void)state;
	make(&list, "oooooooooooooooooooo", 9);
	list_show(&list, 12);
	assert_at(&list, 12, 9);
	list_show(&list, 1);
	assert_at(&list, 1, 0);
	list_show(&list, 400);
	assert_at(&list, 19, 11);
	list_free(&list);
}

static void selecting_takes_the_nearest_row(void **state)
{
	struct list list;

	(void)state;
	make(&list, "o--o--", 10);
	list_select(&list, 1);
	assert_int_equal(list.cursor, 3);
	list_select(&list, 5);
	assert_int_equal(list.cursor, 3);
	assert_int_equal(list_find(&list, 0, 3), 3);
	assert_int_equal(list_find(&list, 0, 4), LIST_NONE);
	list_free(&list);
}

/* What list.h promises, whatever was done. */
static void assert_sound(const struct list *list)
{
	bool any = false;
	size_t height = (size_t)list->height;

	for (size_t i = 0; i < list->count; i++)
		any |= !list->items[i].still;
	assert_int_equal(list_selected(list) != NULL, any);
	assert_true(list->top == 0 || list->top + height <= list->count);
	if (!any)
		return;
	assert_false(list->items[list->cursor].still);
	assert_in_range(list->cursor, list->top, list->top + height - 1);
}

static void anything_leaves_it_sound(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 2000; round++) {
		char picture[40] = "";
		struct list list;

		for (int i = rand() % 39; i > 0; i--)
			picture[i - 1] = rand() % 3 ? 'o' : '-';
		make(&list, picture, 1 + rand() % 12);
		for (int step = 0; step < 60; step++) {
			switch (rand() % 5) {
			case 0:
				list_scroll(&list, rand() % 21 - 10);
				break;
			case 1:
				list_resize(&list, rand() % 14);
				break;
			case 2:
				list_show(&list, (size_t)rand() % 50);
				break;
			default:
				list_move(&list, (enum motion)(rand() % (MOTION_LAST + 1)));
			}
			assert_sound(&list);
		}
		list_free(&list);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_empty_list_stays_calm),
	    cmocka_unit_test(the_cursor_passes_over_still_rows),
	    cmocka_unit_test(the_window_follows_with_the_headings),
	    cmocka_unit_test(what_belongs_to_a_row_is_seen_with_it),
	    cmocka_unit_test(pages_move_by_what_is_seen_less_one),
	    cmocka_unit_test(half_pages_move_by_half_of_what_is_seen),
	    cmocka_unit_test(the_edges_of_the_window_can_be_gone_to),
	    cmocka_unit_test(scrolling_drags_the_cursor_along),
	    cmocka_unit_test(a_long_lead_can_be_scrolled_away),
	    cmocka_unit_test(rows_that_are_all_still_are_scrolled),
	    cmocka_unit_test(resizing_keeps_the_cursor_in_sight),
	    cmocka_unit_test(showing_a_row_leaves_some_before_it),
	    cmocka_unit_test(selecting_takes_the_nearest_row),
	    cmocka_unit_test(anything_leaves_it_sound),
	};

	return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
