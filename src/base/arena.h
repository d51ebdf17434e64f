/*
 * An arena: memory that is allocated in pieces and freed as one.
 *
 * Everything an agenda or a document holds lives in its arena, so its parts need no owners of
 * their own and pointers into it stay valid until arena_free().
 */
#ifndef NEC_BASE_ARENA_H
#define NEC_BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is allowed */

/* The bytes of memory that it takes, about: a little more than what lies in it. */
size_t arena_size(const struct arena *arena);

/* Zeroed memory for count elements of size bytes, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* A copy of `count` elements of `size` bytes; NULL where count is 0. */
void *arena_copy(struct arena *arena, const void *block, size_t count, size_t size);

/* Copies of a string, or of its first `length` bytes. NULL stays NULL. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);

#endif
