/*
 * Three questions make a schedule hard, and each has one answer here.
 *
 * When: <date> is the moment with its offset and wins. Where the conference names its zone the
 * moment is told in it; else, where <start> says another time of day, <date> is in UTC and <start>
 * is the clock on the wall. Without <date>, <start> is a time of the day's date, and before the day
 * changes it is the next calendar day.
 *
 * Which day: the grouping of the source. A day whose date none of its events has takes the first
 * that they have, which shows only when the day is complete. A day without a date is, until then,
 * the one after the day before. An event outside any day is on the day that the clock says.
 *
 * Which id: guid or code, else the planner's id, each only if no other event has it too; else the
 * general rule of the builder. That shows only at the very end.
 */
#include "config.h"

#include "read/schedule.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "base/lookup.h"
#include "base/zoneinfo.h"
#include "document/address.h"
#include "model/length.h"
#include "read/duration.h"
#include "read/rich.h"
#include "read/zone_alias.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Where no day_change says otherwise, a day changes at six. */
enum { DAY_CHANGE = 6 * 60, IMPLAUSIBLE_YEARS = 10 };

/* Minutes east of UTC of the outermost zones. */
enum { FARTHEST_EAST = 14 * 60, FARTHEST_WEST = -12 * 60 };

struct group {
	civil_day date; /* as written and found plausible, or guessed; CIVIL_NONE */
	bool guessed;	/* for want of a date */
	int line;
	size_t first; /* session */
};

/* Ids as written, to be settled at the end; NULL where there is none. */
struct written_ids {
	const char *unique; /* guid or code */
	const char *number; /* the planner's own id */
};

struct schedule {
	const char *file;
	struct builder *builder;
	struct report *report;
	const char *facts[SCHEDULE_FACT_COUNT];
	struct zoneinfo zone;
	bool zone_looked_for;
	struct group group;
	bool in_group;
	bool full;    /* more sessions than are taken; that was told */
	size_t dated; /* events that say their day or moment themselves */
	ARRAY(struct written_ids) ids;
	struct buffer whole, clean; /* an address on its way */
};

struct schedule *schedule_new(const char *file, struct builder *builder, struct report *report)
{
	struct schedule *s = memory_alloc(1, sizeof *s);

	s->file = file;
	s->builder = builder;
	s->report = report;
	s->group.date = CIVIL_NONE;
	return s;
}

void schedule_free(struct schedule *s)
{
	if (!s)
		return;
	array_free(&s->ids);
	buffer_free(&s->whole);
	buffer_free(&s->clean);
	free(s);
}

static struct place place_of(const struct schedule *s, int line)
{
	return (struct place){s->file, line, 0};
}

static bool empty(const char *text)
{
	return !text || !*text;
}

void schedule_conference(struct schedule *s, enum schedule_fact fact, const char *text)
{
	if (!s->facts[fact])
		s->facts[fact] = builder_text(s->builder, text);
}

void schedule_track(struct schedule *s, const char *name, const char *colour)
{
	builder_theme(s->builder, name, NULL, empty(colour) ? NULL : colour, 0);
}

static struct zoneinfo *zone_of(struct schedule *s)
{
	if (!s->zone_looked_for && !zoneinfo_find(&s->zone, zone_alias(s->facts[SCHEDULE_ZONE])) &&
	    s->facts[SCHEDULE_ZONE])
		report_warning(s->report, place_of(s, 0),
			       _("the time zone \"%s\" is not known; times are shown as they are "
				 "written"),
			       s->facts[SCHEDULE_ZONE]);
	s->zone_looked_for = true;
	return &s->zone;
}

/* Days */

static civil_day parse_day(const char *text)
{
	civil_day day;

	return text && civil_parse_day(&text, &day) ? day : CIVIL_NONE;
}

static int year_of(civil_day day)
{
	return civil_date_of(day).year;
}

static bool is_usual_year(int year)
{
	return year >= 1900 && year < 2200;
}

/* A year that stands in a text: "FOSDEM 2008"; 0 for none. */
static int year_in(const char *text)
{
	while (text && *text) {
		size_t digits = strspn(text, "0123456789");

		if (digits == 4 && is_usual_year(atoi(text)))
			return atoi(text);
		text += digits ? digits : 1;
	}
	return 0;
}

