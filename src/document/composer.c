/*
 * Blocks and spans stand in growing arrays while they are composed, the text of all spans in one
 * buffer. What turns out to be empty is always the last thing in them when it is closed, so it is
 * dropped by cutting the arrays.
 */
#include "config.h"

#include "document/composer.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "document/links.h"

#include <stdlib.h>
#include <string.h>

struct draft_span {
	size_t start; /* of its NUL-terminated text in composer->text */
	unsigned style;
	int link, line;
};

struct draft_block {
	struct block block;
	size_t first_span;
	bool put_in; /* opened here to keep the tree well formed, not by the caller */
};

struct composer {
	ARRAY(struct draft_block) blocks;
	ARRAY(struct draft_span) spans;
	struct buffer text;
	struct links links;
	struct arena *arena;
	uint32_t open; /* the innermost open block, or DOCUMENT_NO_PARENT */
	int line;
};

struct composer *composer_new(void)
{
	struct composer *composer = memory_alloc(1, sizeof *composer);

	composer->arena = arena_new();
	composer->open = DOCUMENT_NO_PARENT;
	return composer;
}

static void free_drafts(struct composer *composer)
{
	array_free(&composer->blocks);
	array_free(&composer->spans);
	buffer_free(&composer->text);
	links_free(&composer->links);
	free(composer);
}

void composer_free(struct composer *composer)
{
	if (!composer)
		return;
	arena_free(composer->arena);
	free_drafts(composer);
}

static struct draft_block *open_block(const struct composer *composer)
{
	return composer->open == DOCUMENT_NO_PARENT ? NULL
						    : &composer->blocks.items[composer->open];
}

int composer_depth(const struct composer *composer)
{
	const struct draft_block *open = open_block(composer);

	return open ? open->block.depth + 1 : 0;
}

static void open_one(struct composer *composer, struct block block, bool put_in)
{
	struct draft_block draft = {.block = block, .put_in = put_in};

	draft.block.parent = composer->open;
	draft.block.columns = draft.block.rows = 1;
	draft.block.depth = composer_depth(composer);
	draft.first_span = composer->spans.count;
	array_push(&composer->blocks, draft);
	composer->open = (uint32_t)(composer->blocks.count - 1);
}

static bool is_visible(const char *text)
{
	size_t length = strlen(text);
	uint32_t c;

	for (size_t at = 0; at < length;) {
		at += utf8_decode(text + at, length - at, &c);
		if (!utf8_is_space(c))
			return true;
	}
	return false;
}

static bool leaf_is_empty(const struct composer *composer, const struct draft_block *leaf)
{
	for (size_t i = leaf->first_span; i < composer->spans.count; i++) {
		const struct draft_span *span = &composer->spans.items[i];

		if (is_visible(composer->text.data + span->start) ||
		    (leaf->block.kind == BLOCK_IMAGE && span->link != DOCUMENT_NO_LINK))
			return false;
	}
	return leaf->block.kind != BLOCK_RULE;
}

/* Whether a container holds nothing, or, of a row, nothing but empty cells. */
static bool container_is_empty(const struct composer *composer, const struct draft_block *block)
{
	const struct draft_block *end = composer->blocks.items + composer->blocks.count;

	if (block->block.kind == BLOCK_CELL)
		return false;
	for (const struct draft_block *inner = block + 1; inner < end; inner++)
		if (block->block.kind != BLOCK_ROW || inner->block.kind != BLOCK_CELL)
			return false;
	return true;
}

/* Cuts off a block that is the last one, with all that is in it. */
static void drop(struct composer *composer, const struct draft_block *block)
{
	size_t text = block->first_span < composer->spans.count
			  ? composer->spans.items[block->first_span].start
			  : composer->text.length;

	composer->spans.count = block->first_span;
	buffer_truncate(&composer->text, text);
	composer->blocks.count = (size_t)(block - composer->blocks.items);
}

