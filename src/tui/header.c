#include "config.h"

#include "tui/header.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/chips.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/sentence.h"
#include "tui/session_rows.h"

#include <string.h>

enum {
	MARGIN = 1,
	GAP = 3,	      /* columns between two texts on a line */
	COMPACT_ROWS = 14,    /* lower windows have one line for all of it */
	THREE_LINES_ROWS = 20 /* windows as high as this may have a line for where and when */
};

/* A view's tab: its text in brackets, which are spaces where it is not open. */
struct tab {
	enum view_id view;
	int column, columns;
	struct buffer text;
};

struct tabs {
	struct tab items[VIEW_COUNT];
	int count;
	int end; /* the column behind the last */
};

static int columns_of(const struct buffer *text)
{
	return utf8_columns(buffer_text(text), text->length);
}

static bool is_compact(const struct app *app)
{
	return app->rows < COMPACT_ROWS;
}

/* Texts */

static void say_where_and_when(const struct app *app, struct buffer *out)
{
	const struct event *event = &app->agenda->event;
	civil_day last = event->end == CIVIL_NONE ? CIVIL_NONE : civil_day_of_moment(event->end);

	if (event->start != CIVIL_NONE)
		when_days(out, civil_day_of_moment(event->start), last);
	else
		when_programme(out, app->agenda);
	if (out->length && event->place)
		buffer_puts(out, " · ");
	buffer_puts(out, event->place);
}

static void say_title(const struct app *app, struct buffer *out)
{
	const char *title = app->agenda->event.title;

	buffer_puts(out, title ? title : _("Agenda without a title"));
}

static void say_moment(const struct app *app, struct buffer *out)
{
	when_day_short(out, civil_day_of_moment(app->now));
	buffer_puts(out, " · ");
	when_column(out, app->now);
}

static void say_bookmarks(const struct app *app, struct buffer *out)
{
	if (keeper_count(&app->keeper))
		buffer_printf(out, "★%zu", keeper_count(&app->keeper));
}

/* Whether title, where and when, and the clock stand on one line. */
static bool fits_one_line(const struct app *app)
{
	struct buffer text = {0};
	int columns;

	say_title(app, &text);
	say_where_and_when(app, &text);
	say_moment(app, &text);
	columns = columns_of(&text) + 2 * GAP + 2 * MARGIN;
	buffer_free(&text);
	return columns <= app->columns;
}

static bool has_own_line(const struct app *app)
{
	return !fits_one_line(app) && app->rows >= THREE_LINES_ROWS;
}

/* Without a row of chips. */
static int rows_of_its_own(const struct app *app)
{
	if (view_at(app->view)->bare)
		return 0;
	return is_compact(app) || app->linear ? 1 : has_own_line(app) ? 3 : 2;
}

/* Tabs */

/* The key that opens a view, KEY_NONE where it has none. */
static uint32_t key_of(const struct app *app, enum view_id view)
{
	for (size_t i = 0; i < command_count(); i++)
		if (command_view(i) == (int)view)
			return keymap_key(&app->keymap, i);
	return KEY_NONE;
}

/* How much tabs say: less and less, until they fit. */
enum naming { NAMED, BRIEF, OPEN_NAMED };

static void say_tab(const struct app *app, enum view_id view, enum naming naming,
		    struct buffer *out)
{
	const struct view *shown = view_at(view);
	uint32_t key = key_of(app, view);

	if (key != KEY_NONE)
		key_label(out, key);
	if (naming != OPEN_NAMED || view == app->view || key == KEY_NONE)
		buffer_printf(out, "%s%s", out->length ? " " : "",
			      _(naming == BRIEF && shown->brief ? shown->brief : shown->name));
	if (view == VIEW_AGENDA && keeper_count(&app->keeper)) {
		buffer_putc(out, ' ');
		say_bookmarks(app, out);
	}
}

static void free_tabs(struct tabs *tabs)
{
	for (int i = 0; i < tabs->count; i++)
		buffer_free(&tabs->items[i].text);
}

static struct tabs lay_tabs(const struct app *app, enum naming naming)
{
	struct tabs tabs = {.end = 0};

