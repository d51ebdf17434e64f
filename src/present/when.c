/*
 * Whole phrases are translated, never their pieces: a language that says the day before the month,
 * "1er" for the first of it, or "9 h" for nine sharp, finds a phrase of its own for each here. The
 * contexts ("date", "clock"…) tell equal English phrases apart.
 */
#include "config.h"

#include "present/when.h"

#include "base/i18n.h"
#include "model/days.h"
#include "model/venue.h"

#include <stdio.h>

/* Translators: names of days and months stand within a date, so write them as there. */
static const char *const weekdays[7] = {
    NC_("weekday", "Monday"),	NC_("weekday", "Tuesday"), NC_("weekday", "Wednesday"),
    NC_("weekday", "Thursday"), NC_("weekday", "Friday"),  NC_("weekday", "Saturday"),
    NC_("weekday", "Sunday"),
};

static const char *const short_weekdays[7] = {
    NC_("short weekday", "Mon"), NC_("short weekday", "Tue"), NC_("short weekday", "Wed"),
    NC_("short weekday", "Thu"), NC_("short weekday", "Fri"), NC_("short weekday", "Sat"),
    NC_("short weekday", "Sun"),
};

static const char *const months[12] = {
    NC_("month", "January"), NC_("month", "February"), NC_("month", "March"),
    NC_("month", "April"),   NC_("month", "May"),      NC_("month", "June"),
    NC_("month", "July"),    NC_("month", "August"),   NC_("month", "September"),
    NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};

static const char *const short_months[12] = {
    NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"),
    NC_("short month", "Apr"), NC_("short month", "May"), NC_("short month", "Jun"),
    NC_("short month", "Jul"), NC_("short month", "Aug"), NC_("short month", "Sep"),
    NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

/* A date taken apart into the words it is written with. */
struct words {
	const char *weekday, *short_weekday, *month, *short_month;
	char day[32];
	int year;
};

static struct words words_of(civil_day day)
{
	struct civil_date date = civil_date_of(day);
	struct words words = {
	    .weekday = i18n_context_key(weekdays[civil_weekday(day)]),
	    .short_weekday = i18n_context_key(short_weekdays[civil_weekday(day)]),
	    .month = i18n_context_key(months[date.month - 1]),
	    .short_month = i18n_context_key(short_months[date.month - 1]),
	    .year = date.year,
	};

	if (date.day == 1)
		/* Translators: the first day of a month, as it stands in a date ("1er"). */
		snprintf(words.day, sizeof words.day, "%s", C_("day of the month", "1"));
	else
		snprintf(words.day, sizeof words.day, "%d", date.day);
	return words;
}

/* Days */

void when_day_long(struct buffer *out, civil_day day)
{
	struct words w;

	if (day == CIVIL_NONE)
		return;
	w = words_of(day);
	/* Translators: weekday, day, month, year: "Thursday 19 October 2023". */
	buffer_printf(out, C_("date", "%1$s %2$s %3$s %4$d"), w.weekday, w.day, w.month, w.year);
}

void when_day_named(struct buffer *out, const struct day *day)
{
	struct buffer date = {0};

	when_day_long(&date, day->date);
	if (day->date == CIVIL_NONE)
		buffer_puts(&date, _("Without a date"));
	if (day->label)
		/* Translators: a day and what the programme calls it: "… – Off". */
		buffer_printf(out, C_("day", "%1$s – %2$s"), buffer_text(&date), day->label);
	else
		buffer_puts(out, buffer_text(&date));
	buffer_free(&date);
}

void when_day_medium(struct buffer *out, civil_day day)
{
	struct words w;

	if (day == CIVIL_NONE)
		return;
	w = words_of(day);
	/* Translators: weekday, day, month: "Thursday 19 October". */
	buffer_printf(out, C_("date", "%1$s %2$s %3$s"), w.weekday, w.day, w.month);
}

void when_day_short(struct buffer *out, civil_day day)
{
	struct words w;

	if (day == CIVIL_NONE)
		return;
	w = words_of(day);
	/* Translators: short weekday, day, short month: "Thu 19 Oct". */
	buffer_printf(out, C_("short date", "%1$s %2$s %3$s"), w.short_weekday, w.day,
		      w.short_month);
}

void when_day_shorter(struct buffer *out, civil_day day)
{
	struct words w;

	if (day == CIVIL_NONE)
		return;
	w = words_of(day);
	/* Translators: short weekday, day: "Thu 19". */
	buffer_printf(out, C_("short date", "%1$s %2$s"), w.short_weekday, w.day);
}

void when_days(struct buffer *out, civil_day first, civil_day last)
{
	struct civil_date a, b;
	struct words f, l;

	if (first == CIVIL_NONE || last <= first) { /* CIVIL_NONE is less than any day */
		when_day_long(out, first);
		return;
	}
	a = civil_date_of(first);
	b = civil_date_of(last);
	f = words_of(first);
	l = words_of(last);
	if (a.year == b.year && a.month == b.month)
		/* Translators: two days of one month: "18–20 October 2023". */
		buffer_printf(out, C_("days", "%1$s–%2$s %3$s %4$d"), f.day, l.day, l.month,
			      l.year);
	else if (a.year == b.year)
		/* Translators: "30 October – 2 November 2023". */
		buffer_printf(out, C_("days", "%1$s %2$s – %3$s %4$s %5$d"), f.day, f.month, l.day,
			      l.month, l.year);
	else
		/* Translators: "30 December 2023 – 2 January 2024". */
		buffer_printf(out, C_("days", "%1$s %2$s %3$d – %4$s %5$s %6$d"), f.day, f.month,
			      f.year, l.day, l.month, l.year);
}

/* Times */

/* Appends a short text whose spaces become no-break ones. */
static void append_bound(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == ' ')
			buffer_puts(out, "\u00A0");
		else
			buffer_putc(out, *text);
	}
}

