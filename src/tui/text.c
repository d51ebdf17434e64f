#include "config.h"

#include "tui/text.h"

static size_t last_top(const struct text *text)
{
	size_t lines = text_lines(text), height = (size_t)text->height;

	return lines > height ? lines - height : 0;
}

static void unwrap(struct text *text)
{
	wrap_free(text->wrapped);
	text->wrapped = NULL;
}

void text_replace(struct text *text, struct document *document)
{
	unwrap(text);
	document_free(text->document);
	text->document = document;
}

void text_set(struct text *text, struct document *document)
{
	text_replace(text, document);
	text->top = 0;
}

void text_free(struct text *text)
{
	text_set(text, NULL);
}

void text_fit(struct text *text, int columns, int height)
{
	if (columns != text->columns)
		unwrap(text);
	text->columns = columns;
	text->height = height < 1 ? 1 : height;
	if (!text->wrapped && text->document)
		text->wrapped = wrap_document(text->document,
					      columns < TEXT_NARROWEST ? TEXT_NARROWEST : columns);
	if (text->top > last_top(text))
		text->top = last_top(text);
}

size_t text_lines(const struct text *text)
{
	return text->wrapped ? text->wrapped->line_count : 0;
}

void text_scroll(struct text *text, int lines)
{
	size_t by = (size_t)(lines < 0 ? -lines : lines);

	if (lines < 0)
		text->top = text->top > by ? text->top - by : 0;
	else
		text->top = text->top + by < last_top(text) ? text->top + by : last_top(text);
}

void text_move(struct text *text, enum motion motion)
{
	int page = text->height > 1 ? text->height - 1 : 1;

	switch (motion) {
	case MOTION_UP:
		text_scroll(text, -1);
		break;
	case MOTION_DOWN:
		text_scroll(text, 1);
		break;
	case MOTION_PAGE_UP:
		text_scroll(text, -page);
		break;
	case MOTION_PAGE_DOWN:
		text_scroll(text, page);
		break;
	case MOTION_FIRST:
		text->top = 0;
		break;
	case MOTION_LAST:
		text->top = last_top(text);
		break;
	}
}

bool text_more_above(const struct text *text)
{
	return text->top > 0;
}

bool text_more_below(const struct text *text)
{
	return text->top < last_top(text);
}

static enum role role_of(const struct wrap_line *line, const struct wrap_run *run)
{
	if (run->link != DOCUMENT_NO_LINK)
		return ROLE_LINK;
	if (line->kind == BLOCK_HEADING)
		return line->level > 1 ? ROLE_HEADING : ROLE_TITLE;
	if (run->style & SPAN_CODE || line->kind == BLOCK_CODE)
		return ROLE_CODE;
	if (run->style & SPAN_STRONG)
		return ROLE_STRONG;
	return run->style & SPAN_EMPHASIS ? ROLE_EMPHASIS : ROLE_TEXT;
}

int text_draw_line(const struct text *text, struct screen *screen, int row, int column,
		   size_t number)
{
	const struct wrap_line *line;

	if (number >= text_lines(text))
		return column;
	line = &text->wrapped->lines[number];
	column += line->indent;
	for (size_t i = 0; i < line->run_count; i++) {
		const struct wrap_run *run = &line->runs[i];

		screen_put_n(screen, row, column, role_of(line, run), run->text, run->length);
		column += run->columns;
	}
	return column;
}

void text_draw(const struct text *text, struct screen *screen, int row, int column)
{
	for (int i = 0; i < text->height; i++)
		text_draw_line(text, screen, row + i, column, text->top + (size_t)i);
}
