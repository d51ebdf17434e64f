#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/plan_row.h"
#include "tui/saying.h"
#include "tui/session_rows.h"

/* The sessions that fit into the time, or those that do so in part, under their heading. */
static void add_group(const struct app *app, struct list *list, const struct query_rows *rows,
		      bool fits)
{
	bool first = true;

	for (size_t i = 0; i < rows->count; i++) {
		if (plan_fits(&app->agenda->sessions[rows->items[i]], &app->spare) != fits)
			continue;
		if (first && list->count)
			list_add_still(list, ROW_GAP, 0);
		if (first)
			list_add_still(list, ROW_HEADING, fits ? HEADING_FITS : HEADING_IN_PART);
		first = false;
		list_add(list, ROW_SESSION, rows->items[i]);
	}
}

static void fill(struct app *app, struct pane *pane)
{
	struct query_rows rows = {0};

	plan_running(app->agenda, &app->spare, &rows);
	add_group(app, &pane->list, &rows, true);
	add_group(app, &pane->list, &rows, false);
	query_rows_free(&rows);
	if (!pane->list.count)
		pane_add_lead(
		    pane, saying_new(NULL, _("Nothing of the programme runs then."), NULL), false);
	session_rows_measure(app, pane);
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	size_t count = session_rows_listed(&app->panes[PANE_SPARE].list);

	plan_row_say_spare(&app->spare, left);
	if (count)
		session_rows_count(right, count);
}

const struct pane_kind pane_spare = {.fill = fill, .title = title, .open = session_rows_open};
