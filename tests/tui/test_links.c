/*
 * Links: walking through those of a text, and opening them and those of sessions.
 */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "model/builder.h"
#include "tui/app_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const char page[] =
    "First [the map](map.png), then [the *fares*](<//fares.example/a b>).\n\n"
    "Write to keepers@lanterns.example.\n\n"
    "- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n- nine\n"
    "- ten\n- eleven\n- twelve\n- thirteen\n- fourteen\n- fifteen\n\n"
    "At last [the tide table](ftp://tides.example/table) and the "
    "[map](map.png) again.\n";

static void add_session(struct builder *builder, int hour, const char *title, const char *url,
			const char *link, const char *abstract)
{
	struct session *session = builder_session(builder);

	session->title = builder_text(builder, title);
	session->day = civil_day_of_moment(sample_at(1, 0, 0));
	session->start = sample_at(1, hour, 0);
	session->url = builder_text(builder, url);
	if (link)
		builder_session_link(builder, link, "more");
	if (abstract)
		session->abstract =
		    (struct markup){builder_text(builder, abstract), MARKUP_MARKDOWN, 1};
}

static struct agenda *agenda_of(const char *event_url)
{
	struct builder *builder = builder_new("links.md");
	struct event *event = builder_event(builder);

	event->title = builder_text(builder, "A meeting about links");
	event->url = builder_text(builder, event_url);
	event->body =
	    (struct markup){builder_lines(builder, page, strlen(page)), MARKUP_MARKDOWN, 1};
	add_session(builder, 9, "With a page", "https://meeting.example/a", "https://b.example",
		    "See [there](https://there.example/) and [here](https://here.example/).");
	add_session(builder, 10, "With a link", NULL, "www.slides.example", NULL);
	add_session(builder, 11, "With nothing", NULL, NULL, NULL);
	return builder_finish(builder);
}

static struct play begin_at(const char *event_url, const char *script)
{
	struct play play;

	play_begin(&play, agenda_of(event_url), sample_at(1, 8, 0), 24, 80);
	play_script(&play, script);
	assert_sound(&play);
	return play;
}

static struct play begin(const char *script)
{
	return begin_at("https://meeting.example/2031/", script);
}

/* What the selected cells of the row with the cursor hold. */
static const char *selected(const struct play *play)
{
	static char text[SCREEN_MOST_COLUMNS * SCREEN_CELL_BYTES];
	int row, column;

	screen_cursor(play->screen, &row, &column);
	*text = '\0';
	while (column < screen_columns(play->screen) &&
	       screen_cell(play->screen, row, column)->role == ROLE_CURSOR)
		strcat(text, screen_cell(play->screen, row, column++)->text);
	return text;
}

static void step_to(struct play *play, const char *keys, const char *text)
{
	play_script(play, keys);
	assert_sound(play);
	assert_string_equal(selected(play), text);
}

/* The screen's lines, as one with single spaces. */
static const char *all_of(const struct play *play)
{
	static char all[SCREEN_MOST_COLUMNS * SCREEN_CELL_BYTES];
	struct buffer dump = {0};
	size_t length = 0;

	screen_dump(play->screen, &dump, false);
	for (const char *at = buffer_text(&dump); *at && length < sizeof all - 1; at++) {
		bool space = *at == ' ' || *at == '\n';

		if (!space || (length && all[length - 1] != ' '))
			all[length++] = space ? ' ' : *at;
	}
	all[length] = '\0';
	buffer_free(&dump);
	return all;
}

static void tab_walks_the_links_of_a_page(void **state)
{
	struct play play = begin("3");

	(void)state;
	step_to(&play, "Tab", "https://meeting.example/2031/");
	step_to(&play, "Tab", "the map");
	step_to(&play, "Tab", "the fares");
	step_to(&play, "Tab", "keepers@lanterns.example");
	assert_screen(&play, "At last", false);
	step_to(&play, "Tab", "the tide table");
	assert_screen(&play, "again", true);
	step_to(&play, "Tab", "map");
	step_to(&play, "Shift-Tab Shift-Tab", "keepers@lanterns.example");
	play_end(&play);
}

/* There is no other pane to go to: round and round. */
static void alone_in_a_view_the_walk_goes_round(void **state)
{
	struct play play = begin("3");

	(void)state;
	step_to(&play, "Tab Shift-Tab", "ftp://tides.example/table");
	step_to(&play, "Tab", "https://meeting.example/2031/");
	play_end(&play);
}

