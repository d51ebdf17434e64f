#include "config.h"

#include "base/progress.h"

#include <errno.h>
#include <poll.h>
#include <time.h>

/* The coarse clock costs next to nothing, and knows some milliseconds. */
static int64_t milliseconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_begin(struct progress *progress, const struct progress_watcher *watcher,
		    void *context)
{
	*progress = (struct progress){.watcher = watcher, .context = context};
	progress->due = milliseconds_now() + PROGRESS_PATIENCE_MS;
}

bool progress_stopped(const struct progress *progress)
{
	return progress && progress->stopped;
}

static bool tell(struct progress *progress)
{
	if (!progress->stopped && !progress->watcher->tell(progress))
		progress->stopped = true;
	progress->due = milliseconds_now() + PROGRESS_PAUSE_MS;
	return !progress->stopped;
}

bool progress_step(struct progress *progress, size_t done, size_t total)
{
	if (!progress)
		return true;
	progress->done = done;
	progress->total = total;
	progress->waiting = false;
	if (progress->stopped || milliseconds_now() < progress->due)
		return !progress->stopped;
	return tell(progress);
}

/* Whether it can be read. A signal cuts a wait short. */
static bool wait_for(int descriptor, int64_t milliseconds)
{
	struct pollfd watched = {.fd = descriptor, .events = POLLIN};
	int ready;

	do {
		ready = poll(&watched, 1, (int)milliseconds);
	} while (ready < 0 && errno == EINTR);
	return ready > 0;
}

/* Nobody is bothered with a short wait. */
bool progress_wait(struct progress *progress, int descriptor, int milliseconds)
{
	int64_t patience = progress ? progress->due - milliseconds_now() : -1;

	if (progress_stopped(progress))
		return false;
	if (patience < 0)
		patience = 0;
	if (!progress || (milliseconds >= 0 && milliseconds <= patience)) {
		wait_for(descriptor, milliseconds);
		return true;
	}
	if (wait_for(descriptor, patience))
		return true;
	progress->waiting = true;
	if (milliseconds >= 0)
		milliseconds -= (int)patience;
	if (!tell(progress) || !progress->watcher->wait(progress, descriptor, milliseconds))
		progress->stopped = true;
	return !progress->stopped;
}
