/*
 * The agenda as an iCalendar file (RFC 5545) for khal, calcurse, Thunderbird and phones: an event
 * for each session, as calendar/vevent.h says.
 *
 * UIDs are those of calendar/uid.h. The user's note is the COMMENT. DTSTAMP is the day on which the
 * agenda was published, else 1970: nothing in the file tells when it was written, so the same
 * agenda gives the same bytes, wherever and whenever.
 */
#ifndef NEC_WRITE_ICS_H
#define NEC_WRITE_ICS_H

#include "write/writer.h"

void ics_write(struct buffer *out, const struct writer_job *job);

#endif
