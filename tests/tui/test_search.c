/* Searching as one types: what is found, how it is shown, and the ways back. */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "base/fold.h"
#include "tui/app_private.h"
#include "tui/key.h"
#include "tui/match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void assert_found(const struct play *play, size_t count)
{
	assert_sound(play);
	assert_true(search_stands(play->app));
	assert_int_equal(play->app->filter.rows.count, count);
}

static void all_that_is_said_of_a_session_is_searched(void **state)
{
	static const struct {
		const char *script;
		size_t count;
	} searches[] = {
	    {"/ w h a l e", 1},				/* the title */
	    {"/ s t r a n d", 3},			/* a speaker */
	    {"/ m e n d i n g", 3},			/* a theme, too */
	    {"/ n e t Space l o f t", 5},		/* a room */
	    {"/ p r o m i s e d", 1},			/* an abstract */
	    {"/ p i t c h", 2},				/* a format */
	    {"/ u n i c o d e", 1},			/* accents are folded */
	    {"/ Ü N I", 1},				/* and case */
	    {"/ l i g h t h o u s e Space w h a t", 1}, /* words stand anywhere */
	    {"/ w h a l e Space s t r a n d", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
		struct play play = play_lanterns(searches[i].script);

		assert_found(&play, searches[i].count);
		play_end(&play);
	}
}

/* Why a session was found is seen without looking for it. */
static void what_was_found_is_in_sight(void **state)
{
	struct play play = play_lanterns("/ p r o m i s e d");
	const struct text *text = &play.app->panes[PANE_DETAIL].text;

	(void)state;
	assert_screen(&play, "what was promised in 1871", true);
	assert_true(text->top > 0);
	play_script(&play, "Ctrl-U l i g h t h o u s e"); /* in the title of the same session */
	assert_int_equal(text->top, 0);
	play_script(&play, "Ctrl-U p r o m i s e d Enter");
	assert_screen(&play, "what was promised in 1871", true);
	play_script(&play, "Enter g");
	assert_int_equal(text->top, 0);
	play_script(&play, "d1@10:13"); /* a minute leaves it where it is */
	assert_int_equal(text->top, 0);
	play_end(&play);
}

static void notes_are_searched(void **state)
{
	struct play play = play_lanterns("/ u m b r e l l a");
	struct bookmark bookmark = {.id = (char *)play.agenda->sessions[2].id,
				    .note = (char *)"Bring an umbrella",
				    .day = CIVIL_NONE,
				    .start = CIVIL_NONE,
				    .end = CIVIL_NONE};

	(void)state;
	assert_found(&play, 0);
	play_bookmark(&play, &bookmark);
	assert_found(&play, 1);
	assert_screen(&play, play.agenda->sessions[2].title, true);
	bookmark.note = NULL;
	play_bookmark(&play, &bookmark);
	assert_found(&play, 0);
	play_end(&play);
}

/* Where no session holds the words, one is told where they are, or what hides those that do. */
static void what_no_session_holds_is_looked_for_elsewhere(void **state)
{
	struct play play = play_lanterns("/ p i e r Space B O A T");
	const struct text *page = &play.app->panes[PANE_EVENT].text;
	int row, column;

	(void)state;
	assert_found(&play, 0);
	assert_screen(&play, "practical information does: 3 shows where.", true);
	play_script(&play, "Enter 3");
	row = play_row_of(&play, "small pier", &column);
	assert_true(row > 0);
	assert_int_equal(screen_cell(play.screen, row, column + 6)->role, ROLE_MATCH);
	play_script(&play, "40x10 1 3"); /* further below than is seen */
	assert_sound(&play);
	assert_true(page->top > 0);
	assert_true(play_row_of(&play, "Boats", NULL) > 0);
	play_script(&play, "80x24 1 Esc / z z z");
	assert_screen(&play, "information does", false);
	play_script(&play, "Esc f j j j j Space Esc / w h a l e");
	assert_found(&play, 0);
	assert_screen(&play, "No session that fits your filter", true);
	assert_screen(&play, "F shows every", true);
	play_script(&play, "Enter F");
	assert_false(filter_is_set(&play.app->filter));
	play_end(&play);
}

static void the_list_narrows_with_each_character(void **state)
{
	struct play play = play_lanterns("/ o");
	size_t count = play.app->filter.rows.count;

	(void)state;
	play_script(&play, "p");
	assert_in_range(play.app->filter.rows.count, 1, count);
	play_script(&play, "e n Space d o o r s");
	assert_found(&play, 2);
	assert_screen(&play, "Thursday 12 June", true);
	assert_screen(&play, "Friday 13 June", true);
	assert_screen(&play, "2 sessions", true);
	play_script(&play, "x");
	assert_found(&play, 0);
	assert_screen(&play, "No session holds what you search for.", true);
	play_script(&play, "Backspace");
	assert_found(&play, 2);
	play_end(&play);
}

static void escape_goes_back_to_where_one_was(void **state)
{
	static const char *const places[] = {
	    "j j", "[ j", "] k", "k Enter", "h j j", "h j j j Enter j", "3", "2 j", "b j b 4 j",
	    "G", "40x10 j", "120x36 j j",
	    /* the detail, read on; the grid, moved through and scrolled */
	    "80x16 j Enter j j j", "40x10 j Enter j j", "80x16 2 j l l j j", "5 j j l j",
	    "80x16 5 G", "80x16 5 j l j k l h", "40x10 5 G l k", "80x16 5 j l Tab j"};

	(void)state;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct play play = play_lanterns(places[i]);
		char *before, *after;

		play_script(&play, "F1 Esc"); /* what just happened is no longer said */
		before = play_looks(&play);
		play_script(&play, "/ o p e n Space d o o r s");
		assert_sound(&play);
		play_script(&play, "Esc");
		assert_sound(&play);
		after = play_looks(&play);
		assert_string_equal(before, after);
		play_script(&play, "/ l a m p Enter");
		assert_found(&play, play.app->filter.rows.count);
		play_script(&play, "n n Esc");
		free(after);
		after = play_looks(&play);
		assert_string_equal(before, after);
		free(before);
		free(after);
		play_end(&play);
	}
}

