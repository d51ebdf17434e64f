/*
 * Which key means which command. A key may mean several: the first of the table that applies where
 * one is counts.
 */
#ifndef NEC_TUI_KEYMAP_H
#define NEC_TUI_KEYMAP_H

#include "base/array.h"
#include "base/buffer.h"

#include <stddef.h>
#include <stdint.h>

struct keymap_binding {
	uint32_t key;
	size_t command; /* its number in the table */
};

struct keymap {
	ARRAY(struct keymap_binding) bindings;
};

#define KEYMAP_NONE SIZE_MAX

/* The keys of the command table. */
void keymap_begin(struct keymap *keymap);
void keymap_free(struct keymap *keymap);

/* The command that a key means where `where` (enum where, or-ed) holds, or KEYMAP_NONE. */
size_t keymap_find(const struct keymap *keymap, uint32_t key, unsigned where);

/* The key to show for a command, KEY_NONE where it has none. */
uint32_t keymap_key(const struct keymap *keymap, size_t command);

/* Appends every key of a command, parted by spaces. */
void keymap_labels(const struct keymap *keymap, size_t command, struct buffer *out);

#endif
