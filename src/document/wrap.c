/*
 * Blocks are gone through in their order. A container puts a prefix before the lines of what it
 * holds: a bullet or number before the first and as many spaces before the others, a bar before
 * all lines of a quote. Prefixes may take half of the width; deeper ones are left out, and a bullet
 * then goes before the text itself.
 *
 * A table whose cells hold nothing but text is laid out row by row if its columns fit; else its
 * cells are gone through like other blocks.
 */
#include "config.h"

#include "document/wrap.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "document/columns.h"
#include "document/fill.h"

#include <stdio.h>
#include <string.h>

enum { NARROWEST = 8, WIDEST = 100000, CODE_INDENT = 2, CELL_INDENT = 2 };

static const char bullet[] = "\u2022 ", bar[] = "\u2502 ", rule[] = "\u2500";

struct prefix {
	const char *first, *rest; /* before the first line and before the others; NULL: spaces */
	int columns;
	uint32_t end; /* index of the block behind the container */
	bool used;    /* the first line is out */
};

/* What has to be known of a container before it is gone through. */
struct shape {
	int largest; /* number of a list's items; cells of a table's rows */
	bool loose;  /* a list whose items hold more than a text and further lists */
};

struct draft_line {
	struct wrap_line line;
	size_t first_run;
};

struct wrapper {
	const struct document *document;
	struct shape *shapes; /* by block */
	int width;
	bool aloud; /* nothing is side by side, nor drawn */
	ARRAY(struct prefix) prefixes;
	ARRAY(struct span) marks; /* bullets that found no room before the next text */
	ARRAY(struct span) spans; /* of the leaf at hand, as they are shown */
	struct fill fill;
	uint32_t before; /* the last leaf, DOCUMENT_NO_PARENT for none */
	const char *spaces;
	ARRAY(struct draft_line) lines;
	ARRAY(struct wrap_run) runs;
	struct arena *arena;
};

static const struct block *parent_of(const struct document *document, const struct block *block)
{
	return block->parent == DOCUMENT_NO_PARENT ? NULL : &document->blocks[block->parent];
}

static bool is_strong(const struct block *block)
{
	for (size_t i = 0; i < block->span_count; i++)
		if (!(block->spans[i].style & (SPAN_STRONG | SPAN_BREAK)))
			return false;
	return block->span_count > 0;
}

/* A heading, or a strong line that serves as one in an item: it stands right above its text. */
static bool is_heading(const struct document *document, const struct block *block)
{
	const struct block *parent = parent_of(document, block);

	if (block->kind == BLOCK_HEADING)
		return true;
	return block->kind == BLOCK_PARAGRAPH && parent && parent->kind == BLOCK_ITEM &&
	       (size_t)(block - document->blocks) + 1 < parent->end && is_strong(block);
}

static void shape_item(struct wrapper *w, const struct block *item)
{
	const struct document *document = w->document;
	struct shape *list = &w->shapes[item->parent];
	int texts = 0;

	for (const struct block *b = item + 1; b < document->blocks + item->end;
	     b = document->blocks + (document_is_leaf(b) ? b - document->blocks + 1 : b->end)) {
		texts += document_is_leaf(b) && !is_heading(document, b);
		list->loose |= !document_is_leaf(b) && b->kind != BLOCK_LIST;
	}
	list->loose |= texts > 1;
	if (item->level > list->largest)
		list->largest = item->level;
}

static void shape_blocks(struct wrapper *w)
{
	const struct document *document = w->document;

	w->shapes = arena_alloc(w->arena, document->block_count, sizeof *w->shapes);
	for (size_t i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];
		struct shape *parent =
		    block->parent == DOCUMENT_NO_PARENT ? NULL : &w->shapes[block->parent];

		if (block->kind == BLOCK_ITEM && parent)
			shape_item(w, block);
		if (block->kind == BLOCK_CELL && parent)
			parent->largest++;
	}
	for (size_t i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];

		if (block->kind == BLOCK_ROW && block->parent != DOCUMENT_NO_PARENT &&
		    w->shapes[i].largest > w->shapes[block->parent].largest)
			w->shapes[block->parent].largest = w->shapes[i].largest;
	}
}

static int prefix_columns(const struct wrapper *w)
{
	int columns = 0;

	array_each (const struct prefix, prefix, &w->prefixes)
		columns += prefix->columns;
	return columns;
}

static bool prefix_fits(const struct wrapper *w, int columns)
{
	int kept = w->width / 2 > NARROWEST ? w->width / 2 : NARROWEST;

	return prefix_columns(w) + columns <= w->width - kept;
}

