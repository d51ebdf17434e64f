#include "config.h"

#include "tui/saved.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "present/capital.h"
#include "present/title.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"

#include <stdlib.h>

static const char *title_of(const struct app *app, const char *id)
{
	int session = agenda_find_session(app->agenda, id);
	const char *title =
	    session >= 0 ? app->agenda->sessions[session].title : keeper_title(&app->keeper, id);

	return title_or_none(title);
}

/* What is said of an effect on the bookmarks: why it was not done, or perhaps not for good, or the
 * title that it was about; in N_(). */
static const struct {
	const char *done, *failed, *unsure;
} sayings[] = {
    [EFFECT_SAVE] = {N_("★ Kept: %s"), N_("Not kept: %s"),
		     /* Translators: %s says what went wrong. */
		     N_("★ Kept, perhaps not for good: %s")},
    [EFFECT_NOTE] = {N_("★ Noted: %s"), N_("Not noted: %s"),
		     N_("★ Noted, perhaps not for good: %s")},
    [EFFECT_REMOVE] = {N_("No longer kept: %s"), N_("Still kept: %s"),
		       N_("No longer kept, perhaps not for good: %s")},
    [EFFECT_RESTORE] = {N_("★ Kept: %s"), N_("Not kept: %s"),
			N_("★ Kept, perhaps not for good: %s")},
    [EFFECT_SUCCEED] = {N_("★ Kept instead: %s"), N_("Not kept: %s"), NULL},
    [EFFECT_RENEW] = {N_("What changed is marked as seen."), N_("Not marked: %s"), NULL},
    [EFFECT_ADOPT] = {N_("★ Your bookmarks were taken over."), "%s", NULL},
    [EFFECT_DECLINE] = {NULL, "%s", NULL},
};

/* Cuts a line to so many columns, with an ellipsis. */
static void cut(struct buffer *line, int columns)
{
	const char *text = buffer_text(line);

	if (utf8_columns(text, line->length) <= columns)
		return;
	buffer_truncate(line, utf8_cut(text, line->length, columns));
	buffer_puts(line, "…");
}

/* How a removal is undone, where that leaves enough of what was said of it. */
static void say_way_back(const struct app *app, struct buffer *line)
{
	enum { LEAST = 40 /* columns of the line */ };
	struct buffer key = {0}, way = {0};
	int left = app->columns - 3;

	key_label(&key, keymap_key(&app->keymap, command_find("undo")));
	if (key.length)
		/* Translators: behind "No longer kept: a title"; %s is a key. */
		buffer_printf(&way, _(" · %s brings it back"), buffer_text(&key));
	left -= utf8_columns(buffer_text(&way), way.length);
	if (left >= LEAST || utf8_columns(buffer_text(line), line->length) <= left) {
		cut(line, left);
		buffer_puts(line, buffer_text(&way));
	}
	buffer_free(&key);
	buffer_free(&way);
}

static void say_saved(struct app *app, enum effect_kind what, bool done, const char *about)
{
	const char *saying = done ? sayings[what].done : sayings[what].failed;
	struct buffer said = {0}, line = {0};

	if (!saying)
		return;
	buffer_printf(&said, _(saying), about);
	capital_append(&line, buffer_text(&said)); /* it may be the error alone */
	if (what == EFFECT_REMOVE && done)
		say_way_back(app, &line);
	app_say(app, done ? ROLE_STATUS : ROLE_WARNING, buffer_text(&line));
	buffer_free(&said);
	buffer_free(&line);
}

/* What failed may have come true all the same: the last step of all makes it last. */
static void say_failed(struct app *app, enum effect_kind what, const char *id, const char *error)
{
	struct buffer line = {0};

	if (!sayings[what].unsure || !keeper_came_true(&app->keeper, what, id)) {
		say_saved(app, what, false, error);
		return;
	}
	buffer_printf(&line, _(sayings[what].unsure), error);
	app_say(app, ROLE_WARNING, buffer_text(&line));
	buffer_free(&line);
}

/* A note that was written, or taken away. */
static void say_noted(struct app *app, const char *id, const char *title)
{
	const struct bookmark *bookmark = bookmarks_find(&app->keeper.shown, id);
	struct buffer line = {0};

	if (bookmark && bookmark->note) {
		say_saved(app, EFFECT_NOTE, true, title);
		return;
	}
	buffer_printf(&line, _("Note removed: %s"), title);
	app_say(app, ROLE_STATUS, buffer_text(&line));
	buffer_free(&line);
}

/* Of a session that was just kept the user knows that it is near. */
static void tell_reminder(struct app *app, enum effect_kind what, const char *id)
{
	int session = agenda_find_session(app->agenda, id);

	if (what != EFFECT_REMOVE && session >= 0)
		reminder_kept(app, (uint32_t)session);
}

/* The id and the title may be those of a bookmark which goes with this. */
void saved_answer(struct app *app, const struct message *message)
{
	enum effect_kind what = (enum effect_kind)message->saved.what;
	bool done = message->saved.done;
	char *id = memory_strdup(message->saved.id);
	char *title = memory_strdup(title_of(app, id));

	if (what != EFFECT_ADOPT && what != EFFECT_DECLINE &&
	    keeper_answer(&app->keeper, what, id, done))
		app_bookmarks_changed(app);
	if (done)
		tell_reminder(app, what, id);
	if (!done)
		say_failed(app, what, id, message->saved.error);
	else if (what == EFFECT_NOTE)
		say_noted(app, id, title);
	else
		say_saved(app, what, true, title);
	free(id);
	free(title);
}
