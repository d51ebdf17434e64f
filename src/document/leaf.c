#include "config.h"

#include "document/leaf.h"

#include "document/address.h"

#include <string.h>

static bool is_plain(const struct piece *piece)
{
	return !(piece->look.style & (SPAN_BREAK | SPAN_IMAGE));
}

static struct piece *last_piece(const struct leaf *leaf)
{
	return leaf->pieces.count ? &leaf->pieces.items[leaf->pieces.count - 1] : NULL;
}

struct piece *leaf_add_piece(struct leaf *leaf, struct look look, int line)
{
	struct piece piece = {leaf->text.length, leaf->text.length, look, DOCUMENT_NO_LINK, line};

	buffer_append(&leaf->text, "", 0);
	array_push(&leaf->pieces, piece);
	return last_piece(leaf);
}

static bool looks_alike(const struct piece *piece, struct look look)
{
	return is_plain(piece) && piece->look.style == look.style &&
	       piece->look.link == look.link && piece->look.anchor == look.anchor;
}

void leaf_add_text(struct leaf *leaf, const char *text, size_t length, struct look look, int line)
{
	struct piece *last = last_piece(leaf);

	if (!last || !looks_alike(last, look))
		last = leaf_add_piece(leaf, look, line);
	buffer_append(&leaf->text, text, length);
	last->end = leaf->text.length;
}

void leaf_skip_to(const struct leaf *leaf, struct piece *piece, size_t start)
{
	for (; piece->start < start; piece->start++)
		piece->line += leaf->text.data[piece->start] == '\n' && piece->line > 0;
}

const struct piece *leaf_last_seen(const struct leaf *leaf)
{
	for (size_t i = leaf->pieces.count; i-- > 0;)
		if (leaf->pieces.items[i].start < leaf->pieces.items[i].end)
			return &leaf->pieces.items[i];
	return NULL;
}

bool leaf_is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Drops what is not seen: breaks at the ends, images without a text. */
static void trim(struct leaf *leaf)
{
	struct piece *first = leaf->pieces.items, *kept = first;

	array_each (const struct piece, piece, &leaf->pieces) {
		if (piece->start == piece->end ||
		    (piece->look.style == SPAN_BREAK && kept == first))
			continue;
		if (kept > first && looks_alike(kept - 1, piece->look))
			kept[-1].end = piece->end;
		else
			*kept++ = *piece;
	}
	while (kept > first && kept[-1].look.style == SPAN_BREAK)
		kept--;
	leaf->pieces.count = (size_t)(kept - first);
}

/* What a browser shows of <pre>: not the line break behind it, nor what is empty at its end. */
static void trim_code(struct leaf *leaf)
{
	struct piece *piece = last_piece(leaf);

	while (piece->end > piece->start && leaf_is_white(leaf->text.data[piece->end - 1]))
		piece->end--;
	if (piece->start < piece->end && leaf->text.data[piece->start] == '\n')
		leaf_skip_to(leaf, piece, piece->start + 1);
}

static bool is_space(const struct leaf *leaf, const struct piece *piece)
{
	for (size_t at = piece->start; at < piece->end; at++)
		if (!leaf_is_white(leaf->text.data[at]))
			return false;
	return true;
}

static bool all_images(const struct leaf *leaf)
{
	array_each (const struct piece, piece, &leaf->pieces)
		if (!(piece->look.style & SPAN_IMAGE) && !is_space(leaf, piece))
			return false;
	return true;
}

/* Puts the start of a piece, up to `end`, and takes it off. */
static void put_start(const struct leaf *leaf, struct composer *composer, struct piece *piece,
		      size_t end, int link)
{
	composer_line(composer, piece->line);
	composer_text(composer, leaf->text.data + piece->start, end - piece->start,
		      piece->look.style, link);
	leaf_skip_to(leaf, piece, end);
}

static int link_of_address(const struct leaf *leaf, struct composer *composer,
			   const struct address *address)
{
	struct buffer url = {0};
	int link;

	buffer_puts(&url, address->scheme);
	buffer_append(&url, leaf->text.data + address->start, address->end - address->start);
	link = composer_link(composer, buffer_text(&url));
	buffer_free(&url);
	return link;
}

/* A piece without a link; the addresses in it become links. */
static void put_unlinked(const struct leaf *leaf, struct composer *composer, struct piece piece)
{
	struct address found;

	while (is_plain(&piece) && !(piece.look.style & SPAN_CODE) &&
	       address_find(leaf->text.data, piece.end, piece.start, &found)) {
		put_start(leaf, composer, &piece, found.start, DOCUMENT_NO_LINK);
		put_start(leaf, composer, &piece, found.end,
			  link_of_address(leaf, composer, &found));
	}
	put_start(leaf, composer, &piece, piece.end, DOCUMENT_NO_LINK);
}

static void put_piece(const struct leaf *leaf, struct composer *composer, struct piece piece)
{
	int link = piece.look.link == DOCUMENT_NO_LINK ? piece.image : piece.look.link;

	if (link == DOCUMENT_NO_LINK && leaf->kind != BLOCK_CODE)
		put_unlinked(leaf, composer, piece);
	else
		put_start(leaf, composer, &piece, piece.end, link);
}

static void put_pieces(const struct leaf *leaf, struct composer *composer)
{
	composer_open(composer, leaf->kind, leaf->level, leaf->pieces.items->line);
	array_each (const struct piece, piece, &leaf->pieces)
		put_piece(leaf, composer, *piece);
	composer_close(composer);
}

/* An image as a block; where it is a link to elsewhere, that address follows it. */
static void put_image(const struct leaf *leaf, struct composer *composer, const struct piece *piece)
{
	const char *alt = leaf->text.data + piece->start, *address;

	composer_line(composer, piece->line);
	composer_open(composer, BLOCK_IMAGE, 0, piece->line);
	composer_text(composer, alt, piece->end - piece->start, 0, piece->image);
	composer_close(composer);
	if (piece->look.link == DOCUMENT_NO_LINK)
		return;
	address = composer_address(composer, piece->look.link);
	composer_open(composer, BLOCK_PARAGRAPH, 0, piece->line);
	composer_text(composer, address, strlen(address), 0, piece->look.link);
	composer_close(composer);
}

static void put_images(const struct leaf *leaf, struct composer *composer)
{
	array_each (const struct piece, piece, &leaf->pieces)
		if (piece->look.style & SPAN_IMAGE)
			put_image(leaf, composer, piece);
}

void leaf_put(struct leaf *leaf, struct composer *composer)
{
	if (leaf->kind == BLOCK_PARAGRAPH && all_images(leaf)) {
		put_images(leaf, composer);
		leaf->pieces.count = 0;
	}
	if (leaf->kind == BLOCK_CODE && leaf->pieces.count)
		trim_code(leaf);
	else
		trim(leaf);
	if (leaf->pieces.count)
		put_pieces(leaf, composer);
	leaf->pieces.count = 0;
	buffer_clear(&leaf->text);
}

void leaf_free(struct leaf *leaf)
{
	array_free(&leaf->pieces);
	buffer_free(&leaf->text);
}
