#include "config.h"

#include "calendar/vevent.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "calendar/extension.h"
#include "calendar/moment.h"
#include "calendar/zone.h"
#include "model/days.h"

#include <stdlib.h>
#include <string.h>

static const char X_PREFIX[] = "X-NEC-AGENDA-";
static const char NONE[] = "none", START[] = "start";

/* Stands where a session has no title: calcurse 4.7 dies of an event without a SUMMARY. */
static const char UNTITLED[] = "Untitled";

/* No text of a source makes a file larger than this program reads back. Bytes. */
enum { TEXT_LONGEST = 8000, DESCRIPTION_LONGEST = 64000 };

/* An event that lasts longer was not written by this program. */
enum { LONGEST_DAYS = 3660 };

/* Writing: texts */

static void add(icalcomponent *event, icalproperty *property)
{
	icalcomponent_add_property(event, property);
}

static void add_x(icalcomponent *event, const char *name, const char *value)
{
	icalproperty *property = icalproperty_new_x(value);

	icalproperty_set_x_name(property, name);
	add(event, property);
}

static const char *x_value(icalcomponent *event, const char *name)
{
	icalproperty *property = icalcomponent_get_first_property(event, ICAL_X_PROPERTY);

	while (property && strcmp(icalproperty_get_x_name(property), name))
		property = icalcomponent_get_next_property(event, ICAL_X_PROPERTY);
	return property ? extension_text(property) : NULL;
}

/* Takes a text down to what may be written, at a character's end. */
static void shorten(struct buffer *text, size_t length)
{
	if (text->length <= length)
		return;
	while (length && ((unsigned char)text->data[length] & 0xC0) == 0x80)
		length--;
	buffer_truncate(text, length);
}

static void add_text(icalcomponent *event, icalproperty *(*make)(const char *), const char *text,
		     size_t longest)
{
	struct buffer kept = {0};

	buffer_puts(&kept, text);
	shorten(&kept, longest);
	if (kept.length)
		add(event, make(buffer_text(&kept)));
	buffer_free(&kept);
}

static void add_title(icalcomponent *event, const char *title)
{
	add_text(event, icalproperty_new_summary, title ? title : UNTITLED, TEXT_LONGEST);
	if (!title)
		add_x(event, VEVENT_TITLE, NONE);
}

static void join(struct buffer *out, const char *separator, const char *text)
{
	if (!text)
		return;
	if (out->length)
		buffer_puts(out, separator);
	buffer_puts(out, text);
}

static void add_name(icalcomponent *event, const char *property, const char *name)
{
	struct buffer text = {0};

	buffer_puts(&text, name);
	shorten(&text, TEXT_LONGEST);
	add_x(event, property, buffer_text(&text));
	buffer_free(&text);
}

/* Names of a list, one each, as many as a text may be long. */
static void add_names(icalcomponent *event, const char *property, const char *const *names,
		      const struct indexes *chosen)
{
	size_t length = 0;

	for (size_t i = 0; i < chosen->count && length < TEXT_LONGEST; i++) {
		const char *name = names[chosen->items[i]];

		add_name(event, property, name);
		length += strlen(name);
	}
}

static void add_location(icalcomponent *event, const struct agenda *agenda,
			 const struct session *session)
{
	struct buffer text = {0};

	add_names(event, VEVENT_ROOM, agenda->rooms, &session->rooms);
	for (size_t i = 0; i < session->rooms.count; i++)
		join(&text, ", ", agenda->rooms[session->rooms.items[i]]);
	join(&text, ", ", agenda->event.place);
	join(&text, ", ", agenda->event.address);
	add_text(event, icalproperty_new_location, buffer_text(&text), TEXT_LONGEST);
	buffer_free(&text);
}

/* One that another program wrote stays where none is known. */
static void add_geo(icalcomponent *event, const struct geo *geo)
{
	icalproperty *old = icalcomponent_get_first_property(event, ICAL_GEO_PROPERTY);

	if (!geo->known)
		return;
	if (old) {
		icalcomponent_remove_property(event, old);
		icalproperty_free(old);
	}
	add(event, icalproperty_new_geo((struct icalgeotype){geo->latitude, geo->longitude}));
}

