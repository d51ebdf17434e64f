/* Going to what is on now. */
#include "config.h"

#include "model/query.h"
#include "tui/action.h"
#include "tui/app_private.h"
#include "tui/session_rows.h"

/* Puts the main list's cursor on what is on, or comes next; false where nothing does. */
static bool go_in_list(struct app *app)
{
	struct list *list = &app->panes[pane_chooser(app_pane_of(app, SLOT_MAIN))].list;
	size_t row = session_rows_now(app, list, false);

	if (row == LIST_NONE)
		return false;
	list_show(list, row);
	app_focus(app, SLOT_MAIN);
	search_follow(app);
	return true;
}

/* Whether all that is listed of today, or of a later day, has no time: it may be what is on. What
 * has none stands first. */
static bool may_be_on(const struct app *app)
{
	size_t count = filter_count(&app->filter, app->day);

	return count && app_shown_day(app)->date >= app->today &&
	       app->agenda->sessions[filter_session(&app->filter, app->day, count - 1)].start ==
		   CIVIL_NONE;
}

/* The same in the programme, from the day that is on to later ones. */
static bool go_in_programme(struct app *app)
{
	size_t before = app->day;

	for (size_t day = query_day_at(app->agenda, app->now); day < app->agenda->day_count;
	     day++) {
		app_show_day(app, day);
		app_settle(app);
		if (go_in_list(app))
			return true;
		if (may_be_on(app)) {
			pane_move(app, PANE_SESSIONS, MOTION_FIRST);
			app_focus(app, SLOT_MAIN);
			return true;
		}
	}
	if (app->agenda->day_count)
		app_show_day(app, before);
	return false;
}

/* Where one is in the list that leads to now. */
struct spot {
	enum view_id view;
	enum slot focus;
	size_t day, cursor;
};

static struct spot spot_of(const struct app *app)
{
	return (struct spot){app->view, app->focus[app->view], app->day,
			     app->panes[pane_chooser(app_pane_of(app, SLOT_MAIN))].list.cursor};
}

static bool is_same(struct spot left, struct spot right)
{
	return left.view == right.view && left.focus == right.focus && left.day == right.day &&
	       left.cursor == right.cursor;
}

/* Before the event, after it and in its pauses one is told that: an answer, which takes the rows
 * that it needs. */
static void tell_stage(struct app *app, bool found)
{
	if (app->stage.length)
		app_say(app, ROLE_STRONG, buffer_text(&app->stage));
	else if (!found)
		app_say(app, ROLE_STRONG, session_rows_none_now(app, view_at(app->view)->by_day));
}

/* Who is there already wants to see all of it. */
void action_now(struct app *app, int argument, struct effects *effects)
{
	struct spot before = spot_of(app);
	bool found;

	(void)argument, (void)effects;
	if (app->view == VIEW_PRACTICAL)
		app_show_view(app, VIEW_PROGRAMME);
	found = view_at(app->view)->by_day && !search_stands(app) ? go_in_programme(app)
								  : go_in_list(app);
	if (found && is_same(before, spot_of(app)))
		app_show_view(app, VIEW_NOW);
	else
		tell_stage(app, found);
}
