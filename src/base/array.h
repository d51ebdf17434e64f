/*
 * Growing arrays of any type, as a struct of three fields.
 *
 *     ARRAY(struct session) sessions = {0};
 *     array_push(&sessions, session);
 *     array_each (struct session, s, &sessions) ...
 *     array_free(&sessions);
 *
 * Elements move when the array grows: keep indexes, not pointers, across a push.
 */
#ifndef NEC_BASE_ARRAY_H
#define NEC_BASE_ARRAY_H

#include "base/memory.h"

#include <stdlib.h>

/* clang-format off */
#define ARRAY(type) struct { type *items; size_t count, capacity; }
/* clang-format on */

/* Makes room for `needed` elements in all. */
#define array_reserve(array, needed)                                                               \
	((array)->items =                                                                          \
	     memory_grow((array)->items, &(array)->capacity, (needed), sizeof *(array)->items))

#define array_push(array, value)                                                                   \
	((array)->count < (array)->capacity ? (void)0                                              \
					    : (void)array_reserve((array), (array)->count + 1),    \
	 (void)((array)->items[(array)->count++] = (value)))

#define array_each(type, name, array)                                                              \
	for (type *name = (array)->items; name && name < (array)->items + (array)->count; name++)

#define array_free(array)                                                                          \
	(free((array)->items), (array)->items = NULL, (array)->count = (array)->capacity = 0)

#endif
