#include "config.h"

#include "tui/pane.h"

#include "base/utf8.h"
#include "tui/app_private.h"
#include "tui/header.h"
#include "tui/match.h"
#include "tui/panes.h"
#include "tui/row.h"

enum {
	MARGIN = 1,	  /* columns left of a pane's text, and right of it */
	AIRY_ROWS = 8,	  /* a pane this high has an empty line below its title */
	LINE_COLUMNS = 90 /* longer lines are hard to read */
};

static const struct pane_kind *const kinds[PANE_COUNT] = {
    [PANE_DAYS] = &pane_days,	[PANE_SESSIONS] = &pane_sessions, [PANE_THEMES] = &pane_themes,
    [PANE_THEME] = &pane_theme, [PANE_KEPT] = &pane_kept,	  [PANE_DETAIL] = &pane_detail,
    [PANE_EVENT] = &pane_event, [PANE_HELP] = &pane_help,
};

const struct pane_kind *pane_kind(enum pane_id pane)
{
	return kinds[pane];
}

static int title_rows(const struct app *app, enum pane_id id, struct rectangle area)
{
	if (!kinds[id]->title || header_names_place(app))
		return 0;
	return area.rows < AIRY_ROWS ? 1 : 2;
}

/* What is below the title. */
static struct rectangle body_of(const struct app *app, enum pane_id id, struct rectangle area)
{
	int title = title_rows(app, id, area);

	area.row += title;
	area.rows -= title;
	return area;
}

/* Filling */

static void fill_list(struct app *app, struct pane *pane, const struct pane_kind *kind)
{
	const struct list_row *selected = list_selected(&pane->list);
	struct list_row before = selected ? *selected : (struct list_row){0};
	size_t cursor = pane->list.cursor, top = pane->list.top, found = LIST_NONE;

	list_clear(&pane->list);
	text_set(&pane->text, NULL);
	kind->fill(app, pane);
	if (pane->fresh) {
		list_show(&pane->list, kind->start ? kind->start(app, pane) : 0);
		return;
	}
	if (selected)
		found = list_find(&pane->list, before.kind, before.item);
	pane->list.top = top;
	list_select(&pane->list, found != LIST_NONE ? found : selected ? cursor : 0);
}

static void settle_text(struct app *app, struct pane *pane, const struct pane_kind *kind)
{
	if (pane->stale)
		kind->fill(app, pane);
	text_fit(&pane->text, pane->columns < LINE_COLUMNS ? pane->columns : LINE_COLUMNS,
		 pane->rows);
}

void pane_settle(struct app *app, enum pane_id id, struct rectangle area)
{
	struct pane *pane = &app->panes[id];
	struct rectangle body = body_of(app, id, area);
	int columns = body.columns - 2 * MARGIN - 1;
	bool taller = pane->rows != body.rows, wider = pane->columns != columns;

	pane->rows = body.rows;
	pane->columns = columns;
	if (kinds[id]->is_text) {
		settle_text(app, pane, kinds[id]);
	} else if (pane->stale || wider || (taller && text_lines(&pane->text))) {
		list_resize(&pane->list, body.rows);
		fill_list(app, pane, kinds[id]);
	} else if (taller) {
		list_resize(&pane->list, body.rows);
		list_select(&pane->list, pane->list.cursor);
	}
	pane->stale = pane->fresh = false;
}

void pane_add_lead(struct pane *pane, struct document *document, bool rows_follow)
{
	int most = rows_follow && pane->list.height > 2 ? pane->list.height - 2 : 1;
	size_t lines;

	text_set(&pane->text, document);
	text_fit(&pane->text, pane->columns, 1);
	lines = text_lines(&pane->text);
	if (rows_follow && lines > (size_t)most)
		lines = (size_t)most;
	for (size_t i = 0; i < lines; i++)
		list_add_still(&pane->list, ROW_LEAD, (uint32_t)i);
	if (lines && rows_follow)
		list_add_still(&pane->list, ROW_GAP, 0);
}

/* Moving */

static bool list_changed(struct app *app, enum pane_id id, struct list before)
{
	const struct list *list = &app->panes[id].list;

	if (list->cursor != before.cursor && kinds[id]->moved)
		kinds[id]->moved(app);
	return list->cursor != before.cursor || list->top != before.top;
}

