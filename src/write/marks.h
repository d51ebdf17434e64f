/*
 * Which sessions are marked, because the user keeps them.
 */
#ifndef NEC_WRITE_MARKS_H
#define NEC_WRITE_MARKS_H

#include "write/writer.h"

/* The bookmark of a session, by its id; NULL where it is not kept, or a job marks none. */
const struct bookmark *marks_bookmark(const struct writer_job *job, const char *id);

/* Whether the mark is to be explained: some of the rows have it, and not because all were to. */
bool marks_stand_out(const struct writer_job *job, const struct query_rows *rows);

#endif
