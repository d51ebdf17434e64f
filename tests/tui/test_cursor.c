/*
 * Screen readers and braille displays follow the hardware cursor. So, after each command of the
 * table, wherever it can be given: it stands on the row that is selected, which says what that is,
 * or behind what is typed; and the screen is sound.
 *
 * The states are reached with keys, as a user does. That they reach every view, every pane, every
 * condition and every command is tested, too: who adds one of these adds a state.
 */
#include "config.h"

#include "play.h"
#include "sample.h"
#include "sound.h"

#include "base/i18n.h"
#include "present/traits.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/news.h"
#include "tui/where.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* From 10:12 on Thursday. A script that begins with "before " starts with bookmarks of before the
 * agenda was revised, one with "former" after bookmarks were found in another folder. */
static const char *const states[] = {
    /* The programme, its days and its themes, the detail and the links in it. */
    "", "Shift-Tab", "Shift-Tab G", "Shift-Tab j j Enter", "[", "] G", "Enter", "k Enter Tab",
    "k Enter Tab Tab", "h G k Enter", "b", "b k b", "b b", "disk:full b", "remind:10 j b d1@11:20",
    /* The other views, the empty ones too. */
    "2", "2 Enter", "2 Enter Enter", "2 j j", "3", "3 Tab", "3 G", "3 G Tab Tab", "4",
    "b k b j j b 4", "b 4 Enter", "b m x Enter 4", "j j b G k k b 4 g j", "before 4", "before 4 j",
    "before 4 j Enter", "before 4 G", "5", "5 [", "5 l j", "5 Enter", "h j j j Enter 5 ]",
    /* Sheets. */
    "G k k k b 4 k Enter", "G k k k b 4 k Enter Enter", ". .", ". . Enter", "f", "f Space",
    "f Shift-Tab", "f Shift-Tab j j", "f Space Esc", "f Space / l o f t Enter Space Esc Esc", "s",
    "G k k s", "g s", "r", "r Enter", "e", "e j j", "e j Enter G Enter", "e j Enter G Enter →",
    "3 Tab c", "k c", "?", "? G", "4 ?", "5 f",
    /* Lines that are typed, questions, searches. */
    "/", "/ t h e", "/ ↑", "/ e Space s Enter", "/ e Space s Enter n", "/ z z z", "/ z z z Enter",
    "/ t h e Enter / ↑", "5 / t h e", "f /", "f / h a l", "f / z z", "f / h a l Enter", "m",
    "m é 東 京", "b m x Enter m", "b m x Enter b", "e G k k Enter",
    "e G k k Enter Enter e G k k Enter Enter", "before 4 b", "former",
    /* Searches that are not through. */
    "search:slow / e", "search:slow / z z search:on", "search:slow / e Enter search:on",
    "search:slow / z z z Enter", "search:slow / e Enter search:on Enter search:on",
    "search:slow 5 / e Enter search:on", "5 / w h a l e Enter", "search:slow / e Enter f",
    "search:slow / e Enter e", "search:slow / e Enter / x",
    /* Too small for anything. */
    "20x5", "20x5 /"};

enum { STATES = sizeof states / sizeof *states };

/* How one looks at it all. */
struct way {
	const char *language;
	bool linear;
	int columns, rows;
};

static bool takes(const char **script, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(*script, word, length) != 0)
		return false;
	*script += length;
	return true;
}

static struct play begin(int state, const struct way *way)
{
	const char *script = states[state];
	struct play play;

	play_begin(&play, sample_lanterns(), sample_at(1, 10, 12), way->rows, way->columns);
	app_set_linear(play.app, way->linear);
	if (takes(&script, "before "))
		play_revision(&play);
	else if (takes(&script, "former"))
		play_message(&play, &(struct message){.kind = MESSAGE_FORMER,
						      .former = {"lanterns-2030", 2}});
	play_script(&play, script);
	return play;
}

/* What the cursor is on */

