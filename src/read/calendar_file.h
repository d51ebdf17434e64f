/*
 * iCalendar files (RFC 5545): each VEVENT, and each occurrence of one that recurs, is a session.
 */
#ifndef NEC_READ_CALENDAR_FILE_H
#define NEC_READ_CALENDAR_FILE_H

#include "base/report.h"
#include "model/builder.h"
#include "read/source.h"

#include <stdbool.h>

/* Whether a source is an iCalendar object: its first line is BEGIN:VCALENDAR. */
bool calendar_file_fits(const struct source *source);

/*
 * Reads it into the builder. False with an error where no calendar can be found in it. What libical
 * cannot read of an event is left out with a warning; the event stays.
 */
bool calendar_file_read(const struct source *source, struct builder *builder,
			struct report *report);

#endif
