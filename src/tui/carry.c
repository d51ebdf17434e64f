#include "config.h"

#include "tui/carry.h"

#include "base/fold.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "present/title.h"
#include "present/when.h"
#include "tui/app_private.h"
#include "tui/session_rows.h"

#include <stdlib.h>
#include <string.h>

enum { SLUG_BYTES = 40 /* of a title, in the name of a file */ };

void carry_free(struct carry *carry)
{
	free(carry->path);
	query_free(&carry->query);
	query_rows_free(&carry->rows);
}

/* What there is */

size_t carry_count(const struct app *app, enum carry_what what)
{
	const struct carry *carry = &app->carry;

	switch (what) {
	case CARRY_SESSION:
		return carry->session >= 0;
	case CARRY_DAY:
		return carry->day < app->agenda->day_count ? app->agenda->days[carry->day].count
							   : 0;
	case CARRY_FOUND:
		return filter_is_set(&app->filter) ? filter_left(&app->filter) : 0;
	case CARRY_KEPT:
		return app->keeper.sessions.count;
	default:
		return app->agenda->session_count;
	}
}

/* What is still looked for may be found. */
bool carry_offers(const struct app *app, enum carry_what what)
{
	return what == CARRY_ALL || carry_count(app, what) ||
	       (what == CARRY_FOUND && !filter_is_through(&app->filter));
}

void carry_say_count(const struct app *app, enum carry_what what, struct buffer *out)
{
	if (what == CARRY_FOUND)
		session_rows_found(app, out, carry_count(app, what));
	else
		session_rows_count(out, carry_count(app, what));
}

static void say_session(const struct app *app, struct buffer *out)
{
	const char *title = app->agenda->sessions[app->carry.session].title;

	buffer_printf(out, _("This session: %s"), title_or_none(title));
}

static void say_day(const struct app *app, struct buffer *out)
{
	civil_day date = app->agenda->days[app->carry.day].date;
	struct buffer day = {0};

	when_day_medium(&day, date);
	buffer_printf(out, _("This day: %s"), day.length ? buffer_text(&day) : _("No date"));
	buffer_free(&day);
}

static void say_found(const struct app *app, struct buffer *out)
{
	if (search_stands(app))
		buffer_printf(out, _("What the search shows: %s"), buffer_text(&app->search.text));
	else
		buffer_puts(out, _("What the filter shows"));
}

void carry_say(const struct app *app, enum carry_what what, struct buffer *out)
{
	switch (what) {
	case CARRY_SESSION:
		say_session(app, out);
		break;
	case CARRY_DAY:
		say_day(app, out);
		break;
	case CARRY_FOUND:
		say_found(app, out);
		break;
	case CARRY_KEPT:
		buffer_puts(out, _("My agenda"));
		break;
	default:
		/* Translators: all sessions, to be carried away. */
		buffer_puts(out, _("Everything"));
	}
}

/* The name of the file */

static void say_date(struct buffer *out, civil_day day)
{
	struct civil_date date;

	if (day == CIVIL_NONE)
		return;
	date = civil_date_of(day);
	buffer_printf(out, "-%04d-%02d-%02d", date.year, date.month, date.day);
}

static void say_slug(struct buffer *out, const char *text)
{
	size_t before = out->length;

	buffer_putc(out, '-');
	fold_slug(out, text ? text : "", SLUG_BYTES);
	if (out->length == before + 1)
		buffer_truncate(out, before);
}

/* The name of the file that suggests itself for what is chosen. */
static void say_file(const struct app *app, struct buffer *out)
{
	const struct agenda *agenda = app->agenda;
	const struct carry *carry = &app->carry;

	buffer_puts(out, agenda->id);
	if (carry->what == CARRY_SESSION)
		say_slug(out, agenda->sessions[carry->session].title);
	else if (carry->what == CARRY_DAY)
		say_date(out, agenda->days[carry->day].date);
	else if (carry->what == CARRY_FOUND)
		/* Translators: these two are parts of the names of files: small letters and '-'. */
		say_slug(out, C_("file", "selection"));
	else if (carry->what == CARRY_KEPT)
		say_slug(out, C_("file", "my-agenda"));
	buffer_printf(out, ".%s", carry->formats[carry->format].extension);
}

/* Opening the sheet */

/* What one most likely has in mind, seeing what one looks at. */
static enum carry_what suggestion(const struct app *app, enum view_id view)
{
	if (view == VIEW_AGENDA && carry_offers(app, CARRY_KEPT))
		return CARRY_KEPT;
	if (view_at(view)->by_day && carry_offers(app, CARRY_FOUND))
		return CARRY_FOUND;
	for (enum carry_what what = 0; what < CARRY_COUNT; what++)
		if (carry_offers(app, what))
			return what;
	return CARRY_ALL;
}

void carry_open(struct app *app)
{
	struct carry *carry = &app->carry;
	bool about = app->subject.kind == ROW_SESSION && app_pane_of(app, SLOT_DETAIL);

	carry->session = about ? (int)app->subject.item : -1;
	carry->day = about ? agenda_day_of(app->agenda, app->subject.item) : app->day;
	carry->what = suggestion(app, app->view);
	app_show_view(app, VIEW_CARRY);
}

/* Ordering */

static struct query_rows *session_row(struct carry *carry)
{
	carry->rows.count = 0;
	array_push(&carry->rows, (uint32_t)carry->session);
	return &carry->rows;
}

