#include "config.h"

#include "base/i18n.h"
#include "present/stage.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/note.h"
#include "tui/panes.h"
#include "tui/saying.h"
#include "tui/session_rows.h"

/* The line of the day takes the columns of the list but for one. */
enum { TIMELINE_INDENT = 1 };

/* Why there is nothing to show */

static void say_key(const struct app *app, struct buffer *out, const char *command)
{
	key_label(out, keymap_key(&app->keymap, command_find(command)));
}

/* And what would show more than nothing, if anything would. */
static void say_no_match(struct app *app, struct buffer *out)
{
	bool filtered = filter_has_traits(&app->filter);
	struct buffer key = {0};

	buffer_puts(out, filtered ? _("No session that fits your filter holds what you search for.")
				  : _("No session holds what you search for."));
	say_key(app, &key, filtered ? "clear-filter" : "practical-information");
	if (key.length && filtered) {
		buffer_putc(out, ' ');
		/* Translators: %s is a key. */
		buffer_printf(out, _("%s shows every session again."), buffer_text(&key));
	} else if (key.length && search_finds_page(app)) {
		buffer_putc(out, ' ');
		/* Translators: %s is a key; of words that no session holds. */
		buffer_printf(out, _("The practical information does: %s shows where."),
			      buffer_text(&key));
	}
	buffer_free(&key);
}

/* The rest is said when it is known. */
static struct document *none_so_far(void)
{
	return saying_new(NULL, _("Still looking through the sessions…"), NULL);
}

static struct document *no_match(struct app *app)
{
	struct buffer why = {0};
	struct document *document;

	say_no_match(app, &why);
	document = saying_new(NULL, buffer_text(&why),
			      _("Every word is looked for in titles, speakers, themes, "
				"formats, rooms, descriptions and your notes."));
	buffer_free(&why);
	return document;
}

/* Before what the theme is about, which may be longer than a small window. */
static struct document *none_of_theme(const struct app *app)
{
	size_t count, number = query_next_value(&app->filter.query, TRAIT_THEME, 0);
	const struct theme *theme = &app->agenda->themes[number];
	struct buffer why = {0};
	struct document *document;

	theme_index_of(&app->theme_index, number, &count);
	if (count)
		buffer_printf(&why,
			      ngettext("No session of this theme on this day; %zu is on another.",
				       "No session of this theme on this day; %zu are on others.",
				       count),
			      count);
	else
		buffer_puts(&why, stage_none_for_theme(app->agenda, app->now));
	document = saying_new(theme->name, buffer_text(&why), theme->description);
	buffer_free(&why);
	return document;
}

static struct document *none_fits(const struct app *app)
{
	size_t left = filter_left(&app->filter);
	struct buffer more = {0}, key = {0};
	struct document *document;

	say_key(app, &key, "clear-filter");
	if (left)
		buffer_printf(&more,
			      ngettext("%zu session does on another day.",
				       "%zu sessions do on other days.", left),
			      left);
	else
		/* Translators: %s is a key. */
		buffer_printf(&more, _("%s shows every session again."), buffer_text(&key));
	document = saying_new(NULL,
			      left ? _("No session of this day fits what you filter by.")
				   : _("No session fits all that you filter by."),
			      buffer_text(&more));
	buffer_free(&more);
	buffer_free(&key);
	return document;
}

/* Whoever opens an agenda without a session is told where the rest of it is. */
static struct document *none_announced(const struct app *app)
{
	struct buffer more = {0}, key = {0};
	struct document *document;

	say_key(app, &key, "practical-information");
	if (key.length)
		/* Translators: %s is a key. */
		buffer_printf(&more, _("%s shows what else its page says."), buffer_text(&key));
	document = saying_new(NULL, stage_none_announced(app->agenda, app->now),
			      more.length ? buffer_text(&more) : NULL);
	buffer_free(&more);
	buffer_free(&key);
	return document;
}

static struct document *why_empty(struct app *app)
{
	if (!filter_is_set(&app->filter))
		return none_announced(app);
	if (!filter_is_through(&app->filter))
		return none_so_far();
	if (search_stands(app))
		return no_match(app);
	return filter_is_one_theme(&app->filter) ? none_of_theme(app) : none_fits(app);
}

