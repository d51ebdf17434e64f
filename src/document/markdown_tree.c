/*
 * The elements are those of cmark's own HTML, in its order, so that a text means the same whether
 * raw HTML stands somewhere in it or not; lines count as they would there. cmark_render_html() is
 * the reference.
 */
#include "config.h"

#include "document/markdown_tree.h"

#include "base/buffer.h"
#include "document/soup.h"

#include <stdio.h>
#include <string.h>

struct walk {
	struct soup *soup;
	const struct line_map *lines;
	int line; /* of what comes now, 0 for unknown */
	bool too_deep;
};

bool markdown_tree_is_leaf(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK:
		return true;
	default:
		return false;
	}
}

bool markdown_tree_has_html(cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	bool found = false;

	while (!found && cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node_type type = cmark_node_get_type(cmark_iter_get_node(iter));

		found = type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
	}
	cmark_iter_free(iter);
	return found;
}

static int newlines(const char *text)
{
	int count = 0;

	for (; (text = strchr(text, '\n')); text++)
		count++;
	return count;
}

static void go_on(struct walk *walk, int lines)
{
	if (walk->line)
		walk->line += lines;
}

static void open_with(struct walk *walk, const char *name, const char *const *attributes)
{
	walk->too_deep = walk->too_deep || !soup_open(walk->soup, name, attributes, walk->line);
}

static void open(struct walk *walk, const char *name)
{
	open_with(walk, name, NULL);
}

static void close(struct walk *walk)
{
	soup_close(walk->soup, walk->line);
}

static void add_text(struct walk *walk, const char *text)
{
	soup_text(walk->soup, text, strlen(text), walk->line);
	go_on(walk, newlines(text));
}

static void enter_list(struct walk *walk, cmark_node *list)
{
	char start[16];
	const char *const attributes[] = {"start", start, NULL};

	snprintf(start, sizeof start, "%d", cmark_node_get_list_start(list));
	if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
		open_with(walk, "ol", attributes);
	else
		open(walk, "ul");
}

static void enter_heading(struct walk *walk, cmark_node *heading)
{
	char name[] = "h1";

	name[1] = (char)('0' + cmark_node_get_heading_level(heading));
	open(walk, name);
}

/* An address as it stands in HTML: what is neither a letter nor of use in an address is %XX. */
static void append_address(struct buffer *out, const char *url)
{
	static const char kept[] = "-_.+!*(),%#@?=;:/$&'~"
				   "0123456789"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "abcdefghijklmnopqrstuvwxyz";

	for (; *url; url++) {
		if (strchr(kept, *url))
			buffer_putc(out, *url);
		else
			buffer_printf(out, "%%%02X", (unsigned char)*url);
	}
}

static void enter_link(struct walk *walk, cmark_node *link)
{
	const char *title = cmark_node_get_title(link);
	struct buffer address = {0};
	const char *attributes[] = {"href", NULL, *title ? "title" : NULL, title, NULL};

	append_address(&address, cmark_node_get_url(link));
	attributes[1] = buffer_text(&address);
	open_with(walk, "a", attributes);
	go_on(walk, newlines(title));
	buffer_free(&address);
}

/* What stands in an image is its text. */
static void append_text(struct buffer *out, cmark_node *image)
{
	cmark_iter *iter = cmark_iter_new(image);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			buffer_putc(out, ' ');
		else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			buffer_puts(out, cmark_node_get_literal(node));
	}
	cmark_iter_free(iter);
}

static void enter_image(struct walk *walk, cmark_node *image)
{
	const char *title = cmark_node_get_title(image);
	struct buffer address = {0}, text = {0};
	const char *attributes[] = {"src", NULL, "alt", NULL, *title ? "title" : NULL, title, NULL};

	append_address(&address, cmark_node_get_url(image));
	append_text(&text, image);
	attributes[1] = buffer_text(&address);
	attributes[3] = buffer_text(&text);
	go_on(walk, newlines(title) + newlines(buffer_text(&text)));
	open_with(walk, "img", attributes);
	close(walk);
	buffer_free(&address);
	buffer_free(&text);
}

