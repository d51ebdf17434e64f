#include "config.h"

#include "tui/excuse.h"

#include "base/buffer.h"
#include "base/i18n.h"
#include "tui/app_private.h"
#include "tui/command.h"
#include "tui/key.h"
#include "tui/where.h"

/* What a command lacks where all else is there, and where that is worth a word; 0 for everywhere.
 */
static const struct {
	const char *command;
	uint64_t lacks;
	const char *saying; /* N_() */
	uint64_t where;
} excuses[] = {
    {"bookmark", WHERE_NOTE, N_("No session is selected here."), 0},
    {"note", WHERE_NOTE, N_("No session is selected here."), 0},
    {"speakers", WHERE_SESSION, N_("No session is selected here."), 0},
    {"room", WHERE_SESSION, N_("No session is selected here."), 0},
    {"undo", WHERE_UNDO, N_("There is nothing to undo."), 0},
    {"open-own-link", WHERE_LINK, N_("There is no link here."), 0},
    {"copy-link", WHERE_LINK, N_("There is no link here."), 0},
    {"show-code", WHERE_LINK, N_("There is no link here."), 0},
    {"next-match", WHERE_SEARCH | WHERE_FOUND, N_("Nothing is searched for."), 0},
    {"previous-match", WHERE_SEARCH | WHERE_FOUND, N_("Nothing is searched for."), 0},
    {"next-match", WHERE_FOUND, N_("The search found nothing."), 0},
    {"previous-match", WHERE_FOUND, N_("The search found nothing."), 0},
    {"next-day", WHERE_DAYS, N_("There is no other day to go to here."), 0},
    {"previous-day", WHERE_DAYS, N_("There is no other day to go to here."), 0},
    {"clear-filter", WHERE_FILTER, N_("Every session is shown already."), 0},
    {"next-link", WHERE_LINK_AFTER, N_("There is no link here."), WHERE_TEXT | WHERE_VIEW},
    {"previous-link", WHERE_LINK_BEFORE, N_("There is no link here."), WHERE_TEXT | WHERE_VIEW},
};

enum { EXCUSES = sizeof excuses / sizeof *excuses };

/* In a text with links, what would select one. */
static bool say_how_to_link(struct app *app, uint64_t where)
{
	uint32_t key = keymap_key(&app->keymap, command_find("next-link"));
	struct buffer line = {0}, label = {0};

	if (!(where & WHERE_LINK_AFTER) || key == KEY_NONE)
		return false;
	key_label(&label, key);
	/* Translators: %s is a key. */
	buffer_printf(&line, _("First select a link, with %s."), buffer_text(&label));
	app_say(app, ROLE_STATUS, buffer_text(&line));
	buffer_free(&label);
	buffer_free(&line);
	return true;
}

static bool lacks_only(size_t command, uint64_t lacks, uint64_t where)
{
	uint64_t needed = command_at(command)->where;

	return (where & needed) == (needed & ~lacks);
}

static bool applies(size_t excuse, size_t command, uint64_t where)
{
	return lacks_only(command, excuses[excuse].lacks, where) &&
	       (where & excuses[excuse].where) == excuses[excuse].where;
}

void excuse_say(struct app *app, uint32_t key)
{
	uint64_t where = where_now(app);

	for (size_t i = 0; i < EXCUSES; i++) {
		size_t command = command_find(excuses[i].command);

		if (!keymap_has(&app->keymap, command, key) || !applies(i, command, where))
			continue;
		if (excuses[i].lacks != WHERE_LINK || !say_how_to_link(app, where))
			app_say(app, ROLE_STATUS, _(excuses[i].saying));
		return;
	}
}
