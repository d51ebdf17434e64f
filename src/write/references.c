#include "config.h"

#include "write/references.h"

#include "base/array.h"
#include "base/i18n.h"
#include "base/lookup.h"
#include "base/utf8.h"
#include "document/composer.h"

#include <stdlib.h>
#include <string.h>

struct references {
	ARRAY(char *) urls;
	struct lookup numbers; /* url → its place in urls */
};

struct references *references_new(void)
{
	return memory_alloc(1, sizeof(struct references));
}

void references_free(struct references *references)
{
	if (!references)
		return;
	array_each (char *, url, &references->urls)
		free(*url);
	array_free(&references->urls);
	lookup_free(&references->numbers);
	free(references);
}

size_t references_count(const struct references *references)
{
	return references->urls.count;
}

static const char *without_mailto(const char *url)
{
	static const char mailto[] = "mailto:";

	return strncmp(url, mailto, sizeof mailto - 1) ? url : url + sizeof mailto - 1;
}

void references_write(const struct references *references, struct buffer *out)
{
	for (size_t i = 0; i < references->urls.count; i++)
		buffer_printf(out, "[%zu] %s\n", i + 1, without_mailto(references->urls.items[i]));
}

unsigned references_number_of(struct references *references, const char *url)
{
	uint32_t known = lookup_find(&references->numbers, url);

	if (known != LOOKUP_MISSING)
		return known + 1;
	array_push(&references->urls, memory_strdup(url));
	lookup_add(&references->numbers, references->urls.items[references->urls.count - 1],
		   (uint32_t)(references->urls.count - 1));
	return (unsigned)references->urls.count;
}

/* What may stand before a text in its own address: of what is written bare. */
static const struct {
	const char *text, *url; /* how the text and the address begin */
} openings[] = {{"", ""}, {"", "mailto:"}, {"www.", "http://"}};

/* Whether a text is its link's address, but for what goes without saying. */
static bool is_own_address(const char *text, const char *url)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
		size_t opening = strlen(openings[i].url);
		const char *rest = url + opening;

		if (!strncmp(text, openings[i].text, strlen(openings[i].text)) &&
		    !strncmp(url, openings[i].url, opening) && !strncmp(rest, text, length) &&
		    (!rest[length] || !strcmp(rest + length, "/")))
			return true;
	}
	return false;
}

/* What lists and quotes may indent a line by, for each block that holds it. */
enum { INDENT_KEPT = 4 };

/* A copy in the making. */
struct numbering {
	struct references *references;
	const struct document *document;
	struct composer *composer;
	int width;
};

static void add_text(struct numbering *n, const char *text, unsigned style)
{
	composer_text(n->composer, text, strlen(text), style, DOCUMENT_NO_LINK);
}

static void add_number(struct numbering *n, const char *url, const char *gap)
{
	struct buffer number = {0};

	buffer_printf(&number, "%s[%u]", gap, references_number_of(n->references, url));
	add_text(n, buffer_text(&number), 0);
	buffer_free(&number);
}

static void add_image(struct numbering *n, const struct span *span)
{
	struct buffer text = {0};

	if (*span->text)
		/* Translators: the alternative text of an image that cannot be shown. */
		buffer_printf(&text, _("[Image: %s]"), span->text);
	else
		buffer_puts(&text, _("[Image]"));
	add_text(n, buffer_text(&text), 0);
	buffer_free(&text);
}

/* The longest address that a line can take; in a cell of a table lines are shorter. */
static int longest(const struct numbering *n, const struct block *leaf)
{
	bool in_cell = leaf->parent != DOCUMENT_NO_PARENT &&
		       n->document->blocks[leaf->parent].kind == BLOCK_CELL;

	return in_cell ? n->width / 2 : n->width - INDENT_KEPT * leaf->depth;
}

/* The spans of one link, up to `count` of them; returns how many they are. */
static size_t add_link(struct numbering *n, const struct block *leaf, const struct span *spans,
		       size_t count)
{
	const char *url = n->document->links[spans->link];
	struct buffer text = {0};
	size_t used = 0;
	bool image = leaf->kind == BLOCK_IMAGE || spans->style & SPAN_IMAGE, own;

	for (; used < count && spans[used].link == spans->link; used++)
		buffer_puts(&text, spans[used].text);
	own = !image && is_own_address(buffer_text(&text), url);
	if (own && utf8_columns(buffer_text(&text), text.length) > longest(n, leaf)) {
		add_number(n, url, "");
	} else {
		for (size_t i = 0; i < used; i++) {
			if (leaf->kind == BLOCK_IMAGE || spans[i].style & SPAN_IMAGE)
				add_image(n, &spans[i]);
			else
				add_text(n, spans[i].text, spans[i].style);
		}
		if (!own)
			add_number(n, url, "\u00A0");
	}
	buffer_free(&text);
	return used;
}

static void add_leaf(struct numbering *n, const struct block *leaf)
{
	enum block_kind kind = leaf->kind == BLOCK_IMAGE ? BLOCK_PARAGRAPH : leaf->kind;

	composer_open(n->composer, kind, leaf->level, leaf->line);
	for (size_t i = 0; i < leaf->span_count;) {
		const struct span *span = &leaf->spans[i];

		if (span->link != DOCUMENT_NO_LINK) {
			i += add_link(n, leaf, span, leaf->span_count - i);
			continue;
		}
		if (leaf->kind == BLOCK_IMAGE || span->style & SPAN_IMAGE)
			add_image(n, span);
		else
			add_text(n, span->text, span->style);
		i++;
	}
	composer_close(n->composer);
}

struct document *references_number(struct references *references, const struct document *document,
				   int width)
{
	struct numbering n = {references, document, composer_new(), width};
	ARRAY(uint32_t) ends = {0};

	for (uint32_t i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];

		for (; ends.count && ends.items[ends.count - 1] <= i; ends.count--)
			composer_close(n.composer);
		if (document_is_leaf(block)) {
			add_leaf(&n, block);
			continue;
		}
		composer_open(n.composer, block->kind, block->level, block->line);
		array_push(&ends, block->end);
	}
	array_free(&ends);
	return composer_finish(n.composer);
}
