#include "config.h"

#include "write/text.h"

#include "base/i18n.h"
#include "present/pages.h"
#include "present/stage.h"
#include "present/when.h"
#include "write/board.h"
#include "write/lines.h"
#include "write/listing.h"
#include "write/references.h"
#include "write/selection.h"
#include "write/wanted.h"

/* Headings and sentences */

static void write_event_title(struct buffer *out, const struct writer_job *job)
{
	const char *title = job->agenda->event.title;

	lines_heading(out, title ? title : _("Agenda"), '=', job->width);
}

static void write_heading(struct buffer *out, const struct writer_job *job, const char *text)
{
	lines_part(out);
	lines_heading(out, text, '-', job->width);
}

static void write_sentence(struct buffer *out, const struct writer_job *job, const char *text)
{
	if (!*text)
		return;
	lines_part(out);
	lines_text(out, text, 0, job->width);
}

/* The whole agenda */

static void write_document(struct buffer *out, const struct writer_job *job,
			   struct references *references, struct document *document)
{
	struct document *numbered = references_number(references, document, job->width);

	lines_part(out);
	lines_document(out, numbered, 0, job->width);
	document_free(numbered);
	document_free(document);
}

static void write_programme(struct buffer *out, const struct writer_job *job,
			    struct references *references)
{
	struct query_rows rows = {0};

	write_heading(out, job, _("Programme"));
	selection_run(job, SELECTION_ALL, &rows);
	if (!rows.count)
		write_sentence(out, job, _("No session is announced."));
	listing_write(out, job, &rows, references);
	listing_legend(out, job, &rows);
	query_rows_free(&rows);
}

static void write_links(struct buffer *out, const struct writer_job *job,
			const struct references *references)
{
	if (!references_count(references))
		return;
	write_heading(out, job, _("Links"));
	references_write(references, out);
}

static void write_whole(struct buffer *out, const struct writer_job *job,
			struct references *references)
{
	write_event_title(out, job);
	write_document(out, job, references, pages_event_facts(job->agenda));
	write_programme(out, job, references);
	write_document(out, job, references, pages_event_texts(job->agenda));
}

/* What was asked for */

/* What is written and where, for what is told line by line. */
struct telling {
	struct buffer *out;
	const struct writer_job *job;
};

static void write_line(void *context, const char *line)
{
	struct telling *telling = context;

	lines_text(telling->out, line, 0, telling->job->width);
}

static void write_wishes(struct buffer *out, const struct writer_job *job)
{
	struct telling telling = {out, job};

	wanted_each(job, write_line, &telling);
}

static void write_no_session(struct buffer *out, const struct writer_job *job)
{
	struct telling telling = {out, job};

	wanted_days(job, write_line, &telling);
	write_sentence(out, job, wanted_nothing(job));
}

static void write_filtered(struct buffer *out, const struct writer_job *job,
			   struct references *references)
{
	struct query_rows rows = {0};

	write_event_title(out, job);
	write_wishes(out, job);
	selection_run(job, SELECTION_ALL, &rows);
	if (!rows.count)
		write_no_session(out, job);
	listing_write(out, job, &rows, references);
	listing_legend(out, job, &rows);
	listing_lost(out, job);
	query_rows_free(&rows);
}

/* Now */

static void write_moment(struct buffer *out, const struct writer_job *job)
{
	struct event moment = {.start = job->now, .start_has_time = true, .end = CIVIL_NONE};
	struct buffer line = {0};

	when_event(&line, &moment);
	lines_text(out, buffer_text(&line), 0, job->width);
	buffer_free(&line);
}

/* Returns whether there are any; they join those of `shown`. */
static bool write_selection(struct buffer *out, const struct writer_job *job,
			    struct references *references, enum selection which,
			    const char *heading, struct query_rows *shown)
{
	struct query_rows rows = {0};
	bool any;

	selection_run(job, which, &rows);
	any = rows.count > 0;
	if (any)
		write_heading(out, job, heading);
	listing_write(out, job, &rows, references);
	query_rows_add(shown, &rows);
	query_rows_free(&rows);
	return any;
}

