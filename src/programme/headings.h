/*
 * The heading rows of timetables: what each column holds.
 */
#ifndef NEC_PROGRAMME_HEADINGS_H
#define NEC_PROGRAMME_HEADINGS_H

#include "programme/timetable.h"

/* Reads a heading row; false where the row is none. A day in its corner is that of all below. */
bool headings_read(struct timetable *table, const struct line *row, struct stamps *scratch);

/* Under the days, a second row of headings may name the rooms of each. */
bool headings_read_rooms(struct timetable *table, const struct line *row, struct stamps *scratch);

/* Whether the cells below are sessions that the headings tell a room, a day or a time of. */
bool headings_make_grid(const struct timetable *table);

/* Whether times stand side by side over the sessions, not at the start and the end of one. */
bool headings_are_times(const struct timetable *table);

#endif
