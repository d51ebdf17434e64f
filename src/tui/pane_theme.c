#include "config.h"

#include "base/i18n.h"
#include "present/stage.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/saying.h"
#include "tui/session_rows.h"

/* The theme under the cursor, -1 for none. */
static int chosen_theme(const struct app *app)
{
	const struct list_row *row = list_selected(&app->panes[PANE_THEMES].list);

	return row ? (int)row->item : -1;
}

/* What is said before the sessions, or in their place. */
static struct document *lead_of(const struct app *app, int theme, size_t count)
{
	const char *description = theme < 0 ? NULL : app->agenda->themes[theme].description;
	const char *none = count ? NULL : stage_none_for_theme(app->agenda, app->now);

	if (theme < 0)
		return saying_new(NULL, _("This agenda names no themes."), NULL);
	return saying_new(NULL, description, none);
}

static void fill(struct app *app, struct pane *pane)
{
	int theme = chosen_theme(app);
	size_t count = 0;
	const uint32_t *sessions = NULL;
	civil_day day = CIVIL_NONE;

	if (theme >= 0)
		sessions = theme_index_of(&app->theme_index, (size_t)theme, &count);
	pane_add_lead(pane, lead_of(app, theme, count), count > 0);
	for (size_t i = 0; i < count; i++) {
		civil_day next = app->agenda->sessions[sessions[i]].day;

		if (i && next != day)
			list_add_still(&pane->list, ROW_GAP, 0);
		if (!i || next != day)
			list_add_still(&pane->list, ROW_DATE, (uint32_t)next);
		list_add(&pane->list, ROW_SESSION, sessions[i]);
		day = next;
	}
	session_rows_measure(app, pane);
}

/* This view shows all that a theme holds, whatever restricts the programme: where anything does,
 * that is said, and first, for the end of a title may be cut. */
static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	int theme = chosen_theme(app);
	const char *name = theme < 0 ? _("Themes") : app->agenda->themes[theme].name;
	size_t count = 0;

	if (theme >= 0 && filter_is_set(&app->filter))
		/* Translators: a theme, of which all is shown although a filter is set. */
		buffer_printf(left, _("Not filtered: %s"), name);
	else
		buffer_puts(left, name);
	if (theme >= 0)
		theme_index_of(&app->theme_index, (size_t)theme, &count);
	if (count)
		session_rows_count(right, count);
}

const struct pane_kind pane_theme = {
    .fill = fill, .title = title, .start = session_rows_start, .open = session_rows_open};
