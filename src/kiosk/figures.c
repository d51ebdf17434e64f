#include "config.h"

#include "kiosk/figures.h"

#include <string.h>

enum { GLYPH_COLUMNS = 3, SIZE_MOST = 6 };

/* Rows of three pixels, the leftmost in the highest bit. */
static const struct glyph {
	char character;
	unsigned char rows[FIGURES_ROWS];
	int columns;
} glyphs[] = {
    {'0', {7, 5, 5, 5, 7}, 3}, {'1', {2, 6, 2, 2, 7}, 3}, {'2', {7, 1, 7, 4, 7}, 3},
    {'3', {7, 1, 7, 1, 7}, 3}, {'4', {5, 5, 7, 1, 1}, 3}, {'5', {7, 4, 7, 1, 7}, 3},
    {'6', {7, 4, 7, 5, 7}, 3}, {'7', {7, 1, 2, 2, 2}, 3}, {'8', {7, 5, 7, 5, 7}, 3},
    {'9', {7, 5, 7, 1, 7}, 3}, {':', {0, 4, 0, 4, 0}, 1}, {' ', {0, 0, 0, 0, 0}, 1},
    {'h', {4, 4, 7, 5, 5}, 3}, {'m', {0, 0, 7, 7, 5}, 3}, {'i', {4, 0, 4, 4, 4}, 1},
    {'n', {0, 0, 7, 5, 5}, 3}, {'j', {1, 0, 1, 5, 7}, 3}, {'d', {1, 1, 7, 5, 7}, 3},
};

static const struct glyph *glyph_of(char character)
{
	for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++)
		if (glyphs[i].character == character)
			return &glyphs[i];
	return glyph_of(' ');
}

/* Pixels, with one between two glyphs. */
static int pixels_of(const char *text)
{
	int pixels = 0;

	for (; *text; text++)
		pixels += glyph_of(*text)->columns + 1;
	return pixels ? pixels - 1 : 0;
}

int figures_columns(const char *text, int size)
{
	return pixels_of(text) * 2 * size;
}

int figures_fit(const char *text, int rows, int columns)
{
	int size = SIZE_MOST;

	while (size && (FIGURES_ROWS * size > rows || figures_columns(text, size) > columns))
		size--;
	return size;
}

static void draw_pixel(struct screen *screen, int row, int column, enum role role, int size)
{
	for (int i = 0; i < size; i++)
		for (int j = 0; j < 2 * size; j++)
			screen_put(screen, row + i, column + j, role, "█");
}

static void draw_glyph(struct screen *screen, int row, int column, enum role role,
		       const struct glyph *glyph, int size)
{
	for (int y = 0; y < FIGURES_ROWS; y++)
		for (int x = 0; x < glyph->columns; x++)
			if (glyph->rows[y] & 4 >> x)
				draw_pixel(screen, row + y * size, column + x * 2 * size, role,
					   size);
}

void figures_draw(struct screen *screen, int row, int column, enum role role, const char *text,
		  int size)
{
	for (; *text; text++) {
		const struct glyph *glyph = glyph_of(*text);

		draw_glyph(screen, row, column, role, glyph, size);
		column += (glyph->columns + 1) * 2 * size;
	}
}
