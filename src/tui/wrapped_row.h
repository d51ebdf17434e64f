/*
 * Text that has no room in one row of a list, and goes on in rows below it.
 */
#ifndef NEC_TUI_WRAPPED_ROW_H
#define NEC_TUI_WRAPPED_ROW_H

#include "tui/screen.h"

#include <stddef.h>
#include <stdint.h>

enum { WRAPPED_ROW_LINES = 8 /* at most; what is longer is cut */ };

/* How many lines a text takes in so many columns. */
int wrapped_row_lines(const char *text, int columns);

/* The item of a row that shows a line of a text after the first, of the item of the first one's
 * row; and which these are. */
uint32_t wrapped_row_item(uint32_t item, int line);
uint32_t wrapped_row_first(uint32_t item);
int wrapped_row_line(uint32_t item);

/* Draws a line of a text, counted from 0, into one row. */
void wrapped_row_draw(struct screen *screen, struct rectangle area, const char *text, int line);

#endif
