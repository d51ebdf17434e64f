/*
 * Reminders of the sessions that are kept: some minutes before one starts a line at the bottom says
 * so, and stays until the next key after it could be read. Each session is told once; where the
 * program is opened, or learns of it, later than that but before the start, at once.
 *
 * Nothing else than the messages that come anyway makes it look: the clock's, and what the disk
 * says is kept.
 */
#ifndef NEC_TUI_REMINDER_H
#define NEC_TUI_REMINDER_H

#include "base/array.h"
#include "tui/app.h"
#include "tui/text.h"

#include <stdbool.h>
#include <stdint.h>

/* A zeroed struct never reminds. */
struct reminder {
	int minutes; /* before the start; 0 for never */
	bool bell;
	ARRAY(uint32_t) known;	  /* sessions that were told, or are known to be near */
	ARRAY(uint32_t) standing; /* those that the line is about */
	struct text line;	  /* empty where there are none; fitted by footer_fit() */
};

void reminder_free(struct reminder *reminder);

/* The clock goes on, or what is kept has changed. */
void reminder_look(struct app *app, struct effects *effects);

/* The user has just kept a session: of one that is near already, they know. */
void reminder_kept(struct app *app, uint32_t session);

/* Whether there is a line. */
bool reminder_stands(const struct app *app);

/* A key was hit: takes the line away if it can be seen. */
void reminder_dismiss(struct app *app);

#endif