void when_clock(struct buffer *out, civil_moment moment)
{
	struct buffer clock = {0};
	int minute;

	if (moment == CIVIL_NONE)
		return;
	minute = civil_minute_of_day(moment);
	if (minute % 60)
		/* Translators: hour and minutes of a clock: "11:30". */
		buffer_printf(&clock, C_("clock", "%1$d:%2$02d"), minute / 60, minute % 60);
	else
		/* Translators: a full hour: "9:00". */
		buffer_printf(&clock, C_("clock", "%d:00"), minute / 60);
	append_bound(out, buffer_text(&clock));
	buffer_free(&clock);
}

void when_column(struct buffer *out, civil_moment moment)
{
	unsigned minute;

	if (moment == CIVIL_NONE)
		return;
	minute = (unsigned)civil_minute_of_day(moment);
	buffer_digits(out, minute / 60, 2);
	buffer_putc(out, ':');
	buffer_digits(out, minute % 60, 2);
}

static void append_hours(struct buffer *out, int hours, int minutes)
{
	if (!hours)
		/* Translators: a length of time below an hour. */
		buffer_printf(out, C_("length", "%d min"), minutes);
	else if (!minutes)
		/* Translators: a length of full hours: "3 h". */
		buffer_printf(out, C_("length", "%d h"), hours);
	else
		/* Translators: a length of hours and minutes: "1 h 30". */
		buffer_printf(out, C_("length", "%1$d h %2$02d"), hours, minutes);
}

void when_length(struct buffer *out, int64_t minutes)
{
	struct buffer hours = {0}, length = {0};
	int days, rest;

	if (minutes < 0)
		minutes = 0;
	days = (int)(minutes / MINUTES_PER_DAY);
	rest = (int)(minutes % MINUTES_PER_DAY);
	append_hours(&hours, rest / 60, rest % 60);
	if (!days)
		buffer_puts(&length, buffer_text(&hours));
	else if (!rest)
		/* Translators: a length of full days: "2 d". */
		buffer_printf(&length, C_("length", "%d d"), days);
	else
		/* Translators: a length of days, and of hours below a day: "2 d 3 h". */
		buffer_printf(&length, C_("length", "%1$d d %2$s"), days, buffer_text(&hours));
	append_bound(out, buffer_text(&length));
	buffer_free(&hours);
	buffer_free(&length);
}

void when_lengths(struct buffer *out, const int *minutes, size_t count)
{
	struct buffer list = {0}, one = {0};

	for (size_t i = 0; i < count; i++) {
		struct buffer joined = {0};

		buffer_clear(&one);
		when_length(&one, minutes[i]);
		if (!i)
			buffer_puts(&joined, buffer_text(&one));
		else if (i + 1 == count)
			/* Translators: the end of a list of lengths: "1 h 30 or 3 h". */
			buffer_printf(&joined, C_("lengths", "%1$s or %2$s"), buffer_text(&list),
				      buffer_text(&one));
		else
			buffer_printf(&joined, "%s, %s", buffer_text(&list), buffer_text(&one));
		buffer_free(&list);
		list = joined;
	}
	buffer_puts(out, buffer_text(&list));
	buffer_free(&list);
	buffer_free(&one);
}

