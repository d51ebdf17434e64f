#include "config.h"

#include "tui/screen.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

struct screen {
	int rows, columns;
	struct cell *cells; /* row after row */
	struct rectangle clip;
	int cursor_row, cursor_column;
};

static int clamp(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

static struct cell *cell_at(const struct screen *screen, int row, int column)
{
	return &screen->cells[(size_t)row * (size_t)screen->columns + (size_t)column];
}

struct screen *screen_new(int rows, int columns)
{
	struct screen *screen = memory_alloc(1, sizeof *screen);

	screen_resize(screen, rows, columns);
	return screen;
}

void screen_free(struct screen *screen)
{
	if (!screen)
		return;
	free(screen->cells);
	free(screen);
}

void screen_resize(struct screen *screen, int rows, int columns)
{
	rows = clamp(rows, 1, SCREEN_MOST_ROWS);
	columns = clamp(columns, 1, SCREEN_MOST_COLUMNS);
	if (rows != screen->rows || columns != screen->columns) {
		free(screen->cells);
		screen->rows = rows;
		screen->columns = columns;
		screen->cells = memory_alloc((size_t)rows * (size_t)columns, sizeof(struct cell));
	}
	screen_clear(screen);
}

void screen_clear(struct screen *screen)
{
	static const struct cell empty = {" ", ROLE_TEXT};
	size_t count = (size_t)screen->rows * (size_t)screen->columns;

	for (size_t i = 0; i < count; i++)
		screen->cells[i] = empty;
	screen->clip = (struct rectangle){0, 0, screen->rows, screen->columns};
	screen_set_cursor(screen, -1, -1);
}

int screen_rows(const struct screen *screen)
{
	return screen->rows;
}

int screen_columns(const struct screen *screen)
{
	return screen->columns;
}

const struct cell *screen_cell(const struct screen *screen, int row, int column)
{
	return cell_at(screen, row, column);
}

/* Cuts a rectangle to an outer one; sizes below 0 become 0. */
static struct rectangle cut_to(struct rectangle area, struct rectangle outer)
{
	int row = clamp(area.row, outer.row, outer.row + outer.rows);
	int column = clamp(area.column, outer.column, outer.column + outer.columns);
	int below = clamp(area.row + area.rows, row, outer.row + outer.rows);
	int right = clamp(area.column + area.columns, column, outer.column + outer.columns);

	return (struct rectangle){row, column, below - row, right - column};
}

struct rectangle screen_clip(struct screen *screen, struct rectangle clip)
{
	struct rectangle before = screen->clip;

	screen->clip = cut_to(clip, (struct rectangle){0, 0, screen->rows, screen->columns});
	return before;
}

static bool in_clip(const struct screen *screen, int row, int column)
{
	const struct rectangle *clip = &screen->clip;

	return row >= clip->row && row < clip->row + clip->rows && column >= clip->column &&
	       column < clip->column + clip->columns;
}

/* What is behind its text is zero in every cell. */
static void set_text(struct cell *cell, const char *bytes, size_t length)
{
	memset(cell->text, 0, sizeof cell->text);
	memcpy(cell->text, bytes, length);
}

/* Leaves no half of a wide character behind where a cell is about to be written. */
static void part_wide(struct screen *screen, int row, int column)
{
	struct cell *cell = cell_at(screen, row, column);

	if (!*cell->text && column > 0)
		set_text(&cell[-1], " ", 1);
	if (column + 1 < screen->columns && !*cell[1].text)
		set_text(&cell[1], " ", 1);
}

static struct cell *write_cell(struct screen *screen, int row, int column, enum role role,
			       const char *bytes, size_t length)
{
	struct cell *cell;

	if (!in_clip(screen, row, column))
		return NULL;
	part_wide(screen, row, column);
	cell = cell_at(screen, row, column);
	set_text(cell, bytes, length);
	cell->role = (unsigned char)role;
	return cell;
}

/* One spacing character; returns the cell that holds it, NULL where it was cut away. */
static struct cell *write_character(struct screen *screen, int row, int column, enum role role,
				    const char *bytes, size_t length, int width)
{
	bool whole = in_clip(screen, row, column) && in_clip(screen, row, column + width - 1);
	struct cell *cell;

	if (width == 1)
		return write_cell(screen, row, column, role, bytes, length);
	if (!whole) {
		write_cell(screen, row, column, role, " ", 1);
		write_cell(screen, row, column + 1, role, " ", 1);
		return NULL;
	}
	write_cell(screen, row, column + 1, role, " ", 1);
	cell = write_cell(screen, row, column, role, bytes, length);
	set_text(&cell[1], "", 0);
	return cell;
}

/* A mark behind a spacing character; what the cell has no room for is left out. */
static void add_mark(struct cell *cell, const char *bytes, size_t length)
{
	size_t held = strlen(cell->text);

	if (held + length < SCREEN_CELL_BYTES)
		memcpy(cell->text + held, bytes, length);
}

/* Printable ASCII, a cell for each byte; returns the last one's, NULL where it was cut away. */
static struct cell *write_plain(struct screen *screen, int row, int column, enum role role,
				const char *bytes, int count)
{
	struct rectangle area = cut_to((struct rectangle){row, column, 1, count}, screen->clip);
	struct cell letter = {.role = (unsigned char)role};
	struct cell *cell;

	if (!area.rows || !area.columns)
		return NULL;
	part_wide(screen, row, area.column);
	part_wide(screen, row, area.column + area.columns - 1);
	bytes += area.column - column;
	cell = cell_at(screen, row, area.column);
	for (int i = 0; i < area.columns; i++) {
		letter.text[0] = bytes[i];
		cell[i] = letter;
	}
	return area.column + area.columns == column + count ? &cell[area.columns - 1] : NULL;
}

/* Spaces that no line may end at. Where all is laid out they are spaces like others, and whoever
 * copies or searches what a terminal shows types no other. */
static bool is_no_break_space(uint32_t character)
{
	return character == 0xA0 || character == 0x2007 || character == 0x202F;
}

static bool is_control(uint32_t character)
{
	return character < ' ' || (character >= 0x7F && character < 0xA0);
}

/* The columns of a character; -1 for one that cannot be printed. */
static int printed_columns(uint32_t character)
{
	if (character < 0x300)
		return is_control(character) ? -1 : 1;
	return wcwidth((wchar_t)character);
}

/* One character that is not ASCII, of `length` bytes. Returns the columns it takes; *last, the cell
 * written before, becomes the one written now. */
static int put_other(struct screen *screen, int row, int column, enum role role, const char *bytes,
		     size_t length, uint32_t character, struct cell **last)
{
	static const char replacement[] = "\xEF\xBF\xBD";
	bool broken = character == UTF8_REPLACEMENT && length == 1;
	int width = broken ? -1 : printed_columns(character);

	if (width < 0) {
		bytes = replacement;
		length = sizeof replacement - 1;
		width = 1;
	} else if (is_no_break_space(character)) {
		bytes = " ";
		length = 1;
	}
	if (width)
		*last = write_character(screen, row, column, role, bytes, length, width);
	else if (*last)
		add_mark(*last, bytes, length);
	return width;
}

int screen_put_n(struct screen *screen, int row, int column, enum role role, const char *text,
		 size_t length)
{
	struct cell *last = NULL;
	uint32_t character;

	for (size_t at = 0, taken; at < length; at += taken) {
		taken = utf8_plain_run(text + at, length - at);
		if (taken) {
			last = write_plain(screen, row, column, role, text + at, (int)taken);
			column += (int)taken;
		} else {
			taken = utf8_decode(text + at, length - at, &character);
			column += put_other(screen, row, column, role, text + at, taken, character,
					    &last);
		}
	}
	return column;
}

int screen_put(struct screen *screen, int row, int column, enum role role, const char *text)
{
	return screen_put_n(screen, row, column, role, text, strlen(text));
}

static int put_spaces(struct screen *screen, int row, int column, int end, enum role role)
{
	static const char spaces[] = "                                ";

	while (column < end) {
		size_t most = sizeof spaces - 1;
		size_t count = (size_t)(end - column) < most ? (size_t)(end - column) : most;

		column = screen_put_n(screen, row, column, role, spaces, count);
	}
	return column;
}

static bool is_point(const struct screen *screen, int row, int column)
{
	const char *text;

	if (row < 0 || row >= screen->rows || column < 0 || column >= screen->columns)
		return false;
	text = screen_cell(screen, row, column)->text;
	return !strcmp(text, ".") || !strcmp(text, "…");
}

int screen_put_ellipsis(struct screen *screen, int row, int from, int to, enum role role)
{
	int column = to;

	while (column > from && is_point(screen, row, column - 1))
		column--;
	column = screen_put(screen, row, column, role, "…");
	put_spaces(screen, row, column, to, role);
	return column;
}

/* Draws text that takes `width` columns into `columns`, cut with an ellipsis where it is longer. */
static int put_cut(struct screen *screen, int row, int column, int columns, enum role role,
		   const char *text, int width)
{
	size_t length = strlen(text);

	if (width <= columns)
		return screen_put_n(screen, row, column, role, text, length);
	length = utf8_cut(text, length, columns);
	column = screen_put_n(screen, row, column, role, text, length);
	return screen_put(screen, row, column, role, "…");
}

void screen_field(struct screen *screen, int row, int column, int columns, enum role role,
		  const char *text)
{
	int end = column + columns;

	if (columns <= 0)
		return;
	column =
	    put_cut(screen, row, column, columns, role, text, utf8_columns(text, strlen(text)));
	put_spaces(screen, row, column, end, role);
}

void screen_field_right(struct screen *screen, int row, int column, int columns, enum role role,
			const char *text)
{
	int width = utf8_columns(text, strlen(text));

	if (columns <= 0)
		return;
	if (width <= columns) {
		column = put_spaces(screen, row, column, column + columns - width, role);
		screen_put(screen, row, column, role, text);
	} else {
		screen_field(screen, row, column, columns, role, text);
	}
}

/* Fills a rectangle with one character of one column. */
static void fill(struct screen *screen, struct rectangle area, const char *character)
{
	struct cell cell = {.role = ROLE_RULE};

	memcpy(cell.text, character, strlen(character));
	area = cut_to(area, screen->clip);
	for (int row = area.row; row < area.row + area.rows; row++)
		for (int column = area.column; column < area.column + area.columns; column++) {
			part_wide(screen, row, column);
			*cell_at(screen, row, column) = cell;
		}
}

void screen_rule(struct screen *screen, int row, int column, int count, const char *character)
{
	fill(screen, (struct rectangle){row, column, 1, count}, character);
}

void screen_rule_down(struct screen *screen, int row, int column, int count, const char *character)
{
	fill(screen, (struct rectangle){row, column, count, 1}, character);
}

void screen_paint(struct screen *screen, struct rectangle area, enum role role)
{
	area = cut_to(area, screen->clip);
	for (int row = area.row; row < area.row + area.rows; row++)
		for (int column = area.column; column < area.column + area.columns; column++)
			cell_at(screen, row, column)->role = (unsigned char)role;
}

void screen_set_cursor(struct screen *screen, int row, int column)
{
	bool on = row >= 0 && row < screen->rows && column >= 0 && column < screen->columns;

	screen->cursor_row = on ? row : -1;
	screen->cursor_column = on ? column : -1;
}

void screen_cursor(const struct screen *screen, int *row, int *column)
{
	*row = screen->cursor_row;
	*column = screen->cursor_column;
}

static void dump_text(const struct screen *screen, struct buffer *out, int row)
{
	size_t kept = out->length;

	for (int column = 0; column < screen->columns; column++) {
		const char *text = cell_at(screen, row, column)->text;

		buffer_puts(out, text);
		if (*text && strcmp(text, " ") != 0)
			kept = out->length;
	}
	buffer_truncate(out, kept);
	buffer_putc(out, '\n');
}

static void dump_roles(const struct screen *screen, struct buffer *out, int row)
{
	for (int column = 0; column < screen->columns; column++) {
		int role = cell_at(screen, row, column)->role;

		buffer_putc(out, role == ROLE_TEXT ? '.' : (char)('a' + role - 1));
	}
	buffer_putc(out, '\n');
}

void screen_dump(const struct screen *screen, struct buffer *out, bool roles)
{
	for (int row = 0; row < screen->rows; row++)
		dump_text(screen, out, row);
	for (int row = 0; roles && row < screen->rows; row++)
		dump_roles(screen, out, row);
}
