#include "config.h"

#include "document/html.h"

#include "base/array.h"

#include <string.h>

static void put_escaped(struct buffer *out, const char *text)
{
	for (size_t plain; *text; text += plain) {
		plain = strcspn(text, "&<>\"");
		buffer_append(out, text, plain);
		if (!text[plain])
			return;
		buffer_puts(out, text[plain] == '&'   ? "&amp;"
				 : text[plain] == '<' ? "&lt;"
				 : text[plain] == '>' ? "&gt;"
						      : "&quot;");
		plain++;
	}
}

static void put_attribute(struct buffer *out, const char *name, const char *value)
{
	buffer_printf(out, " %s=\"", name);
	put_escaped(out, value);
	buffer_putc(out, '"');
}

/* The elements of the styles, the outermost first. */
static const struct {
	unsigned style;
	const char *name;
} styles[] = {
    {SPAN_STRONG, "strong"},
    {SPAN_EMPHASIS, "em"},
    {SPAN_STRIKE, "del"},
    {SPAN_CODE, "code"},
};

enum { STYLE_COUNT = sizeof styles / sizeof *styles };

static void put_image(struct buffer *out, const char *alt, const char *url)
{
	buffer_puts(out, "<img");
	if (url)
		put_attribute(out, "src", url);
	put_attribute(out, "alt", alt);
	buffer_putc(out, '>');
}

static void put_span(struct buffer *out, const struct span *span, const char *url)
{
	for (size_t i = 0; i < STYLE_COUNT; i++)
		if (span->style & styles[i].style)
			buffer_printf(out, "<%s>", styles[i].name);
	if (span->style & SPAN_IMAGE)
		put_image(out, span->text, url);
	else
		put_escaped(out, span->text);
	for (size_t i = STYLE_COUNT; i-- > 0;)
		if (span->style & styles[i].style)
			buffer_printf(out, "</%s>", styles[i].name);
}

static const char *url_of(const struct document *document, int link)
{
	return link == DOCUMENT_NO_LINK ? NULL : document->links[link];
}

/* Closes the link that is open and opens another; returns the one that is open now. */
static int change_link(struct buffer *out, const struct document *document, int open, int link)
{
	if (open == link)
		return link;
	if (open != DOCUMENT_NO_LINK)
		buffer_puts(out, "</a>");
	if (link != DOCUMENT_NO_LINK) {
		buffer_puts(out, "<a");
		put_attribute(out, "href", document->links[link]);
		buffer_putc(out, '>');
	}
	return link;
}

/*
 * The link around a span. An image's link is its own address, unless its neighbours are in the same
 * link: then it is where that leads.
 */
static int link_around(const struct span *spans, size_t count, size_t i, int open)
{
	if (spans[i].style & SPAN_BREAK)
		return DOCUMENT_NO_LINK;
	if (!(spans[i].style & SPAN_IMAGE) || spans[i].link == open)
		return spans[i].link;
	return i + 1 < count && spans[i + 1].link == spans[i].link ? spans[i].link
								   : DOCUMENT_NO_LINK;
}

void html_write_spans(struct buffer *out, const struct document *document, const struct span *spans,
		      size_t count)
{
	int open = DOCUMENT_NO_LINK;

	for (size_t i = 0; i < count; i++) {
		open = change_link(out, document, open, link_around(spans, count, i, open));
		if (spans[i].style & SPAN_BREAK)
			buffer_puts(out, "<br>\n");
		else
			put_span(out, &spans[i],
				 open == spans[i].link ? NULL : url_of(document, spans[i].link));
	}
	change_link(out, document, open, DOCUMENT_NO_LINK);
}

/* Names of elements, by kind of block; a heading's level is its last character. */
static const char *const names[] = {
    [BLOCK_LIST] = "ul",     [BLOCK_ITEM] = "li",     [BLOCK_QUOTE] = "blockquote",
    [BLOCK_TABLE] = "table", [BLOCK_ROW] = "tr",      [BLOCK_CELL] = "td",
    [BLOCK_HEADING] = "h",   [BLOCK_PARAGRAPH] = "p", [BLOCK_CODE] = "pre",
    [BLOCK_RULE] = "hr",     [BLOCK_IMAGE] = "p",
};