/* Without what would part it in two. */
static void add_category(icalcomponent *event, const char *name)
{
	struct buffer text = {0};

	for (; *name; name++)
		if (!strchr(",;", *name))
			buffer_putc(&text, *name);
	add_text(event, icalproperty_new_categories, buffer_text(&text), TEXT_LONGEST);
	buffer_free(&text);
}

static void add_categories(icalcomponent *event, const struct agenda *agenda,
			   const struct session *session)
{
	for (size_t i = 0; i < session->themes.count; i++)
		add_category(event, agenda->themes[session->themes.items[i]].name);
	for (size_t i = 0; i < session->formats.count; i++)
		add_category(event, agenda->formats[session->formats.items[i]].name);
	for (size_t i = 0; i < session->themes.count; i++)
		add_name(event, VEVENT_THEME, agenda->themes[session->themes.items[i]].name);
	for (size_t i = 0; i < session->formats.count; i++)
		add_name(event, VEVENT_FORMAT, agenda->formats[session->formats.items[i]].name);
}

/* The links but the session's own page, a line each, as people read them. */
static void append_links(struct buffer *out, const struct links *links, const char *url)
{
	size_t before = out->length;

	for (size_t i = 0; i < links->count; i++) {
		const struct link *link = &links->items[i];

		if (url && !strcmp(link->url, url))
			continue;
		if (out->length > before)
			buffer_putc(out, '\n');
		if (link->label)
			buffer_printf(out, "%s: ", link->label);
		buffer_puts(out, link->url);
	}
}

static void add_description(icalcomponent *event, const struct session *session, const char *text)
{
	struct buffer whole = {0}, links = {0};

	buffer_puts(&whole, text);
	append_links(&links, &session->links, session->url);
	if (whole.length && links.length)
		buffer_puts(&whole, "\n\n");
	buffer_puts(&whole, buffer_text(&links));
	add_text(event, icalproperty_new_description, buffer_text(&whole), DESCRIPTION_LONGEST);
	buffer_free(&whole);
	buffer_free(&links);
}

size_t vevent_length_without_links(const char *text, const struct links *links, const char *url)
{
	size_t length = strlen(text);
	struct buffer lines = {0};

	append_links(&lines, links, url);
	if (lines.length <= length && !strcmp(text + length - lines.length, buffer_text(&lines)))
		length -= lines.length;
	buffer_free(&lines);
	return length;
}

/* As many as a text may be long. */
static void add_links(icalcomponent *event, const struct links *links)
{
	struct buffer text = {0};
	size_t length = 0;

	for (size_t i = 0; i < links->count && length < TEXT_LONGEST; i++) {
		const struct link *link = &links->items[i];

		buffer_clear(&text);
		buffer_printf(&text, "%s%s%s", link->url, link->label ? " " : "",
			      link->label ? link->label : "");
		add_name(event, VEVENT_LINK, buffer_text(&text));
		length += text.length;
	}
	buffer_free(&text);
}

/* Writing: times */

/* How a session's times are told: in a zone, else by an offset, else as they stand. */
struct reckoning {
	icaltimezone *zone; /* NULL for none */
	const char *name;
	int offset; /* CIVIL_NONE where unknown */
};

static struct reckoning reckoning_of(const struct agenda *agenda, const struct session *session)
{
	struct reckoning by = {NULL, agenda->event.zone, session->offset};
	int here;

	if (by.offset == CIVIL_NONE)
		by.offset = agenda->event.offset;
	if (session->start == CIVIL_NONE)
		return by;
	by.zone = zone_find(by.name);
	if (by.zone && by.zone == icaltimezone_get_utc_timezone()) {
		by.zone = NULL;
		by.offset = by.offset == CIVIL_NONE ? 0 : by.offset;
	}
	if (!by.zone)
		return by;
	here = zone_offset(by.zone, session->start);
	if (session->offset != CIVIL_NONE && session->offset != here)
		by.zone = NULL; /* the source knows better what time it is there */
	else
		by.offset = here;
	return by;
}

