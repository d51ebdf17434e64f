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

/* When the next of the rows starts; CIVIL_NONE where none does. */
static civil_moment next_start(const struct writer_job *job, const struct query_rows *rows)
{
	civil_moment next = CIVIL_NONE;

	for (size_t i = 0; i < rows->count; i++) {
		const struct session *session = &job->agenda->sessions[rows->items[i]];

		if (is_to_come(session, job->now) && (next == CIVIL_NONE || session->start < next))
			next = session->start;
	}
	return next;
}

static bool is_selected(const struct session *session, enum selection which, civil_moment now,
			civil_moment next)
{
	switch (which) {
	case SELECTION_ON:
		return is_on(session, now);
	case SELECTION_NEXT:
		return is_to_come(session, now) && session->start == next;
	case SELECTION_TODAY:
		return session->start == CIVIL_NONE && session->day == civil_day_of_moment(now);
	default:
		return true;
	}
}

void selection_run(const struct writer_job *job, enum selection which, struct query_rows *rows)
{
	civil_moment next;
	size_t kept = 0;

	query_run(job->query, job->agenda, rows);
	next = next_start(job, rows);
	for (size_t i = 0; i < rows->count; i++)
		if (is_selected(&job->agenda->sessions[rows->items[i]], which, job->now, next))
			rows->items[kept++] = rows->items[i];
	rows->count = kept;
}
