#include "config.h"

#include "base/fold.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Letters that no decomposition takes apart but every reader types in two. */
static const struct {
	uint32_t letter;
	const char *plain;
} letters[] = {
    {0xC6, "ae"},  {0xDF, "ss"},  {0xE6, "ae"},	  {0xD8, "o"},	  {0xF8, "o"},	 {0x110, "d"},
    {0x111, "d"},  {0x131, "i"},  {0x141, "l"},	  {0x142, "l"},	  {0x152, "oe"}, {0x153, "oe"},
    {0x2010, "-"}, {0x2011, "-"}, {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"}, {0x2015, "-"},
    {0x2018, "'"}, {0x2019, "'"}, {0x201C, "\""}, {0x201D, "\""}, {0x2212, "-"},
};

static const char *plain_letter(uint32_t c)
{
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].letter == c)
			return letters[i].plain;
	return NULL;
}

static void fold_character(struct buffer *out, uint32_t c)
{
	enum { MOST = 32 }; /* U+FDFA decomposes into 18 */
	utf8proc_int32_t parts[MOST];
	int boundary = 0;
	const char *plain = plain_letter(c);
	utf8proc_ssize_t count;

	if (plain) {
		buffer_puts(out, plain);
		return;
	}
	if (utf8_is_space(c)) {
		buffer_putc(out, ' ');
		return;
	}
	count = utf8proc_decompose_char((utf8proc_int32_t)c, parts, MOST,
					UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE |
					    UTF8PROC_STRIPMARK | UTF8PROC_DECOMPOSE,
					&boundary);
	for (utf8proc_ssize_t i = 0; i < count && i < MOST; i++)
		utf8_append(out, (uint32_t)parts[i]);
}

/* Most texts are ASCII for most of their length: appends what is at the beginning; returns how many
 * bytes that is. */
static size_t fold_ascii(struct buffer *out, const char *text, size_t length)
{
	size_t taken = 0, from = out->length;

	while (taken < length && text[taken] >= ' ' && text[taken] < 0x7F)
		taken++;
	buffer_append(out, text, taken);
	for (char *at = out->data + from; at < out->data + from + taken; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + 32);
	return taken;
}

void fold_append(struct buffer *out, const char *text, size_t length)
{
	uint32_t c;

	buffer_append(out, "", 0);
	for (size_t at = 0; at < length;) {
		at += fold_ascii(out, text + at, length - at);
		if (at == length)
			break;
		at += utf8_decode(text + at, length - at, &c);
		fold_character(out, c);
	}
}

char *fold_text(const char *text)
{
	struct buffer out = {0};

	if (text)
		fold_append(&out, text, strlen(text));
	return buffer_steal(&out);
}

bool fold_equal(const char *left, const char *right)
{
	char *a = fold_text(left), *b = fold_text(right);
	bool equal = !strcmp(a, b);

	free(a);
	free(b);
	return equal;
}

void fold_slug(struct buffer *out, const char *text, size_t most)
{
	char *folded = fold_text(text);
	size_t start = out->length;

	for (const char *at = folded; *at && out->length - start < most; at++) {
		if ((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9'))
			buffer_putc(out, *at);
		else if (out->length > start && out->data[out->length - 1] != '-')
			buffer_putc(out, '-');
	}
	if (out->length > start && out->data[out->length - 1] == '-')
		buffer_truncate(out, out->length - 1);
	free(folded);
}
