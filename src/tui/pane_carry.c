#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/carry_row.h"
#include "tui/panes.h"
#include "tui/wrapped_row.h"

/* A choice, and the rows below it in which its words go on; with --linear each has but one. */
static void add(const struct app *app, struct list *list, enum row_kind kind, uint32_t item,
		enum row_kind further, int lines)
{
	list_add(list, kind, item);
	for (int line = 1; line < lines && !app->linear; line++)
		list_add_below(list, further, wrapped_row_item(item, line));
}

static void fill(struct app *app, struct pane *pane)
{
	struct list *list = &pane->list;

	list_add_still(list, ROW_HEADING, HEADING_WHAT);
	for (enum carry_what what = 0; what < CARRY_COUNT; what++)
		if (carry_offers(app, what))
			list_add(list, ROW_WHAT, what);
	list_add_still(list, ROW_GAP, 0);
	list_add_still(list, ROW_HEADING, HEADING_FORMAT);
	for (uint32_t i = 0; i < app->carry.format_count; i++)
		add(app, list, ROW_FORMAT, i, ROW_FORMAT_FURTHER,
		    carry_row_format_lines(app, pane, i));
	list_add_still(list, ROW_GAP, 0);
	list_add_still(list, ROW_HEADING, HEADING_WHERE);
	for (enum carry_target target = 0; target < CARRY_TARGETS; target++)
		if (carry_can(app, target))
			add(app, list, ROW_TARGET, target, ROW_TARGET_FURTHER,
			    carry_row_target_lines(app, pane, target));
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
		pane->stale = true; /* the file has another name */
		break;
	default:
		carry_to(app, (enum carry_target)row->item, effects);
	}
}

const struct pane_kind pane_carry = {.fill = fill, .title = title, .start = start, .enter = enter};
