/*
 * Markdown (CommonMark, with raw HTML and kramdown's attribute lists) into a composer.
 */
#ifndef NEC_DOCUMENT_MARKDOWN_H
#define NEC_DOCUMENT_MARKDOWN_H

#include "base/buffer.h"
#include "document/composer.h"

#include <stdbool.h>

/*
 * Reads valid UTF-8 whose first byte is on `line` of the source. False where elements are nested
 * deeper than DOCUMENT_DEEPEST.
 */
bool markdown_read(struct composer *composer, const struct buffer *text, int line);

#endif
