/*
 * What terminfo knows of the terminal, asked before curses takes the screen over.
 */
#ifndef NEC_TERM_TERMINFO_H
#define NEC_TERM_TERMINFO_H

#include "base/buffer.h"
#include "base/report.h"

#include <stdbool.h>

/*
 * Whether the terminal that TERM names is known and can be painted on; else false with an error
 * that says what to do.
 */
bool terminfo_check(int fd, struct report *report);

/* Both need a terminal that curses has opened. */
bool terminfo_has_mouse(void);

/*
 * Appends what gives the terminal back: plain attributes, a visible cursor, the keypad and the
 * screen as they were; the cursor in the last of `rows` lines. Delays are left out.
 */
void terminfo_farewell(struct buffer *out, int rows);

#endif