static void behind_the_last_link_comes_the_next_pane(void **state)
{
	struct play play = begin("Enter");

	(void)state;
	step_to(&play, "Tab", "https://meeting.example/a");
	step_to(&play, "Tab", "there");
	step_to(&play, "Tab", "here");
	step_to(&play, "Tab", "more");
	step_to(&play, "Tab Tab", "https://here.example/");
	play_script(&play, "Tab");
	assert_int_equal(app_pane(play.app), PANE_DAYS);
	play_script(&play, "Shift-Tab");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	assert_null(text_link(&play.app->panes[PANE_DETAIL].text));
	play_script(&play, "Shift-Tab");
	assert_int_equal(app_pane(play.app), PANE_SESSIONS);
	play_script(&play, "j k Tab Tab Shift-Tab");
	assert_int_equal(app_pane(play.app), PANE_SESSIONS);
	play_end(&play);
}

/* Enter opens what is seen, never what was. */
static void a_link_that_is_scrolled_away_is_selected_no_more(void **state)
{
	struct play play = begin("3 Tab Tab");

	(void)state;
	play_script(&play, "PgDn");
	assert_null(text_link(&play.app->panes[PANE_EVENT].text));
	step_to(&play, "Tab", "the tide table");
	play_script(&play, "PgUp Enter");
	assert_int_equal(play.openings, 0);
	play_end(&play);
}

static void another_size_keeps_the_selected_link_in_sight(void **state)
{
	static const char *const sizes[] = {"40x10", "120x36", "41x10", "200x60", "64x12", "40x11"};
	struct play play = begin("3 Tab Tab Tab Tab Tab");

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		step_to(&play, sizes[i], "the tide table");
	play_script(&play, "Tab");
	step_to(&play, "80x24", "map");
	play_end(&play);
}

/* The minute that passes writes the session's page anew. */
static void a_new_minute_keeps_it_too(void **state)
{
	struct play play = begin("Enter Tab Tab Tab");

	(void)state;
	step_to(&play, "d1@8:01", "here");
	step_to(&play, "b", "here");
	play_script(&play, "Esc j l");
	assert_null(text_link(&play.app->panes[PANE_DETAIL].text));
	play_end(&play);
}

static void a_click_selects_and_a_double_click_opens(void **state)
{
	struct play play = begin("3");
	int row, column;

	(void)state;
	play_script(&play, "Tab Tab Tab");
	screen_cursor(play.screen, &row, &column);
	play_script(&play, "Shift-Tab Shift-Tab");
	play_message(&play, &(struct message){.kind = MESSAGE_MOUSE,
					      .mouse = {MOUSE_CLICK, row, column + 8}});
	assert_sound(&play);
	assert_string_equal(selected(&play), "the fares");
	assert_int_equal(play.openings, 0);
	play_message(&play, &(struct message){.kind = MESSAGE_MOUSE,
					      .mouse = {MOUSE_DOUBLE_CLICK, row, column}});
	assert_int_equal(play.openings, 1);
	assert_string_equal(buffer_text(&play.handed), "https://fares.example/a%20b");
	play_message(&play, &(struct message){.kind = MESSAGE_MOUSE,
					      .mouse = {MOUSE_DOUBLE_CLICK, row, column - 2}});
	assert_int_equal(play.openings, 1);
	play_end(&play);
}

static void assert_opens(const char *event_url, const char *script, const char *address)
{
	struct play play = begin_at(event_url, script);

	assert_string_equal(buffer_text(&play.handed), address ? address : "");
	assert_int_equal(play.openings, address != NULL);
	if (address)
		assert_screen(&play, "Opening ", true);
	play_end(&play);
}

static void enter_or_o_opens_the_selected_link(void **state)
{
	static const char page_url[] = "https://meeting.example/2031/";

	(void)state;
	assert_opens(page_url, "3 Tab Enter", page_url);
	assert_opens(page_url, "3 Tab Tab o", "https://meeting.example/2031/map.png");
	assert_opens(page_url, "3 Tab Tab Tab o", "https://fares.example/a%20b");
	assert_opens("http://meeting.example", "3 Tab Tab Tab Enter", "http://fares.example/a%20b");
	assert_opens(page_url, "3 Tab Tab Tab Tab o", "mailto:keepers@lanterns.example");
	assert_opens(page_url, "Enter Tab Tab Tab o", "https://here.example/");
}

static void a_session_has_a_link_of_its_own(void **state)
{
	static const char page_url[] = "https://meeting.example/2031/";

	(void)state;
	assert_opens(page_url, "o", "https://meeting.example/a");
	assert_opens(page_url, "Enter o", "https://meeting.example/a");
	assert_opens(page_url, "j o", "http://www.slides.example");
	assert_opens(page_url, "j j o", page_url);
	assert_opens("meeting", "2 o", NULL);
	assert_opens(NULL, "j j o", NULL);
	assert_opens(NULL, "h o", NULL);
	assert_opens(page_url, "3 o", page_url);
	assert_opens(NULL, "3 o", NULL);
}

