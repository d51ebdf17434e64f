#include "config.h"

#include "document/soup.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "document/cells.h"
#include "document/flow.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* How many elements html_write() may put around a span, and around all there is. */
enum { LEAF_ELEMENTS = 8 };

/* How many cells are put in for those that are covered, in all; so a short text stays small. */
enum { MOST_COVERED = 20000 };

/* What holds inside an element; its end brings back what held before. */
struct context {
	struct setting text;
	int number;	/* of the next item of an ordered list, 0 for bullets */
	int definition; /* index of the innermost definition list, -1 for none */
	bool hidden;	/* text is no text */
};

struct open_element {
	const struct element *element;
	struct context before;
};

struct soup {
	struct composer *composer;
	struct flow *flow;
	struct context now;
	ARRAY(struct open_element) open;
	ARRAY(bool) definitions;       /* of each open definition list: whether an item is open */
	ARRAY(struct cells) tables;    /* that are open */
	int covered;		       /* cells that were put in */
	const char *const *attributes; /* of the element that opens */
	int line;		       /* of what comes now, 0 for unknown */
	struct buffer anchor_title;    /* of the link that was opened last */
	int anchors;		       /* how many there were */
	size_t anchor_start;	       /* what had been added when it was */
};

struct element {
	const char *name;
	void (*open)(struct soup *soup, int argument);
	void (*close)(struct soup *soup, int argument); /* NULL for nothing to do */
	int argument;
};

/* The value of an attribute; "" where it has none, NULL where it is not there. */
static const char *attribute(const struct soup *soup, const char *name)
{
	for (const char *const *at = soup->attributes; at && at[0]; at += 2)
		if (!strcmp(at[0], name))
			return at[1] ? at[1] : "";
	return NULL;
}

/* The first of the attributes that says something, "" for none. */
static const char *first_attribute(const struct soup *soup, const char *const *names)
{
	for (; *names; names++) {
		const char *value = attribute(soup, *names);

		if (value && value[strspn(value, " \t\n")])
			return value;
	}
	return "";
}

/* A number from 1 to 999999999, `otherwise` for all else; NULL is allowed. */
static int number_of(const char *text, int otherwise)
{
	long number = text ? strtol(text, NULL, 10) : 0;

	return number > 0 && number < 1000000000 ? (int)number : otherwise;
}

static void open_block(struct soup *soup, int argument)
{
	(void)argument;
	flow_end(soup->flow);
}

static void close_block(struct soup *soup, int argument)
{
	(void)argument;
	flow_end(soup->flow);
}

static void open_strong_block(struct soup *soup, int argument)
{
	open_block(soup, argument);
	soup->now.text.look.style |= SPAN_STRONG;
}

static void open_heading(struct soup *soup, int level)
{
	open_block(soup, 0);
	soup->now.text.kind = BLOCK_HEADING;
	soup->now.text.level = level;
}

static void open_code(struct soup *soup, int argument)
{
	open_block(soup, argument);
	soup->now.text.kind = BLOCK_CODE;
	soup->now.text.level = 0;
}

static void open_leveled(struct soup *soup, enum block_kind kind, int level)
{
	flow_end(soup->flow);
	composer_open(soup->composer, kind, level, 0);
	soup->now.text.kind = BLOCK_PARAGRAPH;
	soup->now.text.level = 0;
	soup->now.number = 0;
	soup->now.definition = -1;
}

static void open_container(struct soup *soup, int kind)
{
	open_leveled(soup, (enum block_kind)kind, 0);
}

static void close_container(struct soup *soup, int kind)
{
	(void)kind;
	flow_end(soup->flow);
	composer_close(soup->composer);
}

static void open_table(struct soup *soup, int kind)
{
	struct cells cells = {0};

	open_container(soup, kind);
	array_push(&soup->tables, cells);
}

static void close_table(struct soup *soup, int kind)
{
	close_container(soup, kind);
	soup->tables.count--;
}

static struct cells *open_cells(struct soup *soup)
{
	return soup->tables.count ? &soup->tables.items[soup->tables.count - 1] : NULL;
}

static void put_empty_cell(struct soup *soup, enum cells_covered covered)
{
	soup->covered++;
	composer_open(soup->composer, BLOCK_CELL, 0, soup->line);
	composer_span(soup->composer, covered != CELLS_BESIDE, covered != CELLS_ABOVE);
	composer_close(soup->composer);
}

