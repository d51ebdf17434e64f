#include "config.h"

#include "base/i18n.h"
#include "present/stage.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/picker.h"
#include "tui/saying.h"
#include "tui/session_rows.h"

/* What is being listed. */
struct filling {
	struct list *list;
	enum trait group; /* of the row before; TRAIT_COUNT before the first */
};

static void add_values(void *closure, enum trait group, uint32_t first, size_t count)
{
	struct filling *filling = closure;

	if (group != filling->group) {
		if (filling->list->count)
			list_add_still(filling->list, ROW_GAP, 0);
		list_add_still(filling->list, ROW_TRAIT, group);
		filling->group = group;
	}
	list_add_run(filling->list, ROW_VALUE, first, count);
}

static struct document *why_empty(const struct app *app)
{
	if (picker_is_narrowed(app))
		return saying_new(NULL, _("No name holds what you look for."), NULL);
	return saying_new(NULL, _("There is nothing to choose from."),
			  stage_none_announced(app->agenda, app->now));
}

static void fill(struct app *app, struct pane *pane)
{
	struct filling filling = {&pane->list, TRAIT_COUNT};

	picker_each(app, add_values, &filling);
	if (!pane->list.count)
		pane_add_lead(pane, why_empty(app), false);
}

static void say_left(const struct app *app, struct buffer *out)
{
	size_t left = filter_left(&app->filter), all = app->agenda->session_count;

	if (filter_is_through(&app->filter))
		buffer_printf(out, ngettext("%zu of %zu session", "%zu of %zu sessions", all), left,
			      all);
	else
		session_rows_found(app, out, left);
}

/* How many sessions are left is what one looks at while one ticks. */
static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	say_left(app, left);
	if (picker_is_narrowed(app))
		buffer_printf(right, "/%s", buffer_text(&app->picker.text));
}

static void clicked(struct app *app)
{
	picker_toggle(app, list_selected(&app->panes[PANE_VALUES].list)->item);
}

const struct pane_kind pane_values = {.fill = fill, .title = title, .clicked = clicked};
