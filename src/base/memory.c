#include "config.h"

#include "base/memory.h"

#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { LEAST_BYTES = 64, STEP = 512 * 1024, LARGE = 4 * 1024 * 1024 };

/* Once one of these is set, the others stay as they are: what a key works with in a large agenda
 * would be mapped for each key, and touched anew. */
void memory_begin(void)
{
	mallopt(M_TOP_PAD, STEP);
	mallopt(M_TRIM_THRESHOLD, LARGE);
	mallopt(M_MMAP_THRESHOLD, LARGE);
}

/* The one thing here that outlives a call: memory can run out anywhere. */
static void (*exhausted_handler)(void);

void memory_on_exhausted(void (*handler)(void))
{
	exhausted_handler = handler;
}

_Noreturn void memory_end(const char *message)
{
	if (exhausted_handler)
		exhausted_handler();
	fprintf(stderr, "nec-agenda: %s\n", message);
	exit(EXIT_FAILURE);
}

static _Noreturn void exhausted(void)
{
	memory_end("out of memory");
}

void *memory_alloc(size_t count, size_t size)
{
	void *block = calloc(count ? count : 1, size ? size : 1);

	if (!block)
		exhausted();
	return block;
}

void *memory_raw(size_t size)
{
	void *block = malloc(size ? size : 1);

	if (!block)
		exhausted();
	return block;
}

void *memory_grow(void *block, size_t *capacity, size_t needed, size_t size)
{
	size_t wanted = *capacity ? *capacity : size < LEAST_BYTES / 8 ? LEAST_BYTES / size : 8;

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

/* Of the whole pages that lie in a block. */
static void advise(void *block, size_t size, int advice)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t start = ((uintptr_t)block + page - 1) & ~(page - 1);
	uintptr_t end = ((uintptr_t)block + size) & ~(page - 1);

	if (start < end)
		madvise((void *)start, end - start, advice);
}

void memory_expect(void *block, size_t size)
{
#ifdef MADV_POPULATE_WRITE
	int before = errno;

	advise(block, size, MADV_POPULATE_WRITE); /* older kernels do not know it */
	errno = before;
#else
	(void)block;
	(void)size;
#endif
}

void memory_forget(void *block, size_t size)
{
	advise(block, size, MADV_DONTNEED);
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
	copy = memory_raw(length + 1);
	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}
