#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/picker.h"

static void fill(struct app *app, struct pane *pane)
{
	for (enum trait group = 0; group < TRAIT_COUNT; group++)
		if (picker_offers(app, group))
			list_add(&pane->list, ROW_TRAIT, group);
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	(void)app, (void)right;
	buffer_puts(left, _("Filter"));
}

/* The values follow the cursor. */
static void moved(struct app *app)
{
	const struct list_row *row = list_selected(&app->panes[PANE_TRAITS].list);
	struct list *values = &app->panes[PANE_VALUES].list;
	size_t heading = row ? list_find(values, ROW_TRAIT, row->item) : LIST_NONE;

	if (heading != LIST_NONE)
		list_show(values, heading);
}

const struct pane_kind pane_traits = {
    .fill = fill, .title = title, .moved = moved, .open = app_focus_rows};