static bool reckon(const struct reckoning *by, civil_moment moment, struct icaltimetype *time)
{
	bool in_utc = !by->zone && by->offset != CIVIL_NONE;

	if (!moment_to_ical(in_utc ? moment - by->offset : moment, time))
		return false;
	if (in_utc)
		time->zone = icaltimezone_get_utc_timezone();
	return true;
}

static void add_time(icalcomponent *event, const struct reckoning *by, icalproperty *property)
{
	if (by->zone)
		icalproperty_set_parameter(property, icalparameter_new_tzid(by->name));
	add(event, property);
}

/* The end's: clocks may have been changed since the start. */
static struct reckoning reckoning_of_end(const struct reckoning *start,
					 const struct session *session)
{
	struct reckoning by = *start;

	if (session->end == CIVIL_NONE || session->end_offset == CIVIL_NONE)
		return by;
	by.offset = session->end_offset;
	if (by.zone && zone_offset(by.zone, session->end) != by.offset)
		by.zone = NULL; /* the second one of an hour that comes twice */
	return by;
}

static void add_offset(icalcomponent *event, const char *name, int offset)
{
	struct buffer text = {0};

	if (offset == CIVIL_NONE)
		return;
	buffer_printf(&text, "%c%02d%02d", offset < 0 ? '-' : '+', abs(offset / 60),
		      abs(offset % 60));
	add_x(event, name, buffer_text(&text));
	buffer_free(&text);
}

/* False where there is no time, or none that can be written. */
static bool add_times(icalcomponent *event, const struct agenda *agenda,
		      const struct session *session)
{
	struct reckoning by = reckoning_of(agenda, session), to = reckoning_of_end(&by, session);
	struct icaltimetype start, end;

	if (session->start == CIVIL_NONE || !reckon(&by, session->start, &start))
		return false;
	add_time(event, &by, icalproperty_new_dtstart(start));
	if (session->end == session->start)
		add_x(event, VEVENT_END, START);
	else if (session->end != CIVIL_NONE && reckon(&to, session->end, &end))
		add_time(event, &to, icalproperty_new_dtend(end));
	add_offset(event, VEVENT_OFFSET, by.offset);
	if (to.offset != by.offset)
		add_offset(event, VEVENT_END_OFFSET, to.offset);
	return true;
}

static civil_day first_day(const struct agenda *agenda)
{
	if (agenda->event.start != CIVIL_NONE)
		return civil_day_of_moment(agenda->event.start);
	return agenda->day_count ? agenda->days[0].date : CIVIL_NONE;
}

/* Makes it an event of a whole day, and returns that day. */
static civil_day add_date(icalcomponent *event, const struct agenda *agenda, civil_day day,
			  civil_day undated)
{
	const civil_day choices[] = {day, first_day(agenda), undated};
	struct icaltimetype date;

	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
		if (!moment_day_to_ical(choices[i], &date))
			continue;
		add(event, icalproperty_new_dtstart(date));
		return choices[i];
	}
	return CIVIL_NONE;
}

/* iCalendar names the day behind it. */
static void add_last_day(icalcomponent *event, civil_day last)
{
	struct icaltimetype date;

	if (moment_day_to_ical(last + 1, &date))
		add(event, icalproperty_new_dtend(date));
}

static void add_day(icalcomponent *event, civil_day day, civil_day shown)
{
	struct buffer text = {0};

	if (day == shown)
		return;
	if (day == CIVIL_NONE) {
		buffer_puts(&text, NONE);
	} else {
		struct civil_date date = civil_date_of(day);

		buffer_printf(&text, "%04d-%02d-%02d", date.year, date.month, date.day);
	}
	add_x(event, VEVENT_DAY, buffer_text(&text));
	buffer_free(&text);
}

/* Writing: the whole */