static void close_one(struct composer *composer)
{
	struct draft_block *block = open_block(composer);
	struct block *b = &block->block;
	bool leaf = document_is_leaf(b);

	composer->open = b->parent;
	if (leaf ? leaf_is_empty(composer, block) : container_is_empty(composer, block)) {
		drop(composer, block);
		return;
	}
	b->end = (uint32_t)composer->blocks.count;
	if (leaf)
		b->span_count = composer->spans.count - block->first_span;
	if (!b->line && !leaf && block + 1 < composer->blocks.items + composer->blocks.count)
		b->line = block[1].block.line;
	else if (!b->line && b->span_count)
		b->line = composer->spans.items[block->first_span].line;
}

/* The container that a kind of block must stand in. */
static const struct {
	enum block_kind kind, within;
} parents[] = {
    {BLOCK_ITEM, BLOCK_LIST},
    {BLOCK_ROW, BLOCK_TABLE},
    {BLOCK_CELL, BLOCK_ROW},
};

enum { PARENT_COUNT = sizeof parents / sizeof *parents };

/* What `kind` must stand in, -1 for anything. */
static int parent_needed(enum block_kind kind)
{
	for (size_t i = 0; i < PARENT_COUNT; i++)
		if (parents[i].kind == kind)
			return (int)parents[i].within;
	return -1;
}

/* What alone may stand in `kind`, -1 for anything. */
static int child_needed(enum block_kind kind)
{
	for (size_t i = 0; i < PARENT_COUNT; i++)
		if (parents[i].within == kind)
			return (int)parents[i].kind;
	return -1;
}

static bool may_hold(const struct draft_block *parent, enum block_kind kind)
{
	int needed = parent_needed(kind);

	if (needed >= 0)
		return parent && parent->block.kind == (enum block_kind)needed;
	return !parent || child_needed(parent->block.kind) < 0;
}

/*
 * Whether a block put in earlier goes on around a new block of this kind: an item or cell around
 * all but its like, the others around what they are for.
 */
static bool goes_on(const struct draft_block *put_in, enum block_kind kind)
{
	int child = child_needed(put_in->block.kind);

	if (child < 0)
		return parent_needed(kind) < 0;
	while (child >= 0 && child != (int)kind)
		child = child_needed((enum block_kind)child);
	return child >= 0;
}

/* Puts in the next container on the way from the open block down to `kind`. */
static void put_in_one(struct composer *composer, enum block_kind kind)
{
	struct draft_block *open = open_block(composer);
	int next = open ? child_needed(open->block.kind) : -1;

	if (next < 0) {
		next = parent_needed(kind);
		while (parent_needed((enum block_kind)next) >= 0)
			next = parent_needed((enum block_kind)next);
	}
	open_one(composer, (struct block){.kind = (enum block_kind)next}, true);
}

static void open_within(struct composer *composer, struct block block, bool put_in)
{
	enum block_kind kind = block.kind;
	struct draft_block *open = open_block(composer);

	while (open && (document_is_leaf(&open->block) || (open->put_in && !goes_on(open, kind)))) {
		close_one(composer);
		open = open_block(composer);
	}
	while (!may_hold(open_block(composer), kind))
		put_in_one(composer, kind);
	open_one(composer, block, put_in);
}

void composer_open(struct composer *composer, enum block_kind kind, int level, int line)
{
	open_within(composer, (struct block){.kind = kind, .level = level, .line = line}, false);
}

void composer_close(struct composer *composer)
{
	bool put_in = true;

	while (put_in && open_block(composer)) {
		put_in = open_block(composer)->put_in;
		close_one(composer);
	}
}

void composer_span(struct composer *composer, uint16_t columns, uint16_t rows)
{
	struct block *cell = &open_block(composer)->block;

	cell->columns = columns;
	cell->rows = rows;
}

void composer_line(struct composer *composer, int line)
{
	composer->line = line;
}

static void add_span(struct composer *composer, unsigned style, int link)
{
	struct draft_span span = {composer->text.length, style, link, composer->line};

	array_push(&composer->spans, span);
	buffer_append(&composer->text, "", 1);
}

/* Whether text of this style and link belongs to the last span of the open leaf. */
static bool continues_span(struct composer *composer, unsigned style, int link)
{
	const struct draft_span *last;

	if (composer->spans.count <= open_block(composer)->first_span)
		return false;
	last = &composer->spans.items[composer->spans.count - 1];
	return last->style == style && last->link == link && !(style & (SPAN_BREAK | SPAN_IMAGE));
}

