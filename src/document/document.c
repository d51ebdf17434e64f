#include "config.h"

#include "document/document.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "document/composer.h"
#include "document/flow.h"
#include "document/markdown.h"
#include "document/tagsoup.h"

#include <string.h>

/* An address of so many bytes is a file that stands in the text itself, as in pages that were saved
 * with their pictures. */
enum { INLINED_LEAST = 1024 };

static bool fits(size_t length, struct place place, struct report *report)
{
	if (length <= DOCUMENT_LARGEST)
		return true;
	return report_error(report, place, _("a text of more than %d MB is not read"),
			    DOCUMENT_LARGEST / (1024 * 1024));
}

static struct document *finish(struct composer *composer, bool done, struct place place,
			       struct report *report)
{
	if (done)
		return composer_finish(composer);
	composer_free(composer);
	report_error(report, place, _("nested deeper than %d elements"), DOCUMENT_DEEPEST);
	return NULL;
}

/* The bytes of an address that begins with its scheme, "data:", up to what ends it. */
static size_t address_bytes(const char *text, size_t length)
{
	size_t bytes = 0;

	while (bytes < length && (unsigned char)text[bytes] > ' ' &&
	       !strchr("\"'<>()", text[bytes]))
		bytes++;
	return bytes;
}

/* Where the next address that may hold a file begins, at or behind `from`; `length` for nowhere. */
static size_t next_scheme(const char *text, size_t from, size_t length)
{
	const char *found = from < length ? memmem(text + from, length - from, "data:", 5) : NULL;

	return found ? (size_t)(found - text) : length;
}

/*
 * What a parser takes: valid UTF-8 in which a line ends in \n, without the control characters that
 * would end its work, and without files that stand in it. Lines stay where they are.
 */
static void append_parsable(struct buffer *out, const char *text, size_t length)
{
	size_t scheme = next_scheme(text, 0, length);
	uint32_t c;

	for (size_t at = 0, bytes; at < length; at += bytes) {
		if (at == scheme) {
			bytes = address_bytes(text + at, length - at);
			scheme = next_scheme(text, at + bytes, length);
			if (bytes >= INLINED_LEAST)
				continue;
		}
		bytes = utf8_plain_run(text + at, scheme - at);
		if (bytes) {
			buffer_append(out, text + at, bytes);
			continue;
		}
		bytes = utf8_decode(text + at, length - at, &c);
		if (c == '\r' && at + 1 < length && text[at + 1] == '\n')
			continue;
		if (c == '\r')
			c = '\n';
		if (c < ' ' && c != '\n' && c != '\t')
			c = c == '\f' || c == '\v' ? ' ' : UTF8_REPLACEMENT;
		utf8_append(out, c);
	}
}

static struct document *read_text(const char *text, size_t length, struct place place,
				  struct report *report,
				  bool (*read)(struct composer *, const struct buffer *, int))
{
	struct buffer parsable = {0};
	struct composer *composer;
	bool done;

	append_parsable(&parsable, text, length);
	if (!fits(parsable.length, place, report)) {
		buffer_free(&parsable);
		return NULL;
	}
	composer = composer_new();
	done = read(composer, &parsable, place.line);
	buffer_free(&parsable);
	return finish(composer, done, place, report);
}

struct document *document_from_markdown(const char *text, size_t length, struct place place,
					struct report *report)
{
	return read_text(text, length, place, report, markdown_read);
}

struct document *document_from_html(const char *text, size_t length, struct place place,
				    struct report *report)
{
	return read_text(text, length, place, report, tagsoup_read);
}

static bool is_blank(const char *line, size_t length)
{
	while (length && (*line == ' ' || *line == '\t'))
		line++, length--;
	return !length;
}

static bool read_plain(struct composer *composer, const struct buffer *text, int line)
{
	struct flow *flow = flow_new(composer, false);
	const char *end = buffer_text(text) + text->length;

	for (const char *at = buffer_text(text); at < end; at++) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t length = (size_t)((newline ? newline : end) - at);

		if (is_blank(at, length))
			flow_end(flow);
		flow_text(flow, at, length, line);
		flow_break(flow, line);
		at += length;
		line += line > 0;
	}
	flow_free(flow);
	return true;
}

struct document *document_from_plain(const char *text, size_t length, struct place place,
				     struct report *report)
{
	return read_text(text, length, place, report, read_plain);
}

void document_free(struct document *document)
{
	if (document)
		arena_free(document->arena);
}

bool document_is_leaf(const struct block *block)
{
	return block->kind >= BLOCK_HEADING;
}

static void append_block_text(struct buffer *out, const struct block *block)
{
	for (size_t i = 0; i < block->span_count; i++)
		buffer_puts(out, block->spans[i].text);
}

char *document_block_text(const struct block *block)
{
	struct buffer out = {0};

	append_block_text(&out, block);
	return buffer_steal(&out);
}

char *document_plain_text(const struct document *document)
{
	struct buffer out = {0};

	for (size_t i = 0; i < document->block_count; i++) {
		if (!document->blocks[i].span_count)
			continue;
		append_block_text(&out, &document->blocks[i]);
		buffer_putc(&out, '\n');
	}
	return buffer_steal(&out);
}