static void the_footer_offers_what_applies(void **state)
{
	struct play play = begin_at(NULL, "140x24");

	(void)state;
	assert_screen(&play, "o open link", true);
	play_script(&play, "j j");
	assert_screen(&play, "open link", false);
	play_script(&play, "k k Enter");
	assert_screen(&play, "Tab link", true);
	assert_screen(&play, "o open link", true);
	play_script(&play, "Tab");
	assert_screen(&play, "Enter open link", true);
	assert_screen(&play, "Tab panes", false);
	play_script(&play, "Shift-Tab j j Enter");
	assert_screen(&play, "Tab panes", true);
	play_end(&play);
}

static void what_no_program_opens_is_said(void **state)
{
	struct play play = begin_at(NULL, "3 Tab Enter");

	(void)state;
	assert_int_equal(play.openings, 0);
	assert_screen(&play, "only a part of an address", true);
	assert_screen(&play, "map.png", true);
	play_script(&play, "Tab Tab Tab Enter");
	assert_int_equal(play.openings, 0);
	assert_screen(&play, "ftp://tides.example/table", true);
	assert_screen(&play, "Only addresses of pages", true);
	play_end(&play);
}

static void a_text_without_links_says_so(void **state)
{
	struct play play;

	(void)state;
	play_begin(&play, sample_empty(), sample_at(1, 10, 12), 24, 80);
	play_script(&play, "3 Tab");
	assert_screen(&play, "There is no link here.", true);
	play_script(&play, "Esc 3 Shift-Tab");
	assert_screen(&play, "There is no link here.", true);
	play_script(&play, "? Tab");
	assert_screen(&play, "There is no link here.", false);
	play_end(&play);
}

/* A key that does nothing says why. */
static void where_there_is_no_link_that_is_said(void **state)
{
	static const char *const keys[] = {"o", "y", "c"};

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct play play = begin_at(NULL, "j j");

		assert_screen(&play, "There is no link here.", false);
		play_script(&play, keys[i]);
		assert_screen(&play, "There is no link here.", true);
		play_script(&play, "k");
		assert_screen(&play, "There is no link here.", false);
		play_script(&play, "3");
		play_script(&play, keys[i]);
		assert_screen(&play, "First select a link, with Tab.", true);
		assert_int_equal(play.openings + play.copies, 0);
		play_end(&play);
	}
}

static void assert_copies(const char *script, const char *text)
{
	struct play play = begin(script);

	play_script(&play, "y");
	assert_sound(&play);
	assert_int_equal(play.copies, 1);
	assert_string_equal(buffer_text(&play.handed), text);
	assert_screen(&play, "Sent to the clipboard: ", true);
	assert_screen(&play, text, true);
	play_end(&play);
}

static void y_copies_the_same_links_in_words(void **state)
{
	(void)state;
	assert_copies("", "https://meeting.example/a");
	assert_copies("3 Tab Tab", "https://meeting.example/2031/map.png");
	assert_copies("3 Tab Tab Tab Tab", "keepers@lanterns.example");
	assert_copies("3 Tab Tab Tab Tab Tab", "ftp://tides.example/table");
}

static void a_link_too_long_to_copy_is_said_to_be(void **state)
{
	static char url[EFFECT_COPY_BYTES + 2] = "https://long.example/";
	struct play play;

	(void)state;
	memset(url + strlen(url), 'x', sizeof url - 1 - strlen(url));
	play = begin_at(url, "3 y");
	assert_int_equal(play.copies, 0);
	assert_screen(&play, "too long", true);
	play_end(&play);
	url[EFFECT_COPY_BYTES] = '\0';
	play = begin_at(url, "3 y");
	assert_int_equal(play.copies, 1);
	assert_sound(&play);
	play_end(&play);
}

static void c_shows_a_code_over_the_view(void **state)
{
	struct play play = begin("3 Tab Tab c");

	(void)state;
	assert_sound(&play);
	assert_int_equal(play.app->view, VIEW_CODE);
	assert_screen(&play, "https://meeting.example/2031/map.png", true);
	assert_screen(&play, "█▀▀▀▀▀█", true);
	assert_screen(&play, "A meeting about links", true);
	play_script(&play, "o");
	assert_string_equal(buffer_text(&play.handed), "https://meeting.example/2031/map.png");
	assert_int_equal(play.openings, 1);
	play_script(&play, "y");
	assert_int_equal(play.copies, 1);
	step_to(&play, "Esc", "the map");
	step_to(&play, "c c", "the map");
	play_script(&play, "1 c");
	assert_screen(&play, "With a page", true);
	assert_screen(&play, "https://meeting.example/a", true);
	play_script(&play, "q");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_false(play.quit);
	play_end(&play);
}