static bool add_prefix(struct wrapper *w, const char *first, const char *rest, int columns,
		       uint32_t end)
{
	struct prefix prefix = {first, rest, columns, end, false};

	if (!prefix_fits(w, columns))
		return false;
	array_push(&w->prefixes, prefix);
	return true;
}

static void add_run(struct wrapper *w, struct wrap_run run)
{
	array_push(&w->runs, run);
}

static struct wrap_run plain_run(const char *text)
{
	size_t length = strlen(text);

	return (struct wrap_run){text, length,		 utf8_columns(text, length),
				 0,    DOCUMENT_NO_LINK, WRAP_NO_BLOCK};
}

static struct wrap_run space_run(const struct wrapper *w, int columns)
{
	return (struct wrap_run){w->spaces, (size_t)columns,  columns,
				 0,	    DOCUMENT_NO_LINK, WRAP_NO_BLOCK};
}

/* Puts columns of nothing into a line: at its start they are its indent. */
static void add_space(struct wrapper *w, struct draft_line *line, int columns)
{
	if (line->first_run == w->runs.count)
		line->line.indent += columns;
	else if (columns)
		add_run(w, space_run(w, columns));
}

static struct draft_line begin_line(struct wrapper *w, uint32_t block)
{
	const struct block *leaf = &w->document->blocks[block];
	struct draft_line line = {
	    .line = {.block = block, .kind = leaf->kind, .level = leaf->level},
	    .first_run = w->runs.count,
	};

	array_each (struct prefix, prefix, &w->prefixes) {
		const char *text = prefix->used ? prefix->rest : prefix->first;

		if (text)
			add_run(w, plain_run(text));
		else
			add_space(w, &line, prefix->columns);
		prefix->used = true;
	}
	return line;
}

static void end_line(struct wrapper *w, struct draft_line line)
{
	line.line.run_count = w->runs.count - line.first_run;
	if (!line.line.run_count)
		line.line.indent = 0;
	array_push(&w->lines, line);
}

/* Whether two leaves that follow each other stand on lines that do. */
static bool is_tight(const struct wrapper *w, const struct block *before, uint32_t leaf)
{
	const struct block *blocks = w->document->blocks;
	uint32_t before_index = (uint32_t)(before - blocks), top = leaf;
	const struct block *common;

	while (blocks[top].parent != DOCUMENT_NO_PARENT && blocks[top].parent > before_index)
		top = blocks[top].parent;
	common = parent_of(w->document, &blocks[top]);
	if (is_heading(w->document, before) && common == parent_of(w->document, before))
		return blocks[top].kind != BLOCK_TABLE;
	if (!common)
		return false;
	if (common->kind == BLOCK_LIST)
		return !w->shapes[common - blocks].loose;
	if (common->kind == BLOCK_TABLE)
		return w->shapes[common - blocks].largest <= 2;
	return common->kind == BLOCK_ROW ||
	       (common->kind == BLOCK_ITEM && blocks[top].kind == BLOCK_LIST &&
		!w->shapes[common->parent].loose);
}

/* The empty line before a leaf; the bars of quotes that hold both leaves go through it. */
static void separate(struct wrapper *w, uint32_t leaf)
{
	const struct block *blocks = w->document->blocks;
	struct draft_line line = {
	    .line = {.block = leaf, .kind = blocks[leaf].kind, .level = blocks[leaf].level},
	    .first_run = w->runs.count,
	};
	int columns = 0;

	if (w->before == DOCUMENT_NO_PARENT || is_tight(w, &blocks[w->before], leaf))
		return;
	array_each (const struct prefix, prefix, &w->prefixes) {
		if (prefix->used && prefix->rest) {
			struct wrap_run run = plain_run(prefix->rest);

			run.length--; /* its space */
			run.columns--;
			add_space(w, &line, columns);
			add_run(w, run);
			columns = 1;
		} else {
			columns += prefix->columns;
		}
	}
	end_line(w, line);
}

/* Puts out the lines gathered in w->fill. */
static void put_filled(struct wrapper *w)
{
	array_each (const struct fill_line, filled, &w->fill.lines) {
		struct draft_line line = begin_line(w, filled->block);

		for (size_t i = 0; i < filled->count; i++)
			add_run(w, w->fill.runs.items[filled->first + i]);
		end_line(w, line);
	}
	fill_clear(&w->fill);
}

/* Text in brackets, for an image that cannot be shown. */
static const char *bracketed(struct wrapper *w, const char *text)
{
	struct buffer out = {0};
	const char *copy;

	buffer_printf(&out, "[%s]", text);
	copy = arena_strndup(w->arena, buffer_text(&out), out.length);
	buffer_free(&out);
	return copy;
}