bool pane_move(struct app *app, enum pane_id id, enum motion motion)
{
	struct pane *pane = &app->panes[id];
	struct list before = pane->list;
	size_t top = pane->text.top;

	if (kinds[id]->is_text) {
		text_move(&pane->text, motion);
		return pane->text.top != top;
	}
	list_move(&pane->list, motion);
	return list_changed(app, id, before);
}

bool pane_scroll(struct app *app, enum pane_id id, int rows)
{
	struct pane *pane = &app->panes[id];
	struct list before = pane->list;
	size_t top = pane->text.top;

	if (kinds[id]->is_text) {
		text_scroll(&pane->text, rows);
		return pane->text.top != top;
	}
	list_scroll(&pane->list, rows);
	return list_changed(app, id, before);
}

bool pane_click(struct app *app, enum pane_id id, struct rectangle area, int row)
{
	struct rectangle body = body_of(app, id, area);
	struct list *list = &app->panes[id].list, before = *list;
	size_t clicked = list->top + (size_t)(row - body.row);

	if (kinds[id]->is_text || row < body.row || clicked >= list->count ||
	    list->items[clicked].still)
		return false;
	list_select(list, clicked);
	list_changed(app, id, before);
	return true;
}

bool pane_moves(const struct app *app, enum pane_id id)
{
	const struct pane *pane = &app->panes[id];

	if (kinds[id]->is_text)
		return text_more_above(&pane->text) || text_more_below(&pane->text);
	return list_selected(&pane->list) || list_more_above(&pane->list) ||
	       list_more_below(&pane->list);
}

/* Drawing */

static void draw_title(const struct app *app, struct screen *screen, enum pane_id id,
		       struct rectangle area)
{
	struct buffer left = {0}, right = {0};
	int columns = area.columns - 2 * MARGIN, taken;

	kinds[id]->title(app, &left, &right);
	taken = utf8_columns(buffer_text(&right), right.length);
	if (taken > columns / 2)
		taken = columns / 2;
	screen_field(screen, area.row, area.column + MARGIN, columns - taken - (taken ? 2 : 0),
		     ROLE_TITLE, buffer_text(&left));
	screen_field_right(screen, area.row, area.column + MARGIN + columns - taken, taken,
			   ROLE_TEXT, buffer_text(&right));
	buffer_free(&left);
	buffer_free(&right);
}

/* Says in the margin that there is more. */
static void draw_more(struct screen *screen, struct rectangle body, bool above, bool below)
{
	int column = body.column + body.columns - 1;

	if (above)
		screen_put(screen, body.row, column, ROLE_RULE, "↑");
	if (below)
		screen_put(screen, body.row + body.rows - 1, column, ROLE_RULE, "↓");
}

static void draw_list(const struct app *app, struct screen *screen, const struct pane *pane,
		      struct rectangle body, bool in_focus)
{
	const struct list *list = &pane->list;

	for (int i = 0; i < body.rows && list->top + (size_t)i < list->count; i++) {
		size_t number = list->top + (size_t)i;
		struct row_place place = {
		    .area = {body.row + i, body.column, 1, body.columns},
		    .pane = pane,
		    .in_focus = in_focus,
		    .selected = number == list->cursor,
		};

		row_draw(app, screen, &place, &list->items[number]);
	}
	draw_more(screen, body, list_more_above(list), list_more_below(list));
}

void pane_draw(const struct app *app, struct screen *screen, enum pane_id id, struct rectangle area,
	       bool in_focus)
{
	const struct pane *pane = &app->panes[id];
	struct rectangle body = body_of(app, id, area), before = screen_clip(screen, area);

	if (title_rows(app, id, area))
		draw_title(app, screen, id, area);
	if (kinds[id]->is_text) {
		text_draw(&pane->text, screen, body.row, body.column + MARGIN);
		if (id == PANE_DETAIL && app->view == VIEW_PROGRAMME)
			match_mark(screen, body, search_words(app));
		draw_more(screen, body, text_more_above(&pane->text), text_more_below(&pane->text));
	} else {
		draw_list(app, screen, pane, body, in_focus);
	}
	screen_clip(screen, before);
}

int pane_cursor_row(const struct app *app, enum pane_id id, struct rectangle area)
{
	const struct list *list = &app->panes[id].list;
	struct rectangle body = body_of(app, id, area);

	if (kinds[id]->is_text || !list_selected(list))
		return body.row;
	return body.row + (int)(list->cursor - list->top);
}
