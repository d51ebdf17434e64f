/*
 * The browser: the loop that ties the app, the terminal and the store together. What the app wants
 * done is done here, and nowhere else.
 */
#ifndef NEC_BROWSE_H
#define NEC_BROWSE_H

#include "base/report.h"
#include "clock.h"
#include "model/agenda.h"
#include "store/store.h"
#include "term/terminal.h"
#include "tui/app.h"

struct browse_options {
	struct clock clock; /* the one on the wall of the venue */
	struct terminal_options terminal;
	struct terminal *open; /* one that is open already, taken over; NULL to open one */
	struct query *query;   /* what the programme is restricted to; taken over */
	bool now;	       /* opens with what is on and what comes next */
	const struct keymap *keymap;
	const struct report *settings; /* what is wrong with them; the first of it is shown */
	bool linear;		       /* without boxes or columns (tui/app.h) */
	int remind;		       /* minutes before a session of the user's; 0 for never */
	bool bell;		       /* with a reminder */
};

/*
 * Runs until the user quits. A bookmark that is shown as kept is on disk. Returns the exit status:
 * 0; 1 with an error in the report where there is no terminal; 128 and the signal's number where a
 * signal or the loss of the terminal ended it. The first finding that is in the report already,
 * such as a caution of the reader, is shown to the user.
 */
int browse(const struct agenda *agenda, struct store *store, const struct browse_options *options,
	   struct report *report);

#endif
