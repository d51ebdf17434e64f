#include "config.h"

#include "base/i18n.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/saying.h"
#include "tui/session_rows.h"

/* Why there is nothing to show. */
static struct document *why_empty(const struct app *app)
{
	const struct theme *theme;
	size_t count;

	if (!filter_is_set(&app->filter))
		return saying_new(NULL, _("No session has been announced yet."), NULL);
	theme = &app->agenda->themes[app->filter.theme];
	theme_index_of(&app->theme_index, (size_t)app->filter.theme, &count);
	return saying_new(theme->name, theme->description,
			  count ? _("No session of this theme on this day.")
				: _("No session has been announced for this theme yet."));
}

/*
 * Adds the sessions from `number` on that have a time, or have none, up to the first that differs;
 * `still` stands before them. Returns the number behind them.
 */
static uint32_t add_sessions(const struct app *app, struct list *list, uint32_t number,
			     uint32_t end, bool timed, struct list_row still)
{
	const struct agenda *agenda = app->agenda;
	bool filtered = filter_is_set(&app->filter), any = false;

	for (; number < end && (agenda->sessions[number].start != CIVIL_NONE) == timed; number++) {
		if (filtered && !query_fits(&app->filter.query, agenda, number))
			continue;
		if (!any && still.still)
			list_add_still(list, still.kind, still.item);
		any = true;
		list_add(list, ROW_SESSION, number);
	}
	return number;
}

/* Those without a time come first, under a heading that says so. */
static void fill(struct app *app, struct pane *pane)
{
	static const struct list_row untimed = {HEADING_UNTIMED, ROW_HEADING, true};
	const struct day *day = app_shown_day(app);
	uint32_t number = day ? day->first : 0, end = day ? number + day->count : 0;

	pane->untimed_apart = true;
	number = add_sessions(app, &pane->list, number, end, false, untimed);
	add_sessions(app, &pane->list, number, end, true,
		     (struct list_row){0, ROW_GAP, pane->list.count > 0});
	if (!pane->list.count)
		pane_add_lead(pane, why_empty(app), false);
	session_rows_measure(app, pane);
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	const struct day *day = app_shown_day(app);

	if (!day)
		return;
	when_day_long(left, day->date);
	if (!left->length)
		buffer_puts(left, _("No date"));
	session_rows_count(right, app->filter.day_counts[app->day]);
	if (app_day_is_over(app, day->date))
		buffer_printf(right, " · %s", _("over"));
}

const struct pane_kind pane_sessions = {
    .fill = fill, .title = title, .start = session_rows_start, .open = session_rows_open};