/* The year that the conference says it is in; 0 where it says none that can be. */
static int conference_year(const struct schedule *s)
{
	static const enum schedule_fact dates[] = {SCHEDULE_START, SCHEDULE_END},
					names[] = {SCHEDULE_TITLE, SCHEDULE_ACRONYM};

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		civil_day day = parse_day(s->facts[dates[i]]);

		if (day != CIVIL_NONE && is_usual_year(year_of(day)))
			return year_of(day);
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (year_in(s->facts[names[i]]))
			return year_in(s->facts[names[i]]);
	return 0;
}

/* A day years away from the conference keeps its month and day and takes the conference's year. */
static civil_day plausible_day(struct schedule *s, civil_day day, int line)
{
	int year = conference_year(s);
	struct civil_date date;

	if (day == CIVIL_NONE || !year || abs(year_of(day) - year) <= IMPLAUSIBLE_YEARS)
		return day;
	date = civil_date_of(day);
	date.year = year;
	report_warning(s->report, place_of(s, line),
		       _("the year %d is far from the conference's; %d is taken"), year_of(day),
		       date.year);
	return civil_valid(date) ? civil_day_of(date) : CIVIL_NONE;
}

static civil_moment plausible_moment(struct schedule *s, civil_moment moment, int line)
{
	civil_day day = plausible_day(s, civil_day_of_moment(moment), line);

	return day == CIVIL_NONE ? CIVIL_NONE : civil_moment_of(day, civil_minute_of_day(moment));
}

static int day_change(const struct schedule *s)
{
	const char *text = s->facts[SCHEDULE_DAY_CHANGE];
	int minutes;

	if (!text || !duration_parse(text, &minutes) || minutes > DAY_CHANGE)
		return DAY_CHANGE;
	return minutes;
}

/* The conference day of a moment by the clock alone. */
static civil_day day_by_clock(const struct schedule *s, civil_moment start)
{
	return civil_day_of_moment(start - day_change(s));
}

/* The first day that the group's sessions have by the clock; CIVIL_NONE where none has a time.
 * *agrees says whether one of them has the group's own date. */
static civil_day day_of_sessions(const struct schedule *s, size_t first, size_t last, bool *agrees)
{
	civil_day found = CIVIL_NONE;

	for (size_t i = first; i < last; i++) {
		const struct session *session = builder_session_at(s->builder, i);
		civil_day day;

		if (session->start == CIVIL_NONE)
			continue;
		day = day_by_clock(s, session->start);
		if (day == s->group.date || civil_day_of_moment(session->start) == s->group.date)
			*agrees = true;
		if (found == CIVIL_NONE || day < found)
			found = day;
	}
	return found;
}

static void report_group(struct schedule *s, civil_day date)
{
	struct place place = place_of(s, s->group.line);
	struct civil_date taken = civil_date_of(date);

	if (date == CIVIL_NONE)
		report_warning(s->report, place,
			       _("the day has no date, and its sessions have none either"));
	else if (s->group.guessed)
		report_warning(s->report, place, _("the day has no date; %04d-%02d-%02d is taken"),
			       taken.year, taken.month, taken.day);
	else if (date != s->group.date)
		report_warning(s->report, place,
			       _("no session of this day is on its date; theirs, %04d-%02d-%02d, "
				 "is taken"),
			       taken.year, taken.month, taken.day);
}

static void end_group(struct schedule *s)
{
	size_t count = builder_session_count(s->builder);
	bool agrees = false;
	civil_day date, by_clock;

	if (!s->in_group)
		return;
	s->in_group = false;
	if (s->group.first == count)
		return;
	by_clock = day_of_sessions(s, s->group.first, count, &agrees);
	date = agrees || by_clock == CIVIL_NONE ? s->group.date : by_clock;
	report_group(s, date);
	for (size_t i = s->group.first; i < count; i++)
		builder_session_at(s->builder, i)->day = date;
	s->group.date = date;
}

/* The day after the one before, else the conference's first. */
static civil_day guess_day(struct schedule *s)
{
	civil_day start = parse_day(s->facts[SCHEDULE_START]);

	return s->group.date != CIVIL_NONE ? s->group.date + 1 : plausible_day(s, start, 0);
}

void schedule_day(struct schedule *s, const char *text, int line)
{
	civil_day date;

	end_group(s);
	if (!empty(text) && parse_day(text) == CIVIL_NONE)
		report_warning(s->report, place_of(s, line), _("\"%s\" is no date"), text);
	date = plausible_day(s, parse_day(text), line);
	s->group.guessed = date == CIVIL_NONE;
	s->group.date = s->group.guessed ? guess_day(s) : date;
	s->group.line = line;
	s->group.first = builder_session_count(s->builder);
	s->in_group = true;
}

