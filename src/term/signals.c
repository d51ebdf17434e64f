#include "config.h"

#include "term/signals.h"

#include "base/steady.h"
#include "term/rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

/* A closed window is told by its terminal and by its shell: that is no impatience. */
enum { PATIENCE_MS = 500 };

struct watch {
	int signal;
	bool ends;   /* asks the program to end */
	bool always; /* also where the program was started with it ignored */
};

static const struct watch watches[] = {
    {SIGINT, true, false},   {SIGTERM, true, false},  {SIGHUP, true, false},
    {SIGTSTP, false, false}, {SIGCONT, false, false}, {SIGWINCH, false, true},
    {SIGCHLD, false, true},
};

enum { WATCH_COUNT = sizeof watches / sizeof *watches };

/* A handler is given nothing but the number of its signal, so what it needs stands here. */
static struct {
	volatile sig_atomic_t came[WATCH_COUNT];
	struct sigaction interrupt,
	    stop;	   /* what SIGINT and SIGTSTP did before the terminal was lent */
	int64_t end_asked; /* when the end was first asked for, in milliseconds; 0 for never */
	struct sigaction before[WATCH_COUNT];
	int pipe[2];
} state = {.pipe = {-1, -1}};

static size_t watch_of(int signal)
{
	size_t i = 0;

	while (i < WATCH_COUNT && watches[i].signal != signal)
		i++;
	return i;
}

/* No handler interrupts another one, so they share this without a lock. */
static void ask_for_end(int signal)
{
	int64_t now = steady_milliseconds();

	if (!state.end_asked)
		state.end_asked = now;
	else if (now - state.end_asked >= PATIENCE_MS)
		rescue_die(signal);
}

static void on_signal(int signal)
{
	size_t i = watch_of(signal);
	int saved = errno;

	if (i == WATCH_COUNT)
		return;
	if (watches[i].ends)
		ask_for_end(signal);
	state.came[i] = 1;
	if (write(state.pipe[1], "", 1) < 0) {
		/* The pipe is full: it is readable all the same. */
	}
	errno = saved;
}

static bool open_pipe(void)
{
	if (pipe(state.pipe))
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(state.pipe[i], F_SETFD, FD_CLOEXEC);
		fcntl(state.pipe[i], F_SETFL, O_NONBLOCK);
	}
	return true;
}

static void watch(size_t i)
{
	struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART | SA_NOCLDSTOP};

	sigfillset(&action.sa_mask);
	sigaction(watches[i].signal, NULL, &state.before[i]);
	if (state.before[i].sa_handler != SIG_IGN || watches[i].always)
		sigaction(watches[i].signal, &action, NULL);
}

bool signals_begin(void)
{
	if (!open_pipe())
		return false;
	state.end_asked = 0;
	for (size_t i = 0; i < WATCH_COUNT; i++) {
		state.came[i] = 0;
		watch(i);
	}
	return true;
}

void signals_end(void)
{
	for (size_t i = 0; i < WATCH_COUNT; i++)
		sigaction(watches[i].signal, &state.before[i], NULL);
	for (int i = 0; i < 2; i++) {
		close(state.pipe[i]);
		state.pipe[i] = -1;
	}
}

int signals_fd(void)
{
	return state.pipe[0];
}

bool signals_take(int signal)
{
	size_t i = watch_of(signal);
	bool came = i < WATCH_COUNT && state.came[i];

	if (came)
		state.came[i] = 0;
	return came;
}

void signals_rest(void)
{
	char bytes[64];

	while (read(state.pipe[0], bytes, sizeof bytes) > 0) {
		/* What came stands in state.came. */
	}
}

void signals_lend(void)
{
	struct sigaction pass_by = {.sa_handler = SIG_IGN};
	struct sigaction plain = {.sa_handler = SIG_DFL};

	sigaction(SIGINT, &pass_by, &state.interrupt);
	sigaction(SIGTSTP, &plain, &state.stop);
}

void signals_return(void)
{
	sigaction(SIGINT, &state.interrupt, NULL);
	sigaction(SIGTSTP, &state.stop, NULL);
}

void signals_stop(void)
{
	struct sigaction plain = {.sa_handler = SIG_DFL};
	struct sigaction ours;

	sigaction(SIGTSTP, &plain, &ours);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
}
