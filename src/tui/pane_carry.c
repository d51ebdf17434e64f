#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/panes.h"

static void fill(struct app *app, struct pane *pane)
{
	struct list *list = &pane->list;

	list_add_still(list, ROW_HEADING, HEADING_WHAT);
	for (enum carry_what what = 0; what < CARRY_COUNT; what++)
		if (carry_offers(app, what))
			list_add(list, ROW_WHAT, what);
	list_add_still(list, ROW_GAP, 0);
	list_add_still(list, ROW_HEADING, HEADING_FORMAT);
	for (size_t i = 0; i < app->carry.format_count; i++)
		list_add(list, ROW_FORMAT, (uint32_t)i);
	list_add_still(list, ROW_GAP, 0);
	list_add_still(list, ROW_HEADING, HEADING_WHERE);
	for (enum carry_target target = 0; target < CARRY_TARGETS; target++)
		if (carry_can(app, target))
			list_add(list, ROW_TARGET, target);
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	(void)app, (void)right;
	buffer_puts(left, _("Take with you"));
}

static size_t start(const struct app *app, const struct pane *pane)
{
	return list_find(&pane->list, ROW_WHAT, app->carry.what);
}

/* Each choice leads to the next one. */
static void enter(struct app *app, struct effects *effects)
{
	struct pane *pane = &app->panes[PANE_CARRY];
	struct list *list = &pane->list;
	const struct list_row *row = list_selected(list);

	switch (row->kind) {
	case ROW_WHAT:
		app->carry.what = (enum carry_what)row->item;
		list_select(list, list_find(list, ROW_FORMAT, (uint32_t)app->carry.format));
		pane->stale = true; /* not everything can go everywhere */
		break;
	case ROW_FORMAT:
		app->carry.format = row->item;
		list_select(list, list_find(list, ROW_TARGET, CARRY_FILE));
		break;
	default:
		carry_to(app, (enum carry_target)row->item, effects);
	}
}

const struct pane_kind pane_carry = {.fill = fill, .title = title, .start = start, .enter = enter};
