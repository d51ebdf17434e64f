/*
 * Memory that is there or the program ends.
 *
 * Running out of memory is fatal: the handler set with memory_on_exhausted() gives the terminal
 * back, one line goes to standard error, and the process exits with status 1. So no caller checks
 * for NULL. Bad input never ends here: sizes that come from a source are bounded by its reader.
 */
#ifndef NEC_BASE_MEMORY_H
#define NEC_BASE_MEMORY_H

#include <stddef.h>

/* Has the heap grow by what a small agenda takes in all, and not in many steps, each of which is
 * asked of the system. For the beginning of a program; without it all else works the same. */
void memory_begin(void);

/* Zeroed memory for count elements of size bytes; to be freed with free(). */
void *memory_alloc(size_t count, size_t size);

/* The same of `size` bytes, not zeroed. */
void *memory_raw(size_t size);

/*
 * Makes room for at least `needed` elements of `size` bytes and updates *capacity (in elements).
 * Growth is geometric. Returns the block, perhaps moved; new bytes are not zeroed.
 */
void *memory_grow(void *block, size_t *capacity, size_t needed, size_t size);

/*
 * Has the system give at once the whole pages in a block that will be written to from start to end,
 * and not one by one as each is first touched; what is in the block stays. A hint.
 */
void memory_expect(void *block, size_t size);

/*
 * Gives memory back to the system that nobody will read again, as far as whole pages lie in it. It
 * stays allocated; what is in it is undefined from then on.
 */
void memory_forget(void *block, size_t size);

/* Copies of a string, or of its first `length` bytes; to be freed with free(). NULL stays NULL. */
char *memory_strdup(const char *text);
char *memory_strndup(const char *text, size_t length);

/* Ends the program as want of memory does, for another reason, told in one line. */
_Noreturn void memory_end(const char *message);

/* What to call before the program ends for want of memory; NULL for nothing. */
void memory_on_exhausted(void (*handler)(void));

#endif
