/*
 * The agendas that the tests of the interface are played on.
 */
#ifndef NEC_TESTS_TUI_SAMPLE_H
#define NEC_TESTS_TUI_SAMPLE_H

#include "model/agenda.h"

/*
 * A small event of two days and a fringe: rooms, themes with and without sessions, sessions without
 * a time, without an end, past midnight, cancelled, overlapping; titles that are long, wide, or
 * written from right to left. Freed with agenda_free().
 */
struct agenda *sample_lanterns(void);

/* The moments of Thursday 12 June 2031 and of the days around it: sample_at(1, 25, 0) is 01:00 the
 * night after it. Day 0 is the Wednesday. */
civil_moment sample_at(int day, int hour, int minute);

/* One day to plan: sessions that follow each other in other rooms, many at once, with ends that are
 * usual or that nobody knows, and one without a time. */
struct agenda *sample_regatta(void);

/* Three days: an exhibition on all of them, a race that takes a day and a night, a session of
 * exactly a day, and talks on the first and the last. */
struct agenda *sample_fair(void);

/* Nothing but a title. */
struct agenda *sample_empty(void);

/* Sessions at random, from a seed: any number of days, rooms, themes, titles of any script. */
struct agenda *sample_random(unsigned seed);

/* So many sessions on so many days. */
struct agenda *sample_large(int sessions, int days);

/*
 * As real congresses are: a thousand sessions on four days that begin at 10:00 and end at 3:00 the
 * night after, 72 rooms, 28 themes of which some have colours, several languages.
 */
struct agenda *sample_congress(void);

#endif
