/*
 * cmark, which reads Markdown, can write it too: the document becomes a tree of its nodes, and the
 * escaping is its own. What CommonMark has no word for is put in as it is to be written.
 */
#include "config.h"

#include "write/commonmark.h"

#include "base/array.h"
#include "base/memory.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST_HEADING = 6 };

/* A span, or what is left of it. */
struct piece {
	const char *text;
	size_t length;
	unsigned style;
	int link;
};

typedef ARRAY(struct piece) piece_array;

static cmark_node *append(cmark_node *parent, cmark_node *node)
{
	cmark_node_append_child(parent, node);
	return node;
}

/* Inline */

/* Styles that hold text, and what each becomes. */
static const struct wrap {
	unsigned style;
	cmark_node_type type;
	const char *sign; /* of what cmark does not know */
} wraps[] = {
    {SPAN_STRONG, CMARK_NODE_STRONG, NULL},
    {SPAN_EMPHASIS, CMARK_NODE_EMPH, NULL},
    {SPAN_STRIKE, CMARK_NODE_CUSTOM_INLINE, "~~"},
};

static void add_literal(cmark_node *parent, cmark_node_type type, const char *text, size_t length)
{
	char *copy = memory_strndup(text, length);

	for (size_t i = 0; i < length; i++)
		if (copy[i] == '\n')
			copy[i] = ' ';
	if (length)
		cmark_node_set_literal(append(parent, cmark_node_new(type)), copy);
	free(copy);
}

/* Where the source broke a line, a line ends. */
static void add_lines(cmark_node *parent, const char *text, size_t length)
{
	const char *end;

	while ((end = memchr(text, '\n', length))) {
		add_literal(parent, CMARK_NODE_TEXT, text, (size_t)(end - text));
		append(parent, cmark_node_new(CMARK_NODE_SOFTBREAK));
		length -= (size_t)(end - text) + 1;
		text = end + 1;
	}
	add_literal(parent, CMARK_NODE_TEXT, text, length);
}

static void add_piece(cmark_node *parent, const struct piece *piece)
{
	if (piece->style & SPAN_BREAK)
		append(parent, cmark_node_new(CMARK_NODE_LINEBREAK));
	else if (piece->style & SPAN_CODE)
		add_literal(parent, CMARK_NODE_CODE, piece->text, piece->length);
	else
		add_lines(parent, piece->text, piece->length);
}

static bool is_space(char character)
{
	return character == ' ' || character == '\n';
}

/* Spaces at an end of something strong are no part of it: "**this **" would not be read so. */
static size_t leading_spaces(const struct piece *piece)
{
	size_t spaces = 0;

	while (!(piece->style & SPAN_BREAK) && spaces < piece->length &&
	       is_space(piece->text[spaces]))
		spaces++;
	return spaces;
}

static size_t trailing_spaces(const struct piece *piece)
{
	size_t spaces = 0;

	while (!(piece->style & SPAN_BREAK) && spaces < piece->length &&
	       is_space(piece->text[piece->length - spaces - 1]))
		spaces++;
	return spaces;
}

static cmark_node *new_wrap(const struct wrap *wrap)
{
	cmark_node *node = cmark_node_new(wrap->type);

	if (!wrap->sign)
		return node;
	cmark_node_set_on_enter(node, wrap->sign);
	cmark_node_set_on_exit(node, wrap->sign);
	return node;
}

static void add_pieces(cmark_node *parent, struct piece *pieces, size_t count);

/* Pieces that have a style in common, in a node for it. */
static void add_wrapped(cmark_node *parent, struct piece *pieces, size_t count,
			const struct wrap *wrap)
{
	struct piece *last = &pieces[count - 1];
	size_t before = leading_spaces(pieces), behind;

	pieces->text += before;
	pieces->length -= before;
	behind = trailing_spaces(last);
	last->length -= behind;
	for (size_t i = 0; i < count; i++)
		pieces[i].style &= ~wrap->style;
	add_literal(parent, CMARK_NODE_TEXT, " ", before > 0);
	if (count > 1 || pieces->length)
		add_pieces(append(parent, new_wrap(wrap)), pieces, count);
	add_literal(parent, CMARK_NODE_TEXT, " ", behind > 0);
}

static size_t run_of(const struct piece *pieces, size_t count, unsigned style)
{
	size_t same = 0;

	while (same < count && pieces[same].style & style)
		same++;
	return same;
}

