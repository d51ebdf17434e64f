#include "config.h"

#include "store/save.h"

#include "base/array.h"
#include "base/memory.h"
#include "store/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char TEMPORARY_BEGIN[] = "." PACKAGE "-";
static const char TEMPORARY_END[] = ".tmp";

/*
 * More than this many left behind by processes of the same number are not believed. One that was
 * killed may have left hundreds, and in a container the next one has its number.
 */
enum { TEMPORARY_TRIES = 10000 };

/* So long no save takes, and so many that were left behind are removed at once. Seconds. */
enum { DEAD_AFTER = 60 * 60, SWEPT_MOST = 1000 };

struct temporary {
	char name[64];
	int file;
};

/* A number of this process that is free is in its name: the first above `last`, which it becomes.
 */
static int open_temporary(int folder, int *last, struct temporary *temporary)
{
	while (*last < TEMPORARY_TRIES) {
		snprintf(temporary->name, sizeof temporary->name, "%s%ld-%d%s", TEMPORARY_BEGIN,
			 (long)getpid(), ++*last, TEMPORARY_END);
		do
			temporary->file =
			    openat(folder, temporary->name,
				   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		while (temporary->file < 0 && errno == EINTR);
		if (temporary->file >= 0)
			return 0;
		if (errno != EEXIST)
			return errno;
	}
	return EEXIST;
}

static int write_all(int file, const char *text, size_t length)
{
	while (length) {
		ssize_t written = write(file, text, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return written ? errno : EIO;
		text += written;
		length -= (size_t)written;
	}
	return 0;
}

static int sync_file(int file)
{
	int done;

	do
		done = fsync(file);
	while (done && errno == EINTR);
	return done ? errno : 0;
}

/* Closes it, and brings it to disk before, unless it has gone wrong already. */
static int settle(const struct temporary *temporary, int error)
{
	if (!error)
		error = sync_file(temporary->file);
	if (close(temporary->file) && !error && errno != EINTR)
		error = errno;
	return error;
}

static bool is_there(int folder, const char *name)
{
	struct stat status;

	return !fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW);
}

static int take_name(int folder, const char *from, const char *to, enum save_mode mode)
{
	if (mode == SAVE_NEW) {
		if (!renameat2(folder, from, folder, to, RENAME_NOREPLACE))
			return 0;
		if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
			return errno;
		if (is_there(folder, to)) /* a file system that cannot do it in one step */
			return EEXIST;
	}
	return renameat(folder, from, folder, to) ? errno : 0;
}

/* As far as it can be: a mode that cannot be kept is no reason to lose what is in the file. */
static void keep_mode(int folder, const char *name, int file)
{
	struct stat status;

	if (!fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) && S_ISREG(status.st_mode) &&
	    (status.st_mode & 0777) != 0600)
		fchmod(file, status.st_mode & 0777);
}

static int save_here(int folder, const char *name, const char *text, size_t length,
		     enum save_mode mode)
{
	struct temporary temporary;
	int last = 0, error = open_temporary(folder, &last, &temporary);

	if (error)
		return error;
	if (mode == SAVE_REPLACE)
		keep_mode(folder, name, temporary.file);
	error = settle(&temporary, write_all(temporary.file, text, length));
	if (!error)
		error = take_name(folder, temporary.name, name, mode);
	if (error) {
		unlinkat(folder, temporary.name, 0);
		return error;
	}
	return folder_sync(folder);
}

int save_file(int folder, const char *name, const char *text, size_t length, enum save_mode mode)
{
	struct buffer last = {0};
	int holder, error;

	if (mode == SAVE_NEW)
		return save_here(folder, name, text, length, mode);
	buffer_puts(&last, name);
	holder = folder_follow(folder, &last);
	error = holder < 0 ? errno : 0;
	if (!error) {
		error = save_here(holder, buffer_text(&last), text, length, mode);
		close(holder);
	}
	buffer_free(&last);
	return error;
}

struct pending {
	struct temporary temporary;
	char *name;
	int error; /* why it is not on disk */
};

struct save_batch {
	int folder;
	int last; /* number of a temporary file */
	ARRAY(struct pending) files;
};

struct save_batch *save_batch_new(int folder)
{
	struct save_batch *batch = memory_alloc(1, sizeof *batch);

	batch->folder = folder;
	return batch;
}

int save_batch_add(struct save_batch *batch, const char *name, const char *text, size_t length)
{
	struct pending file = {.name = NULL};
	int error = open_temporary(batch->folder, &batch->last, &file.temporary);

	if (error)
		return error;
	error = write_all(file.temporary.file, text, length);
	if (error) {
		settle(&file.temporary, error);
		unlinkat(batch->folder, file.temporary.name, 0);
		return error;
	}
	/* The disk may begin: when the first one is waited for, the others are on their way. */
	sync_file_range(file.temporary.file, 0, 0, SYNC_FILE_RANGE_WRITE);
	file.name = memory_strdup(name);
	array_push(&batch->files, file);
	return 0;
}

/* How many have their names now, from the first on; the others are removed. */
static size_t take_names(struct save_batch *batch)
{
	size_t taken = 0, count = batch->files.count;
	const struct pending *file = batch->files.items;

	for (; taken < count && !file->error; taken++, file++)
		if (take_name(batch->folder, file->temporary.name, file->name, SAVE_NEW))
			break;
	for (size_t i = taken; i < count; i++)
		unlinkat(batch->folder, batch->files.items[i].temporary.name, 0);
	return taken;
}

int save_batch_finish(struct save_batch *batch, size_t *done)
{
	int error = 0;

	array_each (struct pending, file, &batch->files)
		file->error = settle(&file->temporary, 0);
	*done = take_names(batch);
	if (*done)
		error = folder_sync(batch->folder);
	if (error)
		*done = 0;
	array_each (struct pending, file, &batch->files)
		free(file->name);
	array_free(&batch->files);
	free(batch);
	return error;
}

int save_remove(int folder, const char *name)
{
	return unlinkat(folder, name, 0) ? errno : folder_sync(folder);
}

static bool is_temporary(const char *name)
{
	size_t begin = sizeof TEMPORARY_BEGIN - 1, end = sizeof TEMPORARY_END - 1;
	size_t length = strlen(name);

	return length > begin + end && !strncmp(name, TEMPORARY_BEGIN, begin) &&
	       !strcmp(name + length - end, TEMPORARY_END);
}

static bool is_dead(int folder, const char *name)
{
	struct stat status;

	return !fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) && S_ISREG(status.st_mode) &&
	       time(NULL) - status.st_mtime > DEAD_AFTER;
}

void save_sweep(int folder)
{
	struct folder_names names = {0};

	folder_list(folder, is_temporary, SWEPT_MOST, &names);
	for (size_t i = 0; i < names.count; i++)
		if (is_dead(folder, names.items[i]))
			unlinkat(folder, names.items[i], 0);
	folder_names_free(&names);
}
