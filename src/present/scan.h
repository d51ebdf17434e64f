/*
 * A session as the text of a QR code that phones take into their calendars: an event of iCalendar
 * (RFC 5545) without the calendar around it, and in few words, for each makes the code larger.
 */
#ifndef NEC_PRESENT_SCAN_H
#define NEC_PRESENT_SCAN_H

#include "base/buffer.h"
#include "model/agenda.h"

#include <stddef.h>

/* What is left out where a code has little room; each leaves out what the ones before do, too. */
enum scan_brevity {
	SCAN_WHOLE,    /* title, start, end, room and place */
	SCAN_NO_PLACE, /* the room alone */
	SCAN_NO_WHERE, /* not even that */
	SCAN_NO_END,
	SCAN_BREVITIES
};

/*
 * Appends the event. Times are in UTC where the agenda gives the offset, else those of any clock.
 * The title is cut after so many bytes, 0 for none.
 */
void scan_event(struct buffer *out, const struct agenda *agenda, size_t session,
		enum scan_brevity brevity, size_t title_bytes);

#endif