static bool is_ours(icalproperty *property)
{
	static const icalproperty_kind kinds[] = {
	    ICAL_SUMMARY_PROPERTY,    ICAL_DTSTART_PROPERTY,	 ICAL_DTEND_PROPERTY,
	    ICAL_DURATION_PROPERTY,   ICAL_LOCATION_PROPERTY,	 ICAL_URL_PROPERTY,
	    ICAL_CATEGORIES_PROPERTY, ICAL_DESCRIPTION_PROPERTY,
	};
	icalproperty_kind kind = icalproperty_isa(property);
	const char *name = kind == ICAL_X_PROPERTY ? icalproperty_get_x_name(property) : NULL;

	if (name)
		return !strncmp(name, X_PREFIX, sizeof X_PREFIX - 1);
	if (kind == ICAL_STATUS_PROPERTY)
		return icalproperty_get_status(property) == ICAL_STATUS_CANCELLED;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (kind == kinds[i])
			return true;
	return false;
}

static void remove_ours(icalcomponent *event)
{
	icalproperty *next, *property = icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY);

	for (; property; property = next) {
		next = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY);
		if (!is_ours(property))
			continue;
		icalcomponent_remove_property(event, property);
		icalproperty_free(property);
	}
}

static void add_id(icalcomponent *event, const char *id)
{
	const char *uid = icalcomponent_get_uid(event);

	if (!uid || strcmp(uid, id) != 0)
		add_x(event, VEVENT_ID, id);
}

void vevent_fill(icalcomponent *event, const struct agenda *agenda, size_t index,
		 const char *description, civil_day undated)
{
	const struct session *session = &agenda->sessions[agenda->sessions[index].whole];
	civil_day shown;

	remove_ours(event);
	add_title(event, session->title);
	if (add_times(event, agenda, session))
		shown = civil_day_of_moment(session->start);
	else
		shown = add_date(event, agenda, session->day, undated);
	if (session->nth_day)
		add_last_day(event, days_last(session));
	add_location(event, agenda, session);
	add_names(event, VEVENT_SPEAKER, agenda->speakers, &session->speakers);
	add_geo(event, &session->geo);
	add_text(event, icalproperty_new_url, session->url ? session->url : agenda->event.url,
		 TEXT_LONGEST);
	add_categories(event, agenda, session);
	add_description(event, session, description);
	if (session->language)
		add_name(event, VEVENT_LANGUAGE, session->language);
	add_links(event, &session->links);
	if (session->cancelled)
		icalcomponent_set_status(event, ICAL_STATUS_CANCELLED);
	add_x(event, VEVENT_EVENT, agenda->id);
	add_id(event, session->id);
	add_day(event, session->day, shown);
}

void vevent_set_lost(icalcomponent *event)
{
	if (!x_value(event, VEVENT_LOST))
		add_x(event, VEVENT_LOST, "seen");
}

static void widen(struct icaltimetype *first, struct icaltimetype *last, civil_day day)
{
	struct icaltimetype date;

	if (!moment_day_to_ical(day, &date))
		return;
	if (!first->year || date.year < first->year)
		*first = date;
	if (date.year > last->year)
		*last = date;
}

static void widen_to_moment(struct icaltimetype *first, struct icaltimetype *last,
			    civil_moment moment)
{
	if (moment != CIVIL_NONE)
		widen(first, last, civil_day_of_moment(moment));
}

icalcomponent *vevent_zone(const struct agenda *agenda, size_t index)
{
	struct reckoning by = reckoning_of(agenda, &agenda->sessions[index]);
	struct icaltimetype first = icaltime_null_time(), last = first;

	if (!by.zone)
		return NULL;
	for (size_t i = 0; i < agenda->day_count; i++)
		widen(&first, &last, agenda->days[i].date);
	for (size_t i = 0; i < agenda->session_count; i++) {
		widen_to_moment(&first, &last, agenda->sessions[i].start);
		widen_to_moment(&first, &last, agenda->sessions[i].end);
	}
	return first.year ? zone_component(by.zone, by.name, first.year, last.year) : NULL;
}

/* Reading */

bool vevent_is_marked(icalcomponent *event)
{
	return x_value(event, VEVENT_EVENT);
}

