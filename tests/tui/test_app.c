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
#include <string.h>

static void assert_opens_at(civil_moment now, const char *day, const char *session)
{
	struct play play;

	play_begin(&play, sample_lanterns(), now, 24, 80);
	assert_screen(&play, day, true);
	assert_selected(&play, session);
	play_end(&play);
}

static void it_opens_at_what_is_on_or_next(void **state)
{
	(void)state;
	assert_opens_at(sample_at(1, 9, 42), "Thursday 12 June 2031", "What a light");
	assert_opens_at(sample_at(1, 10, 12), "Thursday 12 June 2031", "Mending nets");
	assert_opens_at(sample_at(1, 13, 0), "Thursday 12 June 2031", "東京");
	assert_opens_at(sample_at(1, 24, 10), "Thursday 12 June 2031", "Night of lanterns");
	assert_opens_at(sample_at(2, 1, 5), "Thursday 12 June 2031", "Stars over");
	assert_opens_at(sample_at(2, 2, 0), "Friday 13 June 2031", "Doors open");
	assert_opens_at(sample_at(-30, 9, 0), "Wednesday 11 June 2031", "Harbour walk");
	assert_opens_at(sample_at(40, 9, 0), "Friday 13 June 2031", "Doors open");
}

static void days_go_forth_and_back_and_stop(void **state)
{
	struct play play = play_lanterns("]");

	(void)state;
	assert_screen(&play, "Friday 13 June 2031", true);
	assert_selected(&play, "Doors open");
	play_script(&play, "] ]");
	assert_screen(&play, "Friday 13 June 2031", true);
	play_script(&play, "[ [ [ [");
	assert_screen(&play, "Wednesday 11 June 2031", true);
	play_script(&play, "]");
	assert_selected(&play, "What a light"); /* it is today: at what is on */
	play_end(&play);
}

/* What a key is for may not be there; then it says so, and is not dead. */
static void keys_that_do_nothing_say_why(void **state)
{
	static const struct {
		const char *script, *saying;
	} cases[] = {
	    {"[ [ [", "This is the first day."},     {"] ] ]", "This is the last day."},
	    {"n", "Nothing is searched for."},	     {"N", "Nothing is searched for."},
	    {"u", "There is nothing to undo."},	     {"F", "Every session is shown already."},
	    {"2 b", "No session is selected here."}, {"2 s", "No session is selected here."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct play play = play_lanterns(cases[i].script);

		assert_screen(&play, cases[i].saying, true);
		play_script(&play, "Esc");
		assert_screen(&play, cases[i].saying, false);
		play_end(&play);
	}
}

/* In a sheet and while something is typed, these keys are no commands at all. */
static void there_is_no_excuse_for_other_keys(void **state)
{
	static const char *const scripts[] = {"/ n", "? n", "? b", "e n", "x", "f u"};

	(void)state;
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		struct play play = play_lanterns(scripts[i]);

		assert_screen(&play, "Nothing is searched for.", false);
		assert_screen(&play, "Every session is shown already.", false);
		play_end(&play);
	}
}

static void the_programme_follows_the_list_of_days(void **state)
{
	struct play play = play_lanterns("h j");

	(void)state;
	assert_screen(&play, "Friday 13 June 2031", true);
	assert_selected(&play, "Fri 13");
	play_script(&play, "Enter");
	assert_selected(&play, "Doors open");
	play_script(&play, "h G Esc h");
	assert_selected(&play, "Fri 13"); /* not at a theme that was only looked at */
	play_end(&play);
}

static void enter_goes_in_and_escape_out(void **state)
{
	struct play play = play_lanterns("Enter");

	(void)state;
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "Esc");
	assert_selected(&play, "What a light");
	play_script(&play, "Esc Esc");
	assert_selected(&play, "What a light");
	play_script(&play, "2 Enter Enter");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "Esc Esc");
	assert_selected(&play, "Commons & upkeep");
	play_script(&play, "Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_script(&play, "3 Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_end(&play);
}

static void panes_go_round(void **state)
{
	struct play play = play_lanterns("l");

	(void)state;
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "l");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "h j l Tab");
	assert_int_equal(app_pane(play.app), PANE_DAYS);
	play_script(&play, "Shift-Tab");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "h h h");
	assert_int_equal(app_pane(play.app), PANE_DAYS);
	play_script(&play, "l b 4 Tab");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "Tab");
	assert_int_equal(app_pane(play.app), PANE_KEPT);
	play_script(&play, "3 Tab");
	assert_int_equal(app_pane(play.app), PANE_EVENT);
	play_end(&play);
}

