/*
 * Programs that are started for the user: what opens a link, and what takes a text to copy.
 *
 * $BROWSER holds the commands to try in turn, parted by colons; each is a program and its
 * arguments, parted by blanks. %s stands for the address, which else comes last; %c is a colon, %%
 * a percent sign. Without it xdg-open is tried. No shell reads any of this, and an address is one
 * argument whatever is in it.
 *
 * A program runs in a session of its own, with nothing to read and nowhere to write, so that it
 * cannot disturb the screen; nobody waits for it. Text browsers are known by their names: they are
 * given the terminal, and it is taken back when they end. One that fails at once gives way to the
 * next command.
 */
#ifndef NEC_LAUNCHER_H
#define NEC_LAUNCHER_H

#include "base/report.h"
#include "term/terminal.h"

struct launcher;

/* The terminal, which must outlive it, is the one to lend. */
struct launcher *launcher_new(struct terminal *terminal);

/* What was started goes on. */
void launcher_free(struct launcher *launcher);

/* Opens an address: an error where nothing can, a caution where nothing may be seen of it. */
void launcher_open(struct launcher *launcher, const char *url, struct report *report);

/* Hands a text (EFFECT_COPY_BYTES of it) to tmux, which copies it into the clipboard of the
 * terminal around it; an error where that cannot be. */
void launcher_copy_in_tmux(struct launcher *launcher, const char *text, struct report *report);

/* To be called when child processes may have ended. Errors are what came of earlier calls. */
void launcher_reap(struct launcher *launcher, struct report *report);

#endif
