/*
 * A leaf while it is gathered: pieces of one text, each with a style, a link and a line.
 */
#ifndef NEC_DOCUMENT_LEAF_H
#define NEC_DOCUMENT_LEAF_H

#include "base/array.h"
#include "base/buffer.h"
#include "document/composer.h"

struct look {
	unsigned style;
	int link;
	int anchor; /* which element made the link: two with one address are two links */
};

struct piece {
	size_t start, end; /* in the leaf's text */
	struct look look;
	int image; /* the address of an image, DOCUMENT_NO_LINK for all else */
	int line;
};

struct leaf {
	enum block_kind kind; /* BLOCK_PARAGRAPH, BLOCK_HEADING or BLOCK_CODE */
	int level;
	ARRAY(struct piece) pieces;
	struct buffer text;
};

/* Adds a piece without a text; valid until the next one is added. */
struct piece *leaf_add_piece(struct leaf *leaf, struct look look, int line);

/* Adds text, to the last piece where that looks alike. */
void leaf_add_text(struct leaf *leaf, const char *text, size_t length, struct look look, int line);

/* Moves the start of a piece forward; its line follows. */
void leaf_skip_to(const struct leaf *leaf, struct piece *piece, size_t start);

/* The last piece that is seen, which an image without a text is not; NULL where there is none. */
const struct piece *leaf_last_seen(const struct leaf *leaf);

/* White space as markup knows it. */
bool leaf_is_white(char c);

/*
 * Hands the leaf to the composer and empties it. Breaks at its ends are dropped, a paragraph of
 * nothing but images becomes blocks of images, bare addresses become links.
 */
void leaf_put(struct leaf *leaf, struct composer *composer);

void leaf_free(struct leaf *leaf);

#endif
