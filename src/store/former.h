/*
 * The folder that an agenda's bookmarks were in while it had another title.
 */
#ifndef NEC_STORE_FORMER_H
#define NEC_STORE_FORMER_H

#include "model/agenda.h"

#include <stddef.h>

/*
 * Of the folders beside the agenda's own, at `path`, the one with most bookmarks of its sessions,
 * if at least half of its bookmarks are: its name, to be freed, and how many they are. NULL where
 * there is none, or the agenda's own folder is there.
 */
char *former_find(const char *path, const struct agenda *agenda, size_t *count);

/* Gives that folder the name of the agenda's own. 0, or an errno value; then nothing has changed.
 */
int former_adopt(const char *path, const char *former);

#endif
