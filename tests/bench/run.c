/*
 * Runs a program and says what it cost, as one line of JSON. It is small, because what a child
 * seems to need at most begins with what its parent needs.
 *
 *     run end PROGRAM ARGUMENT...            until it ends, its output thrown away
 *     run frame MARKER PROGRAM ARGUMENT...   in a pseudo-terminal of 80×24, until MARKER is
 *                                            written; then it is killed
 *     run rest SECONDS PROGRAM ARGUMENT...   the same, and how often it wakes while left alone
 *
 * wall and cpu are microseconds, memory is KiB, wakes a number.
 */
#include "config.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

enum { PATIENCE_MS = 30000, QUIET_MS = 500, TAIL = 256 };

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void fail(const char *what)
{
	fprintf(stderr, "run: %s\n", what);
	exit(1);
}

static int64_t microseconds(struct timeval time)
{
	return (int64_t)time.tv_sec * 1000000 + time.tv_usec;
}

static void print_cost(int64_t wall, long wakes, const struct rusage *cost)
{
	printf("{\"wall\": %lld, \"cpu\": %lld, \"memory\": %ld, \"wakes\": %ld}\n",
	       (long long)wall,
	       (long long)(microseconds(cost->ru_utime) + microseconds(cost->ru_stime)),
	       cost->ru_maxrss, wakes);
}

static void run_to_end(char **command)
{
	int64_t start = now_us();
	struct rusage cost;
	int status;
	pid_t pid = vfork();

	if (!pid) {
		int nothing = open("/dev/null", O_RDWR);

		dup2(nothing, STDIN_FILENO);
		dup2(nothing, STDOUT_FILENO);
		dup2(nothing, STDERR_FILENO);
		execv(command[0], command);
		_exit(126);
	}
	if (wait4(pid, &status, 0, &cost) != pid || !WIFEXITED(status) || WEXITSTATUS(status))
		fail("the program failed");
	print_cost(now_us() - start, 0, &cost);
}

static pid_t open_in_terminal(char **command, int *master)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	int slave;
	pid_t pid;

	if (openpty(master, &slave, NULL, NULL, &size))
		fail("there is no pseudo-terminal");
	pid = vfork();
	if (!pid) {
		close(*master);
		login_tty(slave);
		execv(command[0], command);
		_exit(126);
	}
	close(slave);
	return pid;
}

/* Reads until the marker has come by; what is left of the screen is a few bytes. */
static void read_until(int master, const char *marker)
{
	static char seen[64 * 1024 + TAIL];
	size_t kept = 0;

	for (;;) {
		struct pollfd ready = {.fd = master, .events = POLLIN};
		ssize_t count;

		if (poll(&ready, 1, PATIENCE_MS) != 1)
			fail("the marker never came");
		count = read(master, seen + kept, sizeof seen - kept);
		if (count <= 0)
			fail("the program ended before the marker came");
		if (memmem(seen, kept + (size_t)count, marker, strlen(marker)))
			return;
		kept += (size_t)count;
		if (kept > TAIL) {
			memmove(seen, seen + kept - TAIL, TAIL);
			kept = TAIL;
		}
	}
}

static void kill_and_print(pid_t pid, int64_t wall, long wakes)
{
	struct rusage cost;

	kill(pid, SIGKILL);
	if (wait4(pid, NULL, 0, &cost) != pid)
		fail("the program is gone");
	print_cost(wall, wakes, &cost);
}

static void run_to_frame(const char *marker, char **command)
{
	int64_t start = now_us(), wall;
	int master;
	pid_t pid = open_in_terminal(command, &master);

	read_until(master, marker);
	wall = now_us() - start;
	kill_and_print(pid, wall, 0);
}

static long wakes_of(pid_t pid)
{
	static const char field[] = "voluntary_ctxt_switches:";
	char path[64], line[256];
	long count = -1;
	FILE *status;

	snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
	status = fopen(path, "r");
	while (status && fgets(line, sizeof line, status))
		if (!strncmp(line, field, sizeof field - 1))
			count = atol(line + sizeof field - 1);
	if (status)
		fclose(status);
	if (count < 0)
		fail("the system does not tell how often a program wakes");
	return count;
}

/* Takes in what it writes until it has been quiet for a while. */
static void let_settle(int master)
{
	struct pollfd ready = {.fd = master, .events = POLLIN};
	char bytes[4096];

	while (poll(&ready, 1, QUIET_MS) == 1)
		if (read(master, bytes, sizeof bytes) <= 0)
			fail("the program ended by itself");
}

static void run_at_rest(const char *seconds, char **command)
{
	int64_t start;
	int master;
	pid_t pid = open_in_terminal(command, &master);
	long before;

	let_settle(master);
	before = wakes_of(pid);
	start = now_us();
	sleep((unsigned)atoi(seconds));
	kill_and_print(pid, now_us() - start, wakes_of(pid) - before);
}

int main(int argc, char **argv)
{
	if (argc >= 3 && !strcmp(argv[1], "end"))
		run_to_end(argv + 2);
	else if (argc >= 4 && !strcmp(argv[1], "frame"))
		run_to_frame(argv[2], argv + 3);
	else if (argc >= 4 && !strcmp(argv[1], "rest"))
		run_at_rest(argv[2], argv + 3);
	else
		fail("end, frame MARKER or rest SECONDS, then a program");
	return 0;
}
