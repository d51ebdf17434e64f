/*
 * Finds the programme of an event in its page. The rules stand in programme/rules.h; this goes
 * through the page with them, keeps what day, time and room hold, and makes sessions of what they
 * find.
 */
#ifndef NEC_PROGRAMME_PROGRAMME_H
#define NEC_PROGRAMME_PROGRAMME_H

#include "base/report.h"
#include "model/builder.h"
#include "programme/outline.h"

#include <stdbool.h>

struct programme_context {
	const char *file; /* for places in the report */
	int offset;	  /* minutes east of UTC or CIVIL_NONE */
	bool has_themes;  /* said outright elsewhere: topics_find() looks for none */
};

/* How many sessions are taken from a page; more is a warning. */
enum { PROGRAMME_MOST_SESSIONS = 20000 };

/*
 * Adds every session of the page whose outline that is; names that are put together for them are
 * kept there. Returns how many were found. The report, which may be NULL, is told which rule found
 * each session, what looked like a date or a time and is none (notes), and what an organiser should
 * mend (warnings).
 */
size_t programme_find(struct outline *outline, struct builder *builder,
		      const struct programme_context *context, struct report *report);

#endif
