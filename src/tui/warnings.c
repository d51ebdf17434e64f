#include "config.h"

#include "tui/warnings.h"

#include "base/memory.h"
#include "tui/app_private.h"

#include <stdlib.h>
#include <string.h>

/* So many wait at once: who sees none of them hits no keys. */
enum { LINES_MOST = 20 };

void warnings_free(struct warnings *warnings)
{
	array_each (char *, line, &warnings->lines)
		free(*line);
	array_free(&warnings->lines);
}

static bool holds(const struct warnings *warnings, const char *line)
{
	array_each (char *, other, &warnings->lines)
		if (!strcmp(*other, line))
			return true;
	return false;
}

void warnings_add(struct app *app, const char *line)
{
	struct warnings *warnings = &app->warnings;

	if (holds(warnings, line) || warnings->lines.count == LINES_MOST)
		return;
	array_push(&warnings->lines, memory_strdup(line));
	if (app->status_role != ROLE_WARNING)
		app_say(app, ROLE_STATUS, NULL);
}

void warnings_dismiss(struct warnings *warnings)
{
	if (!warnings->told)
		return;
	free(warnings->lines.items[0]);
	memmove(warnings->lines.items, warnings->lines.items + 1,
		--warnings->lines.count * sizeof *warnings->lines.items);
	warnings->told = false;
}

void warnings_look(struct app *app)
{
	if (!app->warnings.lines.count || app->status.document || app->asked != ASK_NOTHING ||
	    question_stands(app))
		return;
	app_say(app, ROLE_WARNING, app->warnings.lines.items[0]);
	app->warnings.told = true;
}
