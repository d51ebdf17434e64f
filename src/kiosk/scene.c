#include "config.h"

#include "kiosk/scene.h"

enum {
	LOW_ROWS = 16,	     /* in lower windows nothing is spent on space */
	HIGH_ROWS = 44,	     /* in higher ones there is plenty */
	BESIDE_COLUMNS = 70, /* a text and items stand side by side from here on */
	ITEMS_COLUMNS = 30,
	ARROW_COLUMNS = 5,
	WIDEST = 160 /* what is wider is hard to read */
};

static int margin_of(int columns)
{
	if (columns > WIDEST + 8)
		return (columns - WIDEST) / 2;
	return columns >= 60 ? 3 : 1;
}

static struct rectangle take_top(struct rectangle *area, int rows)
{
	struct rectangle top = *area;

	top.rows = rows < area->rows ? rows : area->rows;
	area->row += top.rows;
	area->rows -= top.rows;
	return top;
}

/* The buttons share the width; each is all of the footer's rows high. */
static void lay_footer(struct scene *scene, const struct scene_needs *needs, int rows)
{
	int top = needs->rows - rows, columns = needs->columns / BUTTON_COUNT;

	scene->foot = top - 1;
	for (int i = 0; i < BUTTON_COUNT; i++)
		scene->buttons[i] = (struct rectangle){top, i * columns, rows, columns};
	scene->buttons[BUTTON_COUNT - 1].columns = needs->columns - (BUTTON_COUNT - 1) * columns;
	scene->help = rows >= 3 ? needs->rows - 1 : -1;
}

/* A text beside the items, or above them; the arrows at the items' right. */
static void lay_body(struct scene *scene, const struct scene_needs *needs)
{
	struct rectangle body = scene->body;

	if (needs->text && needs->items && needs->columns >= BESIDE_COLUMNS) {
		int wide = needs->columns >= 120 ? body.columns / 3 : ITEMS_COLUMNS;

		scene->text = scene->list = body;
		scene->text.columns = body.columns - wide - 3;
		scene->list.column = body.column + body.columns - wide;
		scene->list.columns = wide;
	} else if (needs->text && needs->items) {
		scene->text = take_top(&body, body.rows - scene->item_rows);
		scene->list = body;
	} else if (needs->text) {
		scene->text = body;
	} else if (needs->items) {
		scene->list = body;
	}
	scene->above = scene->below = scene->list;
	scene->above.column = scene->list.column + scene->list.columns - ARROW_COLUMNS;
	scene->above.columns = ARROW_COLUMNS;
	scene->above.rows = scene->list.rows / 2;
	scene->below = scene->above;
	scene->below.row += scene->above.rows;
	scene->below.rows = scene->list.rows - scene->above.rows;
}

/* The code at the left from top to bottom, words and items at its right; in a narrow window below
 * it. */
static void lay_tall(struct scene *scene, const struct scene_needs *needs)
{
	struct rectangle all = {0, 0, needs->rows, needs->columns};
	int items = needs->items ? 2 * scene->item_rows : 0, wide;

	if (needs->columns >= BESIDE_COLUMNS) {
		wide = needs->columns >= 2 * BESIDE_COLUMNS ? needs->columns / 3 : ITEMS_COLUMNS;
		scene->text = scene->list = scene->aside = all;
		scene->text.columns -= wide + 2;
		scene->list.column = scene->aside.column = needs->columns - wide - 1;
		scene->list.columns = scene->aside.columns = wide;
		scene->aside.row = 1;
		scene->aside.rows = needs->rows - items - 2;
		scene->list.row = needs->rows - items;
		scene->list.rows = items;
	} else {
		all.column = 1;
		all.columns -= 2;
		scene->text = take_top(&all, needs->rows - scene->item_rows - 3);
		scene->aside = take_top(&all, 3);
		scene->list = all;
	}
	scene->foot = scene->rule = needs->rows;
	scene->body = scene->text;
}

struct scene scene_make(const struct scene_needs *needs)
{
	struct scene scene = {.fits = needs->rows >= SCENE_LEAST_ROWS &&
				      needs->columns >= SCENE_LEAST_COLUMNS,
			      .help = -1};
	bool low = needs->rows < LOW_ROWS, high = needs->rows >= HIGH_ROWS;
	int margin = margin_of(needs->columns), footer = low ? 1 : high ? 5 : 3;
	struct rectangle left;

	if (!scene.fits)
		return scene;
	left = (struct rectangle){high, margin, needs->rows - footer - 1 - high,
				  needs->columns - 2 * margin};
	scene.item_rows = low ? 2 : high ? 4 : 3;
	if (needs->tall) {
		lay_tall(&scene, needs);
		return scene;
	}
	scene.header = take_top(&left, 1);
	scene.banner = take_top(&left, low && needs->banner_rows ? 1 : needs->banner_rows);
	scene.rule = left.row;
	take_top(&left, 1);
	scene.title = take_top(&left, 1);
	take_top(&left, low ? 0 : 1);
	scene.body = left;
	lay_footer(&scene, needs, footer);
	lay_body(&scene, needs);
	return scene;
}

int scene_items(const struct scene *scene)
{
	int items = scene->item_rows ? scene->list.rows / scene->item_rows : 0;

	return items < 1 ? 1 : items;
}

bool scene_holds(struct rectangle area, int row, int column)
{
	return row >= area.row && row < area.row + area.rows && column >= area.column &&
	       column < area.column + area.columns;
}
