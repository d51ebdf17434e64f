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

void keymap_copy(struct keymap *keymap, const struct keymap *other)
{
	keymap->bindings.count = 0;
	array_each (const struct keymap_binding, binding, &other->bindings)
		array_push(&keymap->bindings, *binding);
}

bool keymap_same(const struct keymap *keymap, const struct keymap *other)
{
	if (keymap->bindings.count != other->bindings.count)
		return false;
	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const struct keymap_binding *left = &keymap->bindings.items[i];
		const struct keymap_binding *right = &other->bindings.items[i];

		if (left->key != right->key || left->command != right->command)
			return false;
	}
	return true;
}

void keymap_bind(struct keymap *keymap, size_t command, uint32_t key)
{
	struct keymap_binding binding = {key, command};
	size_t at = keymap->bindings.count;

	if (keymap_has(keymap, command, key))
		return;
	array_push(&keymap->bindings, binding);
	for (; at > 0 && keymap->bindings.items[at - 1].command > command; at--)
		keymap->bindings.items[at] = keymap->bindings.items[at - 1];
	keymap->bindings.items[at] = binding;
}

static void keep_others(struct keymap *keymap, size_t command, const uint32_t *key)
{
	size_t kept = 0;

	array_each (const struct keymap_binding, binding, &keymap->bindings)
		if (binding->command != command || (key && binding->key != *key))
			keymap->bindings.items[kept++] = *binding;
	keymap->bindings.count = kept;
}

void keymap_unbind(struct keymap *keymap, size_t command, uint32_t key)
{
	keep_others(keymap, command, &key);
}

void keymap_unbind_all(struct keymap *keymap, size_t command)
{
	keep_others(keymap, command, NULL);
}

size_t keymap_find(const struct keymap *keymap, uint32_t key, uint64_t where)
{
	array_each (const struct keymap_binding, binding, &keymap->bindings) {
		uint64_t needed;

		if (binding->key != key)
			continue;
		needed = command_at(binding->command)->where;
		if ((where & needed) == needed)
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

bool keymap_has(const struct keymap *keymap, size_t command, uint32_t key)
{
	array_each (const struct keymap_binding, binding, &keymap->bindings)
		if (binding->command == command && binding->key == key)
			return true;
	return false;
}

void keymap_say(const struct keymap *keymap, size_t command, struct buffer *out,
		void (*say)(struct buffer *out, uint32_t key))
{
	bool first = true;

	array_each (const struct keymap_binding, binding, &keymap->bindings) {
		if (binding->command != command)
			continue;
		if (!first)
			buffer_putc(out, ' ');
		say(out, binding->key);
		first = false;
	}
}
