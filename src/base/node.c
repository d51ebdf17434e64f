#include "config.h"

#include "base/node.h"

#include "base/array.h"
#include "base/i18n.h"
#include "base/lookup.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>
#include <yaml.h>

/* A map or a list that is being read. */
struct frame {
	struct node *node;
	const struct node **tail; /* where the next value goes */
	const char *key;	  /* of the next value; NULL where a key is expected */
	struct place key_place;
	struct lookup keys;
	bool passed_over; /* a key's second value, or within one */
};

struct nodes {
	yaml_parser_t parser;
	struct arena *arena;
	struct place place;
	struct report *report;
	ARRAY(struct frame) open;
	struct node *top;
	size_t count;
	size_t lines; /* of the text, each with its end */
	bool failed;
};

static struct frame *innermost(struct nodes *nodes)
{
	return nodes->open.count ? &nodes->open.items[nodes->open.count - 1] : NULL;
}

/* Text that libyaml takes */

/* Whether YAML forbids the character, or would see a line end where no editor does. */
static bool is_strange(uint32_t c)
{
	if (c < ' ')
		return c != '\t' && c != '\n' && c != '\r';
	return (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
	       c == 0xFFFE || c == 0xFFFF;
}

/* Strange characters become spaces: they would be taken out of the texts anyway. */
static void clean(struct buffer *out, const char *text, size_t length)
{
	uint32_t c;

	for (size_t at = 0, taken; at < length; at += taken) {
		taken = utf8_plain_run(text + at, length - at);
		if (taken) {
			buffer_append(out, text + at, taken);
			continue;
		}
		taken = utf8_decode(text + at, length - at, &c);
		if (is_strange(c))
			buffer_putc(out, ' ');
		else
			buffer_append(out, text + at, taken);
	}
}

/* Errors */

#define SIGN                                                                                       \
	N_("this is no valid YAML (%s): put a text that begins with a sign, such as [ or ?, in "   \
	   "quotes")
#define UNCLOSED                                                                                   \
	N_("this is no valid YAML (%s): the bracket that opens here is never closed; put a text "  \
	   "that begins with one in quotes")

/* What usually lies behind an error of libyaml's. */
static const struct {
	const char *problem;
	const char *advice;
	bool at_context; /* what is to be mended stands where the context begins */
} advices[] = {
    {"mapping values are not allowed",
     N_("this is no valid YAML (%s): put a text that holds \": \" in quotes"), false},
    {"found character that cannot start any token",
     N_("this is no valid YAML (%s): indent with spaces, not with tabs, and put a "
	"text that begins with @, ` or %% in quotes"),
     false},
    {"found a tab character", N_("this is no valid YAML (%s): indent with spaces, not with tabs"),
     false},
    {"found unexpected end of stream",
     N_("this is no valid YAML (%s): the quotes that open here are never closed"), true},
    {"could not find expected ':'",
     N_("this is no valid YAML (%s): a line needs a key and a colon before its text"), true},
    {"did not find expected key",
     N_("this is no valid YAML (%s): check how far this line is indented, and the "
	"quotes before it"),
     false},
    {"did not find expected ',' or ']'", UNCLOSED, true},
    {"did not find expected ',' or '}'", UNCLOSED, true},
    {"did not find expected node content", SIGN, false},
    {"did not find expected alphabetic or numeric character", SIGN, false},
    {"mapping keys are not allowed", SIGN, false},
    {"block sequence entries are not allowed", SIGN, false},
    {"did not find expected '-' indicator",
     N_("this is no valid YAML (%s): check how far this line is indented"), false},
};

static struct place place_of(const struct nodes *nodes, const yaml_mark_t *mark)
{
	struct place place = nodes->place;

	place.line += (int)mark->line;
	place.column = (int)mark->column + 1;
	return place;
}

static void fail(struct nodes *nodes, const yaml_mark_t *mark, const char *message)
{
	nodes->failed = true;
	report_error(nodes->report, place_of(nodes, mark), "%s", message);
}

/* Whether the text ends where a list in brackets goes on. */
static bool ends_in_brackets(const struct nodes *nodes)
{
	const char *problem = nodes->parser.problem;

	return problem && !strcmp(problem, "did not find expected node content") &&
	       nodes->parser.problem_mark.line >= nodes->lines && nodes->open.count;
}

static void fail_parsing(struct nodes *nodes)
{
	const yaml_parser_t *parser = &nodes->parser;
	const char *problem = parser->problem ? parser->problem : "?";
	const char *format = N_("this is no valid YAML (%s)");
	const yaml_mark_t *mark = &parser->problem_mark;

	nodes->failed = true;
	for (size_t i = 0; i < sizeof advices / sizeof *advices; i++) {
		if (strncmp(problem, advices[i].problem, strlen(advices[i].problem)) != 0)
			continue;
		format = advices[i].advice;
		mark = advices[i].at_context && parser->context ? &parser->context_mark : mark;
		break;
	}
	if (ends_in_brackets(nodes))
		report_error(nodes->report, innermost(nodes)->node->place, _(UNCLOSED), problem);
	else
		report_error(nodes->report, place_of(nodes, mark), _(format), problem);
}

/* Building the tree */

static struct node *new_node(struct nodes *nodes, enum node_kind kind, const yaml_mark_t *mark)
{
	struct node *node = arena_alloc(nodes->arena, 1, sizeof *node);

	node->kind = kind;
	node->place = place_of(nodes, mark);
	node->text_line = node->place.line;
	return node;
}

/* Hangs a value where it belongs. */
static void hang(struct nodes *nodes, struct node *node, const yaml_mark_t *mark)
{
	struct frame *frame = innermost(nodes);

	if (++nodes->count > NODE_MOST)
		fail(nodes, mark, _("this holds too many values"));
	if (!frame) {
		nodes->top = node;
		return;
	}
	node->parent = frame->node;
	node->key = frame->key;
	node->key_place = frame->key_place;
	frame->key = NULL;
	if (!frame->passed_over) {
		*frame->tail = node;
		frame->tail = &node->next;
	}
	frame->passed_over = false;
}

static void open_node(struct nodes *nodes, enum node_kind kind, const yaml_mark_t *mark)
{
	struct frame *frame = innermost(nodes);
	struct node *node = new_node(nodes, kind, mark);

	if (frame && frame->node->kind == NODE_MAP && !frame->key) {
		fail(nodes, mark, _("a key has to be a text, not a list or a map"));
		return;
	}
	if (nodes->open.count == NODE_DEEPEST) {
		fail(nodes, mark, _("this is nested too deep"));
		return;
	}
	hang(nodes, node, mark);
	array_push(&nodes->open, ((struct frame){.node = node, .tail = &node->first}));
}

static void close_node(struct nodes *nodes)
{
	lookup_free(&innermost(nodes)->keys);
	nodes->open.count--;
}

/* A scalar's text; escapes can put NUL bytes into it. */
static const char *copy_text(struct nodes *nodes, const yaml_event_t *event)
{
	size_t length = event->data.scalar.length;
	char *text = arena_strndup(nodes->arena, (const char *)event->data.scalar.value, length);

	for (size_t i = 0; i < length; i++)
		if (!text[i])
			text[i] = ' ';
	return text;
}

static void take_key(struct nodes *nodes, const yaml_event_t *event)
{
	struct frame *frame = innermost(nodes);
	const char *key = copy_text(nodes, event);

	frame->key = key;
	frame->key_place = place_of(nodes, &event->start_mark);
	if (lookup_find(&frame->keys, key) == LOOKUP_MISSING) {
		lookup_add(&frame->keys, key, 0);
		return;
	}
	frame->passed_over = true;
	report_warning(nodes->report, frame->key_place,
		       _("the key \"%s\" is here a second time; the first one counts"), key);
}

static bool says_nothing(const yaml_event_t *event)
{
	static const char *const nulls[] = {"~", "null", "Null", "NULL"};
	const char *text = (const char *)event->data.scalar.value;

	if (!*text)
		return true;
	for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
		if (event->data.scalar.plain_implicit && !strcmp(text, nulls[i]))
			return true;
	return false;
}

static void take_scalar(struct nodes *nodes, const yaml_event_t *event)
{
	struct frame *frame = innermost(nodes);
	yaml_scalar_style_t style = event->data.scalar.style;
	struct node *node;

	if (frame && frame->node->kind == NODE_MAP && !frame->key) {
		take_key(nodes, event);
		return;
	}
	node = new_node(nodes, NODE_SCALAR, &event->start_mark);
	if (!says_nothing(event))
		node->text = copy_text(nodes, event);
	node->text_line += style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
	hang(nodes, node, &event->start_mark);
}

static void take_event(struct nodes *nodes, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		take_scalar(nodes, event);
		break;
	case YAML_SEQUENCE_START_EVENT:
		open_node(nodes, NODE_LIST, &event->start_mark);
		break;
	case YAML_MAPPING_START_EVENT:
		open_node(nodes, NODE_MAP, &event->start_mark);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_node(nodes);
		break;
	case YAML_ALIAS_EVENT:
		fail(nodes, &event->start_mark,
		     _("aliases (*name) are not read; write the text out, or put it in quotes"));
		break;
	default:
		break;
	}
}

