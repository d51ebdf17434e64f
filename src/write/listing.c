#include "config.h"

#include "write/listing.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "present/pages.h"
#include "present/session_facts.h"
#include "present/title.h"
#include "present/when.h"
#include "write/lines.h"
#include "write/lost.h"
#include "write/marks.h"

#include <string.h>

/* A row is a mark, a time, a title; what else is known stands below, a little further in. */
enum { MARK_COLUMNS = 2, GAP = 2, STEP = 2 };

/* No line begins with what parts two facts. */
static const char mark[] = "★ ", part[] = "\u00A0· ";

/* Stands where a time would. */
static const char untimed[] = "-";

/* What is written and where. */
struct layout {
	struct buffer *out;
	const struct writer_job *job;
	struct references *references; /* NULL where all addresses stand with the sessions */
	int title;		       /* the column of titles */
};

static void append_span(struct buffer *out, const struct session *session)
{
	if (session->start == CIVIL_NONE)
		buffer_puts(out, untimed);
	else
		when_span_column(out, session);
}

static int span_columns(const struct session *session)
{
	struct buffer span = {0};
	int columns;

	append_span(&span, session);
	columns = utf8_columns(buffer_text(&span), span.length);
	buffer_free(&span);
	return columns;
}

/* The column of titles for rows[0] to rows[count - 1]. */
static int title_column(const struct agenda *agenda, const uint32_t *rows, size_t count)
{
	int widest = 0;

	for (size_t i = 0; i < count; i++) {
		int columns = span_columns(&agenda->sessions[rows[i]]);

		widest = columns > widest ? columns : widest;
	}
	return MARK_COLUMNS + widest + (widest > 1 ? GAP : 1);
}

/* Days */

/* Now, today goes without saying. */
static void write_day(struct buffer *out, const struct writer_job *job, const struct day *day)
{
	struct buffer heading = {0};

	lines_part(out);
	if (job->now_only && day->date == civil_day_of_moment(job->now))
		return;
	when_day_named(&heading, day);
	lines_text(out, buffer_text(&heading), 0, job->width);
	lines_part(out);
	buffer_free(&heading);
}

/* Sessions */

static void write_title(const struct layout *l, const struct session *session)
{
	struct buffer span = {0}, title = {0};
	const char *name = title_or_none(session->title);
	int columns;

	append_span(&span, session);
	columns = utf8_columns(buffer_text(&span), span.length);
	if (session->cancelled)
		/* Translators: %s is a session. */
		buffer_printf(&title, _("%s (cancelled)"), name);
	else
		buffer_puts(&title, name);
	buffer_puts(l->out, marks_bookmark(l->job, session->id) ? mark : "  ");
	buffer_puts(l->out, buffer_text(&span));
	buffer_fill(l->out, ' ', (size_t)(l->title - MARK_COLUMNS - columns));
	lines_text(l->out, buffer_text(&title), l->title, l->job->width);
	buffer_free(&span);
	buffer_free(&title);
}

/* A line, or as many as it needs, below a title. */
static void write_detail(const struct layout *l, const char *text)
{
	int indent = l->title + STEP;

	if (!text || !*text)
		return;
	buffer_fill(l->out, ' ', (size_t)indent);
	lines_text(l->out, text, indent, l->job->width);
}

static void write_facts(const struct layout *l, size_t index)
{
	struct buffer line = {0};

	session_facts_line(&line, l->job->agenda, index);
	write_detail(l, buffer_text(&line));
	buffer_free(&line);
}

static void write_relation(const struct layout *l, size_t index)
{
	struct buffer relation = {0};

	if (l->job->now_only)
		when_relation(&relation, l->job->agenda, index, l->job->now);
	write_detail(l, buffer_text(&relation));
	buffer_free(&relation);
}

static void write_speakers(const struct layout *l, size_t index)
{
	struct buffer speakers = {0};

	session_facts_speakers(&speakers, l->job->agenda, index);
	write_detail(l, buffer_text(&speakers));
	buffer_free(&speakers);
}

/* Whether it was taken out of the page, which is written too. */
static bool in_page(const struct layout *l, const struct session *session)
{
	return l->references && l->job->whole && session->written;
}

typedef void use_link(void *context, const struct layout *l, const char *label, const char *url);

/* Its own page first; where a link leads there again it is passed over. */
static void each_link(const struct layout *l, const struct session *session, use_link *use,
		      void *context)
{
	if (session->url)
		use(context, l, NULL, session->url);
	for (size_t i = 0; i < session->links.count; i++) {
		const struct link *link = &session->links.items[i];

		if (!session->url || strcmp(link->url, session->url) != 0)
			use(context, l, link->label, link->url);
	}
}

static void append_address(struct buffer *line, const char *label, const char *url)
{
	if (label)
		/* Translators: what a link is called, and its address. */
		buffer_printf(line, C_("link", "%1$s: %2$s"), label, url);
	else
		buffer_puts(line, url);
}

static bool fits(const struct layout *l, const char *text)
{
	return l->title + STEP + utf8_columns(text, strlen(text)) <= l->job->width;
}

/* The address itself, in one piece, where it takes no more than a line, or cannot stand elsewhere.
 */
