/*
 * What is on and what comes next, of all that the filter leaves: room by room where the day has
 * several, else one heading for each.
 */
#include "config.h"

#include "base/array.h"
#include "base/i18n.h"
#include "model/now.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/saying.h"
#include "tui/session_rows.h"

/* Above the first of its rows; right below the date that it belongs to. */
static void add_heading(struct list *list, enum row_kind kind, uint32_t item)
{
	enum row_kind above =
	    list->count ? (enum row_kind)list->items[list->count - 1].kind : ROW_GAP;

	if (above != ROW_GAP && above != ROW_DATE)
		list_add_still(list, ROW_GAP, 0);
	list_add_still(list, kind, item);
}

/* Those without a time stand first. */
static bool has_untimed(const struct app *app, size_t day)
{
	return filter_count(&app->filter, day) &&
	       app->agenda->sessions[filter_session(&app->filter, day, 0)].start == CIVIL_NONE;
}

static void add_untimed_of(const struct app *app, struct list *list, size_t day)
{
	for (size_t i = 0; i < filter_count(&app->filter, day); i++) {
		uint32_t number = filter_session(&app->filter, day, i);

		if (app->agenda->sessions[number].start != CIVIL_NONE)
			break;
		if (!i)
			add_heading(list, ROW_HEADING, HEADING_UNTIMED);
		list_add(list, ROW_SESSION, number);
	}
}

/* The day of what comes next: that of the next start, else the next one that has sessions. */
static civil_day day_of_next(const struct app *app, const struct now *now)
{
	if (now->next.count)
		return app->agenda->sessions[now->next.items[0]].day;
	for (size_t day = 0; day < app->agenda->day_count; day++)
		if (app->agenda->days[day].date > app->today && filter_count(&app->filter, day))
			return app->agenda->days[day].date;
	return app->today;
}

/* Whether what has no time on a day is told: nobody knows whether today's is on, and what stands on
 * a later one comes before or with what starts next. */
static bool tells_untimed(const struct app *app, size_t day, civil_day last)
{
	civil_day date = app->agenda->days[day].date;

	return date >= app->today && date <= last && has_untimed(app, day);
}

static bool tells_any_untimed(const struct app *app, civil_day last)
{
	for (size_t day = 0; day < app->agenda->day_count; day++)
		if (tells_untimed(app, day, last))
			return true;
	return false;
}

/* Returns the day that is named last. */
static civil_day add_untimed(const struct app *app, struct list *list, civil_day last)
{
	civil_day named = app->today;

	for (size_t day = 0; day < app->agenda->day_count; day++) {
		civil_day date = app->agenda->days[day].date;

		if (!tells_untimed(app, day, last))
			continue;
		if (date != named)
			add_heading(list, ROW_DATE, (uint32_t)date);
		named = date;
		add_untimed_of(app, list, day);
	}
	return named;
}

static void add_group(struct list *list, const struct query_rows *rows, enum pane_heading heading,
		      civil_day day)
{
	if (rows->count)
		add_heading(list, ROW_HEADING, heading);
	if (rows->count && day != CIVIL_NONE)
		list_add_still(list, ROW_DATE, (uint32_t)day);
	array_each (uint32_t, number, rows)
		list_add(list, ROW_SESSION, *number);
}

static void add_rooms(const struct app *app, struct list *list, const struct now *now)
{
	now_entries entries = {0};

	now_list(now, app->agenda, &entries);
	for (size_t i = 0; i < entries.count; i++) {
		if (!i || entries.items[i].room != entries.items[i - 1].room)
			add_heading(list, ROW_ROOM, entries.items[i].room);
		list_add(list, ROW_SESSION, entries.items[i].session);
	}
	array_free(&entries);
}

/* The day of what comes next where it is another one than of what is on, or than was named before;
 * else CIVIL_NONE. */
static civil_day other_day(const struct app *app, const struct now *now, civil_day before)
{
	civil_day day;

	if (!now->next.count)
		return CIVIL_NONE;
	if (now->on.count)
		before = app->agenda->sessions[now->on.items[0]].day;
	day = app->agenda->sessions[now->next.items[0]].day;
	return day != before ? day : CIVIL_NONE;
}

static void add_all(const struct app *app, struct list *list, const struct now *now,
		    civil_day named)
{
	if (now->by_room) {
		add_rooms(app, list, now);
		return;
	}
	add_group(list, &now->on, HEADING_ON, CIVIL_NONE);
	add_group(list, &now->next, HEADING_NEXT,
		  now->on.count ? other_day(app, now, named) : CIVIL_NONE);
}

/* Where nothing is on, the day of what comes next stands above all. */
static void add_day(const struct app *app, struct list *list, const struct now *now,
		    civil_day named)
{
	civil_day day = now->on.count ? CIVIL_NONE : other_day(app, now, named);

	if (day != CIVIL_NONE)
		add_heading(list, ROW_DATE, (uint32_t)day);
}

static void add_lead(const struct app *app, struct pane *pane, bool rows_follow)
{
	const char *sentence = buffer_text(&app->stage);

	if (!*sentence && rows_follow)
		return;
	if (!*sentence)
		sentence = session_rows_none_now(app, true);
	pane_add_lead(pane, saying_new(NULL, sentence, NULL), rows_follow);
}

static void fill(struct app *app, struct pane *pane)
{
	struct query_rows rows = {0};
	civil_day last, named;
	struct now now;

	filter_run(&app->filter, &rows);
	now_find(&now, app->agenda, &rows, app->now, !filter_wants(&app->filter, TRAIT_KEPT, 0));
	last = day_of_next(app, &now);
	add_lead(app, pane, now.on.count || now.next.count || tells_any_untimed(app, last));
	named = add_untimed(app, &pane->list, last);
	add_day(app, &pane->list, &now, named);
	add_all(app, &pane->list, &now, named);
	pane->untimed_apart = pane->related = true;
	session_rows_measure(app, pane);
	now_free(&now);
	query_rows_free(&rows);
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	(void)app, (void)right;
	buffer_puts(left, _("Now and next"));
}

const struct pane_kind pane_now = {.fill = fill, .title = title, .open = session_rows_open};
