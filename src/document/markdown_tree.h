/*
 * cmark's tree of a Markdown text without raw HTML, read as the elements that cmark would write.
 */
#ifndef NEC_DOCUMENT_MARKDOWN_TREE_H
#define NEC_DOCUMENT_MARKDOWN_TREE_H

#include "document/composer.h"
#include "document/line_map.h"

#include <cmark.h>
#include <stdbool.h>

/* Whether there is raw HTML in a tree. */
bool markdown_tree_has_html(cmark_node *root);

/* Whether the line at which a node begins is to be told before it: it is a block without others. */
bool markdown_tree_is_leaf(cmark_node *node);

/* False where elements are nested deeper than DOCUMENT_DEEPEST. */
bool markdown_tree_read(struct composer *composer, cmark_node *root, const struct line_map *lines);

#endif
