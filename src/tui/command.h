/*
 * The commands: one table, from which the keys, the footer and the help are made.
 */
#ifndef NEC_TUI_COMMAND_H
#define NEC_TUI_COMMAND_H

#include "tui/app.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum command_group {
	GROUP_MOVE,
	GROUP_SESSIONS,
	GROUP_LINKS,
	GROUP_SEARCH,
	GROUP_PROMPT,
	GROUP_VIEWS,
	GROUP_PROGRAM,
	GROUP_COUNT
};

/* What must hold for a command to apply; or-ed. */
enum where {
	WHERE_ROOM = 1 << 0,	/* the window is large enough to see what one does */
	WHERE_VIEW = 1 << 1,	/* one of the numbered views is open */
	WHERE_SHEET = 1 << 2,	/* a sheet is */
	WHERE_MOVE = 1 << 3,	/* the pane in focus holds something to move through */
	WHERE_PANES = 1 << 4,	/* there is another pane to go to */
	WHERE_OPEN = 1 << 5,	/* the selected row leads somewhere */
	WHERE_BACK = 1 << 6,	/* there is somewhere to go back to */
	WHERE_DAYS = 1 << 7,	/* the view goes by days, of which there are several */
	WHERE_SESSION = 1 << 8, /* the pane in focus is about a session of the agenda */
	WHERE_FILTER = 1 << 9,	/* something restricts the programme */
	WHERE_UNDO = 1 << 10,	/* a removal can be undone */
	WHERE_SEARCH = 1 << 11, /* a search stands */
	WHERE_HELP = 1 << 12,	/* the help is open */
	WHERE_OTHER = 1 << 13,	/* anything else is */
	WHERE_NOTE = 1 << 14,	/* the pane in focus is about what a session or a bookmark */

	WHERE_LINK = 1 << 15,	     /* there is a link at hand (tui/target.h) */
	WHERE_LINK_CHOSEN = 1 << 16, /* one is selected in a text */
	WHERE_LINK_AFTER = 1 << 17,  /* there is one to walk to in the text in focus */
	WHERE_LINK_BEFORE = 1 << 18,
	WHERE_CODE_SEEN = 1 << 19,   /* a QR code is shown */
	WHERE_CODE_BEFORE = 1 << 20, /* there is one to walk to */
	WHERE_CODE_AFTER = 1 << 21,

	WHERE_SIDEWAYS = 1 << 22, /* the pane in focus is moved through sideways, too */
	WHERE_CHOICE = 1 << 23,	  /* the sheet to carry sessions away is open */
	WHERE_FORMATS = 1 << 24,  /* it can be opened */

	WHERE_TICK = 1 << 25,	   /* what is selected can be ticked */
	WHERE_PICKER = 1 << 26,	   /* the filter sheet is open */
	WHERE_ELSEWHERE = 1 << 27, /* another view than the programme is open */

	WHERE_SUCCESSOR = 1 << 28, /* the pane in focus is about a bookmark that has a successor */
	WHERE_NEWS = 1 << 29,	   /* what changed is shown, and was not seen */

	/* While one of these holds, nothing of the above does. */
	WHERE_PROMPT = 1 << 30,		 /* a line is typed */
	WHERE_QUESTION = (int)(1u << 31) /* a question stands; the last bit there is */
};

enum { COMMAND_KEYS = 4 };

struct command {
	const char *name; /* as a configuration names it: "next-day" */
	uint32_t keys[COMMAND_KEYS];
	const char *help;  /* N_() */
	const char *label; /* in the footer, N_(); NULL for none. Neighbours in the table with
			    * the same label share one entry. */
	int weight;	   /* the footer leaves out the least where there is no room for all */
	enum command_group group;
	unsigned where; /* enum where */
	void (*run)(struct app *app, int argument, struct effects *effects);
	int argument;
};

size_t command_count(void);
const struct command *command_at(size_t number);

/* The number of a command, by its name; SIZE_MAX where there is none. */
size_t command_find(const char *name);

/* Whether they cannot share a key: there are moments when both apply, and the table does not make
 * them share one, so that the first of them would be meant. */
bool command_clashes(size_t number, size_t other);

/* The view that a command opens, as enum view_id; -1 for the other commands. */
int command_view(size_t number);

const char *command_group_name(enum command_group group); /* translated */

#endif
