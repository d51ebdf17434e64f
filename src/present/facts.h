/*
 * A table of facts in a page that is being composed: rows of two cells, a label and what it says.
 * A fact that is not known (NULL or "") makes no row.
 */
#ifndef NEC_PRESENT_FACTS_H
#define NEC_PRESENT_FACTS_H

#include "base/buffer.h"
#include "document/composer.h"

void facts_begin(struct composer *composer);
void facts_end(struct composer *composer);

/* Text on one or several lines; addresses in it become links. */
void facts_text(struct composer *composer, const char *label, const char *text);

/* The same of what a buffer holds; the buffer is freed. */
void facts_take(struct composer *composer, const char *label, struct buffer *text);

/* A text that leads to an address; the address itself where there is no text. */
void facts_link(struct composer *composer, const char *label, const char *text, const char *url);

#endif
