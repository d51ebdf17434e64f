/*
 * The programme of a day as rooms × time. What is selected is a row of the list of sessions, so
 * that both views are always at the same session; the window only follows.
 */
#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/grid_draw.h"
#include "tui/panes.h"
#include "tui/session_rows.h"

/* Rows that most sessions have for their titles: in columns as usual, and in wide ones. */
enum { ROWS_WANTED = 3, WIDE_ROWS_WANTED = 2, WIDE_COLUMNS = 26 };

static struct pane *sessions_of(struct app *app)
{
	return &app->panes[PANE_SESSIONS];
}

/* Placing */

static void add_items(const struct app *app, uint32_t number, struct pane *pane)
{
	const struct brief *brief = &app->agenda->briefs[number];
	const struct indexes *rooms = &app->agenda->sessions[number].rooms;
	struct grid_item item = {number, brief->room, brief->start, brief->until};

	if (brief->room == BRIEF_NONE)
		item.lane = (uint32_t)app->agenda->room_count;
	if (brief->room != BRIEF_SEVERAL) {
		array_push(&pane->items, item);
		return;
	}
	for (size_t i = 0; i < rooms->count; i++) {
		item.lane = rooms->items[i];
		array_push(&pane->items, item);
	}
}

/* Those of the day that is shown. */
static void list_items(const struct app *app, size_t count, struct pane *pane)
{
	const struct filter *filter = &app->filter;
	const uint32_t *left = filter_is_set(filter) ? filter_sessions(filter, app->day) : NULL;
	uint32_t first = count ? filter_session(filter, app->day, 0) : 0;

	pane->items.count = 0;
	array_reserve(&pane->items, count);
	for (uint32_t i = 0; i < count; i++)
		add_items(app, left ? left[i] : first + i, pane);
}

/* In wide columns titles need fewer rows. */
static int rows_wanted(const struct app *app)
{
	return grid_draw_shape(app).columns < WIDE_COLUMNS ? ROWS_WANTED : WIDE_ROWS_WANTED;
}

static void place(struct app *app, struct pane *pane)
{
	size_t count = app_shown_day(app) ? filter_count(&app->filter, app->day) : 0;
	struct grid_wish wish = {
	    .lanes = (uint32_t)app->agenda->room_count + 1,
	    .day = count ? app_shown_day(app)->date : CIVIL_NONE,
	    .now = app->now,
	    .height = grid_draw_shape(app).height,
	    .rows_wanted = ROWS_WANTED,
	    .untimed_rows = app->agenda->room_count ? ROWS_WANTED : WIDE_ROWS_WANTED,
	};

	list_items(app, count, pane);
	wish.items = pane->items.items;
	wish.count = pane->items.count;
	grid_place(&pane->grid, &wish);
	if (rows_wanted(app) < wish.rows_wanted) {
		wish.rows_wanted = rows_wanted(app);
		grid_place(&pane->grid, &wish);
	}
	pane->placed_edition = sessions_of(app)->edition;
	pane->placed_day = app->day;
	pane->placed_now = app->now;
}

static bool is_placed(struct app *app, const struct pane *pane)
{
	return !pane->stale && pane->placed_edition == sessions_of(app)->edition &&
	       pane->placed_day == app->day && pane->placed_now == app->now;
}

/* The box of what is selected: the one that was, where that is the same session. */
static size_t selected_box(struct app *app, const struct pane *pane)
{
	const struct list_row *row = list_selected(&sessions_of(app)->list);
	const struct grid *grid = &pane->grid;

	if (!row || row->kind != ROW_SESSION)
		return GRID_NONE;
	if (pane->window.box < grid->boxes.count &&
	    grid->boxes.items[pane->window.box].session == row->item)
		return pane->window.box;
	return grid_find(grid, row->item);
}

static void settle(struct app *app, enum pane_id id, bool wider, bool taller)
{
	struct pane *pane = &app->panes[id];
	struct grid_window *window = &pane->window;
	bool other_day = pane->fresh || pane->placed_day != app->day;
	struct grid_shape shape = grid_draw_shape(app);

	if (is_placed(app, pane) && !wider && !taller && window->height == shape.height) {
		grid_window_select(window, &pane->grid, selected_box(app, pane));
		return;
	}
	place(app, pane);
	shape = grid_draw_shape(app);
	window->height = shape.height;
	window->width = shape.width;
	if (other_day)
		grid_window_begin(window, &pane->grid, selected_box(app, pane));
	else
		grid_window_keep(window, &pane->grid, selected_box(app, pane));
}

