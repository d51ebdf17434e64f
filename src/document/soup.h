/*
 * Elements of HTML and the text between them, as they come, into a composer.
 *
 * No tree is built: what an element means is a row of a table, and what it changes is kept on a
 * stack until its end. Whoever feeds it sees to it that what opens is closed.
 */
#ifndef NEC_DOCUMENT_SOUP_H
#define NEC_DOCUMENT_SOUP_H

#include "document/composer.h"

#include <stdbool.h>
#include <stddef.h>

struct soup;

/* The composer outlives it. `attribute_lists`: whether kramdown's are cut. */
struct soup *soup_new(struct composer *composer, bool attribute_lists);
void soup_free(struct soup *soup); /* NULL is allowed */

/*
 * An element begins. `name` is in lower case, `attributes` are pairs of name and value with a NULL
 * behind them, or NULL; both are only looked at. `line` is that of the source, here and below, 0
 * for unknown. False, and nothing is opened, where that is nested deeper than DOCUMENT_DEEPEST.
 */
bool soup_open(struct soup *soup, const char *name, const char *const *attributes, int line);

/* The element that was opened last ends. */
void soup_close(struct soup *soup, int line);

/* Valid UTF-8 whose first byte is on `line`. */
void soup_text(struct soup *soup, const char *text, size_t length, int line);

#endif
