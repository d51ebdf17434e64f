/*
 * Spans are read as units: a character with its combining marks, a space, a hard break. A line
 * takes units until one does not fit; then it ends before the last space in it, or, where a single
 * word fills it, behind the last hyphen or slash, or else right there.
 */
#include "config.h"

#include "document/fill.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "base/utf8proc.h"

#include <string.h>

struct position {
	size_t span, byte;
};

struct text {
	const struct span *spans;
	size_t count;
	bool verbatim; /* spaces are characters like others, every line break is hard */
};

enum unit_kind { UNIT_NONE, UNIT_CHARACTER, UNIT_SPACE, UNIT_BREAK };

struct unit {
	enum unit_kind kind;
	struct position start, end;
	int columns;
	uint32_t character; /* its first one */
};

static bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* Bytes of the grapheme cluster at text, which ends in NUL and is not empty. */
static size_t cluster_bytes(const char *text, int *columns)
{
	utf8proc_int32_t state = 0;
	uint32_t before, c;
	size_t at;

	if (is_ascii(text[0]) && is_ascii(text[1])) {
		*columns = 1;
		return 1;
	}
	at = utf8_decode(text, strnlen(text, 4), &c);
	*columns = utf8_columns_of(c);
	for (size_t bytes; text[at]; at += bytes) {
		before = c;
		bytes = utf8_decode(text + at, strnlen(text + at, 4), &c);
		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)c,
						     &state))
			break;
		*columns += utf8_columns_of(c);
	}
	return at;
}

/* Spaces at which a line may end: not U+00A0, U+2007, U+202F. */
static bool is_space(uint32_t c)
{
	return c == ' ' || c == '\n' ||
	       (c > 0xA0 && utf8_is_space(c) && c != 0x2007 && c != 0x202F);
}

/* A plain letter or a space, as most are, that nothing can be joined to. */
static bool is_simple(const char *text)
{
	return utf8_is_plain(text[0]) && is_ascii(text[1]);
}

/* The unit at a position. */
static struct unit read_unit(const struct text *text, struct position at)
{
	struct unit unit = {.kind = UNIT_CHARACTER};
	const struct span *span;
	size_t bytes;

	while (at.span < text->count && !text->spans[at.span].text[at.byte])
		at = (struct position){at.span + 1, 0};
	unit.start = unit.end = at;
	if (at.span == text->count) {
		unit.kind = UNIT_NONE;
		return unit;
	}
	span = &text->spans[at.span];
	if (is_simple(span->text + at.byte)) {
		unit.end.byte++;
		unit.columns = 1;
		unit.character = (uint32_t)span->text[at.byte];
		if (unit.character == ' ' && !text->verbatim)
			unit.kind = UNIT_SPACE;
		return unit;
	}
	unit.end.byte += cluster_bytes(span->text + at.byte, &unit.columns);
	bytes = utf8_decode(span->text + at.byte, unit.end.byte - at.byte, &unit.character);
	if (unit.character == '\n' && (text->verbatim || span->style & SPAN_BREAK))
		unit.kind = UNIT_BREAK;
	else if (!text->verbatim && is_space(unit.character) && at.byte + bytes == unit.end.byte)
		unit.kind = UNIT_SPACE;
	return unit;
}

/* A part of one span as a run; a soft line break in it is shown as a space. */
static void add_run(struct fill *fill, const struct span *span, size_t start, size_t end,
		    uint32_t block)
{
	const char *text = span->text + start;
	struct wrap_run run = {text, end - start, 0, span->style, span->link, block};

	if (memchr(text, '\n', run.length)) {
		char *copy = arena_strndup(fill->arena, text, run.length);

		for (char *at = copy; (at = strchr(at, '\n'));)
			*at = ' ';
		run.text = copy;
	}
	run.columns = utf8_columns(run.text, run.length);
	array_push(&fill->runs, run);
}

static void add_line(struct fill *fill, const struct text *text, struct position start,
		     struct position end, uint32_t block)
{
	struct fill_line line = {.first = fill->runs.count, .block = block};

	for (size_t i = start.span; i <= end.span && i < text->count; i++) {
		size_t from = i == start.span ? start.byte : 0;
		size_t to = i == end.span ? end.byte : strlen(text->spans[i].text);

		if (from < to)
			add_run(fill, &text->spans[i], from, to, block);
	}
	line.count = fill->runs.count - line.first;
	for (size_t i = line.first; i < fill->runs.count; i++)
		line.columns += fill->runs.items[i].columns;
	array_push(&fill->lines, line);
}

