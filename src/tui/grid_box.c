#include "config.h"

#include "tui/grid_box.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "document/fill.h"
#include "present/title.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/match.h"

#include <string.h>

enum {
	MARK_COLUMN = 1, /* behind the bar */
	TEXT_COLUMN = 2,
	GAP = 1 /* columns between a box's text and its neighbour */
};

static int columns_of(const char *text)
{
	return utf8_columns(text, strlen(text));
}

/* The text of a box */

/* The columns and rows that text has: of the rows all but the one that marks now. */
struct page {
	int column, columns;
	int row, rows;
	int now;
};

static struct page page_of(const struct grid_box_place *place)
{
	return (struct page){
	    .column = place->area.column + TEXT_COLUMN,
	    .columns = place->area.columns - TEXT_COLUMN - GAP,
	    .row = place->area.row,
	    .rows = place->area.rows - (place->now >= 0),
	    .now = place->now,
	};
}

/* The row of the screen of a line. */
static int row_of(const struct page *page, int line)
{
	int row = page->row + line;

	return page->now >= 0 && row >= page->now ? row + 1 : row;
}

static enum role role_of_title(enum query_phase phase)
{
	return phase == PHASE_NOW ? ROLE_STRONG : phase == PHASE_PAST ? ROLE_PAST : ROLE_TEXT;
}

static void draw_line(struct screen *screen, const struct page *page, int number,
		      const struct fill *fill, enum role role)
{
	const struct fill_line *line = &fill->lines.items[number];
	int column = page->column;

	for (size_t i = line->first; i < line->first + line->count; i++) {
		const struct wrap_run *run = &fill->runs.items[i];

		screen_put_n(screen, row_of(page, number), column,
			     run->style & SPAN_STRONG ? ROLE_WARNING : role, run->text,
			     run->length);
		column += run->columns;
	}
}

/* Says that the lines after this one are left out. */
static void draw_ellipsis(struct screen *screen, const struct page *page, int number,
			  const struct fill *fill, enum role role)
{
	int columns = fill->lines.items[number].columns;

	if (columns == page->columns)
		columns--;
	screen_put_ellipsis(screen, row_of(page, number), page->column, page->column + columns,
			    role);
}

/* The title, behind a word of warning where there is one. Returns how many lines it takes. */
static int draw_title(const struct app *app, struct screen *screen, const struct page *page,
		      uint32_t number)
{
	const struct session *session = &app->agenda->sessions[number];
	enum role role = role_of_title(query_phase(app->agenda, number, app->now));
	struct span spans[] = {
	    {.text = session->cancelled ? _("! cancelled") : "",
	     .style = SPAN_STRONG,
	     .link = DOCUMENT_NO_LINK},
	    {.text = session->cancelled ? " " : "", .link = DOCUMENT_NO_LINK},
	    {.text = title_or_none(session->title), .link = DOCUMENT_NO_LINK},
	};
	struct fill fill = {0};
	int lines, shown;

	fill_spans(&fill, spans, sizeof spans / sizeof *spans, page->columns, 0);
	lines = (int)fill.lines.count;
	shown = lines < page->rows ? lines : page->rows;
	for (int line = 0; line < shown; line++)
		draw_line(screen, page, line, &fill, role);
	if (shown && shown < lines)
		draw_ellipsis(screen, page, shown - 1, &fill, role);
	fill_free(&fill);
	return shown;
}

/* Below the title */

enum role grid_box_state(const struct app *app, uint32_t number, struct buffer *out)
{
	enum query_phase phase = query_phase(app->agenda, number, app->now);

	if (app->agenda->sessions[number].cancelled) {
		buffer_puts(out, _("! cancelled"));
		return ROLE_WARNING;
	}
	if (keeper_overlaps(&app->keeper, number)) {
		buffer_puts(out, _("! overlaps"));
		return ROLE_WARNING;
	}
	if (phase != PHASE_NOW && phase != PHASE_NEXT)
		return ROLE_TEXT;
	when_relation(out, app->agenda, number, app->now);
	return phase == PHASE_NOW ? ROLE_NOW : ROLE_NEXT;
}

/* "09:30 – 10:30", "→ 10:30" where that is too wide, "09:30 – ?" without a known end, "→ Fri 20" of
 * what takes days. */
static void say_times(const struct session *session, int columns, struct buffer *out)
{
	when_nth_day(out, session);
	if (session->start == CIVIL_NONE)
		return;
	if (when_takes_days(session)) {
		buffer_puts(out, "→ ");
		when_end_brief(out, session);
		return;
	}
	when_column(out, session->start);
	buffer_puts(out, " – ");
	when_column(out, session->end);
	if (session->end == CIVIL_NONE)
		buffer_puts(out, "?");
	if (columns_of(buffer_text(out)) <= columns)
		return;
	buffer_clear(out);
	buffer_puts(out, "→ ");
	when_column(out, session->end);
}

