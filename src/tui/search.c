#include "config.h"

#include "tui/search.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "model/haystack.h"
#include "present/pages.h"
#include "tui/app_private.h"
#include "tui/match.h"
#include "tui/session_rows.h"

#include <stdlib.h>
#include <string.h>

static struct list *matches(struct app *app)
{
	return &app->panes[PANE_SESSIONS].list;
}

void search_free(struct search *search)
{
	buffer_free(&search->text);
	buffer_free(&search->before);
	free(search->page);
	free(search->page_words);
}

bool search_stands(const struct app *app)
{
	return app->filter.query.search;
}

const char *search_words(const struct app *app)
{
	return app->filter.query.search;
}

static char *folded_page(const struct agenda *agenda)
{
	struct document *page = pages_event(agenda);
	char *text = document_plain_text(page), *folded = fold_text(text);

	free(text);
	document_free(page);
	return folded;
}

bool search_finds_page(struct app *app)
{
	struct search *search = &app->search;

	if (!search->page)
		search->page = folded_page(app->agenda);
	return search_stands(app) && haystack_text_holds(search->page, search_words(app));
}

static void copy_text(struct buffer *to, const struct buffer *from)
{
	buffer_clear(to);
	buffer_append(to, buffer_text(from), from->length);
}

/* Places */

/* The view that a search is shown in: the grid where it is open, else the programme. */
static enum view_id view_of(enum view_id view)
{
	return view_at(view)->by_day ? view : VIEW_PROGRAMME;
}

static struct search_place place_of(struct app *app)
{
	const struct list_row *row = list_selected(matches(app));
	struct search_place place = {
	    .view = app->view,
	    .focus = app->focus[view_of(app->view)],
	    .day = app->day,
	    .side = app->panes[PANE_DAYS].list.cursor,
	    .has_row = row,
	    .top = matches(app)->top,
	    .window = app->panes[PANE_GRID].window,
	    .reading = reading_of(app),
	};

	if (row)
		place.row = *row;
	return place;
}

static void fill_programme(struct app *app, bool fresh)
{
	app->panes[PANE_SESSIONS].stale = true;
	app->panes[PANE_SESSIONS].fresh = fresh;
	if (fresh) /* what was found in it is another thing now, or nothing */
		app->panes[PANE_DETAIL].stale = app->panes[PANE_DETAIL].fresh = true;
	app_settle(app);
}

static void select_session(struct app *app, const struct search_place *place)
{
	size_t row = list_find(matches(app), place->row.kind, place->row.item);

	if (!place->has_row || row == LIST_NONE)
		return;
	matches(app)->top = place->top;
	list_select(matches(app), row);
}

static void go_back_to(struct app *app, const struct search_place *place)
{
	app->view = VIEW_PROGRAMME;
	app->focus[view_of(place->view)] = place->focus;
	app_mark_day(app, place->day);
	fill_programme(app, true);
	select_session(app, place);
	if (list_selected(&app->panes[PANE_DAYS].list))
		list_select(&app->panes[PANE_DAYS].list, place->side);
	app->view = place->view;
	reading_go_on(app, &place->reading);
	if (app_pane_of(app, SLOT_MAIN) == PANE_GRID)
		grid_window_return(&app->panes[PANE_GRID].window, &app->panes[PANE_GRID].grid,
				   &place->window);
}

/* Searching */

static void set_text(struct app *app, const struct buffer *text)
{
	copy_text(&app->search.text, text);
	filter_set_search(&app->filter, buffer_text(text));
}

/* Where the cursor was put, from where it goes on by itself. */
static void mark_place(struct app *app)
{
	app->search.cursor = matches(app)->cursor;
	app->search.top = matches(app)->top;
}

static void show_matches(struct app *app)
{
	fill_programme(app, true);
	search_follow(app);
	mark_place(app);
	app->search.follows = true;
	app->search.told = filter_left(&app->filter);
}

/* Whether the user has moved through what was found, or reads some of it. */
static bool was_moved(struct app *app)
{
	return matches(app)->cursor != app->search.cursor || matches(app)->top != app->search.top ||
	       app->focus[app->view] == SLOT_DETAIL;
}

