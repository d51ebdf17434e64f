#include "config.h"

#include "tui/ask.h"

#include "tui/app_private.h"

static const struct ask_kind *const kinds[ASK_COUNT] = {
    [ASK_SEARCH] = &ask_search,
    [ASK_NARROW] = &ask_narrow,
    [ASK_NOTE] = &ask_note,
    [ASK_FILE] = &ask_file,
};

void ask_begin(struct app *app, enum ask_id id, const char *text)
{
	app->asked = id;
	prompt_open(&app->prompts[id], text);
}

const struct ask_kind *ask_kind(const struct app *app)
{
	return kinds[app->asked];
}

struct prompt *ask_prompt(struct app *app)
{
	return app->asked == ASK_NOTHING ? NULL : &app->prompts[app->asked];
}

const struct buffer *ask_line(const struct app *app)
{
	return app->asked == ASK_NOTHING ? NULL : &app->prompts[app->asked].text;
}

void ask_typed(struct app *app)
{
	if (ask_kind(app)->typed)
		ask_kind(app)->typed(app);
}

bool ask_type(struct app *app, uint32_t key)
{
	if (!ask_kind(app) || !prompt_type(ask_prompt(app), key))
		return false;
	ask_typed(app);
	return true;
}

void ask_accept(struct app *app, struct effects *effects)
{
	const struct ask_kind *kind = ask_kind(app);
	struct prompt *prompt = ask_prompt(app);

	app->asked = ASK_NOTHING;
	prompt_close(prompt, kind->accept(app, effects));
}

void ask_cancel(struct app *app)
{
	const struct ask_kind *kind = ask_kind(app);
	struct prompt *prompt = ask_prompt(app);

	app->asked = ASK_NOTHING;
	if (kind->cancel)
		kind->cancel(app);
	prompt_close(prompt, false);
}
