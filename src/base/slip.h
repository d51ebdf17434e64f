/*
 * Slips of the keyboard: words that were meant to be other ones.
 */
#ifndef NEC_BASE_SLIP_H
#define NEC_BASE_SLIP_H

#include <stdbool.h>

/*
 * Whether `written` looks like a slip of `meant`: one character missing, too many, another one, or
 * two swapped for every five it has. Words of less than five characters are never taken for one.
 */
bool slip_of(const char *written, const char *meant);

#endif
