#include "config.h"

#include "tui/app_private.h"
#include "tui/panes.h"

static void fill(struct app *app, struct pane *pane)
{
	const struct agenda *agenda = app->agenda;
	struct list *list = &pane->list;

	if (agenda->day_count)
		list_add_still(list, ROW_HEADING, HEADING_DAYS);
	for (size_t i = 0; i < agenda->day_count; i++)
		list_add(list, ROW_DAY, (uint32_t)i);
	if (agenda->day_count && agenda->theme_count)
		list_add_still(list, ROW_GAP, 0);
	if (agenda->theme_count)
		list_add_still(list, ROW_HEADING, HEADING_THEMES);
	for (size_t i = 0; i < agenda->theme_count; i++)
		list_add(list, ROW_THEME, (uint32_t)i);
}

static size_t start(const struct app *app, const struct pane *pane)
{
	return list_find(&pane->list, ROW_DAY, (uint32_t)app->day);
}

/* The programme follows the cursor from day to day. */
static void moved(struct app *app)
{
	const struct list_row *row = list_selected(&app->panes[PANE_DAYS].list);

	if (row && row->kind == ROW_DAY)
		app_show_day(app, row->item);
}

/* A day leads to its sessions; a theme filters, and does so no more when it is opened again. */
static void open(struct app *app)
{
	const struct list_row *row = list_selected(&app->panes[PANE_DAYS].list);

	if (row && row->kind == ROW_THEME) {
		if (filter_wants_only(&app->filter, TRAIT_THEME, row->item))
			filter_clear_trait(&app->filter, TRAIT_THEME);
		else
			filter_want_only(&app->filter, TRAIT_THEME, row->item);
		app_show_filtered(app, true);
	}
	app_focus_rows(app);
}

const struct pane_kind pane_days = {.fill = fill, .start = start, .moved = moved, .open = open};
