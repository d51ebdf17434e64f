#include "config.h"

#include "write/markdown.h"

#include "base/i18n.h"
#include "document/composer.h"
#include "present/pages.h"
#include "present/session_facts.h"
#include "present/stage.h"
#include "present/title.h"
#include "present/when.h"
#include "write/commonmark.h"
#include "write/lost.h"
#include "write/marks.h"
#include "write/selection.h"
#include "write/wanted.h"

#include <string.h>

static const char mark[] = "★", part[] = " · ";

/* Pieces */

/* The composer becomes Markdown. */
static void take(struct buffer *out, struct composer *composer, int deeper)
{
	struct document *document = composer_finish(composer);

	commonmark_append(out, document, deeper);
	document_free(document);
}

static void add_text(struct composer *composer, const char *text, unsigned style)
{
	composer_text(composer, text, strlen(text), style, DOCUMENT_NO_LINK);
}

static void write_leaf(struct buffer *out, enum block_kind kind, int level, const char *text)
{
	struct composer *composer = composer_new();

	composer_leaf(composer, kind, level, text, 0);
	take(out, composer, 0);
}

static void write_heading(struct buffer *out, int level, const char *text)
{
	write_leaf(out, BLOCK_HEADING, level, text);
}

static void write_sentence(struct buffer *out, const char *text)
{
	write_leaf(out, BLOCK_PARAGRAPH, 0, text);
}

static void write_title(struct buffer *out, const struct writer_job *job)
{
	const char *title = job->agenda->event.title;

	write_heading(out, 1, title ? title : _("Agenda"));
}

/* Facts */

static void add_spans(struct composer *composer, const struct document *document,
		      const struct block *leaf, unsigned style)
{
	for (size_t i = 0; i < leaf->span_count; i++) {
		const struct span *span = &leaf->spans[i];
		const char *url =
		    span->link == DOCUMENT_NO_LINK ? NULL : document->links[span->link];

		if (span->style & SPAN_BREAK)
			composer_break(composer);
		else
			composer_text(composer, span->text, strlen(span->text), span->style | style,
				      composer_link(composer, url));
	}
}

/* The leaves of a cell, one below the other. Returns whether there are any. */
static bool add_cell(struct composer *composer, const struct document *document, uint32_t cell,
		     unsigned style)
{
	bool any = false;

	for (uint32_t i = cell + 1; i < document->blocks[cell].end; i++) {
		if (!document_is_leaf(&document->blocks[i]))
			continue;
		if (any)
			composer_break(composer);
		add_spans(composer, document, &document->blocks[i], style);
		any = true;
	}
	return any;
}

/* A row of facts as an item: "**Where** Palais de la Bourse". Without a label it goes on. */
static void add_fact(struct composer *composer, const struct document *document, uint32_t row,
		     bool first)
{
	uint32_t label = row + 1, value = document->blocks[label].end;
	bool named = document->blocks[label].end > label + 1;

	if (named && !first)
		composer_close(composer);
	if (named || first)
		composer_open(composer, BLOCK_ITEM, 0, 0);
	else
		composer_break(composer);
	if (named && add_cell(composer, document, label, SPAN_STRONG))
		add_text(composer, " ", 0);
	if (value < document->blocks[row].end)
		add_cell(composer, document, value, 0);
}

static void write_facts(struct buffer *out, struct document *facts)
{
	struct composer *composer = composer_new();
	bool first = true;

	composer_open(composer, BLOCK_LIST, 0, 0);
	for (uint32_t i = 0; i < facts->block_count; i++) {
		if (facts->blocks[i].kind != BLOCK_ROW)
			continue;
		add_fact(composer, facts, i, first);
		first = false;
	}
	take(out, composer, 0);
	document_free(facts);
}

/* Sessions */

/* Its time, in that style, and its title. */
static void add_name(struct composer *composer, const struct writer_job *job,
		     const struct session *session, unsigned style)
{
	const char *title = title_or_none(session->title);
	struct buffer text = {0};

	when_span_column(&text, session);
	if (text.length) {
		add_text(composer, buffer_text(&text), style);
		add_text(composer, " ", 0);
	}
	buffer_clear(&text);
	if (session->cancelled)
		/* Translators: %s is a session. */
		buffer_printf(&text, _("%s (cancelled)"), title);
	else
		buffer_puts(&text, title);
	add_text(composer, buffer_text(&text), 0);
	if (marks_bookmark(job, session->id)) {
		add_text(composer, " ", 0);
		add_text(composer, mark, 0);
	}
	buffer_free(&text);
}

/* A line of its own in the paragraph that is open; the buffer is freed. */
static void add_line(struct composer *composer, struct buffer *line, bool *begun, unsigned style)
{
	if (line->length) {
		if (*begun)
			composer_break(composer);
		add_text(composer, buffer_text(line), style);
		*begun = true;
	}
	buffer_free(line);
}

