/*
 * A countdown: words, and below them how long it is until then, in figures as large as there is
 * room for.
 */
#ifndef NEC_KIOSK_COUNTDOWN_H
#define NEC_KIOSK_COUNTDOWN_H

#include "base/civil.h"
#include "tui/screen.h"

struct countdown {
	const char *words;
	civil_moment now, then; /* later than now */
};

/* The columns that it takes of so many. */
int countdown_columns(const struct countdown *countdown, int rows, int columns);

/* From the upper left of an area. */
void countdown_draw(const struct countdown *countdown, struct screen *screen,
		    struct rectangle area);

#endif