static void narrow_windows_show_one_pane_at_a_time(void **state)
{
	struct play play = play_lanterns("40x10");

	(void)state;
	assert_selected(&play, "What a lighth");
	assert_screen(&play, "Customs hall", false);
	play_script(&play, "Enter");
	assert_screen(&play, "Customs hall", true);
	assert_screen(&play, "Keynote", false);
	play_script(&play, "Esc h");
	assert_selected(&play, "Thu 12");
	play_script(&play, "80x24");
	assert_selected(&play, "Thu 12");
	assert_screen(&play, "Customs hall", true);
	play_end(&play);
}

static void a_theme_filters(void **state)
{
	struct play play = play_lanterns("] h G k k k Enter");

	(void)state;
	/* Nothing on Friday: the first day that has something. */
	assert_screen(&play, "Theme: Commons & upkeep ✕", true);
	assert_selected(&play, "What a light");
	assert_screen(&play, "Mending nets", false);
	play_script(&play, "j F");
	assert_selected(&play, "Keynote");
	assert_screen(&play, "Mending nets", true);
	play_script(&play, "h G k k Enter Esc");
	assert_screen(&play, "10 sessions", true);
	play_script(&play, "h G k k k Enter h G k k k Enter");
	assert_screen(&play, "10 sessions", true); /* the same one again: no filter any more */
	play_end(&play);
}

static void a_theme_without_sessions_says_so(void **state)
{
	struct play play = play_lanterns("h G k Enter");

	(void)state;
	assert_screen(&play, "No session has been announced for this theme yet.", true);
	assert_screen(&play, "tide tables", true);
	assert_selected(&play, "Tides, weather");
	play_script(&play, "Esc");
	assert_screen(&play, "No session", false);
	play_script(&play, "40x10 Enter");
	assert_screen(&play, "No session has been announced for", true);
	play_script(&play, "80x24 d2@14:59");
	assert_screen(&play, "announced for this theme yet.", true);
	play_script(&play, "d5@09:00"); /* the event is over */
	assert_screen(&play, "No session was announced for this theme.", true);
	play_script(&play, "2 j j");
	assert_screen(&play, "No session was announced for this theme.", true);
	play_end(&play);
}

static void bookmarks_come_and_go(void **state)
{
	struct play play = play_lanterns("b");

	(void)state;
	assert_selected(&play, "★09:30");
	assert_screen(&play, "★ Kept: What a lighthouse owes its town", true);
	assert_screen(&play, "4 My agenda ★1", true);
	assert_int_equal(play.disk.count, 1);
	play_script(&play, "j");
	assert_screen(&play, "★ Kept:", false);
	play_script(&play, "k Space");
	assert_screen(&play, "No longer kept: What a lighthouse owes its town · u brings it back",
		      true);
	assert_int_equal(play.disk.count, 0);
	play_script(&play, "u");
	assert_selected(&play, "★09:30");
	assert_int_equal(play.saves, 2);
	assert_int_equal(play.removals, 1);
	play_script(&play, "u u");
	assert_int_equal(play.saves, 2);
	play_end(&play);
}

static void only_what_is_looked_at_is_kept(void **state)
{
	struct play play = play_lanterns("h b 3 b Space ? b");

	(void)state;
	assert_int_equal(play.saves, 0);
	play_script(&play, "Esc 1 Tab b");
	assert_int_equal(play.saves, 1);
	play_script(&play, "1 Tab b");
	assert_int_equal(play.removals, 1);
	play_end(&play);
}

static void a_full_disk_takes_it_back(void **state)
{
	struct play play = play_lanterns("disk:full b");

	(void)state;
	assert_screen(&play, "★", false);
	assert_screen(&play, "Not kept: there is no space left on the device", true);
	play_script(&play, "disk:ok b disk:full b");
	assert_screen(&play, "★09:30", true);
	assert_screen(&play, "Still kept: there is no space left on the device", true);
	play_end(&play);
}

