/*
 * A document on the screen: wrapped to a width and scrolled. Whatever is done, no line below the
 * last is seen while lines above the first one seen are hidden.
 *
 * One of its links can be selected. It is always in sight: a link that is scrolled away is selected
 * no more, and another size, or a new edition of the text, keeps it where it can.
 */
#ifndef NEC_TUI_TEXT_H
#define NEC_TUI_TEXT_H

#include "document/document.h"
#include "document/wrap.h"
#include "tui/anchors.h"
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
	unsigned edition; /* of its lines: changes whenever it is wrapped */
	int columns, height;
	bool aloud; /* wrapped to be read aloud */
	size_t top; /* the first line that is seen */
	struct anchors anchors;
	size_t selected;  /* of the anchors, plus 1; 0 for none */
	char *held;	  /* the address of the selected link, by which it is found again */
	size_t held_rank; /* among the links to that address */
};

/* Takes a document over, NULL for none. The first shows from its beginning, the second from the
 * line that stood on top before. text_fit() must follow before it is drawn. */
void text_set(struct text *text, struct document *document);
void text_replace(struct text *text, struct document *document);
void text_free(struct text *text);

/* Has it wrapped to be read aloud, or not. text_fit() must follow. */
void text_set_aloud(struct text *text, bool aloud);

/* Wraps it anew where the width is another one. */
void text_fit(struct text *text, int columns, int height);

size_t text_lines(const struct text *text);

void text_move(struct text *text, enum motion motion);
void text_scroll(struct text *text, int lines);

/* Has a line stand on top, as far as there are lines. */
void text_scroll_to(struct text *text, size_t line);

/* Has a line stand in sight, with some of what goes before. */
void text_show_line(struct text *text, size_t line);

bool text_more_above(const struct text *text);
bool text_more_below(const struct text *text);

/*
 * Links. A step selects the next one (1) or the one before (-1); where none is selected, the first
 * from the top of what is seen, or the last one above it. text_link_beside() only says whether
 * there is one. text_select_end() selects the first one of all (1) or the last (-1).
 */
bool text_link_beside(const struct text *text, int step);
void text_select_beside(struct text *text, int step);
void text_select_end(struct text *text, int step);

/* Selects the link at a place, counted from the text's own top left corner; false where there is
 * none there. */
bool text_select_at(struct text *text, int row, int column);
void text_select_none(struct text *text);

bool text_has_links(const struct text *text);

/* The address of the selected link, NULL for none; valid until the text changes. */
const char *text_link(const struct text *text);

/* Where the selected link begins, counted likewise; false where none is selected. */
bool text_link_place(const struct text *text, int *row, int *column);

/* One line, nothing for one behind the last; returns the column behind it. */
int text_draw_line(const struct text *text, struct screen *screen, int row, int column,
		   size_t line);

/* The lines that are seen; the selected link with the role of the cursor. */
void text_draw(const struct text *text, struct screen *screen, int row, int column);

#endif
