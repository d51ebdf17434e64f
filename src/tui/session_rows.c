#include "config.h"

#include "tui/session_rows.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "present/stage.h"
#include "tui/app_private.h"
#include "tui/session_row.h"

#include <string.h>

/* Of so many titles one may be cut; about so many are looked at, spread over a long list. */
enum { MOST_CUT = 3, TITLES_MEASURED = 150 };

/* When what a row shows starts and ends; CIVIL_NONE, too, for rows that show no session. */
static void times_of(const struct app *app, const struct list_row *row, civil_moment *start,
		     civil_moment *end)
{
	*start = *end = CIVIL_NONE;
	if (row->kind == ROW_SESSION) {
		*start = app->agenda->sessions[row->item].start;
		*end = app->agenda->sessions[row->item].end;
	} else if (row->kind == ROW_GONE) {
		*start = app->keeper.shown.items[row->item].start;
		*end = app->keeper.shown.items[row->item].end;
	}
}

static const char *title_of(const struct app *app, const struct list_row *row)
{
	const char *title = NULL;

	if (row->kind == ROW_SESSION)
		title = app->agenda->sessions[row->item].title;
	else if (row->kind == ROW_GONE)
		title = app->keeper.shown.items[row->item].title;
	return title ? title : "";
}

/* Whether spans would cut so many titles that it is better to show starts alone. */
static bool spans_cut_titles(const struct app *app, const struct pane *pane)
{
	int columns = session_row_title_columns(app, pane);
	size_t cut = 0, count = 0, step = 1 + pane->list.count / TITLES_MEASURED;

	for (size_t i = 0; i < pane->list.count; i += step) {
		const char *title = title_of(app, &pane->list.items[i]);

		count += *title != '\0';
		cut += utf8_columns(title, strlen(title)) > columns;
	}
	return cut * MOST_CUT > count;
}

void session_rows_measure(const struct app *app, struct pane *pane)
{
	bool any_start = false, any_end = false;

	for (size_t i = 0; i < pane->list.count && !any_end; i++) {
		civil_moment start, end;

		times_of(app, &pane->list.items[i], &start, &end);
		any_start |= start != CIVIL_NONE;
		any_end |= end != CIVIL_NONE;
	}
	pane->room_columns = session_row_room_columns(app, pane);
	pane->time_columns = session_row_time_columns(
	    app, any_start, any_end && !spans_cut_titles(app, pane), pane->columns);
}

static const struct brief *brief_of(const struct app *app, const struct list_row *row)
{
	return row->kind == ROW_SESSION ? &app->agenda->briefs[row->item] : NULL;
}

/* Whether a session is a better answer than the best so far: on rather than next, then the one
 * that started last, or will start first. */
static bool is_better(const struct brief *session, const struct brief *best, civil_moment now)
{
	if (!best)
		return true;
	if ((session->start <= now) != (best->start <= now))
		return session->start <= now;
	return session->start <= now ? session->start > best->start : session->start < best->start;
}

/* From a row on, where the best one of those before is known; LIST_NONE for none. */
static size_t find_now(const struct app *app, const struct list *list, size_t from, size_t row,
		       bool by_start)
{
	const struct brief *best = row == LIST_NONE ? NULL : brief_of(app, &list->items[row]);

	for (size_t i = from; i < list->count; i++) {
		const struct brief *session = brief_of(app, &list->items[i]);

		if (by_start && best && session && session->start > app->now)
			break;
		if (!session || session->start == CIVIL_NONE || session->cancelled ||
		    session->until <= app->now || !is_better(session, best, app->now))
			continue;
		best = session;
		row = i;
	}
	return row;
}

size_t session_rows_now(const struct app *app, const struct list *list, bool by_start)
{
	return find_now(app, list, 0, LIST_NONE, by_start);
}

size_t session_rows_now_from(const struct app *app, const struct list *list, size_t from,
			     size_t best)
{
	return find_now(app, list, from, best, false);
}

size_t session_rows_start(const struct app *app, const struct pane *pane)
{
	size_t now = session_rows_now(app, &pane->list, false);

	return now == LIST_NONE ? 0 : now;
}

const char *session_rows_none_now(const struct app *app, bool whole)
{
	return whole && !filter_is_set(&app->filter) &&
		       stage_of(app->agenda, app->now) == STAGE_DURING
		   ? _("The last session is over.")
		   : _("Nothing of this is on now, and nothing comes next.");
}

void session_rows_open(struct app *app)
{
	app_focus(app, SLOT_DETAIL);
}

void session_rows_add_note(const struct keeper *keeper, struct list *list,
			   const struct bookmark *bookmark)
{
	if (bookmark && bookmark->note)
		list_add_below(list, ROW_NOTE, (uint32_t)(bookmark - keeper->shown.items));
}

size_t session_rows_listed(const struct list *list)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].kind == ROW_SESSION;
	return count;
}

void session_rows_count(struct buffer *out, size_t count)
{
	buffer_printf(out, ngettext("%zu session", "%zu sessions", count), count);
}

void session_rows_found(const struct app *app, struct buffer *out, size_t count)
{
	if (filter_is_through(&app->filter))
		session_rows_count(out, count);
	else
		/* Translators: sessions, while others are still looked through. */
		buffer_printf(out, ngettext("%zu found so far…", "%zu found so far…", count),
			      count);
}
