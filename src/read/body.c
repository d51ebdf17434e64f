#include "config.h"

#include "read/body.h"

#include "base/buffer.h"

#include <string.h>

enum { TAB_STOP = 4 /* as CommonMark has it */ };

/* A tab is kept as one space in an agenda, which would undo the indentation that it stands for. */
static void expand_tabs(struct buffer *out, const char *text, size_t length)
{
	size_t column = 0;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\t') {
			size_t spaces = TAB_STOP - column % TAB_STOP;

			buffer_fill(out, ' ', spaces);
			column += spaces;
			continue;
		}
		buffer_putc(out, text[i]);
		if (text[i] == '\n' || text[i] == '\r')
			column = 0;
		else
			column += ((unsigned char)text[i] & 0xC0) != 0x80;
	}
}

/* Line ends before the first character that is none and no space. */
static int blank_lines(const char *text, size_t length)
{
	int lines = 0;

	for (size_t i = 0; i < length && strchr(" \t\r\n", text[i]); i++)
		lines += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
	return lines;
}

struct markup body_markup(struct builder *builder, const struct front_matter *front)
{
	struct markup markup = {.kind = MARKUP_MARKDOWN};
	struct buffer expanded = {0};

	markup.line = front->body_line + blank_lines(front->body, front->body_length);
	if (front->body_length && memchr(front->body, '\t', front->body_length)) {
		expand_tabs(&expanded, front->body, front->body_length);
		markup.text = builder_lines(builder, expanded.data, expanded.length);
	} else {
		markup.text = builder_lines(builder, front->body, front->body_length);
	}
	buffer_free(&expanded);
	return markup;
}
