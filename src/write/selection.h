/*
 * The sessions that a job is about.
 */
#ifndef NEC_WRITE_SELECTION_H
#define NEC_WRITE_SELECTION_H

#include "write/writer.h"

enum selection {
	SELECTION_ALL,	 /* all that fit the job's query */
	SELECTION_ON,	 /* of these, what is on at the job's moment */
	SELECTION_NEXT,	 /* of these, what starts next, and what has no time on a day before that */
	SELECTION_TODAY, /* of these, what has that day, but no time */
};

/* Replaces what is in *rows; in programme order. */
void selection_run(const struct writer_job *job, enum selection which, struct query_rows *rows);

#endif
