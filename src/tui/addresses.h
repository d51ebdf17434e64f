/*
 * The addresses that a document leads to, in words: a terminal shows where a link is, but not where
 * it leads.
 */
#ifndef NEC_TUI_ADDRESSES_H
#define NEC_TUI_ADDRESSES_H

#include "document/document.h"

/*
 * The document with those of its addresses that its text does not show. Takes the document over.
 */
struct document *addresses_added(struct document *document);

#endif