static const char *title_of(const char *title)
{
	return title ? title : "";
}

/* How a row of a list begins to say what it is; appends nothing where that is said in words that
 * stand nowhere else. */
static void say_row(const struct app *app, const struct list_row *row, struct buffer *out)
{
	const struct agenda *agenda = app->agenda;
	const struct change *change;
	uint32_t value;
	enum trait trait;

	switch ((enum row_kind)row->kind) {
	case ROW_SESSION:
		buffer_puts(out, title_of(agenda->sessions[row->item].title));
		break;
	case ROW_THEME:
		buffer_puts(out, agenda->themes[row->item].name);
		break;
	case ROW_GONE:
		buffer_puts(out, title_of(app->keeper.shown.items[row->item].title));
		break;
	case ROW_CHANGE:
		change = &app->keeper.changes.items[row->item];
		buffer_puts(out,
			    title_of(change->session >= 0 ? agenda->sessions[change->session].title
							  : change->before->title));
		break;
	case ROW_COMMAND:
		buffer_puts(out, _(command_at(row->item)->help));
		break;
	case ROW_VALUE:
		trait = picker_value(app, row->item, &value);
		traits_say_value(out, agenda, trait, value);
		break;
	case ROW_TRAIT:
		buffer_puts(out, picker_heading((enum trait)row->item));
		break;
	case ROW_FORMAT:
		buffer_puts(out, app->carry.formats[row->item].name);
		break;
	default:
		break;
	}
}

/* The cells of the row with the cursor, from the cursor to the end of its pane; of a box of the
 * grid the row below, too: a warning comes before its title. */
static void read_on(const struct play *play, struct buffer *out)
{
	const struct app *app = play->app;
	struct rectangle area = app->layout.slots[app->focus[app->view]];
	int rows = pane_sort(app_pane(app))->sideways ? 2 : 1;
	int row, first;

	screen_cursor(play->screen, &row, &first);
	for (; rows--; row++)
		for (int column = first; column < area.column + area.columns; column++)
			buffer_puts(out, screen_cell(play->screen, row, column)->text);
}

enum { LETTERS_TO_TELL = 6 };

/* The row with the cursor says what is selected: at least the first letters of it, for it may be
 * cut. */
static void assert_says_what_is_selected(const struct play *play)
{
	const struct app *app = play->app;
	const struct list_row *row = list_selected(&app->panes[pane_chooser(app_pane(app))].list);
	struct buffer name = {0}, shown = {0};
	size_t end = 0;

	if (!app->layout.fits || app->asked != ASK_NOTHING || question_stands(app) ||
	    !pane_sort(app_pane(app))->selects || !row)
		return;
	say_row(app, row, &name);
	for (int i = 0; i < LETTERS_TO_TELL && end < name.length; i++)
		while (((unsigned char)buffer_text(&name)[++end] & 0xC0) == 0x80)
			;
	buffer_truncate(&name, end);
	read_on(play, &shown);
	if (!strstr(buffer_text(&shown), buffer_text(&name))) {
		struct buffer dump = {0};

		play_dump(play, &dump);
		play_print("the cursor is elsewhere", &dump);
		buffer_free(&dump);
		fail_msg("\"%s\" is selected, and the cursor is on \"%s\"", buffer_text(&name),
			 buffer_text(&shown));
	}
	buffer_free(&name);
	buffer_free(&shown);
}

/* The round through all of it */

/* What was met. */
struct round {
	bool views[VIEW_COUNT], panes[PANE_COUNT], asks[ASK_COUNT], *commands;
	uint64_t where;
};

static void note_state(struct round *round, const struct app *app)
{
	round->views[app->view] = true;
	round->panes[app_pane(app)] = true;
	round->asks[app->asked] = true;
	round->where |= where_now(app);
}

