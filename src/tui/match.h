/*
 * Shows on the screen what a search found.
 */
#ifndef NEC_TUI_MATCH_H
#define NEC_TUI_MATCH_H

#include "document/wrap.h"
#include "tui/screen.h"

#include <stddef.h>

/*
 * Marks, in a part of the screen that was drawn already, where words stand. The words are folded
 * and parted by spaces; NULL for none. What goes on in the next line is not found.
 */
void match_mark(struct screen *screen, struct rectangle area, const char *words);

/* The first line of a text, from one of them on (step 1) or back (-1), where any of the words
 * stands; SIZE_MAX for none. */
size_t match_line(const struct wrapped *text, const char *words, size_t from, int step);

#endif
