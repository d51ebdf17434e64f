/*
 * Event pages: front matter (read/front_matter.h) and a body in Markdown, with HTML in it.
 *
 * The keys of the front matter are listed in read/event_keys.h, read/theme_keys.h and
 * read/session_keys.h. What the keys `themes` and `sessions` say wins over what the body suggests:
 * where they are there, the body is not searched for it. The body is kept whole in any case.
 */
#ifndef NEC_READ_PAGE_H
#define NEC_READ_PAGE_H

#include "read/front_matter.h"
#include "read/session_keys.h"

/*
 * Reads a page into the builder. False with an error where the front matter cannot be read, or the
 * body is nested too deep. A page without a programme is fine, and warned of.
 */
bool page_read(const struct source *source, struct builder *builder, struct report *report);

/*
 * The same for a page that is parted already and has its sessions in pages of their own: its body
 * is not searched for a programme. *context becomes what those pages take from it.
 */
bool page_read_parted(const struct source *source, const struct front_matter *front,
		      struct session_context *context, struct builder *builder,
		      struct report *report);

#endif
