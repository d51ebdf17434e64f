#include "config.h"

#include "tui/related.h"

#include "base/i18n.h"
#include "present/traits.h"
#include "tui/app_private.h"

#include <string.h>

/* Of more steps than these the first are forgotten. */
enum { STEPS_MOST = 50 };

static struct list *rows_of(struct app *app)
{
	return &app->panes[PANE_RELATED].list;
}

void related_free(struct related *related)
{
	array_free(&related->steps);
}

const struct related_step *related_step(const struct app *app)
{
	size_t count = app->related.steps.count;

	return count ? &app->related.steps.items[count - 1] : NULL;
}

/* Speakers or rooms, which are lists of the session's own. */
static struct indexes values_of(const struct app *app, enum trait trait, uint32_t session)
{
	uint32_t unused;

	return trait_values(app->agenda, trait, session, &unused);
}

struct indexes related_values(const struct app *app)
{
	const struct related_step *step = related_step(app);

	return step ? values_of(app, step->trait, step->session) : (struct indexes){0};
}

static bool have_other_sessions(const struct app *app, enum trait trait, uint32_t session)
{
	const struct indexes ours = values_of(app, trait, session);

	for (uint32_t i = 0; i < app->agenda->session_count; i++) {
		const struct indexes theirs = values_of(app, trait, i);

		if (app->agenda->sessions[i].whole != app->agenda->sessions[session].whole &&
		    agenda_share(&ours, &theirs))
			return true;
	}
	return false;
}

/* Whether the sheet shows the speakers or rooms of a session already. */
static bool is_shown(const struct app *app, enum trait trait, uint32_t session)
{
	struct indexes shown = related_values(app), wanted = values_of(app, trait, session);

	return related_step(app)->trait == trait && shown.count == wanted.count &&
	       !memcmp(shown.items, wanted.items, shown.count * sizeof *shown.items);
}

static void remember(struct app *app)
{
	size_t count = app->related.steps.count;
	struct related_step *step = &app->related.steps.items[count - 1];

	step->cursor = rows_of(app)->cursor;
	step->top = rows_of(app)->top;
	step->focus = app->focus[VIEW_RELATED];
	step->read = app->panes[PANE_DETAIL].text.top;
}

static void add_step(struct app *app, enum trait trait, uint32_t session)
{
	struct related *related = &app->related;
	struct related_step step = {.trait = trait, .session = session};

	if (related->steps.count == STEPS_MOST)
		memmove(related->steps.items, related->steps.items + 1,
			--related->steps.count * sizeof *related->steps.items);
	array_push(&related->steps, step);
}

static void show(struct app *app, bool fresh)
{
	app->panes[PANE_RELATED].stale = true;
	app->panes[PANE_RELATED].fresh = fresh;
}

static void say_alone(struct app *app, enum trait trait, const struct indexes *values)
{
	struct buffer name = {0}, line = {0};

	traits_say_value(&name, app->agenda, trait, values->items[0]);
	if (values->count > 1)
		buffer_puts(&line, trait == TRAIT_ROOM
				       ? _("These rooms hold no other session.")
				       : _("These speakers have no other session."));
	else
		/* Translators: %s is a room, or a speaker. */
		buffer_printf(&line,
			      trait == TRAIT_ROOM ? _("%s holds no other session.")
						  : _("%s has no other session."),
			      buffer_text(&name));
	app_say(app, ROLE_STRONG, buffer_text(&line));
	buffer_free(&name);
	buffer_free(&line);
}

/* Whether there is anything to show; what there is not is said. */
static bool leads_somewhere(struct app *app, enum trait trait, uint32_t session)
{
	struct indexes values = values_of(app, trait, session);

	if (!values.count)
		app_say(app, ROLE_STRONG,
			trait == TRAIT_ROOM ? _("This session names no room.")
					    : _("This session names no speakers."));
	else if (!have_other_sessions(app, trait, session))
		say_alone(app, trait, &values);
	else
		return true;
	return false;
}

void related_open(struct app *app, enum trait trait)
{
	int session = app_session(app);

	if (session < 0 || !leads_somewhere(app, trait, (uint32_t)session))
		return;
	if (app->view == VIEW_RELATED && is_shown(app, trait, (uint32_t)session))
		return;
	if (app->view == VIEW_RELATED)
		remember(app);
	else
		app->related.steps.count = 0;
	add_step(app, trait, (uint32_t)session);
	app_show_view(app, VIEW_RELATED);
	app->focus[VIEW_RELATED] = SLOT_MAIN;
	show(app, true);
}

bool related_back(struct app *app)
{
	const struct related_step *step;

	if (app->related.steps.count < 2)
		return false;
	app->related.steps.count--;
	step = related_step(app);
	show(app, true);
	app_settle(app);
	rows_of(app)->top = step->top;
	list_select(rows_of(app), step->cursor);
	app->focus[VIEW_RELATED] = step->focus;
	app_settle(app);
	text_scroll_to(&app->panes[PANE_DETAIL].text, step->read);
	return true;
}
