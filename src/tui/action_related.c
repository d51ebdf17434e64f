#include "config.h"

#include "base/i18n.h"
#include "tui/action.h"
#include "tui/app_private.h"

void action_related(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	related_open(app, (enum trait)argument);
}

/* Takes away what hides a session from the programme. */
static void uncover(struct app *app, uint32_t session)
{
	search_reach(app, session);
	if (filter_fits(&app->filter, session))
		return;
	if (search_stands(app))
		search_end(app);
	if (!filter_fits(&app->filter, session)) {
		filter_clear(&app->filter);
		app_show_filtered(app, false);
	}
	app_say(app, ROLE_STRONG,
		_("Every session is shown again, for this one to be among them."));
}

void action_reveal(struct app *app, int argument, struct effects *effects)
{
	struct list *list = &app->panes[PANE_SESSIONS].list;
	int session = app_session(app);

	(void)argument, (void)effects;
	if (session < 0)
		return;
	app_show_view(app, VIEW_PROGRAMME);
	uncover(app, (uint32_t)session);
	app_show_day(app, agenda_day_of(app->agenda, (size_t)session));
	app_focus(app, SLOT_MAIN);
	app_settle(app);
	list_show(list, list_find(list, ROW_SESSION, (uint32_t)session));
	search_follow(app);
}
