/*
 * QR codes: a text as a square of dark and light modules, and the square in the cells of a screen.
 *
 * A code is always drawn dark on light, whatever colours the terminal has (ROLE_QR_LIGHT and
 * ROLE_QR_DARK), and with the quiet zone around it that readers need.
 */
#ifndef NEC_TUI_QR_H
#define NEC_TUI_QR_H

#include "tui/screen.h"

#include <stdbool.h>

struct qr;

/*
 * Letters beyond ASCII are marked as UTF-8, without which readers guess; some old ones pass the
 * mark over, so ASCII is better where there is a choice.
 *
 * The smallest code that holds the text, with as much against damage as has room in that size; NULL
 * where no code can hold so much (2,953 bytes and more).
 */
struct qr *qr_new(const char *text);
void qr_free(struct qr *qr); /* NULL is allowed */

/* Modules along a side, without the quiet zone; whether one is dark. Outside all are light. */
int qr_side(const struct qr *qr);
bool qr_is_dark(const struct qr *qr, int row, int column);

struct qr_look {
	bool halves; /* two modules to a cell, as the blocks ▀▄█; else two cells to a module */
	bool swapped; /* light on dark */
};

/* The cells that it takes with its quiet zone. */
void qr_size(const struct qr *qr, struct qr_look look, int *rows, int *columns);

/* Draws it with its quiet zone; the row and column are of its upper left corner. */
void qr_draw(const struct qr *qr, struct screen *screen, int row, int column, struct qr_look look);

#endif
