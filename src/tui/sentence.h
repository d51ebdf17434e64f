/*
 * Rows of lists as one would say them: in one line, in words, with nothing beside anything, fit to
 * be heard or to be felt on a braille display.
 */
#ifndef NEC_TUI_SENTENCE_H
#define NEC_TUI_SENTENCE_H

#include "base/buffer.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/pane.h"

enum { SENTENCE_INDENT = 2 }; /* of rows, for the mark of the one that is selected */

/* Appends a row of a pane: "9:00 to 10:30, Plenary, Great hall, kept, on now". Nothing for a gap.
 * What a row is of the text before a list is in the text itself, and is not said either. */
void sentence_of_row(const struct app *app, const struct pane *pane, const struct list_row *row,
		     struct buffer *out);

/* Appends a part of a sentence, with a comma before it where it is not the first; NULL and "" are
 * no parts. */
void sentence_add(struct buffer *out, const char *part);

#endif
