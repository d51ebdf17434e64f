/*
 * One pass through libxml2's SAX interface, so that no tree is built: the text of an element that
 * matters (a holder) gathers behind the texts before it, and is what the table says when the
 * element ends. Elements inside a holder are markup, as in <abstract><p>…</p></abstract>, and are
 * written back as they came; in a <person> only what names them counts.
 */
#include "config.h"

#include "read/schedule_xml.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "base/xml.h"
#include "read/bounds.h"
#include "read/feed.h"
#include "read/schedule.h"
#include "read/xml_mend.h"

#include <string.h>

/* Which part of a schedule an element stands in. */
enum part { PART_TOP, PART_CONFERENCE, PART_EVENT };

/* What else a holder can be but a target. */
enum { NO_TARGET = -1, PERSON = -2, LINK = -3 };

/* Some that have none are here since they are in every event. */
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
    {PART_EVENT, "persons", NO_TARGET},
    {PART_EVENT, "links", NO_TARGET},
    {PART_EVENT, "attachments", NO_TARGET},
    {PART_EVENT, "url", EVENT_URL},
    {PART_EVENT, "feedback_url", EVENT_FEEDBACK_URL},
    {PART_EVENT, "slug", EVENT_SLUG},
    {PART_EVENT, "status", EVENT_STATUS},
};

/* A schedule has some sixty names; libxml2's table of them is slow where there are a million. */
enum { MOST_BYTES_OF_NAMES = 1024 * 1024 };

enum { TARGET_COUNT = sizeof targets / sizeof *targets };

/* A piece of the event's text: an offset into `texts`, where it ends in a NUL. */
typedef size_t piece;
#define NO_PIECE SIZE_MAX

struct piece_link {
	piece url, label;
};

struct xml_reader {
	xmlParserCtxt *parser;
	const xmlChar *names[TARGET_COUNT]; /* of the targets, as the parser hands them over */
	int last_target;		    /* where in the table one was found last */
	const char *file;
	struct schedule *schedule;
	struct report *report;
	int declarations; /* of attributes */
	bool strict;	  /* what the parser would pass over in silence fails as well */
	bool failed;
	enum part part;
	int depth, part_depth;	  /* of elements; where the part began */
	int holder, holder_depth; /* the element whose text gathers: a target or the like; 0 */
	int mute_depth;		  /* the element inside whose text does not count; 0 */
	bool marked_up;		  /* the text is HTML, for there are elements in it */
	int skipped_lines;	  /* blank ones before the XML */
	char *day_room;		  /* the name of the <room> around events; NULL */
	size_t text;		  /* where in `texts` that of the holder begins */
	struct buffer texts;	  /* of the event, each ended by a NUL */
	piece fields[EVENT_TEXT_COUNT];
	ARRAY(piece) persons;
	ARRAY(struct piece_link) links;
	int line; /* of the event */
};

static int line_of(const struct xml_reader *r)
{
	return xmlSAX2GetLineNumber(r->parser) + r->skipped_lines;
}

/* The value of an attribute, or NULL; libxml2 gives five pointers for each. */
static const char *find_attribute(const xmlChar **attributes, int count, const char *name,
				  size_t *length)
{
	for (int i = 0; i < count; i++, attributes += 5) {
		if (strcmp((const char *)attributes[0], name) != 0)
			continue;
		*length = (size_t)(attributes[4] - attributes[3]);
		return (const char *)attributes[3];
	}
	return NULL;
}

/* A copy of it, to be freed. */
static char *attribute(const xmlChar **attributes, int count, const char *name)
{
	size_t length = 0;
	const char *value = find_attribute(attributes, count, name, &length);

	return memory_strndup(value, length);
}

/* A copy of it among the event's texts. */
static piece attribute_piece(struct xml_reader *r, const xmlChar **attributes, int count,
			     const char *name)
{
	piece start = r->texts.length;
	size_t length = 0;
	const char *value = find_attribute(attributes, count, name, &length);

	if (!value)
		return NO_PIECE;
	buffer_append(&r->texts, value, length);
	buffer_append(&r->texts, "", 1);
	return start;
}

