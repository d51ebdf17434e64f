#include "config.h"

#include "tui/code.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "document/address.h"
#include "tui/app_private.h"

#include <stdlib.h>

enum {
	GAP = 2,	    /* columns between the code and the text beside it */
	EDGE = 2,	    /* columns that a text leaves at the edges of the pane */
	LEAST_COLUMNS = 24, /* of a text beside the code */
	MOST_COLUMNS = 60,
	LEAST_ROWS = 3 /* of a text below it */
};

void code_free(struct code *code)
{
	qr_free(code->qr);
	free(code->title);
	free(code->about);
	free(code->address);
	free(code->missing);
	free(code->count);
	*code = (struct code){0};
}

void code_set(struct app *app, struct qr *qr, const struct code_words *words)
{
	const struct code code = {
	    .qr = qr,
	    .title = memory_strdup(words->title),
	    .about = memory_strdup(words->about),
	    .address = memory_strdup(words->address),
	    .missing = memory_strdup(words->missing),
	    .count = memory_strdup(words->count),
	    .swapped = app->code.swapped,
	};

	code_free(&app->code);
	app->code = code;
}

bool code_show(struct app *app, const char *title, const char *address)
{
	struct buffer ascii = {0};
	struct qr *qr;

	address_to_ascii(&ascii, address);
	qr = qr_new(buffer_text(&ascii));
	buffer_free(&ascii);
	if (!qr)
		return false;
	walk_end(app);
	code_set(app, qr, &(struct code_words){.title = title, .address = address});
	app_show_view(app, VIEW_CODE);
	return true;
}

struct qr_look code_look(const struct app *app)
{
	return (struct qr_look){.halves = app->blocks, .swapped = app->code.swapped};
}

static int at_most(int value, int most)
{
	return value < most ? value : most;
}

/* Side by side, in the middle. */
static void place_beside(struct code_places *places, struct rectangle pane)
{
	struct rectangle *code = &places->code, *text = &places->text;
	int wide = at_most(pane.columns - code->columns - GAP - EDGE, MOST_COLUMNS);

	places->rows = code->rows;
	places->columns = code->columns + GAP + LEAST_COLUMNS + EDGE;
	code->row = pane.row + (pane.rows - code->rows) / 2;
	code->column = pane.column + (pane.columns - code->columns - GAP - wide) / 2;
	*text = (struct rectangle){code->row + 1, code->column + code->columns + GAP,
				   pane.row + pane.rows - code->row - 1, wide};
}

static void place_below(struct code_places *places, struct rectangle pane)
{
	struct rectangle *code = &places->code, *text = &places->text;

	places->rows = code->rows + LEAST_ROWS;
	places->columns = code->columns > LAYOUT_COLUMNS ? code->columns : LAYOUT_COLUMNS;
	code->row = pane.row;
	code->column = pane.column + (pane.columns - code->columns) / 2;
	*text = pane;
	text->row += code->rows;
	text->rows -= code->rows;
	text->column += PANE_MARGIN;
	text->columns -= 2 * PANE_MARGIN + 1;
}

struct code_places code_places(const struct app *app, struct rectangle pane)
{
	struct code_places places = {.fits = false};

	if (app->code.qr)
		qr_size(app->code.qr, code_look(app), &places.code.rows, &places.code.columns);
	if (pane.columns >= places.code.columns + GAP + LEAST_COLUMNS + EDGE)
		place_beside(&places, pane);
	else
		place_below(&places, pane);
	places.fits = app->code.qr && pane.rows >= places.rows && pane.columns >= places.columns;
	if (!places.fits)
		places.text = (struct rectangle){pane.row, pane.column + PANE_MARGIN, pane.rows,
						 pane.columns - 2 * PANE_MARGIN - 1};
	return places;
}

bool code_is_seen(const struct app *app)
{
	struct rectangle pane = app->layout.slots[SLOT_MAIN];

	return app->view == VIEW_CODE && code_places(app, pane).fits;
}
