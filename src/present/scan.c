#include "config.h"

#include "present/scan.h"

#include "model/days.h"
#include "present/title.h"

#include <stdbool.h>
#include <string.h>

/* Texts */

/* As RFC 5545 writes them, 3.3.11. */
static void append_escaped(struct buffer *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (strchr("\\;,", text[i]))
			buffer_putc(out, '\\');
		if (text[i] == '\n')
			buffer_puts(out, "\\n");
		else
			buffer_putc(out, text[i]);
	}
}

/* As many whole characters of a text as so many bytes hold. */
static size_t cut(const char *text, size_t most)
{
	size_t length = strlen(text);

	if (!most || length <= most)
		return length;
	while (most && ((unsigned char)text[most] & 0xC0) == 0x80)
		most--;
	return most;
}

static void add_title(struct buffer *out, const struct session *session, size_t most)
{
	const char *title = title_or_none(session->title);

	buffer_puts(out, "SUMMARY:");
	append_escaped(out, title, cut(title, most));
	buffer_putc(out, '\n');
}

static void add_where(struct buffer *out, const struct agenda *agenda,
		      const struct session *session, bool with_place)
{
	const char *room = session->rooms.count ? agenda->rooms[session->rooms.items[0]] : NULL;
	const char *place = with_place ? agenda->event.place : NULL;

	if (!room && !place)
		return;
	buffer_puts(out, "LOCATION:");
	if (room)
		append_escaped(out, room, strlen(room));
	if (place) {
		buffer_puts(out, room ? "\\, " : "");
		append_escaped(out, place, strlen(place));
	}
	buffer_putc(out, '\n');
}

/* Times */

static void append_date(struct buffer *out, civil_day day)
{
	struct civil_date date = civil_date_of(day);

	buffer_printf(out, "%04d%02d%02d", date.year, date.month, date.day);
}

static void add_time(struct buffer *out, const char *name, civil_moment moment, int offset)
{
	bool known = offset != CIVIL_NONE;
	civil_moment shown = known ? moment - offset : moment;
	int minute = civil_minute_of_day(shown);

	buffer_printf(out, "%s:", name);
	append_date(out, civil_day_of_moment(shown));
	buffer_printf(out, "T%02d%02d00%s\n", minute / 60, minute % 60, known ? "Z" : "");
}

static void add_times(struct buffer *out, const struct session *session, bool with_end)
{
	if (session->start == CIVIL_NONE && session->day == CIVIL_NONE)
		return;
	if (session->start == CIVIL_NONE) {
		buffer_puts(out, "DTSTART;VALUE=DATE:");
		append_date(out, days_first(session));
		buffer_putc(out, '\n');
		if (session->nth_day && with_end) {
			buffer_puts(out, "DTEND;VALUE=DATE:");
			append_date(out, days_last(session) + 1);
			buffer_putc(out, '\n');
		}
		return;
	}
	add_time(out, "DTSTART", session->start, session->offset);
	if (with_end && session->end != CIVIL_NONE)
		add_time(out, "DTEND", session->end, session->end_offset);
}

void scan_event(struct buffer *out, const struct agenda *agenda, size_t index,
		enum scan_brevity brevity, size_t title_bytes)
{
	const struct session *session = &agenda->sessions[index];

	buffer_puts(out, "BEGIN:VEVENT\n");
	add_title(out, session, title_bytes);
	add_times(out, session, brevity < SCAN_NO_END);
	if (brevity < SCAN_NO_WHERE)
		add_where(out, agenda, session, brevity == SCAN_WHOLE);
	buffer_puts(out, "END:VEVENT");
}