/* What of the list can be seen to have changed. */
struct seen {
	size_t cursor, top, below; /* the last: how many rows there are, up to those out of sight */
	int time_columns;
};

static struct seen look(struct app *app)
{
	const struct list *list = matches(app);
	size_t end = list->top + (size_t)list->height + 1;

	return (struct seen){list->cursor, list->top, list->count < end ? list->count : end,
			     app->panes[PANE_SESSIONS].time_columns};
}

static bool is_same(struct seen left, struct seen right)
{
	return left.cursor == right.cursor && left.top == right.top && left.below == right.below &&
	       left.time_columns == right.time_columns;
}

/* Whether how many there are is worth telling again: of many a few more are not. */
static bool is_news(const struct app *app)
{
	enum { SHARE = 8 };
	size_t told = app->search.told, left = filter_left(&app->filter);

	return filter_is_through(&app->filter) || left > told + told / SHARE;
}

/* Other panes are about what was found, too. */
static void tell_others(struct app *app)
{
	app->search.told = filter_left(&app->filter);
	app->panes[PANE_NOW].stale = app->panes[PANE_CARRY].stale = true;
	if (filter_is_through(&app->filter) && !app->search.told)
		app->panes[PANE_SESSIONS].stale = true; /* now it is known that there is none */
}

bool search_go_on(struct app *app)
{
	struct seen before = look(app);
	bool news;

	if (filter_is_through(&app->filter))
		return false;
	if (was_moved(app))
		app->search.follows = false;
	filter_go_on(&app->filter);
	app->panes[PANE_SESSIONS].grown = app->search.listed < filter_left(&app->filter);
	news = is_news(app);
	if (news)
		tell_others(app);
	app_settle(app);
	if (matches(app)->cursor != before.cursor)
		search_follow(app);
	if (app->search.follows)
		mark_place(app);
	return news || !is_same(before, look(app));
}

void search_finish(struct app *app)
{
	while (!filter_is_through(&app->filter))
		search_go_on(app);
}

void search_reach(struct app *app, uint32_t session)
{
	while (!filter_has_seen(&app->filter, session))
		search_go_on(app);
}

void search_open(struct app *app)
{
	struct search *search = &app->search;

	search->opened = place_of(app);
	if (!search_stands(app))
		search->home = search->opened;
	copy_text(&search->before, &search->text);
	ask_begin(app, ASK_SEARCH, buffer_text(&search->text));
	app->view = view_of(app->view);
	app->focus[app->view] = SLOT_MAIN;
}

/* Where nothing is searched for any more, the programme is as it was before. */
static void typed(struct app *app)
{
	set_text(app, ask_line(app));
	if (search_stands(app)) {
		show_matches(app);
	} else {
		app_mark_day(app, app->search.home.day);
		fill_programme(app, true);
		select_session(app, &app->search.home);
	}
}

void search_begin(struct app *app, const char *words)
{
	struct buffer text = {0};

	app->search.home = place_of(app);
	buffer_puts(&text, words);
	set_text(app, &text);
	buffer_free(&text);
	show_matches(app);
}

static bool accept(struct app *app, struct effects *effects)
{
	(void)effects;
	if (search_stands(app))
		return true;
	search_leave(app);
	return false;
}

/* As if the prompt had not been opened: what was found then is known. */
static void cancel(struct app *app)
{
	const struct search_place *place = &app->search.opened;

	set_text(app, &app->search.before);
	while (place->has_row && place->row.kind == ROW_SESSION &&
	       !filter_has_seen(&app->filter, place->row.item))
		filter_go_on(&app->filter);
	go_back_to(app, place);
	app->search.follows = false;
}

static void say_count(const struct app *app, struct buffer *out)
{
	if (search_stands(app))
		session_rows_found(app, out, app->filter.rows.count);
}

const struct ask_kind ask_search = {
    .sign = "/",
    .casual = true,
    .typed = typed,
    .accept = accept,
    .cancel = cancel,
    .aside = say_count,
};

