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

/*
 * Appends an address as a program that opens it needs it: whole, and without white space or control
 * characters. Relative ones are resolved against `base`, the address of the page they stand in; a
 * bare host or mail address gets its scheme. False, and nothing is appended, where one is relative
 * and the base does not help (NULL where there is none).
 */
bool address_resolve(struct buffer *out, const char *base, const char *url);

/* Appends a whole address with its letters beyond ASCII as %XX, as machines write it. */
void address_to_ascii(struct buffer *out, const char *url);

/* Whether an address begins with a scheme ("https"), in whatever case. */
bool address_has_scheme(const char *url, const char *scheme);

/* An address found in plain text. */
struct address {
	size_t start, end;  /* bytes of the text */
	const char *scheme; /* what to put before it to open it: "", "http://", "mailto:" */
};

/* Finds the first http, https, www or mail address at or behind `from`. */
bool address_find(const char *text, size_t length, size_t from, struct address *found);

#endif
