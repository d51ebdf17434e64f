#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/panes.h"

static void fill(struct app *app, struct pane *pane)
{
	for (size_t i = 0; i < app->agenda->theme_count; i++)
		list_add(&pane->list, ROW_THEME, (uint32_t)i);
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	(void)app, (void)right;
	buffer_puts(left, _("Themes"));
}

/* Its sessions follow the cursor. */
static void moved(struct app *app)
{
	app->panes[PANE_THEME].stale = app->panes[PANE_THEME].fresh = true;
}

const struct pane_kind pane_themes = {
    .fill = fill, .title = title, .moved = moved, .open = app_focus_rows};
