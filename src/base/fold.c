/*
 * Most characters of most texts are ASCII, eight of which are folded at once; most others are a few
 * letters with accents. What these fold to is known: that of Latin letters stands here, that of
 * others is kept in a memory that the caller may bring. What is left, a library is asked for, which
 * takes thirty times as long and has to be loaded first.
 */
#include "config.h"

#include "base/fold.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "base/utf8proc.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

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

/* A part of what a character was taken apart into. */
static void append_part(struct buffer *out, uint32_t part)
{
	const char *plain = plain_letter(part);

	if (plain)
		buffer_puts(out, plain);
	else
		utf8_append(out, part);
}

static void fold_character(struct buffer *out, uint32_t c)
{
	enum { MOST = 32 }; /* U+FDFA decomposes into 18 */
	utf8proc_int32_t parts[MOST];
	int boundary = 0;
	utf8proc_ssize_t count;

	if (c == UTF8_REPLACEMENT || plain_letter(c)) { /* the former mostly of a text cut short */
		append_part(out, c);
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
		append_part(out, (uint32_t)parts[i]);
}

/* Memory */

enum {
	KNOWN_BYTES = 3,
	LATIN_FIRST = 0xA0,
	LATIN_END = 0x180,	   /* of Latin Extended-A */
	KNOWN_CHARACTERS = 0x10000 /* Unicode's first plane */
};

/* What one character folds to, where that is short. */
struct known {
	unsigned char length; /* of the bytes, and one; 0 for a character that is not known */
	char bytes[KNOWN_BYTES];
};

/* What the library makes of Latin letters, from LATIN_FIRST on; of fractions it makes too much. */
/* clang-format off */
static const struct known latin[LATIN_END - LATIN_FIRST] = {
#define K(bytes) {sizeof(bytes), bytes}
    K(" "), K("¡"), K("¢"), K("£"), K("¤"), K("¥"), K("¦"), K("§"),
    K(" "), K("©"), K("a"), K("«"), K("¬"), K(""), K("®"), K(" "),
    K("°"), K("±"), K("2"), K("3"), K(" "), K("μ"), K("¶"), K("·"),
    K(" "), K("1"), K("o"), K("»"), {0}, {0}, {0}, K("¿"),
    K("a"), K("a"), K("a"), K("a"), K("a"), K("a"), K("ae"), K("c"),
    K("e"), K("e"), K("e"), K("e"), K("i"), K("i"), K("i"), K("i"),
    K("ð"), K("n"), K("o"), K("o"), K("o"), K("o"), K("o"), K("×"),
    K("o"), K("u"), K("u"), K("u"), K("u"), K("y"), K("þ"), K("ss"),
    K("a"), K("a"), K("a"), K("a"), K("a"), K("a"), K("ae"), K("c"),
    K("e"), K("e"), K("e"), K("e"), K("i"), K("i"), K("i"), K("i"),
    K("ð"), K("n"), K("o"), K("o"), K("o"), K("o"), K("o"), K("÷"),
    K("o"), K("u"), K("u"), K("u"), K("u"), K("y"), K("þ"), K("y"),
    K("a"), K("a"), K("a"), K("a"), K("a"), K("a"), K("c"), K("c"),
    K("c"), K("c"), K("c"), K("c"), K("c"), K("c"), K("d"), K("d"),
    K("d"), K("d"), K("e"), K("e"), K("e"), K("e"), K("e"), K("e"),
    K("e"), K("e"), K("e"), K("e"), K("g"), K("g"), K("g"), K("g"),
    K("g"), K("g"), K("g"), K("g"), K("h"), K("h"), K("ħ"), K("ħ"),
    K("i"), K("i"), K("i"), K("i"), K("i"), K("i"), K("i"), K("i"),
    K("i"), K("i"), K("ij"), K("ij"), K("j"), K("j"), K("k"), K("k"),
    K("ĸ"), K("l"), K("l"), K("l"), K("l"), K("l"), K("l"), K("l·"),
    K("l·"), K("l"), K("l"), K("n"), K("n"), K("n"), K("n"), K("n"),
    K("n"), K("ʼn"), K("ŋ"), K("ŋ"), K("o"), K("o"), K("o"), K("o"),
    K("o"), K("o"), K("oe"), K("oe"), K("r"), K("r"), K("r"), K("r"),
    K("r"), K("r"), K("s"), K("s"), K("s"), K("s"), K("s"), K("s"),
    K("s"), K("s"), K("t"), K("t"), K("t"), K("t"), K("ŧ"), K("ŧ"),
    K("u"), K("u"), K("u"), K("u"), K("u"), K("u"), K("u"), K("u"),
    K("u"), K("u"), K("u"), K("u"), K("w"), K("w"), K("y"), K("y"),
    K("y"), K("z"), K("z"), K("z"), K("z"), K("z"), K("z"), K("s"),
#undef K
};
/* clang-format on */

struct fold_memory {
	struct known known[KNOWN_CHARACTERS];
};

struct fold_memory *fold_memory_new(void)
{
	return memory_alloc(1, sizeof(struct fold_memory));
}

void fold_memory_free(struct fold_memory *memory)
{
	free(memory);
}

/* What stands for a byte that is no character is longer than that byte, and never known. */
static void learn(struct fold_memory *memory, uint32_t c, const char *bytes, size_t length)
{
	struct known *known;

	if (!memory || c >= KNOWN_CHARACTERS || length > KNOWN_BYTES || c == UTF8_REPLACEMENT)
		return;
	known = &memory->known[c];
	known->length = (unsigned char)(length + 1);
	memcpy(known->bytes, bytes, length);
}

static const struct known *known_of(const struct fold_memory *memory, uint32_t c)
{
	const struct known *known = NULL;

	if (c >= LATIN_FIRST && c < LATIN_END)
		known = &latin[c - LATIN_FIRST];
	else if (memory && c < KNOWN_CHARACTERS)
		known = &memory->known[c];
	return known && known->length ? known : NULL;
}

/* Folding */

enum { WORD = sizeof(uint64_t) };

/*
 * Folds eight bytes, and returns how many of them, from the first one on, are printable ASCII; what
 * the others became is not to be used. In bytes below 0x80 the additions carry into the highest bit
 * and never beyond; what a byte from 0x80 on carries spoils only those behind it.
 */
static size_t fold_eight(char *to, const char *from)
{
	uint64_t word, other, from_a, above_z;

	memcpy(&word, from, WORD);
	word = le64toh(word);
	other =
	    (word | ~(word + UTF8_EIGHT(0x80 - ' ')) | (word + UTF8_EIGHT(1))) & UTF8_EIGHT(0x80);
	from_a = word + UTF8_EIGHT(0x80 - 'A');
	above_z = word + UTF8_EIGHT(0x7F - 'Z');
	word |= (from_a & ~above_z & UTF8_EIGHT(0x80)) >> 2;
	word = htole64(word);
	memcpy(to, &word, WORD);
	return other ? (size_t)__builtin_ctzll(other) / 8 : WORD;
}

static char fold_plain(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* Folds the printable ASCII at the beginning; returns how many bytes that is. It may write eight
 * bytes more. */
static size_t fold_ascii(char *to, const char *from, size_t length)
{
	size_t at = 0;

	while (at + WORD <= length) {
		size_t plain = fold_eight(to + at, from + at);

		at += plain;
		if (plain < WORD)
			return at;
	}
	for (; at < length && utf8_is_plain(from[at]); at++)
		to[at] = fold_plain(from[at]);
	return at;
}

/* utf8_decode(), quick for what takes two bytes. */
static size_t decode(const char *text, size_t length, uint32_t *c)
{
	unsigned char first = (unsigned char)text[0], second;

	if (first >= 0xC2 && first < 0xE0 && length > 1) {
		second = (unsigned char)text[1];
		*c = (first & 0x1Fu) << 6 | (second & 0x3Fu);
		if ((second & 0xC0) == 0x80)
			return 2;
	}
	return utf8_decode(text, length, c);
}

/* Folds up to the first character that is neither ASCII nor known; returns how many bytes that is.
 * No known character grows by more than a half. */
static size_t fold_known(const struct fold_memory *memory, struct buffer *out, const char *text,
			 size_t length)
{
	char *begin = buffer_room(out, length + length / 2 + WORD), *to = begin;
	const struct known *known;
	size_t at = 0;

	for (;;) {
		size_t taken = fold_ascii(to, text + at, length - at);
		uint32_t c;

		at += taken;
		to += taken;
		if (at == length)
			break;
		taken = decode(text + at, length - at, &c);
		known = known_of(memory, c);
		if (!known)
			break;
		memcpy(to, known->bytes, KNOWN_BYTES);
		to += known->length - 1;
		at += taken;
	}
	buffer_grown(out, (size_t)(to - begin));
	return at;
}

void fold_append_with(struct fold_memory *memory, struct buffer *out, const char *text,
		      size_t length)
{
	for (size_t at = fold_known(memory, out, text, length); at < length;
	     at += fold_known(memory, out, text + at, length - at)) {
		size_t before = out->length;
		uint32_t c;

		at += utf8_decode(text + at, length - at, &c);
		fold_character(out, c);
		learn(memory, c, out->data + before, out->length - before);
	}
}

void fold_append(struct buffer *out, const char *text, size_t length)
{
	fold_append_with(NULL, out, text, length);
}

char *fold_text(const char *text)
{
	struct buffer out = {0};

	if (text)
		fold_append(&out, text, strlen(text));
	return buffer_steal(&out);
}

/* Each character is folded by itself: texts that differ in a plain letter are not equal. */
bool fold_equal(const char *left, const char *right)
{
	char *a, *b;
	bool equal;

	left = left ? left : "";
	right = right ? right : "";
	for (; utf8_is_plain(*left) && utf8_is_plain(*right); left++, right++)
		if (fold_plain(*left) != fold_plain(*right))
			return false;
	a = fold_text(left);
	b = fold_text(right);
	equal = !strcmp(a, b);
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