/* Of the styles of the first piece, the one that goes furthest holds the others. */
static void add_pieces(cmark_node *parent, struct piece *pieces, size_t count)
{
	while (count > 0) {
		const struct wrap *best = NULL;
		size_t same = 1;

		for (size_t i = 0; i < sizeof wraps / sizeof *wraps; i++) {
			size_t run = run_of(pieces, count, wraps[i].style);

			if (run < same || (best && run == same))
				continue;
			best = &wraps[i];
			same = run;
		}
		if (best)
			add_wrapped(parent, pieces, same, best);
		else
			add_piece(parent, pieces);
		pieces += same;
		count -= same;
	}
}

static void add_links(cmark_node *parent, const struct document *document, piece_array *pieces)
{
	for (size_t i = 0, same; i < pieces->count; i += same) {
		const struct piece *first = &pieces->items[i];
		bool image = first->style & SPAN_IMAGE;
		cmark_node *node = parent;

		for (same = 1; i + same < pieces->count; same++)
			if (first[same].link != first->link ||
			    (bool)(first[same].style & SPAN_IMAGE) != image)
				break;
		if (first->link != DOCUMENT_NO_LINK) {
			node = append(parent,
				      cmark_node_new(image ? CMARK_NODE_IMAGE : CMARK_NODE_LINK));
			cmark_node_set_url(node, document->links[first->link]);
		}
		add_pieces(node, &pieces->items[i], same);
	}
}

/* A heading is one line, and so is a cell: in these no line is broken for good. */
static void add_spans(cmark_node *parent, const struct document *document, const struct block *leaf,
		      bool one_line)
{
	piece_array pieces = {0};

	for (size_t i = 0; i < leaf->span_count; i++) {
		const struct span *span = &leaf->spans[i];
		struct piece piece = {span->text, strlen(span->text), span->style, span->link};

		if (leaf->kind == BLOCK_IMAGE)
			piece.style |= SPAN_IMAGE;
		if (one_line)
			piece.style &= ~(unsigned)SPAN_BREAK;
		array_push(&pieces, piece);
	}
	add_links(parent, document, &pieces);
	array_free(&pieces);
}

/* Tables */

/* Without line breaks at the end, and without spaces in lines that hold nothing else. */
static void append_rendered(struct buffer *out, cmark_node *root)
{
	char *text = cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0);
	size_t breaks = 0;

	for (const char *line = text; *line;) {
		size_t length = strcspn(line, "\n");

		if (strspn(line, " ") < length) {
			buffer_fill(out, '\n', breaks);
			buffer_append(out, line, length);
			breaks = 0;
		}
		breaks += line[length] == '\n';
		line += length + (line[length] == '\n');
	}
	free(text);
}

static void append_cell_leaf(struct buffer *out, const struct document *document,
			     const struct block *leaf)
{
	cmark_node *root = cmark_node_new(CMARK_NODE_DOCUMENT);
	struct buffer text = {0};

	add_spans(append(root, cmark_node_new(CMARK_NODE_PARAGRAPH)), document, leaf, true);
	append_rendered(&text, root);
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '|')
			buffer_putc(out, '\\');
		buffer_putc(out, text.data[i] == '\n' ? ' ' : text.data[i]);
	}
	buffer_free(&text);
	cmark_node_free(root);
}

static void append_cell(struct buffer *out, const struct document *document, uint32_t cell)
{
	size_t before = out->length;

	for (uint32_t i = cell + 1; i < document->blocks[cell].end; i++) {
		if (!document_is_leaf(&document->blocks[i]))
			continue;
		if (out->length > before)
			buffer_puts(out, "<br>");
		append_cell_leaf(out, document, &document->blocks[i]);
	}
}

static size_t columns_of(const struct document *document, uint32_t row)
{
	size_t columns = 0;

	for (uint32_t i = row + 1; i < document->blocks[row].end; i = document->blocks[i].end)
		columns++;
	return columns;
}

static void append_row(struct buffer *out, const struct document *document, uint32_t row,
		       size_t columns)
{
	buffer_putc(out, '|');
	for (uint32_t i = row + 1; i < document->blocks[row].end; i = document->blocks[i].end) {
		buffer_putc(out, ' ');
		append_cell(out, document, i);
		buffer_puts(out, " |");
		columns--;
	}
	for (; columns > 0; columns--)
		buffer_puts(out, "  |");
	buffer_putc(out, '\n');
}

static void append_rule(struct buffer *out, size_t columns)
{
	buffer_putc(out, '|');
	for (; columns > 0; columns--)
		buffer_puts(out, "---|");
	buffer_putc(out, '\n');
}

