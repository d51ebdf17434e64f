#include "config.h"

#include "tui/value_row.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "present/traits.h"
#include "tui/app_private.h"
#include "tui/match.h"

enum {
	TICK_COLUMNS = 4, /* "[x] " */
	ROW_COLUMNS = 64, /* a count that is farther from its name is hard to follow */
	MARK_COLUMN = 1
};

static int end_of(const struct row_place *place)
{
	int columns = place->area.columns < ROW_COLUMNS ? place->area.columns : ROW_COLUMNS;

	return place->area.column + columns - 1;
}

/* Draws a text at the right; returns the column where what stands before it must end. */
static int draw_right(struct screen *screen, const struct row_place *place,
		      const struct buffer *text)
{
	int column = end_of(place) - utf8_columns(buffer_text(text), text->length);

	screen_put(screen, place->area.row, column, ROLE_TEXT, buffer_text(text));
	return column - 1;
}

static int draw_left_sessions(const struct app *app, struct screen *screen,
			      const struct row_place *place, enum trait trait, uint32_t value)
{
	size_t count = filter_tallied(&app->filter, trait, value);
	struct buffer text = {0};
	int end;

	if (count)
		buffer_printf(&text, "%zu", count);
	else
		/* Translators: of sessions, in place of 0. */
		buffer_puts(&text, C_("sessions", "none"));
	end = draw_right(screen, place, &text);
	buffer_free(&text);
	return end;
}

void value_row_draw(const struct app *app, struct screen *screen, const struct row_place *place,
		    uint32_t number)
{
	uint32_t value;
	enum trait trait = picker_value(app, number, &value);
	bool ticked = filter_wants(&app->filter, trait, value);
	int column = row_text_column(place), end;
	struct rectangle area = place->area;
	struct buffer name = {0};

	traits_say_value(&name, app->agenda, trait, value);
	end = draw_left_sessions(app, screen, place, trait, value);
	screen_put(screen, area.row, column, ticked ? ROLE_STRONG : ROLE_TEXT,
		   ticked ? "[x]" : "[ ]");
	column += TICK_COLUMNS;
	screen_field(screen, area.row, column, end - column, ticked ? ROLE_STRONG : ROLE_TEXT,
		     buffer_text(&name));
	buffer_free(&name);
}

void value_row_draw_trait(const struct app *app, struct screen *screen,
			  const struct row_place *place, uint32_t group)
{
	bool is_heading = place->pane == &app->panes[PANE_VALUES];
	int column = place->area.column + MARK_COLUMN, end = end_of(place);
	size_t ticked = picker_ticked(app, group);
	struct buffer text = {0};

	if (!is_heading) {
		column = row_text_column(place);
		/* Translators: how many values of a kind are ticked. */
		if (ticked)
			buffer_printf(&text, ngettext("%zu ticked", "%zu ticked", ticked), ticked);
		end = draw_right(screen, place, &text);
	}
	screen_field(screen, place->area.row, column, end - column,
		     is_heading ? ROLE_HEADING : ROLE_TEXT, picker_heading(group));
	buffer_free(&text);
}