/* Moving */

/* Has the list follow; returns whether anything happened. */
static bool has_changed(struct app *app, const struct pane *pane, struct grid_window before)
{
	const struct grid_window *window = &pane->window;
	struct list *list = &sessions_of(app)->list;
	const struct grid_box *box = grid_window_box(window, &pane->grid);

	if (box && window->box != before.box) {
		list_select(list, list_find(list, ROW_SESSION, box->session));
		pane_kind(PANE_SESSIONS)->moved(app);
	}
	return window->box != before.box || window->top != before.top ||
	       window->left != before.left;
}

static bool move(struct app *app, enum pane_id id, enum motion motion)
{
	struct pane *pane = &app->panes[id];
	struct grid_window before = pane->window;

	grid_window_move(&pane->window, &pane->grid, motion);
	return has_changed(app, pane, before);
}

static bool scroll(struct app *app, enum pane_id id, int rows)
{
	struct pane *pane = &app->panes[id];
	struct grid_window before = pane->window;

	grid_window_scroll(&pane->window, &pane->grid, rows);
	return has_changed(app, pane, before);
}

static bool click(struct app *app, enum pane_id id, int row, int column)
{
	struct pane *pane = &app->panes[id];
	struct grid_window before = pane->window;
	size_t box = grid_draw_box_at(app, row, column);
	int step = grid_draw_arrow_at(app, row, column);

	if (step)
		grid_window_turn(&pane->window, &pane->grid, step);
	else if (box != GRID_NONE)
		grid_window_select(&pane->window, &pane->grid, box);
	has_changed(app, pane, before);
	return box != GRID_NONE;
}

static bool moves(const struct app *app, enum pane_id id)
{
	return app->panes[id].grid.boxes.count > 0;
}

static void draw(const struct app *app, struct screen *screen, enum pane_id id,
		 struct rectangle body, bool in_focus)
{
	const struct pane *sessions = &app->panes[PANE_SESSIONS];

	if (app->panes[id].grid.boxes.count) {
		grid_draw(app, screen, body, in_focus);
		return;
	}
	/* The list says why it is empty. */
	for (int i = 0; i < body.rows; i++)
		text_draw_line(&sessions->text, screen, body.row + i, body.column + PANE_MARGIN,
			       (size_t)i);
}

static void cursor(const struct app *app, enum pane_id id, int *row, int *column)
{
	(void)id;
	grid_draw_cursor(app, row, column);
}

static const struct pane_sort sort = {
    .selects = true,
    .sideways = true,
    .settle = settle,
    .move = move,
    .scroll = scroll,
    .click = click,
    .moves = moves,
    .draw = draw,
    .cursor = cursor,
};

/* The title */

/* "4 rooms", or which of them are seen. What has no room stands behind them all. */
static void say_rooms(const struct app *app, struct buffer *out)
{
	const struct pane *pane = &app->panes[PANE_GRID];
	const struct grid *grid = &pane->grid;
	const struct grid_lane *lanes = grid->lanes.items;
	size_t count = grid->lanes.count, first, last;
	int end = pane->window.left + pane->window.width;

	count -= lanes[count - 1].number == app->agenda->room_count;
	first = 1 + (size_t)(grid_lane_of(grid, pane->window.left) - lanes);
	last = 1 + (size_t)(grid_lane_of(grid, (end < grid->columns ? end : grid->columns) - 1) -
			    lanes);
	last = last < count ? last : count;
	if (first > count)
		return;
	buffer_puts(out, " · ");
	if (first == 1 && last == count)
		buffer_printf(out, ngettext("%zu room", "%zu rooms", count), count);
	else if (first == last)
		/* Translators: one of several rooms. */
		buffer_printf(out, _("room %1$zu of %2$zu"), first, count);
	else
		/* Translators: of several rooms, those from one to another. */
		buffer_printf(out, _("rooms %1$zu–%2$zu of %3$zu"), first, last, count);
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	struct buffer unused = {0};

	pane_kind(PANE_SESSIONS)->title(app, left, &unused);
	buffer_free(&unused);
	if (!app->panes[PANE_GRID].grid.boxes.count)
		return;
	session_rows_found(app, right, filter_count(&app->filter, app->day));
	if (app_day_is_over(app, app_shown_day(app)->date))
		buffer_printf(right, " · %s", _("over"));
	say_rooms(app, right);
}

const struct pane_kind pane_grid = {
    .sort = &sort,
    .chooser = PANE_SESSIONS,
    .title = title,
    .open = session_rows_open,
};