static void enter_keeps_the_search(void **state)
{
	struct play play = play_lanterns("/ d o o r s Enter");

	(void)state;
	assert_found(&play, 2);
	assert_selected(&play, "Doors open");
	play_script(&play, "Enter");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "Esc");
	assert_found(&play, 2);
	play_script(&play, "Esc");
	assert_false(search_stands(play.app));
	assert_selected(&play, "What a light");
	play_end(&play);
}

static void n_goes_round_the_matches(void **state)
{
	struct play play = play_lanterns("/ d o o r s Enter g");

	(void)state;
	assert_selected(&play, "Doors open");
	assert_int_equal(play.app->day, 1);
	play_script(&play, "n");
	assert_int_equal(play.app->day, 2);
	play_script(&play, "n");
	assert_int_equal(play.app->day, 1);
	play_script(&play, "N");
	assert_int_equal(play.app->day, 2);
	play_script(&play, "Tab n"); /* from one session read to the next */
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	assert_screen(&play, "Thursday 12 June, 9:00", true);
	play_end(&play);
}

/* Whether a line that the search found is seen, in the page of the event. */
static bool sees_match(const struct play *play)
{
	for (int row = 0; row < play->app->rows; row++)
		for (int column = 0; column < play->app->columns; column++)
			if (screen_cell(play->screen, row, column)->role == ROLE_MATCH)
				return true;
	return false;
}

