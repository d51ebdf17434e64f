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

enum {
	WORD = sizeof(uint64_t),
	LARGE = 4096 /* slots: a table of so many spreads over dozens of pages */
};

/* The high bits, which the multiplication mixes best, are brought down to where the slot is taken
 * from. */
static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 32;
}

static uint64_t word_at(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof word);
	return word;
}

/*
 * For the table alone: abstracts are long, so eight bytes are taken at a time, and two such words
 * side by side, neither of which waits for the other.
 */
static uint32_t hash_quickly(const char *key, size_t length)
{
	uint64_t even = length * 0x9E3779B97F4A7C15u, odd = ~even, word = 0;

	for (; length >= 2 * WORD; key += 2 * WORD, length -= 2 * WORD) {
		even = mix(even, word_at(key));
		odd = mix(odd, word_at(key + WORD));
	}
	if (length >= WORD) {
		even = mix(even, word_at(key));
		key += WORD;
		length -= WORD;
	}
	for (size_t i = 0; i < length; i++)
		word = word << 8 | (unsigned char)key[i];
	return (uint32_t)mix(mix(even, odd), word);
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

const char *lookup_key(const struct lookup *lookup, const char *key, size_t length, uint32_t *hash)
{
	*hash = hash_quickly(key, length);
	return lookup->count ? slot_of(lookup, key, length, *hash)->key : NULL;
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
	if (bigger.capacity >= LARGE)
		memory_expect(bigger.slots, bigger.capacity * sizeof *bigger.slots);
	for (size_t i = 0; i < lookup->capacity; i++)
		if (lookup->slots[i].key)
			*free_slot(&bigger, lookup->slots[i].hash) = lookup->slots[i];
	free(lookup->slots);
	*lookup = bigger;
}

static void add(struct lookup *lookup, struct lookup_slot slot)
{
	make_room(lookup);
	*free_slot(lookup, slot.hash) = slot;
	lookup->count++;
}

void lookup_add(struct lookup *lookup, const char *key, uint32_t number)
{
	add(lookup, (struct lookup_slot){key, hash_quickly(key, strlen(key)), number});
}

void lookup_add_key(struct lookup *lookup, const char *key, uint32_t hash)
{
	add(lookup, (struct lookup_slot){key, hash, 0});
}

uint32_t *lookup_number(struct lookup *lookup, const char *key)
{
	size_t length = strlen(key);
	uint32_t hash = hash_quickly(key, length);
	struct lookup_slot *slot;

	make_room(lookup);
	slot = slot_of(lookup, key, length, hash);
	if (!slot->key) {
		*slot = (struct lookup_slot){key, hash, 0};
		lookup->count++;
	}
	return &slot->number;
}

void lookup_free(struct lookup *lookup)
{
	free(lookup->slots);
	*lookup = (struct lookup){0};
}