/* What the screen says is so on the disk, whatever came of its last step. */
static void a_failing_disk_is_told_as_it_is(void **state)
{
	struct play play = play_lanterns("disk:failing b");

	(void)state;
	assert_screen(&play, "★ Kept, perhaps not for good: there is no space", true);
	assert_selected(&play, "★09:30");
	assert_int_equal(play.disk.count, 1);
	play_script(&play, "m x Enter");
	assert_screen(&play, "★ Noted, perhaps not for good: there is no space", true);
	play_script(&play, "b Enter");
	assert_screen(&play, "No longer kept, perhaps not for good: there is no", true);
	assert_selected(&play, " 09:30");
	assert_int_equal(play.disk.count, 0);
	play_script(&play, "disk:ok u");
	assert_selected(&play, "★09:30");
	assert_string_equal(play.disk.items[0].note, "x");
	play_end(&play);
}

/* What was let go of cannot always be found again. */
static void the_way_back_is_told_behind_long_titles(void **state)
{
	struct play play = play_lanterns("j j j j j b b");

	(void)state;
	assert_screen(&play, "No longer kept: How we lost, found, lost again and ", true);
	assert_screen(&play, "… · u brings it back ", true);
	play_end(&play);
}

static void my_agenda_holds_what_is_kept(void **state)
{
	struct play play = play_lanterns("b j j b 4");

	(void)state;
	assert_selected(&play, "What a light");
	assert_screen(&play, "2 sessions", true);
	play_script(&play, "Enter b");
	assert_selected(&play, "Keynote"); /* the next one, in the list again */
	assert_int_equal(app_pane(play.app), PANE_KEPT);
	play_script(&play, "b");
	assert_screen(&play, "You do not keep any session yet.", true);
	assert_sound(&play);
	play_script(&play, "u u");
	assert_screen(&play, "2 sessions", true);
	assert_sound(&play);
	play_end(&play);
}

static void the_point_leads_to_now(void **state)
{
	struct play play = play_lanterns("] G .");

	(void)state;
	assert_selected(&play, "What a light");
	play_script(&play, "d2@10:30 .");
	assert_selected(&play, "Closing lunch");
	play_script(&play, "3 d1@0:30 .");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_selected(&play, "Doors open");
	play_script(&play, "d9@0:30 [ .");
	assert_screen(&play, "The event ended on Friday 13 June 2031.", true);
	assert_screen(&play, "Wednesday 11 June 2031", true);
	play_script(&play, "d1@10:12 ] b G b 4 d1@18:00 .");
	assert_selected(&play, "Stars over");
	play_end(&play);
}

/* Before the event, and while all of today is without a time, now is the first day, and today. */
static void the_point_leads_to_what_has_no_time(void **state)
{
	struct play play;

	(void)state;
	play_begin(&play, sample_lanterns(), sample_at(-5, 9, 0), 24, 80);
	play_script(&play, "] ] .");
	assert_screen(&play, "The event begins in 5 days, on Wednesday 11 June 2031.", true);
	assert_selected(&play, "Harbour walk");
	play_script(&play, ".");
	assert_int_equal(play.app->view, VIEW_NOW);
	assert_screen(&play, "Wednesday 11 June", true);
	assert_selected(&play, "Harbour walk");
	play_script(&play, "80x40");
	assert_screen(&play, "Thursday 12 June", true);
	assert_screen(&play, "Doors open", true);
	play_script(&play, "Esc ] d0@10:00 .");
	assert_selected(&play, "Harbour walk");
	play_end(&play);
}

/* Later that day nothing is to come, and . moves nothing. */
static void the_point_tells_of_the_last_session(void **state)
{
	struct play play = play_lanterns("d2@16:00 ] j .");

	(void)state;
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_screen(&play, "The last session is over.", true);
	play_script(&play, "? Esc");
	assert_selected(&play, "Ünïcödé");
	play_script(&play, "f j Space Esc ."); /* of what is filtered, that is not so */
	assert_screen(&play, "The last session is over.", false);
	play_end(&play);
}