/* Puts in the cells that are covered before the next one. */
static void put_covered(struct soup *soup, struct cells *cells)
{
	enum cells_covered covered;

	while (soup->covered < MOST_COVERED && (covered = cells_next(cells)) != CELLS_FREE)
		put_empty_cell(soup, covered);
}

static void open_row(struct soup *soup, int kind)
{
	open_container(soup, kind);
	if (open_cells(soup))
		cells_row(open_cells(soup));
}

static void close_row(struct soup *soup, int kind)
{
	struct cells *cells = open_cells(soup);

	flow_end(soup->flow);
	while (cells && soup->covered < MOST_COVERED && cells_more(cells)) {
		put_covered(soup, cells);
		if (!cells_more(cells))
			break;
		put_empty_cell(soup, CELLS_FREE);
		cells_put(cells, 1, 1);
	}
	close_container(soup, kind);
}

static void open_cell(struct soup *soup, int level)
{
	struct cells *cells = open_cells(soup);
	int columns = number_of(attribute(soup, "colspan"), 1);
	int rows = number_of(attribute(soup, "rowspan"), 1);

	flow_end(soup->flow);
	if (cells)
		put_covered(soup, cells);
	columns = columns < CELLS_COLUMNS ? columns : CELLS_COLUMNS;
	rows = rows < UINT16_MAX ? rows : UINT16_MAX;
	open_leveled(soup, BLOCK_CELL, level);
	composer_span(soup->composer, (uint16_t)columns, (uint16_t)rows);
	if (cells)
		cells_put(cells, columns, rows);
}

static void open_numbered_list(struct soup *soup, int kind)
{
	open_container(soup, kind);
	soup->now.number = number_of(attribute(soup, "start"), 1);
}

/* An item may say its number itself, whatever the list. */
static void open_item(struct soup *soup, int kind)
{
	struct context *list = &soup->open.items[soup->open.count - 1].before;
	int number = number_of(attribute(soup, "value"), list->number);

	if (list->number)
		list->number = number + 1;
	open_leveled(soup, (enum block_kind)kind, number);
}

/* A definition list is a list whose items are a term, strong, and what is said of it. */
static void open_definitions(struct soup *soup, int kind)
{
	open_container(soup, kind);
	soup->now.definition = (int)soup->definitions.count;
	array_push(&soup->definitions, false);
}

static void close_definitions(struct soup *soup, int kind)
{
	flow_end(soup->flow);
	if (soup->definitions.items[--soup->definitions.count])
		composer_close(soup->composer);
	close_container(soup, kind);
}

static void open_term(struct soup *soup, int argument)
{
	open_strong_block(soup, argument);
	if (soup->now.definition < 0)
		return;
	if (soup->definitions.items[soup->now.definition])
		composer_close(soup->composer);
	composer_open(soup->composer, BLOCK_ITEM, 0, 0);
	soup->definitions.items[soup->now.definition] = true;
}

static void open_style(struct soup *soup, int style)
{
	soup->now.text.look.style |= (unsigned)style;
}

static void add_text(struct soup *soup, const char *text)
{
	flow_set(soup->flow, soup->now.text);
	flow_text(soup->flow, text, strlen(text), soup->line);
}

/* A link without a text of its own is named by its title or its address. */
static void open_anchor(struct soup *soup, int argument)
{
	static const char *const titles[] = {"aria-label", "title", "href", NULL};
	const char *url = attribute(soup, "href");

	(void)argument;
	if (!url)
		return;
	soup->now.text.look.link = flow_link(soup->flow, url);
	soup->now.text.look.anchor = ++soup->anchors;
	buffer_clear(&soup->anchor_title);
	buffer_puts(&soup->anchor_title, first_attribute(soup, titles));
	soup->anchor_start = flow_added(soup->flow);
}

static void close_anchor(struct soup *soup, int argument)
{
	(void)argument;
	if (soup->now.text.look.link != DOCUMENT_NO_LINK &&
	    soup->anchor_start == flow_added(soup->flow))
		add_text(soup, buffer_text(&soup->anchor_title));
}

static void open_break(struct soup *soup, int argument)
{
	(void)argument;
	flow_break(soup->flow, soup->line);
}

static void open_rule(struct soup *soup, int argument)
{
	(void)argument;
	flow_end(soup->flow);
	composer_open(soup->composer, BLOCK_RULE, 0, soup->line);
	composer_close(soup->composer);
}

