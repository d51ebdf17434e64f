/*
 * Practical information: items of a label, a text and a link, as pages write them.
 */
#ifndef NEC_READ_INFO_H
#define NEC_READ_INFO_H

#include "model/builder.h"

/*
 * Adds an item to the event; each text may be NULL. The label loses the colon and the spaces at its
 * end. Of a text with Markdown or HTML in it the plain text is kept; its first link is the item's
 * where `url` is NULL, the others become items of the same label. What is no address is kept as
 * text.
 */
void info_add(struct builder *builder, const char *label, const char *text, const char *url,
	      int line);

#endif
