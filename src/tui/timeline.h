/*
 * A day as a line: the hours, and below them where sessions run, how many there are at once, and
 * where now is.
 *
 *      9    11    13    15    17    19    21    23    1
 *      ├────┃┄┄┄┄┄├──┄                ├───────────────┤
 *
 * Where sessions run side by side it is how full a column stands that tells how many they are.
 * Arithmetic and drawing; which sessions a day has is the caller's business.
 */
#ifndef NEC_TUI_TIMELINE_H
#define NEC_TUI_TIMELINE_H

#include "base/array.h"
#include "model/agenda.h"
#include "tui/screen.h"

enum { TIMELINE_ROWS = 2, TIMELINE_LEAST_COLUMNS = 36, TIMELINE_MOST_HOURS = 30 };

/* What one column stands for. */
struct timeline_cell {
	uint32_t count; /* of the sessions that run in it */
	enum { TIMELINE_FREE, TIMELINE_START, TIMELINE_RUN, TIMELINE_MAYBE, TIMELINE_END } span;
};

/* A zeroed struct shows nothing. */
struct timeline {
	civil_moment from;		   /* a full hour, in the first column */
	int hours;			   /* 0 where there is nothing to show */
	int per_hour;			   /* columns */
	ARRAY(struct timeline_cell) cells; /* hours * per_hour + 1: the last is the end */
	uint32_t most;			   /* sessions in one column */
	civil_moment busy;		   /* until when one of those added runs */
	bool parallel;			   /* some run side by side */
};

/*
 * Begins one that reaches from `first` to `last`, at most TIMELINE_MOST_HOURS, in so many columns:
 * at least TIMELINE_LEAST_COLUMNS. One that stood there before is replaced.
 */
void timeline_begin(struct timeline *timeline, civil_moment first, civil_moment last, int columns);

/* Adds a session, in the order of starts. One that has no time or is cancelled changes nothing. */
void timeline_add(struct timeline *timeline, const struct session *session);

void timeline_free(struct timeline *timeline);

/* The column of a moment, from 0; -1 for one that it does not reach. */
int timeline_column(const struct timeline *timeline, civil_moment moment);

/* Draws both rows. `selected` is marked, NULL for none; so is now, where the line reaches it. */
void timeline_draw(const struct timeline *timeline, struct screen *screen, int row, int column,
		   const struct session *selected, civil_moment now);

#endif
