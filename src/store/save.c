#include "config.h"

#include "store/save.h"

#include "store/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* More than this many left behind by processes of the same number are not believed. */
enum { TEMPORARY_TRIES = 100 };

struct temporary {
	char name[64];
	int file;
};

static int open_temporary(int folder, struct temporary *temporary)
{
	for (int i = 1; i <= TEMPORARY_TRIES; i++) {
		snprintf(temporary->name, sizeof temporary->name, "." PACKAGE "-%ld-%d.tmp",
			 (long)getpid(), i);
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

int save_file(int folder, const char *name, const char *text, size_t length, enum save_mode mode)
{
	struct temporary temporary;
	int error = open_temporary(folder, &temporary);

	if (error)
		return error;
	error = write_all(temporary.file, text, length);
	if (!error)
		error = sync_file(temporary.file);
	if (close(temporary.file) && !error && errno != EINTR)
		error = errno;
	if (!error)
		error = take_name(folder, temporary.name, name, mode);
	if (error) {
		unlinkat(folder, temporary.name, 0);
		return error;
	}
	return folder_sync(folder);
}

int save_remove(int folder, const char *name)
{
	return unlinkat(folder, name, 0) ? errno : folder_sync(folder);
}
