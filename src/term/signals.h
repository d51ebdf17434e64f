/*
 * Signals as something poll() can wait for: each one that arrives makes signals_fd() readable and
 * is then taken, once, with signals_take(). Nothing is lost between looking and waiting.
 *
 * Watched are SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH and SIGCHLD; what the program was
 * told to ignore when it was started (nohup) stays ignored, except for the last two. Whoever asks
 * for the end and, because the program hangs, asks again half a second later, gets it at once
 * (rescue_die()).
 */
#ifndef NEC_TERM_SIGNALS_H
#define NEC_TERM_SIGNALS_H

#include <stdbool.h>

/* False, with errno set, where the system has no more descriptors. */
bool signals_begin(void);

/* The handlers that were there before are put back. */
void signals_end(void);

int signals_fd(void);

/* Whether the signal has come since it was last taken. */
bool signals_take(int signal);

/* Empties the descriptor; to be called before signals_take(). */
void signals_rest(void);

/*
 * While another program has the terminal, what its keys send is for that program: Ctrl-C passes by,
 * Ctrl-Z stops both. signals_return() ends that.
 */
void signals_lend(void);
void signals_return(void);

/* Stops the process as an unhandled SIGTSTP does; returns when it goes on. */
void signals_stop(void);

#endif
