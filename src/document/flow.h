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
#include "document/leaf.h"

/* Where text that comes now goes, and how it looks. A leaf that is open keeps its kind. */
struct setting {
	enum block_kind kind; /* BLOCK_PARAGRAPH, BLOCK_HEADING or BLOCK_CODE */
	int level;
	struct look look;
};

struct flow;

/* The composer outlives it. `attribute_lists`: whether they are cut. */
struct flow *flow_new(struct composer *composer, bool attribute_lists);
void flow_free(struct flow *flow); /* ends the open leaf */

/* Sets where the text to come goes; at first it is a plain paragraph. */
void flow_set(struct flow *flow, struct setting setting);

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
