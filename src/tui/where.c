#include "config.h"

#include "tui/where.h"

#include "tui/app_private.h"
#include "tui/news.h"
#include "tui/target.h"

/* Whether a link of the text in focus is selected. */
static bool chooses_link(const struct app *app)
{
	return text_link(&app->panes[app_pane(app)].text);
}

/* Where Enter keeps a successor it opens nothing. */
static bool can_open(const struct app *app)
{
	enum pane_id pane = app_pane(app);

	return chooses_link(app) ||
	       ((pane_kind(pane)->open || pane_kind(pane)->enter) &&
		list_selected(&app->panes[pane_chooser(pane)].list) && news_successor(app) < 0);
}

/* Whether there is a link to walk to in the text in focus: backwards only from another one, and
 * round and round where no other pane can be gone to. */
static bool can_walk(const struct app *app, int step)
{
	const struct text *text = &app->panes[app_pane(app)].text;

	if (!pane_sort(app_pane(app))->walks)
		return false;
	if (app_slots(app) == SLOT_BIT(SLOT_MAIN))
		return text_has_links(text);
	return text_link_beside(text, step) && (step > 0 || text_link(text));
}

static bool can_go_back(const struct app *app)
{
	if (!view_at(app->view)->tab)
		return app->focus[app->view] == SLOT_DETAIL ||
		       (app->view == VIEW_FILTER && picker_is_narrowed(app));
	return app->view != VIEW_PROGRAMME || app->focus[app->view] != SLOT_MAIN ||
	       search_stands(app) || filter_is_one_theme(&app->filter);
}

/* Whether a value to be ticked is selected: of the filter sheet, or a theme beside the programme.
 */
static bool can_tick(const struct app *app)
{
	const struct list_row *row = list_selected(&app->panes[app_pane(app)].list);

	return row &&
	       (row->kind == ROW_VALUE || (row->kind == ROW_THEME && app_pane(app) == PANE_DAYS));
}

/* Whether anything that restricts the programme can be seen, and cleared. */
static bool can_clear(const struct app *app)
{
	return (view_at(app->view)->by_day && filter_is_set(&app->filter)) ||
	       (app->view == VIEW_FILTER && filter_has_traits(&app->filter));
}

/* Whether there is another day to go to: where a search found nothing, none shows anything. */
static bool has_days(const struct app *app)
{
	return view_at(app->view)->by_day && app->agenda->day_count > 1 &&
	       (!search_stands(app) || search_found(app));
}

/* On the sheet for what to carry away, to open a row is to choose. */
static uint64_t where_open(const struct app *app)
{
	if (!can_open(app))
		return 0;
	return app->view == VIEW_CARRY ? WHERE_CHOICE : WHERE_OPEN;
}

static bool can_carry(const struct app *app)
{
	return app->carry.format_count && app->view != VIEW_CARRY && app->view != VIEW_CODE;
}

/* Whether a search can be asked for: not over a sheet that looks for something else, or at nothing
 * that could be found. */
static bool can_ask(const struct app *app)
{
	const struct view *view = view_at(app->view);

	return view->tab || view->slots[SLOT_DETAIL] == PANE_DETAIL;
}

static bool is_kept(const struct app *app)
{
	const char *id = app_bookmark_id(app);

	return id && bookmarks_find(&app->keeper.shown, id);
}

/* Whether what one moves through is a text. */
static bool is_in_text(const struct app *app)
{
	return pane_sort(app_pane(app)) == &pane_sort_text || app->view == VIEW_CODE;
}

uint64_t where_now(const struct app *app)
{
	unsigned slots = app_slots(app);

	if (question_stands(app))
		return WHERE_QUESTION;
	if (app->asked != ASK_NOTHING)
		return WHERE_PROMPT;
	return (app->layout.fits ? WHERE_ROOM : 0) | (can_ask(app) ? WHERE_ASKABLE : 0) |
	       (view_at(app->view)->tab ? WHERE_VIEW : WHERE_SHEET) |
	       (app->view == VIEW_HELP ? WHERE_HELP : WHERE_OTHER) |
	       (pane_moves(app, app_pane(app)) ? WHERE_MOVE : 0) |
	       (is_in_text(app) ? WHERE_TEXT : WHERE_ROWS) |
	       (pane_moves_sideways(app, app_pane(app)) ? WHERE_SIDEWAYS : 0) |
	       (slots & ~SLOT_BIT(SLOT_MAIN) ? WHERE_PANES : 0) | where_open(app) |
	       (can_go_back(app) ? WHERE_BACK : 0) | (has_days(app) ? WHERE_DAYS : 0) |
	       (app_session(app) >= 0 ? WHERE_SESSION : 0) |
	       (app_bookmark_id(app) ? WHERE_NOTE : 0) | (is_kept(app) ? WHERE_KEPT : 0) |
	       (news_successor(app) >= 0 ? WHERE_SUCCESSOR : 0) |
	       (app->view == VIEW_AGENDA && app->keeper.news ? WHERE_NEWS : 0) |
	       (can_carry(app) ? WHERE_FORMATS : 0) | (can_clear(app) ? WHERE_FILTER : 0) |
	       (app->view != VIEW_PROGRAMME ? WHERE_ELSEWHERE : 0) |
	       (can_tick(app) ? WHERE_TICK : 0) | (app->view == VIEW_FILTER ? WHERE_PICKER : 0) |
	       (keeper_can_undo(&app->keeper) ? WHERE_UNDO : 0) |
	       (search_stands(app) ? WHERE_SEARCH : 0) | (search_found(app) ? WHERE_FOUND : 0) |
	       (target_at_hand(app) ? WHERE_LINK : 0) |
	       (chooses_link(app) ? WHERE_LINK_CHOSEN : 0) |
	       (can_walk(app, 1) ? WHERE_LINK_AFTER : 0) |
	       (can_walk(app, -1) ? WHERE_LINK_BEFORE : 0) |
	       (app->view == VIEW_CODE ? WHERE_CODE : 0) |
	       (code_is_seen(app) ? WHERE_CODE_SEEN : 0) |
	       (walk_can(app, -1) ? WHERE_CODE_BEFORE : 0) |
	       (walk_can(app, 1) ? WHERE_CODE_AFTER : 0);
}