void schedule_day_end(struct schedule *s)
{
	end_group(s);
}

/* Moments */

/* `HH:MM` or `HH:MM:SS`, also beyond 24 hours. */
static bool parse_clock(const char *text, int *minutes)
{
	char *end;
	long hours, rest;

	if (empty(text))
		return false;
	hours = strtol(text, &end, 10);
	if (end == text || *end != ':' || hours < 0 || hours > 47)
		return false;
	text = end + 1;
	rest = strtol(text, &end, 10);
	if (end != text + 2 || rest < 0 || rest > 59 || (*end && *end != ':'))
		return false;
	*minutes = (int)(hours * 60 + rest);
	return true;
}

/*
 * The minutes from UTC that make a UTC clock show `clock`: of the two that do, a day apart, the one
 * that puts the moment on the day it stands under, else the smaller. CIVIL_NONE where no zone is
 * that far from UTC.
 */
static int offset_between(const struct schedule *s, civil_moment utc, int clock)
{
	int east = (clock - civil_minute_of_day(utc) + 2 * MINUTES_PER_DAY) % MINUTES_PER_DAY;
	int west = east - MINUTES_PER_DAY;
	bool west_fits = civil_day_of_moment(utc + west) == s->group.date;
	bool east_fits = civil_day_of_moment(utc + east) == s->group.date;
	int offset = east <= -west ? east : west;

	if (east_fits != west_fits)
		offset = east_fits ? east : west;
	return offset % 15 || offset > FARTHEST_EAST || offset < FARTHEST_WEST ? CIVIL_NONE
									       : offset;
}

/* The offset at which a moment that is written with an offset is told. */
static int offset_to_tell(struct schedule *s, civil_moment written, int offset, int clock)
{
	int told = CIVIL_NONE;

	if (clock >= 0 && clock % MINUTES_PER_DAY == civil_minute_of_day(written))
		return offset;
	if (*zone_of(s)->name)
		told = zoneinfo_offset_at(zone_of(s), written - offset);
	else if (offset == 0 && clock >= 0)
		told = offset_between(s, written, clock);
	return told == CIVIL_NONE ? offset : told;
}

/* `clock` is what <start> says, -1 where it says nothing. */
static void moment_from_date(struct schedule *s, struct session *session, civil_moment written,
			     int offset, int clock)
{
	session->start = written;
	session->offset = offset;
	if (offset == CIVIL_NONE) {
		session->offset = zoneinfo_offset_of(zone_of(s), written);
	} else {
		session->offset = offset_to_tell(s, written, offset, clock);
		session->start = written - offset + session->offset;
	}
	if (clock >= 0 && clock % MINUTES_PER_DAY != civil_minute_of_day(session->start))
		report_warning(s->report, place_of(s, session->line),
			       _("the session's start, %02d:%02d, is not that of its date; the "
				 "date is taken"),
			       clock / 60, clock % 60);
}

static void moment_from_clock(struct schedule *s, struct session *session, civil_day day, int clock)
{
	bool next_day = clock < day_change(s) && (day == CIVIL_NONE || day == s->group.date);

	if (day == CIVIL_NONE)
		day = s->group.date;
	session->start = civil_moment_of(day, clock + (next_day ? MINUTES_PER_DAY : 0));
	session->offset = zoneinfo_offset_of(zone_of(s), session->start);
}

static void report_no_start(struct schedule *s, const char *start, bool is_clock, int line)
{
	struct place place = place_of(s, line);

	if (is_clock)
		report_warning(s->report, place,
			       _("the session has a time and no day; it is shown without both"));
	else if (empty(start))
		report_warning(s->report, place,
			       _("the session has no start; it is shown without a time"));
	else
		report_warning(s->report, place,
			       _("\"%s\" is no time; the session is shown without one"), start);
}

/* A moment as <date> or, where that has none, <start> may hold it. False for neither. */
static bool written_moment(const struct schedule_event *event, civil_moment *moment, bool *has_time,
			   int *offset)
{
	const char *date = event->texts[EVENT_DATE], *start = event->texts[EVENT_START];
	civil_moment other;
	bool has_other = false;
	int other_offset;
	bool has_date = !empty(date) && civil_parse_moment(&date, moment, has_time, offset);

	if (has_date && *has_time)
		return true;
	if (empty(start) || !civil_parse_moment(&start, &other, &has_other, &other_offset) ||
	    (has_date && !has_other))
		return has_date;
	*moment = other;
	*has_time = has_other;
	*offset = other_offset;
	return true;
}