void search_leave(struct app *app)
{
	filter_set_search(&app->filter, NULL);
	buffer_clear(&app->search.text);
	go_back_to(app, &app->search.home);
}

void search_sheet_opened(struct app *app, enum view_id sheet)
{
	if (app->search.home.view == sheet)
		app->search.home.view = VIEW_PROGRAMME;
}

void search_end(struct app *app)
{
	const struct list_row *row = list_selected(matches(app));
	uint32_t session = row ? row->item : 0;

	filter_set_search(&app->filter, NULL);
	buffer_clear(&app->search.text);
	fill_programme(app, true);
	if (row)
		list_show(matches(app), list_find(matches(app), ROW_SESSION, session));
}

/* Stepping */

static size_t line_in_page(const struct app *app, size_t from, int step)
{
	const struct wrapped *page = app->panes[PANE_EVENT].text.wrapped;

	return page ? match_line(page, search_words(app), from, step) : SIZE_MAX;
}

static bool knows_page(const struct app *app)
{
	const struct search *search = &app->search;

	return search->page_words && !strcmp(search->page_words, search_words(app)) &&
	       search->page_edition == app->panes[PANE_EVENT].text.edition;
}

static bool page_holds(const struct app *app)
{
	return knows_page(app) ? app->search.page_holds : line_in_page(app, 0, 1) != SIZE_MAX;
}

static bool page_is_read(const struct app *app)
{
	return app_pane(app) == PANE_EVENT && page_holds(app);
}

void search_settle(struct app *app)
{
	struct search *search = &app->search;

	if (!search_stands(app) || app_pane(app) != PANE_EVENT || knows_page(app))
		return;
	search->page_holds = page_holds(app);
	search->page_edition = app->panes[PANE_EVENT].text.edition;
	free(search->page_words);
	search->page_words = memory_strdup(search_words(app));
}

bool search_found(const struct app *app)
{
	return search_stands(app) &&
	       (app->filter.rows.count || !filter_is_through(&app->filter) || page_is_read(app));
}

/* The next line that is out of sight, else the first one from the other end. */
static void step_in_page(struct app *app, int step)
{
	struct text *page = &app->panes[PANE_EVENT].text;
	size_t top = page->top, behind = top + (size_t)page->height;
	size_t line = line_in_page(app, step > 0 ? behind : top - 1, step);

	if (line == SIZE_MAX)
		line = line_in_page(app, step > 0 ? 0 : text_lines(page) - 1, step);
	if (line < top || line >= behind)
		text_show_line(page, line);
	if (page->top == top)
		app_say(app, ROLE_STATUS, _("All that the search found here is in sight."));
}

/* While more may be found there is no other end. */
static void step_round(struct app *app, int step)
{
	if (!filter_is_through(&app->filter)) {
		app_say(app, ROLE_STATUS, _("Still looking: nothing further was found so far."));
		return;
	}
	list_move(matches(app), step > 0 ? MOTION_FIRST : MOTION_LAST);
	search_follow(app);
}

static void step_in_programme(struct app *app, int step)
{
	struct list *list = matches(app);
	size_t before;

	if (!view_at(app->view)->by_day)
		app_show_view(app, VIEW_PROGRAMME);
	before = list->cursor;
	list_move(list, step > 0 ? MOTION_DOWN : MOTION_UP);
	if (list->cursor != before)
		search_follow(app);
	else
		step_round(app, step);
}

void search_step(struct app *app, int step)
{
	if (page_is_read(app))
		step_in_page(app, step);
	else
		step_in_programme(app, step);
}

void search_follow(struct app *app)
{
	const struct list_row *row = list_selected(matches(app));

	if (search_stands(app) && row && row->kind == ROW_SESSION)
		app_mark_day(app, agenda_day_of(app->agenda, row->item));
}

void search_show_day(struct app *app, size_t day)
{
	uint32_t date = (uint32_t)app->agenda->days[day].date;
	size_t row = list_find(matches(app), ROW_DATE, date);

	if (row != LIST_NONE)
		list_show(matches(app), row);
}
