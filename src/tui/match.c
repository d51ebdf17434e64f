#include "config.h"

#include "tui/match.h"

#include "base/array.h"
#include "base/fold.h"
#include "model/haystack.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* A row of cells, folded, and the column that each byte comes from. */
struct folded_row {
	struct buffer text;
	ARRAY(int) columns;
};

static void fold_row(struct folded_row *folded, const struct screen *screen, struct rectangle area)
{
	buffer_clear(&folded->text);
	folded->columns.count = 0;
	for (int column = area.column; column < area.column + area.columns; column++) {
		const char *text = screen_cell(screen, area.row, column)->text;

		fold_append(&folded->text, text, strlen(text));
		while (folded->columns.count < folded->text.length)
			array_push(&folded->columns, column);
	}
}

/* Up to the column behind the last byte's cell, which may be a wide one. */
static void mark(struct screen *screen, const struct folded_row *folded, struct rectangle area,
		 size_t first, size_t end)
{
	int right = area.column + area.columns;
	struct rectangle found = {area.row, folded->columns.items[first], 1, 0};
	int behind = folded->columns.items[end - 1] + 1;

	while (behind < right && !*screen_cell(screen, area.row, behind)->text)
		behind++;
	found.columns = behind - found.column;
	screen_paint(screen, found, ROLE_MATCH);
}

static void mark_word(struct screen *screen, const struct folded_row *folded, struct rectangle area,
		      const char *word)
{
	const char *text = buffer_text(&folded->text), *at = text;
	size_t length = strlen(word);

	while ((at = strstr(at, word))) {
		size_t first = (size_t)(at - text);

		mark(screen, folded, area, first, first + length);
		at += length;
	}
}

static struct rectangle on_screen(const struct screen *screen, struct rectangle area)
{
	if (area.row + area.rows > screen_rows(screen))
		area.rows = screen_rows(screen) - area.row;
	if (area.column + area.columns > screen_columns(screen))
		area.columns = screen_columns(screen) - area.column;
	return area;
}

static bool holds_any(const char *folded, const char *words, struct buffer *word)
{
	while (haystack_next_word(&words, word))
		if (strstr(folded, buffer_text(word)))
			return true;
	return false;
}

static void fold_line(struct buffer *folded, const struct wrap_line *line)
{
	buffer_clear(folded);
	for (size_t run = 0; run < line->run_count; run++)
		fold_append(folded, line->runs[run].text, line->runs[run].length);
}

size_t match_line(const struct wrapped *text, const char *words, size_t from, int step)
{
	struct buffer folded = {0}, word = {0};
	size_t found = SIZE_MAX;

	/* The line before the first one is behind the last, too. */
	for (size_t i = from; words && i < text->line_count && found == SIZE_MAX;
	     i += (size_t)step) {
		fold_line(&folded, &text->lines[i]);
		if (holds_any(buffer_text(&folded), words, &word))
			found = i;
	}
	buffer_free(&folded);
	buffer_free(&word);
	return found;
}

void match_mark(struct screen *screen, struct rectangle area, const char *words)
{
	struct folded_row folded = {0};
	struct buffer word = {0};

	area = on_screen(screen, area);
	for (int i = 0; words && i < area.rows; i++) {
		struct rectangle row = {area.row + i, area.column, 1, area.columns};
		const char *rest = words;

		fold_row(&folded, screen, row);
		while (haystack_next_word(&rest, &word))
			mark_word(screen, &folded, row, buffer_text(&word));
	}
	buffer_free(&word);
	buffer_free(&folded.text);
	array_free(&folded.columns);
}
