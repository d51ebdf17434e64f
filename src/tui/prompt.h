/*
 * A line that the user types, with the lines typed before, and a cursor in it. No screen.
 *
 * A step of the cursor is what takes room: a character, wide or not, with its combining marks.
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
	size_t cursor;	     /* in bytes: what is typed is put in before it */
	struct buffer draft; /* what was typed before an earlier line was recalled */
	ARRAY(char *) lines; /* typed before, the latest last */
	size_t recalled;     /* the one that is shown; their count for the draft */
};

/* With the cursor behind the text. */
void prompt_open(struct prompt *prompt, const char *text);

/* Closes it; its text stays, and is remembered where that is wanted and there is one. */
void prompt_close(struct prompt *prompt, bool remember);

/* Puts a character in at the cursor; false for a key that is none. */
bool prompt_type(struct prompt *prompt, uint32_t key);

enum prompt_reach { PROMPT_CHARACTER, PROMPT_WORD, PROMPT_ALL };

/* Puts the cursor so far back (step -1) or further on (1). A word is left with the spaces between
 * it and the cursor. */
void prompt_move(struct prompt *prompt, enum prompt_reach reach, int step);

/* Takes away what the cursor would move over. */
void prompt_erase(struct prompt *prompt, enum prompt_reach reach, int step);
void prompt_erase_all(struct prompt *prompt);

/* Shows the line typed before (step -1) or after, to its end; false at either end. */
bool prompt_recall(struct prompt *prompt, int step);

void prompt_free(struct prompt *prompt);

#endif