static const char *piece_text(const struct xml_reader *r, piece where)
{
	return where == NO_PIECE ? NULL : r->texts.data + where;
}

/* Events */

static void begin_event(struct xml_reader *r, const xmlChar **attributes, int count)
{
	buffer_clear(&r->texts);
	for (int i = 0; i < EVENT_TEXT_COUNT; i++)
		r->fields[i] = NO_PIECE;
	r->fields[EVENT_ID] = attribute_piece(r, attributes, count, "id");
	r->fields[EVENT_GUID] = attribute_piece(r, attributes, count, "guid");
	r->fields[EVENT_CODE] = attribute_piece(r, attributes, count, "code");
	r->persons.count = r->links.count = 0;
	r->line = line_of(r);
	r->part = PART_EVENT;
	r->part_depth = r->depth;
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

	schedule_day(r->schedule, date, line_of(r));
	free(date);
}

static void begin_link(struct xml_reader *r, const xmlChar **attributes, int count)
{
	piece url = attribute_piece(r, attributes, count, "href");

	array_push(&r->links, ((struct piece_link){url, NO_PIECE}));
}

/* The name may stand in an attribute; the element's text takes its place. */
static void begin_person(struct xml_reader *r, const xmlChar **attributes, int count)
{
	array_push(&r->persons, attribute_piece(r, attributes, count, "name"));
}

static bool is(const xmlChar *name, const char *wanted)
{
	return *name == (xmlChar)*wanted && !strcmp((const char *)name, wanted);
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

/* The parser keeps every name once, so that names are equal where their addresses are. */
static void know_names(struct xml_reader *r)
{
	for (int i = 0; i < TARGET_COUNT; i++)
		r->names[i] =
		    xmlDictLookup(r->parser->dict, (const xmlChar *)targets[i].element, -1);
}

/* Elements follow each other as in the table, most of them right behind the one before. */
static int target_of(struct xml_reader *r, enum part part, const xmlChar *name)
{
	for (int n = 0, i = r->last_target; n < TARGET_COUNT; n++) {
		i = i + 1 < TARGET_COUNT ? i + 1 : 0;
		if (r->names[i] == name && targets[i].part == part) {
			r->last_target = i;
			return targets[i].target;
		}
	}
	return NO_TARGET;
}

/* Holders */

static void hold(struct xml_reader *r, int holder)
{
	r->holder = holder;
	r->holder_depth = r->depth;
	r->mute_depth = 0;
	r->marked_up = false;
	r->text = r->texts.length;
}

static const char *held_text(const struct xml_reader *r)
{
	return buffer_text(&r->texts) + r->text;
}

static bool is_name(const xmlChar *name)
{
	size_t length = strlen((const char *)name);

	return length >= 4 && !strcmp((const char *)name + length - 4, "name");
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_blank(const char *text)
{
	while (is_space(*text))
		text++;
	return !*text;
}

static void append_escaped(struct buffer *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '&')
			buffer_puts(out, "&amp;");
		else if (text[i] == '<')
			buffer_puts(out, "&lt;");
		else
			buffer_append(out, text + i, 1);
	}
}

/* Makes HTML of what has gathered so far, for an element begins in it. */
static void mark_up(struct xml_reader *r)
{
	struct buffer plain = {0};

	if (r->marked_up)
		return;
	buffer_puts(&plain, held_text(r));
	buffer_truncate(&r->texts, r->text);
	append_escaped(&r->texts, plain.data, plain.length);
	buffer_free(&plain);
	r->marked_up = true;
}

