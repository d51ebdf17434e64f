#include "config.h"

#include "store/folder.h"

#include "base/array.h"
#include "base/steady.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

int folder_open(const char *path)
{
	return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

bool folder_lock(int folder)
{
	enum { PATIENCE = 2000, PAUSE = 1 /* milliseconds */ };
	int64_t deadline = steady_milliseconds() + PATIENCE;

	while (flock(folder, LOCK_EX | LOCK_NB)) {
		if ((errno != EWOULDBLOCK && errno != EINTR) || steady_milliseconds() >= deadline)
			return false;
		poll(NULL, 0, PAUSE);
	}
	return true;
}

bool folder_is_at(int folder, const char *path)
{
	struct stat held, found;

	return !fstat(folder, &held) && !stat(path, &found) && held.st_dev == found.st_dev &&
	       held.st_ino == found.st_ino;
}

int folder_sync(int folder)
{
	int done;

	do
		done = fsync(folder);
	while (done && errno == EINTR);
	/* Some file systems keep their folders safe by themselves and refuse to be asked. */
	return done && errno != EINVAL && errno != ENOTSUP ? errno : 0;
}

/* The folder that holds `path` now knows it for good. */
static bool sync_above(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *above = memory_strndup(path, slash > path ? (size_t)(slash - path) : 1);
	int folder = folder_open(above), error;

	free(above);
	if (folder < 0)
		return false;
	error = folder_sync(folder);
	close(folder);
	errno = error;
	return !error;
}

int folder_settle(const char *path)
{
	char *above = memory_strndup(path, (size_t)(strrchr(path, '/') - path));
	int error = sync_above(path) && sync_above(above) ? 0 : errno;

	free(above);
	return error;
}

static bool is_folder(const char *path)
{
	struct stat status;

	return !stat(path, &status) && S_ISDIR(status.st_mode);
}

static bool make_one(const char *path)
{
	int error;

	if (!mkdir(path, 0700))
		return sync_above(path);
	error = errno;
	if (is_folder(path)) /* which may be told as EEXIST, EROFS or EACCES */
		return true;
	errno = error == EEXIST ? ENOTDIR : error;
	return false;
}

static bool make_all(const char *path)
{
	char *part = memory_strdup(path);
	bool made = true;

	for (char *slash = strchr(part + 1, '/'); slash && made; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		made = make_one(part);
		*slash = '/';
	}
	made = made && make_one(part);
	free(part);
	return made;
}

int folder_make(const char *path)
{
	int folder = folder_open(path);

	if (folder >= 0 || errno != ENOENT)
		return folder;
	return make_all(path) ? folder_open(path) : -1;
}

static int compare_names(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static int collect(DIR *stream, bool (*wanted)(const char *name), size_t most,
		   struct folder_names *names)
{
	while (names->count < most) {
		struct dirent *entry;

		errno = 0;
		entry = readdir(stream);
		if (!entry)
			return errno;
		if (wanted(entry->d_name))
			array_push(names, memory_strdup(entry->d_name));
	}
	return 0;
}

int folder_list(int folder, bool (*wanted)(const char *name), size_t most,
		struct folder_names *names)
{
	int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	DIR *stream = again < 0 ? NULL : fdopendir(again);
	int error = stream ? 0 : errno;

	folder_names_free(names);
	if (stream)
		error = collect(stream, wanted, most, names);
	if (error)
		folder_names_free(names);
	else if (names->count)
		qsort(names->items, names->count, sizeof *names->items, compare_names);
	if (stream)
		closedir(stream);
	else if (again >= 0)
		close(again);
	return error;
}

void folder_names_free(struct folder_names *names)
{
	array_each (char *, name, names)
		free(*name);
	array_free(names);
}

/* Closes a folder for the one that `path` leads through from there, whose last name is left. */
static int step(int folder, const char *path, struct buffer *name)
{
	const char *slash = strrchr(path, '/');
	char *above = slash ? memory_strndup(path, (size_t)(slash - path) + 1) : memory_strdup(".");
	int next = openat(folder, above, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0), error = errno;

	free(above);
	close(folder);
	buffer_clear(name);
	buffer_puts(name, slash ? slash + 1 : path);
	errno = error;
	return next;
}

int folder_follow(int folder, struct buffer *name)
{
	enum { LINKS_MOST = 40 };
	int holder = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0), error = ELOOP;

	for (int i = 0; holder >= 0 && i < LINKS_MOST; i++) {
		char path[PATH_MAX];
		ssize_t length = readlinkat(holder, buffer_text(name), path, sizeof path - 1);

		if (length < 0 && (errno == EINVAL || errno == ENOENT))
			return holder; /* no link */
		if (length < 0) {
			error = errno;
			break;
		}
		path[length] = '\0';
		holder = step(holder, path, name);
	}
	if (holder >= 0) {
		close(holder);
		errno = error;
	}
	return -1;
}

static int read_all(int file, size_t most, struct buffer *text)
{
	char block[4096];
	size_t before = text->length;

	for (;;) {
		ssize_t got = read(file, block, sizeof block);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got ? errno : 0;
		buffer_append(text, block, (size_t)got);
		if (text->length - before > most)
			return EFBIG;
	}
}

int folder_read(int folder, const char *name, size_t most, struct buffer *text)
{
	struct stat status;
	int file, error;

	/* Looked at before it is opened: to open a device may already do something. */
	if (fstatat(folder, name, &status, 0))
		return errno;
	if (!S_ISREG(status.st_mode))
		return EINVAL;
	file = openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
	if (file < 0)
		return errno;
	if (fstat(file, &status))
		error = errno;
	else
		error = S_ISREG(status.st_mode) ? read_all(file, most, text) : EINVAL;
	close(file);
	return error;
}
