#include "config.h"

#include "term/frame.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

enum {
	PIECE = 16384,
	LARGEST = 64 << 20 /* every cell of the largest screen with all that may go with it */
};

struct frame {
	FILE *stream;
	int terminal; /* where it leads to between paints */
	int memory;   /* and while one is made; -1 where there is none */
	bool gathers;
	struct buffer bytes; /* of the last paint */
};

/* A file in memory; -1 where files may not be as large as a paint can be. */
static int open_memory(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_FSIZE, &limit) || limit.rlim_cur < LARGEST)
		return -1;
	return memfd_create("frame", MFD_CLOEXEC);
}

struct frame *frame_new(int terminal)
{
	struct frame *frame = memory_alloc(1, sizeof *frame);
	int own = fcntl(terminal, F_DUPFD_CLOEXEC, 3);

	frame->terminal = terminal;
	frame->memory = open_memory();
	frame->stream = own < 0 ? NULL : fdopen(own, "we");
	if (frame->stream)
		return frame;
	if (own >= 0)
		close(own);
	frame_free(frame);
	return NULL;
}

void frame_free(struct frame *frame)
{
	if (!frame)
		return;
	if (frame->stream)
		fclose(frame->stream);
	if (frame->memory >= 0)
		close(frame->memory);
	buffer_free(&frame->bytes);
	free(frame);
}

FILE *frame_stream(const struct frame *frame)
{
	return frame->stream;
}

/* Has the stream lead elsewhere, under the same descriptor. */
static bool lead_to(const struct frame *frame, int descriptor)
{
	return dup3(descriptor, fileno(frame->stream), O_CLOEXEC) >= 0;
}

void frame_begin(struct frame *frame)
{
	frame->gathers = frame->memory >= 0 && lead_to(frame, frame->memory);
}

/* Takes out what was written, and leaves the file to be written anew from its start. */
static void take_bytes(struct frame *frame)
{
	off_t left = lseek(frame->memory, 0, SEEK_CUR), at = 0;
	char piece[PIECE];

	buffer_clear(&frame->bytes);
	while (left > 0) {
		ssize_t taken =
		    pread(frame->memory, piece, left < PIECE ? (size_t)left : sizeof piece, at);

		if (taken <= 0)
			break;
		buffer_append(&frame->bytes, piece, (size_t)taken);
		at += taken;
		left -= taken;
	}
	lseek(frame->memory, 0, SEEK_SET);
}

/* Whether it is worth trying once more to write. */
static bool may_go_on(int terminal)
{
	struct pollfd room = {.fd = terminal, .events = POLLOUT};

	if (errno == EAGAIN)
		return poll(&room, 1, -1) > 0 || errno == EINTR;
	return errno == EINTR;
}

/* To a terminal that is gone nothing is written any more. */
static void send_bytes(const struct frame *frame)
{
	const char *bytes = buffer_text(&frame->bytes);
	size_t left = frame->bytes.length;

	while (left) {
		ssize_t sent = write(frame->terminal, bytes, left);

		if (sent < 0 && !may_go_on(frame->terminal))
			return;
		if (sent > 0) {
			bytes += sent;
			left -= (size_t)sent;
		}
	}
}

void frame_end(struct frame *frame)
{
	if (!frame->gathers)
		return;
	frame->gathers = false;
	lead_to(frame, frame->terminal);
	take_bytes(frame);
	send_bytes(frame);
}
