#include "config.h"

#include "tui/action.h"
#include "tui/app_private.h"

void action_filter(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	picker_open(app);
}

/* A theme beside the programme joins those that are chosen. */
static void tick_theme(struct app *app, uint32_t theme)
{
	filter_tick(&app->filter, TRAIT_THEME, theme,
		    !filter_wants(&app->filter, TRAIT_THEME, theme));
	app_show_filtered(app, true);
}

void action_tick(struct app *app, int argument, struct effects *effects)
{
	const struct list_row *row = list_selected(&app->panes[app_pane(app)].list);

	(void)argument, (void)effects;
	if (row->kind == ROW_THEME)
		tick_theme(app, row->item);
	else
		picker_toggle(app, row->item);
}

void action_narrow(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	picker_narrow(app);
}

void action_clear_filter(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	if (app->view == VIEW_FILTER) {
		picker_clear(app);
		return;
	}
	if (search_stands(app))
		search_end(app);
	filter_clear(&app->filter);
	app_show_filtered(app, false);
}
