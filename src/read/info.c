#include "config.h"

#include "read/info.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "document/document.h"
#include "read/value.h"

#include <stdlib.h>
#include <string.h>

/* Appends a label without the colons and spaces that end it. */
static void trim_label(struct buffer *out, const char *label)
{
	size_t length = strlen(label), before;

	do {
		before = length;
		length = utf8_trim(&label, length);
		length -= length && label[length - 1] == ':';
	} while (length != before);
	buffer_append(out, label, length);
}

static bool has_markup(const char *text)
{
	static const char *const marks[] = {"](", "<", "**", "&", "://", "www.", "@"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strstr(text, marks[i]))
			return true;
	return false;
}

/* The text that leads to an address of the document. */
static void link_text(struct buffer *out, const struct document *document, int link)
{
	for (size_t i = 0; i < document->block_count; i++)
		for (size_t j = 0; j < document->blocks[i].span_count; j++)
			if (document->blocks[i].spans[j].link == link)
				buffer_puts(out, document->blocks[i].spans[j].text);
}

static void add_links(struct builder *builder, const char *label, const struct document *document,
		      size_t first, int line)
{
	for (size_t i = first; i < document->link_count; i++) {
		struct buffer text = {0};

		link_text(&text, document, (int)i);
		builder_add_info(builder, label, buffer_text(&text), document->links[i], line);
		buffer_free(&text);
	}
}

static bool same_text(const char *text, const char *other)
{
	size_t length = utf8_trim(&text, strlen(text));

	return length == strlen(other) && !memcmp(text, other, length);
}

static void add_marked(struct builder *builder, const char *label, const char *url,
		       const struct document *document, int line)
{
	size_t first = !url && document->link_count;
	char *text = document_plain_text(document);

	if (first)
		url = document->links[0];
	builder_add_info(builder, label, url && same_text(text, url) ? NULL : text, url, line);
	add_links(builder, label, document, first, line);
	free(text);
}

static void add(struct builder *builder, const char *label, const char *text, const char *url,
		int line)
{
	struct document *document = NULL;

	if (text && has_markup(text))
		document = document_from_markdown(text, strlen(text), (struct place){0}, NULL);
	if (document)
		add_marked(builder, label, url, document, line);
	else if (text || url || label)
		builder_add_info(builder, label, text, url, line);
	document_free(document);
}

void info_add(struct builder *builder, const char *label, const char *text, const char *url,
	      int line)
{
	struct buffer trimmed = {0}, address = {0};
	const char *lost = url && !value_url(&address, url) ? url : NULL;

	trim_label(&trimmed, label ? label : "");
	label = trimmed.length ? buffer_text(&trimmed) : NULL;
	add(builder, label, text ? text : lost, address.length ? buffer_text(&address) : NULL,
	    line);
	if (text && lost)
		builder_add_info(builder, label, lost, NULL, line);
	buffer_free(&trimmed);
	buffer_free(&address);
}
