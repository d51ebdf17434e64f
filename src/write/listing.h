/*
 * A listing of sessions as plain text: under their days, times in one column.
 */
#ifndef NEC_WRITE_LISTING_H
#define NEC_WRITE_LISTING_H

#include "write/references.h"
#include "write/writer.h"

/*
 * Appends the sessions of `rows`, each day under its heading; in full (as the job says) with their
 * abstracts and descriptions, except what the page as written says anyway. Addresses that are too
 * long for a line become references, where these are not NULL.
 */
void listing_write(struct buffer *out, const struct writer_job *job, const struct query_rows *rows,
		   struct references *references);

/*
 * Appends what the mark before a session means, where one of the rows has it and the query does not
 * ask for just these.
 */
void listing_legend(struct buffer *out, const struct writer_job *job,
		    const struct query_rows *rows);

/*
 * Appends, where the job's query asks for bookmarks, those whose sessions are no longer in the
 * agenda.
 */
void listing_lost(struct buffer *out, const struct writer_job *job);

#endif
