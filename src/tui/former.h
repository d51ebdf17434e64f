/*
 * Bookmarks that lie in the folder of a former title of the agenda: the user is asked whether they
 * are to be taken over.
 */
#ifndef NEC_TUI_FORMER_H
#define NEC_TUI_FORMER_H

#include "tui/app.h"

/* The name of the folder, which is copied, and how many of its bookmarks are of this agenda. */
void former_ask(struct app *app, const char *name, size_t count);

#endif
