/*
 * Whether every box of a grid can be reached from every other one.
 */
#ifndef NEC_TESTS_TUI_REACH_H
#define NEC_TESTS_TUI_REACH_H

#include "tui/grid.h"

/* Fails the test and names two boxes where the second cannot be reached from the first with the
 * four arrows, in a window of this size. */
void assert_all_in_reach(const struct grid *grid, int height, int width);

#endif
