#include "config.h"

#include "write/selection.h"

#include "base/memory.h"
#include "model/now.h"

#include <stdlib.h>

static const struct session *session_at(const struct writer_job *job, const struct query_rows *rows,
					size_t i)
{
	return &job->agenda->sessions[rows->items[i]];
}

/* The day of what comes next: that of the next start, else the next one that has sessions. */
static civil_day next_day(const struct writer_job *job, const struct query_rows *rows,
			  const struct now *now)
{
	civil_day today = civil_day_of_moment(job->now), next = CIVIL_NONE;

	if (now->next.count)
		return session_at(job, &now->next, 0)->day;
	for (size_t i = 0; i < rows->count; i++) {
		civil_day day = session_at(job, rows, i)->day;

		if (day > today && (next == CIVIL_NONE || day < next))
			next = day;
	}
	return next;
}

/* What has no time, on the days after `first` up to `last`. */
static bool is_untimed_between(const struct session *session, civil_day first, civil_day last)
{
	return !session->cancelled && session->start == CIVIL_NONE && session->day > first &&
	       session->day <= last;
}

/* Both stand in programme order; what has no time comes before what is next. */
static void keep_next(const struct writer_job *job, struct query_rows *rows, const struct now *now,
		      bool timed)
{
	civil_day today = civil_day_of_moment(job->now), last = next_day(job, rows, now);
	size_t kept = 0, next = 0;

	for (size_t i = 0; i < rows->count; i++) {
		bool is_next = next < now->next.count && now->next.items[next] == rows->items[i];

		next += is_next;
		if ((is_next && timed) || is_untimed_between(session_at(job, rows, i), today, last))
			rows->items[kept++] = rows->items[i];
	}
	rows->count = kept;
}

static void keep_today(const struct writer_job *job, struct query_rows *rows)
{
	civil_day today = civil_day_of_moment(job->now);
	size_t kept = 0;

	for (size_t i = 0; i < rows->count; i++) {
		const struct session *session = session_at(job, rows, i);

		if (session->start == CIVIL_NONE && session->day == today)
			rows->items[kept++] = rows->items[i];
	}
	rows->count = kept;
}

static void swap_rows(struct query_rows *left, struct query_rows *right)
{
	struct query_rows rows = *left;

	*left = *right;
	*right = rows;
}

void selection_run(const struct writer_job *job, enum selection which, struct query_rows *rows)
{
	struct now now;

	if (job->rows) {
		rows->count = 0;
		query_rows_add(rows, job->rows);
	} else {
		query_run(job->query, job->agenda, rows);
	}
	if (which == SELECTION_ALL)
		return;
	now_find(&now, job->agenda, rows, job->now, !query_restricts(job->query, TRAIT_KEPT));
	if (which == SELECTION_ON)
		swap_rows(rows, &now.on);
	else if (which == SELECTION_TODAY)
		keep_today(job, rows);
	else
		keep_next(job, rows, &now, which == SELECTION_NEXT);
	now_free(&now);
}

void selection_whole(const struct writer_job *job, struct query_rows *rows)
{
	static const enum selection parts[] = {SELECTION_ON, SELECTION_TODAY, SELECTION_NEXT};
	struct query_rows part = {0};

	if (!job->now_only) {
		selection_run(job, SELECTION_ALL, rows);
		return;
	}
	rows->count = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		selection_run(job, parts[i], &part);
		query_rows_add(rows, &part);
	}
	query_rows_free(&part);
}

void selection_once(const struct writer_job *job, struct query_rows *rows)
{
	bool *taken = memory_alloc(job->agenda->session_count + 1, sizeof *taken);
	size_t kept = 0;

	for (size_t i = 0; i < rows->count; i++) {
		uint32_t whole = session_at(job, rows, i)->whole;

		if (!taken[whole])
			rows->items[kept++] = whole;
		taken[whole] = true;
	}
	rows->count = kept;
	free(taken);
}
