/*
 * Searching what is sorted, by halves.
 *
 *     size_t first = bisect(i, rows->count, rows->items[i] < number);
 *
 * is how many of so many items meet the condition, where all that do stand before all that do not:
 * so also the place of the first that does not, which is the count where there is none. The
 * condition is asked of an index, which bears the name that is given first.
 */
#ifndef NEC_BASE_BISECT_H
#define NEC_BASE_BISECT_H

#include <stddef.h>

#define bisect(index, count, condition)                                                            \
	__extension__({                                                                            \
		size_t bisect_low = 0, bisect_high = (count);                                      \
                                                                                                   \
		while (bisect_low < bisect_high) {                                                 \
			size_t index = bisect_low + (bisect_high - bisect_low) / 2;                \
                                                                                                   \
			if (condition)                                                             \
				bisect_low = index + 1;                                            \
			else                                                                       \
				bisect_high = index;                                               \
		}                                                                                  \
		bisect_low;                                                                        \
	})

#endif
