/*
 * How far long work has come, told to someone who may show it, and may have it stopped.
 *
 * Whoever works calls progress_step() often, which looks at the clock and no more, until the work
 * takes so long that people wonder; from then on the watcher is told, ten times a second at most.
 * Work that waits for something to read does so with progress_wait(), and sleeps. A progress of
 * NULL is one that nobody watches.
 */
#ifndef NEC_BASE_PROGRESS_H
#define NEC_BASE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PROGRESS_PATIENCE_MS = 200, PROGRESS_PAUSE_MS = 100 };

struct progress;

/* What the watcher does; each returns false where the work is to stop. */
struct progress_watcher {
	/* Shows how far it is. */
	bool (*tell)(struct progress *progress);

	/* Waits until a descriptor can be read, or `milliseconds` have passed (-1: for ever). */
	bool (*wait)(struct progress *progress, int descriptor, int milliseconds);
};

enum progress_work { PROGRESS_READS, PROGRESS_SAVES };

struct progress {
	const struct progress_watcher *watcher;
	void *context; /* the watcher's own */
	enum progress_work work;
	size_t done, total; /* bytes that are read, bookmarks; a total of 0 is not known */
	bool waiting;	    /* for someone else to send more */
	bool stopped;
	int64_t due; /* when to tell next, in milliseconds of a clock that only goes forwards */
};

/* Starts the time that passes before anything is told. */
void progress_begin(struct progress *progress, const struct progress_watcher *watcher,
		    void *context);

/* Both return false, from then on always, where the work is to stop. */
bool progress_step(struct progress *progress, size_t done, size_t total);
bool progress_wait(struct progress *progress, int descriptor, int milliseconds);

/* Whether it was to stop. */
bool progress_stopped(const struct progress *progress);

#endif
