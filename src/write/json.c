/*
 * One session, or one member of another list, is one line: so a big agenda is never in memory as a
 * whole, and two editions can be compared line by line.
 */
#include "config.h"

#include "write/json.h"

#include "base/jansson.h"
#include "model/days.h"
#include "model/venue.h"
#include "present/when.h"
#include "write/iso.h"
#include "write/lost.h"
#include "write/marks.h"
#include "write/selection.h"

#include <string.h>

/* Changes when a member changes its meaning or goes; new ones may come at any time. */
enum { SCHEMA_VERSION = 1 };

/* Values */

static json_t *text_or_null(const char *text)
{
	json_t *value = text ? json_string(text) : NULL;

	return value ? value : json_null();
}

/* What a buffer holds, null where that is nothing; the buffer is freed. */
static json_t *take(struct buffer *buffer)
{
	json_t *value = buffer->length ? text_or_null(buffer_text(buffer)) : json_null();

	buffer_free(buffer);
	return value;
}

static void put(json_t *object, const char *key, json_t *value)
{
	json_object_set_new(object, key, value);
}

static void put_text(json_t *object, const char *key, const char *text)
{
	put(object, key, text_or_null(text));
}

static void put_day(json_t *object, const char *key, civil_day day)
{
	struct buffer text = {0};

	iso_day(&text, day);
	put(object, key, take(&text));
}

static void put_clock(json_t *object, const char *key, civil_moment moment)
{
	struct buffer text = {0};

	when_column(&text, moment);
	put(object, key, take(&text));
}

static void put_moment(json_t *object, const char *key, civil_moment moment, int offset)
{
	struct buffer text = {0};

	iso_moment(&text, moment, offset);
	put(object, key, take(&text));
}

static void put_offset(json_t *object, const char *key, int offset)
{
	struct buffer text = {0};

	iso_offset(&text, offset);
	put(object, key, take(&text));
}

static void put_number(json_t *object, const char *key, int number)
{
	put(object, key, number ? json_integer(number) : json_null());
}

static void put_texts(json_t *object, const char *key, const char *const *texts, size_t count)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, text_or_null(texts[i]));
	put(object, key, list);
}

static void put_markup(json_t *object, const char *key, const struct markup *markup)
{
	static const char *const kinds[] = {
	    [MARKUP_PLAIN] = "plain", [MARKUP_MARKDOWN] = "markdown", [MARKUP_HTML] = "html"};
	json_t *value = json_null();

	if (markup->text) {
		value = json_object();
		put_text(value, "kind", kinds[markup->kind]);
		put_text(value, "text", markup->text);
	}
	put(object, key, value);
}

static void put_geo(json_t *object, const char *key, const struct geo *geo)
{
	json_t *value = json_null();

	if (geo->known) {
		value = json_object();
		put(value, "latitude", json_real(geo->latitude));
		put(value, "longitude", json_real(geo->longitude));
	}
	put(object, key, value);
}

static void put_links(json_t *object, const char *key, const struct links *links)
{
	json_t *list = json_array();

	for (size_t i = 0; i < links->count; i++) {
		json_t *link = json_object();

		put_text(link, "url", links->items[i].url);
		put_text(link, "label", links->items[i].label);
		json_array_append_new(list, link);
	}
	put(object, key, list);
}

/* The event */

static void put_images(json_t *object, const struct event *event)
{
	json_t *list = json_array();

	for (size_t i = 0; i < event->image_count; i++) {
		json_t *image = json_object();

		put_text(image, "url", event->images[i].url);
		put_text(image, "alt", event->images[i].alt);
		json_array_append_new(list, image);
	}
	put(object, "images", list);
}

static void put_infos(json_t *object, const struct event *event)
{
	json_t *list = json_array();

	for (size_t i = 0; i < event->info_count; i++) {
		json_t *info = json_object();

		put_text(info, "label", event->infos[i].label);
		put_text(info, "text", event->infos[i].text);
		put_text(info, "url", event->infos[i].url);
		json_array_append_new(list, info);
	}
	put(object, "infos", list);
}

/* Where only days are known, only these are said. */
static void put_event_moment(json_t *object, const char *key, const struct event *event,
			     civil_moment moment, bool has_time)
{
	if (has_time || moment == CIVIL_NONE)
		put_moment(object, key, moment, event->offset);
	else
		put_day(object, key, civil_day_of_moment(moment));
}

