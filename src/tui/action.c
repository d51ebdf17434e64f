#include "config.h"

#include "tui/action.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/note.h"

void action_move(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	pane_move(app, app_pane(app), (enum motion)argument);
}

void action_day(struct app *app, int argument, struct effects *effects)
{
	size_t last = app->agenda->day_count - 1;

	(void)effects;
	if (argument < 0 ? app->day > 0 : app->day < last)
		app_show_day(app, argument < 0 ? app->day - 1 : app->day + 1);
}

void action_pane(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	app_focus(app, view_slot_beside(app_slots(app), app->focus[app->view], argument));
}

void action_pane_round(struct app *app, int argument, struct effects *effects)
{
	unsigned slots = app_slots(app);
	enum slot slot = app->focus[app->view], beside = view_slot_beside(slots, slot, argument);

	(void)effects;
	if (beside == slot)
		beside = argument > 0 ? 0 : SLOT_COUNT - 1;
	while (!(slots & SLOT_BIT(beside)))
		beside = (enum slot)((int)beside + argument);
	app_focus(app, beside);
}

void action_open(struct app *app, int argument, struct effects *effects)
{
	const struct pane_kind *kind = pane_kind(app_pane(app));

	if (pane_sort(app_pane(app))->walks)
		action_open_link(app, argument, effects);
	else if (kind->enter)
		kind->enter(app, effects);
	else
		kind->open(app);
}

void action_back(struct app *app, int argument, struct effects *effects)
{
	enum slot slot = app->focus[app->view];
	bool by_day = view_at(app->view)->by_day;

	(void)argument, (void)effects;
	if (slot == SLOT_DETAIL)
		app_focus(app, SLOT_MAIN);
	else if (by_day && search_stands(app))
		search_leave(app);
	else if (by_day && filter_is_one_theme(&app->filter))
		action_clear_filter(app, argument, effects);
	else if (app->view == VIEW_FILTER)
		picker_widen(app);
	else if (app->view == VIEW_PROGRAMME)
		app_focus(app, SLOT_MAIN);
	else if (app->view == VIEW_THEMES && slot == SLOT_MAIN)
		app_focus(app, view_slot_beside(app_slots(app), slot, -1));
	else
		app_show_view(app, VIEW_PROGRAMME);
}

void action_close(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	if (app->view != VIEW_RELATED || !related_back(app))
		app_close_sheet(app);
}

/* Bookmarks */

static void toggle(struct app *app, uint32_t session, struct effects *effects)
{
	struct effect effect = keeper_toggle(&app->keeper, session);

	app_add_effect(effects, effect);
	app_bookmarks_changed(app);
	/* Its row is gone from this view: what is read now would be about another one. */
	if (app->view == VIEW_AGENDA && effect.kind == EFFECT_REMOVE)
		app_focus(app, SLOT_MAIN);
}

/* Another window may have let it go while the question stood. */
static void let_go(struct app *app, uint32_t session, struct effects *effects)
{
	if (keeper_has(&app->keeper, session))
		toggle(app, session, effects);
}

/* The question comes first: a long note would leave no room for it. */
static void ask_to_let_go(struct app *app, uint32_t session, const char *note)
{
	struct buffer line = {0}, question = {0};

	note_say(&line, note);
	/* Translators: %s is the user's note. */
	buffer_printf(&question, _("Let it go with your note? \"%s\""), buffer_text(&line));
	question_ask(app, buffer_text(&question), let_go, session);
	buffer_free(&line);
	buffer_free(&question);
}

void action_bookmark(struct app *app, int argument, struct effects *effects)
{
	int session = app_session(app);
	const struct bookmark *bookmark;

	(void)argument;
	if (session < 0)
		return;
	bookmark = keeper_bookmark(&app->keeper, (uint32_t)session);
	if (bookmark && bookmark->note)
		ask_to_let_go(app, (uint32_t)session, bookmark->note);
	else
		toggle(app, (uint32_t)session, effects);
}

void action_undo(struct app *app, int argument, struct effects *effects)
{
	(void)argument;
	app_add_effect(effects, keeper_undo(&app->keeper));
	app_bookmarks_changed(app);
}

void action_note(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	note_open(app);
}

void action_take(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	carry_open(app);
}

/* Searching */

void action_search(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	search_open(app);
}

void action_match(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	search_step(app, argument);
}

/* The rest */

void action_view(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	app_show_view(app, (enum view_id)argument);
}

void action_effect(struct app *app, int argument, struct effects *effects)
{
	(void)app;
	app_add_effect(effects, (struct effect){.kind = (enum effect_kind)argument});
}
