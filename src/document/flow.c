/*
 * A leaf is gathered as pieces, each a stretch of one buffer with a style, a link and a line. White
 * space is held back until something visible follows it, so none ever stands at an end. When the
 * leaf ends, its pieces are looked through as a whole and handed to the composer.
 */
#include "config.h"

#include "document/flow.h"

#include "base/array.h"
#include "base/buffer.h"
#include "document/address.h"
#include "document/kramdown.h"

#include <string.h>

enum space { SPACE_NONE, SPACE_BLANK, SPACE_NEWLINE };

struct piece {
	size_t start, end; /* in flow->text */
	unsigned style;
	int link;
	int image; /* the address of an image, DOCUMENT_NO_LINK for all else */
	int line;
};

struct flow {
	struct composer *composer;
	struct look look;
	bool attribute_lists;

	/* The open leaf. */
	ARRAY(struct piece) pieces;
	struct buffer text;
	struct look leaf; /* the look it was opened with */
	bool open;
	enum space space; /* held back */
	int space_line;	  /* where it begins */
	size_t added;
	struct buffer url;
};

struct flow *flow_new(struct composer *composer, bool attribute_lists)
{
	struct flow *flow = memory_alloc(1, sizeof *flow);

	flow->composer = composer;
	flow->attribute_lists = attribute_lists;
	buffer_append(&flow->text, "", 0);
	flow->look = (struct look){BLOCK_PARAGRAPH, 0, 0, DOCUMENT_NO_LINK};
	return flow;
}

void flow_free(struct flow *flow)
{
	if (!flow)
		return;
	flow_end(flow);
	array_free(&flow->pieces);
	buffer_free(&flow->text);
	buffer_free(&flow->url);
	free(flow);
}

struct look *flow_look(struct flow *flow)
{
	return &flow->look;
}

int flow_link(struct flow *flow, const char *url)
{
	buffer_clear(&flow->url);
	address_clean(&flow->url, url);
	return composer_link(flow->composer, buffer_text(&flow->url));
}

static struct piece *last_piece(struct flow *flow)
{
	return flow->pieces.count ? &flow->pieces.items[flow->pieces.count - 1] : NULL;
}

static bool is_plain(const struct piece *piece)
{
	return !(piece->style & (SPAN_BREAK | SPAN_IMAGE));
}

/* The last piece that is seen: not an image without a text. */
static const struct piece *last_seen(const struct flow *flow)
{
	for (size_t i = flow->pieces.count; i-- > 0;)
		if (flow->pieces.items[i].start < flow->pieces.items[i].end)
			return &flow->pieces.items[i];
	return NULL;
}

size_t flow_added(const struct flow *flow)
{
	return flow->added;
}

static void open_leaf(struct flow *flow)
{
	flow->added++;
	if (!flow->open)
		flow->leaf = flow->look;
	flow->open = true;
}

static struct piece *add_piece(struct flow *flow, unsigned style, int link, int line)
{
	struct piece piece = {
	    flow->text.length, flow->text.length, style, link, DOCUMENT_NO_LINK, line};

	array_push(&flow->pieces, piece);
	return last_piece(flow);
}

/* Adds bytes as they are, to the last piece where it looks alike. */
static void add_text(struct flow *flow, const char *text, size_t length, struct look look, int line)
{
	struct piece *last = last_piece(flow);

	if (!last || !is_plain(last) || last->style != look.style || last->link != look.link)
		last = add_piece(flow, look.style, look.link, line);
	buffer_append(&flow->text, text, length);
	last->end = flow->text.length;
}

/* The space held back goes in, in what the looks on both sides of it have in common. */
static void release_space(struct flow *flow)
{
	const struct piece *last = last_seen(flow);
	struct look look = flow->look;

	if (flow->space != SPACE_NONE && last && last->style != SPAN_BREAK) {
		look.style &= last->style;
		if (last->link != look.link)
			look.link = DOCUMENT_NO_LINK;
		add_text(flow, flow->space == SPACE_NEWLINE ? "\n" : " ", 1, look,
			 flow->space_line);
	}
	flow->space = SPACE_NONE;
}

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
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
		if (is_white(text[at])) {
			hold_space(flow, text[at], line);
			line += text[at] == '\n' && line > 0;
			continue;
		}
		while (end < length && !is_white(text[end]))
			end++;
		open_leaf(flow);
		release_space(flow);
		add_text(flow, text + at, end - at, flow->look, line);
	}
}

static bool in_code(const struct flow *flow)
{
	return flow->open ? flow->leaf.kind == BLOCK_CODE : flow->look.kind == BLOCK_CODE;
}

