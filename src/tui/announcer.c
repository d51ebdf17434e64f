#include "config.h"

#include "tui/announcer.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "tui/app_private.h"
#include "tui/row.h"
#include "tui/sentence.h"

#include <string.h>

void announcer_free(struct announcer *announcer)
{
	buffer_free(&announcer->place);
	buffer_free(&announcer->heading);
	buffer_free(&announcer->row);
	buffer_free(&announcer->link);
}

/* What is shown */

static const char *title_of_subject(const struct app *app)
{
	if (app->subject.kind == ROW_SESSION)
		return app->agenda->sessions[app->subject.item].title;
	if (app->subject.kind == ROW_GONE)
		return app->keeper.shown.items[app->subject.item].title;
	return NULL;
}

/* Of a pane without a title the main one's holds. */
static void add_title(const struct app *app, struct buffer *out)
{
	enum pane_id pane = app_pane(app);
	struct buffer left = {0}, right = {0};

	if (!pane_kind(pane)->title)
		pane = app_pane_of(app, SLOT_MAIN);
	if (pane_kind(pane)->title)
		pane_kind(pane)->title(app, &left, &right);
	if (strcmp(buffer_text(&left), buffer_text(out)))
		sentence_add(out, buffer_text(&left));
	sentence_add(out, buffer_text(&right));
	buffer_free(&left);
	buffer_free(&right);
}

/* What a QR code is of, which nobody hears from the code itself, and whether it is there at all. */
static void add_code(const struct app *app, struct buffer *out)
{
	sentence_add(out, app->code.title);
	if (!code_is_seen(app))
		sentence_add(out, _("the window is too small for it"));
}

void announcer_say_place(const struct app *app, struct buffer *out)
{
	struct buffer place = {0};

	buffer_puts(&place, _(view_at(app->view)->name));
	if (app->view == VIEW_CODE)
		add_code(app, &place);
	else if (app->focus[app->view] == SLOT_DETAIL)
		sentence_add(&place, title_of_subject(app));
	else
		add_title(app, &place);
	sentence_add(out, buffer_text(&place));
	buffer_free(&place);
}

/* The heading that the selected row stands under. */
static void say_heading(const struct app *app, const struct list *list, struct buffer *out)
{
	for (size_t row = list->cursor; row-- > 0 && !out->length;)
		if (list->items[row].still && !list->items[row].below)
			row_say_heading(app, &list->items[row], out);
}

static struct announcer look(const struct app *app)
{
	struct announcer now = {.looked = true, .pane = app_pane(app)};
	const struct pane *pane = &app->panes[now.pane];
	const struct list_row *row = list_selected(&pane->list);

	announcer_say_place(app, &now.place);
	if (pane_sort(now.pane) != &pane_sort_list) {
		now.position = pane->text.top;
		buffer_puts(&now.link, text_link(&pane->text));
	} else if (row) {
		now.selected = *row;
		now.position = pane->list.cursor;
		say_heading(app, &pane->list, &now.heading);
		sentence_of_row(app, pane, row, &now.row);
	}
	return now;
}

/* What to say of it */

static bool differs(const struct buffer *left, const struct buffer *right)
{
	return strcmp(buffer_text(left), buffer_text(right)) != 0;
}

/* Appends a sentence, behind a full stop where one went before. */
static void say(struct buffer *out, const char *sentence)
{
	if (!*sentence)
		return;
	if (out->length)
		buffer_puts(out, ". ");
	buffer_puts(out, sentence);
}

/* The first character that does not stand in so many columns. */
static const char *behind(const struct buffer *text, int columns)
{
	const char *at = buffer_text(text), *end = at + text->length, *rest = at;
	uint32_t character;

	while (rest < end && utf8_columns(at, (size_t)(rest - at)) < columns)
		rest += utf8_decode(rest, (size_t)(end - rest), &character);
	return rest;
}

/* What of a row stands behind the edge of the window, from the beginning of the word that the edge
 * cuts. */
