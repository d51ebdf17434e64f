#include "config.h"

#include "read/feed.h"

#include "base/memory.h"

#include <string.h>

/* Giving back is a system call. */
enum { FORGET_AT_ONCE = 256 * 1024 };

int feed_next(void *context, char *bytes, int most)
{
	struct feed *feed = context;
	size_t left = feed->source->length - feed->at;
	size_t count = left < (size_t)most ? left : (size_t)most;

	if (!report_step(feed->report, feed->at, feed->source->length))
		return -1;
	memcpy(bytes, feed->source->text + feed->at, count);
	feed->at += count;
	if (!feed->keeps && feed->at - feed->forgotten >= FORGET_AT_ONCE) {
		memory_forget(feed->source->text + feed->forgotten, feed->at - feed->forgotten);
		feed->forgotten = feed->at;
	}
	return (int)count;
}
