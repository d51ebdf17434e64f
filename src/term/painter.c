#include "config.h"

#include "term/painter.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { LETTER_FIRST = ' ', LETTER_COUNT = 0x7F - LETTER_FIRST };

/* What a role looks like, and what curses has for its plain letters, once they were needed. */

struct letter {
	bool known;
	cchar_t made;
};

struct ink {
	attr_t attributes;
	short pair;
	struct letter *letters; /* NULL before the first */
};

struct painter {
	bool ascii;
	const struct glyphs *glyphs;
	struct ink inks[ROLE_COUNT];
	struct cell *painted; /* what curses was handed, row by row */
	int rows, columns;
	struct buffer substitute; /* for the text of a cell */
	ARRAY(cchar_t) strip;	  /* neighbours that differ */
};

struct painter *painter_new(enum palette_depth depth, bool ascii, const struct glyphs *glyphs)
{
	struct painter *painter = memory_alloc(1, sizeof *painter);

	painter->ascii = ascii;
	painter->glyphs = glyphs;
	for (int role = 0; role < ROLE_COUNT; role++) {
		painter->inks[role].attributes = palette_look(depth, (enum role)role)->attributes;
		painter->inks[role].pair = palette_pair(depth, (enum role)role);
	}
	return painter;
}

void painter_free(struct painter *painter)
{
	if (!painter)
		return;
	for (int role = 0; role < ROLE_COUNT; role++)
		free(painter->inks[role].letters);
	free(painter->painted);
	buffer_free(&painter->substitute);
	array_free(&painter->strip);
	free(painter);
}

void painter_forget(struct painter *painter)
{
	painter->rows = 0;
}

/* Erased, a cell is a plain space. */
static void begin_anew(struct painter *painter, int rows, int columns)
{
	static const struct cell space = {" ", ROLE_TEXT};
	size_t count = (size_t)rows * (size_t)columns;

	free(painter->painted);
	painter->painted = memory_alloc(count, sizeof *painter->painted);
	for (size_t i = 0; i < count; i++)
		painter->painted[i] = space;
	painter->rows = rows;
	painter->columns = columns;
	werase(newscr);
}

/* What the terminal can show of a cell. */
static const char *shown(struct painter *painter, const char *text)
{
	if (!painter->ascii && !painter->glyphs)
		return text;
	buffer_clear(&painter->substitute);
	if (painter->ascii)
		ascii_append_cell(&painter->substitute, text, strlen(text));
	else
		glyphs_append(painter->glyphs, &painter->substitute, text);
	return buffer_text(&painter->substitute);
}

/* Reads one spacing character and the marks behind it; those that curses has no room for are passed
 * over, for they cannot stand in a cell of their own. */
static size_t take_character(const char *text, wchar_t *characters, size_t most)
{
	size_t length = strlen(text);
	size_t count = 0;
	size_t taken = 0;
	uint32_t character;

	for (;;) {
		size_t now = utf8_decode(text + taken, length - taken, &character);
		int columns = now ? wcwidth((wchar_t)character) : 0;

		if (!now || (count && columns != 0))
			break;
		if (!count && columns < 1)
			character = UTF8_REPLACEMENT;
		if (count < most)
			characters[count++] = (wchar_t)character;
		taken += now;
	}
	characters[count] = L'\0';
	return taken;
}

static bool is_plain(const char *text)
{
	return utf8_is_plain(text[0]) && !text[1];
}

static void learn(struct ink *ink, int number)
{
	const wchar_t character[] = {(wchar_t)(LETTER_FIRST + number), L'\0'};
	struct letter *letter;

	if (!ink->letters)
		ink->letters = memory_alloc(LETTER_COUNT, sizeof *ink->letters);
	letter = &ink->letters[number];
	letter->known = setcchar(&letter->made, character, ink->attributes, ink->pair, NULL) == OK;
}

static void add_plain(struct painter *painter, struct ink *ink, char text)
{
	int letter = text - LETTER_FIRST;

	if (!ink->letters || !ink->letters[letter].known)
		learn(ink, letter);
	if (!ink->letters[letter].known)
		return;
	if (painter->strip.count == painter->strip.capacity)
		array_reserve(&painter->strip, painter->strip.count + 1);
	painter->strip.items[painter->strip.count++] = ink->letters[letter].made;
}

/* A substitute may be several characters; the second half of a wide one has no text. */
static void add_other(struct painter *painter, const struct ink *ink, const char *text)
{
	wchar_t characters[CCHARW_MAX + 1];
	cchar_t made;

	for (text = shown(painter, text); *text;) {
		text += take_character(text, characters, CCHARW_MAX);
		if (setcchar(&made, characters, ink->attributes, ink->pair, NULL) == OK)
			array_push(&painter->strip, made);
	}
}

static void add_cell(struct painter *painter, const struct cell *cell)
{
	struct ink *ink = &painter->inks[cell->role];

	if (is_plain(cell->text))
		add_plain(painter, ink, *cell->text);
	else
		add_other(painter, ink, cell->text);
}

static uint64_t word_of(const struct cell *cell, size_t number)
{
	uint64_t word;

	_Static_assert(sizeof *cell == 3 * sizeof word, "a cell is three words");
	memcpy(&word, (const char *)cell + number * sizeof word, sizeof word);
	return word;
}

static bool is_same(const struct cell *left, const struct cell *right)
{
	return word_of(left, 0) == word_of(right, 0) && word_of(left, 1) == word_of(right, 1) &&
	       word_of(left, 2) == word_of(right, 2);
}

/* Hands over the cells from a column on up to one that is shown already; returns its column. */
static int paint_strip(struct painter *painter, const struct cell *cells, struct cell *painted,
		       int row, int column)
{
	int start = column;

	painter->strip.count = 0;
	for (; column < painter->columns && !is_same(&cells[column], &painted[column]); column++) {
		painted[column] = cells[column];
		add_cell(painter, &cells[column]);
	}
	mvwadd_wchnstr(newscr, row, start, painter->strip.items, (int)painter->strip.count);
	return column;
}

static bool paint_row(struct painter *painter, const struct screen *screen, int row)
{
	const struct cell *cells = screen_cell(screen, row, 0);
	struct cell *painted = &painter->painted[(size_t)row * (size_t)painter->columns];

	if (!memcmp(cells, painted, (size_t)painter->columns * sizeof *cells))
		return false;
	for (int column = 0; column < painter->columns; column++)
		if (!is_same(&cells[column], &painted[column]))
			column = paint_strip(painter, cells, painted, row, column);
	return true;
}

bool painter_paint(struct painter *painter, const struct screen *screen)
{
	int rows = screen_rows(screen);
	int columns = screen_columns(screen);
	bool changed = rows != painter->rows || columns != painter->columns;

	if (changed)
		begin_anew(painter, rows, columns);
	for (int row = 0; row < rows; row++)
		changed = paint_row(painter, screen, row) || changed;
	return changed;
}