static void twice_the_point_shows_all_that_is_on(void **state)
{
	struct play play = play_lanterns("j .");

	(void)state;
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_script(&play, ".");
	assert_int_equal(play.app->view, VIEW_NOW);
	assert_screen(&play, "in 18 min", true);
	assert_selected(&play, "What a light");
	play_script(&play, "d1@10:12");
	assert_screen(&play, "48 min left", true);
	assert_screen(&play, "18 min left", true);
	play_script(&play, "j j b Enter");
	assert_int_equal(play.app->focus[VIEW_NOW], SLOT_DETAIL);
	assert_int_equal(play.saves, 1);
	play_script(&play, "Esc Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	play_script(&play, ".");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_selected(&play, "Mending nets");
	play_script(&play, ".");
	assert_int_equal(play.app->view, VIEW_NOW);
	play_script(&play, "Esc");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_selected(&play, "Mending nets");
	play_end(&play);
}

static void add_session(struct builder *builder, const char *title, civil_moment start,
			civil_moment end)
{
	struct session *session = builder_session(builder);

	session->title = builder_text(builder, title);
	session->day = civil_day_of_moment(start);
	session->start = start;
	session->end = end;
}

/* In the evening, "in 11 h" alone would not say that it is tomorrow. */
static void what_comes_next_on_another_day_says_so(void **state)
{
	struct builder *builder = builder_new(NULL);
	struct play play;

	(void)state;
	add_session(builder, "Dinner", sample_at(1, 20, 0), sample_at(1, 23, 0));
	add_session(builder, "Breakfast", sample_at(2, 9, 0), sample_at(2, 10, 0));
	play_begin(&play, builder_finish(builder), sample_at(1, 22, 0), 24, 80);
	play_script(&play, ".");
	assert_int_equal(play.app->view, VIEW_NOW);
	assert_int_equal(play_row_of(&play, "Friday 13 June", NULL),
			 play_row_of(&play, "Coming next", NULL) + 1);
	play_end(&play);
}

/* Formats stand in the place of rooms: not where no row would show any. */
static void no_column_is_kept_for_nothing(void **state)
{
	struct builder *builder = builder_new(NULL);
	struct session *session;
	const char *line;
	struct play play;

	(void)state;
	add_session(builder, "Dinner", sample_at(1, 20, 0), sample_at(1, 23, 0));
	session = builder_session(builder);
	session->title = builder_text(builder, "Plenary");
	session->day = civil_day_of_moment(sample_at(1, 0, 0));
	session->start = sample_at(1, 18, 0);
	builder_session_format(builder, builder_format(builder, "plenary", NULL, 0));
	builder_format(builder, "workshop", NULL, 0);
	play_begin(&play, builder_finish(builder), sample_at(1, 19, 0), 24, 80);
	play_script(&play, "g b j b 4 g");
	line = cursor_line(&play);
	assert_non_null(strstr(line, "Plenary"));
	assert_non_null(strstr(line, "since 18:00 "));
	assert_string_equal(strstr(line, "since 18:00 "), "since 18:00 ");
	play_end(&play);
}

static void the_footer_says_what_b_does(void **state)
{
	struct play play = play_lanterns("j");

	(void)state;
	assert_screen(&play, "b keep", true);
	play_script(&play, "b k j");
	assert_screen(&play, "b let go", true);
	assert_screen(&play, "b keep", false);
	play_script(&play, "b k j");
	assert_screen(&play, "b keep", true);
	play_end(&play);
}

/* What the filter leaves is what can be on. */
static void add_talk(struct builder *builder, const char *title, const char *room, int hour)
{
	struct session *session = builder_session(builder);

	session->title = builder_text(builder, title);
	session->start = sample_at(1, hour, 0);
	session->end = sample_at(1, hour + 2, 0);
	session->day = civil_day_of_moment(session->start);
	builder_session_room(builder, builder_room(builder, room));
}

/* Where what is on is counts for more than how long it takes, as long as the title keeps enough. */
static void what_is_on_shows_its_end_and_its_room(void **state)
{
	struct builder *builder = builder_new("harbour.md");
	struct play play;

	(void)state;
	add_talk(builder, "Knots", "Sail loft", 10);
	add_talk(builder, "Knots and splices", "Boathouse", 10);
	add_talk(builder, "Knots, splices and oars", "Boathouse", 10);
	add_talk(builder, "Songs", "Pier", 17);
	play_begin(&play, builder_finish(builder), sample_at(1, 10, 15), 24, 80);
	assert_screen(&play, "10:00 – 12:00  Knots      1 h 45 left  Sail loft", true);
	assert_screen(&play, "10:00 – 12:00  Knots and splices  now  Boathouse", true);
	assert_screen(&play, "10:00 – 12:00  Knots, splices a…  now  Boathouse", true);
	play_script(&play, "40x10");
	assert_screen(&play, "10:00  Knots   1 h 45 left  Sail…", true);
	assert_screen(&play, "10:00  Knots, splice…  now  Boathou…", true);
	play_end(&play);
}

static void now_heeds_the_filter(void **state)
{
	struct play play = play_lanterns("d1@10:12 h G k k k Enter");

	(void)state;
	play_script(&play, ".");
	assert_int_equal(play.app->view, VIEW_NOW);
	assert_screen(&play, "What a light", true);
	assert_screen(&play, "Mending nets", false);
	play_end(&play);
}

static void a_minute_does_not_move_the_list(void **state)
{
	struct play play = play_lanterns("Tab j");

	(void)state;
	assert_int_equal(play.app->panes[PANE_DETAIL].text.top, 1);
	play_script(&play, "d1@9:43");
	assert_int_equal(play.app->panes[PANE_DETAIL].text.top, 1);
	assert_screen(&play, "09:43", true);
	play_script(&play, "d1@11:13 Esc");
	assert_selected(&play, "What a light");
	assert_screen(&play, "11:13", true);
	play_end(&play);
}

static void the_mouse_selects_and_opens(void **state)
{
	struct play play = play_lanterns("click:8:40");

	(void)state;
	assert_selected(&play, "Mending nets");
	play_script(&play, "click:5:5");
	assert_selected(&play, "Wed 11");
	assert_screen(&play, "Harbour walk", true);
	play_script(&play, "double:6:5");
	assert_int_equal(app_pane(play.app), PANE_SESSIONS);
	assert_selected(&play, "What a light");
	play_script(&play, "double:9:40");
	assert_int_equal(app_pane(play.app), PANE_DETAIL);
	play_script(&play, "click:2:20");
	assert_int_equal(play.app->view, VIEW_THEMES);
	play_script(&play, "click:2:5 click:3:5 click:0:0 click:23:0");
	assert_int_equal(play.app->view, VIEW_PROGRAMME);
	assert_int_equal(play.quit, false);
	play_end(&play);
}

static void count_yes(struct app *app, uint32_t item, struct effects *effects)
{
	struct effect repaint = {.kind = EFFECT_REPAINT};

	assert_int_equal(item, 7);
	(void)app;
	app_add_effect(effects, repaint);
}

static struct play begin_question(int columns, const char *script)
{
	struct play play = play_lanterns("");

	play_script(&play, columns == 40 ? "40x10" : "80x24");
	question_ask(play.app, "There is a note with this session. Let it go all the same?",
		     count_yes, 7);
	play_script(&play, columns == 40 ? "40x10" : "80x24");
	play_script(&play, script);
	return play;
}

static void a_question_waits_for_its_answer(void **state)
{
	struct play play = begin_question(80, "j b q ? / 2 click:5:5 x");

	(void)state;
	assert_true(question_stands(play.app));
	assert_int_equal(play.saves, 0);
	assert_false(play.quit);
	assert_screen(&play, "Let it go all the same?", true);
	assert_sound(&play);
	play_script(&play, "Esc");
	assert_false(question_stands(play.app));
	assert_int_equal(play.repaints, 0);
	play_end(&play);
}

static void yes_does_what_was_asked(void **state)
{
	static const char *const scripts[] = {"Enter", "y", "o"};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct play play = begin_question(i ? 40 : 80, scripts[i]);

		assert_false(question_stands(play.app));
		assert_int_equal(play.repaints, 1);
		assert_screen(&play, "all the same", false);
		play_end(&play);
	}
}