/* A key that means the command in the state that is open, KEY_NONE where none does. */
static uint32_t key_of(const struct app *app, size_t command)
{
	for (int i = 0; i < COMMAND_KEYS; i++) {
		uint32_t key = command_at(command)->keys[i];

		if (app->asked != ASK_NOTHING && key_is_character(key))
			continue;
		if (key != KEY_NONE && keymap_find(&app->keymap, key, where_now(app)) == command)
			return key;
	}
	return KEY_NONE;
}

static void assert_right(const struct play *play)
{
	assert_sound(play);
	assert_says_what_is_selected(play);
}

static void give_each_command(struct round *round, int state, const struct way *way)
{
	struct play play = begin(state, way);

	note_state(round, play.app);
	assert_right(&play);
	for (size_t i = 0; i < command_count(); i++) {
		uint32_t key = key_of(play.app, i);

		if (key == KEY_NONE)
			continue;
		print_message("# \"%s\" at %dx%d: %s\n", states[state], way->columns, way->rows,
			      command_at(i)->name);
		round->commands[i] = true;
		play_key(&play, key);
		assert_right(&play);
		play_end(&play);
		play = begin(state, way);
	}
	play_end(&play);
}

#define WHERE_NAME(name) #name,
static const char *const where_names[] = {WHERE_LIST(WHERE_NAME)};

static void assert_all_met(const struct round *round)
{
	for (int i = 0; i < VIEW_COUNT; i++)
		if (!round->views[i])
			fail_msg("no state opens the view \"%s\"", view_at((enum view_id)i)->name);
	for (int i = PANE_NONE + 1; i < PANE_COUNT; i++)
		if (!round->panes[i])
			fail_msg("no state has pane %d in focus", i);
	for (int i = 0; i < ASK_COUNT; i++)
		if (!round->asks[i])
			fail_msg("no state asks for line %d", i);
	for (int i = 0; i < WHERE_COUNT; i++)
		if (!(round->where >> i & 1))
			fail_msg("no state meets the condition %s", where_names[i]);
	for (size_t i = 0; i < command_count(); i++)
		if (!round->commands[i])
			fail_msg("no state lets %s be given", command_at(i)->name);
}

static void go_round(struct round *round, const struct way *way)
{
	play_speak(way->language);
	for (int state = 0; state < STATES; state++)
		give_each_command(round, state, way);
	play_speak("en");
}

/* Codes need some room, so what is met is added up over the sizes. */
static void in_panes(void **state)
{
	static const struct way ways[] = {
	    {"en", false, 40, 10}, {"en", false, 80, 24}, {"en", false, 200, 60}};
	struct round round = {.commands = calloc(command_count(), sizeof(bool))};

	(void)state;
	assert_non_null(round.commands);
	for (size_t way = 0; way < sizeof ways / sizeof *ways; way++)
		go_round(&round, &ways[way]);
	assert_all_met(&round);
	free(round.commands);
}

static void go_round_once(const struct way *way)
{
	struct round round = {0};

	if (!play_speak(way->language))
		skip();
	round.commands = calloc(command_count(), sizeof(bool));
	assert_non_null(round.commands);
	go_round(&round, way);
	free(round.commands);
}

static void in_french(void **state)
{
	static const struct way way = {"fr", false, 40, 10};

	(void)state;
	go_round_once(&way);
}

static void line_by_line(void **state)
{
	static const struct way way = {"fr", true, 80, 24};

	(void)state;
	go_round_once(&way);
}

static void an_agenda_without_anything_can_be_walked_through(void **state)
{
	struct play play;

	(void)state;
	play_begin(&play, sample_empty(), sample_at(1, 10, 0), 24, 80);
	for (size_t i = 0; i < command_count(); i++) {
		play_key(&play, command_at(i)->keys[0]);
		assert_right(&play);
	}
	play_end(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(in_panes),
	    cmocka_unit_test(in_french),
	    cmocka_unit_test(line_by_line),
	    cmocka_unit_test(an_agenda_without_anything_can_be_walked_through),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("the cursor", tests, NULL, NULL);
}
