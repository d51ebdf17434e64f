/*
 * What terminfo knows of the terminal. Curses reads it when it opens one; what is asked here is
 * what it read then.
 */
#ifndef NEC_TERM_TERMINFO_H
#define NEC_TERM_TERMINFO_H

#include "base/buffer.h"
#include "base/report.h"

#include <stdbool.h>

/* Whether TERM is set; else an error that says what to do. */
bool terminfo_named(struct report *report);

/* Says, as an error, why curses could not open the terminal that TERM names. */
void terminfo_explain(int fd, struct report *report);

/* What follows needs a terminal that curses has opened. */

/* Whether it can be painted on; else an error that says what to do. */
bool terminfo_paints(struct report *report);

bool terminfo_has_mouse(void);

/*
 * Appends what gives the terminal back: plain attributes, a visible cursor, the keypad and the
 * screen as they were; the cursor in the last of `rows` lines. Delays are left out.
 */
void terminfo_farewell(struct buffer *out, int rows);

#endif