static void give_start(struct schedule *s, struct session *session,
		       const struct schedule_event *event)
{
	const char *start = event->texts[EVENT_START];
	civil_moment written = CIVIL_NONE;
	civil_day day = CIVIL_NONE;
	bool has_time = false, has_clock;
	int offset, clock = -1;

	has_clock = parse_clock(start, &clock);
	if (written_moment(event, &written, &has_time, &offset)) {
		s->dated++;
		written = plausible_moment(s, written, session->line);
	}
	if (written != CIVIL_NONE && has_time) {
		moment_from_date(s, session, written, offset, clock);
		return;
	}
	if (written != CIVIL_NONE)
		session->day = day = civil_day_of_moment(written);
	if (has_clock && (day != CIVIL_NONE || session->day != CIVIL_NONE))
		moment_from_clock(s, session, day, clock);
	else
		report_no_start(s, start, has_clock, event->line);
}

static void give_end(struct schedule *s, struct session *session,
		     const struct schedule_event *event)
{
	const char *text = event->texts[EVENT_DURATION];
	int minutes;

	if (session->start == CIVIL_NONE || empty(text))
		return;
	if (duration_parse(text, &minutes))
		length_give_in(session, zone_of(s), minutes);
	else
		report_warning(s->report, place_of(s, event->line),
			       _("\"%s\" is no length; the session is shown without an end"), text);
}

/* Texts */

/* How many spaces begin every line but the first and the empty ones. */
static size_t common_indent(const char *text)
{
	size_t common = SIZE_MAX;

	while ((text = strchr(text, '\n'))) {
		size_t indent = strspn(++text, " ");

		if (text[indent] && text[indent] != '\n' && indent < common)
			common = indent;
	}
	return common == SIZE_MAX ? 0 : common;
}

/*
 * Takes out what all lines are indented by behind the first: it is the indentation of the XML or
 * JSON around them, and Markdown would take it for code.
 */
static void append_dedented(struct buffer *out, const char *text)
{
	size_t indent = common_indent(text);

	while (*text) {
		size_t length = strcspn(text, "\n"), spaces;

		length += text[length] == '\n';
		buffer_append(out, text, length);
		text += length;
		spaces = strspn(text, " ");
		text += spaces < indent ? spaces : indent;
	}
}

static void give_markup(struct schedule *s, struct markup *markup, const char *text, int line)
{
	struct buffer lines = {0};

	if (empty(text))
		return;
	markup->kind = rich_is_html(text) ? MARKUP_HTML : MARKUP_MARKDOWN;
	if (markup->kind == MARKUP_MARKDOWN && strchr(text, '\n')) {
		append_dedented(&lines, text);
		text = buffer_text(&lines);
	}
	markup->text = builder_lines(s->builder, text, strlen(text));
	buffer_free(&lines);
	markup->line = line;
}

/* Whether an address begins with a scheme; "host.org:8080" does not. */
static bool has_scheme(const char *url)
{
	size_t length = 0;

	while (((url[length] | 32) >= 'a' && (url[length] | 32) <= 'z') ||
	       (url[length] && strchr("+-.", url[length])))
		length++;
	return url[length] == ':' &&
	       !(memchr(url, '.', length) && isdigit((unsigned char)url[length + 1]));
}

/* The length of "https://host" of "https://host/path". */
static size_t site_length(const char *address)
{
	const char *host = strstr(address, "//");

	host = host ? host + 2 : address;
	return (size_t)(host - address) + strcspn(host, "/");
}

/* Adds what an address lacks: a scheme, or the site that a path belongs to. */
static void add_address(const struct schedule *s, struct buffer *out, const char *url)
{
	const char *base = s->facts[SCHEDULE_BASE_URL];

	url += strspn(url, " \t\r\n");

	if (url[0] == '/' && url[1] == '/')
		buffer_puts(out, "https:");
	else if (url[0] == '/' && base)
		buffer_append(out, base, site_length(base));
	else if (url[0] != '/' && url[0] != '#' && !has_scheme(url) && strchr(url, '.'))
		buffer_puts(out, "https://");
	buffer_puts(out, url);
}

