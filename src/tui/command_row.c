#include "config.h"

#include "tui/command_row.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/wrapped_row.h"

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

int command_row_lines(const struct pane *pane, uint32_t command)
{
	const struct row_place place = {
	    .area = {0, 0, 1, pane->columns + 2 * PANE_MARGIN + 1},
	    .pane = pane,
	};

	return wrapped_row_lines(_(command_at(command)->help), text_area(&place).columns);
}

static void draw_line(struct screen *screen, const struct row_place *place, uint32_t command,
		      int line)
{
	wrapped_row_draw(screen, text_area(place), _(command_at(command)->help), line);
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
	draw_line(screen, place, wrapped_row_first(item), wrapped_row_line(item));
}
