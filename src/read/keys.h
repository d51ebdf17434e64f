/*
 * Keys: what a map of front matter says, handed to the functions that know what to do with it.
 *
 * A reader of front matter is a table of keys. It is gone through in its order, not in that of the
 * page, so where two keys say the same the first one of the table can win.
 */
#ifndef NEC_READ_KEYS_H
#define NEC_READ_KEYS_H

#include "base/node.h"
#include "base/report.h"
#include "model/builder.h"

#include <stdbool.h>
#include <stddef.h>

/* Takes the value of a key, which is never empty; `reader` is what keys_read() was given. */
typedef void key_take(void *reader, const struct node *value);

struct key {
	const char *name; /* as it is documented: small letters and underscores */
	key_take *take;	  /* NULL for a key that is known and says nothing about an agenda */
};

enum { KEYS_MOST = 80 /* rows of a table */ };

/*
 * Reads a map with a table of keys. Capitals, accents, and hyphens or spaces for underscores make
 * no difference. A key that is not in the table is noted with its text; one that looks like a slip
 * of one there is a warning.
 */
void keys_read(const struct key *keys, size_t count, void *reader, const struct node *map,
	       struct report *report);

/* Whether the map holds a key of the table. */
bool keys_hold(const struct key *keys, size_t count, const struct node *map);

/* Makes *text what a value says, on one line, unless another key said it before. */
void keys_take_text(const char **text, struct builder *builder, const struct node *value);

#endif
