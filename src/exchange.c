#include "config.h"

#include "exchange.h"

#include "base/array.h"
#include "base/i18n.h"
#include "calendar/counterparts.h"
#include "model/days.h"
#include "patience.h"
#include "present/title.h"
#include "present/when.h"
#include "read/reader.h"
#include "store/store.h"
#include "write/lines.h"
#include "write/listing.h"

/* How many sessions that are not recognised are named; the rest is counted. */
enum { STRANGERS_MOST = 1000 };

/* What is at hand: the user's bookmarks, and their friend's sessions. */
struct table {
	const struct exchange *exchange;
	struct agenda *other;
	struct store *store;
	struct bookmarks bookmarks;
	int *meant;		   /* which of the other's sessions means one; -1 for none */
	ARRAY(uint32_t) strangers; /* the other's sessions that mean none */
	struct query_rows both, mine, theirs; /* sessions of the agenda */
};

/* Laying the table */

static void match(struct table *t)
{
	const struct agenda *agenda = t->exchange->agenda;
	struct counterparts *counterparts = counterparts_new(agenda);

	t->meant = memory_alloc(agenda->session_count, sizeof *t->meant);
	for (size_t i = 0; i < agenda->session_count; i++)
		t->meant[i] = -1;
	for (size_t i = 0; i < t->other->session_count; i++) {
		int found;

		if (days_go_on(&t->other->sessions[i]))
			continue;
		found = counterparts_find(counterparts, t->other, i);

		if (found < 0)
			array_push(&t->strangers, (uint32_t)i);
		else if (t->meant[found] < 0)
			t->meant[found] = (int)i;
	}
	counterparts_free(counterparts);
}

static void part(struct table *t)
{
	const struct agenda *agenda = t->exchange->agenda;

	for (size_t i = 0; i < agenda->session_count; i++) {
		bool kept = bookmarks_find(&t->bookmarks, agenda->sessions[i].id);

		if (days_go_on(&agenda->sessions[i]))
			continue;
		if (kept && t->meant[i] >= 0)
			array_push(&t->both, (uint32_t)i);
		else if (kept)
			array_push(&t->mine, (uint32_t)i);
		else if (t->meant[i] >= 0)
			array_push(&t->theirs, (uint32_t)i);
	}
}

static bool lay(struct table *t, const struct exchange *exchange, struct report *report)
{
	*t = (struct table){.exchange = exchange};
	t->other = reader_open_calendar(exchange->file, report);
	if (!t->other)
		return false;
	t->store = store_open(exchange->agenda);
	if (!store_load(t->store, &t->bookmarks, report))
		return false;
	match(t);
	part(t);
	return true;
}

static void clear(struct table *t)
{
	agenda_free(t->other);
	store_close(t->store);
	bookmarks_free(&t->bookmarks);
	free(t->meant);
	array_free(&t->strangers);
	query_rows_free(&t->both);
	query_rows_free(&t->mine);
	query_rows_free(&t->theirs);
}

/* Telling */

static void tell_heading(struct buffer *out, const struct table *t, const char *heading)
{
	lines_part(out);
	lines_heading(out, heading, '-', t->exchange->width);
}

static void tell_rows(struct buffer *out, const struct table *t, const char *heading,
		      const struct query_rows *rows)
{
	struct query query = QUERY_ALL;
	const struct writer_job job = {.agenda = t->exchange->agenda,
				       .query = &query,
				       .now = CIVIL_NONE,
				       .width = t->exchange->width};

	if (!rows->count)
		return;
	tell_heading(out, t, heading);
	listing_write(out, &job, rows, NULL);
}

static void tell_stranger(struct buffer *out, const struct table *t, const struct session *session)
{
	struct buffer line = {0}, when = {0};

	when_session(&when, session);
	if (session->line)
		buffer_printf(&line, "%s:%d: ", t->exchange->file, session->line);
	buffer_puts(&line, title_or_none(session->title));
	if (when.length)
		buffer_printf(&line, " · %s", buffer_text(&when));
	lines_text(out, buffer_text(&line), 2, t->exchange->width);
	buffer_free(&line);
	buffer_free(&when);
}

