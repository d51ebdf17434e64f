#include "config.h"

#include "model/bookmarks.h"

#include "base/array.h"
#include "base/bisect.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "model/days.h"

#include <stdlib.h>
#include <string.h>

/* Where the id stands or would stand. */
static size_t position(const struct bookmarks *bookmarks, const char *id)
{
	return bisect(i, bookmarks->count, strcmp(bookmarks->items[i].id, id) < 0);
}

static bool is_at(const struct bookmarks *bookmarks, size_t at, const char *id)
{
	return at < bookmarks->count && !strcmp(bookmarks->items[at].id, id);
}

void bookmarks_free_one(struct bookmark *bookmark)
{
	free(bookmark->id);
	free(bookmark->title);
	free(bookmark->room);
	free(bookmark->speakers);
	free(bookmark->note);
}

struct bookmark bookmarks_copy_one(const struct bookmark *bookmark)
{
	struct bookmark copy = *bookmark;

	copy.id = memory_strdup(bookmark->id);
	copy.title = memory_strdup(bookmark->title);
	copy.room = memory_strdup(bookmark->room);
	copy.speakers = memory_strdup(bookmark->speakers);
	copy.note = memory_strdup(bookmark->note);
	return copy;
}

const struct bookmark *bookmarks_find(const struct bookmarks *bookmarks, const char *id)
{
	size_t at = position(bookmarks, id);

	return is_at(bookmarks, at, id) ? &bookmarks->items[at] : NULL;
}

/* Adds or replaces one, whose strings are taken over. */
static void take(struct bookmarks *bookmarks, struct bookmark copy)
{
	size_t at = position(bookmarks, copy.id);

	if (is_at(bookmarks, at, copy.id)) {
		bookmarks_free_one(&bookmarks->items[at]);
	} else {
		array_reserve(bookmarks, bookmarks->count + 1);
		memmove(&bookmarks->items[at + 1], &bookmarks->items[at],
			(bookmarks->count - at) * sizeof *bookmarks->items);
		bookmarks->count++;
	}
	bookmarks->items[at] = copy;
}

void bookmarks_set(struct bookmarks *bookmarks, const struct bookmark *bookmark)
{
	take(bookmarks, bookmarks_copy_one(bookmark));
}

/* The names that a session has of a list, NULL for none. */
static char *join(const char *const *names, const struct indexes *chosen)
{
	struct buffer joined = {0};

	for (size_t i = 0; i < chosen->count; i++)
		buffer_printf(&joined, "%s%s", i ? ", " : "", names[chosen->items[i]]);
	return chosen->count ? buffer_steal(&joined) : NULL;
}

static struct bookmark bookmark_of(const struct agenda *agenda, size_t index, const char *note)
{
	const struct session *session = &agenda->sessions[index];

	return (struct bookmark){
	    .id = memory_strdup(session->id),
	    .title = memory_strdup(session->title),
	    .room = join(agenda->rooms, &session->rooms),
	    .speakers = join(agenda->speakers, &session->speakers),
	    .note = memory_strdup(note),
	    .day = session->day,
	    .start = session->start,
	    .end = session->end,
	    .cancelled = session->cancelled,
	    .complete = true,
	};
}

void bookmarks_keep(struct bookmarks *bookmarks, const struct agenda *agenda, size_t session,
		    const char *note)
{
	take(bookmarks, bookmark_of(agenda, agenda->sessions[session].whole, note));
}

static int compare_ids(const void *left, const void *right)
{
	const struct bookmark *a = left, *b = right;

	return strcmp(a->id, b->id);
}

void bookmarks_keep_all(struct bookmarks *bookmarks, const struct agenda *agenda)
{
	bookmarks_free(bookmarks);
	array_reserve(bookmarks, agenda->session_count);
	for (size_t i = 0; i < agenda->session_count; i++)
		if (!days_go_on(&agenda->sessions[i]))
			bookmarks->items[bookmarks->count++] = bookmark_of(agenda, i, NULL);
	if (bookmarks->count)
		qsort(bookmarks->items, bookmarks->count, sizeof *bookmarks->items, compare_ids);
}

bool bookmarks_remove(struct bookmarks *bookmarks, const char *id)
{
	size_t at = position(bookmarks, id);

	if (!is_at(bookmarks, at, id))
		return false;
	bookmarks_free_one(&bookmarks->items[at]);
	memmove(&bookmarks->items[at], &bookmarks->items[at + 1],
		(--bookmarks->count - at) * sizeof *bookmarks->items);
	return true;
}

void bookmarks_copy(struct bookmarks *to, const struct bookmarks *from)
{
	bookmarks_free(to);
	array_reserve(to, from->count);
	for (size_t i = 0; i < from->count; i++)
		to->items[to->count++] = bookmarks_copy_one(&from->items[i]);
}

static bool same_text(const char *left, const char *right)
{
	return left && right ? !strcmp(left, right) : left == right;
}

bool bookmarks_same_one(const struct bookmark *left, const struct bookmark *right)
{
	if (!left || !right)
		return left == right;
	return !strcmp(left->id, right->id) && same_text(left->title, right->title) &&
	       same_text(left->room, right->room) && same_text(left->speakers, right->speakers) &&
	       same_text(left->note, right->note) && left->day == right->day &&
	       left->start == right->start && left->end == right->end &&
	       left->cancelled == right->cancelled && left->complete == right->complete &&
	       left->lost == right->lost;
}

bool bookmarks_same(const struct bookmarks *left, const struct bookmarks *right)
{
	if (left->count != right->count)
		return false;
	for (size_t i = 0; i < left->count; i++)
		if (!bookmarks_same_one(&left->items[i], &right->items[i]))
			return false;
	return true;
}

void bookmarks_free(struct bookmarks *bookmarks)
{
	for (size_t i = 0; i < bookmarks->count; i++)
		bookmarks_free_one(&bookmarks->items[i]);
	array_free(bookmarks);
}