static void show_spans(struct wrapper *w, const struct block *leaf, unsigned style)
{
	for (size_t i = 0; i < leaf->span_count; i++) {
		struct span span = leaf->spans[i];

		if (leaf->kind == BLOCK_IMAGE)
			span.style |= SPAN_IMAGE;
		if (leaf->kind == BLOCK_CODE)
			span.style |= SPAN_CODE;
		if (span.style & SPAN_IMAGE)
			span.text = bracketed(w, *span.text ? span.text : _("image"));
		if (!(span.style & SPAN_BREAK))
			span.style |= style;
		array_push(&w->spans, span);
	}
}

static void show_rule(struct wrapper *w, int width)
{
	struct buffer out = {0};
	struct span span = {.link = DOCUMENT_NO_LINK};

	for (int i = 0; i < width; i++)
		buffer_puts(&out, rule);
	span.text = arena_strndup(w->arena, buffer_text(&out), out.length);
	array_push(&w->spans, span);
	buffer_free(&out);
}

/* Begins the spans of a text with the bullets that wait before it. */
static void begin_spans(struct wrapper *w)
{
	w->spans.count = 0;
	array_each (const struct span, mark, &w->marks)
		array_push(&w->spans, *mark);
	w->marks.count = 0;
}

/* The lines of a leaf, with the bullets that wait before it. */
static void fill_leaf(struct wrapper *w, uint32_t index, int width, unsigned style)
{
	const struct block *leaf = &w->document->blocks[index];
	bool text = leaf->kind != BLOCK_CODE && leaf->kind != BLOCK_RULE;

	begin_spans(w);
	if (!text) {
		fill_spans(&w->fill, w->spans.items, w->spans.count, width, index);
		w->spans.count = 0;
	}
	if (leaf->kind == BLOCK_RULE)
		show_rule(w, width);
	show_spans(w, leaf, style);
	if (text)
		fill_spans(&w->fill, w->spans.items, w->spans.count, width, index);
	else
		fill_verbatim(&w->fill, w->spans.items, w->spans.count, width, index);
}

static void put_leaf(struct wrapper *w, uint32_t index)
{
	const struct block *leaf = &w->document->blocks[index];

	if (leaf->kind == BLOCK_RULE && w->aloud)
		return;
	separate(w, index);
	if (leaf->kind == BLOCK_CODE)
		add_prefix(w, NULL, NULL, CODE_INDENT, index + 1);
	fill_leaf(w, index, w->width - prefix_columns(w), 0);
	put_filled(w);
	w->before = index;
}

static char *number_text(const struct wrapper *w, int number, int largest)
{
	char text[32], widest[32];
	int width = snprintf(widest, sizeof widest, "%d. ", largest);

	snprintf(text, sizeof text, "%*d. ", width - 2, number);
	return arena_strdup(w->arena, text);
}

static void begin_item(struct wrapper *w, uint32_t index)
{
	const struct block *item = &w->document->blocks[index];
	const char *text = bullet;
	struct span span = {.link = DOCUMENT_NO_LINK};

	if (item->level)
		text = number_text(w, item->level,
				   item->parent == DOCUMENT_NO_PARENT
				       ? item->level
				       : w->shapes[item->parent].largest);
	if (add_prefix(w, text, NULL, utf8_columns(text, strlen(text)), item->end))
		return;
	span.text = text;
	array_push(&w->marks, span);
}

static void begin_quote(struct wrapper *w, uint32_t index)
{
	if (!w->aloud)
		add_prefix(w, bar, bar, utf8_columns(bar, strlen(bar)),
			   w->document->blocks[index].end);
}

/* Reached only where the table is not set in columns: what follows a row's first cell hangs. */
static void begin_cell(struct wrapper *w, uint32_t index)
{
	const struct block *cell = &w->document->blocks[index];

	if (cell->parent != DOCUMENT_NO_PARENT && index > cell->parent + 1)
		add_prefix(w, NULL, NULL, CELL_INDENT, cell->end);
}

/* Whether the cells of a table hold nothing but leaves. */
static bool is_simple(const struct document *document, uint32_t table)
{
	const struct block *blocks = document->blocks;

	for (uint32_t i = table + 1; i < blocks[table].end; i++)
		if (blocks[i].depth > blocks[table].depth + 3)
			return false;
	return true;
}

static unsigned cell_style(const struct block *cell)
{
	return cell->level ? SPAN_STRONG : 0;
}

