#include "config.h"

#include "tui/grid_draw.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "document/fill.h"
#include "present/session_facts.h"
#include "present/title.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/grid_box.h"

enum {
	TIME_COLUMN = 1,
	TIME_COLUMNS = 7,    /* 09:00, and what parts it from the rooms */
	ROOM_COLUMNS = 18,   /* a room has at least so many; */
	NARROW_COLUMNS = 14, /* so many, where there were else room for one alone; */
	WIDEST_COLUMNS = 64, /* and at most so many, where there are few rooms */
	NAME_ROWS = 1,
	CAPTION_ROWS = 12 /* a pane this high says below what is selected */
};

/* The shape */

/* The columns of the screen for rooms: without the times before them and the margin behind. */
static int columns_for_rooms(const struct pane *pane)
{
	return pane->columns + 2 * PANE_MARGIN - TIME_COLUMNS;
}

static int seen_columns(int columns)
{
	int seen = columns / ROOM_COLUMNS;

	if (seen < 2 && columns / 2 >= NARROW_COLUMNS)
		return 2;
	return seen > 1 ? seen : 1;
}

/* Whether the detail stands beside the grid. */
static bool is_described(const struct app *app)
{
	return layout_shows(&app->layout, SLOT_MAIN) && layout_shows(&app->layout, SLOT_DETAIL);
}

struct grid_shape grid_draw_shape(const struct app *app)
{
	const struct pane *pane = &app->panes[PANE_GRID];
	int columns = columns_for_rooms(pane), all = pane->grid.columns;
	struct grid_shape shape = {.width = seen_columns(columns)};

	if (all && all < shape.width)
		shape.width = all;
	shape.columns = columns / shape.width;
	if (shape.columns > WIDEST_COLUMNS)
		shape.columns = WIDEST_COLUMNS;
	shape.captioned = pane->rows >= CAPTION_ROWS && !is_described(app);
	shape.height = pane->rows - NAME_ROWS - shape.captioned;
	if (shape.height < 1)
		shape.height = 1;
	return shape;
}

/* Places */

size_t grid_draw_box_at(const struct app *app, int row, int column)
{
	const struct pane *pane = &app->panes[PANE_GRID];
	struct grid_shape shape = grid_draw_shape(app);

	row -= NAME_ROWS;
	column -= TIME_COLUMNS;
	if (row < 0 || row >= shape.height || column < 0 || column >= shape.width * shape.columns)
		return GRID_NONE;
	return grid_box_at(&pane->grid, pane->window.top + row,
			   pane->window.left + column / shape.columns);
}

/* An arrow can be hit beside its cell, too, as far as nothing else is there. */
int grid_draw_arrow_at(const struct app *app, int row, int column)
{
	const struct pane *pane = &app->panes[PANE_GRID];

	if (row >= NAME_ROWS || !pane->grid.boxes.count)
		return 0;
	if (column < TIME_COLUMNS)
		return -1;
	return column >= TIME_COLUMNS + columns_for_rooms(pane) - 1;
}

static int clamp(int value, int from, int to)
{
	return value < from ? from : value > to ? to : value;
}

void grid_draw_cursor(const struct app *app, int *row, int *column)
{
	const struct pane *pane = &app->panes[PANE_GRID];
	const struct grid_window *window = &pane->window;
	const struct grid_box *box = grid_window_box(window, &pane->grid);
	struct grid_shape shape = grid_draw_shape(app);

	*row = 0;
	*column = PANE_MARGIN;
	if (!box)
		return;
	*row = NAME_ROWS + clamp(box->row - window->top, 0, shape.height - 1);
	*column =
	    TIME_COLUMNS + clamp(box->column - window->left, 0, shape.width - 1) * shape.columns;
}

/* Drawing */

struct canvas {
	const struct app *app;
	struct screen *screen;
	const struct grid *grid;
	const struct grid_window *window;
	struct grid_shape shape;
	struct rectangle area; /* of the boxes */
	bool in_focus;
};

static const char *name_of(const struct app *app, uint32_t lane)
{
	const struct agenda *agenda = app->agenda;

	if (lane < agenda->room_count)
		return agenda->rooms[lane];
	if (agenda->room_count)
		return _("No set room");
	return agenda->event.place ? agenda->event.place : _("Programme");
}

static int screen_column(const struct canvas *canvas, int column)
{
	return canvas->area.column + (column - canvas->window->left) * canvas->shape.columns;
}

static int seen_end(const struct canvas *canvas)
{
	int end = canvas->window->left + canvas->window->width;

	return end < canvas->grid->columns ? end : canvas->grid->columns;
}