/* An address as it can be opened, with its spaces as %20, valid until the next one; "" for what is
 * none, such as a script. */
static const char *whole_address(struct schedule *s, const char *url)
{
	buffer_clear(&s->whole);
	buffer_clear(&s->clean);
	add_address(s, &s->whole, url);
	address_clean(&s->clean, buffer_text(&s->whole));
	return buffer_text(&s->clean);
}

static void give_links(struct schedule *s, struct session *session,
		       const struct schedule_event *event)
{
	if (!empty(event->texts[EVENT_URL]))
		session->url = builder_url(s->builder, whole_address(s, event->texts[EVENT_URL]));
	for (size_t i = 0; i < event->link_count && i < BUILDER_MOST_VALUES; i++) {
		if (empty(event->links[i].url))
			continue;
		builder_session_link(s->builder, whole_address(s, event->links[i].url),
				     event->links[i].label);
	}
	if (!empty(event->texts[EVENT_FEEDBACK_URL]))
		builder_session_link(s->builder, whole_address(s, event->texts[EVENT_FEEDBACK_URL]),
				     _("Feedback"));
}

static void give_names(struct schedule *s, const struct schedule_event *event)
{
	struct builder *b = s->builder;

	builder_session_theme(b, builder_theme(b, event->texts[EVENT_TRACK], NULL, NULL, 0));
	builder_session_format(b, builder_format(b, event->texts[EVENT_TYPE], NULL, 0));
	builder_session_room(b, builder_room(b, event->texts[EVENT_ROOM]));
	for (size_t i = 0; i < event->person_count && i < BUILDER_MOST_VALUES; i++)
		builder_session_speaker(b, builder_speaker(b, event->persons[i]));
	if (event->person_count > BUILDER_MOST_VALUES || event->link_count > BUILDER_MOST_VALUES)
		report_warning(s->report, place_of(s, event->line),
			       _("only the first %d people or links of the session are shown"),
			       BUILDER_MOST_VALUES);
}

static const char *title_of(struct schedule *s, const struct schedule_event *event)
{
	const char *title = builder_text(s->builder, event->texts[EVENT_TITLE]);

	if (title)
		return title;
	report_warning(s->report, place_of(s, event->line), _("the session has no title"));
	return builder_text(s->builder, event->texts[EVENT_SLUG]);
}

static struct written_ids ids_of(struct schedule *s, const struct schedule_event *event)
{
	const char *unique = event->texts[EVENT_GUID], *number = event->texts[EVENT_ID];

	if (empty(unique))
		unique = event->texts[EVENT_CODE];
	if (!empty(number) && strspn(number, "0") == strlen(number)) {
		if (empty(unique))
			report_warning(s->report, place_of(s, event->line),
				       _("the id \"%s\" names no session"), number);
		number = NULL;
	}
	return (struct written_ids){builder_text(s->builder, unique),
				    builder_text(s->builder, number)};
}

/* Whether there is no room for another one, which is told once. */
static bool is_full(struct schedule *s, const struct schedule_event *event)
{
	if (s->ids.count < BUILDER_MOST_SESSIONS)
		return false;
	if (!s->full)
		report_caution(s->report, place_of(s, event->line),
			       _("only the first %d sessions are shown"), BUILDER_MOST_SESSIONS);
	s->full = true;
	return true;
}

void schedule_event(struct schedule *s, const struct schedule_event *event)
{
	struct builder *b = s->builder;
	struct session *session;

	if (is_full(s, event))
		return;
	array_push(&s->ids, ids_of(s, event));
	session = builder_session(b);
	session->line = event->line;
	session->title = title_of(s, event);
	session->subtitle = builder_text(b, event->texts[EVENT_SUBTITLE]);
	session->language = builder_text(b, event->texts[EVENT_LANGUAGE]);
	session->day = s->in_group ? s->group.date : CIVIL_NONE;
	session->cancelled = !empty(event->texts[EVENT_STATUS]) &&
			     !strncasecmp(event->texts[EVENT_STATUS], "cancel", 6);
	give_start(s, session, event);
	if (!s->in_group && session->start != CIVIL_NONE)
		session->day = day_by_clock(s, session->start);
	give_end(s, session, event);
	give_markup(s, &session->abstract, event->texts[EVENT_ABSTRACT], event->line);
	give_markup(s, &session->description, event->texts[EVENT_DESCRIPTION], event->line);
	if (session->abstract.text == session->description.text) /* texts are kept once */
		session->description = (struct markup){0};
	give_links(s, session, event);
	give_names(s, event);
}

