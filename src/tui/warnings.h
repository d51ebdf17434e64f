/*
 * What the user has to be warned of, one after the other: each stands at the bottom until a key was
 * hit that was meant for it, and what is said meanwhile only puts it off.
 */
#ifndef NEC_TUI_WARNINGS_H
#define NEC_TUI_WARNINGS_H

#include "base/array.h"

#include <stdbool.h>

struct app;

/* A zeroed struct holds none. */
struct warnings {
	ARRAY(char *) lines;
	bool told; /* the first stands at the bottom */
};

void warnings_free(struct warnings *warnings);

/* After those that wait; where none stands there, nothing else that is said does any longer. */
void warnings_add(struct app *app, const char *line);

/* A key was hit: the one that stands there was seen. */
void warnings_dismiss(struct warnings *warnings);

/* Tells the next one where nothing else is said or asked. */
void warnings_look(struct app *app);

#endif
