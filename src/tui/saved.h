/*
 * The answer to an effect on the bookmarks: what came of it, and what is said of that.
 */
#ifndef NEC_TUI_SAVED_H
#define NEC_TUI_SAVED_H

#include "tui/app.h"

/* A MESSAGE_SAVED. */
void saved_answer(struct app *app, const struct message *message);

#endif
