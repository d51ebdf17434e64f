/*
 * Moving in a list: rows, a cursor on one of them, and the window of rows that is seen. No screen.
 *
 * Some rows are still: headings, gaps and explanations, which the cursor passes over. They belong
 * to the row below them, or to the one above, and are seen with it where there is room. Whatever is
 * done, the cursor stands on a row that is not still and is seen, or is LIST_NONE where every row
 * is still; no row below the last is seen while rows above the first one seen are hidden.
 */
#ifndef NEC_TUI_LIST_H
#define NEC_TUI_LIST_H

#include "tui/motion.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LIST_NONE SIZE_MAX

struct list_row {
	uint32_t item;	    /* what it shows, as its owner counts */
	unsigned char kind; /* and what kind of thing that is */
	bool still;
	bool below; /* a still one, of the row above */
};

/* A zeroed struct is an empty list. */
struct list {
	struct list_row *items;
	size_t count, capacity;
	size_t cursor;
	size_t top; /* the first row that is seen */
	int height; /* how many are seen; at least 1 once it was set */
};

/* Takes all rows away and keeps the height. */
void list_clear(struct list *list);

/* Rows, the last behind all others: one, one for each item, or for each from a first one on. */
void list_add(struct list *list, unsigned char kind, uint32_t item);
void list_add_all(struct list *list, unsigned char kind, const uint32_t *items, size_t count);
void list_add_run(struct list *list, unsigned char kind, uint32_t first, size_t count);
void list_add_still(struct list *list, unsigned char kind, uint32_t item);
void list_add_below(struct list *list, unsigned char kind, uint32_t item);
void list_drop(struct list *list, unsigned char kind); /* takes all still ones of a kind away */
void list_free(struct list *list);

/* The first row of that kind and item, LIST_NONE where there is none. */
size_t list_find(const struct list *list, unsigned char kind, uint32_t item);

/* Whether a row is of that kind and item. */
bool list_holds(const struct list *list, size_t row, unsigned char kind, uint32_t item);

/* The row under the cursor, NULL where there is none. Valid until rows change. */
const struct list_row *list_selected(const struct list *list);

/* Puts the cursor on a row, or on the nearest one behind it that is not still, or before it. */
void list_select(struct list *list, size_t row);

/* The same, with the row somewhat away from the window's edges where it was not seen before. */
void list_show(struct list *list, size_t row);

void list_resize(struct list *list, int height);

/* Moves the cursor; scrolls where every row is still. */
void list_move(struct list *list, enum motion motion);

/* Moves the window by some rows; the cursor comes along where it would be lost from sight. */
void list_scroll(struct list *list, int rows);

bool list_more_above(const struct list *list);
bool list_more_below(const struct list *list);

#endif
