#include "config.h"

#include "tui/mouse.h"

#include "tui/action.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/footer.h"
#include "tui/header.h"
#include "tui/where.h"

enum { WHEEL_ROWS = 3 };

/* Whether a click elsewhere may end what is asked. */
static bool can_be_left(const struct app *app)
{
	return !question_stands(app) && (app->asked == ASK_NOTHING || ask_kind(app)->casual);
}

/* Takes away what a chip stands for. */
static void take_chip(struct app *app, int trait)
{
	if (trait == TRAIT_COUNT)
		filter_clear(&app->filter);
	else
		filter_clear_trait(&app->filter, (enum trait)trait);
	app_show_filtered(app, false);
}

/* The selected row of the pane in focus was clicked. */
static void row_clicked(struct app *app, struct effects *effects, bool twice)
{
	const struct pane_kind *kind = pane_kind(app_pane(app));

	if (!twice && kind->clicked)
		kind->clicked(app);
	else if (twice && where_now(app) & (WHERE_OPEN | WHERE_CHOICE))
		action_open(app, 0, effects);
}

static void click(struct app *app, const struct message *message, struct effects *effects)
{
	int row = message->mouse.row, column = message->mouse.column;
	enum slot slot = layout_slot_at(&app->layout, row, column);
	enum view_id view = header_view_at(app, row, column);
	size_t command = footer_command_at(app, row, column);
	int chip = header_chip_at(app, row, column);
	enum view_id before = app->view;

	if (command == SIZE_MAX && !can_be_left(app))
		return;
	app_end_what_is_said(app);
	if (command == SIZE_MAX && app->asked != ASK_NOTHING)
		ask_accept(app, effects);
	if (app->view != before)
		return; /* what was clicked is not there any more */
	if (view != VIEW_COUNT) {
		app_show_view(app, view);
	} else if (chip >= 0) {
		take_chip(app, chip);
	} else if (command != SIZE_MAX) {
		app_run(app, command, effects);
	} else if (slot != SLOT_COUNT) {
		app_focus(app, slot);
		if (pane_click(app, app_pane(app), app->layout.slots[slot], row, column))
			row_clicked(app, effects, message->mouse.action == MOUSE_DOUBLE_CLICK);
	}
}

void mouse_act(struct app *app, const struct message *message, struct effects *effects)
{
	enum mouse_action action = message->mouse.action;
	enum slot slot = layout_slot_at(&app->layout, message->mouse.row, message->mouse.column);

	if (!app->layout.fits)
		return;
	if (action == MOUSE_CLICK || action == MOUSE_DOUBLE_CLICK)
		click(app, message, effects);
	else if (slot != SLOT_COUNT)
		pane_scroll(app, app_pane_of(app, slot),
			    action == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
}
