#include "config.h"

#include "present/planned.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "document/composer.h"
#include "present/facts.h"
#include "present/title.h"
#include "present/when.h"

#include <string.h>

enum { LEAST_TITLE = 8 /* columns that a title keeps */, LISTED_MOST = 100 };

static int columns_of(const char *text)
{
	return utf8_columns(text, strlen(text));
}

/* Spare time */

void planned_spare(struct buffer *out, const struct plan_spare *spare)
{
	struct buffer length = {0};

	when_length(&length, spare->to - spare->from);
	if (spare->since == PLAN_END_KNOWN)
		/* Translators: time between two sessions: "6 h 30 free". */
		buffer_printf(out, C_("gap", "%s free"), buffer_text(&length));
	else if (spare->since == PLAN_END_USUAL)
		/* Translators: the same where an end is not known but usual. */
		buffer_printf(out, C_("gap", "about %s free"), buffer_text(&length));
	else
		/* Translators: time behind a session whose end is not known. */
		buffer_puts(out, C_("gap", "free from a time not announced"));
	buffer_free(&length);
}

static void append_span(struct buffer *out, const struct plan_spare *spare)
{
	const struct session span = {
	    .start = spare->since == PLAN_END_ASSUMED ? spare->to : spare->from, .end = spare->to};

	when_session(out, &span);
}

static void add_neighbour(struct composer *composer, const char *label, const struct agenda *agenda,
			  const struct session *session)
{
	struct buffer value = {0};

	buffer_puts(&value, title_or_none(session->title));
	for (size_t i = 0; i < session->rooms.count; i++)
		buffer_printf(&value, ", %s", agenda->rooms[session->rooms.items[i]]);
	facts_take(composer, label, &value);
}

static void add_facts(struct composer *composer, const struct agenda *agenda,
		      const struct plan_spare *spare, uint32_t next)
{
	struct buffer when = {0};

	append_span(&when, spare);
	facts_begin(composer);
	if (spare->since == PLAN_END_ASSUMED)
		/* Translators: until when a time is free. */
		facts_take(composer, C_("gap", "Until"), &when);
	else
		facts_take(composer, _("When"), &when);
	if (spare->after >= 0)
		/* Translators: the session that a free time comes after, or before. */
		add_neighbour(composer, C_("gap", "After"), agenda,
			      &agenda->sessions[spare->after]);
	add_neighbour(composer, C_("gap", "Before"), agenda, &agenda->sessions[next]);
	facts_end(composer);
}

static void add_row(struct composer *composer, const struct session *session)
{
	struct buffer span = {0};

	when_span_column(&span, session);
	facts_text(composer, buffer_text(&span), title_or_none(session->title));
	buffer_free(&span);
}

static void add_running(struct composer *composer, const struct agenda *agenda,
			const struct plan_spare *spare)
{
	struct query_rows rows = {0};
	size_t listed;

	plan_running(agenda, spare, &rows);
	listed = rows.count < LISTED_MOST ? rows.count : LISTED_MOST;
	composer_leaf(
	    composer, BLOCK_PARAGRAPH, 0,
	    rows.count ? _("In the programme then:") : _("Nothing of the programme runs then."), 0);
	facts_begin(composer);
	for (size_t i = 0; i < listed; i++)
		add_row(composer, &agenda->sessions[rows.items[i]]);
	facts_end(composer);
	if (listed < rows.count)
		composer_leaf(composer, BLOCK_PARAGRAPH, 0, "…", 0);
	query_rows_free(&rows);
}

struct document *planned_spare_page(const struct agenda *agenda, const struct plan_spare *spare,
				    uint32_t next)
{
	struct composer *composer = composer_new();
	struct buffer title = {0};

	planned_spare(&title, spare);
	composer_leaf(composer, BLOCK_HEADING, 1, buffer_text(&title), 0);
	buffer_free(&title);
	add_facts(composer, agenda, spare, next);
	add_running(composer, agenda, spare);
	return composer_finish(composer);
}

/* Overlaps */

const char *planned_overlap_label(const struct session *session, const struct session *other)
{
	return plan_overlap_minutes(session, other) < 0 ? _("May overlap") : _("Overlaps");
}

static void append_overlap(struct buffer *out, const struct session *session,
			   const struct session *other, const char *title)
{
	int64_t minutes = plan_overlap_minutes(session, other);
	struct buffer measure = {0};

	if (minutes >= 0) {
		when_length(&measure, minutes);
		/* Translators: a session, and how long it overlaps: "Plénière, for 20 min". */
		buffer_printf(out, _("%1$s, for %2$s"), title, buffer_text(&measure));
	} else {
		when_clock(&measure, other->start);
		/* Translators: a session that may overlap, and when it starts. */
		buffer_printf(out, _("%1$s, from %2$s"), title, buffer_text(&measure));
	}
	buffer_free(&measure);
}

/* A title cut to so many columns with an ellipsis. */
static void cut_title(struct buffer *out, const char *title, int columns)
{
	buffer_append(out, title, utf8_cut(title, strlen(title), columns));
	buffer_puts(out, "…");
}

void planned_overlap(struct buffer *out, const struct session *session, const struct session *other,
		     int columns)
{
	const char *title = title_or_none(other->title);
	struct buffer cut = {0}, whole = {0};
	int room;

	append_overlap(&whole, session, other, title);
	room = columns - columns_of(buffer_text(&whole)) + columns_of(title);
	if (columns && room < columns_of(title)) {
		cut_title(&cut, title, room < LEAST_TITLE ? LEAST_TITLE : room);
		append_overlap(out, session, other, buffer_text(&cut));
	} else {
		buffer_puts(out, buffer_text(&whole));
	}
	buffer_free(&whole);
	buffer_free(&cut);
}

void planned_rush(struct buffer *out, const struct agenda *agenda, const struct session *before,
		  const struct session *session, int columns)
{
	const char *from = agenda->rooms[before->rooms.items[0]];
	const char *to = agenda->rooms[session->rooms.items[0]];
	struct buffer text = {0};

	/* Translators: two rooms, of sessions that follow each other at once. */
	buffer_printf(&text, _("from %1$s to %2$s without a minute between"), from, to);
	if (columns && columns_of(buffer_text(&text)) > columns) {
		buffer_clear(&text);
		/* Translators: the same where room is scarce. */
		buffer_printf(&text, _("%1$s → %2$s, not a minute between"), from, to);
	}
	if (columns && columns_of(buffer_text(&text)) > columns) {
		buffer_clear(&text);
		buffer_puts(&text, _("another room, not a minute between"));
	}
	buffer_puts(out, buffer_text(&text));
	buffer_free(&text);
}