/* Whether every item of a list has a number. */
static bool is_numbered(const struct document *document, const struct block *list)
{
	const struct block *blocks = document->blocks, *item = list + 1;

	for (; item < blocks + list->end; item = blocks + item->end)
		if (!item->level)
			return false;
	return true;
}

static const char *name_of(const struct document *document, const struct block *block)
{
	if (block->kind == BLOCK_LIST && is_numbered(document, block))
		return "ol";
	if (block->kind == BLOCK_CELL && block->level)
		return "th";
	return names[block->kind];
}

/* A paragraph that is all there is in its item or cell needs no element of its own. */
static bool is_bare(const struct document *document, const struct block *block)
{
	const struct block *parent =
	    block->parent == DOCUMENT_NO_PARENT ? NULL : &document->blocks[block->parent];

	return block->kind == BLOCK_PARAGRAPH && parent &&
	       (parent->kind == BLOCK_ITEM || parent->kind == BLOCK_CELL) &&
	       parent->end - block->parent == 2;
}

static int heading_level(const struct block *block)
{
	return block->level < 1 ? 1 : block->level > 6 ? 6 : block->level;
}

static void open_tag(struct buffer *out, const struct document *document, const struct block *block)
{
	buffer_printf(out, "<%s", name_of(document, block));
	if (block->kind == BLOCK_HEADING)
		buffer_printf(out, "%d", heading_level(block));
	if (block->kind == BLOCK_ITEM && block->level)
		buffer_printf(out, " value=\"%d\"", block->level);
	buffer_putc(out, '>');
	if (!document_is_leaf(block) && block->kind != BLOCK_ITEM && block->kind != BLOCK_CELL)
		buffer_putc(out, '\n');
}

static void close_tag(struct buffer *out, const struct document *document,
		      const struct block *block)
{
	if (block->kind == BLOCK_HEADING)
		buffer_printf(out, "</h%d>\n", heading_level(block));
	else
		buffer_printf(out, "</%s>\n", name_of(document, block));
}

static void put_content(struct buffer *out, const struct document *document,
			const struct block *block)
{
	const struct span *span = block->spans;

	if (block->kind == BLOCK_IMAGE) {
		if (block->span_count)
			put_image(out, span->text, url_of(document, span->link));
	} else if (block->kind == BLOCK_CODE) {
		/* The first line break in <pre> is not shown. */
		buffer_puts(out, block->span_count && *span->text == '\n' ? "\n" : "");
		for (size_t i = 0; i < block->span_count; i++)
			put_escaped(out, span[i].text);
	} else {
		html_write_spans(out, document, span, block->span_count);
	}
}

static void put_leaf(struct buffer *out, const struct document *document, const struct block *block)
{
	bool bare = is_bare(document, block);

	if (!bare)
		open_tag(out, document, block);
	put_content(out, document, block);
	if (block->kind == BLOCK_RULE)
		buffer_putc(out, '\n');
	else if (!bare)
		close_tag(out, document, block);
}

void html_write(struct buffer *out, const struct document *document, size_t first, size_t last)
{
	ARRAY(const struct block *) open = {0};

	if (last > document->block_count)
		last = document->block_count;
	for (size_t i = first; i <= last; i++) {
		while (open.count && (i == last || open.items[open.count - 1]->end <= i))
			close_tag(out, document, open.items[--open.count]);
		if (i == last)
			break;
		if (document_is_leaf(&document->blocks[i])) {
			put_leaf(out, document, &document->blocks[i]);
		} else {
			open_tag(out, document, &document->blocks[i]);
			array_push(&open, &document->blocks[i]);
		}
	}
	array_free(&open);
}