void when_offset(struct buffer *out, int offset)
{
	int size;

	if (offset == CIVIL_NONE)
		return;
	size = offset < 0 ? -offset : offset;
	buffer_printf(out, "UTC%c%d", offset < 0 ? '-' : '+', size / 60);
	if (size % 60)
		buffer_printf(out, ":%02d", size % 60);
}

/* Sessions and events */

bool when_takes_days(const struct session *session)
{
	return session->start != CIVIL_NONE && session->end != CIVIL_NONE &&
	       session->end - session->start >= MINUTES_PER_DAY;
}

void when_end_brief(struct buffer *out, const struct session *session)
{
	if (when_takes_days(session))
		when_day_shorter(out, civil_day_of_moment(session->end));
	else
		when_column(out, session->end);
}

void when_span_brief(struct buffer *out, const struct session *session)
{
	when_column(out, session->start);
	if (session->start == CIVIL_NONE || session->end == CIVIL_NONE)
		return;
	buffer_puts(out, " – ");
	when_end_brief(out, session);
}

void when_span_column(struct buffer *out, const struct session *session)
{
	when_span_brief(out, session);
	if (!when_takes_days(session))
		return;
	buffer_puts(out, ", ");
	when_column(out, session->end);
}

/* "Thursday 19 October, 9:00", of what the buffers hold. */
static void append_day_and_clock(struct buffer *out, const char *day, civil_moment moment)
{
	struct buffer clock = {0};

	when_clock(&clock, moment);
	/* Translators: a day, and the time at which something starts (or ends) on it. */
	buffer_printf(out, C_("moment", "%1$s, %2$s"), day, buffer_text(&clock));
	buffer_free(&clock);
}

static void append_day_and_span(struct buffer *out, const char *day, civil_moment start,
				civil_moment end)
{
	struct buffer from = {0}, to = {0};

	when_clock(&from, start);
	when_clock(&to, end);
	/* Translators: a day, from one time to another: "Thursday 19 October, 9:00 to 10:30". */
	buffer_printf(out, C_("span", "%1$s, %2$s to %3$s"), day, buffer_text(&from),
		      buffer_text(&to));
	buffer_free(&from);
	buffer_free(&to);
}

static void append_from_to(struct buffer *out, const struct buffer *from, const struct buffer *to)
{
	/* Translators: from one day and time to another day and time. */
	buffer_printf(out, C_("span", "%1$s – %2$s"), buffer_text(from), buffer_text(to));
}

static void append_over_days(struct buffer *out, civil_moment start, civil_moment end)
{
	struct buffer first = {0}, last = {0}, from = {0}, to = {0};

	when_day_medium(&first, civil_day_of_moment(start));
	when_day_medium(&last, civil_day_of_moment(end));
	append_day_and_clock(&from, buffer_text(&first), start);
	append_day_and_clock(&to, buffer_text(&last), end);
	append_from_to(out, &from, &to);
	buffer_free(&first);
	buffer_free(&last);
	buffer_free(&from);
	buffer_free(&to);
}

void when_session(struct buffer *out, const struct session *session)
{
	struct buffer day = {0};

	if (session->nth_day) {
		when_days(out, days_first(session), days_last(session));
		return;
	}
	if (session->start == CIVIL_NONE) {
		when_day_medium(out, session->day);
		return;
	}
	when_day_medium(&day, civil_day_of_moment(session->start));
	if (session->end == CIVIL_NONE || session->end == session->start)
		append_day_and_clock(out, buffer_text(&day), session->start);
	else if (when_takes_days(session))
		append_over_days(out, session->start, session->end);
	else
		append_day_and_span(out, buffer_text(&day), session->start, session->end);
	buffer_free(&day);
}

void when_nth_day(struct buffer *out, const struct session *session)
{
	if (session->nth_day)
		/* Translators: of a session that goes on for several whole days: "day 2 of 3". */
		buffer_printf(out, C_("whole days", "day %1$d of %2$d"), session->nth_day,
			      session->days);
}