static void a_question_is_read_whole_in_the_smallest_window(void **state)
{
	struct play play = begin_question(40, "");

	(void)state;
	assert_sound(&play);
	assert_screen(&play, "There is a note with", true);
	assert_screen(&play, "the same?", true);
	assert_screen(&play, "Enter yes", true);
	play_end(&play);
}

static void warn(struct play *play, const char *line)
{
	play_message(play, &(struct message){.kind = MESSAGE_NOTICE, .notice = line});
}

/* Each is seen, whatever else is said meanwhile. */
static void warnings_wait_for_each_other(void **state)
{
	struct play play = play_lanterns("");

	(void)state;
	warn(&play, "the first");
	warn(&play, "the second");
	warn(&play, "the first");
	warn(&play, "the third");
	assert_screen(&play, "the first", true);
	play_script(&play, "b");
	assert_screen(&play, "★ Kept", true); /* what one does is answered */
	play_script(&play, "j");
	assert_screen(&play, "the second", true);
	play_script(&play, "/ w");
	assert_screen(&play, "the third", false); /* nothing is seen behind what is typed */
	play_script(&play, "Esc");
	assert_screen(&play, "the third", true);
	play_script(&play, "j");
	assert_screen(&play, "the first", false);
	assert_screen(&play, "? help", true);
	play_end(&play);
}

