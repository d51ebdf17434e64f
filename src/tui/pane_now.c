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

/* Above the first of its rows. */
static void add_heading(struct list *list, enum row_kind kind, uint32_t item)
{
	if (list->count && list->items[list->count - 1].kind != ROW_GAP)
		list_add_still(list, ROW_GAP, 0);
	list_add_still(list, kind, item);
}

static void add_untimed_of(const struct app *app, struct list *list, size_t day)
{
	for (size_t i = 0; i < filter_count(&app->filter, day); i++) {
		uint32_t number = filter_session(&app->filter, day, i);

		if (app->agenda->sessions[number].start != CIVIL_NONE)
			break; /* those without a time stand first */
		if (!i)
			add_heading(list, ROW_HEADING, HEADING_UNTIMED);
		list_add(list, ROW_SESSION, number);
	}
}

/* Without a time, today: nobody knows whether it is on. */
static void add_untimed(const struct app *app, struct list *list)
{
	for (size_t day = 0; day < app->agenda->day_count; day++)
		if (app->agenda->days[day].date == app->today)
			add_untimed_of(app, list, day);
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

/* The day of what comes next where it is another one than of what is on, else CIVIL_NONE. */
static civil_day other_day(const struct app *app, const struct now *now)
{
	civil_day day, before = app->today;

	if (!now->next.count)
		return CIVIL_NONE;
	if (now->on.count)
		before = app->agenda->sessions[now->on.items[0]].day;
	day = app->agenda->sessions[now->next.items[0]].day;
	return day != before ? day : CIVIL_NONE;
}

static void add_all(const struct app *app, struct list *list, const struct now *now)
{
	if (now->by_room) {
		add_rooms(app, list, now);
		return;
	}
	add_group(list, &now->on, HEADING_ON, CIVIL_NONE);
	add_group(list, &now->next, HEADING_NEXT, now->on.count ? other_day(app, now) : CIVIL_NONE);
}

/* Where nothing is on, the day of what comes next stands above all. */
static void add_day(const struct app *app, struct list *list, const struct now *now)
{
	civil_day day = now->on.count ? CIVIL_NONE : other_day(app, now);

	if (day != CIVIL_NONE)
		add_heading(list, ROW_DATE, (uint32_t)day);
}

static void add_lead(const struct app *app, struct pane *pane, bool rows_follow)
{
	const char *sentence = buffer_text(&app->stage);

	if (!*sentence && rows_follow)
		return;
	if (!*sentence)
		sentence = _("Nothing of this is on now, and nothing comes next.");
	pane_add_lead(pane, saying_new(NULL, sentence, NULL), rows_follow);
}

static void fill(struct app *app, struct pane *pane)
{
	struct query_rows rows = {0};
	struct now now;

	filter_run(&app->filter, &rows);
	now_find(&now, app->agenda, &rows, app->now, !filter_wants(&app->filter, TRAIT_KEPT, 0));
	add_lead(app, pane, now.on.count + now.next.count > 0);
	add_untimed(app, &pane->list);
	add_day(app, &pane->list, &now);
	add_all(app, &pane->list, &now);
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