/* Returns whether there was anything to say. */
static bool write_stage(struct buffer *out, const struct writer_job *job)
{
	struct buffer sentence = {0};
	bool any;

	stage_sentence(&sentence, job->agenda, job->now);
	any = sentence.length > 0;
	write_sentence(out, job, buffer_text(&sentence));
	buffer_free(&sentence);
	return any;
}

static void write_day_of_next(struct buffer *out, const struct writer_job *job,
			      const struct now *now, civil_day named)
{
	civil_day day = job->agenda->sessions[now->next.items[0]].day;
	struct buffer line = {0};

	if (now->on.count || day == civil_day_of_moment(job->now) || day == named)
		return;
	lines_part(out);
	when_day_long(&line, day);
	lines_text(out, buffer_text(&line), 0, job->width);
	buffer_free(&line);
}

/* Returns the last day that was named over them; CIVIL_NONE where there are none. */
static civil_day write_untimed(struct buffer *out, const struct writer_job *job,
			       struct references *references, struct query_rows *shown)
{
	struct query_rows rows = {0};
	civil_day last = CIVIL_NONE;

	selection_run(job, SELECTION_UNTIMED, &rows);
	listing_write(out, job, &rows, references);
	if (rows.count)
		last = job->agenda->sessions[rows.items[rows.count - 1]].day;
	query_rows_add(shown, &rows);
	query_rows_free(&rows);
	return last;
}

static const char *board_heading(const struct now *now)
{
	if (!now->on.count)
		return _("Next in each room");
	return now->next.count ? _("Now and next in each room") : _("On now");
}

/* Room by room; what has no time stands in no room's row, and before them. */
static void write_board(struct buffer *out, const struct writer_job *job,
			struct references *references, const struct now *now, bool tell_pause,
			struct query_rows *shown)
{
	bool today = write_selection(out, job, references, SELECTION_TODAY,
				     _("Today, at a time not announced"), shown);
	civil_day named;

	if (!now->on.count && !today && tell_pause)
		write_sentence(out, job, _("Nothing is on right now."));
	write_heading(out, job, board_heading(now));
	named = write_untimed(out, job, references, shown);
	if (now->next.count)
		write_day_of_next(out, job, now, named);
	board_write(out, job, now);
	query_rows_add(shown, &now->on);
	query_rows_add(shown, &now->next);
}

static void write_one_by_one(struct buffer *out, const struct writer_job *job,
			     struct references *references, bool tell_pause,
			     struct query_rows *shown)
{
	bool on = write_selection(out, job, references, SELECTION_ON, _("On now"), shown);
	bool today = write_selection(out, job, references, SELECTION_TODAY,
				     _("Today, at a time not announced"), shown);

	if (!on && !today && tell_pause)
		write_sentence(out, job, _("Nothing is on right now."));
	if (!write_selection(out, job, references, SELECTION_NEXT, C_("heading", "Next"), shown) &&
	    stage_of(job->agenda, job->now) != STAGE_AFTER)
		write_sentence(out, job, _("Nothing comes next."));
}

static void write_now(struct buffer *out, const struct writer_job *job,
		      struct references *references)
{
	struct query_rows fitting = {0}, shown = {0};
	struct now now;
	bool told;

	write_event_title(out, job);
	write_moment(out, job);
	write_wishes(out, job);
	told = write_stage(out, job);
	selection_run(job, SELECTION_ALL, &fitting);
	now_find(&now, job->agenda, &fitting, job->now, !query_restricts(job->query, TRAIT_KEPT));
	if (now.by_room)
		write_board(out, job, references, &now, !told, &shown);
	else
		write_one_by_one(out, job, references, !told, &shown);
	listing_legend(out, job, &shown);
	now_free(&now);
	query_rows_free(&fitting);
	query_rows_free(&shown);
}

void text_write(struct buffer *out, const struct writer_job *job)
{
	struct references *references = references_new();
	struct buffer text = {0};

	if (job->now_only)
		write_now(&text, job, references);
	else if (job->whole)
		write_whole(&text, job, references);
	else
		write_filtered(&text, job, references);
	write_links(&text, job, references);
	references_free(references);
	lines_tidy(&text);
	buffer_append(out, buffer_text(&text), text.length);
	buffer_free(&text);
}