static void n_goes_through_the_page_that_is_read(void **state)
{
	struct play play = play_lanterns("40x10 / t h e Enter 3");
	const struct text *page = &play.app->panes[PANE_EVENT].text;
	size_t top;
	int steps = 0;

	(void)state;
	assert_true(sees_match(&play));
	do {
		top = page->top;
		play_script(&play, "n");
		assert_int_equal(play.app->view, VIEW_PRACTICAL);
		assert_true(sees_match(&play));
		assert_int_not_equal(page->top, top);
	} while (page->top > top && ++steps);
	assert_true(steps > 0); /* further down, and round the end */
	play_script(&play, "N");
	assert_true(page->top >= top); /* round the beginning */
	assert_true(sees_match(&play));
	play_script(&play, "80x40 n");
	assert_screen(&play, "All that the search found here is in sight.", true);
	play_script(&play, "80x24 1 Esc / w h a l e Enter 3 n"); /* which it does not hold */
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_end(&play);
}

static void what_found_nothing_leads_nowhere(void **state)
{
	struct play play = play_lanterns("/ z z z Enter");

	(void)state;
	assert_found(&play, 0);
	assert_screen(&play, " match", false);
	assert_screen(&play, " day ", false);
	play_script(&play, "n");
	assert_screen(&play, "The search found nothing.", true);
	play_script(&play, "]");
	assert_screen(&play, "There is no other day to go to here.", true);
	play_script(&play, "Esc / p i e r Enter"); /* in the page alone */
	assert_screen(&play, " match", false);
	play_script(&play, "3");
	assert_screen(&play, "n N match", true);
	play_end(&play);
}

/* What is known of the page is known of these words, and of the page as it is wrapped. */
static void the_page_is_looked_through_once(void **state)
{
	struct play play = play_lanterns("/ p i e r Enter 3");
	const struct search *search = &play.app->search;

	(void)state;
	assert_string_equal(search->page_words, "pier");
	assert_true(search->page_holds);
	play_script(&play, "40x10");
	assert_int_equal(search->page_edition, play.app->panes[PANE_EVENT].text.edition);
	assert_true(search_found(play.app));
	play_script(&play, "/ q Enter 3");
	assert_string_equal(search->page_words, "pierq");
	assert_false(search_found(play.app));
	play_script(&play, "/ Backspace Enter 3");
	assert_true(search_found(play.app));
	play_end(&play);
}

static void a_small_window_says_how_much_was_found(void **state)
{
	struct play play = play_lanterns("40x10 / m e n d Enter");

	(void)state;
	assert_screen(&play, "3 sessions: mend · Thu 12 Jun", true);
	play_script(&play, "Enter");
	assert_screen(&play, "3 sessions: mend", true);
	play_script(&play, "Esc / Ctrl-U z z z Enter");
	assert_screen(&play, "0 sessions: zzz", true);
	play_script(&play, "Esc");
	assert_screen(&play, "sessions:", false);
	play_end(&play);
}

static void days_lead_to_their_matches(void **state)
{
	struct play play = play_lanterns("/ d o o r s Enter g ]");

	(void)state;
	assert_selected(&play, "Doors open");
	assert_int_equal(play.app->day, 2);
	play_script(&play, "h k");
	assert_int_equal(play.app->day, 1);
	assert_screen(&play, "Thursday 12 June, 9:00", true);
	play_end(&play);
}

/* Days on which nothing was found are passed over. */
static void no_day_is_shown_without_a_match(void **state)
{
	struct play play = play_lanterns("/ w h a l e Enter 5 ]");

	(void)state;
	assert_sound(&play);
	assert_screen(&play, "The search found nothing on a later day.", true);
	play_script(&play, "[");
	assert_screen(&play, "The search found nothing on an earlier day.", true);
	assert_int_equal(play.app->day, 1);
	play_script(&play, "F 1 Esc / w a l k Enter ]");
	assert_int_equal(play.app->day, 0);
	play_end(&play);
}

static void f_shows_all_and_stays_at_the_session(void **state)
{
	struct play play = play_lanterns("h j j j Enter / n e t Enter F");

	(void)state;
	assert_false(filter_is_set(&play.app->filter));
	assert_selected(&play, "Mending nets");
	assert_screen(&play, "What a light", true);
	play_end(&play);
}

