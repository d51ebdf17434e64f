/*
 * The body of a page: the Markdown behind its front matter, as an agenda keeps it.
 */
#ifndef NEC_READ_BODY_H
#define NEC_READ_BODY_H

#include "model/builder.h"
#include "read/front_matter.h"

/* The whole of it. Tabs are spaces, as far as they reach; blank lines at its ends are dropped. */
struct markup body_markup(struct builder *builder, const struct front_matter *front);

#endif
