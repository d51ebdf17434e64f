#include "config.h"

#include "base/utf8.h"

#include <endian.h>
#include <string.h>
#include <wchar.h>

size_t utf8_decode(const char *text, size_t length, uint32_t *character)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *bytes = (const unsigned char *)text;
	size_t wanted;
	uint32_t value;

	if (!length)
		return 0;
	*character = UTF8_REPLACEMENT;
	if (bytes[0] < 0x80) {
		*character = bytes[0];
		return 1;
	}
	wanted = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : 2;
	if (bytes[0] < 0xC2 || bytes[0] > 0xF4 || wanted > length)
		return 1;
	value = bytes[0] & (0x7Fu >> wanted);
	for (size_t i = 1; i < wanted; i++) {
		if ((bytes[i] & 0xC0) != 0x80)
			return 1;
		value = value << 6 | (bytes[i] & 0x3F);
	}
	if (value < least[wanted] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
		return 1;
	*character = value;
	return wanted;
}

void utf8_append(struct buffer *out, uint32_t c)
{
	char bytes[4];
	size_t length;

	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = UTF8_REPLACEMENT;
	if (c < 0x80) {
		buffer_putc(out, (char)c);
		return;
	}
	length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = length; i-- > 1; c >>= 6)
		bytes[i] = (char)(0x80 | (c & 0x3F));
	bytes[0] = (char)((0xF00 >> length & 0xFF) | c);
	buffer_append(out, bytes, length);
}

/* How many bytes from `at` on are ASCII, looked at 32 at a time while they are. */
static size_t ascii_run(const char *text, size_t at, size_t length)
{
	size_t start = at;
	uint64_t words[4];

	for (; at + sizeof words <= length; at += sizeof words) {
		memcpy(words, text + at, sizeof words);
		if ((words[0] | words[1] | words[2] | words[3]) & UTF8_EIGHT(0x80))
			break;
	}
	for (; at + sizeof *words <= length; at += sizeof *words) {
		memcpy(words, text + at, sizeof *words);
		if (*words & UTF8_EIGHT(0x80))
			break;
	}
	while (at < length && !((unsigned char)text[at] & 0x80))
		at++;
	return at - start;
}

bool utf8_valid(const char *text, size_t length, size_t *bad)
{
	uint32_t character;

	for (size_t at = ascii_run(text, 0, length); at < length;
	     at += ascii_run(text, at, length)) {
		size_t taken = utf8_decode(text + at, length - at, &character);

		if (taken == 1) {
			*bad = at;
			return false;
		}
		at += taken;
	}
	return true;
}

struct range {
	uint32_t first, last;
};

static bool in_ranges(uint32_t c, const struct range *ranges, size_t count)
{
	for (size_t i = 0; i < count && ranges[i].first <= c; i++)
		if (c <= ranges[i].last)
			return true;
	return false;
}

/* What no text from outside may carry to a terminal or a reader's eye. In order. */
static const struct range removed[] = {
    {0x00, 0x1F},	/* C0 (line breaks and tabs are seen to before) */
    {0x7F, 0x9F},	/* DEL, C1 */
    {0xAD, 0xAD},	/* soft hyphen */
    {0x61C, 0x61C},	/* Arabic letter mark */
    {0x200B, 0x200B},	/* zero width space */
    {0x200E, 0x200F},	/* left-to-right and right-to-left marks */
    {0x202A, 0x202E},	/* bidirectional embeddings and overrides */
    {0x2060, 0x2064},	/* word joiner, invisible operators */
    {0x2066, 0x206F},	/* bidirectional isolates, deprecated format characters */
    {0xFEFF, 0xFEFF},	/* byte order mark */
    {0xFFF9, 0xFFFB},	/* interlinear annotation */
    {0xFFFE, 0xFFFF},	/* no characters; cmark writes them as bytes that are no UTF-8 */
    {0xE0000, 0xE007F}, /* tags */
};

static void sanitise_character(struct buffer *out, uint32_t c, enum utf8_breaks breaks)
{
	if (c == '\n' || c == 0x2028 || c == 0x2029)
		buffer_putc(out, breaks == UTF8_KEEP_LINES ? '\n' : ' ');
	else if (c == '\t')
		buffer_putc(out, ' ');
	else if (!in_ranges(c, removed, sizeof removed / sizeof *removed))
		utf8_append(out, c);
}

enum { WORD = sizeof(uint64_t), BLOCK = 4 * WORD };

/* Has a high bit where the first byte that is not plain stands, none where all are: a byte is
 * beyond ASCII, below a space, or DEL (which one more carries over). */