static void a_search_is_recalled_and_changed(void **state)
{
	struct play play = play_lanterns("/ d o o r s Enter Esc / l a m p Enter Esc /");

	(void)state;
	assert_false(search_stands(play.app));
	play_script(&play, "↑ ↑");
	assert_found(&play, 2);
	play_script(&play, "↓ Enter");
	assert_screen(&play, "Search: lamp", true);
	play_script(&play, "/ x Esc"); /* as if it had not been opened again */
	assert_screen(&play, "Search: lamp", true);
	play_script(&play, "/ Ctrl-U");
	assert_false(search_stands(play.app));
	assert_screen(&play, "Thursday 12 June 2031", true);
	play_script(&play, "Enter");
	assert_int_equal(play.app->asked, ASK_NOTHING);
	assert_selected(&play, "What a light");
	play_end(&play);
}

static void keys_are_text_while_one_types(void **state)
{
	struct play play = play_lanterns("/ q b 1 ? . Space [");

	(void)state;
	assert_false(play.quit);
	assert_int_equal(play.saves, 0);
	assert_screen(&play, "/qb1?. [", true);
	play_script(&play, "Ctrl-L");
	assert_int_equal(play.repaints, 1);
	play_end(&play);
}

static void a_click_ends_the_typing(void **state)
{
	struct play play = play_lanterns("/ d o o r s click:7:40");

	(void)state;
	assert_int_equal(play.app->asked, ASK_NOTHING);
	assert_found(&play, 2);
	assert_selected(&play, "Doors open");
	play_end(&play);
	play = play_lanterns("3 / click:7:10"); /* where the days were, before nothing was sought */
	assert_int_equal(play.app->view, VIEW_PRACTICAL);
	assert_sound(&play);
	play_end(&play);
}

/* What is on, who else speaks: a search leads on from there, and back. */
static void sheets_are_left_for_a_search(void **state)
{
	static const char *const places[] = {". .", ". . G Enter", "r j", "G k k s j", "r r s"};

	(void)state;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct play play = play_lanterns(places[i]);
		char *before, *after;

		play_script(&play, "F1 Esc"); /* what just happened is no longer said */
		before = play_looks(&play);
		play_script(&play, "/ d o o r s");
		assert_found(&play, 2);
		assert_int_equal(play.app->view, VIEW_PROGRAMME);
		play_script(&play, "Esc");
		after = play_looks(&play);
		assert_string_equal(before, after);
		free(after);
		play_script(&play, "/ d o o r s Enter n Esc");
		after = play_looks(&play);
		assert_string_equal(before, after);
		free(before);
		free(after);
		play_end(&play);
	}
}

