/*
 * UTF-8: decoding, checking, sanitising, measuring and cutting.
 *
 * A column is what ncursesw and libc's wcwidth() agree on: 0 for combining marks, 2 for wide
 * characters, 1 for the rest. Functions that measure need LC_CTYPE to be a UTF-8 locale, which
 * locale_begin() sees to.
 */
#ifndef NEC_BASE_UTF8_H
#define NEC_BASE_UTF8_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_REPLACEMENT = 0xFFFD };

/*
 * Decodes the character at text, of which at most `length` bytes may be read, into *character.
 * Returns the bytes it takes: 0 at the end (length 0), 1 with U+FFFD for a byte that is not
 * part of a valid sequence (RFC 3629: no surrogates, no overlong forms, nothing over U+10FFFF).
 */
size_t utf8_decode(const char *text, size_t length, uint32_t *character);

/* Appends one character; what is no Unicode scalar value becomes U+FFFD. */
void utf8_append(struct buffer *out, uint32_t character);

/* Whether a byte is a printable character of ASCII, which takes one column. */
static inline bool utf8_is_plain(char byte)
{
	return byte >= ' ' && byte < 0x7F;
}

/* A byte repeated in a word, for looking at eight bytes at once. */
#define UTF8_EIGHT(byte) ((uint64_t)(byte)*0x0101010101010101u)

/* How many bytes from the first on are plain. */
size_t utf8_plain_run(const char *text, size_t length);

/* Whether all of it is valid UTF-8; else *bad is the offset of the first byte that is not. */
bool utf8_valid(const char *text, size_t length, size_t *bad);

enum utf8_breaks {
	UTF8_ONE_LINE,	/* line breaks and tabs become one space each */
	UTF8_KEEP_LINES /* \n stays, CR LF and CR become \n, a tab becomes a space */
};

/*
 * Appends text with everything removed that could drive a terminal or hide what is written: C0,
 * C1 and DEL, bidirectional embeddings, overrides and isolates, byte order marks, interlinear
 * annotation and tag characters, soft hyphens, zero width spaces, and U+FFFE and U+FFFF, which are
 * no characters. U+2028 and U+2029 count as line breaks. Invalid bytes become U+FFFD.
 */
void utf8_sanitise(struct buffer *out, const char *text, size_t length, enum utf8_breaks breaks);

/* Columns of one character: 0, 1 or 2. What cannot be printed counts 1, for U+FFFD is shown. */
int utf8_columns_of(uint32_t character);

/* Columns of text, of which `length` bytes are counted. */
int utf8_columns(const char *text, size_t length);

/*
 * How many bytes of text fit into `columns`, never parting a character from the combining marks
 * behind it. *used, where not NULL, becomes the columns they take.
 */
size_t utf8_fit(const char *text, size_t length, int columns, int *used);

/* How many bytes of a text that is cut to `columns` stand before its ellipsis: without the points
 * that the text has there itself. */
size_t utf8_cut(const char *text, size_t length, int columns);

/* White space as a reader sees it: ASCII, no-break, thin, ideographic and the other Zs. */
bool utf8_is_space(uint32_t character);

/*
 * Takes white space off both ends: *text is moved to the first other character, and the bytes up to
 * and with the last one are returned, 0 where there is none.
 */
size_t utf8_trim(const char **text, size_t length);

#endif