static void a_code_can_be_light_on_dark(void **state)
{
	struct play play = begin("c");
	struct buffer before = {0}, after = {0};

	(void)state;
	assert_screen(&play, "i invert", true);
	screen_dump(play.screen, &before, true);
	play_script(&play, "i");
	assert_sound(&play);
	screen_dump(play.screen, &after, true);
	assert_string_not_equal(buffer_text(&before), buffer_text(&after));
	play_script(&play, "i");
	buffer_clear(&after);
	screen_dump(play.screen, &after, true);
	assert_string_equal(buffer_text(&before), buffer_text(&after));
	buffer_free(&before);
	buffer_free(&after);
	play_end(&play);
}

/* The size that is asked for is the one that is needed. */
static void assert_asks_for_enough(const char *size, const char *script)
{
	struct play play = begin(size);
	int columns, rows;
	char other[32];

	play_script(&play, script);
	assert_sound(&play);
	assert_screen(&play, "█▀▀▀▀▀█", false);
	assert_screen(&play, "invert", false);
	assert_screen(&play, "c QR code", false); /* it is open already: c closes it */
	assert_screen(&play, "https://", true);
	assert_int_equal(sscanf(strstr(all_of(&play), "window of "), "window of %d columns and %d",
				&columns, &rows),
			 2);
	snprintf(other, sizeof other, "%dx%d", columns, rows);
	play_script(&play, other);
	assert_sound(&play);
	assert_screen(&play, "█▀▀▀▀▀█", true);
	assert_screen(&play, "https://", true);
	snprintf(other, sizeof other, "%dx%d", columns, rows - 1);
	play_script(&play, other);
	assert_screen(&play, "█▀▀▀▀▀█", false);
	play_script(&play, "c");
	assert_true(play.app->view != VIEW_CODE);
	play_end(&play);
}

static void a_window_too_small_for_the_code_says_what_it_needs(void **state)
{
	(void)state;
	assert_asks_for_enough("40x10", "c");
	assert_asks_for_enough("60x14", "3 Tab c");
	assert_asks_for_enough("120x12", "3 Tab Tab c");
	assert_asks_for_enough("200x18", "3 Tab Tab Tab c");
}

static void what_has_no_code_is_said(void **state)
{
	static char url[4000] = "https://long.example/";
	struct play play = begin_at(NULL, "3 Tab c");

	(void)state;
	assert_int_equal(play.app->view, VIEW_PRACTICAL);
	assert_screen(&play, "only a part of an address", true);
	play_end(&play);
	memset(url + strlen(url), 'x', sizeof url - 1 - strlen(url));
	play = begin_at(url, "3 c");
	assert_int_equal(play.app->view, VIEW_PRACTICAL);
	assert_screen(&play, "too long for a QR code", true);
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tab_walks_the_links_of_a_page),
	    cmocka_unit_test(alone_in_a_view_the_walk_goes_round),
	    cmocka_unit_test(behind_the_last_link_comes_the_next_pane),
	    cmocka_unit_test(a_link_that_is_scrolled_away_is_selected_no_more),
	    cmocka_unit_test(another_size_keeps_the_selected_link_in_sight),
	    cmocka_unit_test(a_new_minute_keeps_it_too),
	    cmocka_unit_test(a_click_selects_and_a_double_click_opens),
	    cmocka_unit_test(enter_or_o_opens_the_selected_link),
	    cmocka_unit_test(a_session_has_a_link_of_its_own),
	    cmocka_unit_test(the_footer_offers_what_applies),
	    cmocka_unit_test(a_text_without_links_says_so),
	    cmocka_unit_test(where_there_is_no_link_that_is_said),
	    cmocka_unit_test(what_no_program_opens_is_said),
	    cmocka_unit_test(c_shows_a_code_over_the_view),
	    cmocka_unit_test(a_code_can_be_light_on_dark),
	    cmocka_unit_test(a_window_too_small_for_the_code_says_what_it_needs),
	    cmocka_unit_test(what_has_no_code_is_said),
	    cmocka_unit_test(y_copies_the_same_links_in_words),
	    cmocka_unit_test(a_link_too_long_to_copy_is_said_to_be),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("links", tests, NULL, NULL);
}
