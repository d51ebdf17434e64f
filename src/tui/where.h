/*
 * What holds now, of all that decides whether a command applies.
 */
#ifndef NEC_TUI_WHERE_H
#define NEC_TUI_WHERE_H

#include "tui/app.h"

#include <stdint.h>

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
	CONDITION(ROWS)	    /* it is none: a list, or the grid */                                  \
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

/* enum where, or-ed. */
uint64_t where_now(const struct app *app);

#endif