static void open_image(struct soup *soup, int argument)
{
	static const char *const alternatives[] = {"alt", "title", "aria-label", NULL};
	static const char *const sources[] = {"src", "data-src", NULL};

	(void)argument;
	flow_image(soup->flow, first_attribute(soup, alternatives), first_attribute(soup, sources),
		   soup->line);
}

/* What a page shows inside a frame: its title, or its address, as a link to it. */
static void open_frame(struct soup *soup, int argument)
{
	static const char *const titles[] = {"title", "aria-label", "alt", "src", "data", NULL};
	static const char *const sources[] = {"src", "data", "href", NULL};
	struct look before = soup->now.text.look;
	int link = flow_link(soup->flow, first_attribute(soup, sources));

	(void)argument;
	flow_end(soup->flow);
	if (link == DOCUMENT_NO_LINK)
		return;
	soup->now.text.look.link = link;
	soup->now.text.look.anchor = ++soup->anchors;
	add_text(soup, first_attribute(soup, titles));
	flow_end(soup->flow);
	soup->now.text.look = before;
}

/* The words on a button or in a field. */
static void open_input(struct soup *soup, int argument)
{
	static const char *const words[] = {"value", "alt", "placeholder", NULL};
	static const char *const wordless[] = {"hidden", "checkbox", "radio",	"file",
					       "range",	 "color",    "password"};
	const char *type = attribute(soup, "type");

	(void)argument;
	for (size_t i = 0; type && i < sizeof wordless / sizeof *wordless; i++)
		if (!strcasecmp(type, wordless[i]))
			return;
	add_text(soup, first_attribute(soup, words));
}

static void open_quotation(struct soup *soup, int argument)
{
	(void)argument;
	add_text(soup, "\u201C");
}

static void close_quotation(struct soup *soup, int argument)
{
	(void)argument;
	add_text(soup, "\u201D");
}

static void open_hidden(struct soup *soup, int argument)
{
	(void)argument;
	soup->now.hidden = true;
}

/* Sorted by name. What is not here is inline and changes nothing. */
static const struct element elements[] = {
    {"a", open_anchor, close_anchor, 0},
    {"address", open_block, close_block, 0},
    {"area", open_frame, NULL, 0},
    {"article", open_block, close_block, 0},
    {"aside", open_block, close_block, 0},
    {"audio", open_frame, close_block, 0},
    {"b", open_style, NULL, SPAN_STRONG},
    {"blockquote", open_container, close_container, BLOCK_QUOTE},
    {"body", open_block, close_block, 0},
    {"br", open_break, NULL, 0},
    {"caption", open_strong_block, close_block, 0},
    {"center", open_block, close_block, 0},
    {"cite", open_style, NULL, SPAN_EMPHASIS},
    {"code", open_style, NULL, SPAN_CODE},
    {"dd", open_block, close_block, 0},
    {"del", open_style, NULL, SPAN_STRIKE},
    {"details", open_block, close_block, 0},
    {"dfn", open_style, NULL, SPAN_EMPHASIS},
    {"dialog", open_block, close_block, 0},
    {"dir", open_container, close_container, BLOCK_LIST},
    {"div", open_block, close_block, 0},
    {"dl", open_definitions, close_definitions, BLOCK_LIST},
    {"dt", open_term, close_block, 0},
    {"em", open_style, NULL, SPAN_EMPHASIS},
    {"embed", open_frame, close_block, 0},
    {"fieldset", open_block, close_block, 0},
    {"figcaption", open_block, close_block, 0},
    {"figure", open_block, close_block, 0},
    {"footer", open_block, close_block, 0},
    {"form", open_block, close_block, 0},
    {"h1", open_heading, close_block, 1},
    {"h2", open_heading, close_block, 2},
    {"h3", open_heading, close_block, 3},
    {"h4", open_heading, close_block, 4},
    {"h5", open_heading, close_block, 5},
    {"h6", open_heading, close_block, 6},
    {"head", open_block, close_block, 0},
    {"header", open_block, close_block, 0},
    {"hgroup", open_block, close_block, 0},
    {"hr", open_rule, NULL, 0},
    {"html", open_block, close_block, 0},
    {"i", open_style, NULL, SPAN_EMPHASIS},
    {"iframe", open_frame, close_block, 0},
    {"img", open_image, NULL, 0},
    {"input", open_input, NULL, 0},
    {"kbd", open_style, NULL, SPAN_CODE},
    {"legend", open_strong_block, close_block, 0},
    {"li", open_item, close_container, BLOCK_ITEM},
    {"listing", open_code, close_block, 0},
    {"main", open_block, close_block, 0},
    {"menu", open_container, close_container, BLOCK_LIST},
    {"nav", open_block, close_block, 0},
    {"noscript", open_block, close_block, 0},
    {"object", open_frame, close_block, 0},
    {"ol", open_numbered_list, close_container, BLOCK_LIST},
    {"optgroup", open_block, close_block, 0},
    {"option", open_block, close_block, 0},
    {"p", open_block, close_block, 0},
    {"pre", open_code, close_block, 0},
    {"q", open_quotation, close_quotation, 0},
    {"s", open_style, NULL, SPAN_STRIKE},
    {"samp", open_style, NULL, SPAN_CODE},
    {"script", open_hidden, NULL, 0},
    {"search", open_block, close_block, 0},
    {"section", open_block, close_block, 0},
    {"source", open_frame, NULL, 0},
    {"strike", open_style, NULL, SPAN_STRIKE},
    {"strong", open_style, NULL, SPAN_STRONG},
    {"style", open_hidden, NULL, 0},
    {"summary", open_strong_block, close_block, 0},
    {"table", open_table, close_table, BLOCK_TABLE},
    {"tbody", open_block, close_block, 0},
    {"td", open_cell, close_container, 0},
    {"textarea", open_block, close_block, 0},
    {"tfoot", open_block, close_block, 0},
    {"th", open_cell, close_container, 1},
    {"thead", open_block, close_block, 0},
    {"title", open_block, close_block, 0},
    {"tr", open_row, close_row, BLOCK_ROW},
    {"tt", open_style, NULL, SPAN_CODE},
    {"u", open_style, NULL, SPAN_EMPHASIS},
    {"ul", open_container, close_container, BLOCK_LIST},
    {"var", open_style, NULL, SPAN_EMPHASIS},
    {"video", open_frame, close_block, 0},
    {"xmp", open_code, close_block, 0},
};

