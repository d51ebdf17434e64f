#include "config.h"

#include "tui/carry_row.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/app_private.h"
#include "tui/session_rows.h"

enum {
	NAME_COLUMNS = 8,
	GAP = 2,
	WHAT_COLUMNS = 80 /* a count that is farther from what it counts is hard to follow */
};

/* The mark of one of several, and the column behind it. */
static int draw_mark(struct screen *screen, const struct row_place *place, bool chosen)
{
	return screen_put(screen, place->area.row, row_text_column(place), ROLE_TEXT,
			  chosen ? "(x) " : "( ) ");
}

static int end_of(const struct row_place *place)
{
	return place->area.column + place->area.columns - 1;
}

void carry_row_draw_what(const struct app *app, struct screen *screen,
			 const struct row_place *place, uint32_t what)
{
	int column = draw_mark(screen, place, app->carry.what == what), end = end_of(place);
	int most = place->area.column + WHAT_COLUMNS - 1, columns;
	struct buffer words = {0}, count = {0};

	end = end < most ? end : most;
	carry_say(app, (enum carry_what)what, &words);
	session_rows_count(&count, carry_count(app, (enum carry_what)what));
	columns = utf8_columns(buffer_text(&count), count.length);
	if (end - column >= 2 * columns) {
		end -= columns;
		screen_put(screen, place->area.row, end, ROLE_TEXT, buffer_text(&count));
		end -= GAP;
	}
	screen_field(screen, place->area.row, column, end - column, ROLE_TEXT, buffer_text(&words));
	buffer_free(&words);
	buffer_free(&count);
}

void carry_row_draw_format(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t number)
{
	const struct app_format *format = &app->carry.formats[number];
	int column = draw_mark(screen, place, app->carry.format == number);

	screen_field(screen, place->area.row, column, NAME_COLUMNS, ROLE_TEXT, format->name);
	column += NAME_COLUMNS + GAP;
	screen_field(screen, place->area.row, column, end_of(place) - column, ROLE_TEXT,
		     _(format->summary));
}

void carry_row_draw_target(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t target)
{
	int column = row_text_column(place);
	struct buffer words = {0};

	carry_say_target(app, (enum carry_target)target, &words);
	screen_field(screen, place->area.row, column, end_of(place) - column, ROLE_TEXT,
		     buffer_text(&words));
	buffer_free(&words);
}