static civil_day day_of(civil_moment moment)
{
	return moment == CIVIL_NONE ? CIVIL_NONE : civil_day_of_moment(moment);
}

void when_span(struct buffer *out, const struct session *session)
{
	struct buffer from = {0}, to = {0};

	if (session->start == CIVIL_NONE)
		return;
	when_clock(&from, session->start);
	when_clock(&to, session->end);
	if (!to.length || session->end == session->start)
		buffer_puts(out, buffer_text(&from));
	else if (when_takes_days(session))
		append_over_days(out, session->start, session->end);
	else
		/* Translators: from one time to another: "9:00 to 10:30". */
		buffer_printf(out, C_("span", "%1$s to %2$s"), buffer_text(&from),
			      buffer_text(&to));
	buffer_free(&from);
	buffer_free(&to);
}

/* A day of the event, with its time where that is known. */
static void append_edge(struct buffer *out, civil_moment moment, bool has_time, bool with_year)
{
	struct buffer day = {0};

	if (with_year)
		when_day_long(&day, civil_day_of_moment(moment));
	else
		when_day_medium(&day, civil_day_of_moment(moment));
	if (has_time)
		append_day_and_clock(out, buffer_text(&day), moment);
	else
		buffer_puts(out, buffer_text(&day));
	buffer_free(&day);
}

static void append_one_day(struct buffer *out, const struct event *event)
{
	struct buffer day = {0};

	when_day_long(&day, civil_day_of_moment(event->start));
	if (event->start_has_time && event->end_has_time && event->end > event->start)
		append_day_and_span(out, buffer_text(&day), event->start, event->end);
	else
		append_edge(out, event->start, event->start_has_time, true);
	buffer_free(&day);
}

void when_event(struct buffer *out, const struct event *event)
{
	civil_day first = day_of(event->start), last = day_of(event->end);
	struct buffer from = {0}, to = {0};

	if (first == CIVIL_NONE)
		return;
	if (last <= first) {
		append_one_day(out, event);
		return;
	}
	if (!event->start_has_time && !event->end_has_time) {
		when_days(out, first, last);
		return;
	}
	append_edge(&from, event->start, event->start_has_time,
		    civil_date_of(first).year != civil_date_of(last).year);
	append_edge(&to, event->end, event->end_has_time, true);
	append_from_to(out, &from, &to);
	buffer_free(&from);
	buffer_free(&to);
}

void when_programme(struct buffer *out, const struct agenda *agenda)
{
	size_t dated = agenda->day_count;

	while (dated && agenda->days[dated - 1].date == CIVIL_NONE)
		dated--;
	if (dated)
		when_days(out, agenda->days[0].date, agenda->days[dated - 1].date);
}

/* Now */

static void append_since(struct buffer *out, civil_moment start)
{
	struct buffer clock = {0};

	when_clock(&clock, start);
	/* Translators: a session that began at this time and whose end is not known. */
	buffer_printf(out, C_("relation", "since %s"), buffer_text(&clock));
	buffer_free(&clock);
}

static void append_minutes(struct buffer *out, const char *format, civil_moment minutes)
{
	struct buffer length = {0};

	when_length(&length, minutes);
	buffer_printf(out, format, buffer_text(&length));
	buffer_free(&length);
}

/* Of a session that is on and has an end. */
static civil_moment minutes_left(const struct agenda *agenda, const struct session *session,
				 civil_moment now)
{
	int offset = session->end_offset;

	if (session->offset != session->end_offset)
		offset = venue_offset_of(agenda, now);
	return session->end - now - (session->end_offset - offset);
}

void when_relation(struct buffer *out, const struct agenda *agenda, size_t index, civil_moment now)
{
	const struct session *session = &agenda->sessions[index];

	if (now == CIVIL_NONE || session->start == CIVIL_NONE || session->until <= now ||
	    session->cancelled)
		return;
	if (session->start > now) {
		if (session->start - now <= MINUTES_PER_DAY)
			/* Translators: a session that starts in so long: "in 48 min". */
			append_minutes(out, C_("relation", "in %s"), session->start - now);
	} else if (session->end == CIVIL_NONE) {
		append_since(out, session->start);
	} else {
		/* Translators: a session that goes on for so long: "20 min left". */
		append_minutes(out, C_("relation", "%s left"), minutes_left(agenda, session, now));
	}
}
