/*
 * Tells that a file or a folder has changed, whoever changed it: that it was written, came, went,
 * or is another one now behind the same path. Nothing polls and nothing ticks: a descriptor becomes
 * readable.
 *
 * A path need not exist, and may lead through links. Of a folder, what lies directly in it is
 * watched too, but for names that begin with a dot, as temporary files have. A file that is made
 * and still empty counts when it has been written.
 */
#ifndef NEC_STORE_WATCH_H
#define NEC_STORE_WATCH_H

#include <stdbool.h>

struct watch;

/* Never fails: where the system does not tell, watch_take() looks whether something changed. */
struct watch *watch_start(const char *path);
void watch_stop(struct watch *watch); /* NULL is allowed */

/* To poll for reading, the same as long as the watch lives; -1 where the system has none. */
int watch_fd(const struct watch *watch);

/*
 * Whether it changed since it was last asked, or since the start; to be asked before what changed
 * is read, so that no change falls in between. Does not wait, and empties the descriptor.
 */
bool watch_take(struct watch *watch);

#endif