static void write_address(void *context, const struct layout *l, const char *label, const char *url)
{
	struct buffer line = {0};

	(void)context;
	append_address(&line, label, url);
	if (!l->references || fits(l, buffer_text(&line))) {
		buffer_fill(l->out, ' ', (size_t)(l->title + STEP));
		buffer_printf(l->out, "%s\n", buffer_text(&line));
	}
	buffer_free(&line);
}

static void append_reference(void *context, const struct layout *l, const char *label,
			     const char *url)
{
	struct buffer *line = context;

	buffer_printf(line, "%s%s\u00A0[%u]", line->length ? part : "", label ? label : _("Link"),
		      references_number_of(l->references, url));
}

/* Those that write_address() has no room for. */
static void append_long_reference(void *context, const struct layout *l, const char *label,
				  const char *url)
{
	struct buffer line = {0};

	append_address(&line, label, url);
	if (l->references && !fits(l, buffer_text(&line)))
		append_reference(context, l, label, url);
	buffer_free(&line);
}

/* The addresses of what was taken out of a page stand in the page's references. */
static void write_links(const struct layout *l, const struct session *session)
{
	struct buffer line = {0};

	if (in_page(l, session)) {
		each_link(l, session, append_reference, &line);
	} else {
		each_link(l, session, write_address, NULL);
		each_link(l, session, append_long_reference, &line);
	}
	write_detail(l, buffer_text(&line));
	buffer_free(&line);
}

static void write_note(const struct layout *l, const struct session *session)
{
	const struct bookmark *bookmark = marks_bookmark(l->job, session->id);
	struct buffer note = {0};

	if (bookmark && bookmark->note)
		/* Translators: what the user wrote about a session. */
		buffer_printf(&note, _("Note: %s"), bookmark->note);
	else if (session->comment)
		/* Translators: what somebody noted of a session in a calendar. */
		buffer_printf(&note, _("Comment: %s"), session->comment);
	write_detail(l, buffer_text(&note));
	buffer_free(&note);
}

/* Its abstract and description, unless the page says them. */
static void write_texts(const struct layout *l, size_t index)
{
	struct document *texts, *numbered;
	int indent = l->title + STEP;

	if (!l->references || !l->job->in_full || in_page(l, &l->job->agenda->sessions[index]))
		return;
	texts = pages_session_texts(l->job->agenda, index);
	numbered = references_number(l->references, texts, l->job->width - indent);
	if (numbered->block_count) {
		lines_part(l->out);
		lines_document(l->out, numbered, indent, l->job->width);
		lines_part(l->out);
	}
	document_free(texts);
	document_free(numbered);
}

static void write_parts(const struct layout *l, size_t index)
{
	const struct session *session = &l->job->agenda->sessions[index];

	write_title(l, session);
	write_relation(l, index);
	write_detail(l, session->subtitle);
	write_facts(l, index);
	write_speakers(l, index);
	write_links(l, session);
	write_note(l, session);
	write_texts(l, index);
}

static bool has_several_lines(const struct buffer *text)
{
	const char *end = strchr(buffer_text(text), '\n');

	return end && end[1];
}

/*
 * An empty line parts two sessions, unless both are no more than a line. *several says whether the
 * one before is more, and then whether this one is.
 */
static void write_session(const struct layout *l, size_t index, bool first, bool *several)
{
	struct buffer parts = {0};
	struct layout layout = *l;

	layout.out = &parts;
	write_parts(&layout, index);
	if (!first && (*several || has_several_lines(&parts)))
		lines_part(l->out);
	buffer_append(l->out, buffer_text(&parts), parts.length);
	*several = has_several_lines(&parts);
	buffer_free(&parts);
}

void listing_legend(struct buffer *out, const struct writer_job *job, const struct query_rows *rows)
{
	if (!marks_stand_out(job, rows))
		return;
	lines_part(out);
	buffer_puts(out, mark);
	/* Translators: what the star before a session means. */
	lines_text(out, C_("legend", "bookmarked"), MARK_COLUMNS, job->width);
}

/* Times are as wide on all days, but for days without any. */
void listing_write(struct buffer *out, const struct writer_job *job, const struct query_rows *rows,
		   struct references *references)
{
	const struct agenda *agenda = job->agenda;
	int column = title_column(agenda, rows->items, rows->count);

	for (size_t i = 0, count; i < rows->count; i += count) {
		struct layout layout = {out, job, references, column};
		bool several = false;

		count = query_rows_of_day(rows, i, agenda);
		if (agenda->sessions[rows->items[i + count - 1]].start == CIVIL_NONE)
			layout.title = title_column(agenda, rows->items + i, count);
		write_day(out, job, &agenda->days[agenda_day_of(agenda, rows->items[i])]);
		for (size_t row = i; row < i + count; row++)
			write_session(&layout, rows->items[row], row == i, &several);
	}
}

/* Bookmarks without a session */

void listing_lost(struct buffer *out, const struct writer_job *job)
{
	const struct bookmark *bookmark;
	struct buffer text = {0};

	for (size_t at = 0, first = 1; (bookmark = lost_next(job, &at)); first = 0) {
		if (first) {
			lines_part(out);
			lines_text(out, lost_heading(), 0, job->width);
			lines_part(out);
		}
		buffer_clear(&text);
		lost_say(&text, bookmark);
		buffer_puts(out, mark);
		lines_text(out, buffer_text(&text), MARK_COLUMNS, job->width);
	}
	buffer_free(&text);
}