	for (enum view_id view = 0; view < VIEW_COUNT; view++) {
		struct tab *tab = &tabs.items[tabs.count];

		if (!view_at(view)->tab)
			continue;
		*tab = (struct tab){.view = view, .column = tabs.end};
		say_tab(app, view, naming, &tab->text);
		tab->columns = columns_of(&tab->text) + 2;
		tabs.end += tab->columns;
		tabs.count++;
	}
	return tabs;
}

static struct tabs tabs_of(const struct app *app)
{
	struct tabs tabs = lay_tabs(app, NAMED);

	for (enum naming naming = BRIEF; tabs.end > app->columns && naming <= OPEN_NAMED;
	     naming++) {
		free_tabs(&tabs);
		tabs = lay_tabs(app, naming);
	}
	return tabs;
}

static void draw_tabs(const struct app *app, struct screen *screen, int row)
{
	struct tabs tabs = tabs_of(app);

	for (int i = 0; i < tabs.count; i++) {
		const struct tab *tab = &tabs.items[i];
		bool open = tab->view == app->view;
		enum role role = open ? ROLE_TAB_OPEN : ROLE_TAB;
		int column = screen_put(screen, row, tab->column, role, open ? "[" : " ");

		column = screen_put(screen, row, column, role, buffer_text(&tab->text));
		screen_put(screen, row, column, role, open ? "]" : " ");
	}
	free_tabs(&tabs);
}

/* Lines */

/* A text at the left, cut where the one at the right begins. */
static void draw_line(const struct app *app, struct screen *screen, int row, enum role role,
		      const struct buffer *left, const struct buffer *right)
{
	int taken = columns_of(right), columns = app->columns - 2 * MARGIN;

	screen_field(screen, row, MARGIN, columns - taken - (taken ? 2 : 0), role,
		     buffer_text(left));
	screen_field_right(screen, row, MARGIN + columns - taken, taken, ROLE_TEXT,
			   buffer_text(right));
}

/* How far away it is, as long as there are columns for it. */
static const char *stage_within(const struct app *app, int columns)
{
	if (columns_of(&app->stage) <= columns)
		return buffer_text(&app->stage);
	return columns_of(&app->stage_short) <= columns ? buffer_text(&app->stage_short) : "";
}

static void draw_title_line(const struct app *app, struct screen *screen)
{
	struct buffer title = {0}, moment = {0}, where = {0};

	say_title(app, &title);
	say_moment(app, &moment);
	draw_line(app, screen, 0, ROLE_TITLE, &title, &moment);
	if (fits_one_line(app)) {
		int column = MARGIN + columns_of(&title) + GAP, columns;

		say_where_and_when(app, &where);
		column = screen_put(screen, 0, column, ROLE_TEXT, buffer_text(&where)) + GAP;
		columns = app->columns - MARGIN - columns_of(&moment) - GAP - column;
		screen_put(screen, 0, column, ROLE_TEXT, stage_within(app, columns));
	}
	buffer_free(&title);
	buffer_free(&moment);
	buffer_free(&where);
}

/* Where and when, and how far away it is where there is room to say it. */
static void draw_where_line(const struct app *app, struct screen *screen, int row)
{
	struct buffer where = {0}, stage = {0};

	say_where_and_when(app, &where);
	buffer_puts(&stage,
		    stage_within(app, app->columns - columns_of(&where) - GAP - 2 * MARGIN));
	draw_line(app, screen, row, ROLE_TEXT, &where, &stage);
	buffer_free(&where);
	buffer_free(&stage);
}

/* How much was found counts for more than the word for it. */
static void say_search(const struct app *app, struct buffer *out)
{
	const struct day *day = app_shown_day(app);
	struct buffer count = {0};

	session_rows_found(app, &count, app->filter.rows.count);
	if (filter_is_through(&app->filter))
		/* Translators: what a search found, and its words: "3 sessions: lamps". */
		buffer_printf(out, _("%1$s: %2$s"), buffer_text(&count),
			      buffer_text(&app->search.text));
	else
		buffer_printf(out, "%s %s", buffer_text(&count), buffer_text(&app->search.text));
	if (app->filter.rows.count && day && day->date != CIVIL_NONE) {
		buffer_puts(out, " · ");
		when_day_short(out, day->date);
	}
	buffer_free(&count);
}

/* What the title of the pane in focus says, or of the main one, for windows without room for tabs
 * and titles. */
