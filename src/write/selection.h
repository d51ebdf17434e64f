/*
 * The sessions that a job is about.
 */
#ifndef NEC_WRITE_SELECTION_H
#define NEC_WRITE_SELECTION_H

#include "write/writer.h"

enum selection {
	SELECTION_ALL,	/* the job's rows, else all that fit its query */
	SELECTION_ON,	/* of these, what is on at the job's moment */
	SELECTION_NEXT, /* of these, what comes next (model/now.h), and what has no time until then
			 */
	SELECTION_UNTIMED, /* of these, what has no time until then, alone */
	SELECTION_TODAY,   /* of these, what has that day, but no time */
};

/* Replaces what is in *rows; in programme order. */
void selection_run(const struct writer_job *job, enum selection which, struct query_rows *rows);

/*
 * The same for formats without headings: all, or where the job is about now what is on, what has no
 * time today, and what comes next.
 */
void selection_whole(const struct writer_job *job, struct query_rows *rows);

/*
 * Leaves one row of a session that stands on several of its days: for programs, which want it once.
 * It is that of its first day.
 */
void selection_once(const struct writer_job *job, struct query_rows *rows);

#endif
