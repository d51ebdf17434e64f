#include "config.h"

#include "tui/carry_row.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/app_private.h"
#include "tui/session_rows.h"
#include "tui/wrapped_row.h"

enum {
	MARK_COLUMNS = 4,
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
	carry_say_count(app, (enum carry_what)what, &count);
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

/* Where what a format is for stands, behind its mark and its name. */
static struct rectangle summary_area(const struct row_place *place)
{
	struct rectangle area = place->area;

	area.column = row_text_column(place) + MARK_COLUMNS + NAME_COLUMNS + GAP;
	area.columns = end_of(place) - area.column;
	return area;
}

static const char *summary_of(const struct app *app, uint32_t format)
{
	return _(app->carry.formats[format].summary);
}

static struct row_place place_in(const struct pane *pane)
{
	return (struct row_place){.area = {0, 0, 1, pane->columns + 2 * PANE_MARGIN + 1},
				  .pane = pane};
}

int carry_row_format_lines(const struct app *app, const struct pane *pane, uint32_t format)
{
	const struct row_place place = place_in(pane);

	return wrapped_row_lines(summary_of(app, format), summary_area(&place).columns);
}

void carry_row_draw_format(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t number)
{
	int column = draw_mark(screen, place, app->carry.format == number);

	screen_field(screen, place->area.row, column, NAME_COLUMNS, ROLE_TEXT,
		     app->carry.formats[number].name);
	wrapped_row_draw(screen, summary_area(place), summary_of(app, number), 0);
}

void carry_row_draw_format_line(const struct app *app, struct screen *screen,
				const struct row_place *place, uint32_t item)
{
	wrapped_row_draw(screen, summary_area(place), summary_of(app, wrapped_row_first(item)),
			 wrapped_row_line(item));
}

static struct rectangle target_area(const struct row_place *place)
{
	struct rectangle area = place->area;

	area.column = row_text_column(place);
	area.columns = end_of(place) - area.column;
	return area;
}

int carry_row_target_lines(const struct app *app, const struct pane *pane, uint32_t target)
{
	const struct row_place place = place_in(pane);
	struct buffer words = {0};
	int lines;

	carry_say_target(app, (enum carry_target)target, &words);
	lines = wrapped_row_lines(buffer_text(&words), target_area(&place).columns);
	buffer_free(&words);
	return lines;
}

static void draw_target(const struct app *app, struct screen *screen, const struct row_place *place,
			uint32_t target, int line)
{
	struct buffer words = {0};

	carry_say_target(app, (enum carry_target)target, &words);
	wrapped_row_draw(screen, target_area(place), buffer_text(&words), line);
	buffer_free(&words);
}

void carry_row_draw_target(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t target)
{
	draw_target(app, screen, place, target, 0);
}

void carry_row_draw_target_line(const struct app *app, struct screen *screen,
				const struct row_place *place, uint32_t item)
{
	draw_target(app, screen, place, wrapped_row_first(item), wrapped_row_line(item));
}
