#include "config.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The one thing here that outlives a call: memory can run out anywhere. */
static void (*exhausted_handler)(void);

void memory_on_exhausted(void (*handler)(void))
{
	exhausted_handler = handler;
}

static _Noreturn void exhausted(void)
{
	if (exhausted_handler)
		exhausted_handler();
	fputs("nec-agenda: out of memory\n", stderr);
	exit(EXIT_FAILURE);
}

void *memory_alloc(size_t count, size_t size)
{
	void *block = calloc(count ? count : 1, size ? size : 1);

	if (!block)
		exhausted();
	return block;
}

void *memory_grow(void *block, size_t *capacity, size_t needed, size_t size)
{
	size_t wanted = *capacity ? *capacity : 8;

	if (needed <= *capacity)
		return block;
	while (wanted < needed) {
		if (wanted > SIZE_MAX / 2)
			exhausted();
		wanted *= 2;
	}
	if (wanted > SIZE_MAX / size)
		exhausted();
	block = realloc(block, wanted * size);
	if (!block)
		exhausted();
	*capacity = wanted;
	return block;
}

char *memory_strdup(const char *text)
{
	return text ? memory_strndup(text, strlen(text)) : NULL;
}

char *memory_strndup(const char *text, size_t length)
{
	char *copy;

	if (!text)
		return NULL;
	copy = memory_alloc(length + 1, 1);
	memcpy(copy, text, length);
	return copy;
}
