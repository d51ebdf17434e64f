#include "config.h"

#include "tui/walk.h"

#include "base/array.h"
#include "base/i18n.h"
#include "document/address.h"
#include "present/scan.h"
#include "present/session_facts.h"
#include "present/title.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/target.h"

/* A title that is cut keeps so many bytes at least; it is tried with so many fewer each time. */
enum { TITLE_LONGEST = 60, TITLE_SHORTEST = 12, TITLE_STEP = 4 };

/* Longer addresses no phone is asked to read, nor could many a code hold them. Bytes. */
enum { ADDRESS_LONGEST = 2000 };

void walk_free(struct walk *walk)
{
	query_rows_free(&walk->rows);
}

static uint32_t session_at(const struct app *app)
{
	return app->walk.rows.items[app->walk.at];
}

/* The address of its page as a code says it; whether it leads anywhere. */
static bool append_page(const struct app *app, uint32_t session, struct buffer *out)
{
	const char *url = app->agenda->sessions[session].url;
	struct buffer address = {0};
	bool leads = url && target_resolve(app, url, &address) != TARGET_NOWHERE;

	if (leads)
		address_to_ascii(out, buffer_text(&address));
	buffer_free(&address);
	return leads && out->length <= ADDRESS_LONGEST;
}

bool walk_takes(const struct app *app, uint32_t number, bool pages)
{
	const struct session *session = &app->agenda->sessions[number];
	struct buffer address = {0};
	bool leads;

	if (!pages)
		return session->start != CIVIL_NONE || session->day != CIVIL_NONE;
	leads = append_page(app, number, &address);
	buffer_free(&address);
	return leads;
}

/* What stands beside the code */

static void say_when_and_where(const struct app *app, struct buffer *out)
{
	uint32_t session = session_at(app);
	struct buffer rooms = {0};

	when_session(out, &app->agenda->sessions[session]);
	session_facts_rooms(&rooms, app->agenda, session);
	if (rooms.length)
		buffer_printf(out, "%s%s", out->length ? " · " : "", buffer_text(&rooms));
	buffer_free(&rooms);
}

static const char *what_is_left_out(enum scan_brevity brevity)
{
	static const char *const sentences[SCAN_BREVITIES] = {
	    [SCAN_NO_WHERE] = N_("In a larger window the code says where it is, too."),
	    [SCAN_NO_END] = N_("In a larger window the code says until when it lasts, too."),
	};

	return sentences[brevity] ? _(sentences[brevity]) : NULL;
}

static void show(struct app *app, struct qr *qr, enum scan_brevity brevity)
{
	const struct walk *walk = &app->walk;
	const struct session *session = &app->agenda->sessions[session_at(app)];
	struct buffer words = {0}, count = {0}, address = {0};

	if (walk->pages)
		target_resolve(app, session->url, &address);
	say_when_and_where(app, &words);
	if (walk->rows.count > 1)
		/* Translators: which of several: "2 of 7". */
		buffer_printf(&count, C_("code", "%1$zu of %2$zu"), walk->at + 1, walk->rows.count);
	code_set(app, qr,
		 &(struct code_words){
		     .title = title_or_none(session->title),
		     .address = walk->pages ? buffer_text(&address) : NULL,
		     .about = buffer_text(&words),
		     .missing = what_is_left_out(brevity),
		     .count = buffer_text(&count),
		 });
	buffer_free(&address);
	buffer_free(&words);
	buffer_free(&count);
}

/* Codes */

static struct qr *event_code(const struct app *app, enum scan_brevity brevity, size_t title)
{
	struct buffer text = {0};
	struct qr *qr;

	scan_event(&text, app->agenda, session_at(app), brevity, title);
	qr = qr_new(buffer_text(&text));
	buffer_free(&text);
	return qr;
}

static struct qr *page_code(const struct app *app)
{
	struct buffer address = {0};
	struct qr *qr;

	append_page(app, session_at(app), &address);
	qr = qr_new(buffer_text(&address));
	buffer_free(&address);
	return qr;
}

/* Shows a code, unless there is none; whether it has room. */
static bool try(struct app *app, struct qr *qr, enum scan_brevity brevity, struct rectangle pane)
{
	if (!qr)
		return false;
	show(app, qr, brevity);
	return code_places(app, pane).fits;
}

/* The last one that is tried is the smallest: where it has no room, what it needs is said. */
static void fit_event(struct app *app, struct rectangle pane)
{
	for (enum scan_brevity brevity = SCAN_WHOLE; brevity < SCAN_BREVITIES; brevity++)
		if (try(app, event_code(app, brevity, 0), brevity, pane))
			return;
	for (size_t title = TITLE_LONGEST; title >= TITLE_SHORTEST; title -= TITLE_STEP)
		if (try(app, event_code(app, SCAN_NO_END, title), SCAN_NO_END, pane))
			return;
}

void walk_fit(struct app *app, struct rectangle pane)
{
	struct qr *qr;

	if (!app->walk.rows.count)
		return;
	if (!app->walk.pages) {
		fit_event(app, pane);
		return;
	}
	qr = page_code(app);
	if (qr)
		show(app, qr, SCAN_WHOLE);
}

/* Walking */

/* Some code, for whoever asks before the window's size is looked at. */
static void load(struct app *app)
{
	struct pane *pane = &app->panes[PANE_CODE];

	walk_fit(app, app->layout.slots[SLOT_MAIN]);
	pane->stale = pane->fresh = true;
}

bool walk_begin(struct app *app, const struct query_rows *rows, bool pages)
{
	struct walk walk = {.pages = pages};

	array_each (const uint32_t, session, rows)
		if (walk_takes(app, *session, pages))
			array_push(&walk.rows, *session);
	if (!walk.rows.count) {
		walk_free(&walk);
		return false;
	}
	walk_free(&app->walk);
	app->walk = walk;
	load(app);
	app_show_view(app, VIEW_CODE);
	return true;
}

void walk_end(struct app *app)
{
	app->walk.rows.count = 0;
}

bool walk_can(const struct app *app, int step)
{
	const struct walk *walk = &app->walk;

	return app->view == VIEW_CODE && walk->rows.count &&
	       (step < 0 ? walk->at > 0 : walk->at + 1 < walk->rows.count);
}

void walk_step(struct app *app, int step)
{
	if (!walk_can(app, step))
		return;
	app->walk.at = step < 0 ? app->walk.at - 1 : app->walk.at + 1;
	load(app);
}
