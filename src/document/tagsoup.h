/*
 * HTML as people write it, through libxml2's parser into a composer.
 */
#ifndef NEC_DOCUMENT_TAGSOUP_H
#define NEC_DOCUMENT_TAGSOUP_H

#include "base/buffer.h"
#include "document/composer.h"

#include <stdbool.h>

/*
 * Reads valid UTF-8 without control characters, whose first byte is on `line` of the source.
 * False where elements are nested deeper than DOCUMENT_DEEPEST.
 */
bool tagsoup_read(struct composer *composer, const struct buffer *html, int line);

/*
 * The same for HTML made from Markdown: attribute lists are cut, and the lines of the source are
 * those that tagsoup_mark_line() has put into it.
 */
bool tagsoup_read_marked(struct composer *composer, const struct buffer *html);

/* Appends a mark, to stand alone in a line: what begins in the next one is from `line`. */
void tagsoup_mark_line(struct buffer *out, int line);

#endif
