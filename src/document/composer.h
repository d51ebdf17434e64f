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

/* Opens a block; containers and leaves alike are closed with composer_close(). */
void composer_open(struct composer *composer, enum block_kind kind, int level, int line);
void composer_close(struct composer *composer);

/* Adds text to the open leaf. Text is sanitised; white space is kept as it is given. */
void composer_text(struct composer *composer, const char *text, size_t length, unsigned style,
		   int link);
void composer_break(struct composer *composer);

/* The index of an address, added where it is new; DOCUMENT_NO_LINK for NULL or "". */
int composer_link(struct composer *composer, const char *url);

/* A whole leaf at once. */
void composer_leaf(struct composer *composer, enum block_kind kind, int level, const char *text,
		   unsigned style);

/* Appends every block of another document; its links are merged, each address kept once. */
void composer_append(struct composer *composer, const struct document *document);

/* The same for the blocks first up to, not including, last; blocks left open by that are closed. */
void composer_append_blocks(struct composer *composer, const struct document *document,
			    size_t first, size_t last);

/* The document; the composer is gone. Leaves without text are dropped, open blocks are closed. */
struct document *composer_finish(struct composer *composer);

#endif
