#include "config.h"

#include "write/marks.h"

#include "base/array.h"

const struct bookmark *marks_bookmark(const struct writer_job *job, const char *id)
{
	return job->bookmarks ? bookmarks_find(job->bookmarks, id) : NULL;
}

bool marks_stand_out(const struct writer_job *job, const struct query_rows *rows)
{
	if (query_restricts(job->query, TRAIT_KEPT))
		return false;
	array_each (const uint32_t, row, rows)
		if (marks_bookmark(job, job->agenda->sessions[*row].id))
			return true;
	return false;
}