static void add_link(struct composer *composer, const char *label, const char *url, bool *begun,
		     bool *same_line)
{
	if (*begun && !*same_line)
		composer_break(composer);
	else if (*same_line)
		add_text(composer, part, 0);
	composer_text(composer, label, strlen(label), 0, composer_link(composer, url));
	*begun = *same_line = true;
}

static void add_links(struct composer *composer, const struct session *session, bool *begun)
{
	bool same_line = false;

	if (session->url)
		add_link(composer, _("Page"), session->url, begun, &same_line);
	for (size_t i = 0; i < session->links.count; i++) {
		const struct link *link = &session->links.items[i];

		if (!session->url || strcmp(link->url, session->url) != 0)
			add_link(composer, link->label ? link->label : link->url, link->url, begun,
				 &same_line);
	}
}

static void say_note(struct buffer *line, const struct writer_job *job,
		     const struct session *session)
{
	const struct bookmark *bookmark = marks_bookmark(job, session->id);

	if (bookmark && bookmark->note)
		/* Translators: what the user wrote about a session. */
		buffer_printf(line, _("Note: %s"), bookmark->note);
	else if (session->comment)
		/* Translators: what somebody noted of a session in a calendar. */
		buffer_printf(line, _("Comment: %s"), session->comment);
}

/* What is known of it, a line each; `begun` says whether its name stands there already. */
static void add_details(struct composer *composer, const struct writer_job *job, size_t index,
			bool begun)
{
	const struct session *session = &job->agenda->sessions[index];
	struct buffer line = {0};

	if (job->now_only)
		when_relation(&line, job->agenda, index, job->now);
	add_line(composer, &line, &begun, 0);
	buffer_puts(&line, session->subtitle);
	add_line(composer, &line, &begun, SPAN_EMPHASIS);
	session_facts_line(&line, job->agenda, index);
	add_line(composer, &line, &begun, 0);
	session_facts_speakers(&line, job->agenda, index);
	add_line(composer, &line, &begun, 0);
	add_links(composer, session, &begun);
	say_note(&line, job, session);
	add_line(composer, &line, &begun, 0);
}

static void add_item(struct composer *composer, const struct writer_job *job, size_t index)
{
	composer_open(composer, BLOCK_ITEM, 0, 0);
	composer_open(composer, BLOCK_PARAGRAPH, 0, 0);
	add_name(composer, job, &job->agenda->sessions[index], SPAN_STRONG);
	add_details(composer, job, index, true);
	composer_close(composer);
	composer_close(composer);
}

/* What is told of it; nothing where the page says that, and is written too. To be freed. */
static struct document *texts_of(const struct writer_job *job, size_t index)
{
	if (job->whole && job->agenda->sessions[index].written)
		return composer_finish(composer_new());
	return pages_session_texts(job->agenda, index);
}

static bool has_texts(const struct writer_job *job, size_t index)
{
	const struct session *session = &job->agenda->sessions[index];

	return (session->abstract.text || session->description.text) &&
	       !(job->whole && session->written);
}

static void write_session(struct buffer *out, const struct writer_job *job, size_t index, int level)
{
	struct composer *composer = composer_new();
	struct document *texts = texts_of(job, index);

	composer_open(composer, BLOCK_HEADING, level, 0);
	add_name(composer, job, &job->agenda->sessions[index], 0);
	composer_close(composer);
	composer_open(composer, BLOCK_PARAGRAPH, 0, 0);
	add_details(composer, job, index, false);
	composer_close(composer);
	take(out, composer, 0);
	commonmark_append(out, texts, level);
	document_free(texts);
}

/* Days */

static void write_day(struct buffer *out, const struct writer_job *job, const struct day *day,
		      int level)
{
	struct buffer heading = {0};

	if (job->now_only && day->date == civil_day_of_moment(job->now))
		return;
	when_day_named(&heading, day);
	write_heading(out, level, buffer_text(&heading));
	buffer_free(&heading);
}

static void write_list(struct buffer *out, const struct writer_job *job, const uint32_t *rows,
		       size_t count)
{
	struct composer *composer = composer_new();

	composer_open(composer, BLOCK_LIST, 0, 0);
	for (size_t i = 0; i < count; i++)
		add_item(composer, job, rows[i]);
	composer_close(composer);
	take(out, composer, 0);
}

/* Whether sessions are headings, with texts below: nothing but headings would be no programme. */
static bool are_headings(const struct writer_job *job, const struct query_rows *rows)
{
	for (size_t i = 0; job->in_full && i < rows->count; i++)
		if (has_texts(job, rows->items[i]))
			return true;
	return false;
}

/* Days are headings of this level. */
static void write_rows(struct buffer *out, const struct writer_job *job,
		       const struct query_rows *rows, int level)
{
	const struct agenda *agenda = job->agenda;
	bool headings = are_headings(job, rows);

	for (size_t i = 0, count; i < rows->count; i += count) {
		count = query_rows_of_day(rows, i, agenda);
		write_day(out, job, &agenda->days[agenda_day_of(agenda, rows->items[i])], level);
		if (!headings)
			write_list(out, job, rows->items + i, count);
		for (size_t row = i; headings && row < i + count; row++)
			write_session(out, job, rows->items[row], level + 1);
	}
}

