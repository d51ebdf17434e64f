/*
 * A document as Markdown (CommonMark 0.30; tables and strikethrough as GitHub has them).
 */
#ifndef NEC_WRITE_COMMONMARK_H
#define NEC_WRITE_COMMONMARK_H

#include "base/buffer.h"
#include "document/document.h"

/*
 * Appends a document, behind an empty line where something stands before it. Headings become
 * `deeper` levels deeper. Lines end where the source ended them. Whatever the text holds, it is not
 * taken for markup.
 */
void commonmark_append(struct buffer *out, const struct document *document, int deeper);

#endif
