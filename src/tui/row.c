#include "config.h"

#include "tui/row.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "model/now.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/carry_row.h"
#include "tui/command.h"
#include "tui/command_row.h"
#include "tui/match.h"
#include "tui/news.h"
#include "tui/plan_row.h"
#include "tui/session_row.h"
#include "tui/value_row.h"

#include <string.h>

enum { MARK_COLUMN = 1, TEXT_COLUMN = 3 };

typedef void row_drawer(const struct app *app, struct screen *screen, const struct row_place *place,
			uint32_t item);

int row_text_column(const struct row_place *place)
{
	return place->area.column + TEXT_COLUMN;
}

/* The column behind the last one that a row may use. */
static int end_of(const struct row_place *place)
{
	return place->area.column + place->area.columns - 1;
}

/* Draws a number at the right; returns the column where the text must end. */
static int draw_count(struct screen *screen, const struct row_place *place, size_t count)
{
	struct buffer text = {0};
	int column;

	buffer_printf(&text, "%zu", count);
	column = end_of(place) - (int)text.length;
	screen_put(screen, place->area.row, column, ROLE_TEXT, buffer_text(&text));
	buffer_free(&text);
	return column - 1;
}

/* Days */

/* What is said of a day beside its date: what the source calls it, and that it is today; where
 * there is no room for both, only that. */
static void day_label(const struct app *app, const struct day *day, int columns, struct buffer *out)
{
	buffer_puts(out, day->label);
	if (day->date != app->today)
		return;
	if (out->length)
		buffer_puts(out, " · ");
	buffer_puts(out, _("today"));
	if (utf8_columns(buffer_text(out), out->length) <= columns)
		return;
	buffer_clear(out);
	buffer_puts(out, _("today"));
}

/* The shortest way to write a day that tells it from the others: with its month only where the
 * agenda runs into another one. */
static void day_name(const struct agenda *agenda, civil_day date, struct buffer *out)
{
	civil_day first = agenda->days[0].date;
	civil_day last = agenda->days[agenda->day_count - 1].date;

	if (date == CIVIL_NONE)
		buffer_puts(out, _("No date"));
	else if (last != CIVIL_NONE && last - first < 28)
		when_day_shorter(out, date);
	else
		when_day_short(out, date);
}

static void draw_day(const struct app *app, struct screen *screen, const struct row_place *place,
		     uint32_t item)
{
	const struct day *day = &app->agenda->days[item];
	int column = row_text_column(place), after, end;
	struct buffer name = {0}, label = {0};

	day_name(app->agenda, day->date, &name);
	after = screen_put(screen, place->area.row, column, ROLE_TEXT, buffer_text(&name)) + 2;
	end = draw_count(screen, place, filter_count(&app->filter, item));
	day_label(app, day, end - after, &label);
	if (utf8_columns(buffer_text(&label), label.length) > end - after)
		after--;
	screen_field(screen, place->area.row, after, end - after, ROLE_TEXT, buffer_text(&label));
	buffer_free(&name);
	buffer_free(&label);
}

/* The rest */

static void draw_theme(const struct app *app, struct screen *screen, const struct row_place *place,
		       uint32_t item)
{
	int column = row_text_column(place), end = end_of(place);
	size_t count;

	if (place->pane == &app->panes[PANE_DAYS] && filter_is_set(&app->filter))
		count = filter_tallied(&app->filter, TRAIT_THEME, item);
	else
		theme_index_of(&app->theme_index, item, &count);
	if (count)
		end = draw_count(screen, place, count);
	screen_field(screen, place->area.row, column, end - column, ROLE_TEXT,
		     app->agenda->themes[item].name);
}

