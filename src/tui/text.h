/*
 * A document on the screen: wrapped to a width and scrolled. Whatever is done, no line below the
 * last is seen while lines above the first one seen are hidden.
 */
#ifndef NEC_TUI_TEXT_H
#define NEC_TUI_TEXT_H

#include "document/document.h"
#include "document/wrap.h"
#include "tui/motion.h"
#include "tui/screen.h"

#include <stdbool.h>
#include <stddef.h>

/* In fewer columns lines are cut. */
enum { TEXT_NARROWEST = 8 };

/* A zeroed struct is an empty text. */
struct text {
	struct document *document;
	struct wrapped *wrapped;
	int columns, height;
	size_t top; /* the first line that is seen */
};

/* Takes a document over, NULL for none. The first shows from its beginning, the second from the
 * line that stood on top before. text_fit() must follow before it is drawn. */
void text_set(struct text *text, struct document *document);
void text_replace(struct text *text, struct document *document);
void text_free(struct text *text);

/* Wraps it anew where the width is another one. */
void text_fit(struct text *text, int columns, int height);

size_t text_lines(const struct text *text);

void text_move(struct text *text, enum motion motion);
void text_scroll(struct text *text, int lines);

bool text_more_above(const struct text *text);
bool text_more_below(const struct text *text);

/* One line, nothing for one behind the last; returns the column behind it. */
int text_draw_line(const struct text *text, struct screen *screen, int row, int column,
		   size_t line);

/* The lines that are seen. */
void text_draw(const struct text *text, struct screen *screen, int row, int column);

#endif
