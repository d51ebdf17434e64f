/*
 * Which pane stands where at which size. Pure arithmetic.
 *
 * A view puts panes into up to three slots. Wide windows show them side by side, windows of eighty
 * columns set the detail below the main list (where they are high enough, else in its place), and
 * narrow ones show only the slot in focus. A view that wants all the breadth it can have keeps it
 * but in the widest.
 */
#ifndef NEC_TUI_LAYOUT_H
#define NEC_TUI_LAYOUT_H

#include "tui/screen.h"

#include <stdbool.h>

enum slot { SLOT_SIDE, SLOT_MAIN, SLOT_DETAIL, SLOT_COUNT };

#define SLOT_BIT(slot) (1u << (slot))

/* The smallest window that is usable, and the widths from which on more panes are shown. */
enum {
	LAYOUT_ROWS = 10,
	LAYOUT_COLUMNS = 40,
	LAYOUT_TWO_PANES = 60,
	LAYOUT_THREE_PANES = 110,
	LAYOUT_BROAD_PANES = 150 /* a broad one and the detail */
};

struct layout_needs {
	int rows, columns;	      /* the window */
	int header_rows, footer_rows; /* without the rules beside them; a header may have none */
	unsigned slots; /* SLOT_BIT() of those that the view fills; the main one always */
	enum slot focus;
	int side_wanted; /* the columns that the names in the side need; 0 where they are short */
	bool side_tells; /* it holds what the view is about, and does not only lead to it */
	bool linear;	 /* only the slot in focus is shown, and no rules */
	bool broad;	 /* the main pane gives no room to the detail but in the widest windows */
};

/* A line between panes. */
struct layout_rule {
	int row, column, length;
	bool down;
};

enum { LAYOUT_RULES_MOST = 5 };

struct layout {
	bool fits; /* else the window is too small and the rest is empty */
	struct rectangle header, footer;
	struct rectangle slots[SLOT_COUNT]; /* without rows where a slot is not seen */
	struct layout_rule rules[LAYOUT_RULES_MOST];
	int rule_count;
};

struct layout layout_make(const struct layout_needs *needs);

bool layout_shows(const struct layout *layout, enum slot slot);

/* The slot at a place of the window, SLOT_COUNT for none. */
enum slot layout_slot_at(const struct layout *layout, int row, int column);

bool layout_holds(struct rectangle area, int row, int column);

/* Draws the rules and joins them where they meet. */
void layout_draw(const struct layout *layout, struct screen *screen);

#endif