/* Its first row is its head: such a table has no other. */
static void append_table(struct buffer *out, const struct document *document, uint32_t table)
{
	const struct block *blocks = document->blocks;
	size_t columns = 0;

	for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end)
		if (columns_of(document, row) > columns)
			columns = columns_of(document, row);
	for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end) {
		append_row(out, document, row, columns);
		if (row == table + 1)
			append_rule(out, columns);
	}
}

static void add_table(cmark_node *parent, const struct document *document, uint32_t table)
{
	cmark_node *node = append(parent, cmark_node_new(CMARK_NODE_CUSTOM_BLOCK));
	struct buffer text = {0};

	append_table(&text, document, table);
	buffer_truncate(&text, text.length - 1);
	cmark_node_set_on_enter(node, buffer_text(&text));
	buffer_free(&text);
}

/* Blocks */

/* Whether no item holds two blocks side by side, but for lists. */
static bool is_tight(const struct document *document, uint32_t list)
{
	const struct block *blocks = document->blocks;

	for (uint32_t item = list + 1; item < blocks[list].end; item = blocks[item].end) {
		size_t count = 0;

		for (uint32_t i = item + 1; i < blocks[item].end; i = blocks[i].end)
			count += blocks[i].kind != BLOCK_LIST;
		if (count > 1)
			return false;
	}
	return true;
}

static cmark_node *new_list(const struct document *document, uint32_t list)
{
	cmark_node *node = cmark_node_new(CMARK_NODE_LIST);
	int first = document->blocks[list + 1].level;

	cmark_node_set_list_type(node, first ? CMARK_ORDERED_LIST : CMARK_BULLET_LIST);
	if (first) {
		cmark_node_set_list_delim(node, CMARK_PERIOD_DELIM);
		cmark_node_set_list_start(node, first);
	}
	cmark_node_set_list_tight(node, is_tight(document, list));
	return node;
}

static cmark_node *new_container(const struct document *document, uint32_t index)
{
	switch (document->blocks[index].kind) {
	case BLOCK_LIST:
		return new_list(document, index);
	case BLOCK_ITEM:
		return cmark_node_new(CMARK_NODE_ITEM);
	default:
		return cmark_node_new(CMARK_NODE_BLOCK_QUOTE);
	}
}

static void add_heading(cmark_node *parent, const struct document *document,
			const struct block *leaf, int deeper)
{
	cmark_node *node = append(parent, cmark_node_new(CMARK_NODE_HEADING));
	int level = leaf->level + deeper;

	cmark_node_set_heading_level(node, level > DEEPEST_HEADING ? DEEPEST_HEADING : level);
	add_spans(node, document, leaf, true);
}

static void add_leaf(cmark_node *parent, const struct document *document, const struct block *leaf,
		     int deeper)
{
	if (leaf->kind == BLOCK_HEADING)
		add_heading(parent, document, leaf, deeper);
	else if (leaf->kind == BLOCK_CODE)
		cmark_node_set_literal(append(parent, cmark_node_new(CMARK_NODE_CODE_BLOCK)),
				       leaf->spans[0].text);
	else if (leaf->kind == BLOCK_RULE)
		append(parent, cmark_node_new(CMARK_NODE_THEMATIC_BREAK));
	else
		add_spans(append(parent, cmark_node_new(CMARK_NODE_PARAGRAPH)), document, leaf,
			  false);
}

/* A container that is open: the node, and the index behind its last descendant. */
struct open {
	cmark_node *node;
	uint32_t end;
};

static cmark_node *tree_of(const struct document *document, int deeper)
{
	cmark_node *root = cmark_node_new(CMARK_NODE_DOCUMENT);
	ARRAY(struct open) stack = {0};

	array_push(&stack, ((struct open){root, UINT32_MAX}));
	for (uint32_t i = 0; i < document->block_count;) {
		const struct block *block = &document->blocks[i];
		cmark_node *parent;

		while (stack.items[stack.count - 1].end <= i)
			stack.count--;
		parent = stack.items[stack.count - 1].node;
		if (block->kind == BLOCK_TABLE) {
			add_table(parent, document, i);
			i = block->end;
			continue;
		}
		if (document_is_leaf(block))
			add_leaf(parent, document, block, deeper);
		else
			array_push(&stack,
				   ((struct open){append(parent, new_container(document, i)),
						  block->end}));
		i++;
	}
	array_free(&stack);
	return root;
}

void commonmark_append(struct buffer *out, const struct document *document, int deeper)
{
	cmark_node *root;

	if (!document->block_count)
		return;
	if (out->length)
		buffer_putc(out, '\n');
	root = tree_of(document, deeper);
	append_rendered(out, root);
	buffer_putc(out, '\n');
	cmark_node_free(root);
}
