#include "config.h"

#include "tui/note.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "model/haystack.h"
#include "present/title.h"
#include "tui/app_private.h"

#include <stdlib.h>
#include <string.h>

void note_say(struct buffer *out, const char *note)
{
	utf8_sanitise(out, note, strlen(note), UTF8_ONE_LINE);
}

bool note_matches(const struct app *app, const char *note)
{
	const char *words = search_words(app);
	struct buffer word = {0};
	char *folded;
	bool found = false;

	if (!note || !words)
		return false;
	folded = fold_text(note);
	while (!found && haystack_next_word(&words, &word))
		found = strstr(folded, buffer_text(&word)) != NULL;
	free(folded);
	buffer_free(&word);
	return found;
}

/* What it is about now, which may not be kept any more, or have become known again. */

static const char *present_note(const struct app *app)
{
	const struct bookmark *bookmark = bookmarks_find(&app->keeper.shown, app->noting);

	return bookmark ? bookmark->note : NULL;
}

static const char *title_of(const struct app *app)
{
	int session = agenda_find_session(app->agenda, app->noting);
	const struct bookmark *bookmark = bookmarks_find(&app->keeper.shown, app->noting);

	if (session >= 0)
		return app->agenda->sessions[session].title;
	return bookmark ? bookmark->title : NULL;
}

void note_open(struct app *app)
{
	const char *id = app_bookmark_id(app), *note;
	struct buffer line = {0};

	if (!id)
		return;
	free(app->noting);
	app->noting = memory_strdup(id);
	note = present_note(app);
	note_say(&line, note ? note : "");
	ask_begin(app, ASK_NOTE, buffer_text(&line));
	buffer_free(&line);
}

/* Whether a line says what the note says already. */
static bool is_same(const char *line, const char *note)
{
	struct buffer before = {0};
	bool same;

	note_say(&before, note ? note : "");
	same = !strcmp(buffer_text(&before), line);
	buffer_free(&before);
	return same;
}

/* NULL removes the note. */
static void set(struct app *app, const char *note, struct effects *effects)
{
	if (agenda_find_session(app->agenda, app->noting) >= 0 ||
	    bookmarks_find(&app->keeper.shown, app->noting))
		app_add_effect(effects, keeper_note(&app->keeper, app->noting, note));
	else
		app_say(app, ROLE_WARNING, _("Not noted: this is not kept any more."));
	app_bookmarks_changed(app);
}

static bool accept(struct app *app, struct effects *effects)
{
	const struct buffer *text = &app->prompts[ASK_NOTE].text;
	const char *begin = buffer_text(text);
	size_t length = utf8_trim(&begin, text->length);
	char *line = memory_strndup(begin, length);

	if (!is_same(line, present_note(app)))
		set(app, length ? line : NULL, effects);
	free(line);
	return length > 0;
}

static void say_title(const struct app *app, struct buffer *out)
{
	const char *title = title_of(app);

	buffer_puts(out, title_or_none(title));
}

const struct ask_kind ask_note = {.sign = N_("Note: "), .accept = accept, .about = say_title};
