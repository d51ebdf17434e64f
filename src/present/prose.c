#include "config.h"

#include "present/prose.h"

#include "present/pages.h"
#include "present/session_facts.h"

#include <string.h>

static void begin(struct buffer *out, const char *separator)
{
	if (out->length)
		buffer_puts(out, separator);
}

/* Spans */

/* Line breaks of the source are spaces; those that it meant are lines. */
static void append_span(struct buffer *out, const struct span *span)
{
	size_t from = out->length;

	buffer_puts(out, span->text);
	for (size_t i = from; i < out->length && !(span->style & SPAN_BREAK); i++)
		if (out->data[i] == '\n')
			out->data[i] = ' ';
}

/* Whether a text says its address, but for what goes without saying: "https://", a slash. */
static bool says_address(const char *text, const char *url)
{
	size_t length = strlen(text);

	while (length && text[length - 1] == '/')
		length--;
	return length && memmem(url, strlen(url), text, length);
}

/* The spans of one link, from the first one on; returns how many they are. */
static size_t append_link(struct buffer *out, const struct document *document,
			  const struct block *leaf, size_t first)
{
	int link = leaf->spans[first].link;
	size_t from = out->length, i = first;

	for (; i < leaf->span_count && leaf->spans[i].link == link; i++)
		append_span(out, &leaf->spans[i]);
	if (out->length == from)
		buffer_puts(out, document->links[link]);
	else if (!says_address(out->data + from, document->links[link]))
		buffer_printf(out, " (%s)", document->links[link]);
	return i - first;
}

static void append_spans(struct buffer *out, const struct document *document,
			 const struct block *leaf)
{
	for (size_t i = 0; i < leaf->span_count;) {
		if (leaf->spans[i].link != DOCUMENT_NO_LINK)
			i += append_link(out, document, leaf, i);
		else if (leaf->kind == BLOCK_CODE)
			buffer_puts(out, leaf->spans[i++].text);
		else
			append_span(out, &leaf->spans[i++]);
	}
}

/* Blocks */

/* The block of that kind which holds another; DOCUMENT_NO_PARENT where none does. */
static uint32_t holder(const struct document *document, uint32_t index, enum block_kind kind)
{
	do
		index = document->blocks[index].parent;
	while (index != DOCUMENT_NO_PARENT && document->blocks[index].kind != kind);
	return index;
}

/* What parts a leaf from the one before it: an empty line, unless they belong together. */
static const char *separator(const struct document *document, uint32_t before, uint32_t leaf)
{
	uint32_t row = holder(document, leaf, BLOCK_ROW);

	if (row != DOCUMENT_NO_PARENT && row == holder(document, before, BLOCK_ROW))
		return " | ";
	if (document->blocks[before].kind == BLOCK_HEADING)
		return "\n";
	if (row != DOCUMENT_NO_PARENT &&
	    holder(document, before, BLOCK_TABLE) == holder(document, leaf, BLOCK_TABLE))
		return "\n";
	return holder(document, leaf, BLOCK_ITEM) == DOCUMENT_NO_PARENT ? "\n\n" : "\n";
}

/* The bullet or number of an item, before the first leaf in it. */
static void append_bullet(struct buffer *out, const struct document *document, uint32_t before,
			  uint32_t leaf)
{
	uint32_t item = holder(document, leaf, BLOCK_ITEM), outer = item;
	size_t indent = 0;

	if (item == DOCUMENT_NO_PARENT)
		return;
	while ((outer = holder(document, outer, BLOCK_ITEM)) != DOCUMENT_NO_PARENT)
		indent += 2;
	buffer_fill(out, ' ', indent);
	if (before != DOCUMENT_NO_PARENT && before > item)
		buffer_puts(out, "  ");
	else if (document->blocks[item].level)
		buffer_printf(out, "%d. ", document->blocks[item].level);
	else
		buffer_puts(out, "• ");
}

static void append_document(struct buffer *out, const struct document *document)
{
	uint32_t before = DOCUMENT_NO_PARENT;

	for (uint32_t i = 0; i < document->block_count; i++) {
		const struct block *leaf = &document->blocks[i];

		if (!document_is_leaf(leaf) || leaf->kind == BLOCK_RULE)
			continue;
		if (before == DOCUMENT_NO_PARENT)
			begin(out, "\n\n");
		else
			buffer_puts(out, separator(document, before, i));
		append_bullet(out, document, before, i);
		append_spans(out, document, leaf);
		before = i;
	}
}

/* Sessions */

void prose_session(struct buffer *out, const struct agenda *agenda, size_t index)
{
	const struct session *session = &agenda->sessions[index];
	struct document *texts = pages_session_texts(agenda, index);
	struct buffer prose = {0};

	buffer_puts(&prose, session->subtitle);
	if (session->speakers.count)
		begin(&prose, "\n");
	session_facts_speakers(&prose, agenda, index);
	append_document(&prose, texts);
	buffer_append(out, buffer_text(&prose), prose.length);
	buffer_free(&prose);
	document_free(texts);
}
