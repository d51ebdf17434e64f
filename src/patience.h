/*
 * Patience: what happens while an agenda takes long to be read. Where it will be browsed, the
 * terminal opens early and shows how far it is, and Escape or q stops it as Ctrl-C does; where it
 * will be printed, a line on standard error does, and Ctrl-C ends the program as ever. Nothing is
 * shown of what is read in a moment, nor where there is no terminal.
 *
 * While many bookmarks are saved a line on standard error says so too, and Ctrl-C stops that where
 * what was saved so far is whole and can be told.
 */
#ifndef NEC_PATIENCE_H
#define NEC_PATIENCE_H

#include "base/progress.h"
#include "term/terminal.h"

struct patience;

/* The file's name, and how to open the terminal; NULL for a line on standard error. */
struct patience *patience_new(const char *name, const struct terminal_options *terminal,
			      bool ascii);

/* While bookmarks are saved; until it is freed, Ctrl-C ends nothing else. */
struct patience *patience_of_saving(bool ascii);

/* Takes away what is shown. NULL is allowed. */
void patience_free(struct patience *patience);

struct progress *patience_progress(struct patience *patience);

/* The terminal, where it is open by now; it is the caller's from then on. */
struct terminal *patience_steal_terminal(struct patience *patience);

/* The exit status where the work was stopped: 128 and the number of the signal; 0 where it was
 * not. */
int patience_status(const struct patience *patience);

#endif