static void append_begin_tag(struct xml_reader *r, const xmlChar *name, const xmlChar **attributes,
			     int count)
{
	char *href = attribute(attributes, count, "href");

	mark_up(r);
	buffer_printf(&r->texts, "<%s", (const char *)name);
	if (href && !strchr(href, '"')) {
		buffer_puts(&r->texts, " href=\"");
		append_escaped(&r->texts, href, strlen(href));
		buffer_puts(&r->texts, "\"");
	}
	buffer_puts(&r->texts, ">");
	free(href);
}

/* An element begins inside a holder. */
static void begin_inside(struct xml_reader *r, const xmlChar *name, const xmlChar **attributes,
			 int count)
{
	if (r->mute_depth)
		return;
	if (r->holder >= 0)
		append_begin_tag(r, name, attributes, count);
	else if (r->holder == PERSON && (!is_name(name) || !is_blank(held_text(r))))
		r->mute_depth = r->depth;
}

static void end_inside(struct xml_reader *r, const xmlChar *name)
{
	if (r->mute_depth == r->depth)
		r->mute_depth = 0;
	else if (!r->mute_depth && r->holder >= 0)
		buffer_printf(&r->texts, "</%s>", (const char *)name);
}

static void begin_in_event(struct xml_reader *r, const xmlChar *name, const xmlChar **attributes,
			   int count)
{
	bool direct = r->depth == r->part_depth + 1;
	int target = direct ? target_of(r, PART_EVENT, name) : NO_TARGET;

	if (target != NO_TARGET) {
		hold(r, target);
	} else if (is(name, "link") || is(name, "attachment")) {
		begin_link(r, attributes, count);
		hold(r, LINK);
	} else if (is(name, "person")) {
		begin_person(r, attributes, count);
		hold(r, PERSON);
	}
}

static void begin_in_conference(struct xml_reader *r, const xmlChar *name,
				const xmlChar **attributes, int count)
{
	int target =
	    r->depth == r->part_depth + 1 ? target_of(r, PART_CONFERENCE, name) : NO_TARGET;

	if (is(name, "track")) {
		begin_track(r, attributes, count);
	} else if (target != NO_TARGET) {
		hold(r, target);
	} else if (is(name, "day") || is(name, "event")) {
		/* As in JSON the days may stand in the conference. */
		r->part = PART_TOP;
		begin_at_top(r, name, attributes, count);
	}
}

static void begin_element(void *context, const xmlChar *name, const xmlChar *prefix,
			  const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
			  int attribute_count, int defaulted_count, const xmlChar **attributes)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;

	(void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted_count;
	r->depth++;
	if (r->holder_depth)
		begin_inside(r, name, attributes, attribute_count);
	else if (r->part == PART_TOP)
		begin_at_top(r, name, attributes, attribute_count);
	else if (r->part == PART_CONFERENCE)
		begin_in_conference(r, name, attributes, attribute_count);
	else
		begin_in_event(r, name, attributes, attribute_count);
}

/* The holder's text without the white space at its ends. */
static piece end_text(struct xml_reader *r)
{
	const char *text = buffer_text(&r->texts);
	size_t start = r->text, end = r->texts.length;

	while (start < end && is_space(text[start]))
		start++;
	while (end > start && is_space(text[end - 1]))
		end--;
	buffer_truncate(&r->texts, end);
	buffer_append(&r->texts, "", 1);
	return start;
}

static bool is_empty(const struct xml_reader *r, piece where)
{
	return where == NO_PIECE || !*piece_text(r, where);
}

static void end_holder(struct xml_reader *r)
{
	piece text = end_text(r);

	r->holder_depth = 0;
	if (r->part == PART_CONFERENCE)
		schedule_conference(r->schedule, (enum schedule_fact)r->holder,
				    piece_text(r, text));
	else if (r->holder == PERSON && !is_empty(r, text))
		r->persons.items[r->persons.count - 1] = text;
	else if (r->holder == LINK)
		r->links.items[r->links.count - 1].label = text;
	else if (r->holder >= 0 && is_empty(r, r->fields[r->holder]))
		r->fields[r->holder] = text;
	if (r->part == PART_CONFERENCE)
		buffer_clear(&r->texts);
}

