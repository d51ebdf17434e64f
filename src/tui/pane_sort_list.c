/*
 * Panes that are lists: rows with a cursor on one of them, and perhaps a few words before them.
 */
#include "config.h"

#include "tui/app_private.h"
#include "tui/pane.h"
#include "tui/row.h"
#include "tui/sentence.h"

/* Filling */

static void set_height(struct pane *pane)
{
	list_resize(&pane->list, pane->lanes > 1 ? pane->lanes * pane->lane_rows : pane->rows);
}

static void fill(struct app *app, struct pane *pane, const struct pane_kind *kind)
{
	const struct list_row *selected = list_selected(&pane->list);
	struct list_row before = selected ? *selected : (struct list_row){0};
	size_t cursor = pane->list.cursor, top = pane->list.top, found = LIST_NONE;

	list_clear(&pane->list);
	text_set(&pane->text, NULL);
	pane->edition++;
	pane->lanes = 0;
	kind->fill(app, pane);
	if (pane->lanes > 1)
		set_height(pane);
	if (app->linear)
		list_drop(&pane->list, ROW_GAP);
	if (pane->fresh) {
		list_show(&pane->list, kind->start ? kind->start(app, pane) : 0);
		return;
	}
	if (selected && list_holds(&pane->list, cursor, before.kind, before.item))
		found = cursor; /* one that is listed twice stays where it is */
	else if (selected)
		found = list_find(&pane->list, before.kind, before.item);
	pane->list.top = top;
	list_select(&pane->list, found != LIST_NONE ? found : selected ? cursor : 0);
}

/* What is said before rows, such as that there are none, may not hold any more. */
static bool must_be_filled(const struct pane *pane, const struct pane_kind *kind, bool wider,
			   bool taller)
{
	bool says = text_lines(&pane->text);

	return pane->stale || wider || (taller && (kind->by_height || says)) ||
	       (pane->grown && (says || !pane->list.count));
}

static void settle(struct app *app, enum pane_id id, bool wider, bool taller)
{
	struct pane *pane = &app->panes[id];
	const struct pane_kind *kind = pane_kind(id);

	if (must_be_filled(pane, kind, wider, taller)) {
		list_resize(&pane->list, pane->rows);
		fill(app, pane, kind);
		return;
	}
	if (taller) {
		set_height(pane);
		list_select(&pane->list, pane->list.cursor);
	}
	if (pane->grown)
		kind->extend(app, pane);
}

void pane_add_lead(struct pane *pane, struct document *document, bool rows_follow)
{
	int most = rows_follow && pane->list.height > 2 ? pane->list.height - 2 : 1;
	size_t lines;

	text_set(&pane->text, document);
	text_fit(&pane->text, pane_text_columns(pane), 1);
	lines = text_lines(&pane->text);
	if (rows_follow && lines > (size_t)most)
		lines = (size_t)most;
	for (size_t i = 0; i < lines; i++)
		list_add_still(&pane->list, ROW_LEAD, (uint32_t)i);
	if (lines && rows_follow)
		list_add_still(&pane->list, ROW_GAP, 0);
}

/* Where in a body the i-th row that is seen stands. */
static struct rectangle place_of(const struct pane *pane, struct rectangle body, int i)
{
	struct rectangle area = {body.row + i, body.column, 1, body.columns};

	if (pane->lanes > 1) {
		area.row = body.row + i % pane->lane_rows;
		area.columns = pane_lane(pane, pane->lanes);
		area.column += i / pane->lane_rows * area.columns;
	}
	return area;
}

/* Moving */

static bool has_changed(struct app *app, enum pane_id id, struct list before)
{
	const struct list *list = &app->panes[id].list;

	if (list->cursor != before.cursor && pane_kind(id)->moved)
		pane_kind(id)->moved(app);
	return list->cursor != before.cursor || list->top != before.top;
}

