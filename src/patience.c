#include "config.h"

#include "patience.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "tui/progress_screen.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

struct patience {
	struct progress progress;
	const char *name;
	struct terminal_options options;
	struct terminal *terminal; /* NULL while it is not open, and for a line */
	struct screen *screen;
	bool given_up; /* it cannot be opened */
	bool ascii;
	int columns; /* that the line takes */
	int status;
	bool holds; /* Ctrl-C back, from those who had these signals blocked before */
	sigset_t blocked;
};

/* In the terminal */

static bool open_terminal(struct patience *patience)
{
	struct report report = {0};
	int rows, columns;

	if (patience->terminal)
		return true;
	if (!patience->given_up)
		patience->terminal = terminal_open(&patience->options, &report);
	report_free(&report);
	patience->given_up = !patience->terminal;
	if (patience->given_up)
		return false;
	terminal_size(patience->terminal, &rows, &columns);
	patience->screen = screen_new(rows, columns);
	return true;
}

static void paint(struct patience *patience)
{
	progress_screen_draw(patience->screen, patience->name, &patience->progress);
	terminal_paint(patience->terminal, patience->screen);
}

static void take_message(struct patience *patience, const struct message *message)
{
	if (message->kind == MESSAGE_KEY && progress_screen_stops(message->key))
		patience->status = 128 + SIGINT;
	if (message->kind != MESSAGE_RESIZE)
		return;
	screen_resize(patience->screen, message->resize.rows, message->resize.columns);
	paint(patience);
}

/* Takes what the user does until something else happens. */
static enum terminal_event listen(struct patience *patience, int milliseconds)
{
	enum terminal_event event = TERMINAL_MESSAGE;
	struct message message;

	while (!patience->status && event == TERMINAL_MESSAGE) {
		event = terminal_wait(patience->terminal, milliseconds, &message);
		if (event == TERMINAL_MESSAGE)
			take_message(patience, &message);
	}
	if (event == TERMINAL_END)
		patience->status = 128 + terminal_end_signal(patience->terminal);
	return event;
}

static bool tell_in_terminal(struct progress *progress)
{
	struct patience *patience = progress->context;

	if (!open_terminal(patience))
		return true;
	paint(patience);
	listen(patience, 0);
	return !patience->status;
}

static void wait_plainly(int descriptor, int milliseconds)
{
	struct pollfd watched = {.fd = descriptor, .events = POLLIN};

	poll(&watched, 1, milliseconds);
}

static bool wait_in_terminal(struct progress *progress, int descriptor, int milliseconds)
{
	struct patience *patience = progress->context;

	if (!patience->terminal) {
		wait_plainly(descriptor, milliseconds);
		return true;
	}
	terminal_listen(patience->terminal, descriptor);
	listen(patience, milliseconds);
	terminal_ignore(patience->terminal, descriptor);
	return !patience->status;
}

/* On standard error */

static int columns_of_line(void)
{
	struct winsize size;

	return !ioctl(STDERR_FILENO, TIOCGWINSZ, &size) && size.ws_col > 1 ? size.ws_col - 1 : 79;
}

/* Writes over what stands on the line. */
static void write_line(struct patience *patience, const char *text)
{
	int most = columns_of_line(), columns;
	size_t length = utf8_fit(text, strlen(text), most, &columns);
	struct buffer line = {0};

	buffer_putc(&line, '\r');
	buffer_append(&line, text, length);
	if (columns < patience->columns)
		buffer_fill(&line, ' ', (size_t)(patience->columns - columns));
	if (!columns)
		buffer_putc(&line, '\r');
	fputs(buffer_text(&line), stderr);
	fflush(stderr);
	patience->columns = columns;
	buffer_free(&line);
}

static bool tell_on_line(struct progress *progress)
{
	struct patience *patience = progress->context;
	struct buffer text = {0}, plain = {0};

	progress_screen_say(&text, patience->name, progress);
	if (patience->ascii)
		ascii_append(&plain, buffer_text(&text), text.length);
	write_line(patience, buffer_text(patience->ascii ? &plain : &text));
	buffer_free(&text);
	buffer_free(&plain);
	return true;
}

static bool wait_on_line(struct progress *progress, int descriptor, int milliseconds)
{
	(void)progress;
	wait_plainly(descriptor, milliseconds);
	return true;
}

/* While bookmarks are saved */

static sigset_t interrupt(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	return set;
}

/* As nohup has it. Held back it would come all the same. */
static bool is_ignored(void)
{
	struct sigaction action;

	return !sigaction(SIGINT, NULL, &action) && action.sa_handler == SIG_IGN;
}

static bool was_interrupted(void)
{
	sigset_t pending;

	return !sigpending(&pending) && sigismember(&pending, SIGINT) == 1;
}

static bool tell_of_saving(struct progress *progress)
{
	struct patience *patience = progress->context;

	if (isatty(STDERR_FILENO))
		tell_on_line(progress);
	if (patience->holds && was_interrupted())
		patience->status = 128 + SIGINT;
	return !patience->status;
}

struct patience *patience_of_saving(bool ascii)
{
	static const struct progress_watcher watcher = {tell_of_saving, wait_on_line};
	struct patience *patience = memory_alloc(1, sizeof *patience);
	const sigset_t held = interrupt();

	patience->ascii = ascii;
	progress_begin(&patience->progress, &watcher, patience);
	patience->progress.work = PROGRESS_SAVES;
	patience->holds = !is_ignored() && !sigprocmask(SIG_BLOCK, &held, &patience->blocked);
	return patience;
}

/* One that came meanwhile has had its effect, or came too late for one. */
static void let_go(const struct patience *patience)
{
	const sigset_t held = interrupt();

	sigtimedwait(&held, NULL, &(struct timespec){0});
	sigprocmask(SIG_SETMASK, &patience->blocked, NULL);
}

/* All */

struct patience *patience_new(const char *name, const struct terminal_options *terminal, bool ascii)
{
	static const struct progress_watcher in_terminal = {tell_in_terminal, wait_in_terminal};
	static const struct progress_watcher on_line = {tell_on_line, wait_on_line};
	struct patience *patience = memory_alloc(1, sizeof *patience);

	patience->name = name;
	if (terminal)
		patience->options = *terminal;
	patience->ascii = ascii;
	progress_begin(&patience->progress, terminal ? &in_terminal : &on_line, patience);
	return patience;
}

void patience_free(struct patience *patience)
{
	if (!patience)
		return;
	if (patience->columns)
		write_line(patience, "");
	if (patience->holds)
		let_go(patience);
	terminal_close(patience->terminal);
	screen_free(patience->screen);
	free(patience);
}

struct progress *patience_progress(struct patience *patience)
{
	return &patience->progress;
}

struct terminal *patience_steal_terminal(struct patience *patience)
{
	struct terminal *terminal = patience ? patience->terminal : NULL;

	if (patience)
		patience->terminal = NULL;
	return terminal;
}

int patience_status(const struct patience *patience)
{
	return patience ? patience->status : 0;
}