static void add_element(struct walk *walk, const char *name, const char *text)
{
	open(walk, name);
	add_text(walk, text);
	close(walk);
}

static void enter_code(struct walk *walk, cmark_node *code)
{
	add_element(walk, "code", cmark_node_get_literal(code));
}

static void enter_code_block(struct walk *walk, cmark_node *block)
{
	open(walk, "pre");
	enter_code(walk, block);
	close(walk);
}

static void enter_text(struct walk *walk, cmark_node *text)
{
	add_text(walk, cmark_node_get_literal(text));
}

static void enter_soft_break(struct walk *walk, cmark_node *node)
{
	(void)node;
	add_text(walk, "\n");
}

static void enter_line_break(struct walk *walk, cmark_node *node)
{
	add_element(walk, "br", "");
	enter_soft_break(walk, node);
}

static void enter_rule(struct walk *walk, cmark_node *node)
{
	(void)node;
	add_element(walk, "hr", "");
}

/* What each node becomes: an element around what is in it, or whatever its function adds. */
static const struct kind {
	const char *name;
	void (*enter)(struct walk *walk, cmark_node *node);
	bool closes; /* an element stays open until the node ends */
} kinds[] = {
    [CMARK_NODE_BLOCK_QUOTE] = {"blockquote", NULL, true},
    [CMARK_NODE_LIST] = {NULL, enter_list, true},
    [CMARK_NODE_ITEM] = {"li", NULL, true},
    [CMARK_NODE_CODE_BLOCK] = {NULL, enter_code_block, false},
    [CMARK_NODE_PARAGRAPH] = {"p", NULL, true},
    [CMARK_NODE_HEADING] = {NULL, enter_heading, true},
    [CMARK_NODE_THEMATIC_BREAK] = {NULL, enter_rule, false},
    [CMARK_NODE_TEXT] = {NULL, enter_text, false},
    [CMARK_NODE_SOFTBREAK] = {NULL, enter_soft_break, false},
    [CMARK_NODE_LINEBREAK] = {NULL, enter_line_break, false},
    [CMARK_NODE_CODE] = {NULL, enter_code, false},
    [CMARK_NODE_EMPH] = {"em", NULL, true},
    [CMARK_NODE_STRONG] = {"strong", NULL, true},
    [CMARK_NODE_LINK] = {NULL, enter_link, true},
    [CMARK_NODE_IMAGE] = {NULL, enter_image, false},
};

static const struct kind *kind_of(cmark_node *node)
{
	static const struct kind nothing = {NULL, NULL, false};
	size_t type = (size_t)cmark_node_get_type(node);

	return type < sizeof kinds / sizeof *kinds ? &kinds[type] : &nothing;
}

static void enter(struct walk *walk, cmark_node *node)
{
	const struct kind *kind = kind_of(node);

	if (walk->lines->first && markdown_tree_is_leaf(node))
		walk->line = line_map_find(walk->lines, cmark_node_get_start_line(node));
	if (kind->name)
		open(walk, kind->name);
	else if (kind->enter)
		kind->enter(walk, node);
}

/* What is in an image was said with it. */
static void walk_tree(struct walk *walk, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE && !walk->too_deep) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_ENTER)
			enter(walk, node);
		else if (kind_of(node)->closes)
			close(walk);
		if (cmark_node_get_type(node) == CMARK_NODE_IMAGE)
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
	}
	cmark_iter_free(iter);
}

/* As in HTML, all stands in a body. */
bool markdown_tree_read(struct composer *composer, cmark_node *root, const struct line_map *lines)
{
	struct walk walk = {.soup = soup_new(composer, true), .lines = lines};

	open(&walk, "html");
	open(&walk, "body");
	walk_tree(&walk, root);
	close(&walk);
	close(&walk);
	soup_free(walk.soup);
	return !walk.too_deep;
}