static int compare_name(const void *name, const void *element)
{
	return strcmp(name, ((const struct element *)element)->name);
}

static const struct element *find_element(const char *name)
{
	return bsearch(name, elements, sizeof elements / sizeof *elements, sizeof *elements,
		       compare_name);
}

/* Blocks count too, for one element may open several; so what is read can be written and read. */
static bool is_too_deep(const struct soup *soup)
{
	return soup->open.count >= DOCUMENT_DEEPEST ||
	       composer_depth(soup->composer) + LEAF_ELEMENTS > DOCUMENT_DEEPEST;
}

struct soup *soup_new(struct composer *composer, bool attribute_lists)
{
	struct soup *soup = memory_alloc(1, sizeof *soup);

	soup->composer = composer;
	soup->flow = flow_new(composer, attribute_lists);
	soup->now = (struct context){.text = {BLOCK_PARAGRAPH, 0, {0, DOCUMENT_NO_LINK, 0}},
				     .definition = -1};
	return soup;
}

void soup_free(struct soup *soup)
{
	if (!soup)
		return;
	flow_free(soup->flow);
	array_free(&soup->open);
	array_free(&soup->tables);
	array_free(&soup->definitions);
	buffer_free(&soup->anchor_title);
	free(soup);
}

bool soup_open(struct soup *soup, const char *name, const char *const *attributes, int line)
{
	struct open_element open = {find_element(name), soup->now};

	if (is_too_deep(soup))
		return false;
	array_push(&soup->open, open);
	soup->attributes = attributes;
	soup->line = line;
	flow_set(soup->flow, soup->now.text);
	if (open.element)
		open.element->open(soup, open.element->argument);
	return true;
}

void soup_close(struct soup *soup, int line)
{
	struct open_element open;

	if (!soup->open.count)
		return;
	soup->line = line;
	open = soup->open.items[--soup->open.count];
	if (open.element && open.element->close)
		open.element->close(soup, open.element->argument);
	soup->now = open.before;
}

void soup_text(struct soup *soup, const char *text, size_t length, int line)
{
	if (soup->now.hidden)
		return;
	flow_set(soup->flow, soup->now.text);
	flow_text(soup->flow, text, length, line);
}
