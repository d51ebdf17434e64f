#include "config.h"

#include "present/stage.h"

#include "base/i18n.h"
#include "model/query.h"
#include "present/when.h"

/* When an event begins: at a time, or at some time of a day, of which the midnight stands here. */
struct beginning {
	civil_moment moment;
	bool timed;
};

static civil_moment midnight_after(civil_day day)
{
	return civil_moment_of(day, MINUTES_PER_DAY);
}

static struct beginning first_session(const struct agenda *agenda)
{
	struct beginning first = {CIVIL_NONE, false};

	if (!agenda->day_count || agenda->days[0].date == CIVIL_NONE)
		return first;
	first.moment = agenda->sessions[agenda->days[0].first].start;
	first.timed = first.moment != CIVIL_NONE;
	if (!first.timed)
		first.moment = civil_moment_of(agenda->days[0].date, 0);
	return first;
}

/* The sooner one; of two on the same day one with a time tells more. */
static struct beginning beginning_of(const struct agenda *agenda)
{
	struct beginning event = {agenda->event.start, agenda->event.start_has_time};
	struct beginning first = first_session(agenda);

	if (event.moment == CIVIL_NONE)
		return first;
	if (first.moment == CIVIL_NONE)
		return event;
	if (event.timed != first.timed &&
	    civil_day_of_moment(event.moment) == civil_day_of_moment(first.moment))
		return event.timed ? event : first;
	return first.moment < event.moment ? first : event;
}

static civil_moment announced_end(const struct event *event)
{
	if (event->end == CIVIL_NONE)
		return event->start == CIVIL_NONE
			   ? CIVIL_NONE
			   : midnight_after(civil_day_of_moment(event->start));
	return event->end_has_time ? event->end : midnight_after(civil_day_of_moment(event->end));
}

/* What the source announces, or the end of the last day and session where these go on longer. */
static civil_moment end_of(const struct agenda *agenda)
{
	civil_moment end = announced_end(&agenda->event);

	for (size_t i = 0; i < agenda->day_count; i++) {
		civil_day date = agenda->days[i].date;

		if (date != CIVIL_NONE && (end == CIVIL_NONE || civil_day_of_moment(end) < date))
			end = midnight_after(date);
	}
	for (size_t i = 0; i < agenda->session_count; i++)
		if (agenda->sessions[i].until > end)
			end = agenda->sessions[i].until;
	return end;
}

civil_moment stage_beginning(const struct agenda *agenda, bool *timed)
{
	struct beginning begin = beginning_of(agenda);

	*timed = begin.timed;
	return begin.moment;
}

enum stage stage_of(const struct agenda *agenda, civil_moment now)
{
	civil_moment begin = beginning_of(agenda).moment;

	if (now == CIVIL_NONE || begin == CIVIL_NONE)
		return STAGE_UNKNOWN;
	if (now < begin)
		return STAGE_BEFORE;
	return now < end_of(agenda) ? STAGE_DURING : STAGE_AFTER;
}

static void append_begin(struct buffer *out, struct beginning begin, civil_moment now)
{
	struct buffer day = {0}, clock = {0};
	civil_day date = civil_day_of_moment(begin.moment);
	int days = date - civil_day_of_moment(now);

	when_day_long(&day, date);
	when_clock(&clock, begin.moment);
	if (!days)
		/* Translators: %s is a time: "9:00". */
		buffer_printf(out, _("The event begins today at %s."), buffer_text(&clock));
	else if (days == 1)
		/* Translators: %s is a date: "Wednesday 18 October 2023". */
		buffer_printf(out, _("The event begins tomorrow, %s."), buffer_text(&day));
	else
		/* Translators: a number of days from 2 on, a date. */
		buffer_printf(out,
			      ngettext("The event begins in %1$d day, on %2$s.",
				       "The event begins in %1$d days, on %2$s.",
				       (unsigned long)days),
			      days, buffer_text(&day));
	buffer_free(&day);
	buffer_free(&clock);
}

static void append_end(struct buffer *out, civil_moment end, civil_moment now)
{
	struct buffer day = {0};
	civil_day date = civil_day_of_moment(end - 1); /* the day that a midnight ends */
	int days = civil_day_of_moment(now) - date;

	when_day_long(&day, date);
	if (!days)
		buffer_puts(out, _("The event ended today."));
	else if (days == 1)
		buffer_puts(out, _("The event ended yesterday."));
	else
		/* Translators: %s is a date: "Friday 20 October 2023". */
		buffer_printf(out, _("The event ended on %s."), buffer_text(&day));
	buffer_free(&day);
}