/* Rows for the sessions of the day that are left, from one of them up to another. */
static void add_sessions(const struct app *app, struct list *list, size_t from, size_t to)
{
	const struct filter *filter = &app->filter;

	if (from == to)
		return;
	if (filter_is_set(filter))
		list_add_all(list, ROW_SESSION, filter_sessions(filter, app->day) + from,
			     to - from);
	else
		list_add_run(list, ROW_SESSION, filter_session(filter, app->day, from), to - from);
}

static bool is_timed(const struct app *app, size_t i)
{
	uint32_t number = filter_session(&app->filter, app->day, i);

	return app->agenda->sessions[number].start != CIVIL_NONE;
}

/* Those without a time come first, under a heading that says so. */
static void add_rows(const struct app *app, struct list *list)
{
	size_t count = filter_count(&app->filter, app->day), untimed = 0;

	while (untimed < count && !is_timed(app, untimed))
		untimed++;
	if (untimed)
		list_add_still(list, ROW_HEADING, HEADING_UNTIMED);
	add_sessions(app, list, 0, untimed);
	if (untimed && untimed < count)
		list_add_still(list, ROW_GAP, 0);
	add_sessions(app, list, untimed, count);
}

/* A note is shown where it is what was found. */
static void add_match(const struct app *app, struct list *list, uint32_t session)
{
	const struct bookmark *bookmark = keeper_bookmark(&app->keeper, session);

	list_add(list, ROW_SESSION, session);
	if (bookmark && note_matches(app, bookmark->note))
		session_rows_add_note(&app->keeper, list, bookmark);
}

static void add_heading(const struct app *app, struct list *list, size_t day)
{
	if (list->count && !app->linear)
		list_add_still(list, ROW_GAP, 0);
	list_add_still(list, ROW_DATE, (uint32_t)app->agenda->days[day].date);
}

/* What a search found of a day, from one of those on; where none is noted, all at once. */
static void add_matches_of(const struct app *app, struct list *list, size_t day, size_t from)
{
	size_t count = filter_count(&app->filter, day);

	if (from >= count)
		return;
	if (!from)
		add_heading(app, list, day);
	if (!keeper_count(&app->keeper))
		list_add_all(list, ROW_SESSION, filter_sessions(&app->filter, day) + from,
			     count - from);
	else
		for (size_t i = from; i < count; i++)
			add_match(app, list, filter_session(&app->filter, day, i));
}

/* What it found of all days that is not listed yet, which stands behind all that is. */
static void add_matches(struct app *app, struct list *list)
{
	size_t listed = app->search.listed;

	for (size_t day = 0; day < app->agenda->day_count; day++) {
		size_t count = filter_count(&app->filter, day);

		add_matches_of(app, list, day, listed < count ? listed : count);
		listed -= listed < count ? listed : count;
	}
	app->search.listed = filter_left(&app->filter);
}

/* The line of the day */

/* It reaches over the whole day, so that it stays where it is when a filter takes sessions away;
 * only those that are left run on it. */
static void make_line(struct app *app, const struct day *day, struct timeline *timeline,
		      int columns)
{
	size_t count = filter_count(&app->filter, app->day);

	timeline_free(timeline);
	if (columns < TIMELINE_LEAST_COLUMNS || day->start == CIVIL_NONE)
		return;
	timeline_begin(timeline, day->start, day->until, columns);
	for (size_t i = 0; i < count; i++)
		timeline_add(timeline,
			     &app->agenda->sessions[filter_session(&app->filter, app->day, i)]);
}

static void settle_line(struct app *app, int columns)
{
	const struct day *day = app_shown_day(app);
	struct day_line *line = &app->lines[app->day];

	if (!day)
		return;
	if (filter_is_set(&app->filter)) {
		make_line(app, day, &line->left, columns);
	} else if (line->columns != columns) {
		make_line(app, day, &line->whole, columns);
		line->columns = columns;
	}
}

/* Sessions without a time stand first. */
static bool has_times(const struct app *app, const struct day *day)
{
	return app->agenda->sessions[day->first + day->count - 1].start != CIVIL_NONE;
}

/* The rows that the list of a day takes, with the heading over what has no time. */
static size_t rows_of_day(const struct app *app, const struct day *day)
{
	return day->count + (app->agenda->sessions[day->first].start == CIVIL_NONE ? 2 : 0);
}