/* The name of a lane. A long one takes the empty row below the title, too. */
static void draw_name(const struct canvas *canvas, const char *name, int column, int columns)
{
	struct span span = {.text = name, .link = DOCUMENT_NO_LINK};
	int rows = NAME_ROWS + canvas->app->panes[PANE_GRID].airy, lines;
	struct fill fill = {0};

	fill_spans(&fill, &span, 1, columns, 0);
	lines = clamp((int)fill.lines.count, 0, rows);
	for (int i = 0; i < lines; i++) {
		const struct wrap_run *run = &fill.runs.items[fill.lines.items[i].first];
		int row = canvas->area.row - lines + i;

		if (i + 1 < lines)
			screen_put_n(canvas->screen, row, column, ROLE_HEADING, run->text,
				     run->length);
		else
			screen_field(canvas->screen, row, column, columns, ROLE_HEADING, run->text);
	}
	fill_free(&fill);
}

static void draw_names(const struct canvas *canvas)
{
	int row = canvas->area.row - 1, end = seen_end(canvas);

	for (int column = canvas->window->left, behind; column < end; column = behind) {
		const struct grid_lane *lane = grid_lane_of(canvas->grid, column);
		int from = screen_column(canvas, column);

		behind = clamp(lane->column + lane->columns, column, end);
		draw_name(canvas, name_of(canvas->app, lane->number), from,
			  screen_column(canvas, behind) - from - 1);
	}
	if (canvas->window->left > 0)
		screen_put(canvas->screen, row, canvas->area.column - 2, ROLE_RULE, "←");
	if (end < canvas->grid->columns)
		screen_put(canvas->screen, row, canvas->area.column + canvas->area.columns,
			   ROLE_RULE, "→");
}

/* Rows that say something across all columns */

static void draw_across(const struct canvas *canvas, int row, enum role role, const char *text)
{
	int column = canvas->area.column, end = column + canvas->area.columns;

	screen_rule(canvas->screen, row, column, end - column, "┄");
	column = screen_put(canvas->screen, row, column + 2, role, " ");
	column = screen_put(canvas->screen, row, column, role, text);
	screen_put(canvas->screen, row, column, role, " ");
}

static void draw_time(const struct canvas *canvas, int row, enum role role, const char *text)
{
	screen_put(canvas->screen, row, canvas->area.column - TIME_COLUMNS + TIME_COLUMN, role,
		   text);
}

static void draw_now_word(const struct canvas *canvas, int row)
{
	/* Translators: beside the times of the grid; at most six columns. */
	draw_time(canvas, row, ROLE_NOW, C_("grid", "now"));
}

/* Whether a row bears its time: round ones do, and those that do not follow the one before. */
static bool is_labelled(const struct grid *grid, size_t number)
{
	const struct grid_row *row = &grid->rows.items[number];
	int every = grid->minutes == 5 ? 15 : grid->minutes == 30 ? 60 : 30;

	return civil_minute_of_day(row->start) % every == 0 || !number ||
	       (row[-1].kind != GRID_TIME && row[-1].kind != GRID_NOW);
}

static void draw_slot(const struct canvas *canvas, int row, size_t number)
{
	const struct grid_row *slot = &canvas->grid->rows.items[number];
	struct buffer text = {0};

	when_column(&text, slot->start);
	if (is_labelled(canvas->grid, number))
		draw_time(canvas, row,
			  civil_minute_of_day(slot->start) % 60 ? ROLE_TEXT : ROLE_STRONG,
			  buffer_text(&text));
	buffer_free(&text);
}

static void draw_gap(const struct canvas *canvas, int row, size_t number)
{
	const struct grid_row *gap = &canvas->grid->rows.items[number];
	struct buffer length = {0}, text = {0};

	if (gap->now) {
		when_clock(&length, gap->start + gap->minutes);
		/* Translators: in the grid; %s is a time. */
		buffer_printf(&text, _("nothing until %s"), buffer_text(&length));
		draw_now_word(canvas, row);
	} else {
		when_length(&length, gap->minutes);
		/* Translators: in the grid; %s is a length of time. */
		buffer_printf(&text, _("nothing for %s"), buffer_text(&length));
	}
	draw_across(canvas, row, ROLE_TEXT, buffer_text(&text));
	buffer_free(&length);
	buffer_free(&text);
}

static void draw_now(const struct canvas *canvas, int row, size_t number)
{
	(void)number;
	screen_rule(canvas->screen, row, canvas->area.column - TIME_COLUMNS + TIME_COLUMN,
		    canvas->area.columns + TIME_COLUMNS - TIME_COLUMN, "─");
	draw_now_word(canvas, row);
}

static void draw_heading(const struct canvas *canvas, int row, size_t number)
{
	(void)number;
	draw_time(canvas, row, ROLE_HEADING, _("No set time"));
}

static void draw_nothing(const struct canvas *canvas, int row, size_t number)
{
	(void)canvas, (void)row, (void)number;
}