/* Draws a line of the foot, if there is one; returns the line above it. */
static int draw_foot_line(struct screen *screen, const struct page *page, int line, enum role role,
			  const struct buffer *text)
{
	int columns = columns_of(buffer_text(text));

	if (!text->length)
		return line;
	screen_field(screen, row_of(page, line), page->column,
		     columns < page->columns ? columns : page->columns, role, buffer_text(text));
	return line - 1;
}

/* Below the title: that there is a note, how the session stands, and its times. Where there are not
 * rows for all, how it stands counts most. */
static void draw_foot(const struct app *app, struct screen *screen, const struct page *page,
		      uint32_t number, int lines)
{
	const struct session *session = &app->agenda->sessions[number];
	struct buffer note = {0}, state = {0}, times = {0};
	enum role role = grid_box_state(app, number, &state);
	int spare = page->rows - lines, line = page->rows - 1;

	/* These are said at the title and in the row of now. */
	if (session->cancelled || role == ROLE_NOW || spare < 1)
		buffer_clear(&state);
	if (spare > (state.length > 0))
		say_times(session, page->columns, &times);
	if (keeper_has_note(&app->keeper, number) &&
	    spare > (state.length > 0) + (times.length > 0))
		buffer_puts(&note, _("✎ note"));
	line = draw_foot_line(screen, page, line, ROLE_TEXT, &times);
	line = draw_foot_line(screen, page, line, role, &state);
	draw_foot_line(screen, page, line, ROLE_BOOKMARK, &note);
	buffer_free(&note);
	buffer_free(&state);
	buffer_free(&times);
}

/* The row of now */

static void draw_now(const struct app *app, struct screen *screen,
		     const struct grid_box_place *place, uint32_t number)
{
	struct buffer relation = {0};
	int column = place->area.column, end = column + place->area.columns;

	when_relation(&relation, app->agenda, number, app->now);
	screen_put(screen, place->now, column, ROLE_RULE, "├");
	column = screen_put(screen, place->now, column + 1, ROLE_RULE, "─");
	if (column + columns_of(buffer_text(&relation)) < end)
		column = screen_put(screen, place->now, column, ROLE_NOW, buffer_text(&relation));
	screen_rule(screen, place->now, column, end - column, "─");
	buffer_free(&relation);
}

/* The bar */

static const char *bar_of(const struct grid_box_place *place, bool open, int row)
{
	int first = place->area.row, last = first + place->area.rows - 1;
	bool begins = row == first && !place->rows_above, ends = row == last && !place->rows_below;

	if (begins && ends)
		return "─";
	if (begins)
		return "┌";
	if (open)
		return "┆";
	return ends && !place->cut ? "└" : "│";
}

static void draw_bar(struct screen *screen, const struct grid_box_place *place, bool open)
{
	int last = place->area.row + place->area.rows - 1;

	for (int row = place->area.row; row <= last; row++)
		screen_put(screen, row, place->area.column, ROLE_RULE, bar_of(place, open, row));
}

static void paint_choice(struct screen *screen, const struct grid_box_place *place)
{
	struct rectangle area = place->area;
	enum role role = place->in_focus ? ROLE_CURSOR : ROLE_SELECTED;

	area.columns -= GAP;
	for (int row = area.row; row < area.row + area.rows; row++)
		screen_put(screen, row, area.column, role, place->in_focus ? "▌" : "▸");
	screen_paint(screen, area, role);
}

/* Marks what a search found in the title. */
static void mark_matches(const struct app *app, struct screen *screen, const struct page *page,
			 int lines)
{
	struct rectangle title = {page->row, page->column, row_of(page, lines) - page->row,
				  page->columns};

	match_mark(screen, title, search_words(app));
}

void grid_box_draw(const struct app *app, struct screen *screen, const struct grid_box_place *place,
		   uint32_t number)
{
	const struct session *session = &app->agenda->sessions[number];
	struct page page = page_of(place);
	int lines = draw_title(app, screen, &page, number);

	draw_bar(screen, place, session->start != CIVIL_NONE && session->end == CIVIL_NONE);
	if (keeper_has(&app->keeper, number))
		screen_put(screen, row_of(&page, 0), place->area.column + MARK_COLUMN,
			   ROLE_BOOKMARK, "★");
	draw_foot(app, screen, &page, number, lines);
	if (place->now >= 0)
		draw_now(app, screen, place, number);
	if (place->selected)
		paint_choice(screen, place);
	mark_matches(app, screen, &page, lines);
}
