/*
 * What --help and --help-keys print, made from the tables.
 */
#ifndef NEC_HELP_H
#define NEC_HELP_H

#include "base/buffer.h"
#include "tui/keymap.h"

/* The options and the formats, and the key that shows the keys. */
void help_options(struct buffer *out, const struct keymap *keymap);

/* The commands of the browser: the keys in force, the name config.yaml has for each, what it does.
 * Keys are called as they are in config.yaml. */
void help_keys(struct buffer *out, const struct keymap *keymap);

#endif
