/*
 * A session ↔ an iCalendar event (RFC 5545, VEVENT).
 *
 *     session                      event
 *     title                        SUMMARY
 *     start, end                   DTSTART, DTEND. In UTC where the source gives an offset, with
 *                                  TZID where it names a zone, else floating (read on any clock);
 *                                  no DTEND where no end is known, DURATION:PT0S where the end is
 *                                  the start
 *     a day and no time            DTSTART;VALUE=DATE, an event of the whole day
 *     neither day nor time         the same, on the event's first day, for an event must have a
 *                                  date; X-NEC-AGENDA-DAY says that none is known
 *     rooms, place, address        LOCATION
 *     its page, else the event's   URL
 *     themes, formats              CATEGORIES, one each
 *     subtitle, speakers, abstract DESCRIPTION
 *     cancelled                    STATUS:CANCELLED
 *
 * What iCalendar has no word for, so that reading gives the same bookmark again:
 *
 *     X-NEC-AGENDA-EVENT           the agenda's id; it also marks the event as ours
 *     X-NEC-AGENDA-DAY             the conference day where it is not DTSTART's date, or "none"
 *     X-NEC-AGENDA-OFFSET          the venue's offset from UTC, "+0200"
 *     X-NEC-AGENDA-ROOM            the rooms without the address
 */
#ifndef NEC_CALENDAR_VEVENT_H
#define NEC_CALENDAR_VEVENT_H

#include "model/agenda.h"
#include "model/bookmarks.h"

#include "base/ical.h"

/*
 * Writes the session into the event: the properties above replace those that were there, all others
 * stay. `undated` is the day to put a session on for which the agenda offers none at all.
 */
void vevent_fill(icalcomponent *event, const struct agenda *agenda, size_t session,
		 civil_day undated);

/* The VTIMEZONE that the session's times refer to, owned by the caller; NULL where they do not. */
icalcomponent *vevent_zone(const struct agenda *agenda, size_t session);

/* Whether this program wrote it. */
bool vevent_is_marked(icalcomponent *event);

/*
 * What it says of a session: title, room, day, start, end; *bookmark's other fields stay. Times are
 * brought to the venue's clock: by the offset that was written with them, else by the agenda's.
 * Texts are sanitised, and the caller's to free.
 */
void vevent_read(icalcomponent *event, const struct agenda *agenda, struct bookmark *bookmark);

/* A text, sanitised and without white space at its ends; NULL where nothing is left. */
char *vevent_clean(const char *text, bool keep_lines);

#endif
