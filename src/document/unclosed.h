/*
 * Markup that never ends: a comment, a script, a tag or a quoted value without its end would
 * swallow all that follows it. It becomes text, so that nothing disappears; so does a tag in which
 * another one begins.
 */
#ifndef NEC_DOCUMENT_UNCLOSED_H
#define NEC_DOCUMENT_UNCLOSED_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Appends HTML, which ends in a NUL at html[length], with such markup escaped. `whole` says that
 * nothing follows it; a piece may begin a script or a style sheet that ends in a later one.
 */
void unclosed_escape(struct buffer *out, const char *html, size_t length, bool whole);

#endif