/* Between sessions */

/* Whether something is on, or may be: it has today's date, and no time. */
static bool may_be_on(const struct agenda *agenda, civil_moment now)
{
	civil_day today = civil_day_of_moment(now);

	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct session *session = &agenda->sessions[i];

		if (session->cancelled)
			continue;
		if (session->start == CIVIL_NONE ? session->day == today
						 : session->start <= now && session->until > now)
			return true;
	}
	return false;
}

/* When a pause ends; CIVIL_NONE where there is none. */
static civil_moment end_of_pause(const struct agenda *agenda, civil_moment now)
{
	return may_be_on(agenda, now) ? CIVIL_NONE : query_next_start(agenda, now);
}

static void append_pause(struct buffer *out, civil_moment next, civil_moment now)
{
	int days = civil_day_of_moment(next) - civil_day_of_moment(now);
	const struct session session = {
	    .day = civil_day_of_moment(next), .start = next, .end = CIVIL_NONE};
	struct buffer when = {0};

	if (days > 1)
		when_session(&when, &session);
	else
		when_clock(&when, next);
	if (!days)
		/* Translators: %s is a time: "19:00". */
		buffer_printf(out, _("Nothing is on before %s."), buffer_text(&when));
	else if (days == 1)
		/* Translators: %s is a time: "9:00". */
		buffer_printf(out, _("Nothing is on before tomorrow, %s."), buffer_text(&when));
	else
		/* Translators: %s is a day and a time: "Thursday 19 October, 9:00". */
		buffer_printf(out, C_("day", "Nothing is on before %s."), buffer_text(&when));
	buffer_free(&when);
}

void stage_sentence(struct buffer *out, const struct agenda *agenda, civil_moment now)
{
	enum stage stage = stage_of(agenda, now);
	civil_moment next;

	if (stage == STAGE_BEFORE)
		append_begin(out, beginning_of(agenda), now);
	else if (stage == STAGE_AFTER)
		append_end(out, end_of(agenda), now);
	else if (stage == STAGE_DURING && (next = end_of_pause(agenda, now)) != CIVIL_NONE)
		append_pause(out, next, now);
}

/* In a few words */

static void append_soon(struct buffer *out, struct beginning begin, civil_moment now)
{
	int days = civil_day_of_moment(begin.moment) - civil_day_of_moment(now);
	struct buffer clock = {0};

	when_clock(&clock, begin.moment);
	if (!days)
		/* Translators: when the event begins: a time, "9:00". */
		buffer_printf(out, C_("event", "today at %s"), buffer_text(&clock));
	else if (days == 1)
		buffer_puts(out, C_("event", "tomorrow"));
	else
		/* Translators: the event begins in so many days. */
		buffer_printf(out, ngettext("in %d day", "in %d days", (unsigned long)days), days);
	buffer_free(&clock);
}

static void append_ended(struct buffer *out, civil_moment end, civil_moment now)
{
	int days = civil_day_of_moment(now) - civil_day_of_moment(end - 1);

	if (!days)
		buffer_puts(out, C_("event", "ended today"));
	else if (days == 1)
		buffer_puts(out, C_("event", "ended yesterday"));
	else
		buffer_puts(out, C_("event", "over"));
}

void stage_words(struct buffer *out, const struct agenda *agenda, civil_moment now)
{
	enum stage stage = stage_of(agenda, now);

	if (stage == STAGE_BEFORE)
		append_soon(out, beginning_of(agenda), now);
	else if (stage == STAGE_AFTER)
		append_ended(out, end_of(agenda), now);
}

const char *stage_none_announced(const struct agenda *agenda, civil_moment now)
{
	return stage_of(agenda, now) == STAGE_AFTER ? _("No session was announced.")
						    : _("No session has been announced yet.");
}

const char *stage_none_for_theme(const struct agenda *agenda, civil_moment now)
{
	return stage_of(agenda, now) == STAGE_AFTER
		   ? _("No session was announced for this theme.")
		   : _("No session has been announced for this theme yet.");
}
