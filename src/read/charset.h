/*
 * Character sets other than UTF-8 that people's editors still write: UTF-16 with a byte order mark,
 * what an XML declaration says, and Windows-1252, which holds Latin-1.
 */
#ifndef NEC_READ_CHARSET_H
#define NEC_READ_CHARSET_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether the bytes begin with a byte order mark of UTF-16. */
bool charset_is_utf16(const char *bytes, size_t length);

/* Appends such bytes as UTF-8, without the mark; what makes no character becomes U+FFFD. */
void charset_from_utf16(struct buffer *out, const char *bytes, size_t length);

/*
 * Appends XML that is not UTF-8 as its declaration says it is encoded. False, with nothing
 * appended, where it has none, or one that says UTF-8 or what libc does not know.
 */
bool charset_from_declared(struct buffer *out, const char *bytes, size_t length);

/*
 * Whether bytes that are not UTF-8 can be text in Windows-1252: no control characters but white
 * space, no byte that it leaves undefined, and no more bytes beyond ASCII than languages written in
 * Latin letters have.
 */
bool charset_is_western(const char *bytes, size_t length);

/*
 * Appends such bytes as UTF-8. Sequences that are UTF-8 already are kept, for pages are often made
 * of pieces from several editors.
 */
void charset_from_western(struct buffer *out, const char *bytes, size_t length);

#endif
