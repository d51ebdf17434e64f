#include "config.h"

#include "read/schedule_json.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "base/jansson.h"
#include "read/bounds.h"
#include "read/feed.h"
#include "read/json_mend.h"
#include "read/schedule.h"

#include <limits.h>
#include <string.h>

static const struct {
	const char *key;
	enum schedule_fact fact;
} facts[] = {
    {"acronym", SCHEDULE_ACRONYM},
    {"title", SCHEDULE_TITLE},
    {"subtitle", SCHEDULE_SUBTITLE},
    {"start", SCHEDULE_START},
    {"end", SCHEDULE_END},
    {"time_zone_name", SCHEDULE_ZONE},
    {"venue", SCHEDULE_VENUE},
    {"city", SCHEDULE_CITY},
    {"day_change", SCHEDULE_DAY_CHANGE},
    {"url", SCHEDULE_URL},
    {"base_url", SCHEDULE_BASE_URL},
};

static const struct {
	const char *key;
	enum schedule_text text;
} texts[] = {
    {"guid", EVENT_GUID},
    {"code", EVENT_CODE},
    {"id", EVENT_ID},
    {"date", EVENT_DATE},
    {"start", EVENT_START},
    {"duration", EVENT_DURATION},
    {"room", EVENT_ROOM},
    {"title", EVENT_TITLE},
    {"subtitle", EVENT_SUBTITLE},
    {"track", EVENT_TRACK},
    {"type", EVENT_TYPE},
    {"language", EVENT_LANGUAGE},
    {"abstract", EVENT_ABSTRACT},
    {"description", EVENT_DESCRIPTION},
    {"url", EVENT_URL},
    {"feedback_url", EVENT_FEEDBACK_URL},
    {"slug", EVENT_SLUG},
    {"status", EVENT_STATUS},
};

/* What things go by, best first. */
static const char *const person_keys[] = {"public_name", "full_public_name", "display_name", "name",
					  NULL};
static const char *const url_keys[] = {"url", "href", NULL};
static const char *const label_keys[] = {"title", "label", "name", NULL};
static const char *const event_keys[] = {"events", "talks", "sessions", NULL};

struct json_reader {
	struct schedule *schedule;
	char numbers[EVENT_TEXT_COUNT][32]; /* texts that the source gives as numbers */
	ARRAY(const char *) persons;
	ARRAY(struct schedule_link) links;
};

/* The text of an object by language, else any; NULL where it has none. */
static const json_t *in_some_language(const json_t *object)
{
	/* Translators: the two letters of this language, as in {"en": "Room 1", "fr": "Salle 1"}.
	 */
	const char *const languages[] = {C_("language code", "en"), "en"};
	const char *key;
	json_t *value;

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (json_is_string(json_object_get(object, languages[i])))
			return json_object_get(object, languages[i]);
	json_object_foreach ((json_t *)object, key, value)
		if (json_is_string(value))
			return value;
	return NULL;
}

/* A text, also out of {"en": …, "fr": …} or {"name": …}; NULL where there is none. */
static const char *text_of(const json_t *value)
{
	if (json_object_get(value, "name"))
		value = json_object_get(value, "name");
	return json_string_value(json_is_object(value) ? in_some_language(value) : value);
}

/* The text of the first of these keys that has one. */
static const char *text_at(const json_t *object, const char *const keys[])
{
	const char *text = NULL;

	for (size_t i = 0; keys[i] && (!text || !*text); i++)
		text = text_of(json_object_get(object, keys[i]));
	return text;
}

/* The same for what may be a number, for which `room` is used. */
static const char *text_or_number(const json_t *value, char *room, size_t size)
{
	if (json_is_integer(value))
		snprintf(room, size, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_real(value))
		snprintf(room, size, "%.15g", json_real_value(value));
	else
		return text_of(value);
	return room;
}

static void read_persons(struct json_reader *r, const json_t *persons)
{
	size_t index;
	json_t *person;

	r->persons.count = 0;
	json_array_foreach (persons, index, person) {
		const char *name = json_string_value(person);

		if (!name)
			name = text_at(person, person_keys);
		if (name)
			array_push(&r->persons, name);
	}
}

static void read_links(struct json_reader *r, const json_t *links)
{
	size_t index;
	json_t *link;

	json_array_foreach (links, index, link) {
		const char *url = json_string_value(link);

		if (!url)
			url = text_at(link, url_keys);
		if (url)
			array_push(&r->links,
				   ((struct schedule_link){url, text_at(link, label_keys)}));
	}
}

static void read_event(struct json_reader *r, const json_t *json, const char *room)
{
	struct schedule_event event = {.line = 0};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		event.texts[texts[i].text] =
		    text_or_number(json_object_get(json, texts[i].key), r->numbers[texts[i].text],
				   sizeof r->numbers[0]);
	if (!event.texts[EVENT_ROOM] || !*event.texts[EVENT_ROOM])
		event.texts[EVENT_ROOM] = room;
	read_persons(r, json_object_get(json, "persons"));
	r->links.count = 0;
	read_links(r, json_object_get(json, "links"));
	read_links(r, json_object_get(json, "attachments"));
	event.persons = r->persons.items;
	event.person_count = r->persons.count;
	event.links = r->links.items;
	event.link_count = r->links.count;
	schedule_event(r->schedule, &event);
}

