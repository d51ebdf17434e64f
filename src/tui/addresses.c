/*
 * A leaf that is nothing but a link, as "Register" in the practical information, gets its address
 * right below it. Links within a sentence get a number, and their addresses stand in a list at the
 * end. Links whose text is their address stay as they are.
 */
#include "config.h"

#include "tui/addresses.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "document/composer.h"

#include <string.h>

struct adding {
	const struct document *document;
	struct composer *composer;
	int *numbers;	     /* by link, from 1; 0 while it has none */
	ARRAY(int) numbered; /* links in the order of their numbers */
};

/* How an address is read out: a mail address is what stands behind "mailto:". */
static const char *readable(const char *url)
{
	static const char mail[] = "mailto:";
	size_t length = sizeof mail - 1;

	return strncmp(url, mail, length) ? url : url + length;
}

/* Whether a text holds an address, but for what goes without saying. */
static bool shows_address(const char *text, const char *url)
{
	const char *scheme = strstr(url, "://");
	const char *begin = scheme ? scheme + strlen("://") : readable(url);
	size_t length = strlen(begin);
	char *bare;
	bool shows;

	if (length && begin[length - 1] == '/')
		length--;
	bare = memory_strndup(begin, length);
	shows = length && strstr(text, bare);
	free(bare);
	return shows;
}

/* The index behind the last span, from `first` on, of the same link. */
static size_t end_of_link(const struct block *leaf, size_t first)
{
	size_t end = first + 1;

	while (end < leaf->span_count && leaf->spans[end].link == leaf->spans[first].link)
		end++;
	return end;
}

static bool is_shown(const struct adding *adding, const struct block *leaf, size_t first,
		     size_t end)
{
	struct buffer text = {0};
	bool shown;

	for (size_t i = first; i < end; i++)
		buffer_puts(&text, leaf->spans[i].text);
	shown = shows_address(buffer_text(&text), adding->document->links[leaf->spans[first].link]);
	buffer_free(&text);
	return shown;
}

static void add_span(struct adding *adding, const struct span *span, unsigned style)
{
	int link = span->link == DOCUMENT_NO_LINK
		       ? DOCUMENT_NO_LINK
		       : composer_link(adding->composer, adding->document->links[span->link]);

	composer_text(adding->composer, span->text, strlen(span->text), span->style | style, link);
}

static void add_address(struct adding *adding, int link)
{
	const char *url = adding->document->links[link];

	composer_text(adding->composer, readable(url), strlen(readable(url)), 0,
		      composer_link(adding->composer, url));
}

static void add_number(struct adding *adding, int link)
{
	struct buffer text = {0};

	if (!adding->numbers[link]) {
		array_push(&adding->numbered, link);
		adding->numbers[link] = (int)adding->numbered.count;
	}
	buffer_printf(&text, "\u00A0[%d]", adding->numbers[link]);
	composer_text(adding->composer, buffer_text(&text), text.length, 0, DOCUMENT_NO_LINK);
	buffer_free(&text);
}

static void add_spans(struct adding *adding, const struct block *leaf)
{
	for (size_t first = 0, end; first < leaf->span_count; first = end) {
		int link = leaf->spans[first].link;

		end = end_of_link(leaf, first);
		for (size_t i = first; i < end; i++)
			add_span(adding, &leaf->spans[i], 0);
		if (link == DOCUMENT_NO_LINK || is_shown(adding, leaf, first, end))
			continue;
		if (leaf->kind == BLOCK_PARAGRAPH && end - first == leaf->span_count) {
			composer_break(adding->composer);
			add_address(adding, link);
		} else {
			add_number(adding, link);
		}
	}
}

/* An image with an address becomes a line of text, which has room for a number. */
static void add_image(struct adding *adding, const struct block *image)
{
	struct span span = image->spans[0];

	if (!*span.text)
		span.text = _("image");
	composer_open(adding->composer, BLOCK_PARAGRAPH, 0, image->line);
	add_span(adding, &span, SPAN_IMAGE);
	add_number(adding, span.link);
}

static void add_block(struct adding *adding, const struct block *block)
{
	if (block->kind == BLOCK_IMAGE && block->span_count &&
	    block->spans[0].link != DOCUMENT_NO_LINK) {
		add_image(adding, block);
		return;
	}
	composer_open(adding->composer, block->kind, block->level, block->line);
	add_spans(adding, block);
}

static void add_blocks(struct adding *adding)
{
	const struct document *document = adding->document;
	ARRAY(uint32_t) ends = {0};

	for (size_t i = 0; i < document->block_count; i++) {
		for (; ends.count && ends.items[ends.count - 1] <= i; ends.count--)
			composer_close(adding->composer);
		add_block(adding, &document->blocks[i]);
		array_push(&ends, document->blocks[i].end);
	}
	for (; ends.count; ends.count--)
		composer_close(adding->composer);
	array_free(&ends);
}

/* The addresses by their numbers, a row each. */
static void add_list(struct adding *adding)
{
	struct composer *composer = adding->composer;
	int number = 0;

	if (!adding->numbered.count)
		return;
	composer_leaf(composer, BLOCK_HEADING, 1, _("Links"), 0);
	composer_open(composer, BLOCK_LIST, 0, 0);
	array_each (const int, link, &adding->numbered) {
		composer_open(composer, BLOCK_ITEM, ++number, 0);
		add_address(adding, *link);
		composer_close(composer);
	}
	composer_close(composer);
}

struct document *addresses_added(struct document *document)
{
	struct adding adding = {.document = document, .composer = composer_new()};

	adding.numbers = memory_alloc(document->link_count + 1, sizeof *adding.numbers);
	add_blocks(&adding);
	add_list(&adding);
	free(adding.numbers);
	array_free(&adding.numbered);
	document_free(document);
	return composer_finish(adding.composer);
}
