#include "config.h"

#include "tui/former.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "tui/app_private.h"

#include <stdlib.h>

static void adopt(struct app *app, uint32_t item, struct effects *effects)
{
	(void)item;
	app_add_effect(effects, (struct effect){.kind = EFFECT_ADOPT, .id = app->former});
}

static void decline(struct app *app, uint32_t item, struct effects *effects)
{
	(void)item;
	app_add_effect(effects, (struct effect){.kind = EFFECT_DECLINE, .id = app->former});
}

void former_ask(struct app *app, const char *name, size_t count)
{
	struct buffer text = {0};

	free(app->former);
	app->former = memory_strdup(name);
	/* Translators: %2$s is the name of a folder. */
	buffer_printf(&text,
		      ngettext("Take over %1$zu bookmark? It was kept under a former title, in the "
			       "folder %2$s.",
			       "Take over %1$zu bookmarks? They were kept under a former title, in "
			       "the folder %2$s.",
			       count),
		      count, name);
	question_ask_either(app, buffer_text(&text), adopt, decline);
	buffer_free(&text);
}
