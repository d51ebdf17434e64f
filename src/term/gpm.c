#include "config.h"

#include "term/gpm.h"

#include "base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

/*
 * What goes over the socket is two structs of gpm's <gpm.h>, as they have been since 1998. libgpm
 * would do the same, but takes signals over and knows one connection only.
 */

enum { MOVE = 1, DOWN = 4 };

struct request {
	unsigned short events;	 /* which are sent */
	unsigned short defaults; /* with which gpm goes on doing what it does without programs */
	unsigned short least_modifiers, most_modifiers;
	int pid;
	int console;
};

struct press {
	unsigned char buttons, modifiers;
	unsigned short console;
	short moved_columns, moved_rows;
	short column, row; /* from 1 */
	int type;
	int clicks;
	int margin;
	short wheel_columns, wheel_rows;
};

_Static_assert(sizeof(struct request) == 16 && sizeof(struct press) == 28, "as gpm has them");

struct gpm {
	int fd;
	struct press press;
	size_t taken; /* bytes of it */
};

int gpm_console(int fd)
{
	enum { TTY_MAJOR = 4, LAST_CONSOLE = 63 };
	struct stat status;

	if (fstat(fd, &status) || !S_ISCHR(status.st_mode) || major(status.st_rdev) != TTY_MAJOR ||
	    minor(status.st_rdev) > LAST_CONSOLE)
		return 0;
	return (int)minor(status.st_rdev);
}

static bool connect_to(int fd, const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	if (strlen(path) >= sizeof address.sun_path)
		return false;
	strcpy(address.sun_path, path);
	return !connect(fd, (const struct sockaddr *)&address, sizeof address);
}

/* gpm goes on moving the pointer. */
static bool send_request(int fd, int console)
{
	const struct request request = {
	    .events = DOWN,
	    .defaults = MOVE,
	    .most_modifiers = (unsigned short)~0,
	    .pid = (int)getpid(),
	    .console = console,
	};

	return send(fd, &request, sizeof request, MSG_NOSIGNAL) == (ssize_t)sizeof request;
}

struct gpm *gpm_ask(const char *socket_path, int console)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	struct gpm *gpm;

	if (fd < 0)
		return NULL;
	if (!connect_to(fd, socket_path) || !send_request(fd, console)) {
		close(fd);
		return NULL;
	}
	gpm = memory_alloc(1, sizeof *gpm);
	gpm->fd = fd;
	return gpm;
}

void gpm_leave(struct gpm *gpm)
{
	if (gpm && gpm->fd >= 0)
		close(gpm->fd);
	free(gpm);
}

int gpm_fd(const struct gpm *gpm)
{
	return gpm ? gpm->fd : -1;
}

/* False where there is none as yet; or no gpm any more, which is then forgotten. */
static bool take_press(struct gpm *gpm)
{
	char *place = (char *)&gpm->press + gpm->taken;
	ssize_t length = read(gpm->fd, place, sizeof gpm->press - gpm->taken);

	if (length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR)) {
		close(gpm->fd);
		gpm->fd = -1;
	}
	if (length <= 0)
		return false;
	gpm->taken += (size_t)length;
	return gpm->taken == sizeof gpm->press;
}

bool gpm_take(struct gpm *gpm, struct message *message)
{
	while (gpm_fd(gpm) >= 0 && take_press(gpm)) {
		gpm->taken = 0;
		if (!(gpm->press.type & DOWN))
			continue;
		*message = (struct message){.kind = MESSAGE_MOUSE};
		message->mouse.action = MOUSE_CLICK;
		message->mouse.row = gpm->press.row - 1;
		message->mouse.column = gpm->press.column - 1;
		return true;
	}
	return false;
}
