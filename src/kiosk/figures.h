/*
 * Large figures, to be read from the other side of a hall: each pixel of a glyph is some cells wide
 * and half as many high, so that it is square and needs no half blocks.
 */
#ifndef NEC_KIOSK_FIGURES_H
#define NEC_KIOSK_FIGURES_H

#include "tui/screen.h"

/* What can be shown: digits, a colon, a space, 'h', 'm', 'i', 'n', 'j', 'd'. Others are spaces. */
enum { FIGURES_ROWS = 5 };

/* Columns of a text at a size from 1 on; its rows are FIGURES_ROWS times the size. */
int figures_columns(const char *text, int size);

/* The largest size at which it fits, 0 where none does. */
int figures_fit(const char *text, int rows, int columns);

void figures_draw(struct screen *screen, int row, int column, enum role role, const char *text,
		  int size);

#endif
