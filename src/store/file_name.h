/*
 * File names for bookmarks. A session's id comes from the source and is not to be trusted with a
 * path, so a name is the id itself only where that is short and harmless, else a hash of it.
 *
 * A name is a suggestion, never a proof: two ids may want the same one (an id that is another's
 * hash, a hash that two share, two that differ in case on a file system that does not see it).
 * What a file holds is said by the UID in it, and whoever finds a name taken by another id asks
 * for the next.
 */
#ifndef NEC_STORE_FILE_NAME_H
#define NEC_STORE_FILE_NAME_H

#include "base/buffer.h"

#include <stdbool.h>

enum { FILE_NAME_LONGEST = 100 }; /* bytes */

/*
 * Appends the name for an id: of [A-Za-z0-9._-], with neither '.' nor '-' in front, ending in
 * ".ics". `attempt` counts from 1; the later ones end in "-2.ics", "-3.ics"…
 */
void file_name_append(struct buffer *out, const char *id, unsigned attempt);

/* Whether a vdir item may have this name: it ends in ".ics" and does not begin with a dot. */
bool file_name_is_item(const char *name);

#endif
