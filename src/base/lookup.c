#include "config.h"

#include "base/lookup.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct lookup_slot {
	const char *key; /* NULL for an empty slot */
	uint32_t hash, number;
};

static uint64_t fnv_step(uint64_t hash, uint64_t value)
{
	return (hash ^ value) * 0x100000001B3u;
}

uint64_t lookup_hash(const char *key, size_t length)
{
	uint64_t hash = 0xCBF29CE484222325u;

	for (size_t i = 0; i < length; i++)
		hash = fnv_step(hash, (unsigned char)key[i]);
	return hash;
}

/*
 * For the table alone: abstracts are long, so eight bytes are taken at a time. The high bits, which
 * the multiplication mixes best, are brought down to where the slot is taken from.
 */
static uint32_t hash_quickly(const char *key, size_t length)
{
	uint64_t hash = length * 0x9E3779B97F4A7C15u, word;

	for (; length >= sizeof word; key += sizeof word, length -= sizeof word) {
		memcpy(&word, key, sizeof word);
		hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
		hash ^= hash >> 32;
	}
	word = 0;
	for (size_t i = 0; i < length; i++)
		word = word << 8 | (unsigned char)key[i];
	hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
	return (uint32_t)(hash ^ hash >> 32);
}

static struct lookup_slot *slot_of(const struct lookup *lookup, const char *key, size_t length,
				   uint32_t hash)
{
	size_t mask = lookup->capacity - 1, at = hash & mask;

	for (;; at = (at + 1) & mask) {
		struct lookup_slot *slot = &lookup->slots[at];

		if (!slot->key ||
		    (slot->hash == hash && !strncmp(slot->key, key, length) && !slot->key[length]))
			return slot;
	}
}

uint32_t lookup_find_n(const struct lookup *lookup, const char *key, size_t length)
{
	const struct lookup_slot *slot;

	if (!lookup->count)
		return LOOKUP_MISSING;
	slot = slot_of(lookup, key, length, hash_quickly(key, length));
	return slot->key ? slot->number : LOOKUP_MISSING;
}

const char *lookup_key(const struct lookup *lookup, const char *key, size_t length)
{
	return lookup->count ? slot_of(lookup, key, length, hash_quickly(key, length))->key : NULL;
}

uint32_t lookup_find(const struct lookup *lookup, const char *key)
{
	return lookup_find_n(lookup, key, strlen(key));
}

/* For a key that is known not to be there. */
static struct lookup_slot *free_slot(const struct lookup *lookup, uint32_t hash)
{
	size_t mask = lookup->capacity - 1, at = hash & mask;

	while (lookup->slots[at].key)
		at = (at + 1) & mask;
	return &lookup->slots[at];
}

/* At most two thirds full, so that runs of used slots stay short. */
static void make_room(struct lookup *lookup)
{
	struct lookup bigger = {NULL, lookup->count, lookup->capacity ? 2 * lookup->capacity : 64};

	if (3 * (lookup->count + 1) <= 2 * lookup->capacity)
		return;
	bigger.slots = memory_alloc(bigger.capacity, sizeof *bigger.slots);
	for (size_t i = 0; i < lookup->capacity; i++)
		if (lookup->slots[i].key)
			*free_slot(&bigger, lookup->slots[i].hash) = lookup->slots[i];
	free(lookup->slots);
	*lookup = bigger;
}

void lookup_add(struct lookup *lookup, const char *key, uint32_t number)
{
	uint32_t hash = hash_quickly(key, strlen(key));

	make_room(lookup);
	*free_slot(lookup, hash) = (struct lookup_slot){key, hash, number};
	lookup->count++;
}

void lookup_free(struct lookup *lookup)
{
	free(lookup->slots);
	*lookup = (struct lookup){0};
}
