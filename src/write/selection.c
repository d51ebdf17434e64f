#include "config.h"

#include "write/selection.h"

static bool is_on(const struct session *session, civil_moment now)
{
	return !session->cancelled && session->start != CIVIL_NONE && session->start <= now &&
	       session->until > now;
}

static bool is_to_come(const struct session *session, civil_moment now)
{
	return !session->cancelled && session->start > now; /* CIVIL_NONE is less than any moment */
}

/* What comes next: a moment, and the last day whose sessions without a time come before it. */
struct next {
	civil_moment start; /* CIVIL_NONE where nothing has a time */
	civil_day day;
};

static struct next next_of(const struct writer_job *job, const struct query_rows *rows)
{
	civil_day today = civil_day_of_moment(job->now);
	struct next next = {CIVIL_NONE, CIVIL_NONE};

	for (size_t i = 0; i < rows->count; i++) {
		const struct session *session = &job->agenda->sessions[rows->items[i]];

		if (is_to_come(session, job->now) &&
		    (next.start == CIVIL_NONE || session->start < next.start))
			next.start = session->start;
		if (session->day > today && (next.day == CIVIL_NONE || session->day < next.day))
			next.day = session->day;
	}
	if (next.start != CIVIL_NONE)
		next.day = civil_day_of_moment(next.start);
	return next;
}

static bool is_next(const struct session *session, civil_moment now, struct next next)
{
	if (session->start == CIVIL_NONE)
		return !session->cancelled && session->day > civil_day_of_moment(now) &&
		       session->day <= next.day;
	return is_to_come(session, now) && session->start == next.start;
}

static bool is_selected(const struct session *session, enum selection which, civil_moment now,
			struct next next)
{
	switch (which) {
	case SELECTION_ON:
		return is_on(session, now);
	case SELECTION_NEXT:
		return is_next(session, now, next);
	case SELECTION_TODAY:
		return session->start == CIVIL_NONE && session->day == civil_day_of_moment(now);
	default:
		return true;
	}
}

void selection_run(const struct writer_job *job, enum selection which, struct query_rows *rows)
{
	struct next next;
	size_t kept = 0;

	query_run(job->query, job->agenda, rows);
	next = next_of(job, rows);
	for (size_t i = 0; i < rows->count; i++)
		if (is_selected(&job->agenda->sessions[rows->items[i]], which, job->now, next))
			rows->items[kept++] = rows->items[i];
	rows->count = kept;
}
