#include "config.h"

#include "write/lines.h"

#include "base/utf8.h"
#include "document/composer.h"
#include "document/wrap.h"

#include <string.h>

static int line_columns(const struct wrap_line *line)
{
	int columns = line->indent;

	for (size_t i = 0; i < line->run_count; i++)
		columns += line->runs[i].columns;
	return columns;
}

static void append_line(struct buffer *out, const struct wrap_line *line, int indent)
{
	if (line->run_count) {
		buffer_fill(out, ' ', (size_t)(indent + line->indent));
		for (size_t i = 0; i < line->run_count; i++)
			buffer_append(out, line->runs[i].text, line->runs[i].length);
	}
	buffer_putc(out, '\n');
}

static void underline(struct buffer *out, char character, int indent, int columns)
{
	buffer_fill(out, ' ', (size_t)indent);
	buffer_fill(out, character, (size_t)columns);
	buffer_puts(out, "\n\n");
}

static bool is_top_heading(const struct wrap_line *line)
{
	return line->kind == BLOCK_HEADING && line->level == 1 && line->run_count;
}

void lines_document(struct buffer *out, const struct document *document, int indent, int width)
{
	struct wrapped *wrapped = wrap_document(document, width - indent);
	int widest = 0;

	for (size_t i = 0; i < wrapped->line_count; i++) {
		const struct wrap_line *line = &wrapped->lines[i];
		bool last = i + 1 == wrapped->line_count || line[1].block != line->block;

		append_line(out, line, indent);
		if (!is_top_heading(line))
			continue;
		widest = line_columns(line) > widest ? line_columns(line) : widest;
		if (!last)
			continue;
		underline(out, '-', indent, widest);
		widest = 0;
	}
	wrap_free(wrapped);
}

/* One text as a document of one paragraph. */
static struct document *document_of(const char *text)
{
	struct composer *composer = composer_new();

	composer_leaf(composer, BLOCK_PARAGRAPH, 0, text, 0);
	return composer_finish(composer);
}

/* Returns the columns of the widest line. */
static int append_text(struct buffer *out, const char *text, int indent, int width)
{
	struct document *document = document_of(text);
	struct wrapped *wrapped = wrap_document(document, width - indent);
	int widest = 0;

	for (size_t i = 0; i < wrapped->line_count; i++) {
		int columns = line_columns(&wrapped->lines[i]);

		append_line(out, &wrapped->lines[i], i ? indent : 0);
		widest = columns > widest ? columns : widest;
	}
	wrap_free(wrapped);
	document_free(document);
	return widest;
}

void lines_text(struct buffer *out, const char *text, int indent, int width)
{
	if (!append_text(out, text, indent, width))
		buffer_putc(out, '\n');
}

void lines_heading(struct buffer *out, const char *text, char character, int width)
{
	underline(out, character, 0, append_text(out, text, 0, width));
}

static bool ends_with(const struct buffer *out, const char *end)
{
	size_t length = strlen(end);

	return out->length >= length && !strcmp(out->data + out->length - length, end);
}

void lines_part(struct buffer *out)
{
	if (out->length && !ends_with(out, "\n\n"))
		buffer_putc(out, '\n');
}

static bool is_no_break_space(uint32_t character)
{
	return character == 0x00A0 || character == 0x202F;
}

static void trim_line(struct buffer *out)
{
	while (ends_with(out, " "))
		buffer_truncate(out, out->length - 1);
}

void lines_tidy(struct buffer *out)
{
	struct buffer tidy = {0};
	const char *text = buffer_text(out);
	uint32_t character;

	for (size_t at = 0, taken; at < out->length; at += taken) {
		taken = utf8_decode(text + at, out->length - at, &character);
		if (character == '\n')
			trim_line(&tidy);
		if (is_no_break_space(character))
			buffer_putc(&tidy, ' ');
		else
			buffer_append(&tidy, text + at, taken);
	}
	while (ends_with(&tidy, " ") || ends_with(&tidy, "\n"))
		buffer_truncate(&tidy, tidy.length - 1);
	buffer_putc(&tidy, '\n');
	buffer_free(out);
	*out = tidy;
}
