/*
 * cmark makes a tree of Markdown, which is read as it is where there is no raw HTML in it.
 * Otherwise cmark makes HTML of it, which then goes the road of all HTML: what people write may
 * open in one block and close in another. Before each block a mark is put into cmark's tree that
 * says on which line of the source the block begins; within a block the lines of the HTML are those
 * of the source.
 *
 * cmark looks through all open containers for each blank line, so long runs of these, which say no
 * more than short ones, are not passed on. What that does to the lines is kept in gaps.
 */
#include "config.h"

#include "document/markdown.h"

#include "base/memory.h"
#include "document/line_map.h"
#include "document/markdown_tree.h"
#include "document/tagsoup.h"
#include "document/unclosed.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

enum { OPTIONS = CMARK_OPT_UNSAFE, MOST_BLANK_LINES = 100 };

static void *reallocate(void *block, size_t size)
{
	size_t capacity = 0;

	return memory_grow(block, &capacity, size ? size : 1, 1);
}

static cmark_mem memory = {memory_alloc, reallocate, free};

static void mark(const struct line_map *lines, cmark_node *node)
{
	cmark_node *marker = cmark_node_new_with_mem(CMARK_NODE_HTML_BLOCK, &memory);
	struct buffer text = {0};

	tagsoup_mark_line(&text, line_map_find(lines, cmark_node_get_start_line(node)));
	cmark_node_set_literal(marker, buffer_text(&text));
	cmark_node_insert_before(node, marker);
	buffer_free(&text);
}

/* Raw HTML that never ends would swallow the blocks behind it. */
static void close_html(cmark_node *node)
{
	const char *html = cmark_node_get_literal(node);
	size_t length = strlen(html);
	struct buffer closed = {0};

	unclosed_escape(&closed, html, length, false);
	if (closed.length != length)
		cmark_node_set_literal(node, buffer_text(&closed));
	buffer_free(&closed);
}

static void prepare_blocks(const struct line_map *lines, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
			close_html(node);
		if (lines->first > 0 && markdown_tree_is_leaf(node))
			mark(lines, node);
	}
	cmark_iter_free(iter);
}

static bool is_blank(const char *line, const char *end)
{
	while (line < end && (*line == ' ' || *line == '\t' || *line == '\n'))
		line++;
	return line == end;
}

static cmark_node *parse(struct line_map *lines, const struct buffer *text)
{
	cmark_parser *parser = cmark_parser_new_with_mem(OPTIONS, &memory);
	const char *at = buffer_text(text), *end = at + text->length;
	cmark_node *root;
	int line = 1, blank = 0, skipped = 0, known = 0;

	for (const char *next; at < end; at = next) {
		next = memchr(at, '\n', (size_t)(end - at));
		next = next ? next + 1 : end;
		blank = is_blank(at, next) ? blank + 1 : 0;
		if (blank > MOST_BLANK_LINES) {
			skipped++;
			continue;
		}
		if (skipped > known)
			line_map_skip(lines, line, skipped);
		known = skipped;
		line++;
		cmark_parser_feed(parser, at, (size_t)(next - at));
	}
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

static bool read_as_html(struct composer *composer, cmark_node *root, const struct line_map *lines)
{
	struct buffer html = {0};
	char *rendered;
	bool done;

	prepare_blocks(lines, root);
	rendered = cmark_render_html(root, OPTIONS);
	buffer_puts(&html, rendered);
	free(rendered);
	done = tagsoup_read_marked(composer, &html);
	buffer_free(&html);
	return done;
}

bool markdown_read(struct composer *composer, const struct buffer *text, int line)
{
	struct line_map lines = {.first = line};
	cmark_node *root = parse(&lines, text);
	bool done = markdown_tree_has_html(root) ? read_as_html(composer, root, &lines)
						 : markdown_tree_read(composer, root, &lines);

	cmark_node_free(root);
	line_map_free(&lines);
	return done;
}
