/*
 * cmark makes HTML of Markdown, which then goes the road of all HTML. Before each block a mark is
 * put into cmark's tree that says on which line of the source the block begins; within a block the
 * lines of the HTML are those of the source.
 *
 * cmark looks through all open containers for each blank line, so long runs of these, which say no
 * more than short ones, are not passed on. What that does to the lines is kept in gaps.
 */
#include "config.h"

#include "document/markdown.h"

#include "base/array.h"
#include "document/tagsoup.h"
#include "document/unclosed.h"

#include <cmark.h>
#include <string.h>

enum { OPTIONS = CMARK_OPT_UNSAFE, MOST_BLANK_LINES = 100 };

/* Lines that cmark was not given. */
struct gap {
	int before;  /* the line it is given next, as it counts */
	int skipped; /* how many lines it has missed up to there */
};

struct source {
	int line; /* of the first byte, 0 for unknown */
	ARRAY(struct gap) gaps;
};

static void *reallocate(void *block, size_t size)
{
	size_t capacity = 0;

	return memory_grow(block, &capacity, size ? size : 1, 1);
}

static cmark_mem memory = {memory_alloc, reallocate, free};

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

/* The line of the source that cmark counts as `line`. */
static int source_line(const struct source *source, int line)
{
	size_t low = 0, high = source->gaps.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (source->gaps.items[middle].before <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return source->line + line - 1 + (low ? source->gaps.items[low - 1].skipped : 0);
}

static void mark(const struct source *source, cmark_node *node)
{
	cmark_node *marker = cmark_node_new_with_mem(CMARK_NODE_HTML_BLOCK, &memory);
	struct buffer text = {0};

	tagsoup_mark_line(&text, source_line(source, cmark_node_get_start_line(node)));
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

static void prepare_blocks(const struct source *source, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
			close_html(node);
		if (source->line > 0 && is_marked(node))
			mark(source, node);
	}
	cmark_iter_free(iter);
}

static bool is_blank(const char *line, const char *end)
{
	while (line < end && (*line == ' ' || *line == '\t' || *line == '\n'))
		line++;
	return line == end;
}

static cmark_node *parse(struct source *source, const struct buffer *text)
{
	cmark_parser *parser = cmark_parser_new_with_mem(OPTIONS, &memory);
	const char *at = buffer_text(text), *end = at + text->length;
	struct gap gap = {.before = 1};
	cmark_node *root;
	int blank = 0, known = 0;

	for (const char *next; at < end; at = next) {
		next = memchr(at, '\n', (size_t)(end - at));
		next = next ? next + 1 : end;
		blank = is_blank(at, next) ? blank + 1 : 0;
		if (blank > MOST_BLANK_LINES) {
			gap.skipped++;
			continue;
		}
		if (gap.skipped > known)
			array_push(&source->gaps, gap);
		known = gap.skipped;
		gap.before++;
		cmark_parser_feed(parser, at, (size_t)(next - at));
	}
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

bool markdown_read(struct composer *composer, const struct buffer *text, int line)
{
	struct source source = {.line = line};
	cmark_node *root = parse(&source, text);
	struct buffer html = {0};
	char *rendered;
	bool done;

	prepare_blocks(&source, root);
	array_free(&source.gaps);
	rendered = cmark_render_html(root, OPTIONS);
	cmark_node_free(root);
	buffer_puts(&html, rendered);
	free(rendered);
	done = tagsoup_read_marked(composer, &html);
	buffer_free(&html);
	return done;
}