/* A row of one cell stands over all columns: a caption, the heading of the rows below. */
static bool spans_columns(const struct wrapper *w, uint32_t row)
{
	const struct block *blocks = w->document->blocks;

	return w->shapes[row].largest == 1 && w->shapes[blocks[row].parent].largest > 1;
}

static int cell_width(struct wrapper *w, uint32_t cell)
{
	const struct block *blocks = w->document->blocks;
	int widest = 0;

	for (uint32_t leaf = cell + 1; leaf < blocks[cell].end; leaf++) {
		int width;

		w->spans.count = 0;
		show_spans(w, &blocks[leaf], 0);
		width = fill_natural_width(w->spans.items, w->spans.count,
					   blocks[leaf].kind == BLOCK_CODE);
		if (width > widest)
			widest = width;
	}
	return widest;
}

/* The widths that the columns of a table would like. */
static void measure_columns(struct wrapper *w, uint32_t table, int *widths)
{
	const struct block *blocks = w->document->blocks;

	for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end) {
		int *width = widths;

		if (spans_columns(w, row))
			continue;
		for (uint32_t cell = row + 1; cell < blocks[row].end; cell = blocks[cell].end) {
			int wanted = cell_width(w, cell);

			if (wanted > *width)
				*width = wanted;
			width++;
		}
	}
}

/* The lines of one cell among those of its row in w->fill. */
struct cell_lines {
	size_t first, count;
};

static void fill_row(struct wrapper *w, uint32_t row, const int *widths, struct cell_lines *cells)
{
	const struct block *blocks = w->document->blocks;
	int all = w->width - prefix_columns(w);

	for (uint32_t cell = row + 1; cell < blocks[row].end; cell = blocks[cell].end) {
		int width = spans_columns(w, row) ? all : *widths++;

		cells->first = w->fill.lines.count;
		for (uint32_t leaf = cell + 1; leaf < blocks[cell].end; leaf++)
			fill_leaf(w, leaf, width, cell_style(&blocks[cell]));
		cells->count = w->fill.lines.count - cells->first;
		cells++;
	}
}

/* One line of a row: the lines at that height of its cells, side by side. */
static void put_row_line(struct wrapper *w, const struct cell_lines *cells, size_t count,
			 const int *widths, size_t height)
{
	struct draft_line line = {0};
	int gap = 0;
	bool begun = false;

	for (size_t i = 0; i < count; gap += widths[i] + COLUMNS_GAP, i++) {
		const struct fill_line *part;

		if (height >= cells[i].count)
			continue;
		part = &w->fill.lines.items[cells[i].first + height];
		if (!begun)
			line = begin_line(w, part->block);
		begun = true;
		add_space(w, &line, gap);
		for (size_t run = 0; run < part->count; run++)
			add_run(w, w->fill.runs.items[part->first + run]);
		gap = -part->columns;
	}
	end_line(w, line);
}

static void put_row(struct wrapper *w, uint32_t row, const int *widths, struct cell_lines *cells)
{
	size_t count = (size_t)w->shapes[row].largest, height = 0;

	fill_row(w, row, widths, cells);
	for (size_t i = 0; i < count; i++)
		if (cells[i].count > height)
			height = cells[i].count;
	for (size_t i = 0; i < height; i++)
		put_row_line(w, cells, count, widths, i);
	fill_clear(&w->fill);
}

static uint32_t first_leaf(const struct document *document, uint32_t index)
{
	while (!document_is_leaf(&document->blocks[index]))
		index++;
	return index;
}

/* Sets a table in columns; false, and nothing is done, where they do not fit. */
static bool put_columns(struct wrapper *w, uint32_t table)
{
	const struct block *blocks = w->document->blocks;
	size_t count = (size_t)w->shapes[table].largest;
	int *widths = memory_alloc(count, sizeof *widths);
	struct cell_lines *cells = memory_alloc(count, sizeof *cells);
	bool done;

	measure_columns(w, table, widths);
	done = columns_share(widths, count, w->width - prefix_columns(w));
	if (done) {
		separate(w, first_leaf(w->document, table));
		for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end)
			put_row(w, row, widths, cells);
		w->before = blocks[table].end - 1;
	}
	free(widths);
	free(cells);
	return done;
}

/* What parts the text of a cell from what stands before it in its row: the name of a fact, which
 * may be a question, from the fact; else cell from cell. */
