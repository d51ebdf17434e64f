/*
 * A walk from one QR code to the next: a code for each of some sessions, in the sheet that shows
 * one (tui/code.h). A code says the session itself, for the calendar of a phone, as much of it as
 * has room in the window; or the address of its page.
 */
#ifndef NEC_TUI_WALK_H
#define NEC_TUI_WALK_H

#include "model/query.h"
#include "tui/screen.h"

#include <stdbool.h>
#include <stddef.h>

struct app;

/* A zeroed struct is none. */
struct walk {
	struct query_rows rows; /* no sessions where there is no walk */
	size_t at;
	bool pages; /* their addresses, not the sessions themselves */
};

void walk_free(struct walk *walk);

/* Whether a session can have its code. */
bool walk_takes(const struct app *app, uint32_t session, bool pages);

/* Opens the sheet with the code of the first one; false where none of them can have one. */
bool walk_begin(struct app *app, const struct query_rows *rows, bool pages);

/* Ends it, for a code of something else. */
void walk_end(struct app *app);

/* Whether the sheet is open and there is one before (step -1) or after (1); and to that one. */
bool walk_can(const struct app *app, int step);
void walk_step(struct app *app, int step);

/* Makes the code that has room in a pane of a size. For when it has another one now. */
void walk_fit(struct app *app, struct rectangle pane);

#endif
