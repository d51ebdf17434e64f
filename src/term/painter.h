/*
 * Hands curses what of a screen differs from what it was handed before: rows of cells with the
 * attributes of their roles, and what the terminal cannot show replaced by what it can.
 */
#ifndef NEC_TERM_PAINTER_H
#define NEC_TERM_PAINTER_H

#include "term/glyphs.h"
#include "term/palette.h"
#include "tui/screen.h"

#include <stdbool.h>

struct painter;

/* `glyphs`, which may be NULL, outlives it. To be called after palette_begin(). */
struct painter *painter_new(enum palette_depth depth, bool ascii, const struct glyphs *glyphs);
void painter_free(struct painter *painter); /* NULL is allowed */

/* Into newscr, which is what doupdate() sends; returns whether anything differed. */
bool painter_paint(struct painter *painter, const struct screen *screen);

/* Next time every cell is handed over again. */
void painter_forget(struct painter *painter);

#endif
