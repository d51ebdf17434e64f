/*
 * The user's own keys, in place of those of the command table.
 */
#ifndef NEC_TUI_REBINDING_H
#define NEC_TUI_REBINDING_H

#include "base/node.h"
#include "base/report.h"
#include "tui/keymap.h"

/*
 * Changes a keymap that was just begun as `keys` says: a map of a command's name to a key or a list
 * of keys (key_named()), which replace all that the command had; an empty list leaves it none.
 *
 * What makes no sense is told with its line, in cautions, and the rest counts: names that are not
 * known, with the nearest ones; keys that never arrive; keys that two commands want at the same
 * time. Of those the one in the file gets it, of two in the file the first. A caution also tells
 * where there is no key left to get out of something. NULL for `keys` changes nothing.
 */
void rebinding_apply(struct keymap *keymap, const struct node *keys, struct report *report);

#endif
