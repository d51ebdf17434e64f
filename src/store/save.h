/*
 * Files that are there whole or not at all, whenever the program or the machine stops.
 *
 * The text goes to a temporary file beside the one to be, is brought to disk, and takes the name in
 * one step; then the folder is brought to disk too. The temporary name begins with a dot and ends
 * in ".tmp", so nobody takes it for an item of a vdir. Such files are left behind only by a process
 * that was killed right then, and do no harm.
 */
#ifndef NEC_STORE_SAVE_H
#define NEC_STORE_SAVE_H

#include <stddef.h>

enum save_mode {
	SAVE_REPLACE, /* over the file of that name, if there is one */
	SAVE_NEW      /* EEXIST where there is one */
};

/*
 * Returns 0 once the file would survive a power cut, else an errno value. After an error no
 * temporary file is left, and what stands under the name is what stood there before; only where
 * bringing the folder to disk was what failed, it is the new file.
 *
 * A file that is replaced keeps its mode; others are the user's alone. Where the name to replace is
 * a link it stays one, and what it leads to is replaced.
 */
int save_file(int folder, const char *name, const char *text, size_t length, enum save_mode mode);

/*
 * New files that are brought to disk together, which takes a disk little longer than one does. Each
 * has a temporary file of its own until the batch is finished.
 */
struct save_batch;

struct save_batch *save_batch_new(int folder);

/* Writes one more. After an error nothing of it is left; the others of the batch stand as before.
 */
int save_batch_add(struct save_batch *batch, const char *name, const char *text, size_t length);

/*
 * Brings them to disk, gives them their names in the order in which they were added, and frees the
 * batch. It goes as far as the first that cannot have its name, which is EEXIST as with SAVE_NEW,
 * or a disk that fails: *done is how many would survive a power cut now, the rest is not there. To
 * save the next one alone tells why. An errno value, and none is certain, where bringing the folder
 * to disk was what failed.
 */
int save_batch_finish(struct save_batch *batch, size_t *done);

/* Removes a file, with the same promise; of a link, the link alone. ENOENT where there is none. */
int save_remove(int folder, const char *name);

/*
 * Removes the temporary files that were left behind, which is certain of those that are an hour old
 * while the caller keeps other windows from saving (folder_lock()).
 */
void save_sweep(int folder);

#endif
