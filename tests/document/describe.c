#include "config.h"

#include "describe.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

static const char *const kinds[] = {
    [BLOCK_LIST] = "list",	 [BLOCK_ITEM] = "item",
    [BLOCK_QUOTE] = "quote",	 [BLOCK_TABLE] = "table",
    [BLOCK_ROW] = "row",	 [BLOCK_CELL] = "cell",
    [BLOCK_HEADING] = "heading", [BLOCK_PARAGRAPH] = "paragraph",
    [BLOCK_CODE] = "code",	 [BLOCK_RULE] = "rule",
    [BLOCK_IMAGE] = "image",
};

static void put_text(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			buffer_puts(out, "¶");
		else
			buffer_putc(out, *text);
	}
}

static void put_span(struct buffer *out, const struct document *document, const struct span *span)
{
	static const char letters[] = "bics g";
	bool linked = span->link != DOCUMENT_NO_LINK;

	if (span->style == SPAN_BREAK) {
		buffer_puts(out, "<br>");
		return;
	}
	if (span->style || linked)
		buffer_putc(out, '{');
	for (size_t i = 0; i < sizeof letters - 1; i++)
		if (span->style & 1u << i)
			buffer_putc(out, letters[i]);
	if (span->style && linked)
		buffer_putc(out, ' ');
	if (linked)
		buffer_puts(out, document->links[span->link]);
	if (span->style || linked)
		buffer_putc(out, '|');
	put_text(out, span->text);
	if (span->style || linked)
		buffer_putc(out, '}');
}

static void put_block(struct buffer *out, const struct document *document,
		      const struct block *block, bool lines)
{
	int line = block->line;

	if (lines)
		buffer_printf(out, "@%d ", block->line);
	buffer_fill(out, ' ', 2 * (size_t)block->depth);
	buffer_puts(out, kinds[block->kind]);
	if (block->level)
		buffer_printf(out, " %d", block->level);
	if (block->span_count)
		buffer_putc(out, ' ');
	for (size_t i = 0; i < block->span_count; i++) {
		if (lines && block->spans[i].line != line)
			buffer_printf(out, "@%d ", line = block->spans[i].line);
		put_span(out, document, &block->spans[i]);
	}
	buffer_putc(out, '\n');
}

char *describe(const struct document *document, bool lines)
{
	struct buffer out = {0};

	for (size_t i = 0; i < document->block_count; i++)
		put_block(&out, document, &document->blocks[i], lines);
	return buffer_steal(&out);
}

struct document *read_as(enum format format, const char *text)
{
	static struct document *(*const readers[])(const char *, size_t, struct place,
						   struct report *) = {
	    [MARKDOWN] = document_from_markdown,
	    [HTML] = document_from_html,
	    [PLAIN] = document_from_plain,
	};

	return readers[format](text, strlen(text), (struct place){"page", 1, 0}, NULL);
}

char *describe_text(enum format format, const char *text, bool lines)
{
	struct document *document = read_as(format, text);
	char *described = document ? describe(document, lines) : strdup("error");

	document_free(document);
	return described;
}

char *describe_wrapped(const struct wrapped *wrapped)
{
	struct buffer out = {0};

	for (size_t i = 0; i < wrapped->line_count; i++) {
		const struct wrap_line *line = &wrapped->lines[i];

		buffer_fill(&out, ' ', (size_t)line->indent);
		for (size_t j = 0; j < line->run_count; j++)
			buffer_append(&out, line->runs[j].text, line->runs[j].length);
		buffer_putc(&out, '\n');
	}
	return buffer_steal(&out);
}