void flow_text(struct flow *flow, const char *text, size_t length, int line)
{
	struct look plain = {BLOCK_CODE, 0, 0, DOCUMENT_NO_LINK};

	if (!in_code(flow)) {
		add_flowing(flow, text, length, line);
	} else if (length) {
		open_leaf(flow);
		add_text(flow, text, length, plain, line);
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
	piece = add_piece(flow, SPAN_BREAK, DOCUMENT_NO_LINK, line);
	buffer_putc(&flow->text, '\n');
	piece->end = flow->text.length;
}

/* Adds a text with its white space collapsed and trimmed. */
static void add_collapsed(struct buffer *out, const char *text, size_t length)
{
	size_t start = out->length;

	for (size_t i = 0; i < length; i++) {
		if (!is_white(text[i]))
			buffer_putc(out, text[i]);
		else if (out->length > start && out->data[out->length - 1] != ' ')
			buffer_putc(out, ' ');
	}
	if (out->length > start && out->data[out->length - 1] == ' ')
		buffer_truncate(out, out->length - 1);
}

static void add_image(struct flow *flow, const char *alt, size_t length, int image, int line)
{
	struct piece *piece;

	open_leaf(flow);
	if (length)
		release_space(flow);
	piece = add_piece(flow, SPAN_IMAGE | flow->look.style, flow->look.link, line);
	piece->image = image;
	add_collapsed(&flow->text, alt, length);
	piece->end = flow->text.length;
}

void flow_image(struct flow *flow, const char *alt, const char *url, int line)
{
	int image = flow_link(flow, url);

	if (in_code(flow))
		flow_text(flow, alt, strlen(alt), line);
	else
		add_image(flow, alt, strlen(alt), image, line);
}

/* Whether nothing but blanks stands between a place in the leaf and the end of its line. */
static bool ends_line(const struct flow *flow, size_t at)
{
	while (at < flow->text.length && flow->text.data[at] == ' ')
		at++;
	return at == flow->text.length || flow->text.data[at] == '\n';
}

static bool begins_line(const struct flow *flow, size_t at)
{
	while (at && flow->text.data[at - 1] == ' ')
		at--;
	return !at || flow->text.data[at - 1] == '\n';
}

/* The end of the attribute lists that begin at `start`, which is `start` where none does. */
static size_t lists_end(const struct flow *flow, size_t start, size_t end)
{
	const char *text = flow->text.data;
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
	const char *text = flow->text.data, *found;

	for (; (found = memmem(text + *start, piece->end - *start, "{:", 2)); ++*start) {
		*start = (size_t)(found - text);
		*end = lists_end(flow, *start, piece->end);
		if (*end > *start &&
		    (*start == piece->start || begins_line(flow, *start) || ends_line(flow, *end)))
			return true;
	}
	return false;
}

/* Moves the start of a piece. */
static void skip_to(const struct flow *flow, struct piece *piece, size_t start)
{
	for (; piece->start < start; piece->start++)
		piece->line += flow->text.data[piece->start] == '\n' && piece->line > 0;
}

/* Adds a piece of another flow without the attribute lists in it. */
static void add_without_lists(struct flow *flow, const struct flow *from, struct piece piece)
{
	const char *text = from->text.data;
	size_t start = piece.start, end;

	flow->look.style = piece.style & ~(unsigned)SPAN_IMAGE;
	flow->look.link = piece.link;
	if (piece.style == SPAN_BREAK) {
		flow_break(flow, piece.line);
		return;
	}
	if (piece.style & SPAN_IMAGE) {
		add_image(flow, text + start, piece.end - start, piece.image, piece.line);
		return;
	}
	while (!(piece.style & SPAN_CODE) && find_attribute_list(from, &piece, &start, &end)) {
		while (ends_line(from, end) && start > piece.start && is_white(text[start - 1]))
			start--;
		add_flowing(flow, text + piece.start, start - piece.start, piece.line);
		skip_to(from, &piece, end);
		start = end;
	}
	add_flowing(flow, text + piece.start, piece.end - piece.start, piece.line);
}

/* What is left flows again, so that no white space is doubled where something was cut. */
static void cut_attribute_lists(struct flow *flow)
{
	struct flow from = *flow;

	if (!memmem(flow->text.data, flow->text.length, "{:", 2))
		return;
	memset(&flow->pieces, 0, sizeof flow->pieces);
	memset(&flow->text, 0, sizeof flow->text);
	buffer_append(&flow->text, "", 0);
	flow->space = SPACE_NONE;
	array_each (const struct piece, piece, &from.pieces)
		add_without_lists(flow, &from, *piece);
	flow->look = from.look;
	array_free(&from.pieces);
	buffer_free(&from.text);
}

/* Drops what is not seen: breaks at the ends, images without a text. */
static void trim(struct flow *flow)
{
	struct piece *kept = flow->pieces.items;

	array_each (const struct piece, piece, &flow->pieces) {
		if (piece->style == SPAN_BREAK && kept == flow->pieces.items)
			continue;
		if (piece->start < piece->end)
			*kept++ = *piece;
	}
	while (kept > flow->pieces.items && kept[-1].style == SPAN_BREAK)
		kept--;
	flow->pieces.count = (size_t)(kept - flow->pieces.items);
}

static bool is_space(const struct flow *flow, const struct piece *piece)
{
	for (size_t at = piece->start; at < piece->end; at++)
		if (!is_white(flow->text.data[at]))
			return false;
	return true;
}

static bool all_images(const struct flow *flow)
{
	array_each (const struct piece, piece, &flow->pieces)
		if (!(piece->style & SPAN_IMAGE) && !is_space(flow, piece))
			return false;
	return true;
}

static void put_text(struct flow *flow, const struct piece *piece, size_t end, int link, int *line,
		     size_t *at)
{
	const char *text = flow->text.data + *at;

	composer_line(flow->composer, *line);
	composer_text(flow->composer, text, end - *at, piece->style, link);
	for (; *at < end; ++*at)
		*line += flow->text.data[*at] == '\n' && *line > 0;
}

static int link_of_address(struct flow *flow, const struct address *address)
{
	buffer_clear(&flow->url);
	buffer_puts(&flow->url, address->scheme);
	buffer_append(&flow->url, flow->text.data + address->start, address->end - address->start);
	return composer_link(flow->composer, buffer_text(&flow->url));
}

/* A piece without a link; the addresses in it become links. */
static void put_unlinked(struct flow *flow, const struct piece *piece)
{
	size_t at = piece->start;
	int line = piece->line;
	struct address address;

	while (is_plain(piece) && !(piece->style & SPAN_CODE) &&
	       address_find(flow->text.data, piece->end, at, &address)) {
		put_text(flow, piece, address.start, DOCUMENT_NO_LINK, &line, &at);
		put_text(flow, piece, address.end, link_of_address(flow, &address), &line, &at);
	}
	put_text(flow, piece, piece->end, DOCUMENT_NO_LINK, &line, &at);
}

static void put_piece(struct flow *flow, const struct piece *piece)
{
	size_t at = piece->start;
	int line = piece->line, link = piece->link;

	if (link == DOCUMENT_NO_LINK)
		link = piece->image;
	if (link == DOCUMENT_NO_LINK && flow->leaf.kind != BLOCK_CODE)
		put_unlinked(flow, piece);
	else
		put_text(flow, piece, piece->end, link, &line, &at);
}

static void put_leaf(struct flow *flow)
{
	composer_open(flow->composer, flow->leaf.kind, flow->leaf.level, flow->pieces.items->line);
	array_each (const struct piece, piece, &flow->pieces)
		put_piece(flow, piece);
	composer_close(flow->composer);
}

/* An image as a block; where it is a link to elsewhere, that address follows it. */
static void put_image(struct flow *flow, const struct piece *piece)
{
	const char *alt = flow->text.data + piece->start, *address;

	composer_line(flow->composer, piece->line);
	composer_open(flow->composer, BLOCK_IMAGE, 0, piece->line);
	composer_text(flow->composer, alt, piece->end - piece->start, 0, piece->image);
	composer_close(flow->composer);
	if (piece->link == DOCUMENT_NO_LINK)
		return;
	address = composer_address(flow->composer, piece->link);
	composer_text(flow->composer, address, strlen(address), 0, piece->link);
	composer_close(flow->composer);
}

static void put_images(struct flow *flow)
{
	array_each (const struct piece, piece, &flow->pieces)
		if (piece->style & SPAN_IMAGE)
			put_image(flow, piece);
}

/* What a browser shows of <pre>: not the line break behind it, nor what is empty at its end. */
static void trim_code(struct flow *flow)
{
	struct piece *piece = last_piece(flow);

	while (piece->end > piece->start && is_white(flow->text.data[piece->end - 1]))
		piece->end--;
	if (piece->start < piece->end && flow->text.data[piece->start] == '\n') {
		piece->start++;
		piece->line += piece->line > 0;
	}
}

void flow_end(struct flow *flow)
{
	bool code = flow->leaf.kind == BLOCK_CODE;

	if (flow->open && flow->attribute_lists && !code)
		cut_attribute_lists(flow);
	if (flow->leaf.kind == BLOCK_PARAGRAPH && all_images(flow)) {
		put_images(flow);
		flow->pieces.count = 0;
	}
	if (code && flow->open)
		trim_code(flow);
	else
		trim(flow);
	if (flow->pieces.count)
		put_leaf(flow);
	flow->pieces.count = 0;
	buffer_clear(&flow->text);
	flow->open = false;
	flow->space = SPACE_NONE;
}