static void say_rest(const struct app *app, const struct buffer *row, struct buffer *out)
{
	int columns = app->columns - SENTENCE_INDENT;
	const char *first = buffer_text(row), *rest;

	if (utf8_columns(first, row->length) <= columns)
		return;
	rest = behind(row, columns - 1);
	while (*rest != ' ' && rest > first && rest[-1] != ' ')
		rest--;
	if (out->length)
		buffer_puts(out, ". ");
	buffer_printf(out, "… %s", rest + strspn(rest, " "));
}

static void say_position(size_t number, size_t count, const char *format, struct buffer *out)
{
	struct buffer position = {0};

	buffer_printf(&position, format, number, count);
	say(out, buffer_text(&position));
	buffer_free(&position);
}

/* The number of the selected row among those that can be, and of all of these. */
static void say_row_number(const struct list *list, struct buffer *out)
{
	size_t number = 0, count = 0;

	for (size_t row = 0; row < list->count; row++) {
		count += !list->items[row].still;
		if (row == list->cursor)
			number = count;
	}
	/* Translators: the place of a row in a list. */
	say_position(number, count, _("%zu of %zu"), out);
}

static void say_row(const struct app *app, const struct announcer *before,
		    const struct announcer *now, enum message_kind kind, struct buffer *out)
{
	bool same = now->pane == before->pane && now->selected.kind == before->selected.kind &&
		    now->selected.item == before->selected.item;

	if (!now->row.length)
		return;
	if (same && differs(&now->row, &before->row)) {
		if (kind == MESSAGE_KEY || kind == MESSAGE_MOUSE)
			say(out, buffer_text(&now->row));
	} else if (!same || now->position != before->position) {
		say_rest(app, &now->row, out);
		say_row_number(&app->panes[now->pane].list, out);
	}
}

static void say_text(const struct app *app, const struct announcer *before,
		     const struct announcer *now, struct buffer *out)
{
	const struct text *text = &app->panes[now->pane].text;

	if (pane_sort(now->pane) == &pane_sort_list)
		return;
	if (now->link.length && differs(&now->link, &before->link))
		say(out, buffer_text(&now->link));
	else if (now->pane == before->pane && now->position != before->position)
		/* Translators: the line of a text that is seen on top. */
		say_position(now->position + 1, text_lines(text), _("line %zu of %zu"), out);
}

static void say_changes(const struct app *app, const struct announcer *before,
			const struct announcer *now, enum message_kind kind, struct buffer *out)
{
	if (!before->looked && app->agenda->event.title)
		say(out, app->agenda->event.title);
	if (!before->looked || differs(&now->place, &before->place))
		say(out, buffer_text(&now->place));
	if (now->heading.length && differs(&now->heading, &before->heading))
		say(out, buffer_text(&now->heading));
	say_row(app, before, now, kind, out);
	say_text(app, before, now, out);
}

/* A warning that begins it stands there as it did alone. */
static void say_all(struct app *app, bool says, const char *all)
{
	bool warns = says && app->warnings.told;

	app_say(app, says ? app->status_role : ROLE_STATUS, all);
	app->warnings.told = warns;
}

bool announcer_look(struct app *app, enum message_kind kind)
{
	struct announcer now;
	struct buffer changes = {0}, all = {0};
	bool fresh = app->sayings != app->announcer.sayings; /* said because of this message */
	bool any, says;

	if (app->asked != ASK_NOTHING || question_stands(app))
		return false;
	now = look(app);
	say_changes(app, &app->announcer, &now, kind, &changes);
	any = changes.length;
	if (fresh)
		app_said(app, &all);
	says = all.length;
	say(&all, buffer_text(&changes));
	if (any)
		say_all(app, says, buffer_text(&all));
	announcer_free(&app->announcer);
	app->announcer = now;
	app->announcer.sayings = app->sayings;
	buffer_free(&changes);
	buffer_free(&all);
	return any;
}