static json_t *make_event(const struct agenda *agenda)
{
	const struct event *event = &agenda->event;
	json_t *object = json_object();

	put_text(object, "id", agenda->id);
	put_text(object, "title", event->title);
	put_text(object, "acronym", event->acronym);
	put_event_moment(object, "starts_at", event, event->start, event->start_has_time);
	put_event_moment(object, "ends_at", event, event->end, event->end_has_time);
	put_offset(object, "offset", event->offset);
	put_text(object, "zone", event->zone);
	put_text(object, "place", event->place);
	put_text(object, "address", event->address);
	put_text(object, "url", event->url);
	put_day(object, "published", event->published);
	put_texts(object, "categories", event->categories, event->category_count);
	put_texts(object, "tags", event->tags, event->tag_count);
	put_infos(object, event);
	put_images(object, event);
	put_markup(object, "introduction", &event->introduction);
	put_markup(object, "page", &event->body);
	return object;
}

/* Lists */

static json_t *make_day(const struct agenda *agenda, size_t index)
{
	json_t *object = json_object();

	put_day(object, "date", agenda->days[index].date);
	put_text(object, "label", agenda->days[index].label);
	return object;
}

static json_t *make_theme(const struct agenda *agenda, size_t index)
{
	json_t *object = json_object();

	put_text(object, "name", agenda->themes[index].name);
	put_text(object, "description", agenda->themes[index].description);
	put_text(object, "colour", agenda->themes[index].colour);
	return object;
}

static json_t *make_format(const struct agenda *agenda, size_t index)
{
	const struct format *format = &agenda->formats[index];
	json_t *object = json_object(), *lengths = json_array();

	for (size_t i = 0; i < format->usual_count; i++)
		json_array_append_new(lengths, json_integer(format->usual[i]));
	put_text(object, "name", format->name);
	put(object, "usual_minutes", lengths);
	return object;
}

/* Sessions */

static void put_themes(json_t *object, const struct agenda *agenda, const struct indexes *themes)
{
	json_t *list = json_array();

	for (size_t i = 0; i < themes->count; i++)
		json_array_append_new(list, text_or_null(agenda->themes[themes->items[i]].name));
	put(object, "themes", list);
}

static void put_formats(json_t *object, const struct agenda *agenda, const struct indexes *formats)
{
	json_t *list = json_array();

	for (size_t i = 0; i < formats->count; i++)
		json_array_append_new(list, text_or_null(agenda->formats[formats->items[i]].name));
	put(object, "formats", list);
}

static void put_names(json_t *object, const char *key, const char *const *names,
		      const struct indexes *chosen)
{
	json_t *list = json_array();

	for (size_t i = 0; i < chosen->count; i++)
		json_array_append_new(list, text_or_null(names[chosen->items[i]]));
	put(object, key, list);
}

static void put_times(json_t *object, const struct agenda *agenda, const struct session *session)
{
	int offset = venue_offset(agenda, session);

	put_day(object, "date", session->day);
	put_day(object, "last_date", session->nth_day ? days_last(session) : CIVIL_NONE);
	put_clock(object, "start", session->start);
	put_clock(object, "end", session->end);
	put_offset(object, "offset", offset);
	put_moment(object, "starts_at", session->start, offset);
	put_moment(object, "ends_at", session->end, venue_end_offset(agenda, session));
}

static void put_kept(json_t *object, const struct writer_job *job, const char *id)
{
	const struct bookmark *bookmark = marks_bookmark(job, id);

	put(object, "bookmarked", json_boolean(bookmark));
	put_text(object, "note", bookmark ? bookmark->note : NULL);
}

