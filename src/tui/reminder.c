#include "config.h"

#include "tui/reminder.h"

#include "base/i18n.h"
#include "present/session_facts.h"
#include "present/title.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/saying.h"

void reminder_free(struct reminder *reminder)
{
	array_free(&reminder->known);
	array_free(&reminder->standing);
	text_free(&reminder->line);
}

static bool is_known(const struct reminder *reminder, uint32_t session)
{
	array_each (const uint32_t, known, &reminder->known)
		if (*known == session)
			return true;
	return false;
}

static bool is_near(const struct app *app, uint32_t number)
{
	const struct session *session = &app->agenda->sessions[number];

	return session->start != CIVIL_NONE && !session->cancelled && session->start > app->now &&
	       session->start - app->now <= app->reminder.minutes;
}

/* The line */

static void say_where(const struct app *app, uint32_t session, struct buffer *out)
{
	struct buffer rooms = {0};

	session_facts_rooms(&rooms, app->agenda, session);
	if (rooms.length)
		buffer_printf(out, ", %s", buffer_text(&rooms));
	else if (app->agenda->event.place)
		buffer_printf(out, ", %s", app->agenda->event.place);
	buffer_free(&rooms);
}

static void say_one(const struct app *app, uint32_t number, struct buffer *out)
{
	const struct session *session = &app->agenda->sessions[number];
	const char *title = title_or_none(session->title);
	struct buffer when = {0};

	if (session->start > app->now) {
		when_length(&when, session->start - app->now);
		/* Translators: a session of yours starts in so long: "In 10 min: Plénière". */
		buffer_printf(out, C_("reminder", "In %1$s: %2$s"), buffer_text(&when), title);
	} else {
		when_clock(&when, session->start);
		/* Translators: a session of yours started then: "Since 9:00: Plénière". */
		buffer_printf(out, C_("reminder", "Since %1$s: %2$s"), buffer_text(&when), title);
	}
	say_where(app, number, out);
	buffer_free(&when);
}

static void make_line(struct app *app)
{
	struct reminder *reminder = &app->reminder;
	struct buffer line = {0};

	array_each (const uint32_t, session, &reminder->standing) {
		buffer_puts(&line, line.length ? " · " : "");
		say_one(app, *session, &line);
	}
	text_set(&reminder->line, line.length ? saying_new(NULL, buffer_text(&line), NULL) : NULL);
	buffer_free(&line);
}

/* What is over, or not kept any more, is nothing to remind of. */
static void drop_stale(struct app *app)
{
	struct reminder *reminder = &app->reminder;
	size_t kept = 0;

	array_each (const uint32_t, session, &reminder->standing)
		if (app->agenda->sessions[*session].until > app->now &&
		    keeper_has(&app->keeper, *session))
			reminder->standing.items[kept++] = *session;
	reminder->standing.count = kept;
}

void reminder_look(struct app *app, struct effects *effects)
{
	struct reminder *reminder = &app->reminder;
	size_t told = reminder->known.count;

	drop_stale(app);
	array_each (const uint32_t, session, &app->keeper.sessions) {
		if (!is_near(app, *session) || is_known(reminder, *session))
			continue;
		array_push(&reminder->known, *session);
		array_push(&reminder->standing, *session);
	}
	if (reminder->bell && reminder->known.count > told)
		app_add_effect(effects, (struct effect){.kind = EFFECT_BELL});
	make_line(app);
}

void reminder_kept(struct app *app, uint32_t session)
{
	if (is_near(app, session) && !is_known(&app->reminder, session))
		array_push(&app->reminder.known, session);
}

bool reminder_stands(const struct app *app)
{
	return app->reminder.standing.count;
}

/* While a line is typed, a question stands, or the window is too small, it is not seen. */
void reminder_dismiss(struct app *app)
{
	if (app->asked != ASK_NOTHING || question_stands(app) || !app->layout.fits)
		return;
	app->reminder.standing.count = 0;
	text_set(&app->reminder.line, NULL);
}
