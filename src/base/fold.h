/*
 * Folding: text as search and comparison see it.
 *
 * Case, accents, compatibility forms and ligatures are folded ("Écologie" and "ecologie", "cœur"
 * and "coeur", "ﬁn" and "fin" are equal), curly apostrophes become straight, every kind of space
 * and dash becomes ' ' and '-'.
 */
#ifndef NEC_BASE_FOLD_H
#define NEC_BASE_FOLD_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends the folded form of text's first `length` bytes. */
void fold_append(struct buffer *out, const char *text, size_t length);

/*
 * The same, at a fraction of the cost where much is folded: what characters fold to is kept in a
 * memory of 256 KB, of which only what is used is touched. NULL for none.
 */
struct fold_memory;
struct fold_memory *fold_memory_new(void);
void fold_memory_free(struct fold_memory *memory); /* NULL is allowed */
void fold_append_with(struct fold_memory *memory, struct buffer *out, const char *text,
		      size_t length);

/* The folded form; to be freed with free(). NULL gives "". */
char *fold_text(const char *text);

/* Whether two texts are equal when folded; NULL is "". */
bool fold_equal(const char *left, const char *right);

/*
 * Appends text as a slug: folded, [a-z0-9] kept, every run of others as one '-', none at either
 * end, at most `most` bytes. Nothing is appended where nothing is left.
 */
void fold_slug(struct buffer *out, const char *text, size_t most);

#endif
