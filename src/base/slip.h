/*
 * Slips of the keyboard: words that were meant to be other ones.
 */
#ifndef NEC_BASE_SLIP_H
#define NEC_BASE_SLIP_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether `written` looks like a slip of `meant`: one character missing, too many, another one, or
 * two swapped for every five it has. Words of less than five characters are never taken for one.
 */
bool slip_of(const char *written, const char *meant);

/*
 * Which of these names was most likely meant, for a question to whoever wrote another: the nearest
 * one, capitals aside, of which at most a third is wrong, or one that begins with what was written.
 * NULL where none is near.
 */
const char *slip_nearest(const char *written, const char *const *names, size_t count);

#endif
