/*
 * How each role looks: one table per depth of colour.
 *
 * Text that stands on the terminal's own background keeps the terminal's own colour, or one of the
 * few that can be read on black and on white alike (4.5:1 at least, both); where colour says more,
 * it brings its own background along. So light and dark terminals both work. With eight colours
 * nobody knows what they are exactly: only black on green and black on cyan are sure everywhere,
 * and bold must never meet black or reverse, for the Linux console turns that into grey on grey.
 * Dim is not used at all.
 *
 * QR codes are the exception to "no colours": readers want them dark on light. Without colours they
 * are in reverse, which is right on terminals that are dark, as those without colours are; on light
 * ones the user can swap the two.
 */
#ifndef NEC_TERM_PALETTE_H
#define NEC_TERM_PALETTE_H

#include "term/terminal.h"
#include "tui/screen.h"

#include <curses.h>

enum palette_depth { PALETTE_NONE, PALETTE_8, PALETTE_256, PALETTE_DEPTHS };

struct look {
	short foreground, background; /* -1 is the terminal's own */
	attr_t attributes;
};

const struct look *palette_look(enum palette_depth depth, enum role role);

/* Makes ready what the terminal and the user allow. To be called after newterm(). */
enum palette_depth palette_begin(enum terminal_color wish);

/* The colour pair of a role. */
short palette_pair(enum palette_depth depth, enum role role);

#endif