/* Reads the first document of the text. */
static void read_events(struct nodes *nodes)
{
	bool ended = false;

	while (!ended && !nodes->failed) {
		yaml_event_t event;

		if (!yaml_parser_parse(&nodes->parser, &event)) {
			fail_parsing(nodes);
			return;
		}
		take_event(nodes, &event);
		ended =
		    event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
}

static const struct node *top_map(struct nodes *nodes)
{
	static const yaml_mark_t start;

	if (nodes->failed)
		return NULL;
	if (!nodes->top || (nodes->top->kind == NODE_SCALAR && !nodes->top->text))
		return new_node(nodes, NODE_MAP, &start);
	if (nodes->top->kind == NODE_MAP)
		return nodes->top;
	report_error(nodes->report, nodes->top->place,
		     _("this has to be made of lines such as \"name: text\""));
	return NULL;
}

const struct node *node_parse(struct arena *arena, const char *text, size_t length,
			      struct place place, struct report *report)
{
	struct nodes nodes = {.arena = arena, .place = place, .report = report};
	struct buffer cleaned = {0};
	const struct node *top;

	clean(&cleaned, text, length);
	for (size_t i = 0; i < cleaned.length; i++)
		nodes.lines += cleaned.data[i] == '\n';
	yaml_parser_initialize(&nodes.parser);
	yaml_parser_set_encoding(&nodes.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&nodes.parser, (const unsigned char *)buffer_text(&cleaned),
				     cleaned.length);
	read_events(&nodes);
	top = top_map(&nodes);
	while (nodes.open.count)
		close_node(&nodes);
	array_free(&nodes.open);
	yaml_parser_delete(&nodes.parser);
	buffer_free(&cleaned);
	return top;
}

/* Reading the tree */

bool node_is_empty(const struct node *node)
{
	return !node || (node->kind == NODE_SCALAR ? !node->text : !node->first);
}

const struct node *node_find(const struct node *map, const char *key)
{
	if (!map || map->kind != NODE_MAP)
		return NULL;
	for (const struct node *node = map->first; node; node = node->next)
		if (!strcmp(node->key, key))
			return node_is_empty(node) ? NULL : node;
	return NULL;
}

bool node_is_true(const struct node *node)
{
	static const char *const words[] = {"true", "yes", "on", "1", "oui", "vrai"};

	for (size_t i = 0; node && node->text && i < sizeof words / sizeof *words; i++)
		if (!strcasecmp(node->text, words[i]))
			return true;
	return false;
}

/* The node behind this one in reading order, within `top`. */
static const struct node *following(const struct node *node, const struct node *top)
{
	if (node->first)
		return node->first;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

void node_join(struct buffer *out, const struct node *node, const char *separator)
{
	size_t start = out->length;

	for (const struct node *at = node; at; at = following(at, node)) {
		if (!at->text)
			continue;
		buffer_puts(out, out->length > start ? separator : "");
		buffer_puts(out, at->text);
	}
}
