/*
 * A roll: many names, folded, and put in the order in which people look for them. Made at once for
 * all of them, for a list of which any part may come into sight.
 */
#ifndef NEC_MODEL_ROLL_H
#define NEC_MODEL_ROLL_H

#include <stddef.h>
#include <stdint.h>

struct roll;

/* The names are read here and not needed any longer. */
struct roll *roll_new(const char *const *names, size_t count);
void roll_free(struct roll *roll); /* NULL is allowed */

/* The number of the name at a place, from 0: by folded name, and by number where these are equal;
 * and that name, folded, valid as long as the roll is. */
uint32_t roll_number(const struct roll *roll, size_t place);
const char *roll_folded(const struct roll *roll, size_t place);

#endif
