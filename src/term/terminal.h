/*
 * The terminal, through ncursesw. The only folder that knows curses.
 *
 * However the program ends, the terminal is given back as it was found: terminal_close() on every
 * road out, a handler for the signals of a crash (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT) that
 * writes the sequences prepared at the start, and memory_on_exhausted().
 */
#ifndef NEC_TERM_TERMINAL_H
#define NEC_TERM_TERMINAL_H

#include "base/report.h"
#include "tui/app.h"
#include "tui/screen.h"

#include <stdbool.h>

struct terminal;

enum terminal_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct terminal_options {
	bool ascii; /* only ASCII is painted */
	bool mouse;
	bool deaf; /* Ctrl-C, Ctrl-\ and Ctrl-Z are keys as any, and no signals; and what was
		    * stopped by Scroll Lock goes on with the next paint */
	enum terminal_color color; /* AUTO: as the terminal can, none with NO_COLOR */
};

/*
 * Opens the terminal (standard input and output, or the controlling terminal where one of them is
 * none: standard input may be the agenda) and takes the screen over. NULL with an error where there
 * is no terminal or TERM is not known to terminfo. One at a time.
 */
struct terminal *terminal_open(const struct terminal_options *options, struct report *report);
void terminal_close(struct terminal *terminal); /* NULL is allowed */

/* Within the bounds of a screen (tui/screen.h). */
void terminal_size(const struct terminal *terminal, int *rows, int *columns);

/* Whether it shows the half blocks that QR codes are drawn with (tui/app.h). */
bool terminal_has_blocks(const struct terminal *terminal);

/* Shows the screen; only what changed is sent. */
void terminal_paint(struct terminal *terminal, const struct screen *screen);

/* The next paint sends everything. */
void terminal_repaint(struct terminal *terminal);

/* Puts a text into the clipboard of the person in front of it, where the terminal allows that;
 * nobody hears whether it did. An error where it surely cannot. */
void terminal_copy(struct terminal *terminal, const char *text, struct report *report);

/* Rings its bell, or flashes where it has none. */
void terminal_bell(struct terminal *terminal);

/* Gives the terminal back, stops the process as Ctrl-Z does, and takes it over again after. */
void terminal_suspend(struct terminal *terminal);

/*
 * Gives the terminal to another program, which runs until terminal_take_back(). What it left on the
 * screen is painted over.
 */
void terminal_lend(struct terminal *terminal);
void terminal_take_back(struct terminal *terminal);

/* What terminal_wait() woke up for. */
enum terminal_event {
	TERMINAL_MESSAGE, /* *message is a key, a mouse action or a resize */
	TERMINAL_OTHER,	  /* one of the descriptors of terminal_listen() can be read */
	TERMINAL_TIMEOUT,
	TERMINAL_CHILD, /* a child process has ended, at least one */
	TERMINAL_END	/* SIGTERM, SIGINT (Ctrl-C), SIGHUP, or the terminal is gone */
};

/*
 * Wakes terminal_wait() whenever this descriptor can be read; one of -1 is passed over. There is
 * room for TERMINAL_OTHERS, and more are not listened to.
 */
enum { TERMINAL_OTHERS = 8 };
void terminal_listen(struct terminal *terminal, int descriptor);
void terminal_ignore(struct terminal *terminal, int descriptor); /* no longer */

/*
 * Waits for input, at most until `milliseconds` have passed (-1: for ever). Sleeps without waking.
 * Ctrl-Z and going on after it are seen to here.
 */
enum terminal_event terminal_wait(struct terminal *terminal, int milliseconds,
				  struct message *message);

/* After TERMINAL_END: the signal that asked for it; SIGHUP where the terminal is gone. */
int terminal_end_signal(const struct terminal *terminal);

#endif