/* The end */

static void count_id(struct lookup *times, const char *id)
{
	if (id)
		++*lookup_number(times, id);
}

static bool is_once(const struct lookup *times, const char *id)
{
	return id && lookup_find(times, id) == 1;
}

static void settle_ids(struct schedule *s)
{
	struct lookup times = {0}; /* that each id stands in the schedule */

	for (size_t i = 0; i < s->ids.count; i++) {
		count_id(&times, s->ids.items[i].unique);
		count_id(&times, s->ids.items[i].number);
	}
	for (size_t i = 0; i < s->ids.count; i++) {
		const struct written_ids *ids = &s->ids.items[i];
		struct session *session = builder_session_at(s->builder, i);

		if (is_once(&times, ids->unique)) {
			session->id = ids->unique;
			continue;
		}
		if (is_once(&times, ids->number))
			session->id = ids->number;
		if (ids->unique || (ids->number && !session->id))
			report_warning(s->report, place_of(s, session->line),
				       _("the id \"%s\" stands for several sessions"),
				       ids->unique ? ids->unique : ids->number);
	}
	lookup_free(&times);
}

static void give_moment(struct schedule *s, enum schedule_fact fact, civil_moment *moment,
			bool *has_time, int *offset)
{
	const char *text = s->facts[fact];

	*moment = CIVIL_NONE;
	if (text && civil_parse_moment(&text, moment, has_time, offset))
		*moment = plausible_moment(s, *moment, 0);
}

/* The offset of the first session that has one. */
static int offset_of_sessions(const struct schedule *s)
{
	for (size_t i = 0; i < s->ids.count; i++)
		if (builder_session_at(s->builder, i)->offset != CIVIL_NONE)
			return builder_session_at(s->builder, i)->offset;
	return CIVIL_NONE;
}

static void give_event_times(struct schedule *s, struct event *event)
{
	struct zoneinfo *zone = zone_of(s);
	int start_offset = CIVIL_NONE, end_offset = CIVIL_NONE;

	give_moment(s, SCHEDULE_START, &event->start, &event->start_has_time, &start_offset);
	give_moment(s, SCHEDULE_END, &event->end, &event->end_has_time, &end_offset);
	event->offset = start_offset == CIVIL_NONE ? offset_of_sessions(s) : start_offset;
	if (!*zone->name)
		return;
	event->zone = builder_text(s->builder, zone->name);
	if (event->start != CIVIL_NONE && start_offset != CIVIL_NONE)
		event->start +=
		    zoneinfo_offset_at(zone, event->start - start_offset) - start_offset;
	if (event->end != CIVIL_NONE && end_offset != CIVIL_NONE)
		event->end += zoneinfo_offset_at(zone, event->end - end_offset) - end_offset;
	if (event->start != CIVIL_NONE)
		event->offset = zoneinfo_offset_of(zone, event->start);
}

/* What all sessions lack is said once. */
static void report_lacks(struct schedule *s)
{
	size_t with_guid = 0;

	if (!s->ids.count) {
		report_warning(s->report, place_of(s, 0), _("no session was found in it"));
		return;
	}
	for (size_t i = 0; i < s->ids.count; i++)
		with_guid += s->ids.items[i].unique != NULL;
	if (!with_guid)
		report_warning(s->report, place_of(s, 0),
			       _("no session has a guid; bookmarks go by the planner's ids"));
	if (!s->dated && !*zone_of(s)->name)
		report_warning(s->report, place_of(s, 0),
			       _("no session has a date with its offset from UTC, and no time zone "
				 "is named; times are shown as they are written"));
}

void schedule_finish(struct schedule *s)
{
	struct event *event = builder_event(s->builder);

	end_group(s);
	settle_ids(s);
	report_lacks(s);
	event->title = s->facts[SCHEDULE_TITLE];
	event->acronym = s->facts[SCHEDULE_ACRONYM];
	event->place = s->facts[SCHEDULE_VENUE];
	event->address = s->facts[SCHEDULE_CITY];
	event->url = builder_url(s->builder, s->facts[SCHEDULE_URL] ? s->facts[SCHEDULE_URL]
								    : s->facts[SCHEDULE_BASE_URL]);
	event->introduction = (struct markup){s->facts[SCHEDULE_SUBTITLE], MARKUP_PLAIN, 0};
	give_event_times(s, event);
	schedule_free(s);
}
