#include "config.h"

#include "write/tsv.h"

#include "model/days.h"
#include "present/when.h"
#include "write/iso.h"
#include "write/selection.h"

typedef void write_field(struct buffer *out, const struct agenda *agenda,
			 const struct session *session);

/* A value as a part of one field on one line. */
static void append_value(struct buffer *out, const char *value)
{
	size_t start = out->length;

	buffer_puts(out, value);
	for (size_t i = start; i < out->length; i++)
		if ((unsigned char)out->data[i] < ' ')
			out->data[i] = ' ';
}

static void append_next_value(struct buffer *out, size_t position, const char *value)
{
	buffer_puts(out, position ? "; " : "");
	append_value(out, value);
}

static void write_id(struct buffer *out, const struct agenda *agenda, const struct session *session)
{
	(void)agenda;
	append_value(out, session->id);
}

static void write_date(struct buffer *out, const struct agenda *agenda,
		       const struct session *session)
{
	(void)agenda;
	iso_day(out, days_first(session));
}

static void write_start(struct buffer *out, const struct agenda *agenda,
			const struct session *session)
{
	(void)agenda;
	when_column(out, session->start);
}

static void write_end(struct buffer *out, const struct agenda *agenda,
		      const struct session *session)
{
	(void)agenda;
	when_column(out, session->end);
}

static void write_title(struct buffer *out, const struct agenda *agenda,
			const struct session *session)
{
	(void)agenda;
	append_value(out, session->title);
}

static void write_theme(struct buffer *out, const struct agenda *agenda,
			const struct session *session)
{
	for (size_t i = 0; i < session->themes.count; i++)
		append_next_value(out, i, agenda->themes[session->themes.items[i]].name);
}

static void write_format(struct buffer *out, const struct agenda *agenda,
			 const struct session *session)
{
	for (size_t i = 0; i < session->formats.count; i++)
		append_next_value(out, i, agenda->formats[session->formats.items[i]].name);
}

static void write_room(struct buffer *out, const struct agenda *agenda,
		       const struct session *session)
{
	for (size_t i = 0; i < session->rooms.count; i++)
		append_next_value(out, i, agenda->rooms[session->rooms.items[i]]);
}

static void write_speakers(struct buffer *out, const struct agenda *agenda,
			   const struct session *session)
{
	for (size_t i = 0; i < session->speakers.count; i++)
		append_next_value(out, i, agenda->speakers[session->speakers.items[i]]);
}

/* Its own page, else the links that stand with it. */
static void write_url(struct buffer *out, const struct agenda *agenda,
		      const struct session *session)
{
	(void)agenda;
	append_value(out, session->url);
	for (size_t i = 0; !session->url && i < session->links.count; i++)
		append_next_value(out, i, session->links.items[i].url);
}

/* The order of these and their names are what scripts rely on. */
static const struct {
	const char *name;
	write_field *write;
} fields[] = {
    {"id", write_id},	      {"date", write_date},   {"start", write_start},
    {"end", write_end},	      {"title", write_title}, {"theme", write_theme},
    {"format", write_format}, {"room", write_room},   {"speakers", write_speakers},
    {"url", write_url},
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static void write_row(struct buffer *out, const struct agenda *agenda,
		      const struct session *session)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		buffer_puts(out, i ? "\t" : "");
		fields[i].write(out, agenda, session);
	}
	buffer_putc(out, '\n');
}

static void write_rows(struct buffer *out, const struct writer_job *job, enum selection which)
{
	struct query_rows rows = {0};

	selection_run(job, which, &rows);
	selection_once(job, &rows);
	for (size_t i = 0; i < rows.count; i++)
		write_row(out, job->agenda, &job->agenda->sessions[rows.items[i]]);
	query_rows_free(&rows);
}

void tsv_write(struct buffer *out, const struct writer_job *job)
{
	for (int i = 0; i < FIELD_COUNT; i++)
		buffer_printf(out, "%s%s", i ? "\t" : "", fields[i].name);
	buffer_putc(out, '\n');
	if (!job->now_only) {
		write_rows(out, job, SELECTION_ALL);
		return;
	}
	write_rows(out, job, SELECTION_ON);
	write_rows(out, job, SELECTION_NEXT);
}
