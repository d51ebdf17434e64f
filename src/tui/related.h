/*
 * The sheet of what else the speakers of a session do, or of what else its room holds. From any
 * session on it one can go on to others; each way leads back, step by step, to where it began.
 */
#ifndef NEC_TUI_RELATED_H
#define NEC_TUI_RELATED_H

#include "base/array.h"
#include "model/trait.h"
#include "tui/layout.h"
#include "tui/list.h"

#include <stdbool.h>
#include <stdint.h>

struct app;

/* A step of the way: whose speakers or rooms are shown, and where one was among them. */
struct related_step {
	enum trait trait; /* TRAIT_SPEAKER or TRAIT_ROOM */
	uint32_t session;
	size_t cursor, top; /* once one went on from it */
	enum slot focus;
	size_t read; /* the line of the detail that was on top */
};

/* A zeroed struct is no way. */
struct related {
	ARRAY(struct related_step) steps; /* the last is shown */
};

void related_free(struct related *related);

/* Opens it for the session that the pane in focus is about; says so where that names none, or only
 * such as have no other session. */
void related_open(struct app *app, enum trait trait);

/* A step back; false where none is left. */
bool related_back(struct app *app);

/* What is shown; NULL for nothing. */
const struct related_step *related_step(const struct app *app);

/* The values that are shown, such as the numbers of a session's speakers. */
struct indexes related_values(const struct app *app);

#endif