/* In a low pane it stands only where the list needs no row of it. */
static int timeline_rows(const struct app *app, struct rectangle area)
{
	enum { HIGH = 16, AROUND = TIMELINE_ROWS + 2 /* the title and an empty line */ };
	const struct day *day = app_shown_day(app);

	if (search_stands(app) || !day || !filter_count(&app->filter, app->day) ||
	    !has_times(app, day) ||
	    area.columns < TIMELINE_LEAST_COLUMNS + 2 * PANE_MARGIN + TIMELINE_INDENT)
		return 0;
	return area.rows >= HIGH || rows_of_day(app, day) + AROUND <= (size_t)area.rows
		   ? TIMELINE_ROWS
		   : 0;
}

static void draw_timeline(const struct app *app, struct screen *screen, struct rectangle area)
{
	const struct list_row *row = list_selected(&app->panes[PANE_SESSIONS].list);
	const struct day_line *line = &app->lines[app->day];
	const struct session *selected = NULL;

	if (row && row->kind == ROW_SESSION)
		selected = &app->agenda->sessions[row->item];
	timeline_draw(filter_is_set(&app->filter) ? &line->left : &line->whole, screen, area.row,
		      area.column + TIMELINE_INDENT, selected, app->now);
}

static void fill_matches(struct app *app, struct pane *pane)
{
	app->search.listed = 0;
	add_matches(app, &pane->list);
	app->search.soonest = session_rows_now(app, &pane->list, false);
}

static void fill(struct app *app, struct pane *pane)
{
	if (!search_stands(app)) /* which has no line */
		settle_line(app, pane->columns);
	pane->untimed_apart = !search_stands(app);
	if (search_stands(app))
		fill_matches(app, pane);
	else if (app_shown_day(app))
		add_rows(app, &pane->list);
	if (!pane->list.count)
		pane_add_lead(pane, why_empty(app), false);
	session_rows_measure(app, pane);
}

/* Whether some of what was found from one of all matches on is of the day that the grid shows. */
static bool is_of_day(const struct app *app, size_t from)
{
	const struct filter *filter = &app->filter;
	size_t end = filter->firsts[app->day] + filter->counts[app->day];

	return from < end && filter->firsts[app->day] < end;
}

/* What a search has found since. The cursor stays, or goes where it would start now. */
static void extend(struct app *app, struct pane *pane)
{
	struct search *search = &app->search;
	struct list *list = &pane->list;
	size_t from = list->count, listed = search->listed;

	add_matches(app, list);
	if (list->count == from)
		return;
	if (is_of_day(app, listed))
		pane->edition++;
	if (search->told == search->listed)
		session_rows_measure(app, pane);
	search->soonest = session_rows_now_from(app, list, from, search->soonest);
	if (search->follows)
		list_show(list, search->soonest == LIST_NONE ? 0 : search->soonest);
}

static void moved(struct app *app)
{
	search_follow(app);
}

/* The day of the match under the cursor, whose heading may be out of sight, where the list of days
 * does not mark it. */
static void say_day_of_match(const struct app *app, struct buffer *left)
{
	civil_day day = app->filter.rows.count ? app_shown_day(app)->date : CIVIL_NONE;

	if (layout_shows(&app->layout, SLOT_SIDE) || day == CIVIL_NONE)
		return;
	buffer_puts(left, " · ");
	when_day_short(left, day);
}

static void title_of_search(const struct app *app, struct buffer *left, struct buffer *right)
{
	buffer_printf(left, _("Search: %s"), buffer_text(&app->search.text));
	say_day_of_match(app, left);
	session_rows_found(app, right, app->filter.rows.count);
}

static void title_of_day(const struct app *app, const struct day *day, struct buffer *left,
			 struct buffer *right)
{
	when_day_long(left, day->date);
	if (!left->length)
		buffer_puts(left, _("No date"));
	session_rows_count(right, filter_count(&app->filter, app->day));
	if (app_day_is_over(app, day->date))
		buffer_printf(right, " · %s", _("over"));
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	const struct day *day = app_shown_day(app);

	if (search_stands(app))
		title_of_search(app, left, right);
	else if (day)
		title_of_day(app, day, left, right);
	else
		buffer_puts(left, _("Programme"));
}

/* The list of a day is in programme order. */
static size_t start(const struct app *app, const struct pane *pane)
{
	size_t now =
	    search_stands(app) ? app->search.soonest : session_rows_now(app, &pane->list, true);

	return now == LIST_NONE ? 0 : now;
}

const struct pane_kind pane_sessions = {
    .fill = fill,
    .extend = extend,
    .title = title,
    .head_rows = timeline_rows,
    .draw_head = draw_timeline,
    .start = start,
    .moved = moved,
    .open = session_rows_open,
};
