/*
 * A line that the user types, with the lines typed before. No screen.
 */
#ifndef NEC_TUI_PROMPT_H
#define NEC_TUI_PROMPT_H

#include "base/array.h"
#include "base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

enum { PROMPT_LONGEST = 500 /* bytes */, PROMPT_REMEMBERS = 50 };

/* A zeroed struct is a prompt that is not open. */
struct prompt {
	bool open;
	struct buffer text;
	struct buffer draft; /* what was typed before an earlier line was recalled */
	ARRAY(char *) lines; /* typed before, the latest last */
	size_t recalled;     /* the one that is shown; their count for the draft */
};

void prompt_open(struct prompt *prompt, const char *text);

/* Closes it; its text stays, and is remembered where that is wanted and there is one. */
void prompt_close(struct prompt *prompt, bool remember);

/* Adds a character; false for a key that is none. */
bool prompt_type(struct prompt *prompt, uint32_t key);

/* Takes away the last character with its combining marks; all of it. */
void prompt_erase(struct prompt *prompt);
void prompt_erase_all(struct prompt *prompt);

/* Shows the line typed before (step -1) or after; false at either end. */
bool prompt_recall(struct prompt *prompt, int step);

void prompt_free(struct prompt *prompt);

#endif