int row_theme_columns(const struct app *app)
{
	int longest = 0;

	for (size_t theme = 0; theme < app->agenda->theme_count; theme++) {
		const char *name = app->agenda->themes[theme].name;
		struct buffer number = {0};
		size_t count;
		int columns;

		theme_index_of(&app->theme_index, theme, &count);
		if (count)
			buffer_printf(&number, " %zu", count);
		columns = utf8_columns(name, strlen(name)) + (int)number.length;
		longest = columns > longest ? columns : longest;
		buffer_free(&number);
	}
	return TEXT_COLUMN + longest + PANE_MARGIN;
}

/* What stands over rows */

static void say_heading(const struct app *app, uint32_t item, struct buffer *out)
{
	static const char *const headings[HEADING_COUNT] = {
	    [HEADING_DAYS] = N_("Days"),
	    [HEADING_THEMES] = N_("Themes"),
	    [HEADING_UNTIMED] = N_("No set time"),
	    [HEADING_ON] = N_("On now"),
	    [HEADING_NEXT] = N_("Coming next"),
	    [HEADING_ALONE] = N_("No other session"),
	    /* Translators: sessions that run in a time that is free. */
	    [HEADING_FITS] = N_("All of it fits"),
	    [HEADING_CHANGES] = N_("What changed"),
	    [HEADING_IN_PART] = N_("In part, or without an announced end"),
	    /* Translators: what to carry away, in which format, where to. */
	    [HEADING_WHAT] = N_("What"),
	    [HEADING_FORMAT] = N_("Format"),
	    [HEADING_WHERE] = N_("Where"),
	};

	(void)app;
	buffer_puts(out, _(headings[item]));
}

static void say_date(const struct app *app, uint32_t item, struct buffer *out)
{
	civil_day day = (civil_day)item;

	if (day == CIVIL_NONE)
		buffer_puts(out, _("No date"));
	when_day_medium(out, day);
	if (day == app->today)
		/* Translators: written behind a date, with room for the whole word. */
		buffer_printf(out, " · %s", C_("heading", "today"));
	else if (app_day_is_over(app, day))
		buffer_printf(out, " · %s", _("over"));
}

static void say_room(const struct app *app, uint32_t item, struct buffer *out)
{
	buffer_puts(out, item == NOW_ROOMLESS ? _("No room named") : app->agenda->rooms[item]);
}

static void say_group(const struct app *app, uint32_t item, struct buffer *out)
{
	(void)app;
	buffer_puts(out, command_group_name((enum command_group)item));
}

static void say_owner(const struct app *app, uint32_t item, struct buffer *out)
{
	buffer_puts(out, trait_name(app->agenda, related_step(app)->trait, item));
}

/* By kind; NULL for what stands over nothing. */
static void (*const headings[ROW_KIND_COUNT])(const struct app *app, uint32_t item,
					      struct buffer *out) = {
    [ROW_HEADING] = say_heading, [ROW_DATE] = say_date,	  [ROW_ROOM] = say_room,
    [ROW_GROUP] = say_group,	 [ROW_OWNER] = say_owner,
};

bool row_say_heading(const struct app *app, const struct list_row *row, struct buffer *out)
{
	if (headings[row->kind])
		headings[row->kind](app, row->item, out);
	return headings[row->kind] != NULL;
}

static void draw_heading(const struct app *app, struct screen *screen,
			 const struct row_place *place, const struct list_row *row)
{
	int column = place->area.column + MARK_COLUMN;
	struct buffer text = {0};

	row_say_heading(app, row, &text);
	screen_field(screen, place->area.row, column, end_of(place) - column,
		     row->kind == ROW_OWNER ? ROLE_TITLE : ROLE_HEADING, buffer_text(&text));
	buffer_free(&text);
}

static void draw_alone(const struct app *app, struct screen *screen, const struct row_place *place,
		       uint32_t item)
{
	int column = row_text_column(place);

	screen_field(screen, place->area.row, column, end_of(place) - column, ROLE_TEXT,
		     trait_name(app->agenda, related_step(app)->trait, item));
}

static void draw_lead(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t item)
{
	(void)app;
	text_draw_line(&place->pane->text, screen, place->area.row,
		       place->area.column + MARK_COLUMN, item);
}

