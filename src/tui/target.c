#include "config.h"

#include "tui/target.h"

#include "document/address.h"
#include "tui/app_private.h"

#include <string.h>

static const char *session_link(const struct session *session)
{
	if (session->url)
		return session->url;
	return session->links.count ? session->links.items[0].url : NULL;
}

/* Whether the pane in focus is about the event or one of its sessions. */
static bool is_about_event(const struct app *app)
{
	return app_session(app) >= 0 || app_pane(app) == PANE_EVENT;
}

const char *target_at_hand(const struct app *app)
{
	const char *url = text_link(&app->panes[app_pane(app)].text);
	int session = app_session(app);

	if (!url && session >= 0)
		url = session_link(&app->agenda->sessions[session]);
	if (app->view == VIEW_CODE)
		return app->code.address;
	return url || !is_about_event(app) ? url : app->agenda->event.url;
}

static bool opens(const char *url)
{
	static const char *const schemes[] = {"http", "https", "mailto", "tel", "geo"};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (address_has_scheme(url, schemes[i]))
			return true;
	return false;
}

/* The event's address may be a bare one itself. */
static bool resolve(const struct app *app, const char *url, struct buffer *out)
{
	const char *page = app->agenda->event.url;
	struct buffer base = {0};
	bool resolved = page && address_resolve(&base, NULL, page);

	resolved = address_resolve(out, resolved ? buffer_text(&base) : NULL, url);
	buffer_free(&base);
	return resolved;
}

enum target_kind target_resolve(const struct app *app, const char *url, struct buffer *out)
{
	size_t before = out->length;

	if (!resolve(app, url, out)) {
		buffer_puts(out, url);
		return TARGET_NOWHERE;
	}
	return opens(buffer_text(out) + before) ? TARGET_OPENS : TARGET_STRANGE;
}

const char *target_in_words(const char *url)
{
	static const char *const silent[] = {"mailto", "tel"};

	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		if (address_has_scheme(url, silent[i]))
			return url + strlen(silent[i]) + 1;
	return url;
}
