#include "config.h"

#include "tui/command.h"

#include "base/i18n.h"
#include "model/trait.h"
#include "tui/action.h"
#include "tui/key.h"
#include "tui/motion.h"
#include "tui/prompt.h"
#include "tui/view.h"
#include "tui/where.h"

#include <string.h>

enum {
	MOVING = WHERE_ROOM | WHERE_MOVE,
	MOVING_PANES = WHERE_ROOM | WHERE_PANES,
	VIEWING = WHERE_ROOM | WHERE_VIEW
};

/*
 * The order is that of the help and of the footer. Where two rows have a key in common, the first
 * one that applies counts.
 */
/* clang-format off */
static const struct command commands[] = {
	{"up", {KEY_ARROW_UP, 'k'}, N_("Up"), N_("move"), 40,
	 GROUP_MOVE, MOVING, action_move, MOTION_UP},
	{"down", {KEY_ARROW_DOWN, 'j'}, N_("Down"), N_("move"), 40,
	 GROUP_MOVE, MOVING, action_move, MOTION_DOWN},
	{"left", {KEY_ARROW_LEFT, 'h'}, N_("To the left, in the grid"), N_("move"), 40,
	 GROUP_MOVE, MOVING | WHERE_SIDEWAYS, action_move, MOTION_LEFT},
	{"right", {KEY_ARROW_RIGHT, 'l'}, N_("To the right, in the grid"), N_("move"), 40,
	 GROUP_MOVE, MOVING | WHERE_SIDEWAYS, action_move, MOTION_RIGHT},
	{"page-up", {KEY_PAGE_UP, KEY_CONTROL('b')}, N_("A page up"), NULL, 0,
	 GROUP_MOVE, MOVING, action_move, MOTION_PAGE_UP},
	{"page-down", {KEY_PAGE_DOWN, KEY_CONTROL('f')}, N_("A page down"), NULL, 0,
	 GROUP_MOVE, MOVING, action_move, MOTION_PAGE_DOWN},
	{"half-page-up", {KEY_CONTROL('u')}, N_("Half a page up"), NULL, 0,
	 GROUP_MOVE, MOVING, action_move, MOTION_HALF_UP},
	{"half-page-down", {KEY_CONTROL('d')}, N_("Half a page down"), NULL, 0,
	 GROUP_MOVE, MOVING, action_move, MOTION_HALF_DOWN},
	{"first", {KEY_LINE_START, 'g'}, N_("To the first"), NULL, 0,
	 GROUP_MOVE, MOVING, action_move, MOTION_FIRST},
	{"last", {KEY_LINE_END, 'G'}, N_("To the last"), NULL, 0,
	 GROUP_MOVE, MOVING, action_move, MOTION_LAST},
	{"top", {'H'}, N_("To the top of the screen"), NULL, 0,
	 GROUP_MOVE, MOVING | WHERE_ROWS, action_move, MOTION_TOP},
	{"bottom", {'L'}, N_("To the bottom of the screen"), NULL, 0,
	 GROUP_MOVE, MOVING | WHERE_ROWS, action_move, MOTION_BOTTOM},
	{"open-link", {KEY_RETURN, 'o'}, N_("Open the selected link"), N_("open link"), 90,
	 GROUP_LINKS, WHERE_ROOM | WHERE_LINK_CHOSEN, action_open_link, 0},
	{"next-link", {KEY_TAB}, N_("Next link of a text"), N_("link"), 76,
	 GROUP_LINKS, WHERE_ROOM | WHERE_LINK_AFTER, action_link, 1},
	{"previous-link", {KEY_BACK_TAB}, N_("Link before"), NULL, 0,
	 GROUP_LINKS, WHERE_ROOM | WHERE_LINK_BEFORE, action_link, -1},
	{"open", {KEY_RETURN}, N_("Open"), N_("open"), 90,
	 GROUP_MOVE, WHERE_ROOM | WHERE_OPEN, action_open, 0},
	{"back", {KEY_ESCAPE}, N_("Back"), N_("back"), 85,
	 GROUP_MOVE, WHERE_ROOM | WHERE_BACK, action_back, 0},
	{"pane-before", {KEY_ARROW_LEFT, 'h'}, N_("Pane before"), NULL, 0,
	 GROUP_MOVE, MOVING_PANES, action_pane, -1},
	{"pane-after", {KEY_ARROW_RIGHT, 'l'}, N_("Pane after"), NULL, 0,
	 GROUP_MOVE, MOVING_PANES, action_pane, 1},
	{"next-pane", {KEY_TAB}, N_("Round the panes"), N_("panes"), 75,
	 GROUP_MOVE, MOVING_PANES, action_pane_round, 1},
	{"previous-pane", {KEY_BACK_TAB}, N_("Round the panes, backwards"), NULL, 0,
	 GROUP_MOVE, MOVING_PANES, action_pane_round, -1},

	{"bookmark", {'b', KEY_SPACE}, N_("Keep a session, or let it go"), N_("keep"), 80,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_NOTE, action_bookmark, 0},
	{"succeed", {KEY_RETURN}, N_("Keep the session that may stand in its place"),
	 N_("keep that"), 91,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_SUCCESSOR, action_succeed, 0},
	{"seen", {'a'}, N_("Mark what changed as seen"), N_("seen"), 79,
	 GROUP_SESSIONS, VIEWING | WHERE_NEWS, action_seen, 0},
	{"undo", {'u'}, N_("Undo the last removal"), N_("undo"), 55,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_UNDO, action_undo, 0},
	{"note", {'m'}, N_("Write a note about a session, and keep it"), N_("note"), 30,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_NOTE, action_note, 0},
	{"speakers", {'s'}, N_("What else the speakers of a session do"), N_("speakers"), 27,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_SESSION, action_related, TRAIT_SPEAKER},
	{"room", {'r'}, N_("What else the room of a session holds"), N_("room"), 26,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_SESSION, action_related, TRAIT_ROOM},
	{"reveal", {'p'}, N_("Show a session in the programme"), N_("in the programme"), 25,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_SESSION | WHERE_ELSEWHERE, action_reveal, 0},
	{"take", {'e'}, N_("Take sessions with you, as a calendar or a text"), N_("take"), 29,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_OTHER | WHERE_FORMATS, action_take, 0},
	{"choose", {KEY_RETURN}, N_("Choose what to take with you, and how"), N_("choose"), 90,
	 GROUP_SESSIONS, WHERE_ROOM | WHERE_CHOICE, action_open, 0},
	{"previous-day", {'['}, N_("Day before"), N_("day"), 70,
	 GROUP_SESSIONS, VIEWING | WHERE_DAYS, action_day, -1},
	{"next-day", {']'}, N_("Day after"), N_("day"), 70,
	 GROUP_SESSIONS, VIEWING | WHERE_DAYS, action_day, 1},
	{"now", {'.'}, N_("To what is on now; again: what comes next, too"), N_("now"), 45,
	 GROUP_SESSIONS, VIEWING, action_now, 0},

	{"open-own-link", {'o'}, N_("Open the page of a session, or of the event"), N_("open link"), 39,
	 GROUP_LINKS, WHERE_ROOM | WHERE_LINK, action_open_link, 0},
	{"copy-link", {'y'}, N_("Copy the link"), N_("copy"), 37,
	 GROUP_LINKS, WHERE_ROOM | WHERE_LINK, action_copy_link, 0},
	{"invert-code", {'i'}, N_("Make a QR code light on dark, or dark on light"), N_("invert"), 36,
	 GROUP_LINKS, WHERE_ROOM | WHERE_CODE_SEEN, action_invert_code, 0},
	{"previous-code", {KEY_ARROW_LEFT, 'h'}, N_("QR code before"), N_("session"), 82,
	 GROUP_LINKS, WHERE_ROOM | WHERE_CODE_BEFORE, action_code, -1},
	{"next-code", {KEY_ARROW_RIGHT, 'l'}, N_("QR code after"), N_("session"), 82,
	 GROUP_LINKS, WHERE_ROOM | WHERE_CODE_AFTER, action_code, 1},
	{"close-code", {'c'}, N_("Close the QR code"), NULL, 0,
	 GROUP_LINKS, WHERE_SHEET | WHERE_CODE, action_close, 0},
	{"show-code", {'c'}, N_("Show the link as a QR code"), N_("QR code"), 38,
	 GROUP_LINKS, WHERE_ROOM | WHERE_LINK, action_show_code, 0},

	{"search", {'/'}, N_("Search all sessions while you type"), N_("search"), 73,
	 GROUP_SEARCH, WHERE_ROOM | WHERE_ASKABLE, action_search, 0},
	{"next-match", {'n'}, N_("Next match"), N_("match"), 72,
	 GROUP_SEARCH, VIEWING | WHERE_SEARCH | WHERE_FOUND, action_match, 1},
	{"previous-match", {'N'}, N_("Match before"), N_("match"), 72,
	 GROUP_SEARCH, VIEWING | WHERE_SEARCH | WHERE_FOUND, action_match, -1},

	{"filter", {'f'}, N_("Filter by theme, room, day and more"), N_("filter"), 58,
	 GROUP_SEARCH, VIEWING, action_filter, 0},
	{"tick", {KEY_SPACE, KEY_RETURN}, N_("Tick what to filter by, or untick it"), N_("tick"), 82,
	 GROUP_SEARCH, WHERE_ROOM | WHERE_TICK, action_tick, 0},
	{"narrow", {'/'}, N_("Find a name in the filter"), N_("find"), 73,
	 GROUP_SEARCH, WHERE_ROOM | WHERE_PICKER, action_narrow, 0},
	{"clear-filter", {'F'}, N_("Show every session again"), N_("show all"), 65,
	 GROUP_SEARCH, WHERE_ROOM | WHERE_FILTER, action_clear_filter, 0},

	{"accept", {KEY_RETURN}, N_("Done"), N_("done"), 90,
	 GROUP_PROMPT, WHERE_PROMPT, action_accept, 0},
	{"cancel", {KEY_ESCAPE}, N_("Back to where you were"), N_("back"), 85,
	 GROUP_PROMPT, WHERE_PROMPT, action_cancel, 0},
	{"erase", {KEY_RUBOUT}, N_("Erase a character"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_erase_back, PROMPT_CHARACTER},
	{"erase-next", {KEY_REMOVE, KEY_CONTROL('d')}, N_("Erase the next character"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_erase_on, PROMPT_CHARACTER},
	{"erase-word", {KEY_CONTROL('w')}, N_("Erase a word"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_erase_back, PROMPT_WORD},
	{"erase-all", {KEY_CONTROL('u')}, N_("Erase all"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_erase_all, 0},
	{"character-before", {KEY_ARROW_LEFT, KEY_CONTROL('b')}, N_("To the character before"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_caret_back, PROMPT_CHARACTER},
	{"character-after", {KEY_ARROW_RIGHT, KEY_CONTROL('f')}, N_("To the character after"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_caret_on, PROMPT_CHARACTER},
	{"line-start", {KEY_LINE_START, KEY_CONTROL('a')}, N_("To the start of the line"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_caret_back, PROMPT_ALL},
	{"line-end", {KEY_LINE_END, KEY_CONTROL('e')}, N_("To the end of the line"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_caret_on, PROMPT_ALL},
	{"earlier-line", {KEY_ARROW_UP}, N_("What you typed before"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_recall, -1},
	{"later-line", {KEY_ARROW_DOWN}, N_("What you typed after"), NULL, 0,
	 GROUP_PROMPT, WHERE_PROMPT, action_recall, 1},

	{"yes", {KEY_RETURN, 'y', 'o'}, N_("Yes"), N_("yes"), 90,
	 GROUP_PROMPT, WHERE_QUESTION, action_answer, 1},
	{"no", {KEY_ESCAPE, 'n'}, N_("No"), N_("no"), 85,
	 GROUP_PROMPT, WHERE_QUESTION, action_answer, 0},

	{"programme", {'1'}, N_("Programme"), NULL, 0,
	 GROUP_VIEWS, WHERE_ROOM, action_view, VIEW_PROGRAMME},
	{"themes", {'2'}, N_("Themes"), NULL, 0,
	 GROUP_VIEWS, WHERE_ROOM, action_view, VIEW_THEMES},
	{"practical-information", {'3'}, N_("Practical information"), NULL, 0,
	 GROUP_VIEWS, WHERE_ROOM, action_view, VIEW_PRACTICAL},
	{"my-agenda", {'4'}, N_("My agenda"), NULL, 0,
	 GROUP_VIEWS, WHERE_ROOM, action_view, VIEW_AGENDA},
	{"grid", {'5'}, N_("Grid: rooms and times"), NULL, 0,
	 GROUP_VIEWS, WHERE_ROOM, action_view, VIEW_GRID},

	{"help", {'?', KEY_FUNCTION_1}, N_("All keys"), N_("help"), 100,
	 GROUP_PROGRAM, WHERE_ROOM | WHERE_OTHER, action_view, VIEW_HELP},
	{"close", {KEY_ESCAPE, 'q'}, N_("Close what lies over the view"), N_("close"), 95,
	 GROUP_PROGRAM, WHERE_SHEET, action_close, 0},
	{"close-help", {'?', KEY_FUNCTION_1}, N_("Close this help"), NULL, 0,
	 GROUP_PROGRAM, WHERE_HELP, action_close, 0},
	{"repaint", {KEY_CONTROL('l')}, N_("Paint the screen anew"), NULL, 0,
	 GROUP_PROGRAM, 0, action_effect, EFFECT_REPAINT},
	{"suspend", {KEY_CONTROL('z')}, N_("Suspend; fg brings it back"), NULL, 0,
	 GROUP_PROGRAM, 0, action_effect, EFFECT_SUSPEND},
	{"quit", {'q'}, N_("Quit"), N_("quit"), 60,
	 GROUP_PROGRAM, WHERE_VIEW, action_effect, EFFECT_QUIT},
};
/* clang-format on */

/* What is said of a command where it does the opposite, or what it moves is a text. */
static const struct {
	const char *name;
	uint64_t where;
	const char *label;
} opposites[] = {
    {"bookmark", WHERE_KEPT, N_("let go")},
    {"up", WHERE_TEXT, N_("scroll")},
    {"down", WHERE_TEXT, N_("scroll")},
};

const char *command_label(size_t number, uint64_t where)
{
	const struct command *command = &commands[number];

	for (size_t i = 0; i < sizeof opposites / sizeof *opposites; i++)
		if (where & opposites[i].where && !strcmp(command->name, opposites[i].name))
			return _(opposites[i].label);
	return command->label ? _(command->label) : NULL;
}

size_t command_count(void)
{
	return sizeof commands / sizeof *commands;
}

const struct command *command_at(size_t number)
{
	return &commands[number];
}

size_t command_find(const char *name)
{
	for (size_t i = 0; i < command_count(); i++)
		if (!strcmp(commands[i].name, name))
			return i;
	return SIZE_MAX;
}

static bool share_key(const struct command *command, const struct command *other)
{
	for (int i = 0; i < COMMAND_KEYS && command->keys[i] != KEY_NONE; i++)
		for (int j = 0; j < COMMAND_KEYS; j++)
			if (command->keys[i] == other->keys[j])
				return true;
	return false;
}

/* Whether more than one of these holds. */
static bool has_several(uint64_t where)
{
	return where & (where - 1);
}

bool command_clashes(size_t number, size_t other)
{
	static const uint64_t one_at_a_time[] = {
	    WHERE_VIEW | WHERE_SHEET,
	    WHERE_VIEW | WHERE_HELP | WHERE_CHOICE | WHERE_PICKER | WHERE_CODE,
	    WHERE_ASKABLE | WHERE_HELP | WHERE_CHOICE | WHERE_PICKER | WHERE_CODE,
	    WHERE_HELP | WHERE_OTHER,
	    WHERE_CHOICE | WHERE_OPEN,
	    WHERE_CHOICE | WHERE_FORMATS,
	};
	uint64_t both = commands[number].where | commands[other].where;

	if ((both & (WHERE_PROMPT | WHERE_QUESTION)) && has_several(both))
		return false;
	for (size_t i = 0; i < sizeof one_at_a_time / sizeof *one_at_a_time; i++)
		if (has_several(both & one_at_a_time[i]))
			return false;
	return !share_key(&commands[number], &commands[other]);
}

int command_view(size_t number)
{
	return commands[number].run == action_view ? commands[number].argument : -1;
}

const char *command_group_name(enum command_group group)
{
	static const char *const names[GROUP_COUNT] = {
	    [GROUP_MOVE] = N_("Moving"),
	    [GROUP_SESSIONS] = N_("Sessions"),
	    [GROUP_LINKS] = N_("Links"),
	    [GROUP_SEARCH] = N_("Searching and filtering"),
	    [GROUP_VIEWS] = N_("Views"),
	    [GROUP_PROMPT] = N_("While you type, or are asked"),
	    [GROUP_PROGRAM] = N_("The program"),
	};

	return _(names[group]);
}
