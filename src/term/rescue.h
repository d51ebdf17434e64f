/*
 * Gives the terminal back when nothing else can: in a crash (SIGSEGV, SIGBUS, SIGFPE, SIGILL,
 * SIGABRT, and SIGQUIT, which asks for one) and when memory has run out.
 *
 * A signal handler may not call curses. So what gives the terminal back is prepared as bytes while
 * all is well; the handler writes them, puts the line discipline back and lets the signal do what
 * it did before, so that the exit status and the core file are right.
 */
#ifndef NEC_TERM_RESCUE_H
#define NEC_TERM_RESCUE_H

#include "base/buffer.h"

#include <stdbool.h>
#include <termios.h>

/*
 * Installs the handlers. `bytes` (at most 500 are kept) and the line discipline `before` are what
 * `fd` gets. Nothing is done to the terminal until rescue_arm(true).
 */
void rescue_begin(int fd, const struct termios *before, const struct buffer *bytes);
void rescue_end(void);

/* Whether the terminal is ours at the moment and would have to be given back. */
void rescue_arm(bool armed);

/* Both may be called in a signal handler. rescue_die() does not return. */
void rescue_restore(void);
void rescue_die(int signal);

#endif
