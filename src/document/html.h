/*
 * A document, or some blocks of it, as plain HTML: the way to keep a piece of a page as markup in
 * an agenda. Reading it again with document_from_html() gives the same blocks, lines aside.
 */
#ifndef NEC_DOCUMENT_HTML_H
#define NEC_DOCUMENT_HTML_H

#include "base/buffer.h"
#include "document/document.h"

/* Appends the blocks first up to, not including, last. */
void html_write(struct buffer *out, const struct document *document, size_t first, size_t last);

/* Appends one leaf's spans without the element around them. */
void html_write_spans(struct buffer *out, const struct document *document, const struct span *spans,
		      size_t count);

#endif