static void tell_strangers(struct buffer *out, const struct table *t)
{
	size_t count = t->strangers.count, told = count < STRANGERS_MOST ? count : STRANGERS_MOST;

	if (!count)
		return;
	tell_heading(out, t, _("Not in this agenda"));
	for (size_t i = 0; i < told; i++)
		tell_stranger(out, t, &t->other->sessions[t->strangers.items[i]]);
	if (told < count)
		buffer_printf(out, ngettext("and %zu more\n", "and %zu more\n", count - told),
			      count - told);
}

/* Bookmarks whose sessions are gone stand with neither. */
static void tell_lost(struct buffer *out, const struct table *t)
{
	struct query query = {.bookmarks = &t->bookmarks, .now = CIVIL_NONE};
	const struct writer_job job = {.agenda = t->exchange->agenda,
				       .query = &query,
				       .now = CIVIL_NONE,
				       .width = t->exchange->width};

	query_tick(&query, t->exchange->agenda, TRAIT_KEPT, 0, true);
	listing_lost(out, &job);
	query_free(&query);
}

/* A number of sessions, and what is so with them. */
static void tell_count(struct buffer *out, size_t count, const char *format)
{
	buffer_puts(out, out->length ? ", " : "");
	buffer_printf(out, format, count);
}

static void tell_counts(struct buffer *out, struct buffer *counts)
{
	lines_part(out);
	buffer_printf(out, "%s.\n", buffer_text(counts));
	buffer_free(counts);
	lines_tidy(out);
}

/* Importing */

/* True where all could be saved; *added becomes those that were. *stopped as exchange_import()
 * says. */
static bool add_theirs(struct table *t, struct query_rows *added, int *stopped,
		       struct report *report)
{
	struct patience *patience = patience_of_saving(t->exchange->ascii);
	ARRAY(struct store_addition) additions = {0};
	size_t kept;
	bool done;

	array_each (const uint32_t, row, &t->theirs)
		array_push(&additions, ((struct store_addition){
					   .session = *row,
					   .note = t->other->sessions[t->meant[*row]].comment,
				       }));
	report->progress = patience_progress(patience);
	done = store_add(t->store, t->exchange->agenda, additions.items, additions.count, &kept,
			 report);
	report->progress = NULL;
	*stopped = patience_status(patience);
	patience_free(patience);
	for (size_t i = 0; i < kept; i++)
		array_push(added, t->theirs.items[i]);
	array_free(&additions);
	return done;
}

bool exchange_import(struct buffer *out, const struct exchange *exchange, int *stopped,
		     struct report *report)
{
	struct table t;
	struct query_rows added = {0};
	struct buffer counts = {0};
	bool done = lay(&t, exchange, report);

	*stopped = 0;
	if (done) {
		done = add_theirs(&t, &added, stopped, report);
		tell_rows(out, &t, _("Bookmarked now"), &added);
		tell_rows(out, &t, _("Bookmarked already"), &t.both);
		tell_strangers(out, &t);
		tell_count(&counts, added.count,
			   ngettext("%zu session bookmarked now", "%zu sessions bookmarked now",
				    added.count));
		tell_count(&counts, t.both.count, _("%zu already"));
		tell_count(&counts, t.strangers.count, _("%zu not in this agenda"));
		if (*stopped)
			tell_count(&counts, t.theirs.count - added.count,
				   _("%zu not yet, as it was stopped"));
		tell_counts(out, &counts);
	}
	query_rows_free(&added);
	clear(&t);
	return done;
}

/* Comparing */

bool exchange_diff(struct buffer *out, const struct exchange *exchange, struct report *report)
{
	struct table t;
	struct buffer counts = {0};
	bool done = lay(&t, exchange, report);

	if (done) {
		tell_rows(out, &t, _("Both of you"), &t.both);
		tell_rows(out, &t, _("Only you"), &t.mine);
		tell_rows(out, &t, _("Only the other"), &t.theirs);
		tell_strangers(out, &t);
		tell_lost(out, &t);
		tell_count(&counts, t.both.count,
			   ngettext("%zu session for both of you", "%zu sessions for both of you",
				    t.both.count));
		tell_count(&counts, t.mine.count, _("%zu only for you"));
		tell_count(&counts, t.theirs.count, _("%zu only for the other"));
		tell_counts(out, &counts);
	}
	clear(&t);
	return done;
}
