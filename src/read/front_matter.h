/*
 * Front matter: the YAML between two lines of `---` at the beginning of a page, and the text behind
 * it.
 *
 * The keys that are read from it are described where they are read: read/event_keys.h for those of
 * an event, programme/entry.h for those of a session.
 */
#ifndef NEC_READ_FRONT_MATTER_H
#define NEC_READ_FRONT_MATTER_H

#include "base/node.h"
#include "read/source.h"

struct front_matter {
	const struct node *map; /* without keys where the page has no front matter */
	bool present;
	const char *body; /* in the source */
	size_t body_length;
	int body_line; /* of its first byte */
};

/*
 * Parts a page. It begins, blank lines aside, with a line of `---`, and ends with the next one (or
 * with `...`). False with an error where it never ends or is no YAML (see node_parse()). Nodes live
 * in the arena and refer to the source's name.
 */
bool front_matter_read(struct front_matter *front, struct arena *arena, const struct source *source,
		       struct report *report);

#endif
