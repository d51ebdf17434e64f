/*
 * Reads the bytes as Markdown, HTML or plain text (the first byte says which, and how wide), looks
 * whether the tree is well formed, wraps it, and reads what html_write() makes of it again.
 */
#include "config.h"

#include "fuzz.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "document/document.h"
#include "document/html.h"
#include "document/wrap.h"

#include <stdlib.h>
#include <string.h>

enum { LARGEST = 64 * 1024 };

typedef struct document *reading(const char *, size_t, struct place, struct report *);

static reading *const readings[] = {document_from_markdown, document_from_html,
				    document_from_plain};

static void look_at(const struct document *document)
{
	size_t bad;

	for (size_t i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];

		FUZZ_HOLDS(block->end > i && block->end <= document->block_count);
		FUZZ_HOLDS(block->parent == DOCUMENT_NO_PARENT || block->parent < i);
		for (size_t s = 0; s < block->span_count; s++) {
			const struct span *span = &block->spans[s];

			FUZZ_HOLDS(span->link == DOCUMENT_NO_LINK ||
				   (size_t)span->link < document->link_count);
			FUZZ_HOLDS(utf8_valid(span->text, strlen(span->text), &bad));
		}
	}
}

static void wrap(const struct document *document, int width)
{
	struct wrapped *wrapped = wrap_document(document, width);

	for (size_t i = 0; i < wrapped->line_count; i++) {
		int columns = wrapped->lines[i].indent;

		for (size_t r = 0; r < wrapped->lines[i].run_count; r++)
			columns += wrapped->lines[i].runs[r].columns;
		FUZZ_HOLDS(columns <= width);
	}
	wrap_free(wrapped);
}

static void write_and_read(const struct document *document)
{
	struct buffer html = {0};
	struct document *again;

	html_write(&html, document, 0, document->block_count);
	again = document_from_html(buffer_text(&html), html.length, (struct place){0}, NULL);
	if (again) {
		char *before = document_plain_text(document), *after = document_plain_text(again);

		FUZZ_HOLDS(!strcmp(before, after));
		free(before);
		free(after);
	}
	document_free(again);
	buffer_free(&html);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buffer text = {0};
	struct document *document;

	if (!size || size > LARGEST)
		return 0;
	utf8_sanitise(&text, (const char *)data + 1, size - 1, UTF8_KEEP_LINES);
	document = readings[data[0] % 3](buffer_text(&text), text.length, (struct place){0}, NULL);
	if (document) {
		look_at(document);
		wrap(document, 8 + data[0]);
		write_and_read(document);
	}
	document_free(document);
	buffer_free(&text);
	return 0;
}
