/*
 * A lookup table: strings → numbers, by hash.
 *
 * Keys are not copied: they must outlive the table. A zeroed struct is an empty table.
 */
#ifndef NEC_BASE_LOOKUP_H
#define NEC_BASE_LOOKUP_H

#include <stddef.h>
#include <stdint.h>

struct lookup_slot;

struct lookup {
	struct lookup_slot *slots;
	size_t count, capacity; /* capacity is 0 or a power of two */
};

#define LOOKUP_MISSING UINT32_MAX

/* The number kept for a key, LOOKUP_MISSING where there is none. */
uint32_t lookup_find(const struct lookup *lookup, const char *key);
uint32_t lookup_find_n(const struct lookup *lookup, const char *key, size_t length);

/* Adds a key that is not there yet. */
void lookup_add(struct lookup *lookup, const char *key, uint32_t number);

/* The number of a key, which is added with 0 where it is not there yet; valid until the next one is
 * added. */
uint32_t *lookup_number(struct lookup *lookup, const char *key);

/*
 * A set of texts: the key as it was added, NULL where it is not there. It is then added with what
 * was put into *hash, so that a long text is gone through once.
 */
const char *lookup_key(const struct lookup *lookup, const char *key, size_t length, uint32_t *hash);
void lookup_add_key(struct lookup *lookup, const char *key, uint32_t hash);

void lookup_free(struct lookup *lookup);

/*
 * A hash that stays the same for ever, for what is written to disk: FNV-1a, 64 bits
 * (http://www.isthe.com/chongo/tech/comp/fnv/).
 */
uint64_t lookup_hash(const char *key, size_t length);

#endif
