/*
 * The QR code in the sheet that lies over a view: of what, and where it stands in a pane of a size.
 */
#ifndef NEC_TUI_CODE_H
#define NEC_TUI_CODE_H

#include "tui/app.h"
#include "tui/qr.h"
#include "tui/screen.h"

#include <stdbool.h>

/* What is said beside it. All but the title may be NULL, or "". */
struct code_words {
	const char *title;   /* of what it leads to, or says */
	const char *about;   /* more of that, in words */
	const char *address; /* what it says; NULL where it says no address */
	const char *missing; /* what it has no room for */
	const char *count;   /* which of several it is */
};

/* A zeroed struct is none. */
struct code {
	struct qr *qr;
	char *title, *about, *address, *missing, *count;
	bool swapped; /* light on dark */
};

void code_free(struct code *code);

/* Opens the sheet with an address; false where no code can hold so much. */
bool code_show(struct app *app, const char *title, const char *address);

/* Puts another code, which is taken over, into the sheet. */
void code_set(struct app *app, struct qr *qr, const struct code_words *words);

/* Where the code and its text stand, in a pane of a size; without a code nothing fits. */
struct code_places {
	bool fits; /* else there is only text, in all of the pane */
	struct rectangle code;
	struct rectangle text;
	int rows, columns; /* that the pane would have to have for both */
};

struct code_places code_places(const struct app *app, struct rectangle pane);

/* Whether the sheet is open and has room for the code. */
bool code_is_seen(const struct app *app);

/* How it is drawn here. */
struct qr_look code_look(const struct app *app);

#endif
