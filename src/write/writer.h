/*
 * The writers: an agenda → an output format. One file per format and one row in writer.c's table.
 */
#ifndef NEC_WRITE_WRITER_H
#define NEC_WRITE_WRITER_H

#include "base/buffer.h"
#include "model/agenda.h"
#include "model/bookmarks.h"
#include "model/query.h"

/* What to write. */
struct writer_job {
	const struct agenda *agenda;
	const struct query *query;
	const struct query_rows *rows;	   /* these sessions; NULL for those that fit the query */
	const struct bookmarks *bookmarks; /* to mark the kept ones; may be NULL */
	bool whole;	  /* nothing was filtered: the event's page belongs to it */
	bool in_full;	  /* for people: what is told of each session belongs to it */
	bool now_only;	  /* what is on and what comes next */
	civil_moment now; /* CIVIL_NONE where no clock matters */
	int width;	  /* columns, for formats that wrap */
	const int *alarm; /* minutes before a session that a calendar rings; NULL for never */
};

struct writer {
	const char *name;      /* as --print names it */
	const char *extension; /* of the names of files */
	const char *summary;   /* marked with N_(), for the help */
	bool is_text;	       /* for people: follows the locale's character set */
	void (*write)(struct buffer *out, const struct writer_job *job);
};

/* The writer of that name, or NULL. The table ends in a row without a name. */
const struct writer *writer_find(const char *name);
const struct writer *writer_table(void);

#endif