static void say_place(const struct app *app, struct buffer *out)
{
	enum pane_id pane = app_pane(app);
	struct buffer unused = {0};

	if (!pane_kind(pane)->title)
		pane = app_pane_of(app, SLOT_MAIN);
	if (search_stands(app) && view_at(app->view)->by_day)
		say_search(app, out);
	else if (pane_kind(pane)->title)
		pane_kind(pane)->title(app, out, &unused);
	if (!out->length)
		buffer_puts(out, _(view_at(app->view)->name));
	buffer_free(&unused);
}

static bool tabs_fit_compact(const struct app *app)
{
	struct tabs tabs = lay_tabs(app, NAMED);
	bool fit = tabs.end + GAP + 5 + MARGIN <= app->columns; /* beside the clock */

	free_tabs(&tabs);
	return fit;
}

bool header_names_place(const struct app *app)
{
	return app->linear || (is_compact(app) && !tabs_fit_compact(app));
}

static void draw_compact(const struct app *app, struct screen *screen)
{
	struct buffer place = {0}, right = {0};

	if (!header_names_place(app)) {
		when_column(&right, app->now);
		draw_line(app, screen, 0, ROLE_TITLE, &place, &right);
		draw_tabs(app, screen, 0);
	} else {
		say_place(app, &place);
		say_bookmarks(app, &right);
		if (right.length)
			buffer_puts(&right, "  ");
		when_column(&right, app->now);
		draw_line(app, screen, 0, ROLE_TITLE, &place, &right);
	}
	buffer_free(&place);
	buffer_free(&right);
}

/* What is shown, in one sentence, with the time at its end. */
static void draw_sentence(const struct app *app, struct screen *screen)
{
	struct buffer sentence = {0}, time = {0};

	announcer_say_place(app, &sentence);
	when_clock(&time, app->now);
	sentence_add(&sentence, buffer_text(&time));
	screen_field(screen, 0, 0, app->columns, ROLE_TITLE, buffer_text(&sentence));
	buffer_free(&sentence);
	buffer_free(&time);
}

/* Chips */

/* Where they stand: at the right of the tabs where these leave room for all of them, else below. */
static struct rectangle chips_area(const struct app *app)
{
	struct tabs tabs = tabs_of(app);
	int row = rows_of_its_own(app), columns = chips_columns(app), end = app->columns - MARGIN;
	struct rectangle area = {row, MARGIN, 1, end - MARGIN};

	if (!is_compact(app) && !app->linear && tabs.end + GAP + columns <= end)
		area = (struct rectangle){row - 1, end - columns, 1, columns};
	free_tabs(&tabs);
	return area;
}

int header_rows(const struct app *app)
{
	int rows = rows_of_its_own(app);

	return chips_shown(app) && chips_area(app).row == rows ? rows + 1 : rows;
}

int header_chip_at(const struct app *app, int row, int column)
{
	struct rectangle area;

	if (!chips_shown(app))
		return -1;
	area = chips_area(app);
	return row == area.row ? chips_trait_at(app, area, column) : -1;
}

/* All of it */

static void draw_full(const struct app *app, struct screen *screen)
{
	int row = 0;

	draw_title_line(app, screen);
	if (has_own_line(app))
		draw_where_line(app, screen, ++row);
	draw_tabs(app, screen, ++row);
}

void header_draw(const struct app *app, struct screen *screen)
{
	if (view_at(app->view)->bare)
		return;
	if (app->linear)
		draw_sentence(app, screen);
	else if (is_compact(app))
		draw_compact(app, screen);
	else
		draw_full(app, screen);
	if (chips_shown(app))
		chips_draw(app, screen, chips_area(app));
}

enum view_id header_view_at(const struct app *app, int row, int column)
{
	struct tabs tabs;
	enum view_id view = VIEW_COUNT;

	if (row < 0 || row != rows_of_its_own(app) - 1 || header_names_place(app))
		return VIEW_COUNT;
	tabs = tabs_of(app);
	for (int i = 0; i < tabs.count; i++)
		if (column >= tabs.items[i].column &&
		    column < tabs.items[i].column + tabs.items[i].columns)
			view = tabs.items[i].view;
	free_tabs(&tabs);
	return view;
}