static uint64_t others_in(uint64_t word)
{
	return (word | (word - UTF8_EIGHT(' ')) | (word + UTF8_EIGHT(1))) & UTF8_EIGHT(0x80);
}

static bool is_plain_block(const char *text)
{
	uint64_t words[BLOCK / WORD];

	memcpy(words, text, sizeof words);
	return !(others_in(words[0]) | others_in(words[1]) | others_in(words[2]) |
		 others_in(words[3]));
}

/* How many of eight bytes from the first on are plain. */
static size_t plain_in_word(const char *text)
{
	uint64_t word, others;

	memcpy(&word, text, WORD);
	others = others_in(le64toh(word));
	return others ? (size_t)__builtin_ctzll(others) / 8 : WORD;
}

/* The last word may begin among bytes that are known to be plain. */
size_t utf8_plain_run(const char *text, size_t length)
{
	size_t at = 0, plain;

	while (at + BLOCK <= length && is_plain_block(text + at))
		at += BLOCK;
	for (; at + WORD <= length; at += WORD) {
		plain = plain_in_word(text + at);
		if (plain < WORD)
			return at + plain;
	}
	if (at < length && length >= WORD)
		return length - WORD + plain_in_word(text + length - WORD);
	while (at < length && utf8_is_plain(text[at]))
		at++;
	return at;
}

void utf8_sanitise(struct buffer *out, const char *text, size_t length, enum utf8_breaks breaks)
{
	uint32_t c;

	buffer_append(out, "", 0);
	for (size_t at = 0; at < length;) {
		size_t plain = utf8_plain_run(text + at, length - at);

		buffer_append(out, text + at, plain);
		at += plain;
		if (at == length)
			break;
		at += utf8_decode(text + at, length - at, &c);
		if (c == '\r') {
			if (at < length && text[at] == '\n')
				at++;
			c = '\n';
		}
		sanitise_character(out, c, breaks);
	}
}

int utf8_columns_of(uint32_t character)
{
	int columns;

	if (character < 0x300)
		return 1;
	columns = wcwidth((wchar_t)character);
	return columns < 0 ? 1 : columns;
}

int utf8_columns(const char *text, size_t length)
{
	int columns = 0;
	uint32_t c;

	for (size_t at = 0; at < length;) {
		size_t plain = utf8_plain_run(text + at, length - at);

		at += plain;
		columns += (int)plain;
		if (at == length)
			break;
		at += utf8_decode(text + at, length - at, &c);
		columns += utf8_columns_of(c);
	}
	return columns;
}

size_t utf8_fit(const char *text, size_t length, int columns, int *used)
{
	size_t at = 0;
	int taken = 0;
	uint32_t c;

	while (at < length) {
		size_t bytes = utf8_decode(text + at, length - at, &c);
		int width = utf8_columns_of(c);

		if (taken + width > columns)
			break;
		taken += width;
		at += bytes;
	}
	if (used)
		*used = taken;
	return at;
}

static bool ends_with(const char *text, size_t length, const char *end)
{
	size_t bytes = strlen(end);

	return length >= bytes && !memcmp(text + length - bytes, end, bytes);
}

size_t utf8_cut(const char *text, size_t length, int columns)
{
	static const char ellipsis[] = "…";
	size_t left = utf8_fit(text, length, columns - 1, NULL);

	while (ends_with(text, left, ".") || ends_with(text, left, ellipsis))
		left -= text[left - 1] == '.' ? 1 : sizeof ellipsis - 1;
	return left;
}

bool utf8_is_space(uint32_t c)
{
	static const struct range spaces[] = {
	    {'\t', '\r'},     {' ', ' '},	{0xA0, 0xA0},
	    {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029},
	    {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
	};

	return in_ranges(c, spaces, sizeof spaces / sizeof *spaces);
}

/* Where the character that ends at `end` begins. */
static size_t character_before(const char *text, size_t end)
{
	size_t start = end - 1;

	while (start > 0 && end - start < 4 && ((unsigned char)text[start] & 0xC0) == 0x80)
		start--;
	return start;
}

/* Whether a byte is a character by itself, and no white space. */
static bool is_ink(char byte)
{
	return (unsigned char)byte > ' ' && (unsigned char)byte < 0x80;
}

size_t utf8_trim(const char **text, size_t length)
{
	uint32_t c;

	if (length && is_ink((*text)[0]) && is_ink((*text)[length - 1]))
		return length;
	while (length) {
		size_t taken = utf8_decode(*text, length, &c);

		if (!utf8_is_space(c))
			break;
		*text += taken;
		length -= taken;
	}
	while (length) {
		size_t start = character_before(*text, length);

		utf8_decode(*text + start, length - start, &c);
		if (!utf8_is_space(c))
			break;
		length = start;
	}
	return length;
}
