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
	if (app->filter.wish)
		return saying_new(app->filter.wish, _("No session of this day fits."), NULL);
	theme = &app->agenda->themes[app->filter.theme];
	theme_index_of(&app->theme_index, (size_t)app->filter.theme, &count);
	return saying_new(theme->name, theme->description,
			  count ? _("No session of this theme on this day.")
				: _("No session has been announced for this theme yet."));
}

/* Those without a time come first, under a heading that says so. */
static void add_rows(const struct app *app, struct list *list)
{
	size_t count = filter_count(&app->filter, app->day), i = 0;

	for (; i < count; i++) {
		uint32_t number = filter_session(&app->filter, app->day, i);

		if (app->agenda->sessions[number].start != CIVIL_NONE)
			break;
		if (i == 0)
			list_add_still(list, ROW_HEADING, HEADING_UNTIMED);
		list_add(list, ROW_SESSION, number);
	}
	if (i > 0 && i < count)
		list_add_still(list, ROW_GAP, 0);
	for (; i < count; i++)
		list_add(list, ROW_SESSION, filter_session(&app->filter, app->day, i));
}

static void fill(struct app *app, struct pane *pane)
{
	pane->untimed_apart = true;
	if (app_shown_day(app))
		add_rows(app, &pane->list);
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
	if (filter_is_set(&app->filter)) {
		buffer_puts(left, " · ");
		filter_say(&app->filter, left);
	}
	session_rows_count(right, filter_count(&app->filter, app->day));
	if (app_day_is_over(app, day->date))
		buffer_printf(right, " · %s", _("over"));
}

const struct pane_kind pane_sessions = {
    .fill = fill,
    .title = title,
    .start = session_rows_start,
    .open = session_rows_open,
};
