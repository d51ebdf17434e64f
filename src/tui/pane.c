#include "config.h"

#include "tui/pane.h"

#include "base/utf8.h"
#include "tui/app_private.h"
#include "tui/header.h"
#include "tui/panes.h"

enum { AIRY_ROWS = 8 }; /* a pane this high has an empty line below its title */

/* clang-format off */
static const struct pane_kind *const kinds[PANE_COUNT] = {
	[PANE_DAYS] = &pane_days,
	[PANE_SESSIONS] = &pane_sessions,
	[PANE_THEMES] = &pane_themes,
	[PANE_THEME] = &pane_theme,
	[PANE_KEPT] = &pane_kept,
	[PANE_SPARE] = &pane_spare,
	[PANE_GRID] = &pane_grid,
	[PANE_CARRY] = &pane_carry,
	[PANE_TRAITS] = &pane_traits,
	[PANE_VALUES] = &pane_values,
	[PANE_NOW] = &pane_now,
	[PANE_RELATED] = &pane_related,
	[PANE_DETAIL] = &pane_detail,
	[PANE_EVENT] = &pane_event,
	[PANE_HELP] = &pane_help,
	[PANE_CODE] = &pane_code,
};
/* clang-format on */

const struct pane_kind *pane_kind(enum pane_id pane)
{
	return kinds[pane];
}

const struct pane_sort *pane_sort(enum pane_id pane)
{
	return kinds[pane]->sort ? kinds[pane]->sort : &pane_sort_list;
}

enum pane_id pane_chooser(enum pane_id pane)
{
	return kinds[pane]->chooser == PANE_NONE ? pane : kinds[pane]->chooser;
}

static int title_rows(const struct app *app, enum pane_id id, struct rectangle area)
{
	if (!kinds[id]->title || header_names_place(app))
		return 0;
	return area.rows < AIRY_ROWS ? 1 : 2;
}

/* What stands between the title and the rest, right below its line. */
static struct rectangle head_of(const struct app *app, enum pane_id id, struct rectangle area)
{
	struct rectangle head = {area.row + 1, area.column + PANE_MARGIN, 0,
				 area.columns - 2 * PANE_MARGIN};

	if (title_rows(app, id, area) && kinds[id]->head_rows)
		head.rows = kinds[id]->head_rows(app, area);
	return head;
}

/* What is below the title. */
static struct rectangle body_of(const struct app *app, enum pane_id id, struct rectangle area)
{
	int title = title_rows(app, id, area) + head_of(app, id, area).rows;

	area.row += title;
	area.rows -= title;
	return area;
}

/* A pane that is not seen itself keeps the size that it had when it was. */
static void settle_unseen(struct app *app, enum pane_id id, struct rectangle area)
{
	struct pane *pane = &app->panes[id];

	if (!pane->rows) {
		pane_settle(app, id, area);
		return;
	}
	pane_sort(id)->settle(app, id, false, false);
	pane->stale = pane->fresh = pane->grown = false;
}

/* What of a body's columns is left for what it says. */
enum { BESIDE_TEXT = 2 * PANE_MARGIN + 1 };

int pane_lane(const struct pane *pane, int lanes)
{
	return (pane->columns + BESIDE_TEXT) / lanes;
}

void pane_settle(struct app *app, enum pane_id id, struct rectangle area)
{
	struct pane *pane = &app->panes[id];
	struct rectangle body = body_of(app, id, area);
	int columns = body.columns - BESIDE_TEXT;
	bool wider = pane->columns != columns, taller = pane->rows != body.rows;

	if (pane_chooser(id) != id)
		settle_unseen(app, pane_chooser(id), area);
	pane->rows = body.rows;
	pane->columns = columns;
	pane->airy = title_rows(app, id, area) > 1;
	pane_sort(id)->settle(app, id, wider, taller);
	pane->stale = pane->fresh = pane->grown = false;
}

bool pane_move(struct app *app, enum pane_id id, enum motion motion)
{
	return pane_sort(id)->move(app, id, motion);
}

bool pane_scroll(struct app *app, enum pane_id id, int rows)
{
	return pane_sort(id)->scroll(app, id, rows);
}

bool pane_click(struct app *app, enum pane_id id, struct rectangle area, int row, int column)
{
	struct rectangle body = body_of(app, id, area);

	return row >= body.row &&
	       pane_sort(id)->click(app, id, row - body.row, column - body.column);
}

bool pane_moves(const struct app *app, enum pane_id id)
{
	return pane_sort(id)->moves(app, id);
}

bool pane_moves_sideways(const struct app *app, enum pane_id id)
{
	return pane_sort(id)->sideways || app->panes[id].lanes > 1;
}

static void draw_title(const struct app *app, struct screen *screen, enum pane_id id,
		       struct rectangle area)
{
	struct buffer left = {0}, right = {0};
	int columns = area.columns - 2 * PANE_MARGIN, taken, spare;

	kinds[id]->title(app, &left, &right);
	taken = utf8_columns(buffer_text(&right), right.length);
	spare = columns - 2 - utf8_columns(buffer_text(&left), left.length);
	if (spare < columns / 2)
		spare = columns / 2;
	if (taken > spare)
		taken = spare;
	screen_field(screen, area.row, area.column + PANE_MARGIN, columns - taken - (taken ? 2 : 0),
		     ROLE_TITLE, buffer_text(&left));
	screen_field_right(screen, area.row, area.column + PANE_MARGIN + columns - taken, taken,
			   ROLE_TEXT, buffer_text(&right));
	buffer_free(&left);
	buffer_free(&right);
}

int pane_text_columns(const struct pane *pane)
{
	enum { MOST = 90 };

	return pane->columns < MOST ? pane->columns : MOST;
}

void pane_draw_more(struct screen *screen, struct rectangle body, bool above, bool below)
{
	int column = body.column + body.columns - 1;

	if (above)
		screen_put(screen, body.row, column, ROLE_RULE, "↑");
	if (below)
		screen_put(screen, body.row + body.rows - 1, column, ROLE_RULE, "↓");
}

void pane_draw(const struct app *app, struct screen *screen, enum pane_id id, struct rectangle area,
	       bool in_focus)
{
	struct rectangle before = screen_clip(screen, area);
	struct rectangle head = head_of(app, id, area);

	if (title_rows(app, id, area))
		draw_title(app, screen, id, area);
	if (head.rows)
		kinds[id]->draw_head(app, screen, head);
	pane_sort(id)->draw(app, screen, id, body_of(app, id, area), in_focus);
	screen_clip(screen, before);
}

void pane_cursor(const struct app *app, enum pane_id id, struct rectangle area, int *row,
		 int *column)
{
	struct rectangle body = body_of(app, id, area);

	pane_sort(id)->cursor(app, id, row, column);
	*row += body.row;
	*column += body.column;
}