const char *vevent_id(icalcomponent *event)
{
	const char *id = x_value(event, VEVENT_ID);

	return id && *id ? id : icalcomponent_get_uid(event);
}

char *vevent_clean(const char *text, bool keep_lines)
{
	struct buffer clean = {0};
	size_t first;
	char *kept;

	if (!text)
		return NULL;
	utf8_sanitise(&clean, text, strlen(text), keep_lines ? UTF8_KEEP_LINES : UTF8_ONE_LINE);
	while (clean.length && strchr(" \n", clean.data[clean.length - 1]))
		buffer_truncate(&clean, clean.length - 1);
	first = strspn(buffer_text(&clean), " \n");
	kept = clean.length > first ? memory_strdup(clean.data + first) : NULL;
	buffer_free(&clean);
	return kept;
}

static int offset_at(icalcomponent *event, const char *name)
{
	const char *text = x_value(event, name);
	int size;

	if (!text || strlen(text) != 5 || !strchr("+-", text[0]) ||
	    strspn(text + 1, "0123456789") != 4)
		return CIVIL_NONE;
	size = atoi(text + 1);
	size = size / 100 * 60 + size % 100;
	if (size > MINUTES_PER_DAY)
		return CIVIL_NONE;
	return text[0] == '-' ? -size : size;
}

int vevent_offset(icalcomponent *event)
{
	return offset_at(event, VEVENT_OFFSET);
}

/* How many minutes lie between what a time says and the venue's clock. */
static int shift_of(icalproperty *property, struct icaltimetype time, civil_moment wall, int offset)
{
	icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
	icaltimezone *zone;

	if (offset == CIVIL_NONE || time.is_date)
		return 0;
	if (icaltime_is_utc(time))
		return offset;
	zone = parameter ? zone_find(icalparameter_get_tzid(parameter)) : NULL;
	return zone ? offset - zone_offset(zone, wall) : 0;
}

static civil_moment length_of(icalcomponent *event)
{
	icalproperty *property = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY);
	struct icaldurationtype length;
	civil_moment minutes;

	if (!property)
		return CIVIL_NONE;
	length = icalproperty_get_duration(property);
	minutes = ((civil_moment)length.weeks * 7 + length.days) * MINUTES_PER_DAY +
		  (civil_moment)length.hours * 60 + length.minutes + length.seconds / 60;
	if (length.is_neg || minutes > (civil_moment)LONGEST_DAYS * MINUTES_PER_DAY)
		return CIVIL_NONE;
	return minutes;
}

/* Where it does not say its offset, the clock is taken to have been changed with its zone's. */
static void read_written_end(icalproperty *property, civil_moment start_wall,
			     struct vevent_times *times)
{
	struct icaltimetype time = icalproperty_get_dtend(property);
	civil_moment wall = moment_of_ical(time);

	if (wall == CIVIL_NONE || time.is_date)
		return;
	if (times->end_offset == CIVIL_NONE && icaltime_is_utc(time))
		times->end_offset = times->offset;
	if (times->end_offset == CIVIL_NONE)
		times->end = wall + shift_of(property, time, start_wall, times->offset);
	else
		times->end = wall + shift_of(property, time, wall, times->end_offset);
}

static void read_end(icalcomponent *event, civil_moment start_wall, struct vevent_times *times)
{
	icalproperty *property = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
	const char *mark = x_value(event, VEVENT_END);
	civil_moment length = length_of(event);

	times->end_offset = offset_at(event, VEVENT_END_OFFSET);
	if (property) {
		read_written_end(property, start_wall, times);
	} else if (length != CIVIL_NONE) {
		times->end = times->start + length;
	} else if (mark && !strcmp(mark, START)) {
		times->end = times->start;
	}
	if (times->end < times->start)
		times->end = CIVIL_NONE;
}

static void read_day(icalcomponent *event, struct vevent_times *times)
{
	const char *text = x_value(event, VEVENT_DAY);
	civil_day day;

	if (text && !strcmp(text, NONE))
		times->day = CIVIL_NONE;
	else if (text && civil_parse_day(&text, &day))
		times->day = day;
}

