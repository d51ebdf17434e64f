/*
 * Composes a document block by block: for the parsers of this folder, and for whoever puts pages
 * together from pieces (present/).
 */
#ifndef NEC_DOCUMENT_COMPOSER_H
#define NEC_DOCUMENT_COMPOSER_H

#include "document/document.h"

struct composer;

struct composer *composer_new(void);
void composer_free(struct composer *composer); /* gives up; NULL is allowed */

/*
 * Opens a block; containers and leaves alike are closed with composer_close(). Whatever is opened
 * where, the tree is well formed: lists hold only items, tables only rows, rows only cells, and
 * these stand nowhere else; a missing one is put in. A leaf that is still open is closed before.
 *
 * Closing drops leaves without text (a rule, and an image with an address, need none) and
 * containers without leaves; an empty cell is kept where another cell of its row has text. A line
 * of 0 becomes the line of what the block holds first.
 */
void composer_open(struct composer *composer, enum block_kind kind, int level, int line);
void composer_close(struct composer *composer);

/* How much the open cell takes (struct block); without it, one column of one row. */
void composer_span(struct composer *composer, uint16_t columns, uint16_t rows);

/*
 * Adds text to the open leaf; where none is open, a paragraph is opened. Text is sanitised; white
 * space is kept as it is given. Neighbours of one style and link become one span.
 */
void composer_text(struct composer *composer, const char *text, size_t length, unsigned style,
		   int link);
void composer_break(struct composer *composer);

/* The line of the source that text added from now on comes from; 0, as it starts, for unknown. */
void composer_line(struct composer *composer, int line);

/* The index of an address, added where it is new; DOCUMENT_NO_LINK for NULL or "". */
int composer_link(struct composer *composer, const char *url);

/* The address of an index; valid until the document is freed. */
const char *composer_address(const struct composer *composer, int link);

/* A whole leaf at once. */
void composer_leaf(struct composer *composer, enum block_kind kind, int level, const char *text,
		   unsigned style);

/* Appends every block of another document; its links are merged, each address kept once. */
void composer_append(struct composer *composer, const struct document *document);

/* The same for the blocks first up to, not including, last; blocks left open by that are closed. */
void composer_append_blocks(struct composer *composer, const struct document *document,
			    size_t first, size_t last);

/* How many blocks are open. */
int composer_depth(const struct composer *composer);

/* The document; the composer is gone. Open blocks are closed. */
struct document *composer_finish(struct composer *composer);

#endif
