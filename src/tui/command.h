/*
 * The commands: one table, from which the keys, the footer and the help are made.
 */
#ifndef NEC_TUI_COMMAND_H
#define NEC_TUI_COMMAND_H

#include "tui/where.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the help: what one looks for first, and last what keys are known to do. */
enum command_group {
	GROUP_VIEWS,
	GROUP_SESSIONS,
	GROUP_SEARCH,
	GROUP_LINKS,
	GROUP_MOVE,
	GROUP_PROMPT,
	GROUP_PROGRAM,
	GROUP_COUNT
};

enum { COMMAND_KEYS = 4 };

struct command {
	const char *name; /* as a configuration names it: "next-day" */
	uint32_t keys[COMMAND_KEYS];
	const char *help;  /* N_() */
	const char *label; /* in the footer, N_(); NULL for none. Neighbours in the table with
			    * the same label share one entry. */
	int weight;	   /* the footer leaves out the least where there is no room for all */
	enum command_group group;
	uint64_t where; /* enum where (tui/where.h), or-ed */
	void (*run)(struct app *app, int argument, struct effects *effects);
	int argument;
};

size_t command_count(void);
const struct command *command_at(size_t number);

/* What the footer says of it where these conditions hold, translated; NULL for nothing. */
const char *command_label(size_t number, uint64_t where);

/* The number of a command, by its name; SIZE_MAX where there is none. */
size_t command_find(const char *name);

/* Whether they cannot share a key: there are moments when both apply, and the table does not make
 * them share one, so that the first of them would be meant. */
bool command_clashes(size_t number, size_t other);

/* The view that a command opens, as enum view_id; -1 for the other commands. */
int command_view(size_t number);

const char *command_group_name(enum command_group group); /* translated */

#endif
