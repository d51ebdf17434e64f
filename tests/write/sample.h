/*
 * A made-up agenda that has something of everything, for the tests of the writers.
 */
#ifndef NEC_TESTS_WRITE_SAMPLE_H
#define NEC_TESTS_WRITE_SAMPLE_H

#include "model/agenda.h"
#include "model/bookmarks.h"

struct agenda *sample_agenda(void);

/* Three sessions are kept, one of them with a note, and one that the agenda no longer has. */
void sample_keep(struct bookmarks *bookmarks, const struct agenda *agenda);

/* A moment of Thursday 13 June 2024, the first of its two days; hours may be any number. */
civil_moment sample_moment(int hour, int minute);

#endif
