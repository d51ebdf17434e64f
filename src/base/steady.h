/*
 * A clock that is never set: how much time passed, whatever the clock on the wall is made to show.
 */
#ifndef NEC_BASE_STEADY_H
#define NEC_BASE_STEADY_H

#include <stdint.h>

/* Milliseconds since some moment, the same for all of the program's life; never 0. A handler of a
 * signal may ask. */
int64_t steady_milliseconds(void);

#endif
