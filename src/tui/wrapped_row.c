#include "config.h"

#include "tui/wrapped_row.h"

#include "document/fill.h"

enum { NARROWEST = 2 };

static void fill_text(struct fill *fill, const char *text, int columns)
{
	const struct span span = {.text = text, .link = DOCUMENT_NO_LINK};

	fill_spans(fill, &span, 1, columns > NARROWEST ? columns : NARROWEST, 0);
}

int wrapped_row_lines(const char *text, int columns)
{
	struct fill fill = {0};
	int lines;

	fill_text(&fill, text, columns);
	lines = (int)fill.lines.count;
	fill_free(&fill);
	return lines < WRAPPED_ROW_LINES ? lines : WRAPPED_ROW_LINES;
}

uint32_t wrapped_row_item(uint32_t item, int line)
{
	return item * WRAPPED_ROW_LINES + (uint32_t)line;
}

uint32_t wrapped_row_first(uint32_t item)
{
	return item / WRAPPED_ROW_LINES;
}

int wrapped_row_line(uint32_t item)
{
	return (int)(item % WRAPPED_ROW_LINES);
}

void wrapped_row_draw(struct screen *screen, struct rectangle area, const char *text, int line)
{
	struct fill fill = {0};
	size_t number = (size_t)line;

	fill_text(&fill, text, area.columns);
	for (size_t i = 0; number < fill.lines.count && i < fill.lines.items[number].count; i++) {
		const struct wrap_run *run = &fill.runs.items[fill.lines.items[number].first + i];

		screen_put_n(screen, area.row, area.column, ROLE_TEXT, run->text, run->length);
		area.column += run->columns;
	}
	fill_free(&fill);
}