static const char *separator(const struct wrapper *w, uint32_t row, size_t before)
{
	const char *text;
	size_t length;

	if (w->spans.count == before)
		return "";
	text = w->spans.items[w->spans.count - 1].text;
	length = strlen(text);
	if (w->shapes[row].largest != 2)
		return "; ";
	/* Translators: between the name of a fact and the fact, as "When: today". */
	return length && strchr("?!:", text[length - 1]) ? " " : _(": ");
}

/* A row as one text. */
static void put_row_text(struct wrapper *w, uint32_t row)
{
	const struct block *blocks = w->document->blocks;
	const struct span space = {.text = " ", .link = DOCUMENT_NO_LINK};
	uint32_t first = row + 1;
	size_t before;

	while (first < blocks[row].end && !document_is_leaf(&blocks[first]))
		first++;
	if (first == blocks[row].end)
		return;
	begin_spans(w);
	before = w->spans.count;
	for (uint32_t cell = row + 1; cell < blocks[row].end; cell = blocks[cell].end) {
		struct span sign = {.text = separator(w, row, before), .link = DOCUMENT_NO_LINK};

		if (*sign.text)
			array_push(&w->spans, sign);
		for (uint32_t leaf = cell + 1; leaf < blocks[cell].end; leaf++) {
			if (leaf > cell + 1)
				array_push(&w->spans, space);
			show_spans(w, &blocks[leaf], cell_style(&blocks[cell]));
		}
	}
	separate(w, first);
	fill_spans(&w->fill, w->spans.items, w->spans.count, w->width - prefix_columns(w), first);
	put_filled(w);
	w->before = blocks[row].end - 1;
}

static bool put_row_texts(struct wrapper *w, uint32_t table)
{
	const struct block *blocks = w->document->blocks;

	for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end)
		put_row_text(w, row);
	return true;
}

static bool put_table(struct wrapper *w, uint32_t table)
{
	if (!is_simple(w->document, table))
		return false;
	return w->aloud ? put_row_texts(w, table) : put_columns(w, table);
}

static uint32_t put_block(struct wrapper *w, uint32_t index)
{
	const struct block *block = &w->document->blocks[index];

	while (w->prefixes.count && w->prefixes.items[w->prefixes.count - 1].end <= index)
		w->prefixes.count--;
	if (document_is_leaf(block))
		put_leaf(w, index);
	else if (block->kind == BLOCK_ITEM)
		begin_item(w, index);
	else if (block->kind == BLOCK_QUOTE)
		begin_quote(w, index);
	else if (block->kind == BLOCK_CELL)
		begin_cell(w, index);
	else if (block->kind == BLOCK_TABLE && put_table(w, index))
		return block->end;
	return index + 1;
}

static void finish(struct wrapper *w, struct wrapped *wrapped)
{
	struct wrap_line *lines = arena_alloc(w->arena, w->lines.count, sizeof *lines);
	const struct wrap_run *runs =
	    arena_copy(w->arena, w->runs.items, w->runs.count, sizeof *runs);

	for (size_t i = 0; i < w->lines.count; i++) {
		lines[i] = w->lines.items[i].line;
		if (lines[i].run_count)
			lines[i].runs = runs + w->lines.items[i].first_run;
	}
	wrapped->lines = lines;
	wrapped->line_count = w->lines.count;
	wrapped->arena = w->arena;
	fill_free(&w->fill);
	array_free(&w->prefixes);
	array_free(&w->marks);
	array_free(&w->spans);
	array_free(&w->lines);
	array_free(&w->runs);
}

static struct wrapped *wrap(const struct document *document, int width, bool aloud)
{
	struct arena *arena = arena_new();
	struct wrapped *wrapped = arena_alloc(arena, 1, sizeof *wrapped);
	struct wrapper w = {
	    .document = document,
	    .width = width < NARROWEST ? NARROWEST
		     : width > WIDEST  ? WIDEST
				       : width,
	    .aloud = aloud,
	    .before = DOCUMENT_NO_PARENT,
	    .arena = arena,
	    .fill = {.arena = arena},
	};
	char *spaces = arena_alloc(arena, (size_t)w.width + 1, 1);

	w.spaces = memset(spaces, ' ', (size_t)w.width);
	shape_blocks(&w);
	for (uint32_t i = 0; i < document->block_count;)
		i = put_block(&w, i);
	finish(&w, wrapped);
	return wrapped;
}

struct wrapped *wrap_document(const struct document *document, int width)
{
	return wrap(document, width, false);
}

struct wrapped *wrap_to_be_read_aloud(const struct document *document, int width)
{
	return wrap(document, width, true);
}

void wrap_free(struct wrapped *wrapped)
{
	if (wrapped)
		arena_free(wrapped->arena);
}
