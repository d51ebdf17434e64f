/*
 * Bookmarks whose sessions are no longer in the agenda. They belong to what a job asks for where it
 * asks for the bookmarks.
 */
#ifndef NEC_WRITE_LOST_H
#define NEC_WRITE_LOST_H

#include "write/writer.h"

/* The first of them from *at on, which moves behind it; NULL where there are no more. */
const struct bookmark *lost_next(const struct writer_job *job, size_t *at);

/* What the list of them is called. */
const char *lost_heading(void);

/* Appends what was known of one, on one line. */
void lost_say(struct buffer *out, const struct bookmark *bookmark);

#endif
