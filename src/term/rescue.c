#include "config.h"

#include "term/rescue.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

enum { CRASH_COUNT = sizeof crashes / sizeof *crashes, MOST_BYTES = 500, STACK_BYTES = 65536 };

/* A handler is given nothing but the number of its signal, so what it needs stands here. */
static struct {
	volatile sig_atomic_t armed;
	int fd;
	struct termios before;
	char bytes[MOST_BYTES];
	size_t length;
	struct sigaction actions[CRASH_COUNT]; /* those that were there before */
	stack_t stack;			       /* likewise */
} state;

/* A crash may come from a stack that is used up. */
static char crash_stack[STACK_BYTES] __attribute__((aligned(16)));

void rescue_restore(void)
{
	size_t written = 0;

	if (!state.armed)
		return;
	state.armed = 0;
	while (written < state.length) {
		ssize_t now = write(state.fd, state.bytes + written, state.length - written);

		if (now <= 0)
			break;
		written += (size_t)now;
	}
	tcsetattr(state.fd, TCSANOW, &state.before);
}

static void let_through(int signal)
{
	sigset_t one;

	sigemptyset(&one);
	sigaddset(&one, signal);
	sigprocmask(SIG_UNBLOCK, &one, NULL);
	raise(signal);
}

void rescue_die(int signal)
{
	struct sigaction plain = {.sa_handler = SIG_DFL};

	rescue_restore();
	sigaction(signal, &plain, NULL);
	let_through(signal);
	_exit(128 + signal);
}

static void on_crash(int signal)
{
	rescue_restore();
	for (size_t i = 0; i < CRASH_COUNT; i++)
		if (crashes[i] == signal)
			sigaction(signal, &state.actions[i], NULL);
	let_through(signal);
}

static void use_crash_stack(void)
{
	stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};

	sigaltstack(&stack, &state.stack);
}

void rescue_begin(int fd, const struct termios *before, const struct buffer *bytes)
{
	struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};

	state.armed = 0;
	state.fd = fd;
	state.before = *before;
	state.length = bytes->length < MOST_BYTES ? bytes->length : MOST_BYTES;
	memcpy(state.bytes, buffer_text(bytes), state.length);
	use_crash_stack();
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < CRASH_COUNT; i++) {
		sigaction(crashes[i], NULL, &state.actions[i]);
		if (state.actions[i].sa_handler != SIG_IGN)
			sigaction(crashes[i], &action, NULL);
	}
}

void rescue_end(void)
{
	state.armed = 0;
	for (size_t i = 0; i < CRASH_COUNT; i++)
		sigaction(crashes[i], &state.actions[i], NULL);
	if (!(state.stack.ss_flags & SS_ONSTACK))
		sigaltstack(&state.stack, NULL);
}

void rescue_arm(bool armed)
{
	state.armed = armed;
}
