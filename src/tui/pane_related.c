#include "config.h"

#include "base/array.h"
#include "model/days.h"
#include "present/traits.h"
#include "tui/app_private.h"
#include "tui/panes.h"
#include "tui/session_rows.h"

/* The sessions that have a value, in programme order. */
static void find(const struct app *app, enum trait trait, uint32_t value, struct query_rows *rows)
{
	rows->count = 0;
	for (size_t i = 0; i < app->agenda->session_count; i++) {
		uint32_t single;
		struct indexes values = trait_values(app->agenda, trait, i, &single);

		if (days_go_on(&app->agenda->sessions[i]))
			continue;
		for (size_t v = 0; v < values.count; v++)
			if (values.items[v] == value)
				array_push(rows, (uint32_t)i);
	}
}

static void add_sessions(const struct app *app, struct list *list, const struct query_rows *rows)
{
	civil_day before = CIVIL_NONE;

	for (size_t i = 0; i < rows->count; i++) {
		civil_day day = app->agenda->sessions[rows->items[i]].day;

		if (i && day != before)
			list_add_still(list, ROW_GAP, 0);
		if (!i || day != before)
			list_add_still(list, ROW_DATE, (uint32_t)day);
		list_add(list, ROW_SESSION, rows->items[i]);
		before = day;
	}
}

/* One of several speakers or rooms, under their name. False, with nothing added, where they have no
 * other session. */
static bool add_group(const struct app *app, struct list *list, enum trait trait, uint32_t value)
{
	struct query_rows rows = {0};
	bool others;

	find(app, trait, value, &rows);
	others = rows.count > 1;
	if (others && list->count)
		list_add_still(list, ROW_GAP, 0);
	if (others)
		list_add_still(list, ROW_OWNER, value);
	if (others)
		add_sessions(app, list, &rows);
	query_rows_free(&rows);
	return others;
}

/* Those who have no other session come last, by their names alone. */
static void add_groups(const struct app *app, struct list *list, enum trait trait,
		       const struct indexes *values)
{
	ARRAY(uint32_t) alone = {0};

	for (size_t i = 0; i < values->count; i++)
		if (!add_group(app, list, trait, values->items[i]))
			array_push(&alone, values->items[i]);
	if (alone.count && list->count)
		list_add_below(list, ROW_GAP, 0);
	if (alone.count)
		list_add_below(list, ROW_HEADING, HEADING_ALONE);
	array_each (uint32_t, value, &alone)
		list_add_below(list, ROW_ALONE, *value);
	array_free(&alone);
}

static void fill(struct app *app, struct pane *pane)
{
	const struct related_step *step = related_step(app);
	struct indexes values = related_values(app);
	struct query_rows rows = {0};

	if (values.count == 1) {
		find(app, step->trait, values.items[0], &rows);
		add_sessions(app, &pane->list, &rows);
	}
	if (values.count > 1)
		add_groups(app, &pane->list, step->trait, &values);
	query_rows_free(&rows);
	pane->one_room = step && step->trait == TRAIT_ROOM;
	session_rows_measure(app, pane);
}

/* One begins at the session that one comes from; of several lists at the first. */
static size_t start(const struct app *app, const struct pane *pane)
{
	const struct related_step *step = related_step(app);
	size_t row = LIST_NONE;

	if (related_values(app).count == 1)
		row = list_find(&pane->list, ROW_SESSION, step->session);
	return row == LIST_NONE ? 0 : row;
}

/* Whose list the cursor is in, of several: their name may be out of sight. */
static void say_name(const struct app *app, enum trait trait, struct buffer *out)
{
	const struct list *list = &app->panes[PANE_RELATED].list;
	size_t row = list_selected(list) ? list->cursor : LIST_NONE;

	while (row < list->count && list->items[row].kind != ROW_OWNER)
		row--;
	if (row < list->count)
		traits_say_value(out, app->agenda, trait, list->items[row].item);
	else
		buffer_puts(out, traits_heading(trait));
}

static void title(const struct app *app, struct buffer *left, struct buffer *right)
{
	const struct related_step *step = related_step(app);
	struct indexes values = related_values(app);

	if (values.count > 1) {
		say_name(app, step->trait, left);
		traits_say_count(right, step->trait, values.count);
	} else if (values.count) {
		traits_say_value(left, app->agenda, step->trait, values.items[0]);
		session_rows_count(right, session_rows_listed(&app->panes[PANE_RELATED].list));
	}
}

const struct pane_kind pane_related = {
    .fill = fill, .title = title, .start = start, .open = session_rows_open};
