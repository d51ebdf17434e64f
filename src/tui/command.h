/*
 * The commands: one table, from which the keys, the footer and the help are made.
 */
#ifndef NEC_TUI_COMMAND_H
#define NEC_TUI_COMMAND_H

#include "tui/app.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the help: what one looks for first, and last what keys are known to do. */
enum command_group {
	GROUP_VIEWS,
	GROUP_SESSIONS,
	GROUP_SEARCH,
	GROUP_LINKS,
	GROUP_MOVE,
	GROUP_PROMPT,
	GROUP_PROGRAM,
	GROUP_COUNT
};

/* What must hold for a command to apply. */
#define WHERE_LIST(CONDITION)                                                                      \
	CONDITION(ROOM)	   /* the window is large enough to see what one does */                   \
	CONDITION(VIEW)	   /* one of the numbered views is open */                                 \
	CONDITION(SHEET)   /* a sheet is */                                                        \
	CONDITION(MOVE)	   /* the pane in focus holds something to move through */                 \
	CONDITION(PANES)   /* there is another pane to go to */                                    \
	CONDITION(OPEN)	   /* the selected row leads somewhere */                                  \
	CONDITION(BACK)	   /* there is somewhere to go back to */                                  \
	CONDITION(DAYS)	   /* the view goes by days, of which there are several */                 \
	CONDITION(SESSION) /* the pane in focus is about a session of the agenda */                \
	CONDITION(FILTER)  /* something restricts the programme */                                 \
	CONDITION(UNDO)	   /* a removal can be undone */                                           \
	CONDITION(SEARCH)  /* a search stands */                                                   \
	CONDITION(FOUND)   /* and found something */                                               \
	CONDITION(ASKABLE) /* a numbered view is open, or a sheet of sessions */                   \
	CONDITION(HELP)	   /* the help is open */                                                  \
	CONDITION(OTHER)   /* anything else is */                                                  \
	CONDITION(NOTE)	   /* the pane in focus is about a session or a bookmark */                \
	CONDITION(KEPT)	   /* which is kept */                                                     \
                                                                                                   \
	CONDITION(LINK)	       /* there is a link at hand (tui/target.h) */                        \
	CONDITION(LINK_CHOSEN) /* one is selected in a text */                                     \
	CONDITION(LINK_AFTER)  /* there is one to walk to in the text in focus */                  \
	CONDITION(LINK_BEFORE)                                                                     \
	CONDITION(CODE)	       /* the sheet of a QR code is open */                                \
	CONDITION(CODE_SEEN)   /* and one is drawn on it */                                        \
	CONDITION(CODE_BEFORE) /* there is one to walk to */                                       \
	CONDITION(CODE_AFTER)                                                                      \
                                                                                                   \
	CONDITION(TEXT)	    /* what one moves through is a text */                                 \
	CONDITION(SIDEWAYS) /* the pane in focus is moved through sideways, too */                 \
	CONDITION(CHOICE)   /* the sheet to carry sessions away is open */                         \
	CONDITION(FORMATS)  /* it can be opened */                                                 \
                                                                                                   \
	CONDITION(TICK)	     /* what is selected can be ticked */                                  \
	CONDITION(PICKER)    /* the filter sheet is open */                                        \
	CONDITION(ELSEWHERE) /* another view than the programme is open */                         \
                                                                                                   \
	CONDITION(SUCCESSOR) /* the pane in focus is about a bookmark that has a successor */      \
	CONDITION(NEWS)	     /* what changed is shown, and was not seen */                         \
                                                                                                   \
	/* While one of these holds, nothing of the above does. */                                 \
	CONDITION(PROMPT)   /* a line is typed */                                                  \
	CONDITION(QUESTION) /* a question stands */

#define WHERE_NUMBER(name) WHERE_NUMBER_##name,
enum where_number { WHERE_LIST(WHERE_NUMBER) WHERE_COUNT };
#undef WHERE_NUMBER

/* WHERE_ROOM and so on: a bit for each of them, to be or-ed. */
#define WHERE_BIT(name) WHERE_##name = UINT64_C(1) << WHERE_NUMBER_##name,
enum where { WHERE_LIST(WHERE_BIT) };
#undef WHERE_BIT

_Static_assert(WHERE_COUNT <= 64, "a set of conditions is 64 bits");

enum { COMMAND_KEYS = 4 };

struct command {
	const char *name; /* as a configuration names it: "next-day" */
	uint32_t keys[COMMAND_KEYS];
	const char *help;  /* N_() */
	const char *label; /* in the footer, N_(); NULL for none. Neighbours in the table with
			    * the same label share one entry. */
	int weight;	   /* the footer leaves out the least where there is no room for all */
	enum command_group group;
	uint64_t where; /* enum where, or-ed */
	void (*run)(struct app *app, int argument, struct effects *effects);
	int argument;
};

size_t command_count(void);
const struct command *command_at(size_t number);

/* What the footer says of it where these conditions hold, translated; NULL for nothing. */
const char *command_label(size_t number, uint64_t where);

/* The number of a command, by its name; SIZE_MAX where there is none. */
size_t command_find(const char *name);

/* Whether they cannot share a key: there are moments when both apply, and the table does not make
 * them share one, so that the first of them would be meant. */
bool command_clashes(size_t number, size_t other);

/* The view that a command opens, as enum view_id; -1 for the other commands. */
int command_view(size_t number);

const char *command_group_name(enum command_group group); /* translated */

#endif
