/*
 * Days to place in a grid. A day is written as lines of "ROOM HHMM-HHMM", or "ROOM -" for a session
 * without a time; times of 24:00 and later are of the night after.
 */
#ifndef NEC_TESTS_TUI_GRID_DAY_H
#define NEC_TESTS_TUI_GRID_DAY_H

#include "tui/grid.h"

enum { GRID_DAY = 22000, GRID_DAY_ITEMS = 400 };

struct grid_day {
	struct grid_item items[GRID_DAY_ITEMS];
	struct grid_wish wish;
	struct grid grid; /* freed by the caller */
};

/* A time of the day, as HHMM. */
civil_moment grid_day_at(int clock);

/* Now is HHMM, too, or -1 for none. */
void grid_day_place(struct grid_day *day, const char *lines, int now, int height);

/* Crowded and empty days, short and endless sessions, times far away; made with rand(). */
void grid_day_place_any(struct grid_day *day);

#endif
