#include "config.h"

#include "tui/text.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { AROUND = 2 /* lines that are seen before and behind a link */ };

static size_t last_top(const struct text *text)
{
	size_t lines = text_lines(text), height = (size_t)text->height;

	return lines > height ? lines - height : 0;
}

static void unwrap(struct text *text)
{
	wrap_free(text->wrapped);
	text->wrapped = NULL;
	text->anchors.items.count = text->anchors.pieces.count = 0;
	text->selected = 0;
}

static const char *address_of(const struct text *text, size_t anchor)
{
	return text->document->links[text->anchors.items.items[anchor].link];
}

void text_replace(struct text *text, struct document *document)
{
	unwrap(text);
	document_free(text->document);
	text->document = document;
}

void text_set(struct text *text, struct document *document)
{
	text_select_none(text);
	text_replace(text, document);
	text->top = 0;
}

void text_free(struct text *text)
{
	text_set(text, NULL);
	anchors_free(&text->anchors);
}

/* Finds the selected link again where it is still there. */
static size_t find_held(const struct text *text)
{
	const struct document *document = text->document;

	for (size_t link = 0; text->held && link < document->link_count; link++)
		if (!strcmp(document->links[link], text->held))
			return anchors_ranked(&text->anchors, (int)link, text->held_rank);
	return ANCHOR_NONE;
}

static void select_anchor(struct text *text, size_t anchor)
{
	char *address = memory_strdup(address_of(text, anchor));

	text_select_none(text);
	text->selected = anchor + 1;
	text->held = address;
	text->held_rank = anchors_rank(&text->anchors, anchor);
}

/* Scrolls as little as needed, but for some lines around it. */
static void show_selected(struct text *text)
{
	const struct anchor *anchor = &text->anchors.items.items[text->selected - 1];
	size_t height = (size_t)text->height, around = height > 2 * AROUND ? AROUND : 0;
	size_t first = anchor->first_line, behind = anchor->last_line + 1;

	if (behind + around > text->top + height)
		text->top = behind + around - height;
	if (first < text->top + around)
		text->top = first > around ? first - around : 0;
	if (text->top > last_top(text))
		text->top = last_top(text);
}

static bool selected_in_sight(const struct text *text)
{
	size_t line = text->anchors.items.items[text->selected - 1].first_line;

	return line >= text->top && line < text->top + (size_t)text->height;
}

static void wrap(struct text *text)
{
	int columns = text->columns < TEXT_NARROWEST ? TEXT_NARROWEST : text->columns;
	size_t held;

	text->edition++;
	text->wrapped = text->aloud ? wrap_to_be_read_aloud(text->document, columns)
				    : wrap_document(text->document, columns);
	anchors_find(&text->anchors, text->wrapped);
	held = find_held(text);
	if (held != ANCHOR_NONE)
		select_anchor(text, held);
	else
		text_select_none(text);
}

void text_set_aloud(struct text *text, bool aloud)
{
	if (aloud != text->aloud)
		unwrap(text);
	text->aloud = aloud;
}

void text_fit(struct text *text, int columns, int height)
{
	bool other_size = columns != text->columns || height != text->height;

	if (columns != text->columns)
		unwrap(text);
	text->columns = columns;
	text->height = height < 1 ? 1 : height;
	if (!text->wrapped && text->document)
		wrap(text), other_size = true;
	if (text->top > last_top(text))
		text->top = last_top(text);
	if (text->selected && other_size)
		show_selected(text);
}

size_t text_lines(const struct text *text)
{
	return text->wrapped ? text->wrapped->line_count : 0;
}

static void scroll_to(struct text *text, size_t top)
{
	text->top = top < last_top(text) ? top : last_top(text);
	if (text->selected && !selected_in_sight(text))
		text_select_none(text);
}

void text_scroll_to(struct text *text, size_t line)
{
	scroll_to(text, line);
}

void text_show_line(struct text *text, size_t line)
{
	size_t before = (size_t)text->height / 3;

	scroll_to(text, line > before ? line - before : 0);
}

void text_scroll(struct text *text, int lines)
{
	size_t by = (size_t)(lines < 0 ? -lines : lines);

	scroll_to(text, lines >= 0 ? text->top + by : text->top > by ? text->top - by : 0);
}

void text_move(struct text *text, enum motion motion)
{
	int page = text->height > 1 ? text->height - 1 : 1;
	int half = text->height > 1 ? text->height / 2 : 1;

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
	case MOTION_HALF_UP:
		text_scroll(text, -half);
		break;
	case MOTION_HALF_DOWN:
		text_scroll(text, half);
		break;
	case MOTION_LEFT:
	case MOTION_RIGHT:
	case MOTION_TOP:
	case MOTION_BOTTOM:
		break;
	case MOTION_FIRST:
		scroll_to(text, 0);
		break;
	case MOTION_LAST:
		scroll_to(text, last_top(text));
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

/* Links */

/* The one that a step leads to, ANCHOR_NONE where there is none. */
static size_t beside(const struct text *text, int step)
{
	size_t count = text->anchors.items.count;

	if (!text->selected)
		return step > 0 ? anchors_from(&text->anchors, text->top)
				: anchors_above(&text->anchors, text->top);
	if (step > 0)
		return text->selected < count ? text->selected : ANCHOR_NONE;
	return text->selected > 1 ? text->selected - 2 : ANCHOR_NONE;
}

bool text_link_beside(const struct text *text, int step)
{
	return beside(text, step) != ANCHOR_NONE;
}

static void select_and_show(struct text *text, size_t anchor)
{
	select_anchor(text, anchor);
	show_selected(text);
}

void text_select_beside(struct text *text, int step)
{
	if (text_link_beside(text, step))
		select_and_show(text, beside(text, step));
}

void text_select_end(struct text *text, int step)
{
	if (text_has_links(text))
		select_and_show(text, step > 0 ? 0 : text->anchors.items.count - 1);
}

bool text_select_at(struct text *text, int row, int column)
{
	size_t anchor = anchors_at(&text->anchors, text->top + (size_t)row, column);

	if (row < 0 || row >= text->height || anchor == ANCHOR_NONE)
		return false;
	select_and_show(text, anchor);
	return true;
}

void text_select_none(struct text *text)
{
	free(text->held);
	text->held = NULL;
	text->selected = 0;
}

bool text_has_links(const struct text *text)
{
	return text->anchors.items.count > 0;
}

const char *text_link(const struct text *text)
{
	return text->selected ? address_of(text, text->selected - 1) : NULL;
}

bool text_link_place(const struct text *text, int *row, int *column)
{
	const struct anchor *anchor;

	if (!text->selected)
		return false;
	anchor = &text->anchors.items.items[text->selected - 1];
	*row = (int)(anchor->first_line - text->top);
	*column = anchor->column;
	return true;
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

static void mark_selected(const struct text *text, struct screen *screen, int row, int column)
{
	array_each (const struct anchor_piece, piece, &text->anchors.pieces) {
		struct rectangle area = {row + (int)(piece->line - text->top),
					 column + piece->column, 1, piece->columns};

		if (piece->anchor + 1 == text->selected && piece->line >= text->top &&
		    piece->line < text->top + (size_t)text->height)
			screen_paint(screen, area, ROLE_CURSOR);
	}
}

void text_draw(const struct text *text, struct screen *screen, int row, int column)
{
	for (int i = 0; i < text->height; i++)
		text_draw_line(text, screen, row + i, column, text->top + (size_t)i);
	if (text->selected)
		mark_selected(text, screen, row, column);
}