static void write_legend(struct buffer *out, const struct writer_job *job,
			 const struct query_rows *rows)
{
	struct buffer text = {0};

	if (!marks_stand_out(job, rows))
		return;
	/* Translators: what the star before a session means. */
	buffer_printf(&text, "%s %s", mark, C_("legend", "bookmarked"));
	write_sentence(out, buffer_text(&text));
	buffer_free(&text);
}

/* The whole agenda */

static void write_programme(struct buffer *out, const struct writer_job *job)
{
	struct query_rows rows = {0};

	write_heading(out, 2, _("Programme"));
	selection_run(job, SELECTION_ALL, &rows);
	if (!rows.count)
		write_sentence(out, _("No session is announced."));
	write_rows(out, job, &rows, 3);
	write_legend(out, job, &rows);
	query_rows_free(&rows);
}

static void write_whole(struct buffer *out, const struct writer_job *job)
{
	struct document *texts = pages_event_texts(job->agenda);

	write_title(out, job);
	write_facts(out, pages_event_facts(job->agenda));
	write_programme(out, job);
	commonmark_append(out, texts, 1);
	document_free(texts);
}

/* What was asked for */

static void write_wish(void *out, const char *line)
{
	write_sentence(out, line);
}

static void write_lost(struct buffer *out, const struct writer_job *job)
{
	struct composer *composer = composer_new();
	const struct bookmark *bookmark;
	struct buffer text = {0};
	size_t at = 0;

	for (bool first = true; (bookmark = lost_next(job, &at)); first = false) {
		if (first) {
			composer_leaf(composer, BLOCK_HEADING, 2, lost_heading(), 0);
			composer_open(composer, BLOCK_LIST, 0, 0);
		}
		buffer_clear(&text);
		lost_say(&text, bookmark);
		composer_open(composer, BLOCK_ITEM, 0, 0);
		add_text(composer, buffer_text(&text), 0);
		composer_close(composer);
	}
	take(out, composer, 0);
	buffer_free(&text);
}

static void write_filtered(struct buffer *out, const struct writer_job *job)
{
	struct query_rows rows = {0};

	write_title(out, job);
	wanted_each(job, write_wish, out);
	selection_run(job, SELECTION_ALL, &rows);
	if (!rows.count) {
		wanted_days(job, write_wish, out);
		write_sentence(out, wanted_nothing(job));
	}
	write_rows(out, job, &rows, 2);
	write_legend(out, job, &rows);
	write_lost(out, job);
	query_rows_free(&rows);
}

/* Now */

static bool write_selection(struct buffer *out, const struct writer_job *job, enum selection which,
			    const char *heading, struct query_rows *shown)
{
	struct query_rows rows = {0};
	bool any;

	selection_run(job, which, &rows);
	any = rows.count > 0;
	if (any)
		write_heading(out, 2, heading);
	write_rows(out, job, &rows, 3);
	query_rows_add(shown, &rows);
	query_rows_free(&rows);
	return any;
}

static void write_moment(struct buffer *out, const struct writer_job *job)
{
	struct event moment = {.start = job->now, .start_has_time = true, .end = CIVIL_NONE};
	struct buffer line = {0};

	when_event(&line, &moment);
	write_sentence(out, buffer_text(&line));
	buffer_clear(&line);
	stage_sentence(&line, job->agenda, job->now);
	if (line.length)
		write_sentence(out, buffer_text(&line));
	buffer_free(&line);
}

static void write_now(struct buffer *out, const struct writer_job *job)
{
	enum stage stage = stage_of(job->agenda, job->now);
	struct query_rows shown = {0};
	bool on, today;

	write_title(out, job);
	write_moment(out, job);
	wanted_each(job, write_wish, out);
	on = write_selection(out, job, SELECTION_ON, _("On now"), &shown);
	today =
	    write_selection(out, job, SELECTION_TODAY, _("Today, at a time not announced"), &shown);
	if (!on && !today && stage == STAGE_DURING)
		write_sentence(out, _("Nothing is on right now."));
	if (!write_selection(out, job, SELECTION_NEXT, C_("heading", "Next"), &shown) &&
	    stage != STAGE_AFTER)
		write_sentence(out, _("Nothing comes next."));
	write_legend(out, job, &shown);
	query_rows_free(&shown);
}

void markdown_write(struct buffer *out, const struct writer_job *job)
{
	struct buffer text = {0};

	if (job->now_only)
		write_now(&text, job);
	else if (job->whole)
		write_whole(&text, job);
	else
		write_filtered(&text, job);
	buffer_append(out, buffer_text(&text), text.length);
	buffer_free(&text);
}