static void draw_rows(const struct canvas *canvas)
{
	static void (*const drawers[])(const struct canvas *, int, size_t) = {
	    [GRID_TIME] = draw_slot,	   [GRID_GAP] = draw_gap,
	    [GRID_NOW] = draw_now,	   [GRID_HEADING] = draw_heading,
	    [GRID_UNTIMED] = draw_nothing, [GRID_SPACE] = draw_nothing,
	};

	for (int i = 0; i < canvas->area.rows; i++) {
		size_t number = (size_t)(canvas->window->top + i);

		if (number < canvas->grid->rows.count)
			drawers[canvas->grid->rows.items[number].kind](canvas, canvas->area.row + i,
								       number);
	}
}

/* Boxes */

static struct grid_box_place place_of(const struct canvas *canvas, const struct grid_box *box)
{
	const struct grid_window *window = canvas->window;
	const struct grid_box *chosen = grid_window_box(window, canvas->grid);
	int end = seen_end(canvas), bottom = window->top + canvas->area.rows;
	int row = clamp(box->row, window->top, bottom);
	int below = clamp(box->row + box->rows, window->top, bottom);
	int column = screen_column(canvas, clamp(box->column, window->left, end));
	int behind = screen_column(canvas, clamp(box->column + box->columns, window->left, end));
	int now = grid_now_in(canvas->grid, box), shift = canvas->area.row - window->top;

	return (struct grid_box_place){
	    .area = {row + shift, column, below - row, behind - column},
	    .rows_above = row - box->row,
	    .rows_below = box->row + box->rows - below,
	    .cut = box->cut,
	    .now = now >= row && now < below ? now + shift : -1,
	    .selected = chosen && chosen->session == box->session,
	    .in_focus = canvas->in_focus,
	};
}

/* Each box is drawn in the first of its columns that is seen. */
static void draw_boxes(const struct canvas *canvas)
{
	int top = canvas->window->top, left = canvas->window->left, end = seen_end(canvas);

	for (int column = left; column < end; column++) {
		struct grid_stack stack = grid_stack(canvas->grid, column);

		for (size_t i = grid_from(canvas->grid, stack, top); i < stack.count; i++) {
			const struct grid_box *box = &canvas->grid->boxes.items[stack.items[i]];
			struct grid_box_place place = place_of(canvas, box);

			if (box->row >= top + canvas->area.rows)
				break;
			if (box->column == column || column == left)
				grid_box_draw(canvas->app, canvas->screen, &place, box->session);
		}
	}
}

/* Its times, its title in full, and its rooms where there are so many columns. */
static void say_selected(const struct app *app, uint32_t number, int columns, struct buffer *out)
{
	const struct session *session = &app->agenda->sessions[number];
	size_t length;

	when_span_column(out, session);
	buffer_printf(out, "%s%s%s", out->length ? "  " : "",
		      keeper_has(&app->keeper, number) ? "★ " : "", title_or_none(session->title));
	length = out->length;
	if (session->rooms.count)
		buffer_puts(out, " · ");
	session_facts_rooms(out, app->agenda, number);
	if (utf8_columns(buffer_text(out), out->length) > columns)
		buffer_truncate(out, length);
}

/* What is selected, in a line, and how it stands. */
static void draw_caption(const struct canvas *canvas, struct rectangle area)
{
	uint32_t session = grid_window_box(canvas->window, canvas->grid)->session;
	struct buffer text = {0}, state = {0};
	enum role role = grid_box_state(canvas->app, session, &state);
	int taken = utf8_columns(buffer_text(&state), state.length);
	int column = area.column + PANE_MARGIN, end = area.column + area.columns - PANE_MARGIN;
	int columns = end - column - taken - (taken ? 2 : 0);

	say_selected(canvas->app, session, columns, &text);
	screen_field(canvas->screen, area.row, column, columns, ROLE_TEXT, buffer_text(&text));
	screen_paint(canvas->screen, area, ROLE_SELECTED);
	screen_put(canvas->screen, area.row, end - taken, role, buffer_text(&state));
	buffer_free(&text);
	buffer_free(&state);
}

void grid_draw(const struct app *app, struct screen *screen, struct rectangle body, bool in_focus)
{
	const struct pane *pane = &app->panes[PANE_GRID];
	const struct grid_window *window = &pane->window;
	struct canvas canvas = {
	    .app = app,
	    .screen = screen,
	    .grid = &pane->grid,
	    .window = window,
	    .shape = grid_draw_shape(app),
	    .in_focus = in_focus,
	};
	struct rectangle rows = body, caption = body;

	rows.row += NAME_ROWS;
	rows.rows = canvas.shape.height;
	canvas.area = (struct rectangle){rows.row, body.column + TIME_COLUMNS, rows.rows,
					 columns_for_rooms(pane)};
	draw_names(&canvas);
	draw_rows(&canvas);
	draw_boxes(&canvas);
	caption.row += body.rows - 1;
	caption.rows = 1;
	if (canvas.shape.captioned && window->box != GRID_NONE)
		draw_caption(&canvas, caption);
	pane_draw_more(screen, rows, window->top > 0,
		       window->top + window->height < (int)pane->grid.rows.count);
}
