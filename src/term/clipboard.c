#include "config.h"

#include "term/clipboard.h"

#include <stdint.h>
#include <string.h>

enum { PIECE_BYTES = 240 }; /* screen cuts strings of 256 bytes and more */

/* RFC 4648, 4. */
static void append_base64(struct buffer *out, const unsigned char *bytes, size_t length)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t at = 0; at < length; at += 3) {
		size_t left = length - at < 3 ? length - at : 3;
		uint32_t group = (uint32_t)bytes[at] << 16;

		if (left > 1)
			group |= (uint32_t)bytes[at + 1] << 8;
		if (left > 2)
			group |= bytes[at + 2];
		for (size_t i = 0; i < 4; i++)
			buffer_putc(out, i > left ? '=' : digits[group >> (18 - 6 * i) & 63]);
	}
}

/* Device control strings, which screen hands on as they are. */
static void append_handed_on(struct buffer *out, const char *sequence, size_t length)
{
	for (size_t at = 0, piece; at < length; at += piece) {
		piece = length - at < PIECE_BYTES ? length - at : PIECE_BYTES;
		buffer_puts(out, "\033P");
		buffer_append(out, sequence + at, piece);
		buffer_puts(out, "\033\\");
	}
}

void clipboard_sequence(struct buffer *out, const char *term, const char *text, size_t length)
{
	struct buffer sequence = {0};

	buffer_puts(&sequence, "\033]52;c;");
	append_base64(&sequence, (const unsigned char *)text, length);
	buffer_putc(&sequence, '\a');
	buffer_append(out, sequence.data, sequence.length);
	if (term && !strncmp(term, "screen", strlen("screen")))
		append_handed_on(out, sequence.data, sequence.length);
	buffer_free(&sequence);
}