static void need_leaf(struct composer *composer)
{
	struct draft_block *open = open_block(composer);

	if (!open || !document_is_leaf(&open->block))
		open_within(composer, (struct block){.kind = BLOCK_PARAGRAPH}, true);
}

void composer_text(struct composer *composer, const char *text, size_t length, unsigned style,
		   int link)
{
	bool is_new;
	size_t end;

	need_leaf(composer);
	is_new = !continues_span(composer, style, link);
	if (is_new)
		add_span(composer, style, link);
	end = composer->text.length - 1;
	buffer_truncate(&composer->text, end);
	utf8_sanitise(&composer->text, text, length, UTF8_KEEP_LINES);
	if (is_new && composer->text.length == end &&
	    open_block(composer)->block.kind != BLOCK_IMAGE)
		composer->spans.count--;
	else
		buffer_append(&composer->text, "", 1);
}

void composer_break(struct composer *composer)
{
	composer_text(composer, "\n", 1, SPAN_BREAK, DOCUMENT_NO_LINK);
}

int composer_link(struct composer *composer, const char *url)
{
	if (!url || !*url)
		return DOCUMENT_NO_LINK;
	return links_add(&composer->links, composer->arena, url);
}

const char *composer_address(const struct composer *composer, int link)
{
	return composer->links.urls.items[link];
}

void composer_leaf(struct composer *composer, enum block_kind kind, int level, const char *text,
		   unsigned style)
{
	composer_open(composer, kind, level, 0);
	composer_text(composer, text, strlen(text), style, DOCUMENT_NO_LINK);
	composer_close(composer);
}

void composer_append(struct composer *composer, const struct document *document)
{
	composer_append_blocks(composer, document, 0, document->block_count);
}

static void append_spans(struct composer *composer, const struct document *document,
			 const struct block *block)
{
	int line = composer->line;

	for (size_t i = 0; i < block->span_count; i++) {
		const struct span *span = &block->spans[i];
		int link = span->link == DOCUMENT_NO_LINK
			       ? DOCUMENT_NO_LINK
			       : composer_link(composer, document->links[span->link]);

		composer->line = span->line;
		composer_text(composer, span->text, strlen(span->text), span->style, link);
	}
	composer->line = line;
}

void composer_append_blocks(struct composer *composer, const struct document *document,
			    size_t first, size_t last)
{
	ARRAY(uint32_t) ends = {0};

	for (size_t i = first; i < last && i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];

		for (; ends.count && ends.items[ends.count - 1] <= i; ends.count--)
			composer_close(composer);
		composer_open(composer, block->kind, block->level, block->line);
		composer_span(composer, block->columns, block->rows);
		append_spans(composer, document, block);
		array_push(&ends, block->end);
	}
	for (; ends.count; ends.count--)
		composer_close(composer);
	array_free(&ends);
}

static void finish_blocks(const struct composer *composer, struct document *document)
{
	struct block *blocks =
	    arena_alloc(composer->arena, composer->blocks.count, sizeof *document->blocks);
	struct span *spans = arena_alloc(composer->arena, composer->spans.count, sizeof *spans);
	const char *text =
	    arena_strndup(composer->arena, buffer_text(&composer->text), composer->text.length);

	for (size_t i = 0; i < composer->spans.count; i++) {
		const struct draft_span *draft = &composer->spans.items[i];

		spans[i] =
		    (struct span){text + draft->start, draft->style, draft->link, draft->line};
	}
	for (size_t i = 0; i < composer->blocks.count; i++) {
		blocks[i] = composer->blocks.items[i].block;
		if (blocks[i].span_count)
			blocks[i].spans = spans + composer->blocks.items[i].first_span;
	}
	document->blocks = blocks;
	document->block_count = composer->blocks.count;
}

struct document *composer_finish(struct composer *composer)
{
	struct document *document;

	while (open_block(composer))
		close_one(composer);
	document = arena_alloc(composer->arena, 1, sizeof *document);
	finish_blocks(composer, document);
	document->links = arena_copy(composer->arena, composer->links.urls.items,
				     composer->links.urls.count, sizeof *document->links);
	document->link_count = composer->links.urls.count;
	document->arena = composer->arena;
	free_drafts(composer);
	return document;
}
