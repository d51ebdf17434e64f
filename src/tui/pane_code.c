/*
 * A QR code, and beside it or below it what it leads to, in words.
 */
#include "config.h"

#include "base/i18n.h"
#include "document/composer.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/target.h"

#include <string.h>

/* A pane of that size, as its sort is told of it. */
static struct rectangle area_of(const struct pane *pane)
{
	return (struct rectangle){0, 0, pane->rows, pane->columns + 2 * PANE_MARGIN + 1};
}

static void say_too_small(const struct app *app, const struct pane *pane,
			  const struct code_places *places, struct composer *composer)
{
	struct buffer text = {0};

	buffer_printf(
	    &text,
	    app->code.address
		? _("The QR code of this address needs a window of %d columns and %d rows; this "
		    "one has %d and %d.")
		: _("The QR code of this session needs a window of %d columns and %d rows; this "
		    "one has %d and %d."),
	    places->columns, places->rows + app->rows - pane->rows, app->columns, app->rows);
	composer_leaf(composer, BLOCK_PARAGRAPH, 0, buffer_text(&text), 0);
	buffer_free(&text);
}

static void add_paragraph(struct composer *composer, const char *text, unsigned style)
{
	if (text && *text)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, text, style);
}

static void add_address(struct composer *composer, const char *address)
{
	const char *words;

	if (!address)
		return;
	words = target_in_words(address);
	composer_open(composer, BLOCK_PARAGRAPH, 0, 0);
	composer_text(composer, words, strlen(words), 0, composer_link(composer, address));
	composer_close(composer);
}

static struct document *page_of(const struct app *app, const struct pane *pane)
{
	struct code_places places = code_places(app, area_of(pane));
	struct composer *composer = composer_new();

	add_paragraph(composer, app->code.title, SPAN_STRONG);
	add_paragraph(composer, app->code.about, 0);
	if (!places.fits)
		say_too_small(app, pane, &places, composer);
	add_address(composer, app->code.address);
	add_paragraph(composer, app->code.count, 0);
	if (places.fits) {
		add_paragraph(composer, _("A phone reads this code with its camera."), 0);
		add_paragraph(composer, app->code.missing, 0);
	}
	return composer_finish(composer);
}

static void fill(struct app *app, struct pane *pane)
{
	struct document *page = app->code.qr ? page_of(app, pane) : NULL;

	if (pane->fresh)
		text_set(&pane->text, page);
	else
		text_replace(&pane->text, page);
}

static void settle(struct app *app, enum pane_id id, bool wider, bool taller)
{
	struct pane *pane = &app->panes[id];
	struct code_places places;

	if (wider || taller || pane->stale)
		walk_fit(app, area_of(pane));
	places = code_places(app, area_of(pane));
	if (pane->stale || wider || taller)
		fill(app, pane);
	text_fit(&pane->text, places.text.columns, places.text.rows);
}

static bool move(struct app *app, enum pane_id id, enum motion motion)
{
	return pane_sort_text.move(app, id, motion);
}

static bool scroll(struct app *app, enum pane_id id, int rows)
{
	return pane_sort_text.scroll(app, id, rows);
}

static bool click(struct app *app, enum pane_id id, int row, int column)
{
	(void)app, (void)id, (void)row, (void)column;
	return false;
}

static bool moves(const struct app *app, enum pane_id id)
{
	return pane_sort_text.moves(app, id);
}

static void draw(const struct app *app, struct screen *screen, enum pane_id id,
		 struct rectangle body, bool in_focus)
{
	const struct text *text = &app->panes[id].text;
	struct code_places places = code_places(app, body);

	(void)in_focus;
	if (places.fits)
		qr_draw(app->code.qr, screen, places.code.row, places.code.column, code_look(app));
	text_draw(text, screen, places.text.row, places.text.column);
	body.row = places.text.row;
	body.rows = places.text.rows;
	pane_draw_more(screen, body, text_more_above(text), text_more_below(text));
}

static void cursor(const struct app *app, enum pane_id id, int *row, int *column)
{
	struct code_places places = code_places(app, area_of(&app->panes[id]));

	*row = places.text.row;
	*column = places.text.column;
}

static const struct pane_sort sort = {
    .settle = settle,
    .move = move,
    .scroll = scroll,
    .click = click,
    .moves = moves,
    .draw = draw,
    .cursor = cursor,
};

const struct pane_kind pane_code = {.sort = &sort, .fill = fill};
