#include "config.h"

#include "store/catalogue.h"

#include "base/array.h"
#include "base/bisect.h"
#include "store/file_name.h"
#include "store/folder.h"
#include "store/vcalendar.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static void free_entry(struct entry *entry)
{
	free(entry->name);
	bookmarks_free_one(&entry->bookmark);
	buffer_free(&entry->text);
}

void catalogue_free(struct catalogue *catalogue)
{
	array_each (struct entry, entry, catalogue)
		free_entry(entry);
	array_free(catalogue);
}

static uint64_t nanoseconds(struct timespec time)
{
	return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static struct signature signature_of(const struct stat *status)
{
	return (struct signature){status->st_ino, (uint64_t)status->st_size,
				  nanoseconds(status->st_mtim), nanoseconds(status->st_ctim)};
}

static bool same_signature(const struct signature *left, const struct signature *right)
{
	return left->file == right->file && left->size == right->size &&
	       left->modified == right->modified && left->changed == right->changed;
}

/* Whether an item is one of the user's bookmarks of this agenda. */
static bool belongs(const struct vcalendar *item, const struct agenda *agenda)
{
	return vcalendar_is_marked(item) || agenda_find_session(agenda, vcalendar_id(item)) >= 0;
}

static void take_item(struct entry *entry, const struct buffer *text, const struct agenda *agenda)
{
	struct vcalendar *item = vcalendar_parse(buffer_text(text), text->length);

	if (!item) {
		entry->state = ENTRY_NO_EVENT;
	} else if (!belongs(item, agenda)) {
		entry->state = ENTRY_FOREIGN;
	} else {
		entry->state = ENTRY_KEPT;
		vcalendar_read(item, agenda, &entry->bookmark);
	}
	vcalendar_free(item);
}

static void take_over(struct entry *entry, struct entry *old)
{
	entry->state = ENTRY_KEPT;
	entry->bookmark = old->bookmark;
	old->bookmark = (struct bookmark){0};
}

static bool holds_the_same(const struct entry *old, const struct buffer *text)
{
	return old && old->text.length && old->text.length == text->length &&
	       !memcmp(buffer_text(&old->text), buffer_text(text), text->length);
}

static void read_entry(struct entry *entry, struct entry *old, int folder,
		       const struct agenda *agenda)
{
	struct buffer text = {0};
	int error = folder_read(folder, entry->name, ITEM_LARGEST, &text);

	if (!error && holds_the_same(old, &text)) {
		take_over(entry, old);
	} else if (!error) {
		take_item(entry, &text, agenda);
	} else if (error == EFBIG) {
		entry->state = ENTRY_TOO_LARGE;
	} else if (error == EINVAL) {
		entry->state = ENTRY_NO_FILE;
	} else {
		entry->state = ENTRY_UNREADABLE;
		entry->error = error;
		entry->signature = (struct signature){0};
	}
	if (entry->state == ENTRY_KEPT && !entry->signature.file)
		entry->text = text;
	else
		buffer_free(&text);
}

/*
 * Files whose last change is this recent are read again: a second change within one tick of the
 * file system's clock would not show. What is read is taken apart only where it is another.
 */
enum { SETTLED_AFTER = 2 }; /* seconds */

static bool is_settled(const struct stat *status)
{
	return time(NULL) - status->st_ctim.tv_sec > SETTLED_AFTER;
}

static bool still_holds(const struct entry *old, const char *name, const struct signature *now)
{
	return old && !strcmp(old->name, name) && old->signature.file &&
	       same_signature(&old->signature, now);
}

/* Makes the entry of a file, which takes the name; `old` is what was known under that name. */
static void fill_entry(struct entry *entry, char *name, struct entry *old, int folder,
		       const struct agenda *agenda)
{
	struct signature signature = {0};
	struct stat status;

	if (!fstatat(folder, name, &status, 0) && is_settled(&status))
		signature = signature_of(&status);
	if (still_holds(old, name, &signature)) {
		free(name);
		*entry = *old;
		*old = (struct entry){0};
		return;
	}
	*entry = (struct entry){.name = name, .signature = signature};
	read_entry(entry, old, folder, agenda);
	entry->named = old && old->named && old->state == entry->state;
}

/* The old entry of that name; *at goes through the old ones, which are sorted as the names are. */
static struct entry *known_entry(const struct catalogue *old, size_t *at, const char *name)
{
	int order = -1;

	while (*at < old->count && (order = strcmp(old->items[*at].name, name)) < 0)
		++*at;
	return *at < old->count && !order ? &old->items[(*at)++] : NULL;
}

int catalogue_update(struct catalogue *catalogue, int folder, const struct agenda *agenda)
{
	struct catalogue fresh = {0};
	struct folder_names names = {0};
	int error = folder_list(folder, file_name_is_item, CATALOGUE_MOST, &names);
	size_t at = 0;

	if (error)
		return error;
	array_each (char *, name, &names) {
		struct entry *old = known_entry(catalogue, &at, *name), entry;

		fill_entry(&entry, *name, old, folder, agenda);
		if (entry.state == ENTRY_UNREADABLE && entry.error == ENOENT)
			free_entry(&entry); /* gone since it was listed */
		else
			array_push(&fresh, entry);
	}
	array_free(&names);
	catalogue_free(catalogue);
	*catalogue = fresh;
	return 0;
}

const struct entry *catalogue_named(const struct catalogue *catalogue, const char *name)
{
	size_t at = bisect(i, catalogue->count, strcmp(catalogue->items[i].name, name) < 0);

	if (at == catalogue->count || strcmp(catalogue->items[at].name, name) != 0)
		return NULL;
	return &catalogue->items[at];
}

const struct entry *catalogue_find(const struct catalogue *catalogue, const char *id,
				   const struct entry *before)
{
	size_t at = before ? (size_t)(before - catalogue->items) + 1 : 0;

	for (; at < catalogue->count; at++)
		if (catalogue->items[at].state == ENTRY_KEPT &&
		    !strcmp(catalogue->items[at].bookmark.id, id))
			return &catalogue->items[at];
	return NULL;
}
