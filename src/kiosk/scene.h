/*
 * Where everything stands on the kiosk's screen. Pure arithmetic; what is drawn and what is touched
 * go by the same rectangles.
 */
#ifndef NEC_KIOSK_SCENE_H
#define NEC_KIOSK_SCENE_H

#include "tui/screen.h"

#include <stdbool.h>

/* The smallest window in which a visitor finds their way. */
enum { SCENE_LEAST_ROWS = 10, SCENE_LEAST_COLUMNS = 40 };

/* What can be touched at the bottom, from the left. */
enum scene_button { BUTTON_BACK, BUTTON_PICKS, BUTTON_LANGUAGE, BUTTON_COUNT };

struct scene_needs {
	int rows, columns; /* the window */
	int banner_rows;   /* what an announcement takes at most */
	bool text, items;  /* the page has a text; large items */
	bool tall;	   /* a code takes the whole height, and all else gives way to it */
};

/* Areas without rows are not shown. Each begins at the margin and ends at the other one. */
struct scene {
	bool fits;
	struct rectangle header; /* one row: whose screen it is, and the clock */
	struct rectangle banner;
	int rule; /* the row below them */
	struct rectangle title;
	struct rectangle body; /* all that follows down to the footer */
	struct rectangle text, list;
	struct rectangle aside;	       /* of a tall one: words beside the code */
	struct rectangle above, below; /* to touch for what is further up, further down */
	int item_rows;		       /* of one item */
	int foot;		       /* the row of the rule above the buttons */
	struct rectangle buttons[BUTTON_COUNT];
	int help; /* the row of the sentence that explains it all; -1 for none */
};

struct scene scene_make(const struct scene_needs *needs);

/* How many items are seen at once. */
int scene_items(const struct scene *scene);

bool scene_holds(struct rectangle area, int row, int column);

#endif
