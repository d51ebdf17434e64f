/*
 * A folder, held open so that what is done in it is done in this one even where its path comes to
 * mean another. Functions return 0 or an errno value, unless they say otherwise.
 */
#ifndef NEC_STORE_FOLDER_H
#define NEC_STORE_FOLDER_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

/* Its descriptor, to be closed with close(), or -1 with errno. */
int folder_open(const char *path);

/*
 * The same; where it is missing it is made, with the folders above it (mode 0700), in a way that
 * survives a power cut.
 */
int folder_make(const char *path);

/*
 * Keeps other windows of this program from changing the folder until its descriptor is closed, so
 * that two of them never make a file each for one session. They are waited for, but not for ever:
 * one that was stopped in between, or a file system without locks, must not stop this one. Whether
 * it is locked now.
 */
bool folder_lock(int folder);

/* Whether it is still the one that its path leads to. */
bool folder_is_at(int folder, const char *path);

/* Waits until it is on disk that the folder is where its path says, and the one above it too. */
int folder_settle(const char *path);

/* Waits until what was made, renamed and removed in it is on disk. */
int folder_sync(int folder);

struct folder_names {
	char **items; /* sorted, bytewise */
	size_t count, capacity;
};

/*
 * Replaces *names with those for which `wanted` is true, at most `most` of them. On an error *names
 * is empty.
 */
int folder_list(int folder, bool (*wanted)(const char *name), size_t most,
		struct folder_names *names);
void folder_names_free(struct folder_names *names);

/*
 * Where the links lead that a name may be: a name that is no link any more, which replaces *name,
 * and the folder that holds it, to be closed with close(), or -1 with errno. The file itself may be
 * missing.
 */
int folder_follow(int folder, struct buffer *name);

/*
 * Appends the content of a regular file, or what a link leads to. EINVAL for anything else (which
 * is never read from, so that a FIFO cannot stop the program), EFBIG for more than `most` bytes.
 */
int folder_read(int folder, const char *name, size_t most, struct buffer *text);

#endif
