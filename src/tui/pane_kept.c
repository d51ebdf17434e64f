#include "config.h"

#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/news.h"
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

/* What the rows are added to, and what stands at their end. */
struct filling {
	struct list *list;
	const struct keeper *keeper;
	civil_day day;
	bool untimed;
	bool spared; /* the time before the next session stands there already */
};

/* A new day has a heading; what has a time stands apart from what has none. */
static void begin_row(struct filling *filling, civil_day day, civil_moment start)
{
	struct list *list = filling->list;
	bool first = !list->count, new_day = first || day != filling->day;

	if (!first && (new_day || (filling->untimed && start != CIVIL_NONE)))
		list_add_still(list, ROW_GAP, 0);
	if (new_day)
		list_add_still(list, ROW_DATE, (uint32_t)day);
	filling->day = day;
	filling->untimed = start == CIVIL_NONE;
}

static void add_spare(struct filling *filling, const struct plan_step *step, civil_day day)
{
	if (!plan_has_spare(&step->spare) || filling->spared)
		return;
	begin_row(filling, day, step->spare.from);
	list_add(filling->list, ROW_SPARE, step->session);
	filling->spared = true;
}

static void add_session(struct filling *filling, const struct session *session, size_t number)
{
	const struct plan_step *step = &filling->keeper->plan.items[number];
	struct list *list = filling->list;

	add_spare(filling, step, session->day);
	begin_row(filling, session->day, session->start);
	if (step->rushed >= 0)
		list_add_still(list, ROW_RUSH, step->session);
	list_add(list, ROW_SESSION, step->session);
	for (size_t i = 0; i < step->overlap_count; i++)
		list_add_below(list, ROW_OVERLAP, (uint32_t)(number * PLAN_OVERLAPS + i));
	session_rows_add_note(filling->keeper, list,
			      keeper_bookmark(filling->keeper, step->session));
	filling->spared = false;
}

static void add_gone(struct filling *filling, const struct bookmark *gone, uint32_t number)
{
	begin_row(filling, gone->day, gone->start);
	list_add(filling->list, ROW_GONE, number);
	session_rows_add_note(filling->keeper, filling->list, gone);
}

/* Whether what is gone would stand in the time before a session. */
static bool is_in_spare(const struct plan_step *step, const struct session *session,
			const struct bookmark *gone)
{
	return gone->day == session->day && gone->start >= step->spare.from;
}

/* Merges the sessions that the agenda has with those that it has no more. */
static void add_rows(const struct app *app, struct pane *pane)
{
	const struct keeper *keeper = &app->keeper;
	const struct plan *plan = &keeper->plan;
	struct filling filling = {.list = &pane->list, .keeper = keeper};

	for (size_t s = 0, g = 0; s < plan->count || g < keeper->gone.count;) {
		const struct session *session =
		    s < plan->count ? &app->agenda->sessions[plan->items[s].session] : NULL;
		const struct bookmark *gone =
		    g < keeper->gone.count ? &keeper->shown.items[keeper->gone.items[g]] : NULL;

		if (session && (!gone || !gone_is_first(session, gone))) {
			add_session(&filling, session, s++);
			continue;
		}
		if (session && is_in_spare(&plan->items[s], session, gone))
			add_spare(&filling, &plan->items[s], session->day);
		add_gone(&filling, gone, keeper->gone.items[g++]);
	}
}

static struct document *how_to_keep(const struct app *app)
{
	uint32_t key = keymap_key(&app->keymap, command_find("bookmark"));
	struct buffer how = {0}, label = {0};
	struct document *document;

	key_label(&label, key);
	/* Translators: %s is a key. */
	buffer_printf(&how,
		      _("Choose a session in the programme and press %s: it will stand here, by "
			"day, and still do so when you come back."),
		      buffer_text(&label));
	document = saying_new(NULL, _("You do not keep any session yet."),
			      key == KEY_NONE ? NULL : buffer_text(&how));
	buffer_free(&how);
	buffer_free(&label);
	return document;
}

static void fill(struct app *app, struct pane *pane)
{
	pane->planned = true;
	news_add_rows(app, &pane->list);
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

/* At what changed, where something did. */
static size_t start(const struct app *app, const struct pane *pane)
{
	return app->keeper.news ? 0 : session_rows_start(app, pane);
}

/* Free time opens on what runs in it. */
static void open(struct app *app)
{
	const struct list_row *row = list_selected(&app->panes[PANE_KEPT].list);

	if (row->kind != ROW_SPARE) {
		session_rows_open(app);
		return;
	}
	app->spare = plan_find(&app->keeper.plan, row->item)->spare;
	app_show_view(app, VIEW_SPARE);
	app_focus(app, SLOT_MAIN);
}

const struct pane_kind pane_kept = {.fill = fill, .title = title, .start = start, .open = open};
