/*
 * cmark makes HTML of Markdown, which then goes the road of all HTML. Before each block a mark is
 * put into cmark's tree that says on which line of the source the block begins; within a block the
 * lines of the HTML are those of the source.
 */
#include "config.h"

#include "document/markdown.h"

#include "base/memory.h"
#include "document/tagsoup.h"

#include <cmark.h>
#include <stdlib.h>

enum { OPTIONS = CMARK_OPT_UNSAFE };

static bool is_marked(cmark_node *node)
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

static void mark(cmark_node *node, int line)
{
	cmark_node *marker = cmark_node_new(CMARK_NODE_HTML_BLOCK);
	struct buffer text = {0};

	tagsoup_mark_line(&text, line + cmark_node_get_start_line(node) - 1);
	cmark_node_set_literal(marker, buffer_text(&text));
	cmark_node_insert_before(node, marker);
	buffer_free(&text);
}

static void mark_blocks(cmark_node *root, int line)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_ENTER && is_marked(cmark_iter_get_node(iter)))
			mark(cmark_iter_get_node(iter), line);
	cmark_iter_free(iter);
}

bool markdown_read(struct composer *composer, const struct buffer *text, int line)
{
	cmark_node *root = cmark_parse_document(buffer_text(text), text->length, OPTIONS);
	struct buffer html = {0};
	char *rendered;
	bool done;

	if (line > 0)
		mark_blocks(root, line);
	rendered = cmark_render_html(root, OPTIONS);
	cmark_node_free(root);
	buffer_puts(&html, rendered);
	free(rendered);
	done = tagsoup_read_marked(composer, &html);
	buffer_free(&html);
	return done;
}
