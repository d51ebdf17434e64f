/*
 * Panes that are texts: a document, read by scrolling, with links to walk through.
 */
#include "config.h"

#include "tui/app_private.h"
#include "tui/match.h"
#include "tui/pane.h"

/* Whether a text is among what a search looks through: the session that was found, the page of the
 * event. */
static bool is_searched(const struct app *app, enum pane_id id)
{
	return id == PANE_EVENT || (id == PANE_DETAIL && view_at(app->view)->by_day);
}

/* What was found further below than is seen is shown from there. */
static void show_match(const struct app *app, struct text *text)
{
	size_t line = text->wrapped ? match_line(text->wrapped, search_words(app), 0, 1) : SIZE_MAX;

	if (line != SIZE_MAX && line >= (size_t)text->height)
		text_show_line(text, line);
}

static void settle(struct app *app, enum pane_id id, bool wider, bool taller)
{
	struct pane *pane = &app->panes[id];

	(void)wider, (void)taller;
	if (pane->stale)
		pane_kind(id)->fill(app, pane);
	text_fit(&pane->text, pane_text_columns(pane), pane->rows);
	if (pane->fresh && is_searched(app, id))
		show_match(app, &pane->text);
}

static bool move(struct app *app, enum pane_id id, enum motion motion)
{
	struct text *text = &app->panes[id].text;
	size_t top = text->top;

	text_move(text, motion);
	return text->top != top;
}

static bool scroll(struct app *app, enum pane_id id, int rows)
{
	struct text *text = &app->panes[id].text;
	size_t top = text->top;

	text_scroll(text, rows);
	return text->top != top;
}

static bool click(struct app *app, enum pane_id id, int row, int column)
{
	return text_select_at(&app->panes[id].text, row, column - PANE_MARGIN);
}

static bool moves(const struct app *app, enum pane_id id)
{
	const struct text *text = &app->panes[id].text;

	return text_more_above(text) || text_more_below(text);
}

/* The selected link has a mark in the margin, as selected rows have one before them. */
static void draw(const struct app *app, struct screen *screen, enum pane_id id,
		 struct rectangle body, bool in_focus)
{
	const struct text *text = &app->panes[id].text;
	int row, column;

	(void)in_focus;
	text_draw(text, screen, body.row, body.column + PANE_MARGIN);
	if (is_searched(app, id))
		match_mark(screen, body, search_words(app));
	if (text_link_place(text, &row, &column))
		screen_put(screen, body.row + row, body.column, ROLE_CURSOR,
			   app->linear ? "▸" : "▌");
	if (!app->linear)
		pane_draw_more(screen, body, text_more_above(text), text_more_below(text));
}

static void cursor(const struct app *app, enum pane_id id, int *row, int *column)
{
	*row = *column = 0;
	text_link_place(&app->panes[id].text, row, column);
	*column += PANE_MARGIN;
}

const struct pane_sort pane_sort_text = {
    .walks = true,
    .settle = settle,
    .move = move,
    .scroll = scroll,
    .click = click,
    .moves = moves,
    .draw = draw,
    .cursor = cursor,
};
