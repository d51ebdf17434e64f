#include "config.h"

#include "tui/anchors.h"

/* The anchor of a leaf that its next run may go on with, ANCHOR_NONE where there is none. Only what
 * has a piece in this line or the one above can be. */
static size_t open_anchor(const struct anchors *anchors, uint32_t block, size_t line)
{
	for (size_t i = anchors->pieces.count; i-- > 0;) {
		const struct anchor_piece *piece = &anchors->pieces.items[i];
		const struct anchor *anchor = &anchors->items.items[piece->anchor];

		if (piece->line + 1 < line)
			break;
		if (anchor->block == block && !anchor->closed)
			return piece->anchor;
	}
	return ANCHOR_NONE;
}

static size_t new_anchor(struct anchors *anchors, const struct wrap_run *run, size_t line,
			 int column)
{
	struct anchor anchor = {
	    .link = run->link, .block = run->block, .first_line = line, .column = column};

	array_push(&anchors->items, anchor);
	return anchors->items.count - 1;
}

static void add_piece(struct anchors *anchors, size_t number, size_t line, int column, int columns)
{
	struct anchor *anchor = &anchors->items.items[number];
	struct anchor_piece piece = {number, line, column, columns};

	anchor->last_line = line;
	array_push(&anchors->pieces, piece);
}

static void take_run(struct anchors *anchors, const struct wrap_run *run, size_t line, int column)
{
	size_t open = open_anchor(anchors, run->block, line);

	if (open != ANCHOR_NONE && anchors->items.items[open].link != run->link) {
		anchors->items.items[open].closed = true;
		open = ANCHOR_NONE;
	}
	if (run->link == DOCUMENT_NO_LINK)
		return;
	if (open == ANCHOR_NONE)
		open = new_anchor(anchors, run, line, column);
	add_piece(anchors, open, line, column, run->columns);
}

void anchors_find(struct anchors *anchors, const struct wrapped *wrapped)
{
	anchors->items.count = anchors->pieces.count = 0;
	for (size_t number = 0; number < wrapped->line_count; number++) {
		const struct wrap_line *line = &wrapped->lines[number];
		int column = line->indent;

		for (size_t i = 0; i < line->run_count; i++) {
			if (line->runs[i].block != WRAP_NO_BLOCK)
				take_run(anchors, &line->runs[i], number, column);
			column += line->runs[i].columns;
		}
	}
}

void anchors_free(struct anchors *anchors)
{
	array_free(&anchors->items);
	array_free(&anchors->pieces);
}

size_t anchors_at(const struct anchors *anchors, size_t line, int column)
{
	array_each (const struct anchor_piece, piece, &anchors->pieces)
		if (piece->line == line && column >= piece->column &&
		    column < piece->column + piece->columns)
			return piece->anchor;
	return ANCHOR_NONE;
}

size_t anchors_from(const struct anchors *anchors, size_t line)
{
	for (size_t i = 0; i < anchors->items.count; i++)
		if (anchors->items.items[i].first_line >= line)
			return i;
	return ANCHOR_NONE;
}

size_t anchors_above(const struct anchors *anchors, size_t line)
{
	for (size_t i = anchors->items.count; i-- > 0;)
		if (anchors->items.items[i].first_line < line)
			return i;
	return ANCHOR_NONE;
}

size_t anchors_rank(const struct anchors *anchors, size_t anchor)
{
	size_t rank = 0;

	for (size_t i = 0; i < anchor; i++)
		rank += anchors->items.items[i].link == anchors->items.items[anchor].link;
	return rank;
}

size_t anchors_ranked(const struct anchors *anchors, int link, size_t rank)
{
	size_t found = ANCHOR_NONE;

	for (size_t i = 0; i < anchors->items.count; i++) {
		if (anchors->items.items[i].link != link)
			continue;
		found = i;
		if (!rank--)
			break;
	}
	return found;
}
