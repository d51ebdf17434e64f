#include "config.h"

#include "document/links.h"

#include <stdint.h>
#include <string.h>

enum { FEWEST_SLOTS = 16 };

/* FNV-1a. */
static size_t hash_of(const char *text)
{
	uint64_t hash = 0xcbf29ce484222325;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001b3;
	return (size_t)(hash ^ hash >> 32);
}

/* The slot that holds the address, or the free one where it belongs. */
static size_t *slot_of(const struct links *links, const char *url)
{
	size_t at = hash_of(url) % links->slot_count;

	while (links->slots[at] && strcmp(links->urls.items[links->slots[at] - 1], url))
		at = (at + 1) % links->slot_count;
	return &links->slots[at];
}

static void make_room(struct links *links)
{
	if (links->urls.count * 2 < links->slot_count)
		return;
	free(links->slots);
	links->slot_count = links->slot_count ? links->slot_count * 2 : FEWEST_SLOTS;
	links->slots = memory_alloc(links->slot_count, sizeof *links->slots);
	for (size_t i = 0; i < links->urls.count; i++)
		*slot_of(links, links->urls.items[i]) = i + 1;
}

int links_add(struct links *links, struct arena *arena, const char *url)
{
	size_t *slot;

	make_room(links);
	slot = slot_of(links, url);
	if (!*slot) {
		array_push(&links->urls, arena_strdup(arena, url));
		*slot = links->urls.count;
	}
	return (int)(*slot - 1);
}

void links_free(struct links *links)
{
	array_free(&links->urls);
	free(links->slots);
	*links = (struct links){0};
}