static void end_part(struct xml_reader *r)
{
	if (r->part == PART_EVENT)
		end_event(r);
	r->part = PART_TOP;
}

static void end_at_top(struct xml_reader *r, const xmlChar *name)
{
	if (is(name, "day"))
		schedule_day_end(r->schedule);
	else if (!is(name, "room"))
		return;
	free(r->day_room);
	r->day_room = NULL;
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
			const xmlChar *uri)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;

	(void)prefix, (void)uri;
	if (r->holder_depth == r->depth)
		end_holder(r);
	else if (r->holder_depth)
		end_inside(r, name);
	else if (r->part == PART_TOP)
		end_at_top(r, name);
	else if (r->depth == r->part_depth)
		end_part(r);
	r->depth--;
}

static void characters(void *context, const xmlChar *text, int length)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;

	if (!r->holder_depth || r->mute_depth)
		return;
	if (r->marked_up)
		append_escaped(&r->texts, (const char *)text, (size_t)length);
	else
		buffer_append(&r->texts, (const char *)text, (size_t)length);
}

/* Errors */

static void fail(struct xml_reader *r, const char *message)
{
	struct place place = {r->file, line_of(r), xmlSAX2GetColumnNumber(r->parser)};

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

/* Each declaration is compared with all before it. */
static void count_declaration(void *context, const xmlChar *element, const xmlChar *name, int type,
			      int kind, const xmlChar *value, xmlEnumeration *values)
{
	enum { MOST = 1000 };
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;

	(void)element, (void)name, (void)type, (void)kind, (void)value;
	xmlFreeEnumeration(values);
	if (++r->declarations > MOST)
		fail(r, _("the schedule declares more attributes than any has; take the "
			  "declarations out of it"));
}

/* Whether there is no more to parse: of what is behind a file that was cut off. */
static bool is_at_end(const struct xml_reader *r)
{
	const xmlParserInput *input = r->parser->input;

	return input && input->cur && input->cur >= input->end;
}

static void well_formed_error(void *context, xmlError *error)
{
	struct xml_reader *r = ((xmlParserCtxt *)context)->_private;
	struct buffer message = {0};
	const char *cause = error->message ? error->message : "";

	if (error->level < XML_ERR_FATAL &&
	    !(r->strict && error->code == XML_WAR_UNDECLARED_ENTITY))
		return;
	if (error->code == XML_ERR_INTERNAL_ERROR || error->code == XML_ERR_NO_MEMORY) {
		fail(r, _("this XML is nested too deeply, or a text in it is too long or its "
			  "elements have too many names, for a schedule"));
		return;
	}
	if (is_at_end(r)) {
		fail(r, _("the schedule ends here and is not whole; fetch it again"));
		return;
	}
	buffer_printf(&message, _("this is no well-formed XML: %.*s"), (int)strcspn(cause, "\n"),
		      cause);
	fail(r, buffer_text(&message));
	buffer_free(&message);
}

/* The whole */

/* Behind a document type; its own declarations stand in brackets. */
static const char *behind_doctype(const char *text)
{
	text += strcspn(text, "[>");
	if (*text == '[')
		text = strstr(text, "]>") ? strstr(text, "]>") + 1 : strchr(text, '>');
	return text && *text ? text + 1 : "";
}

static const char *behind(const char *text, const char *end)
{
	text = strstr(text, end);
	return text ? text + strlen(end) : "";
}

/* Skips white space, comments, processing instructions and a document type. */
static const char *first_element(const char *text)
{
	for (;;) {
		text += strspn(text, " \t\r\n");
		if (!strncmp(text, "<!--", 4))
			text = behind(text + 4, "-->");
		else if (!strncmp(text, "<?", 2))
			text = behind(text + 2, "?>");
		else if (!strncmp(text, "<!", 2))
			text = behind_doctype(text);
		else
			return text;
	}
}

bool schedule_xml_fits(const struct source *source)
{
	static const char root[] = "schedule";
	const char *name = first_element(source->text), *local;
	size_t length;

	if (*name != '<')
		return false;
	length = strcspn(++name, " \t\r\n/>");
	local = memchr(name, ':', length);
	local = local ? local + 1 : name;
	return (size_t)(name + length - local) == sizeof root - 1 &&
	       !strncmp(local, root, sizeof root - 1);
}

static void free_parts(struct xml_reader *r)
{
	free(r->day_room);
	buffer_free(&r->texts);
	array_free(&r->persons);
	array_free(&r->links);
}

static void parse(struct xml_reader *r, const struct source *source)
{
	/* NOENT: &amp; in attributes is handed over as &; no other entity gets this far.
	 * IGNORE_ENC: the source is UTF-8 by now, whatever its declaration says. */
	static const int options = XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOCDATA |
				   XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES |
				   XML_PARSE_IGNORE_ENC;
	struct feed feed = {
	    .source = source, .report = r->report, .at = strspn(source->text, " \t\r\n")};

	*r->parser->sax = (xmlSAXHandler){
	    .initialized = XML_SAX2_MAGIC,
	    .startElementNs = begin_element,
	    .endElementNs = end_element,
	    .characters = characters,
	    .cdataBlock = characters,
	    .ignorableWhitespace = characters,
	    .entityDecl = refuse_entity,
	    .attributeDecl = count_declaration,
	    .serror = well_formed_error,
	};
	r->parser->_private = r;
	for (size_t i = 0; i < feed.at; i++)
		r->skipped_lines += source->text[i] == '\n';
	xmlFreeDoc(xmlCtxtReadIO(r->parser, feed_next, NULL, &feed, NULL, NULL, options));
	if (!r->parser->wellFormed && !r->failed)
		fail(r, _("this is no well-formed XML"));
}

static bool read_once(const struct source *source, bool strict, struct builder *builder,
		      struct report *report)
{
	struct xml_reader r = {.file = source->name, .report = report, .strict = strict};

	r.parser = xmlNewParserCtxt();
	xmlDictSetLimit(r.parser->dict, MOST_BYTES_OF_NAMES);
	know_names(&r);
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

static bool read_mended(const struct source *source, struct builder *builder, struct report *report)
{
	struct buffer mended = {0};
	struct source whole = *source;
	bool read;

	if (!bounds_hold_xml(source, report))
		return false;
	if (xml_mend(&mended, source, report)) {
		whole.text = mended.data;
		whole.length = mended.length;
	}
	read = read_once(&whole, false, builder, report);
	buffer_free(&mended);
	return read;
}

/* From the file: the text is gone as far as it was read (read/feed.h), so all of it can go. What
 * there is to say of the file was said when it was read first. */
static bool read_anew(const struct source *source, struct builder *builder, struct report *report)
{
	struct report said = {.progress = report->progress};
	struct source again = {0};
	bool read;

	memory_forget(source->text, source->length);
	builder_clear(builder);
	read = source_read(&again, source->name, &said);
	if (read)
		read = read_mended(&again, builder, report);
	else
		report_move(report, &said);
	report_free(&said);
	source_free(&again);
	return read;
}

/* To look for slips in every schedule takes longer than to read one anew that has some. */
bool schedule_xml_read(const struct source *source, struct builder *builder, struct report *report)
{
	struct report said = {.progress = report->progress};
	bool read;

	if (!source->lasts)
		return read_mended(source, builder, report);
	if (!bounds_hold_xml(source, report))
		return false;
	read = read_once(source, true, builder, &said);
	if (read || progress_stopped(report->progress)) {
		report_move(report, &said);
		return read;
	}
	report_free(&said);
	return read_anew(source, builder, report);
}
