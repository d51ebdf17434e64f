/*
 * Which key means which command. A key may mean several: the first of the table that applies where
 * one is counts.
 */
#ifndef NEC_TUI_KEYMAP_H
#define NEC_TUI_KEYMAP_H

#include "base/array.h"
#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct keymap_binding {
	uint32_t key;
	size_t command; /* its number in the table */
};

struct keymap {
	ARRAY(struct keymap_binding) bindings; /* in the order of the table */
};

#define KEYMAP_NONE SIZE_MAX

/* The keys of the command table. */
void keymap_begin(struct keymap *keymap);
void keymap_free(struct keymap *keymap);

/* Makes *keymap, which must have been begun, the same as another. */
void keymap_copy(struct keymap *keymap, const struct keymap *other);

/* Whether two give every command the same keys in the same order. */
bool keymap_same(const struct keymap *keymap, const struct keymap *other);

/* Gives a command one key more; takes one from it, or all. */
void keymap_bind(struct keymap *keymap, size_t command, uint32_t key);
void keymap_unbind(struct keymap *keymap, size_t command, uint32_t key);
void keymap_unbind_all(struct keymap *keymap, size_t command);

/* The command that a key means where `where` (enum where, or-ed) holds, or KEYMAP_NONE. */
size_t keymap_find(const struct keymap *keymap, uint32_t key, uint64_t where);

/* The key to show for a command, KEY_NONE where it has none. */
uint32_t keymap_key(const struct keymap *keymap, size_t command);

/* Whether that key is one of the command's. */
bool keymap_has(const struct keymap *keymap, size_t command, uint32_t key);

/* Appends every key of a command, parted by spaces, as `say` appends one: key_label(), key_spell().
 * Nothing is appended where it has none. */
void keymap_say(const struct keymap *keymap, size_t command, struct buffer *out,
		void (*say)(struct buffer *out, uint32_t key));

#endif
