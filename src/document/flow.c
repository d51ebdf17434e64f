/*
 * White space is held back until something visible follows it in the same leaf, so none ever stands
 * at an end or beside a break, and no two stand together.
 */
#include "config.h"

#include "document/flow.h"

#include "base/utf8.h"
#include "document/address.h"
#include "document/kramdown.h"
#include "document/leaf.h"

#include <string.h>

enum space { SPACE_NONE, SPACE_BLANK, SPACE_NEWLINE };

struct flow {
	struct composer *composer;
	struct setting now;
	bool attribute_lists;

	struct leaf leaf;
	bool open;	  /* whether something is in it */
	enum space space; /* held back */
	int space_line;	  /* where it begins */
	size_t added;
	struct buffer clean; /* the text that is being added */
};

struct flow *flow_new(struct composer *composer, bool attribute_lists)
{
	struct flow *flow = memory_alloc(1, sizeof *flow);

	flow->composer = composer;
	flow->attribute_lists = attribute_lists;
	flow->now = (struct setting){BLOCK_PARAGRAPH, 0, {0, DOCUMENT_NO_LINK, 0}};
	return flow;
}

void flow_free(struct flow *flow)
{
	if (!flow)
		return;
	flow_end(flow);
	leaf_free(&flow->leaf);
	buffer_free(&flow->clean);
	free(flow);
}

void flow_set(struct flow *flow, struct setting setting)
{
	flow->now = setting;
}

int flow_link(struct flow *flow, const char *url)
{
	struct buffer clean = {0};
	int link;

	address_clean(&clean, url);
	link = composer_link(flow->composer, buffer_text(&clean));
	buffer_free(&clean);
	return link;
}

size_t flow_added(const struct flow *flow)
{
	return flow->added;
}

static void open_leaf(struct flow *flow)
{
	flow->added++;
	if (flow->open)
		return;
	flow->leaf.kind = flow->now.kind;
	flow->leaf.level = flow->now.level;
	flow->open = true;
}

/* What two looks have in common. */
static struct look common_look(struct look a, struct look b)
{
	struct look common = {a.style & b.style, DOCUMENT_NO_LINK, 0};

	if (a.anchor == b.anchor && a.link == b.link) {
		common.link = a.link;
		common.anchor = a.anchor;
	}
	return common;
}

/* The space held back goes in, in what the looks on both sides of it have in common. */
static void release_space(struct flow *flow)
{
	const struct piece *last = leaf_last_seen(&flow->leaf);

	if (flow->space != SPACE_NONE && last && last->look.style != SPAN_BREAK)
		leaf_add_text(&flow->leaf, flow->space == SPACE_NEWLINE ? "\n" : " ", 1,
			      common_look(flow->now.look, last->look), flow->space_line);
	flow->space = SPACE_NONE;
}

static void hold_space(struct flow *flow, char c, int line)
{
	if (flow->space == SPACE_NONE)
		flow->space_line = line;
	if (c == '\n')
		flow->space = SPACE_NEWLINE;
	else if (flow->space == SPACE_NONE)
		flow->space = SPACE_BLANK;
}

static void add_flowing(struct flow *flow, const char *text, size_t length, int line)
{
	for (size_t at = 0, end; at < length; at = end) {
		end = at + 1;
		if (leaf_is_white(text[at])) {
			hold_space(flow, text[at], line);
			line += text[at] == '\n' && line > 0;
			continue;
		}
		while (end < length && !leaf_is_white(text[end]))
			end++;
		open_leaf(flow);
		release_space(flow);
		leaf_add_text(&flow->leaf, text + at, end - at, flow->now.look, line);
	}
}

static bool in_code(const struct flow *flow)
{
	return flow->open ? flow->leaf.kind == BLOCK_CODE : flow->now.kind == BLOCK_CODE;
}

static void add_verbatim(struct flow *flow, const char *text, size_t length, int line)
{
	open_leaf(flow);
	leaf_add_text(&flow->leaf, text, length, (struct look){0, DOCUMENT_NO_LINK, 0}, line);
}

/* Text is sanitised first, for what that removes or makes a space bears on the spaces around. */
void flow_text(struct flow *flow, const char *text, size_t length, int line)
{
	void (*add)(struct flow *, const char *, size_t, int) =
	    in_code(flow) ? add_verbatim : add_flowing;

	while (length) {
		const char *newline = memchr(text, '\n', length);
		size_t part = newline ? (size_t)(newline - text) : length;

		buffer_clear(&flow->clean);
		utf8_sanitise(&flow->clean, text, part, UTF8_ONE_LINE);
		add(flow, flow->clean.data, flow->clean.length, line);
		if (!newline)
			return;
		add(flow, "\n", 1, line);
		line += line > 0;
		text += part + 1;
		length -= part + 1;
	}
}

void flow_break(struct flow *flow, int line)
{
	struct piece *piece;

	if (in_code(flow)) {
		flow_text(flow, "\n", 1, line);
		return;
	}
	flow->space = SPACE_NONE;
	if (!flow->open)
		return;
	piece = leaf_add_piece(&flow->leaf, (struct look){SPAN_BREAK, DOCUMENT_NO_LINK, 0}, line);
	buffer_putc(&flow->leaf.text, '\n');
	piece->end = flow->leaf.text.length;
}

