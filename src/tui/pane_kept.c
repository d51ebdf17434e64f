#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/panes.h"
#include "tui/saying.h"
#include "tui/session_rows.h"

/* Days and starts of the next session and of the next bookmark whose session is gone. */
static bool gone_is_first(const struct session *session, const struct bookmark *gone)
{
	if (session->day != gone->day) /* what has no day stands last */
		return gone->day != CIVIL_NONE &&
		       (session->day == CIVIL_NONE || gone->day < session->day);
	return gone->start < session->start;
}

static void add_row(struct pane *pane, enum row_kind kind, uint32_t item, civil_day day,
		    civil_day *before)
{
	struct list *list = &pane->list;

	if (list->count && day != *before)
		list_add_still(list, ROW_GAP, 0);
	if (!list->count || day != *before)
		list_add_still(list, ROW_DATE, (uint32_t)day);
	list_add(list, kind, item);
	*before = day;
}

/* Merges the sessions that the agenda has with those that it has no more. */
static void add_rows(const struct app *app, struct pane *pane)
{
	const struct keeper *keeper = &app->keeper;
	civil_day before = CIVIL_NONE;

	for (size_t s = 0, g = 0; s < keeper->sessions.count || g < keeper->gone.count;) {
		const struct session *session =
		    s < keeper->sessions.count ? &app->agenda->sessions[keeper->sessions.items[s]]
					       : NULL;
		const struct bookmark *gone =
		    g < keeper->gone.count ? &keeper->shown.items[keeper->gone.items[g]] : NULL;

		if (!session || (gone && gone_is_first(session, gone)))
			add_row(pane, ROW_GONE, keeper->gone.items[g++], gone->day, &before);
		else
			add_row(pane, ROW_SESSION, keeper->sessions.items[s++], session->day,
				&before);
	}
}

static struct document *how_to_keep(const struct app *app)
{
	struct buffer how = {0}, key = {0};
	struct document *document;

	key_label(&key, keymap_key(&app->keymap, command_find("bookmark")));
	/* Translators: %s is a key. */
	buffer_printf(&how,
		      _("Choose a session in the programme and press %s: it will stand here, by "
			"day, and still do so when you come back."),
		      buffer_text(&key));
	document = saying_new(NULL, _("You do not keep any session yet."), buffer_text(&how));
	buffer_free(&how);
	buffer_free(&key);
	return document;
}

static void fill(struct app *app, struct pane *pane)
{
	add_rows(app, pane);
	if (!pane->list.count)
		pane_add_lead(pane, how_to_keep(app), false);
	session_rows_measure(app, pane);
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	size_t count = keeper_count(&app->keeper);

	buffer_puts(left, _("My agenda"));
	if (count)
		session_rows_count(right, count);
}

const struct pane_kind pane_kept = {
    .fill = fill, .title = title, .start = session_rows_start, .open = session_rows_open};
