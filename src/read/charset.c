#include "config.h"

#include "read/charset.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* What iconv_open() gives where libc does not know a character set. */
#define NO_CONVERTER ((iconv_t)-1)

bool charset_is_utf16(const char *bytes, size_t length)
{
	return length >= 2 && (!memcmp(bytes, "\xFF\xFE", 2) || !memcmp(bytes, "\xFE\xFF", 2));
}

/*
 * Appends bytes as UTF-8. A unit of `unit` bytes that makes no character becomes U+FFFD, as all of
 * them do without a converter.
 */
static void convert(struct buffer *out, iconv_t converter, const char *bytes, size_t length,
		    size_t unit)
{
	char *in = (char *)bytes, piece[4096];

	while (length) {
		char *to = piece;
		size_t room = sizeof piece, done = (size_t)-1, skipped;

		errno = EILSEQ;
		if (converter != NO_CONVERTER)
			done = iconv(converter, &in, &length, &to, &room);
		buffer_append(out, piece, sizeof piece - room);
		if (done != (size_t)-1 || errno == E2BIG)
			continue;
		utf8_append(out, UTF8_REPLACEMENT);
		skipped = length < unit ? length : unit;
		in += skipped;
		length -= skipped;
	}
}

static void close_converter(iconv_t converter)
{
	if (converter != NO_CONVERTER)
		iconv_close(converter);
}

void charset_from_utf16(struct buffer *out, const char *bytes, size_t length)
{
	iconv_t converter = iconv_open("UTF-8", bytes[0] == '\xFE' ? "UTF-16BE" : "UTF-16LE");

	convert(out, converter, bytes + 2, length - 2, 2);
	close_converter(converter);
}

/* Copies what `<?xml … encoding="NAME"?>` names; false where it names nothing. */
static bool declared_name(const char *bytes, size_t length, char *name, size_t size)
{
	static const char attribute[] = "encoding=";
	char head[200];
	const char *at, *end;

	snprintf(head, sizeof head, "%.*s", (int)(length < sizeof head ? length : sizeof head - 1),
		 bytes);
	if (strncmp(head, "<?xml", 5) != 0 || !(end = strstr(head, "?>")))
		return false;
	at = strstr(head, attribute);
	if (!at || at > end || !strchr("\"'", at[sizeof attribute - 1]))
		return false;
	at += sizeof attribute;
	snprintf(name, size, "%.*s", (int)strcspn(at, "\"'/?"), at);
	return *name;
}

bool charset_from_declared(struct buffer *out, const char *bytes, size_t length)
{
	char name[40];
	iconv_t converter;

	if (!declared_name(bytes, length, name, sizeof name) || !strncasecmp(name, "UTF", 3))
		return false;
	/* Who says Latin-1 often writes Windows-1252, which holds it. */
	if (!strcasecmp(name, "ISO-8859-1"))
		strcpy(name, "WINDOWS-1252");
	converter = iconv_open("UTF-8", name);
	if (converter == NO_CONVERTER)
		return false;
	convert(out, converter, bytes, length, 1);
	close_converter(converter);
	return true;
}

/* Bytes of the UTF-8 sequence at `at`; 0 where none begins there. */
static size_t utf8_sequence(const char *bytes, size_t length, size_t at)
{
	uint32_t character;
	size_t taken = utf8_decode(bytes + at, length - at, &character);

	return taken == 1 && (unsigned char)bytes[at] >= 0x80 ? 0 : taken;
}

bool charset_is_western(const char *bytes, size_t length)
{
	static const char undefined[] = "\x81\x8D\x8F\x90\x9D";
	enum { FEW = 20 };
	size_t beyond = 0;

	for (size_t at = 0, taken; at < length; at += taken ? taken : 1) {
		unsigned char byte = (unsigned char)bytes[at];

		if ((byte < ' ' && !strchr("\t\n\r\f", byte)) || byte == '\0' || byte == 0x7F)
			return false;
		taken = utf8_sequence(bytes, length, at);
		if (!taken && strchr(undefined, bytes[at]))
			return false;
		beyond += !taken;
	}
	return beyond <= FEW || beyond <= length / 3;
}

/* The end of the run that begins at `at` and is UTF-8 throughout, or nowhere, as `wanted` says. */
static size_t run_end(const char *bytes, size_t length, size_t at, bool wanted)
{
	while (at < length) {
		size_t taken = utf8_sequence(bytes, length, at);

		if ((taken > 0) != wanted)
			break;
		at += taken ? taken : 1;
	}
	return at;
}

void charset_from_western(struct buffer *out, const char *bytes, size_t length)
{
	iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");

	for (size_t at = 0, end; at < length; at = end) {
		end = run_end(bytes, length, at, true);
		buffer_append(out, bytes + at, end - at);
		at = end;
		end = run_end(bytes, length, at, false);
		convert(out, converter, bytes + at, end - at, 1);
	}
	close_converter(converter);
}
