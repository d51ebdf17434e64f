/*
 * One pass through libxml2's SAX interface, so that no tree is built: the text of the element one
 * is in gathers in a buffer, and goes where the table says when the element ends.
 */
#include "config.h"

#include "read/schedule_xml.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "read/schedule.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* Which part of a schedule an element stands in. */
enum part { PART_TOP, PART_CONFERENCE, PART_EVENT };

static const struct {
	enum part part;
	const char *element;
	int target; /* enum schedule_fact or enum schedule_text */
} targets[] = {
    {PART_CONFERENCE, "acronym", SCHEDULE_ACRONYM},
    {PART_CONFERENCE, "title", SCHEDULE_TITLE},
    {PART_CONFERENCE, "subtitle", SCHEDULE_SUBTITLE},
    {PART_CONFERENCE, "start", SCHEDULE_START},
    {PART_CONFERENCE, "end", SCHEDULE_END},
    {PART_CONFERENCE, "time_zone_name", SCHEDULE_ZONE},
    {PART_CONFERENCE, "venue", SCHEDULE_VENUE},
    {PART_CONFERENCE, "city", SCHEDULE_CITY},
    {PART_CONFERENCE, "day_change", SCHEDULE_DAY_CHANGE},
    {PART_CONFERENCE, "url", SCHEDULE_URL},
    {PART_CONFERENCE, "base_url", SCHEDULE_BASE_URL},
    {PART_EVENT, "date", EVENT_DATE},
    {PART_EVENT, "start", EVENT_START},
    {PART_EVENT, "duration", EVENT_DURATION},
    {PART_EVENT, "room", EVENT_ROOM},
    {PART_EVENT, "title", EVENT_TITLE},
    {PART_EVENT, "subtitle", EVENT_SUBTITLE},
    {PART_EVENT, "track", EVENT_TRACK},
    {PART_EVENT, "type", EVENT_TYPE},
    {PART_EVENT, "language", EVENT_LANGUAGE},
    {PART_EVENT, "abstract", EVENT_ABSTRACT},
    {PART_EVENT, "description", EVENT_DESCRIPTION},
    {PART_EVENT, "url", EVENT_URL},
    {PART_EVENT, "slug", EVENT_SLUG},
    {PART_EVENT, "status", EVENT_STATUS},
};

enum { NO_TARGET = -1 };

/* A piece of the event's text: an offset into `texts`, where it ends in a NUL. */
typedef size_t piece;
#define NO_PIECE SIZE_MAX

struct piece_link {
	piece url, label;
};

struct xml_reader {
	xmlParserCtxt *parser;
	const char *file;
	struct schedule *schedule;
	struct report *report;
	bool failed;
	enum part part;
	int depth, part_depth; /* of elements; where the part began */
	char *day_room;	       /* the name of the <room> around events; NULL */
	struct buffer text;    /* of the element one is in */
	struct buffer texts;   /* the event's texts, each ended by a NUL */
	piece fields[EVENT_TEXT_COUNT];
	ARRAY(piece) persons;
	ARRAY(struct piece_link) links;
	int line; /* of the event */
};

/* The value of an attribute, or NULL; to be freed. libxml2 gives five pointers for each. */
static char *attribute(const xmlChar **attributes, int count, const char *name)
{
	for (int i = 0; i < count; i++, attributes += 5)
		if (!strcmp((const char *)attributes[0], name))
			return memory_strndup((const char *)attributes[3],
					      (size_t)(attributes[4] - attributes[3]));
	return NULL;
}

static piece keep_piece(struct xml_reader *r, const char *text)
{
	piece start = r->texts.length;

	if (!text)
		return NO_PIECE;
	buffer_append(&r->texts, text, strlen(text) + 1);
	return start;
}

static const char *piece_text(const struct xml_reader *r, piece where)
{
	return where == NO_PIECE ? NULL : r->texts.data + where;
}

/* Events */

static void begin_event(struct xml_reader *r, const xmlChar **attributes, int count)
{
	char *id = attribute(attributes, count, "id"), *guid = attribute(attributes, count, "guid");
	char *code = attribute(attributes, count, "code");

	buffer_clear(&r->texts);
	for (int i = 0; i < EVENT_TEXT_COUNT; i++)
		r->fields[i] = NO_PIECE;
	r->fields[EVENT_ID] = keep_piece(r, id);
	r->fields[EVENT_GUID] = keep_piece(r, guid);
	r->fields[EVENT_CODE] = keep_piece(r, code);
	r->persons.count = r->links.count = 0;
	r->line = xmlSAX2GetLineNumber(r->parser);
	r->part = PART_EVENT;
	r->part_depth = r->depth;
	free(id);
	free(guid);
	free(code);
}

