#include "config.h"

#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What has filled some chunks will mostly fill more: from then on they are large. */
enum { CHUNK_SIZE = 16 * 1024, LATER_SIZE = 64 * 1024, FEW = 8 };

struct chunk {
	struct chunk *next;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

struct arena {
	struct chunk *chunks; /* the newest first; only that one has room */
	size_t count;	      /* of those, without the ones that hold one large piece */
	size_t size;	      /* of all */
};

struct arena *arena_new(void)
{
	return memory_alloc(1, sizeof(struct arena));
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
		next = chunk->next;
		free(chunk);
	}
	free(arena);
}

size_t arena_size(const struct arena *arena)
{
	return arena->size;
}

static struct chunk *new_chunk(struct arena *arena, size_t size)
{
	struct chunk *chunk = memory_raw(sizeof *chunk + size);

	arena->size += size;
	*chunk = (struct chunk){.size = size};
	if (size >= LATER_SIZE)
		memory_expect(chunk->bytes, size);
	return chunk;
}

static struct chunk *next_chunk(struct arena *arena)
{
	struct chunk *chunk = new_chunk(arena, arena->count++ < FEW ? CHUNK_SIZE : LATER_SIZE);

	chunk->next = arena->chunks;
	arena->chunks = chunk;
	return chunk;
}

/* A large piece gets a chunk of its own, behind the newest, which keeps its room. */
static struct chunk *add_chunk(struct arena *arena, size_t size)
{
	struct chunk *chunk;

	if (size <= CHUNK_SIZE / 4)
		return next_chunk(arena);
	chunk = new_chunk(arena, size);
	if (arena->chunks) {
		chunk->next = arena->chunks->next;
		arena->chunks->next = chunk;
	} else {
		arena->chunks = chunk;
	}
	return chunk;
}

static void *take(struct arena *arena, size_t size, size_t alignment)
{
	struct chunk *chunk = arena->chunks;
	size_t start = chunk ? (chunk->used + alignment - 1) / alignment * alignment : 0;

	if (!chunk || start > chunk->size || size > chunk->size - start) {
		chunk = add_chunk(arena, size);
		start = 0;
	}
	chunk->used = start + size;
	return chunk->bytes + start;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	if (size && count > (SIZE_MAX / 2) / size)
		count = SIZE_MAX / 2 / size; /* cannot be had: ends in memory_raw() */
	return memset(take(arena, count * size, alignof(max_align_t)), 0, count * size);
}

void *arena_copy(struct arena *arena, const void *block, size_t count, size_t size)
{
	if (!count)
		return NULL;
	return memcpy(take(arena, count * size, alignof(max_align_t)), block, count * size);
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy;

	if (!text)
		return NULL;
	copy = take(arena, length + 1, 1);
	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}