/* Also of those that come while something is typed. */
static void warnings_are_told_in_their_order(void **state)
{
	struct play play = play_lanterns("/ w");

	(void)state;
	warn(&play, "the first");
	warn(&play, "the second");
	play_script(&play, "Esc");
	assert_screen(&play, "the first", true);
	play_script(&play, "j");
	assert_screen(&play, "the second", true);
	play_end(&play);
}

static void the_footer_can_be_clicked(void **state)
{
	struct play play = play_lanterns("click:23:26");

	(void)state;
	assert_screen(&play, "★ Kept", true);
	play_script(&play, "click:23:26 click:23:34");
	assert_screen(&play, "Wednesday 11 June 2031", true);
	play_script(&play, "click:23:34");
	assert_screen(&play, "Thursday 12 June 2031", true);
	play_script(&play, "click:23:65");
	assert_int_equal(play.app->view, VIEW_HELP);
	play_end(&play);
}

static void the_wheel_scrolls_what_is_under_it(void **state)
{
	struct play play = play_lanterns("wheel-down:18:40");

	(void)state;
	assert_int_equal(play.app->panes[PANE_DETAIL].text.top, 3);
	assert_int_equal(app_pane(play.app), PANE_SESSIONS);
	play_script(&play, "wheel-down:8:40");
	assert_int_equal(play.app->panes[PANE_SESSIONS].list.top, 3);
	assert_selected(&play, "Keynote");
	play_script(&play, "wheel-up:8:40 wheel-up:8:40 wheel-down:0:0");
	assert_int_equal(play.app->panes[PANE_SESSIONS].list.top, 0);
	play_end(&play);
}

static void the_help_goes_back_to_where_it_was_opened(void **state)
{
	struct play play = play_lanterns("4 ? G");

	(void)state;
	assert_selected(&play, "Quit");
	play_script(&play, "q");
	assert_int_equal(play.app->view, VIEW_AGENDA);
	assert_false(play.quit);
	play_script(&play, "? 2");
	assert_int_equal(play.app->view, VIEW_THEMES);
	play_script(&play, "? ?");
	assert_int_equal(play.app->view, VIEW_THEMES);
	play_script(&play, "q");
	assert_true(play.quit);
	play_end(&play);
}

/* Who looks up a key in the smallest window must be able to read what it does. */
static void nothing_of_the_help_is_cut(void **state)
{
	static const char *const sizes[] = {"40x300", "80x300", "120x300"};

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct play play = play_lanterns("?");

		play_script(&play, sizes[i]);
		assert_sound(&play);
		assert_true(play_row_of(&play, "Keys", NULL) >= 0);
		for (int row = play_row_of(&play, "Keys", NULL); row < 300; row++)
			for (int column = 0; column < screen_columns(play.screen); column++)
				assert_string_not_equal(screen_cell(play.screen, row, column)->text,
							"…");
		play_end(&play);
	}
}

/* All of it is seen in a window that has room for two columns, and one goes from one to the other.
 */
static void the_help_stands_in_lanes_where_they_fit(void **state)
{
	struct play play = play_lanterns("160x50 ? j l");

	(void)state;
	assert_selected(&play, "Down");
	assert_screen(&play, "Views", true);
	assert_screen(&play, "Quit", true);
	play_script(&play, "h");
	assert_selected(&play, "Themes");
	play_script(&play, "h h k k");
	assert_selected(&play, "Programme");
	play_script(&play, "click:7:90");
	assert_selected(&play, "Down");
	play_script(&play, "click:48:90");
	assert_selected(&play, "Down");
	play_script(&play, "G");
	assert_selected(&play, "Quit");
	play_script(&play, "160x30");
	assert_selected(&play, "Quit");
	assert_screen(&play, "Views", false);
	play_script(&play, "l");
	assert_selected(&play, "Quit");
	play_script(&play, "160x50");
	assert_selected(&play, "Quit");
	assert_screen(&play, "Views", true);
	play_end(&play);
}