static void end_event(struct xml_reader *r)
{
	struct schedule_event event = {.line = r->line};
	const char **persons = memory_alloc(r->persons.count, sizeof *persons);
	struct schedule_link *links = memory_alloc(r->links.count, sizeof *links);

	for (int i = 0; i < EVENT_TEXT_COUNT; i++)
		event.texts[i] = piece_text(r, r->fields[i]);
	if (!event.texts[EVENT_ROOM] || !*event.texts[EVENT_ROOM])
		event.texts[EVENT_ROOM] = r->day_room;
	for (size_t i = 0; i < r->persons.count; i++)
		persons[i] = piece_text(r, r->persons.items[i]);
	for (size_t i = 0; i < r->links.count; i++)
		links[i] = (struct schedule_link){piece_text(r, r->links.items[i].url),
						  piece_text(r, r->links.items[i].label)};
	event.persons = persons;
	event.person_count = r->persons.count;
	event.links = links;
	event.link_count = r->links.count;
	schedule_event(r->schedule, &event);
	r->part = PART_TOP;
	free(persons);
	free(links);
}

/* Elements */

static void begin_track(struct xml_reader *r, const xmlChar **attributes, int count)
{
	char *name = attribute(attributes, count, "name");
	char *colour = attribute(attributes, count, "color");

	if (name)
		schedule_track(r->schedule, name, colour);
	free(name);
	free(colour);
}

static void begin_day(struct xml_reader *r, const xmlChar **attributes, int count)
{
	char *date = attribute(attributes, count, "date");

	schedule_day(r->schedule, date, xmlSAX2GetLineNumber(r->parser));
	free(date);
}

static void begin_link(struct xml_reader *r, const xmlChar **attributes, int count)
{
	char *url = attribute(attributes, count, "href");

	array_push(&r->links, ((struct piece_link){keep_piece(r, url), NO_PIECE}));
	free(url);
}

static bool is(const xmlChar *name, const char *wanted)
{
	return !strcmp((const char *)name, wanted);
}

static void begin_at_top(struct xml_reader *r, const xmlChar *name, const xmlChar **attributes,
			 int count)
{
	if (is(name, "event")) {
		begin_event(r, attributes, count);
	} else if (is(name, "day")) {
		begin_day(r, attributes, count);
	} else if (is(name, "room")) {
		free(r->day_room);
		r->day_room = attribute(attributes, count, "name");
	} else if (is(name, "conference")) {
		r->part = PART_CONFERENCE;
		r->part_depth = r->depth;
	} else if (is(name, "track")) {
		begin_track(r, attributes, count);
	}
}

static void begin_element(void *context, const xmlChar *name, const xmlChar *prefix,
			  const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
			  int attribute_count, int defaulted_count, const xmlChar **attributes)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;

	(void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted_count;
	r->depth++;
	buffer_clear(&r->text);
	if (r->part == PART_TOP)
		begin_at_top(r, name, attributes, attribute_count);
	else if (r->part == PART_CONFERENCE && is(name, "track"))
		begin_track(r, attributes, attribute_count);
	else if (r->part == PART_EVENT && (is(name, "link") || is(name, "attachment")))
		begin_link(r, attributes, attribute_count);
}

static int target_of(enum part part, const xmlChar *name)
{
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
		if (targets[i].part == part && is(name, targets[i].element))
			return targets[i].target;
	return NO_TARGET;
}

