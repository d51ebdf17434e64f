#include "config.h"

#include "write/board.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "present/title.h"
#include "present/when.h"
#include "write/lines.h"
#include "write/marks.h"

/* A row is a mark, how the session stands, its times, its title. */
enum { MARK_COLUMNS = 2, GAP = 2, LEAST_TITLE = 24 };

/* What is written and where. */
struct layout {
	struct buffer *out;
	const struct writer_job *job;
	int relation, span; /* columns */
	bool narrow;	    /* how a session stands is written below it, for want of room */
};

static int columns_of(const struct buffer *text)
{
	return utf8_columns(buffer_text(text), text->length);
}

/* Widens the columns so that they hold these sessions. */
static void measure(struct layout *l, const struct query_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct buffer relation = {0}, span = {0};

		when_relation(&relation, l->job->agenda, rows->items[i], l->job->now);
		when_span_column(&span, &l->job->agenda->sessions[rows->items[i]]);
		if (columns_of(&relation) > l->relation)
			l->relation = columns_of(&relation);
		if (columns_of(&span) > l->span)
			l->span = columns_of(&span);
		buffer_free(&relation);
		buffer_free(&span);
	}
}

static void write_field(struct buffer *out, struct buffer *text, int columns)
{
	int missing = columns + GAP - columns_of(text);

	buffer_puts(out, buffer_text(text));
	buffer_fill(out, ' ', (size_t)(missing > 0 ? missing : 0));
	buffer_free(text);
}

static void write_below(const struct layout *l, struct buffer *text, int indent)
{
	if (text->length) {
		buffer_fill(l->out, ' ', (size_t)indent);
		lines_text(l->out, buffer_text(text), indent, l->job->width);
	}
	buffer_free(text);
}

static void write_session(const struct layout *l, uint32_t number)
{
	const struct session *session = &l->job->agenda->sessions[number];
	const struct bookmark *bookmark = marks_bookmark(l->job, session->id);
	struct buffer relation = {0}, span = {0}, note = {0};
	bool beside = l->relation && !l->narrow;
	int title = MARK_COLUMNS + l->span + GAP + (beside ? l->relation + GAP : 0);

	when_relation(&relation, l->job->agenda, number, l->job->now);
	when_span_column(&span, session);
	buffer_puts(l->out, bookmark ? "★ " : "  ");
	if (beside)
		write_field(l->out, &relation, l->relation);
	write_field(l->out, &span, l->span);
	lines_text(l->out, title_or_none(session->title), title, l->job->width);
	write_below(l, &relation, title);
	if (bookmark && bookmark->note)
		buffer_printf(&note, _("Note: %s"), bookmark->note);
	write_below(l, &note, title);
}

static void write_room(const struct layout *l, uint32_t room)
{
	const char *name = room == NOW_ROOMLESS ? _("No room named") : l->job->agenda->rooms[room];

	lines_part(l->out);
	lines_text(l->out, name, 0, l->job->width);
}

void board_write(struct buffer *out, const struct writer_job *job, const struct now *now)
{
	struct layout layout = {.out = out, .job = job};
	now_entries entries = {0};
	int taken;

	measure(&layout, &now->on);
	measure(&layout, &now->next);
	taken = MARK_COLUMNS + layout.relation + GAP + layout.span + GAP;
	layout.narrow = job->width - taken < LEAST_TITLE;
	now_list(now, job->agenda, &entries);
	for (size_t i = 0; i < entries.count; i++) {
		if (!i || entries.items[i].room != entries.items[i - 1].room)
			write_room(&layout, entries.items[i].room);
		write_session(&layout, entries.items[i].session);
	}
	array_free(&entries);
}
