#include "config.h"

#include "tui/action.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "tui/app_private.h"
#include "tui/note.h"

#include <stdlib.h>

void action_move(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	pane_move(app, app_pane(app), (enum motion)argument);
}

/* Of what a search found, the days without any are passed over. */
static size_t day_beside(const struct app *app, int step)
{
	size_t day = app->day;

	do
		day = step < 0 ? day - 1 : day + 1; /* before the first is far behind the last */
	while (day < app->agenda->day_count && search_stands(app) &&
	       !filter_count(&app->filter, day));
	return day;
}

static const char *why_no_day_beside(const struct app *app, int step)
{
	if (!search_stands(app))
		return step < 0 ? _("This is the first day.") : _("This is the last day.");
	if (step > 0 && app_has_more(app))
		return _("Still looking: nothing further was found so far.");
	return step < 0 ? _("The search found nothing on an earlier day.")
			: _("The search found nothing on a later day.");
}

void action_day(struct app *app, int argument, struct effects *effects)
{
	size_t day = day_beside(app, argument);

	(void)effects;
	if (day < app->agenda->day_count)
		app_show_day(app, day);
	else
		app_say(app, ROLE_STATUS, why_no_day_beside(app, argument));
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

/* What is read now would be about another one: its row is gone from this view. */
static void leave_detail(struct app *app)
{
	if (app->view == VIEW_AGENDA)
		app_focus(app, SLOT_MAIN);
}

static void remove_one(struct app *app, const char *id, struct effects *effects)
{
	app_add_effect(effects, keeper_remove(&app->keeper, id));
	app_bookmarks_changed(app);
	leave_detail(app);
}

/* Another window may have let it go while the question stood. */
static void let_go(struct app *app, uint32_t item, struct effects *effects)
{
	(void)item;
	if (bookmarks_find(&app->keeper.shown, app->leaving))
		remove_one(app, app->leaving, effects);
}

/* The question comes first: a long note would leave no room for it. */
static void ask_to_let_go(struct app *app, const struct bookmark *bookmark)
{
	struct buffer line = {0}, question = {0};

	free(app->leaving);
	app->leaving = memory_strdup(bookmark->id);
	note_say(&line, bookmark->note);
	/* Translators: %s is the user's note. */
	buffer_printf(&question, _("Let it go with your note? \"%s\""), buffer_text(&line));
	question_ask(app, buffer_text(&question), let_go, 0);
	buffer_free(&line);
	buffer_free(&question);
}

void action_bookmark(struct app *app, int argument, struct effects *effects)
{
	const char *id = app_bookmark_id(app);
	const struct bookmark *bookmark = id ? bookmarks_find(&app->keeper.shown, id) : NULL;
	int session = app_session(app);

	(void)argument;
	if (bookmark && bookmark->note) {
		ask_to_let_go(app, bookmark);
	} else if (bookmark) {
		remove_one(app, id, effects);
	} else if (session >= 0) {
		app_add_effect(effects, keeper_toggle(&app->keeper, (uint32_t)session));
		app_bookmarks_changed(app);
	}
}

/* Selects what is kept where it stands in the plan. */
static void show_kept(struct app *app, const struct effect *effect)
{
	struct list *list = &app->panes[PANE_KEPT].list;
	const struct bookmarks *shown = &app->keeper.shown;
	size_t row;

	app_settle(app);
	if (effect->session == EFFECT_NO_SESSION)
		row = list_find(list, ROW_GONE,
				(uint32_t)(bookmarks_find(shown, effect->id) - shown->items));
	else
		row = list_find(list, ROW_SESSION, effect->session);
	list_show(list, row);
}

void action_undo(struct app *app, int argument, struct effects *effects)
{
	struct effect effect = keeper_undo(&app->keeper);

	(void)argument;
	app_add_effect(effects, effect);
	app_bookmarks_changed(app);
	if (app_pane(app) == PANE_KEPT)
		show_kept(app, &effect);
}

void action_succeed(struct app *app, int argument, struct effects *effects)
{
	const char *id = app_bookmark_id(app);

	(void)argument;
	if (!id || keeper_successor(&app->keeper, id) < 0)
		return;
	app_add_effect(effects, keeper_succeed(&app->keeper, id));
	app_bookmarks_changed(app);
	leave_detail(app);
}

void action_seen(struct app *app, int argument, struct effects *effects)
{
	(void)argument;
	app_add_effect(effects, keeper_renew(&app->keeper));
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