/* Whatever stands there, or does not. */
static void one_goes_from_lane_to_lane(void **state)
{
	struct play play = play_lanterns("240x60 ?");
	const struct pane *help = &play.app->panes[PANE_HELP];
	const struct list *list = &help->list;

	(void)state;
	assert_int_equal(help->lanes, 3);
	for (size_t row = 0; row < list->count; row++) {
		size_t lane = row / (size_t)help->lane_rows;

		if (list->items[row].still)
			continue;
		list_select(&play.app->panes[PANE_HELP].list, row);
		play_script(&play, "l");
		assert_int_equal(list->cursor / (size_t)help->lane_rows, lane < 2 ? lane + 1 : 2);
		list_select(&play.app->panes[PANE_HELP].list, row);
		play_script(&play, "h");
		assert_int_equal(list->cursor / (size_t)help->lane_rows, lane > 0 ? lane - 1 : 0);
		assert_sound(&play);
	}
	play_end(&play);
}

static void views_remember_where_one_was(void **state)
{
	struct play play = play_lanterns("j j 2 j 3 1");

	(void)state;
	assert_selected(&play, "Keynote");
	play_script(&play, "2");
	assert_selected(&play, "Making & mending");
	play_script(&play, "Enter 2");
	assert_selected(&play,
			"Making & mending"); /* the key of the open view leads to its start */
	play_end(&play);
}

static void other_effects_are_asked_for(void **state)
{
	struct play play = play_lanterns("Ctrl-L Ctrl-Z");

	(void)state;
	assert_int_equal(play.repaints, 1);
	assert_int_equal(play.suspends, 1);
	play_script(&play, "20x5 b 2 q");
	assert_int_equal(play.saves, 0);
	assert_true(play.quit);
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_opens_at_what_is_on_or_next),
	    cmocka_unit_test(days_go_forth_and_back_and_stop),
	    cmocka_unit_test(keys_that_do_nothing_say_why),
	    cmocka_unit_test(there_is_no_excuse_for_other_keys),
	    cmocka_unit_test(the_programme_follows_the_list_of_days),
	    cmocka_unit_test(enter_goes_in_and_escape_out),
	    cmocka_unit_test(panes_go_round),
	    cmocka_unit_test(narrow_windows_show_one_pane_at_a_time),
	    cmocka_unit_test(a_theme_filters),
	    cmocka_unit_test(a_theme_without_sessions_says_so),
	    cmocka_unit_test(bookmarks_come_and_go),
	    cmocka_unit_test(only_what_is_looked_at_is_kept),
	    cmocka_unit_test(a_full_disk_takes_it_back),
	    cmocka_unit_test(a_failing_disk_is_told_as_it_is),
	    cmocka_unit_test(the_way_back_is_told_behind_long_titles),
	    cmocka_unit_test(my_agenda_holds_what_is_kept),
	    cmocka_unit_test(the_point_leads_to_now),
	    cmocka_unit_test(the_point_leads_to_what_has_no_time),
	    cmocka_unit_test(the_point_tells_of_the_last_session),
	    cmocka_unit_test(twice_the_point_shows_all_that_is_on),
	    cmocka_unit_test(what_comes_next_on_another_day_says_so),
	    cmocka_unit_test(no_column_is_kept_for_nothing),
	    cmocka_unit_test(the_footer_says_what_b_does),
	    cmocka_unit_test(what_is_on_shows_its_end_and_its_room),
	    cmocka_unit_test(now_heeds_the_filter),
	    cmocka_unit_test(a_minute_does_not_move_the_list),
	    cmocka_unit_test(the_mouse_selects_and_opens),
	    cmocka_unit_test(a_question_waits_for_its_answer),
	    cmocka_unit_test(yes_does_what_was_asked),
	    cmocka_unit_test(a_question_is_read_whole_in_the_smallest_window),
	    cmocka_unit_test(warnings_wait_for_each_other),
	    cmocka_unit_test(warnings_are_told_in_their_order),
	    cmocka_unit_test(the_footer_can_be_clicked),
	    cmocka_unit_test(the_wheel_scrolls_what_is_under_it),
	    cmocka_unit_test(the_help_goes_back_to_where_it_was_opened),
	    cmocka_unit_test(nothing_of_the_help_is_cut),
	    cmocka_unit_test(the_help_stands_in_lanes_where_they_fit),
	    cmocka_unit_test(one_goes_from_lane_to_lane),
	    cmocka_unit_test(views_remember_where_one_was),
	    cmocka_unit_test(other_effects_are_asked_for),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("app", tests, NULL, NULL);
}
