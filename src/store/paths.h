/*
 * Where the user's files live, as the XDG base directory specification says.
 */
#ifndef NEC_STORE_PATHS_H
#define NEC_STORE_PATHS_H

#include "base/buffer.h"

#include <stdbool.h>

/*
 * Appends this program's folder for data: $XDG_DATA_HOME/nec-agenda, by default
 * ~/.local/share/nec-agenda. Variables that are empty or no absolute path count as not set. False,
 * with nothing appended, where HOME is needed and does not help.
 */
bool paths_data(struct buffer *out);

/* The same for its settings: $XDG_CONFIG_HOME/nec-agenda, by default ~/.config/nec-agenda. */
bool paths_config(struct buffer *out);

#endif