/* Adds a text with its white space collapsed and trimmed. */
static void add_collapsed(struct buffer *out, const char *text, size_t length)
{
	size_t start = out->length;

	for (size_t i = 0; i < length; i++) {
		if (!leaf_is_white(text[i]))
			buffer_putc(out, text[i]);
		else if (out->length > start && out->data[out->length - 1] != ' ')
			buffer_putc(out, ' ');
	}
	if (out->length > start && out->data[out->length - 1] == ' ')
		buffer_truncate(out, out->length - 1);
}

static void add_image(struct flow *flow, const char *alt, size_t length, int image, int line)
{
	struct look look = flow->now.look;
	struct piece *piece;

	open_leaf(flow);
	if (length)
		release_space(flow);
	look.style |= SPAN_IMAGE;
	piece = leaf_add_piece(&flow->leaf, look, line);
	piece->image = image;
	add_collapsed(&flow->leaf.text, alt, length);
	piece->end = flow->leaf.text.length;
}

void flow_image(struct flow *flow, const char *alt, const char *url, int line)
{
	int image = flow_link(flow, url);

	if (in_code(flow)) {
		flow_text(flow, alt, strlen(alt), line);
		return;
	}
	buffer_clear(&flow->clean);
	utf8_sanitise(&flow->clean, alt, strlen(alt), UTF8_ONE_LINE);
	add_image(flow, flow->clean.data, flow->clean.length, image, line);
}

/* Whether nothing but blanks stands between a place in the leaf and the end of its line. */
static bool ends_line(const struct flow *flow, size_t at)
{
	while (at < flow->leaf.text.length && flow->leaf.text.data[at] == ' ')
		at++;
	return at == flow->leaf.text.length || flow->leaf.text.data[at] == '\n';
}

static bool begins_line(const struct flow *flow, size_t at)
{
	while (at && flow->leaf.text.data[at - 1] == ' ')
		at--;
	return !at || flow->leaf.text.data[at - 1] == '\n';
}

/* The end of the attribute lists that begin at `start`, which is `start` where none does. */
static size_t lists_end(const struct flow *flow, size_t start, size_t end)
{
	const char *text = flow->leaf.text.data;
	size_t list, blanks = 0;

	while ((list = kramdown_attribute_list(text + start + blanks, end - start - blanks))) {
		start += blanks + list;
		for (blanks = 0; start + blanks < end && text[start + blanks] == ' ';)
			blanks++;
	}
	return start;
}

/*
 * The next attribute lists of a piece at or behind *start: alone, at an end of its line, or behind
 * a piece of another style.
 */
static bool find_attribute_list(const struct flow *flow, const struct piece *piece, size_t *start,
				size_t *end)
{
	const char *text = flow->leaf.text.data, *found;

	for (; (found = memmem(text + *start, piece->end - *start, "{:", 2)); ++*start) {
		*start = (size_t)(found - text);
		*end = lists_end(flow, *start, piece->end);
		if (*end > *start &&
		    (*start == piece->start || begins_line(flow, *start) || ends_line(flow, *end)))
			return true;
	}
	return false;
}

/* Adds a piece of another flow without the attribute lists in it. */
static void add_without_lists(struct flow *flow, const struct flow *from, struct piece piece)
{
	const char *text = from->leaf.text.data;
	size_t start = piece.start, end;

	flow->now.look = piece.look;
	flow->now.look.style &= ~(unsigned)SPAN_IMAGE;
	if (piece.look.style == SPAN_BREAK) {
		flow_break(flow, piece.line);
		return;
	}
	if (piece.look.style & SPAN_IMAGE) {
		add_image(flow, text + start, piece.end - start, piece.image, piece.line);
		return;
	}
	while (!(piece.look.style & SPAN_CODE) && find_attribute_list(from, &piece, &start, &end)) {
		while (ends_line(from, end) && start > piece.start &&
		       leaf_is_white(text[start - 1]))
			start--;
		add_flowing(flow, text + piece.start, start - piece.start, piece.line);
		leaf_skip_to(&from->leaf, &piece, end);
		start = end;
	}
	add_flowing(flow, text + piece.start, piece.end - piece.start, piece.line);
}

/* What is left flows again, so that no white space is doubled where something was cut. */
static void cut_attribute_lists(struct flow *flow)
{
	struct flow from = *flow;

	if (!memmem(buffer_text(&flow->leaf.text), flow->leaf.text.length, "{:", 2))
		return;
	flow->leaf = (struct leaf){.kind = from.leaf.kind, .level = from.leaf.level};
	flow->space = SPACE_NONE;
	array_each (const struct piece, piece, &from.leaf.pieces)
		add_without_lists(flow, &from, *piece);
	flow->now = from.now;
	leaf_free(&from.leaf);
}

void flow_end(struct flow *flow)
{
	if (flow->open && flow->attribute_lists && flow->leaf.kind != BLOCK_CODE)
		cut_attribute_lists(flow);
	leaf_put(&flow->leaf, flow->composer);
	flow->open = false;
	flow->space = SPACE_NONE;
}