/* Where a line ends and the next begins. */
struct cut {
	struct position end, next;
	bool found; /* false while no place to cut is known */
};

/* A cluster wider than the line is parted between its characters. */
static struct cut cut_unit(const struct text *text, const struct unit *unit, int width)
{
	struct position end = unit->start;
	const char *bytes = text->spans[end.span].text + end.byte;
	size_t length = unit->end.byte - end.byte, fit = utf8_fit(bytes, length, width, NULL);
	uint32_t c;

	end.byte += fit ? fit : utf8_decode(bytes, length, &c);
	return (struct cut){end, end, true};
}

static bool may_end_word_part(uint32_t c)
{
	return c == '-' || c == '/' || c == '?' || c == '&' || c == '=';
}

/* French sets a space before some signs and inside its quotes, where no line should end. */
static bool is_glued(uint32_t before, uint32_t behind)
{
	return before == 0xAB || behind == 0xBB || behind == '!' || behind == '?' ||
	       behind == ':' || behind == ';';
}

/* How far a line goes that begins at `start`. */
static struct cut cut_line(const struct text *text, struct position start, int width)
{
	struct cut space = {.found = false}, part = {.found = false};
	struct position shown = start; /* behind the last character that is no space */
	int columns = 0;
	uint32_t before = 0;
	struct unit unit = read_unit(text, start);

	for (; unit.kind != UNIT_NONE; unit = read_unit(text, unit.end)) {
		if (unit.kind == UNIT_BREAK)
			return (struct cut){shown, unit.end, true};
		if (unit.kind == UNIT_SPACE) {
			struct cut here = {shown, unit.end, true};

			if (is_glued(before, read_unit(text, unit.end).character))
				part = here;
			else
				space = here;
			columns += unit.columns;
			continue;
		}
		if (columns + unit.columns > width) {
			if (space.found)
				return space;
			if (part.found)
				return part;
			return columns ? (struct cut){shown, shown, true}
				       : cut_unit(text, &unit, width);
		}
		columns += unit.columns;
		shown = unit.end;
		before = unit.character;
		if (may_end_word_part(unit.character))
			part = (struct cut){shown, shown, true};
	}
	return (struct cut){shown, unit.start, true};
}

static bool same_position(struct position a, struct position b)
{
	return a.span == b.span && a.byte == b.byte;
}

static struct position skip_spaces(const struct text *text, struct position at)
{
	struct unit unit = read_unit(text, at);

	while (unit.kind == UNIT_SPACE)
		unit = read_unit(text, unit.end);
	return unit.start;
}

static bool last_is_empty(const struct fill *fill, size_t first)
{
	return fill->lines.count == first || !fill->lines.items[fill->lines.count - 1].count;
}

static void fill_text(struct fill *fill, const struct text *text, int width, uint32_t block)
{
	size_t first = fill->lines.count;
	struct position at = skip_spaces(text, (struct position){0, 0});

	while (at.span < text->count) {
		struct cut cut = cut_line(text, at, width);

		if (text->verbatim || !same_position(cut.end, at) || !last_is_empty(fill, first))
			add_line(fill, text, at, cut.end, block);
		at = skip_spaces(text, cut.next);
	}
	while (!text->verbatim && fill->lines.count > first && last_is_empty(fill, first))
		fill->lines.count--;
}

void fill_spans(struct fill *fill, const struct span *spans, size_t count, int width,
		uint32_t block)
{
	fill_text(fill, &(struct text){spans, count, false}, width, block);
}

void fill_verbatim(struct fill *fill, const struct span *spans, size_t count, int width,
		   uint32_t block)
{
	fill_text(fill, &(struct text){spans, count, true}, width, block);
}

int fill_natural_width(const struct span *spans, size_t count, bool verbatim)
{
	struct text text = {spans, count, verbatim};
	int widest = 0, columns = 0;
	struct unit unit = read_unit(&text, (struct position){0, 0});

	for (; unit.kind != UNIT_NONE; unit = read_unit(&text, unit.end)) {
		columns = unit.kind == UNIT_BREAK ? 0 : columns + unit.columns;
		if (columns > widest)
			widest = columns;
	}
	return widest;
}

void fill_clear(struct fill *fill)
{
	fill->runs.count = 0;
	fill->lines.count = 0;
}

void fill_free(struct fill *fill)
{
	array_free(&fill->runs);
	array_free(&fill->lines);
}
