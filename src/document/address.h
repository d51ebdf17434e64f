/*
 * Addresses as they stand in markup and in plain text.
 */
#ifndef NEC_DOCUMENT_ADDRESS_H
#define NEC_DOCUMENT_ADDRESS_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Appends an address of markup as one word: no control characters, none that hide or reorder text,
 * spaces as %20. Appends nothing for what is no address to open: an empty one, a place in the same
 * page (#top), a script, data.
 */
void address_clean(struct buffer *out, const char *url);

/* An address found in plain text. */
struct address {
	size_t start, end;  /* bytes of the text */
	const char *scheme; /* what to put before it to open it: "", "http://", "mailto:" */
};

/* Finds the first http, https, www or mail address at or behind `from`. */
bool address_find(const char *text, size_t length, size_t from, struct address *found);

#endif