/* What DTSTART says, on whatever clock; CIVIL_NONE where it says nothing. */
static civil_moment start_wall_of(icalcomponent *event, struct icaltimetype *time)
{
	icalproperty *property = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);

	*time = property ? icalproperty_get_dtstart(property) : icaltime_null_time();
	return property ? moment_of_ical(*time) : CIVIL_NONE;
}

/* How many whole days there are from the start. */
static int days_of(icalcomponent *event, civil_moment start)
{
	icalproperty *property = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
	civil_moment end = property ? moment_of_ical(icalproperty_get_dtend(property)) : CIVIL_NONE;
	civil_moment days = (end - start) / MINUTES_PER_DAY;

	return end == CIVIL_NONE || days < 0 || days > LONGEST_DAYS ? 0 : (int)days;
}

struct vevent_times vevent_times(icalcomponent *event, int offset)
{
	struct vevent_times times = {CIVIL_NONE,	   CIVIL_NONE, CIVIL_NONE,
				     vevent_offset(event), CIVIL_NONE, 0};
	icalproperty *property = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
	struct icaltimetype time;
	civil_moment wall = start_wall_of(event, &time), start;

	if (times.offset == CIVIL_NONE)
		times.offset = offset;
	if (wall != CIVIL_NONE) {
		start = wall + shift_of(property, time, wall, times.offset);
		times.day = civil_day_of_moment(start);
		times.start = time.is_date ? CIVIL_NONE : start;
	}
	if (times.start != CIVIL_NONE)
		read_end(event, wall, &times);
	else if (wall != CIVIL_NONE)
		times.days = days_of(event, wall);
	read_day(event, &times);
	return times;
}

/* The venue's offset when an event begins that does not say it. */
static int offset_of(icalcomponent *event, const struct agenda *agenda)
{
	const char *id = vevent_id(event);
	int offset = CIVIL_NONE, session = id ? agenda_find_session(agenda, id) : -1;
	icaltimezone *zone;
	struct icaltimetype time;
	civil_moment wall = start_wall_of(event, &time);

	if (session >= 0)
		offset = agenda->sessions[session].offset;
	if (offset == CIVIL_NONE)
		offset = agenda->event.offset;
	if (offset != CIVIL_NONE)
		return offset;
	zone = zone_find(agenda->event.zone);
	return zone && wall != CIVIL_NONE ? zone_offset(zone, wall) : CIVIL_NONE;
}

char *vevent_title(icalcomponent *event)
{
	icalproperty *summary = icalcomponent_get_first_property(event, ICAL_SUMMARY_PROPERTY);
	const char *text = summary ? icalproperty_get_summary(summary) : NULL;
	const char *mark = x_value(event, VEVENT_TITLE);

	if (mark && text && !strcmp(mark, NONE) && !strcmp(text, UNTITLED))
		return NULL;
	return vevent_clean(text, false);
}

/* What add_names() wrote, in one text. */
static char *names_of(icalcomponent *event, const char *name)
{
	icalproperty *property = icalcomponent_get_first_property(event, ICAL_X_PROPERTY);
	struct buffer names = {0};
	char *clean;

	for (; property; property = icalcomponent_get_next_property(event, ICAL_X_PROPERTY))
		if (!strcmp(icalproperty_get_x_name(property), name))
			join(&names, ", ", extension_text(property));
	clean = vevent_clean(buffer_text(&names), false);
	buffer_free(&names);
	return clean;
}

void vevent_read(icalcomponent *event, const struct agenda *agenda, struct bookmark *bookmark)
{
	struct vevent_times times = vevent_times(event, offset_of(event, agenda));

	bookmark->title = vevent_title(event);
	bookmark->room = names_of(event, VEVENT_ROOM);
	bookmark->speakers = names_of(event, VEVENT_SPEAKER);
	bookmark->day = times.day;
	bookmark->start = times.start;
	bookmark->end = times.end;
	bookmark->cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
	bookmark->complete = vevent_is_marked(event);
	bookmark->lost = x_value(event, VEVENT_LOST);
}
