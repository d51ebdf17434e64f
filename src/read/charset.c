#include "config.h"

#include "read/charset.h"

#include "base/utf8.h"

#include <string.h>

bool charset_is_utf16(const char *bytes, size_t length)
{
	return length >= 2 && (!memcmp(bytes, "\xFF\xFE", 2) || !memcmp(bytes, "\xFE\xFF", 2));
}

static uint32_t unit_at(const char *bytes, size_t at, bool big)
{
	unsigned char first = (unsigned char)bytes[at], second = (unsigned char)bytes[at + 1];

	return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

void charset_from_utf16(struct buffer *out, const char *bytes, size_t length)
{
	bool big = bytes[0] == '\xFE';

	for (size_t at = 2; at < length; at += 2) {
		uint32_t unit = UTF8_REPLACEMENT, low;

		if (at + 1 < length)
			unit = unit_at(bytes, at, big);
		if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < length) {
			low = unit_at(bytes, at + 2, big);
			if (low >= 0xDC00 && low < 0xE000) {
				unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
				at += 2;
			}
		}
		utf8_append(out, unit);
	}
}

/* 0x80 to 0x9F in Windows-1252 (WHATWG's encoding standard); 0 where it is undefined. */
static const uint16_t western[32] = {
    0x20AC, 0,	    0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,	    0x017D, 0,	    0,	    0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,	    0x017E, 0x0178,
};

static uint32_t western_character(unsigned char byte)
{
	return byte >= 0x80 && byte < 0xA0 ? western[byte - 0x80] : byte;
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
	enum { FEW = 20 };
	size_t beyond = 0;

	for (size_t at = 0, taken; at < length; at += taken ? taken : 1) {
		unsigned char byte = (unsigned char)bytes[at];

		if ((byte < ' ' && !strchr("\t\n\r\f", byte)) || byte == '\0' || byte == 0x7F)
			return false;
		taken = utf8_sequence(bytes, length, at);
		if (!taken && !western_character(byte))
			return false;
		beyond += !taken;
	}
	return beyond <= FEW || beyond <= length / 3;
}

void charset_from_western(struct buffer *out, const char *bytes, size_t length)
{
	for (size_t at = 0, taken; at < length; at += taken ? taken : 1) {
		taken = utf8_sequence(bytes, length, at);
		if (taken)
			buffer_append(out, bytes + at, taken);
		else
			utf8_append(out, western_character((unsigned char)bytes[at]));
	}
}
