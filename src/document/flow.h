/*
 * The text of leaves on its way into a composer.
 *
 * A parser says what comes and how it looks; the flow makes leaves of it as a browser would: white
 * space is collapsed and trimmed, text outside of any leaf becomes a paragraph, images that stand
 * alone become blocks of their own, bare addresses become links, and in Markdown kramdown's
 * attribute lists are cut.
 */
#ifndef NEC_DOCUMENT_FLOW_H
#define NEC_DOCUMENT_FLOW_H

#include "document/composer.h"

/* How text that comes now looks. Changing kind or level inside a leaf counts from the next one. */
struct look {
	enum block_kind kind; /* of the leaf: BLOCK_PARAGRAPH, BLOCK_HEADING or BLOCK_CODE */
	int level;
	unsigned style;
	int link;
};

struct flow;

/* The composer outlives it. `attribute_lists`: whether they are cut. */
struct flow *flow_new(struct composer *composer, bool attribute_lists);
void flow_free(struct flow *flow); /* ends the open leaf */

/* The look of the text to come; starts as a plain paragraph. */
struct look *flow_look(struct flow *flow);

/* Adds text; `line` is where its first byte stands in the source, 0 for unknown. */
void flow_text(struct flow *flow, const char *text, size_t length, int line);
void flow_break(struct flow *flow, int line);
void flow_image(struct flow *flow, const char *alt, const char *url, int line);

/* How many stretches of text and images were added so far: whether something came since. */
size_t flow_added(const struct flow *flow);

/* Ends the leaf, if one is open. */
void flow_end(struct flow *flow);

/* The index of an address as markup has it, cleaned; DOCUMENT_NO_LINK for one not to be opened. */
int flow_link(struct flow *flow, const char *url);

#endif