static void read_events(struct json_reader *r, const json_t *events, const char *room)
{
	json_t *event;
	size_t index;

	json_array_foreach (events, index, event)
		if (json_is_object(event))
			read_event(r, event, room);
}

/* A room's events, or a day's that is not parted into rooms, under one of their names. */
static void read_events_of(struct json_reader *r, const json_t *owner, const char *room)
{
	for (size_t i = 0; event_keys[i]; i++)
		read_events(r, json_object_get(owner, event_keys[i]), room);
}

static void read_day(struct json_reader *r, const json_t *day)
{
	json_t *rooms = json_object_get(day, "rooms"), *room;
	const char *name;
	size_t index;

	schedule_day(r->schedule, text_of(json_object_get(day, "date")), 0);
	json_object_foreach (rooms, name, room) {
		read_events(r, room, name);
		read_events_of(r, room, name);
	}
	json_array_foreach (rooms, index, room)
		read_events_of(r, room, text_of(room));
	read_events_of(r, day, NULL);
	schedule_day_end(r->schedule);
}

static void read_facts(struct json_reader *r, const json_t *conference)
{
	size_t index;
	json_t *track;

	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		schedule_conference(r->schedule, facts[i].fact,
				    text_of(json_object_get(conference, facts[i].key)));
	json_array_foreach (json_object_get(conference, "tracks"), index, track)
		schedule_track(r->schedule, text_of(json_object_get(track, "name")),
			       json_string_value(json_object_get(track, "color")));
}

/* The conference; some leave out the objects around it. */
static const json_t *conference_of(const json_t *json)
{
	const json_t *schedule = json_object_get(json, "schedule");
	const json_t *outer = schedule ? schedule : json;
	const json_t *conference = json_object_get(outer, "conference");

	return conference ? conference : outer;
}

/* The days; they stand in the conference or beside it. */
static const json_t *days_of(const json_t *json)
{
	const json_t *days = json_object_get(conference_of(json), "days");

	if (!json_is_array(days))
		days = json_object_get(json_object_get(json, "schedule"), "days");
	if (!json_is_array(days))
		days = json_object_get(json, "days");
	return json_is_array(days) ? days : NULL;
}

/* Whether this program wrote it: its days hold no sessions. */
static bool is_ours(const json_t *json)
{
	const char *schema = json_string_value(json_object_get(json, "schema"));

	return schema && !strcmp(schema, "nec-agenda");
}

static void read_schedule(struct json_reader *r, const json_t *json)
{
	json_t *day;
	size_t index;

	read_facts(r, conference_of(json));
	schedule_conference(
	    r->schedule, SCHEDULE_BASE_URL,
	    text_of(json_object_get(json_object_get(json, "schedule"), "base_url")));
	json_array_foreach (days_of(json), index, day)
		read_day(r, day);
}

bool schedule_json_fits(const struct source *source)
{
	const char *text = source->text + strspn(source->text, " \t\r\n");

	/* A page may begin with a brace too, but hardly with one before a quote. */
	return *text == '{' && strchr("\"}", text[1 + strspn(text + 1, " \t\r\n")]);
}

/* A json_load_callback_t. */
static size_t next_bytes(void *bytes, size_t most, void *feed)
{
	int count = feed_next(feed, bytes, most < INT_MAX ? (int)most : INT_MAX);

	return count < 0 ? (size_t)-1 : (size_t)count;
}

static json_t *parse(const struct source *source, struct report *report, size_t flags,
		     json_error_t *error)
{
	struct feed feed = {
	    .source = source, .report = report, .keeps = flags & JSON_REJECT_DUPLICATES};

	return json_load_callback(next_bytes, &feed, flags, error);
}

/* Keys that an object has twice are refused first, for jansson would say nothing of them. */
static json_t *load(const struct source *source, struct report *report, json_error_t *error)
{
	json_t *json = parse(source, report, JSON_REJECT_DUPLICATES, error);
	struct buffer mended = {0};
	struct source whole = *source;

	if (json || json_error_code(error) != json_error_duplicate_key)
		return json;
	json_mend(&mended, source, report);
	whole.text = mended.data;
	whole.length = mended.length;
	json = parse(&whole, report, 0, error);
	buffer_free(&mended);
	return json;
}

bool schedule_json_read(const struct source *source, struct builder *builder, struct report *report)
{
	struct json_reader r = {.schedule = NULL};
	json_error_t error;
	json_t *json;

	if (!bounds_hold_json(source, report))
		return false;
	json = load(source, report, &error);
	if (!json)
		return report_error(report, (struct place){source->name, error.line, error.column},
				    _("this is no well-formed JSON: %s"), error.text);
	if (is_ours(json)) {
		json_decref(json);
		return report_error(report, (struct place){source->name, 0, 0},
				    _("this was printed with --print=json, for other programs; "
				      "open the agenda it was made of, or print that with "
				      "--print=ics, which can be opened again"));
	}
	if (!days_of(json)) {
		json_decref(json);
		return report_error(report, (struct place){source->name, 0, 0},
				    _("this JSON holds no schedule: schedule.conference.days is "
				      "missing"));
	}
	r.schedule = schedule_new(source->name, builder, report);
	read_schedule(&r, json);
	schedule_finish(r.schedule);
	array_free(&r.persons);
	array_free(&r.links);
	json_decref(json);
	return true;
}
