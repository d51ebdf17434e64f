/*
 * A session ↔ an iCalendar event (RFC 5545, VEVENT).
 *
 *     session                      event
 *     title                        SUMMARY
 *     start, end                   DTSTART, DTEND. In UTC where the source gives an offset, with
 *                                  TZID where it names a zone, else floating (read on any clock);
 *                                  no DTEND where no end is known, nor where the end is the start
 *     a day and no time            DTSTART;VALUE=DATE, an event of the whole day; with DTEND, the
 *                                  day behind the last one, where there are several
 *     neither day nor time         the same, on the event's first day, for an event must have a
 *                                  date; X-NEC-AGENDA-DAY says that none is known
 *     rooms, place, address        LOCATION
 *     its page, else the event's   URL
 *     themes, formats              CATEGORIES, one each
 *     a place on the globe         GEO
 *     what else is told            DESCRIPTION, as the caller puts it into words, then the links
 *     cancelled                    STATUS:CANCELLED
 *
 * What iCalendar has no word for, so that reading gives the same bookmark again:
 *
 *     X-NEC-AGENDA-EVENT           the agenda's id; it also marks the event as ours
 *     X-NEC-AGENDA-ID              the session's id where the UID is another
 *     X-NEC-AGENDA-TITLE           "none" where SUMMARY stands for a title that is missing
 *     X-NEC-AGENDA-DAY             the conference day where it is not DTSTART's date, or "none"
 *     X-NEC-AGENDA-END             "start" where the end is known, and is the start
 *     X-NEC-AGENDA-OFFSET          the venue's offset from UTC, "+0200"
 *     X-NEC-AGENDA-END-OFFSET      that at its end, where it is another: clocks were changed
 *     X-NEC-AGENDA-ROOM            a room without the address; one each
 *     X-NEC-AGENDA-SPEAKER         a speaker, who is no ATTENDEE of the user's; one each
 *     X-NEC-AGENDA-THEME, -FORMAT  which of the two each of the CATEGORIES is, and its whole name:
 *                                  libical writes commas and semicolons there as what parts them
 *     X-NEC-AGENDA-LANGUAGE        the language of the session, as its source writes it; that of
 * the SUMMARY, which LANGUAGE would tell, may be another X-NEC-AGENDA-LINK            a further
 * link and, behind a space, its label; one each X-NEC-AGENDA-LOST            "seen" where the user
 * knows that the session is gone
 *
 * and in the calendar, where it holds a whole agenda:
 *
 *     X-NEC-AGENDA-EVENT           the agenda's id
 *     X-NEC-AGENDA-PLACE, -ADDRESS, -URL
 *                                  what LOCATION and URL of its events are made of
 */
#ifndef NEC_CALENDAR_VEVENT_H
#define NEC_CALENDAR_VEVENT_H

#include "model/agenda.h"
#include "model/bookmarks.h"

#include "base/ical.h"

#define VEVENT_EVENT	  "X-NEC-AGENDA-EVENT"
#define VEVENT_ID	  "X-NEC-AGENDA-ID"
#define VEVENT_TITLE	  "X-NEC-AGENDA-TITLE"
#define VEVENT_DAY	  "X-NEC-AGENDA-DAY"
#define VEVENT_END	  "X-NEC-AGENDA-END"
#define VEVENT_OFFSET	  "X-NEC-AGENDA-OFFSET"
#define VEVENT_END_OFFSET "X-NEC-AGENDA-END-OFFSET"
#define VEVENT_ROOM	  "X-NEC-AGENDA-ROOM"
#define VEVENT_SPEAKER	  "X-NEC-AGENDA-SPEAKER"
#define VEVENT_THEME	  "X-NEC-AGENDA-THEME"
#define VEVENT_FORMAT	  "X-NEC-AGENDA-FORMAT"
#define VEVENT_LANGUAGE	  "X-NEC-AGENDA-LANGUAGE"
#define VEVENT_LINK	  "X-NEC-AGENDA-LINK"
#define VEVENT_LOST	  "X-NEC-AGENDA-LOST"

#define VEVENT_PLACE   "X-NEC-AGENDA-PLACE"
#define VEVENT_ADDRESS "X-NEC-AGENDA-ADDRESS"
#define VEVENT_URL     "X-NEC-AGENDA-URL"

/*
 * Writes the session into the event, which has its UID: the properties above replace those that
 * were there, all others stay. `description` may be NULL. `undated` is the day to put a session on
 * for which the agenda offers none at all.
 */
void vevent_fill(icalcomponent *event, const struct agenda *agenda, size_t session,
		 const char *description, civil_day undated);

/*
 * The VTIMEZONE that the session's times refer to, owned by the caller; NULL where they do not. It
 * covers the years of the whole agenda, so it is the same for every session.
 */
icalcomponent *vevent_zone(const struct agenda *agenda, size_t session);

/* Says in the event that the user knows that its session is gone; nothing else is changed. */
void vevent_set_lost(icalcomponent *event);

/* Whether this program wrote it. */
bool vevent_is_marked(icalcomponent *event);

/* The id of the session, where it is one's; NULL where it has not even a UID. */
const char *vevent_id(icalcomponent *event);

/* When it is, on the venue's clock. */
struct vevent_times {
	civil_day day;		 /* CIVIL_NONE for none, as of the others */
	civil_moment start, end; /* CIVIL_NONE for an event of the whole day */
	int offset;		 /* the venue's, in minutes east of UTC */
	int end_offset;		 /* the same at the end */
	int days;		 /* of an event of whole days, how many; 0 where that is not said */
};

/* `offset` is the venue's where the event does not say it; CIVIL_NONE where unknown. */
struct vevent_times vevent_times(icalcomponent *event, int offset);

/* The venue's offset that was written with it; CIVIL_NONE where none was. */
int vevent_offset(icalcomponent *event);

/* The session's title, the caller's to free; NULL where it has none. */
char *vevent_title(icalcomponent *event);

/*
 * What it says of a session: all of *bookmark but its id and its note, which stay. Times are
 * brought to the venue's clock: by the offset that was written with them, else by the agenda's.
 * Texts are sanitised, and the caller's to free.
 */
void vevent_read(icalcomponent *event, const struct agenda *agenda, struct bookmark *bookmark);

/* How long what was given as `description` is of a DESCRIPTION, which ends with the links. */
size_t vevent_length_without_links(const char *text, const struct links *links, const char *url);

/* A text, sanitised and without white space at its ends; NULL where nothing is left. */
char *vevent_clean(const char *text, bool keep_lines);

#endif