/* To the same height of the lane beside, as far as there is one, or to what stands above there. */
static void move_sideways(struct pane *pane, int step)
{
	const struct list *list = &pane->list;
	size_t rows = (size_t)pane->lane_rows;
	size_t beside = step < 0 ? list->cursor - rows : list->cursor + rows;

	if (list->cursor == LIST_NONE || (step < 0 && list->cursor < rows) ||
	    beside / rows * rows >= list->count)
		return;
	while (beside % rows && (beside >= list->count || list->items[beside].still))
		beside--;
	list_select(&pane->list, beside);
}

static bool move(struct app *app, enum pane_id id, enum motion motion)
{
	struct list *list = &app->panes[id].list, before = *list;

	if (app->panes[id].lanes > 1 && (motion == MOTION_LEFT || motion == MOTION_RIGHT))
		move_sideways(&app->panes[id], motion == MOTION_LEFT ? -1 : 1);
	else
		list_move(list, motion);
	return has_changed(app, id, before);
}

static bool scroll(struct app *app, enum pane_id id, int rows)
{
	struct list *list = &app->panes[id].list, before = *list;

	list_scroll(list, rows);
	return has_changed(app, id, before);
}

static bool click(struct app *app, enum pane_id id, int row, int column)
{
	struct list *list = &app->panes[id].list, before = *list;
	const struct pane *pane = &app->panes[id];
	size_t clicked = list->top + (size_t)row;

	if (pane->lanes > 1 && row >= pane->lane_rows)
		return false;
	if (pane->lanes > 1)
		clicked += (size_t)(column / pane_lane(pane, pane->lanes) * pane->lane_rows);
	if (clicked >= list->count || list->items[clicked].still)
		return false;
	list_select(list, clicked);
	has_changed(app, id, before);
	return true;
}

static bool moves(const struct app *app, enum pane_id id)
{
	const struct list *list = &app->panes[id].list;

	return list_selected(list) || list_more_above(list) || list_more_below(list);
}

/* Drawing */

/* A row as a sentence, with a mark before the one that is selected; what stands over others begins
 * further to the left. */
static void draw_sentence(const struct app *app, struct screen *screen,
			  const struct row_place *place, const struct list_row *row)
{
	struct rectangle area = place->area;
	int indent = row->still && !row->below ? 0 : SENTENCE_INDENT;
	struct buffer sentence = {0};

	if (place->selected)
		screen_put(screen, area.row, area.column, ROLE_CURSOR, "▸");
	sentence_of_row(app, place->pane, row, &sentence);
	if (row->kind == ROW_LEAD)
		text_draw_line(&place->pane->text, screen, area.row, area.column, row->item);
	else
		screen_field(screen, area.row, area.column + indent, area.columns - indent,
			     indent ? ROLE_TEXT : ROLE_HEADING, buffer_text(&sentence));
	if (place->selected)
		screen_paint(screen, area, ROLE_CURSOR);
	buffer_free(&sentence);
}

static void draw(const struct app *app, struct screen *screen, enum pane_id id,
		 struct rectangle body, bool in_focus)
{
	const struct pane *pane = &app->panes[id];
	const struct list *list = &pane->list;

	for (int i = 0; i < list->height && list->top + (size_t)i < list->count; i++) {
		size_t number = list->top + (size_t)i;
		struct row_place place = {
		    .area = place_of(pane, body, i),
		    .pane = pane,
		    .in_focus = in_focus,
		    .selected = number == list->cursor,
		};

		if (app->linear)
			draw_sentence(app, screen, &place, &list->items[number]);
		else
			row_draw(app, screen, &place, &list->items[number]);
	}
	if (!app->linear)
		pane_draw_more(screen, body, list_more_above(list), list_more_below(list));
}

static void cursor(const struct app *app, enum pane_id id, int *row, int *column)
{
	const struct pane *pane = &app->panes[id];
	const struct list *list = &pane->list;
	struct rectangle area = {0};

	if (list_selected(list))
		area = place_of(pane, area, (int)(list->cursor - list->top));
	*row = area.row;
	*column = area.column + (app->linear ? 0 : PANE_MARGIN);
}

const struct pane_sort pane_sort_list = {
    .selects = true,
    .settle = settle,
    .move = move,
    .scroll = scroll,
    .click = click,
    .moves = moves,
    .draw = draw,
    .cursor = cursor,
};