static json_t *make_session(const struct writer_job *job, size_t index)
{
	const struct agenda *agenda = job->agenda;
	const struct session *session = &agenda->sessions[index];
	json_t *object = json_object();

	put_text(object, "id", session->id);
	put_times(object, agenda, session);
	put_text(object, "title", session->title);
	put_text(object, "subtitle", session->subtitle);
	put(object, "cancelled", json_boolean(session->cancelled));
	put_themes(object, agenda, &session->themes);
	put_formats(object, agenda, &session->formats);
	put_names(object, "rooms", agenda->rooms, &session->rooms);
	put_names(object, "speakers", agenda->speakers, &session->speakers);
	put_text(object, "language", session->language);
	put_names(object, "languages", agenda->languages, &session->languages);
	put_text(object, "url", session->url);
	put_links(object, "links", &session->links);
	put_geo(object, "geo", &session->geo);
	put_number(object, "usual_minutes", session->usual);
	put_markup(object, "abstract", &session->abstract);
	put_markup(object, "description", &session->description);
	put_text(object, "comment", session->comment);
	put_text(object, "written", session->written);
	put_number(object, "line", session->line);
	put_kept(object, job, session->id);
	return object;
}

/* A bookmark whose session is gone. */
static json_t *make_missing(const struct bookmark *bookmark)
{
	json_t *object = json_object();

	put_text(object, "id", bookmark->id);
	put_day(object, "date", bookmark->day);
	put_clock(object, "start", bookmark->start);
	put_clock(object, "end", bookmark->end);
	put_text(object, "title", bookmark->title);
	put_text(object, "room", bookmark->room);
	put_text(object, "note", bookmark->note);
	return object;
}

/* The whole */

static int append(const char *bytes, size_t length, void *out)
{
	buffer_append(out, bytes, length);
	return 0;
}

/* Appends a value on one line, behind `before`; the value is gone. */
static void write_value(struct buffer *out, const char *before, json_t *value)
{
	buffer_puts(out, before);
	json_dump_callback(value, append, out, JSON_ENCODE_ANY | JSON_REAL_PRECISION(9));
	json_decref(value);
}

static void begin_member(struct buffer *out, const char *key)
{
	buffer_printf(out, ",\n  \"%s\": ", key);
}

static const char *before_item(size_t number)
{
	return number ? ",\n    " : "\n    ";
}

static void end_list(struct buffer *out, size_t count)
{
	buffer_puts(out, count ? "\n  ]" : "]");
}

static void write_list(struct buffer *out, const struct agenda *agenda, const char *key,
		       size_t count, json_t *(*make)(const struct agenda *agenda, size_t index))
{
	begin_member(out, key);
	buffer_putc(out, '[');
	for (size_t i = 0; i < count; i++)
		write_value(out, before_item(i), make(agenda, i));
	end_list(out, count);
}

static void write_names(struct buffer *out, const char *key, const char *const *names, size_t count)
{
	begin_member(out, key);
	buffer_putc(out, '[');
	for (size_t i = 0; i < count; i++)
		write_value(out, before_item(i), text_or_null(names[i]));
	end_list(out, count);
}

static void write_sessions(struct buffer *out, const struct writer_job *job)
{
	struct query_rows rows = {0};

	selection_whole(job, &rows);
	selection_once(job, &rows);
	begin_member(out, "sessions");
	buffer_putc(out, '[');
	for (size_t i = 0; i < rows.count; i++)
		write_value(out, before_item(i), make_session(job, rows.items[i]));
	end_list(out, rows.count);
	query_rows_free(&rows);
}

static void write_missing(struct buffer *out, const struct writer_job *job)
{
	const struct bookmark *bookmark;
	size_t at = 0, count = 0;

	begin_member(out, "missing");
	buffer_putc(out, '[');
	while ((bookmark = lost_next(job, &at)))
		write_value(out, before_item(count++), make_missing(bookmark));
	end_list(out, count);
}

void json_write(struct buffer *out, const struct writer_job *job)
{
	const struct agenda *agenda = job->agenda;

	buffer_printf(out, "{\n  \"schema\": \"%s\",\n  \"version\": %d", PACKAGE, SCHEMA_VERSION);
	begin_member(out, "event");
	write_value(out, "", make_event(agenda));
	write_list(out, agenda, "days", agenda->day_count, make_day);
	write_list(out, agenda, "themes", agenda->theme_count, make_theme);
	write_list(out, agenda, "formats", agenda->format_count, make_format);
	write_names(out, "rooms", agenda->rooms, agenda->room_count);
	write_names(out, "languages", agenda->languages, agenda->language_count);
	write_names(out, "speakers", agenda->speakers, agenda->speaker_count);
	write_sessions(out, job);
	write_missing(out, job);
	buffer_puts(out, "\n}\n");
}
