#include "config.h"

#include "tui/command_row.h"

#include "base/i18n.h"
#include "document/fill.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"

enum { KEYS_COLUMNS = 16, NARROW_KEYS_COLUMNS = 13, GAP = 1 };

static int keys_columns(int columns)
{
	return columns < LAYOUT_TWO_PANES ? NARROW_KEYS_COLUMNS : KEYS_COLUMNS;
}

/* Where what a command does stands. */
static struct rectangle text_area(const struct row_place *place)
{
	struct rectangle area = place->area;

	area.column = row_text_column(place) + keys_columns(place->area.columns) + GAP;
	area.columns = place->area.column + place->area.columns - 1 - area.column;
	return area;
}

static void fill_help(struct fill *fill, uint32_t command, int columns)
{
	const struct span span = {.text = _(command_at(command)->help), .link = DOCUMENT_NO_LINK};

	fill_spans(fill, &span, 1, columns > 2 ? columns : 2, 0);
}

int command_row_lines(const struct pane *pane, uint32_t command)
{
	const struct row_place place = {
	    .area = {0, 0, 1, pane->columns + 2 * PANE_MARGIN + 1},
	    .pane = pane,
	};
	struct fill fill = {0};
	int lines;

	fill_help(&fill, command, text_area(&place).columns);
	lines = (int)fill.lines.count;
	fill_free(&fill);
	return lines < COMMAND_ROW_LINES ? lines : COMMAND_ROW_LINES;
}

uint32_t command_row_item(uint32_t command, int line)
{
	return command * COMMAND_ROW_LINES + (uint32_t)line;
}

static void draw_line(struct screen *screen, const struct row_place *place, uint32_t command,
		      size_t number)
{
	struct rectangle area = text_area(place);
	struct fill fill = {0};

	fill_help(&fill, command, area.columns);
	for (size_t i = 0; number < fill.lines.count && i < fill.lines.items[number].count; i++) {
		const struct wrap_run *run = &fill.runs.items[fill.lines.items[number].first + i];

		screen_put_n(screen, area.row, area.column, ROLE_TEXT, run->text, run->length);
		area.column += run->columns;
	}
	fill_free(&fill);
}

void command_row_draw(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t command)
{
	struct buffer keys = {0};

	keymap_say(&app->keymap, command, &keys, key_label);
	if (!keys.length)
		buffer_puts(&keys, "–");
	screen_field(screen, place->area.row, row_text_column(place),
		     keys_columns(place->area.columns), ROLE_KEY, buffer_text(&keys));
	draw_line(screen, place, command, 0);
	buffer_free(&keys);
}

void command_row_draw_line(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t item)
{
	(void)app;
	draw_line(screen, place, item / COMMAND_ROW_LINES, item % COMMAND_ROW_LINES);
}
