#include "config.h"

#include "tui/keymap.h"

#include "tui/command.h"
#include "tui/key.h"

void keymap_begin(struct keymap *keymap)
{
	*keymap = (struct keymap){0};
	for (size_t command = 0; command < command_count(); command++) {
		const uint32_t *keys = command_at(command)->keys;

		for (int i = 0; i < COMMAND_KEYS && keys[i] != KEY_NONE; i++)
			array_push(&keymap->bindings, ((struct keymap_binding){keys[i], command}));
	}
}

void keymap_free(struct keymap *keymap)
{
	array_free(&keymap->bindings);
}

size_t keymap_find(const struct keymap *keymap, uint32_t key, unsigned where)
{
	array_each (const struct keymap_binding, binding, &keymap->bindings) {
		unsigned needed = command_at(binding->command)->where;

		if (binding->key == key && (where & needed) == needed)
			return binding->command;
	}
	return KEYMAP_NONE;
}

uint32_t keymap_key(const struct keymap *keymap, size_t command)
{
	array_each (const struct keymap_binding, binding, &keymap->bindings)
		if (binding->command == command)
			return binding->key;
	return KEY_NONE;
}

void keymap_labels(const struct keymap *keymap, size_t command, struct buffer *out)
{
	bool first = true;

	array_each (const struct keymap_binding, binding, &keymap->bindings) {
		if (binding->command != command)
			continue;
		if (!first)
			buffer_putc(out, ' ');
		key_label(out, binding->key);
		first = false;
	}
}