static void draw_gap(const struct app *app, struct screen *screen, const struct row_place *place,
		     uint32_t item)
{
	(void)app, (void)screen, (void)place, (void)item;
}

/* By kind, for all that are no headings. */
static row_drawer *const drawers[ROW_KIND_COUNT] = {
    [ROW_DAY] = draw_day,
    [ROW_THEME] = draw_theme,
    [ROW_SESSION] = session_row_draw,
    [ROW_GONE] = session_row_draw_gone,
    [ROW_VALUE] = value_row_draw,
    [ROW_TRAIT] = value_row_draw_trait,
    [ROW_ALONE] = draw_alone,
    [ROW_COMMAND] = command_row_draw,
    [ROW_FURTHER] = command_row_draw_line,
    [ROW_LEAD] = draw_lead,
    [ROW_SPARE] = plan_row_draw_spare,
    [ROW_RUSH] = plan_row_draw_rush,
    [ROW_OVERLAP] = plan_row_draw_overlap,
    [ROW_NOTE] = plan_row_draw_note,
    [ROW_WHAT] = carry_row_draw_what,
    [ROW_FORMAT] = carry_row_draw_format,
    [ROW_TARGET] = carry_row_draw_target,
    [ROW_FORMAT_FURTHER] = carry_row_draw_format_line,
    [ROW_TARGET_FURTHER] = carry_row_draw_target_line,
    [ROW_CHANGE] = news_draw_change,
    [ROW_ASPECT] = news_draw_aspect,
    [ROW_GAP] = draw_gap,
};

_Static_assert(ROW_KIND_COUNT == 27, "a new kind of row needs a line in headings or in drawers");

/* Whether a kind of values is the one that the cursor stands in. */
static bool is_shown_trait(const struct app *app, enum trait group)
{
	const struct list_row *row = list_selected(&app->panes[PANE_VALUES].list);

	return row && picker_group(picker_trait(app, row->item)) == group;
}

bool row_is_chosen(const struct app *app, const struct row_place *place, const struct list_row *row)
{
	if (row->kind == ROW_TRAIT)
		return is_shown_trait(app, (enum trait)row->item);
	if (place->pane != &app->panes[PANE_DAYS])
		return place->selected;
	if (row->kind == ROW_DAY)
		return row->item == app->day;
	return filter_wants(&app->filter, TRAIT_THEME, row->item);
}

static void paint_choice(const struct app *app, struct screen *screen,
			 const struct row_place *place, const struct list_row *row)
{
	int column = place->area.column + MARK_COLUMN;

	if (place->selected && place->in_focus) {
		screen_put(screen, place->area.row, column, ROLE_CURSOR, "▌");
		if (row->kind == ROW_THEME && place->pane == &app->panes[PANE_DAYS] &&
		    row_is_chosen(app, place, row))
			screen_put(screen, place->area.row, column + 1, ROLE_CURSOR, "▸");
		screen_paint(screen, place->area, ROLE_CURSOR);
	} else if (row_is_chosen(app, place, row)) {
		screen_put(screen, place->area.row, column, ROLE_SELECTED, "▸");
		screen_paint(screen, place->area, ROLE_SELECTED);
	}
}

void row_draw(const struct app *app, struct screen *screen, const struct row_place *place,
	      const struct list_row *row)
{
	bool searched = place->pane == &app->panes[PANE_SESSIONS] && search_stands(app);

	if (headings[row->kind])
		draw_heading(app, screen, place, row);
	else
		drawers[row->kind](app, screen, place, row->item);
	if (!row->still)
		paint_choice(app, screen, place, row);
	if (row->kind == ROW_SESSION && searched)
		session_row_mark(app, screen, place, row->item, search_words(app));
	else if (row->kind == ROW_NOTE && searched)
		match_mark(screen, place->area, search_words(app));
}