/* A sheet that was opened anew is not the one that was left. */
static void a_sheet_of_what_was_found_leads_back_to_it(void **state)
{
	struct play play = play_lanterns("r / d o o r s Enter r");

	(void)state;
	assert_int_equal(play.app->view, VIEW_RELATED);
	play_script(&play, "Esc");
	assert_found(&play, 2);
	play_script(&play, "Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_selected(&play, "What a light");
	play_end(&play);
}

static void spaces_search_for_nothing(void **state)
{
	struct play play = play_lanterns("/ Space Space");

	(void)state;
	assert_false(search_stands(play.app));
	assert_screen(&play, "Thursday 12 June 2031", true);
	play_script(&play, "Enter");
	assert_selected(&play, "What a light");
	play_end(&play);
}

static void assert_marks(const char *text, const char *words, const char *wanted)
{
	struct screen *screen = screen_new(1, 24);
	struct buffer dump = {0};
	char *folded = fold_text(words);

	screen_put(screen, 0, 0, ROLE_TEXT, text);
	match_mark(screen, (struct rectangle){0, 0, 1, 24}, folded);
	for (int column = 0; column < 24; column++)
		buffer_putc(&dump, screen_cell(screen, 0, column)->role == ROLE_MATCH ? 'x' : '.');
	assert_string_equal(buffer_text(&dump), wanted);
	buffer_free(&dump);
	free(folded);
	screen_free(screen);
}

static void matches_are_marked_where_they_stand(void **state)
{
	(void)state;
	assert_marks("Open doors, open", "open", "xxxx........xxxx........");
	assert_marks("Cœur à cœur", "coeur a", "xxxx.x.xxxx.............");
	assert_marks("un cœur", "oe", "....x...................");
	assert_marks("東京の灯台 x", "の灯", "....xxxx................");
	assert_marks("re\xCC\x81sume\xCC\x81", "ESU", ".xxx....................");
	assert_marks("aaaa", "aa a", "xxxx....................");
	assert_marks("nothing", "some", "........................");
}

/* The grid stays open: it shows what is found of the day of the match. */
static void the_grid_is_searched_where_it_is(void **state)
{
	struct play play = play_lanterns("5 l Enter");
	const struct app *app = play.app;

	(void)state;
	assert_int_equal(app_pane(app), PANE_DETAIL);
	play_script(&play, "/ l a m p s");
	assert_int_equal(app->view, VIEW_GRID);
	assert_int_equal(app_pane(app), PANE_GRID);
	assert_screen(&play, "Search: lamps · Thu 12 Jun", true);
	assert_screen(&play, "Mending", false);
	play_script(&play, "Backspace Backspace Backspace Backspace Backspace u n i c o d e");
	assert_screen(&play, "Search: unicode · Fri 13 Jun", true);
	assert_screen(&play, "Ünïcödé", true);
	play_script(&play, "x");
	assert_screen(&play, "No session holds what you search for.", true);
	play_script(&play, "Esc");
	assert_int_equal(app->view, VIEW_GRID);
	assert_int_equal(app_pane(app), PANE_DETAIL);
	assert_screen(&play, "Mending nets", true);
	play_script(&play, "Esc");
	assert_selected(&play, "Mending nets");
	play_script(&play, "/ t h e Enter");
	assert_selected(&play, "What a");
	play_script(&play, "n");
	assert_selected(&play, "Keynote");
	play_script(&play, "1");
	assert_selected(&play, "Keynote");
	play_script(&play, "5 Esc");
	assert_int_equal(app->view, VIEW_GRID);
	assert_selected(&play, "Mending nets");
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_that_is_said_of_a_session_is_searched),
	    cmocka_unit_test(what_was_found_is_in_sight),
	    cmocka_unit_test(notes_are_searched),
	    cmocka_unit_test(what_no_session_holds_is_looked_for_elsewhere),
	    cmocka_unit_test(the_list_narrows_with_each_character),
	    cmocka_unit_test(escape_goes_back_to_where_one_was),
	    cmocka_unit_test(enter_keeps_the_search),
	    cmocka_unit_test(n_goes_round_the_matches),
	    cmocka_unit_test(n_goes_through_the_page_that_is_read),
	    cmocka_unit_test(what_found_nothing_leads_nowhere),
	    cmocka_unit_test(the_page_is_looked_through_once),
	    cmocka_unit_test(a_small_window_says_how_much_was_found),
	    cmocka_unit_test(days_lead_to_their_matches),
	    cmocka_unit_test(no_day_is_shown_without_a_match),
	    cmocka_unit_test(f_shows_all_and_stays_at_the_session),
	    cmocka_unit_test(a_search_is_recalled_and_changed),
	    cmocka_unit_test(keys_are_text_while_one_types),
	    cmocka_unit_test(a_click_ends_the_typing),
	    cmocka_unit_test(sheets_are_left_for_a_search),
	    cmocka_unit_test(a_sheet_of_what_was_found_leads_back_to_it),
	    cmocka_unit_test(spaces_search_for_nothing),
	    cmocka_unit_test(matches_are_marked_where_they_stand),
	    cmocka_unit_test(the_grid_is_searched_where_it_is),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
