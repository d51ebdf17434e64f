#include "config.h"

#include "store/former.h"

#include "base/buffer.h"
#include "base/fold.h"
#include "base/memory.h"
#include "store/catalogue.h"
#include "store/file_name.h"
#include "store/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More folders than this are not looked into. */
enum { FOLDERS_MOST = 1000 };

static bool is_visible(const char *name)
{
	return *name != '.';
}

static int open_within(int folder, const char *name)
{
	return openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
}

/* Whether an item's name alone says that it may be a bookmark of the agenda, so that it is worth
 * being read: the name is the session's id, or a hash of it. */
static bool may_be_of(const struct agenda *agenda, const char *name)
{
	enum { HASH_DIGITS = 16 };
	char *stem = memory_strndup(name, strlen(name) - strlen(".ics"));
	bool may_be = agenda_find_session(agenda, stem) >= 0 ||
		      strspn(stem, "0123456789abcdef") >= HASH_DIGITS;

	free(stem);
	return may_be;
}

static bool is_worth_reading(int folder, const struct agenda *agenda)
{
	struct folder_names names = {0};
	bool worth = false;

	folder_list(folder, file_name_is_item, CATALOGUE_MOST, &names);
	for (size_t i = 0; i < names.count && !worth; i++)
		worth = may_be_of(agenda, names.items[i]);
	folder_names_free(&names);
	return worth;
}

/* Short ids, such as numbers, may be another event's too: the title or the day must fit as well. */
static bool is_of(const struct bookmark *bookmark, const struct agenda *agenda)
{
	int number = agenda_find_session(agenda, bookmark->id);
	const struct session *session = &agenda->sessions[number < 0 ? 0 : number];

	return number >= 0 &&
	       (fold_equal(bookmark->title, session->title) ||
		(bookmark->day == session->day && bookmark->start == session->start));
}

/* How many of its bookmarks are of the agenda; 0 where these are less than half. */
static size_t count_in(int folder, const struct agenda *agenda)
{
	struct catalogue files = {0};
	size_t ours = 0, all = 0;

	if (is_worth_reading(folder, agenda))
		catalogue_update(&files, folder, agenda);
	for (size_t i = 0; i < files.count; i++) {
		const struct entry *entry = &files.items[i];

		all += entry->state == ENTRY_KEPT;
		ours += entry->state == ENTRY_KEPT && is_of(&entry->bookmark, agenda);
	}
	catalogue_free(&files);
	return ours * 2 >= all ? ours : 0;
}

/* The best of the folders within one that are not `own`. */
static char *find_within(int above, const char *own, const struct agenda *agenda, size_t *count)
{
	struct folder_names names = {0};
	char *best = NULL;

	*count = 0;
	folder_list(above, is_visible, FOLDERS_MOST, &names);
	for (size_t i = 0; i < names.count; i++) {
		int folder = strcmp(names.items[i], own) ? open_within(above, names.items[i]) : -1;
		size_t ours = folder < 0 ? 0 : count_in(folder, agenda);

		if (folder >= 0)
			close(folder);
		if (ours <= *count)
			continue;
		*count = ours;
		free(best);
		best = memory_strdup(names.items[i]);
	}
	folder_names_free(&names);
	return best;
}

/* The folder above a path, opened. */
static int open_above(const char *path)
{
	char *above = memory_strndup(path, (size_t)(strrchr(path, '/') - path));
	int folder = folder_open(above);

	free(above);
	return folder;
}

char *former_find(const char *path, const struct agenda *agenda, size_t *count)
{
	int own = folder_open(path), above = own < 0 && errno == ENOENT ? open_above(path) : -1;
	char *best;

	if (own >= 0)
		close(own);
	if (above < 0)
		return NULL;
	best = find_within(above, strrchr(path, '/') + 1, agenda, count);
	close(above);
	return best;
}

int former_adopt(const char *path, const char *former)
{
	int above = open_above(path), error;

	if (above < 0)
		return errno;
	/* Where the agenda's own folder is there, it is replaced only if it is empty. */
	error = renameat(above, former, above, strrchr(path, '/') + 1) ? errno : folder_sync(above);
	close(above);
	return error;
}