/* An element of an event ended: a field directly below it, a person or a link deeper. */
static void end_in_event(struct xml_reader *r, const xmlChar *name)
{
	int target = r->depth == r->part_depth + 1 ? target_of(PART_EVENT, name) : NO_TARGET;

	if (target != NO_TARGET && r->fields[target] == NO_PIECE)
		r->fields[target] = keep_piece(r, buffer_text(&r->text));
	else if (is(name, "person"))
		array_push(&r->persons, keep_piece(r, buffer_text(&r->text)));
	else if ((is(name, "link") || is(name, "attachment")) && r->links.count)
		r->links.items[r->links.count - 1].label = keep_piece(r, buffer_text(&r->text));
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
			const xmlChar *uri)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;

	(void)prefix, (void)uri;
	if (r->part != PART_TOP && r->depth == r->part_depth) {
		if (r->part == PART_EVENT)
			end_event(r);
		r->part = PART_TOP;
	} else if (r->part == PART_EVENT) {
		end_in_event(r, name);
	} else if (r->part == PART_CONFERENCE && r->depth == r->part_depth + 1) {
		int target = target_of(PART_CONFERENCE, name);

		if (target != NO_TARGET)
			schedule_conference(r->schedule, (enum schedule_fact)target,
					    buffer_text(&r->text));
	} else if (is(name, "day") || is(name, "room")) {
		free(r->day_room);
		r->day_room = NULL;
	}
	buffer_clear(&r->text);
	r->depth--;
}

static void characters(void *context, const xmlChar *text, int length)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;

	if (r->part != PART_TOP)
		buffer_append(&r->text, (const char *)text, (size_t)length);
}

/* Errors */

static void fail(struct xml_reader *r, const char *message)
{
	struct place place = {r->file, xmlSAX2GetLineNumber(r->parser),
			      xmlSAX2GetColumnNumber(r->parser)};

	if (!r->failed)
		report_error(r->report, place, "%s", message);
	r->failed = true;
	xmlStopParser(r->parser);
}

static void refuse_entity(void *context, const xmlChar *name, int type, const xmlChar *public_id,
			  const xmlChar *system_id, xmlChar *content)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;

	(void)name, (void)type, (void)public_id, (void)system_id, (void)content;
	fail(r, _("the schedule declares entities of its own; that is refused, for they can fill "
		  "the memory or read other files"));
}

static void well_formed_error(void *context, xmlError *error)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;
	struct buffer message = {0};
	const char *cause = error->message ? error->message : "";

	if (error->level < XML_ERR_ERROR)
		return;
	buffer_printf(&message, _("this is no well-formed XML: %.*s"), (int)strcspn(cause, "\n"),
		      cause);
	fail(r, buffer_text(&message));
	buffer_free(&message);
}

/* The whole */

/* Skips white space, comments, processing instructions and a document type. */
static const char *first_element(const char *text)
{
	for (;;) {
		text += strspn(text, " \t\r\n");
		if (!strncmp(text, "<!--", 4))
			text = strstr(text, "-->");
		else if (text[0] == '<' && (text[1] == '?' || text[1] == '!'))
			text = strchr(text, '>');
		else
			return text;
		if (!text)
			return "";
		text += *text == '-' ? 3 : 1;
	}
}

bool schedule_xml_fits(const struct source *source)
{
	const char *element = first_element(source->text);

	return !strncmp(element, "<schedule", 9) && strchr(" \t\r\n/>", element[9]);
}

static void free_parts(struct xml_reader *r)
{
	free(r->day_room);
	buffer_free(&r->text);
	buffer_free(&r->texts);
	array_free(&r->persons);
	array_free(&r->links);
}

static void parse(struct xml_reader *r, const struct source *source)
{
	/* NOENT: &amp; in attributes is handed over as &; no other entity gets this far. */
	static const int options = XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOCDATA |
				   XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES;

	*r->parser->sax = (xmlSAXHandler){
	    .initialized = XML_SAX2_MAGIC,
	    .startElementNs = begin_element,
	    .endElementNs = end_element,
	    .characters = characters,
	    .cdataBlock = characters,
	    .ignorableWhitespace = characters,
	    .entityDecl = refuse_entity,
	    .serror = well_formed_error,
	};
	r->parser->_private = r;
	/* The source is UTF-8 by now, whatever its declaration says. */
	xmlFreeDoc(xmlCtxtReadMemory(r->parser, source->text, (int)source->length, NULL, "UTF-8",
				     options));
	if (!r->parser->wellFormed && !r->failed)
		fail(r, _("this is no well-formed XML"));
}

bool schedule_xml_read(const struct source *source, struct builder *builder, struct report *report)
{
	struct xml_reader r = {.file = source->name, .report = report};

	r.parser = xmlNewParserCtxt();
	r.schedule = schedule_new(source->name, builder, report);
	parse(&r, source);
	xmlFreeParserCtxt(r.parser);
	free_parts(&r);
	if (r.failed)
		schedule_free(r.schedule);
	else
		schedule_finish(r.schedule);
	return !r.failed;
}
