#include "config.h"

#include "model/bookmarks.h"

#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Where the id stands or would stand. */
static size_t position(const struct bookmarks *bookmarks, const char *id)
{
	size_t low = 0, high = bookmarks->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(bookmarks->items[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_at(const struct bookmarks *bookmarks, size_t at, const char *id)
{
	return at < bookmarks->count && !strcmp(bookmarks->items[at].id, id);
}

static void free_bookmark(struct bookmark *bookmark)
{
	free(bookmark->id);
	free(bookmark->title);
	free(bookmark->room);
	free(bookmark->note);
}

static struct bookmark copy_bookmark(const struct bookmark *bookmark)
{
	struct bookmark copy = *bookmark;

	copy.id = memory_strdup(bookmark->id);
	copy.title = memory_strdup(bookmark->title);
	copy.room = memory_strdup(bookmark->room);
	copy.note = memory_strdup(bookmark->note);
	return copy;
}

const struct bookmark *bookmarks_find(const struct bookmarks *bookmarks, const char *id)
{
	size_t at = position(bookmarks, id);

	return is_at(bookmarks, at, id) ? &bookmarks->items[at] : NULL;
}

void bookmarks_set(struct bookmarks *bookmarks, const struct bookmark *bookmark)
{
	struct bookmark copy = copy_bookmark(bookmark);
	size_t at = position(bookmarks, copy.id);

	if (is_at(bookmarks, at, copy.id)) {
		free_bookmark(&bookmarks->items[at]);
	} else {
		array_reserve(bookmarks, bookmarks->count + 1);
		memmove(&bookmarks->items[at + 1], &bookmarks->items[at],
			(bookmarks->count - at) * sizeof *bookmarks->items);
		bookmarks->count++;
	}
	bookmarks->items[at] = copy;
}

bool bookmarks_remove(struct bookmarks *bookmarks, const char *id)
{
	size_t at = position(bookmarks, id);

	if (!is_at(bookmarks, at, id))
		return false;
	free_bookmark(&bookmarks->items[at]);
	memmove(&bookmarks->items[at], &bookmarks->items[at + 1],
		(--bookmarks->count - at) * sizeof *bookmarks->items);
	return true;
}

void bookmarks_copy(struct bookmarks *to, const struct bookmarks *from)
{
	bookmarks_free(to);
	array_reserve(to, from->count);
	for (size_t i = 0; i < from->count; i++)
		to->items[to->count++] = copy_bookmark(&from->items[i]);
}

void bookmarks_free(struct bookmarks *bookmarks)
{
	for (size_t i = 0; i < bookmarks->count; i++)
		free_bookmark(&bookmarks->items[i]);
	array_free(bookmarks);
}