/* What is chosen as a query, valid until the next order. */
static const struct query *query_of(struct app *app)
{
	struct carry *carry = &app->carry;

	query_free(&carry->query);
	carry->query.bookmarks = &app->keeper.shown;
	if (carry->what == CARRY_FOUND)
		return &app->filter.query;
	if (carry->what == CARRY_DAY)
		query_tick(&carry->query, app->agenda, TRAIT_DAY, (uint32_t)carry->day, true);
	else if (carry->what == CARRY_KEPT)
		query_tick(&carry->query, app->agenda, TRAIT_KEPT, 0, true);
	return &carry->query;
}

static void order(struct app *app, const char *path, bool replace, struct effects *effects)
{
	struct carry *carry = &app->carry;
	bool one = carry->what == CARRY_SESSION;
	const struct effect effect = {
	    .kind = EFFECT_EXPORT,
	    .order = {.format = carry->format,
		      .path = path,
		      .replace = replace,
		      .query = query_of(app),
		      .rows = one ? session_row(carry) : NULL,
		      .bookmarks = &app->keeper.shown,
		      .whole = carry->what == CARRY_ALL,
		      .in_full = one || carry->what == CARRY_ALL},
	};

	app_add_effect(effects, effect);
}

/* The chosen sessions; replaces what is in *rows. */
static void find_rows(struct app *app, struct query_rows *rows)
{
	if (app->carry.what == CARRY_SESSION) {
		rows->count = 0;
		array_push(rows, (uint32_t)app->carry.session);
	} else {
		query_run(query_of(app), app->agenda, rows);
	}
}

bool carry_can(struct app *app, enum carry_target target)
{
	struct query_rows rows = {0};
	bool can = false;

	if (target == CARRY_FILE || target == CARRY_CLIPBOARD)
		return true;
	find_rows(app, &rows);
	for (size_t i = 0; i < rows.count && !can; i++)
		can = walk_takes(app, rows.items[i], target == CARRY_PAGE_CODES);
	query_rows_free(&rows);
	return can;
}

void carry_say_target(const struct app *app, enum carry_target target, struct buffer *out)
{
	static const char *const words[CARRY_TARGETS] = {
	    [CARRY_CLIPBOARD] = N_("To the clipboard"),
	    [CARRY_CODES] = N_("QR codes, for the calendar of a phone"),
	    [CARRY_PAGE_CODES] = N_("QR codes of their pages"),
	};
	struct buffer name = {0};

	if (target != CARRY_FILE) {
		buffer_puts(out, _(words[target]));
		return;
	}
	say_file(app, &name);
	/* Translators: a file to be written, by its name. */
	buffer_printf(out, _("Into a file: %s"), buffer_text(&name));
	buffer_free(&name);
}

static void ask_for_file(struct app *app)
{
	const char *slash = app->carry.path ? strrchr(app->carry.path, '/') : NULL;
	struct buffer name = {0};

	if (slash) /* in the folder of the one before */
		buffer_append(&name, app->carry.path, (size_t)(slash - app->carry.path) + 1);
	say_file(app, &name);
	ask_begin(app, ASK_FILE, buffer_text(&name));
	buffer_free(&name);
}

void carry_to(struct app *app, enum carry_target target, struct effects *effects)
{
	struct query_rows rows = {0};

	if (target == CARRY_FILE) {
		ask_for_file(app);
	} else if (target == CARRY_CLIPBOARD) {
		order(app, NULL, false, effects);
	} else {
		find_rows(app, &rows);
		walk_begin(app, &rows, target == CARRY_PAGE_CODES);
		query_rows_free(&rows);
	}
}

static bool accept(struct app *app, struct effects *effects)
{
	const struct buffer *text = &app->prompts[ASK_FILE].text;
	const char *begin = buffer_text(text);
	size_t length = utf8_trim(&begin, text->length);

	if (!length)
		return false;
	free(app->carry.path);
	app->carry.path = memory_strndup(begin, length);
	order(app, app->carry.path, false, effects);
	return true;
}

const struct ask_kind ask_file = {.sign = N_("File: "), .accept = accept};

/* The answer */

static void replace(struct app *app, uint32_t unused, struct effects *effects)
{
	(void)unused;
	order(app, app->carry.path, true, effects);
}

static void say(struct app *app, enum role role, const char *format, const char *argument)
{
	struct buffer line = {0};

	buffer_printf(&line, format, argument);
	app_say(app, role, buffer_text(&line));
	buffer_free(&line);
}

/* Without a path it went to the clipboard. */
static void say_done(struct app *app, const char *path)
{
	struct buffer words = {0};

	if (path) {
		say(app, ROLE_STRONG, _("Written: %s"), path);
		return;
	}
	search_finish(app); /* all of it was sent */
	session_rows_count(&words, carry_count(app, app->carry.what));
	say(app, ROLE_STATUS, _("Sent to the clipboard: %s"), buffer_text(&words));
	buffer_free(&words);
}

static void ask_to_replace(struct app *app, const char *path)
{
	struct buffer line = {0};

	buffer_printf(&line, _("It is there already: replace it? %s"), path);
	question_ask(app, buffer_text(&line), replace, 0);
	buffer_free(&line);
}

void carry_answer(struct app *app, const struct message *message)
{
	const char *path = message->exported.path;

	switch (message->exported.end) {
	case EXPORT_DONE:
		if (app->view == VIEW_CARRY)
			app_close_sheet(app);
		say_done(app, path);
		break;
	case EXPORT_THERE:
		ask_to_replace(app, path);
		break;
	case EXPORT_FAILED:
		say(app, ROLE_WARNING, _("Not written: %s"), message->exported.error);
		break;
	}
}
