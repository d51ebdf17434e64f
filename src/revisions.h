/*
 * --changes: what changed among the sessions that the user keeps, or between two editions of an
 * agenda, a line each.
 */
#ifndef NEC_REVISIONS_H
#define NEC_REVISIONS_H

#include "base/buffer.h"
#include "base/report.h"
#include "model/agenda.h"

#include <stdbool.h>

/*
 * Appends what changed since the user kept the sessions or saw their changes last. Says in the
 * report what there is to say beside it: that nothing changed, or where bookmarks lie that may be
 * of this agenda. False with an error where they cannot be read.
 */
bool revisions_of_bookmarks(struct buffer *out, const struct agenda *agenda, struct report *report);

void revisions_of_editions(struct buffer *out, const struct agenda *before,
			   const struct agenda *agenda, struct report *report);

#endif
