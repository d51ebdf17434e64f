#include "config.h"

#include "base/i18n.h"
#include "present/title.h"
#include "tui/action.h"
#include "tui/app_private.h"
#include "tui/target.h"

#include <string.h>

void action_link(struct app *app, int argument, struct effects *effects)
{
	struct text *text = &app->panes[app_pane(app)].text;

	(void)effects;
	if (text_link_beside(text, argument))
		text_select_beside(text, argument);
	else
		text_select_end(text, argument);
}

/* Says something about an address. */
static void say(struct app *app, enum role role, const char *format, const char *url)
{
	struct buffer line = {0};

	buffer_printf(&line, format, target_in_words(url));
	app_say(app, role, buffer_text(&line));
	buffer_free(&line);
}

static void say_nowhere(struct app *app, const char *url)
{
	say(app, ROLE_WARNING,
	    _("This link is only a part of an address, and the agenda does not say of which page: "
	      "%s"),
	    url);
}

void action_open_link(struct app *app, int argument, struct effects *effects)
{
	const char *url = target_at_hand(app);
	const char *address;

	(void)argument;
	if (!url)
		return;
	buffer_clear(&app->handed);
	switch (target_resolve(app, url, &app->handed)) {
	case TARGET_OPENS:
		address = buffer_text(&app->handed);
		say(app, ROLE_STATUS, _("Opening %s"), address);
		app_add_effect(effects, (struct effect){.kind = EFFECT_OPEN, .text = address});
		break;
	case TARGET_STRANGE:
		say(app, ROLE_WARNING,
		    _("Only addresses of pages, mail, phones and places are "
		      "opened, not this one: %s"),
		    url);
		break;
	case TARGET_NOWHERE:
		say_nowhere(app, url);
		break;
	}
}

/* As people write it, without what goes without saying. */
void action_copy_link(struct app *app, int argument, struct effects *effects)
{
	const char *url = target_at_hand(app);
	const char *words;

	(void)argument;
	if (!url)
		return;
	buffer_clear(&app->handed);
	target_resolve(app, url, &app->handed);
	words = target_in_words(buffer_text(&app->handed));
	if (strlen(words) > EFFECT_COPY_BYTES) {
		app_say(app, ROLE_WARNING, _("This link is too long to be copied."));
		return;
	}
	say(app, ROLE_STATUS, _("Sent to the clipboard: %s"), words);
	app_add_effect(effects, (struct effect){.kind = EFFECT_COPY, .text = words});
}

/* QR codes */

/* What the link at hand belongs to. */
static const char *title_at_hand(const struct app *app)
{
	int session = app_session(app);
	const char *title =
	    session >= 0 ? app->agenda->sessions[session].title : app->agenda->event.title;

	return title_or_none(title);
}

void action_show_code(struct app *app, int argument, struct effects *effects)
{
	const char *url = target_at_hand(app);
	struct buffer address = {0};

	(void)argument, (void)effects;
	if (!url)
		return;
	if (target_resolve(app, url, &address) == TARGET_NOWHERE)
		say_nowhere(app, url);
	else if (!code_show(app, title_at_hand(app), buffer_text(&address)))
		app_say(app, ROLE_WARNING, _("This link is too long for a QR code."));
	buffer_free(&address);
}

void action_code(struct app *app, int argument, struct effects *effects)
{
	(void)effects;
	walk_step(app, argument);
}

void action_invert_code(struct app *app, int argument, struct effects *effects)
{
	(void)argument, (void)effects;
	app->code.swapped = !app->code.swapped;
}
