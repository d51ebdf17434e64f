/*
 * The mouse of the Linux console. A console has none of its own: gpm moves the pointer there, and
 * tells a program that asks where a button was pressed. Whoever does not ask leaves the mouse to
 * gpm, which copies and pastes with it.
 */
#ifndef NEC_TERM_GPM_H
#define NEC_TERM_GPM_H

#include "tui/app.h"

#define GPM_SOCKET "/dev/gpmctl"

struct gpm;

/* The number of the console behind a descriptor; 0 where it is none. */
int gpm_console(int fd);

/* Asks for the presses on a console; NULL where nobody answers at that socket. */
struct gpm *gpm_ask(const char *socket, int console);
void gpm_leave(struct gpm *gpm); /* NULL is allowed */

/* Can be read when there is something to take; -1 where there is no gpm, or no longer. */
int gpm_fd(const struct gpm *gpm);

/* Takes the next press as a click, without waiting. False where there is none. */
bool gpm_take(struct gpm *gpm, struct message *message);

#endif
