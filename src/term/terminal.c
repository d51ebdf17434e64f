#include "config.h"

#include "term/terminal.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/steady.h"
#include "term/clipboard.h"
#include "term/frame.h"
#include "term/glyphs.h"
#include "term/input.h"
#include "term/painter.h"
#include "term/rescue.h"
#include "term/signals.h"
#include "term/terminfo.h"
#include "tui/key.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum {
	ESCAPE_MS = 25,	  /* an Escape that nothing follows for so long is the key */
	SEQUENCE_MS = 50, /* a sequence that stops for so long has broken off */
	GONE_AFTER = 4,	  /* so often in a row there was nothing to read */
	DEFAULT_ROWS = 24,
	DEFAULT_COLUMNS = 80
};

static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";

struct terminal {
	FILE *keys, *paper; /* what is read and written; curses writes to the frame instead */
	struct frame *frame;
	bool owned; /* they are one stream of our own, not stdin and stdout */
	SCREEN *curses;
	WINDOW *keyboard;      /* a pad: reading from it never paints */
	struct termios before; /* the line discipline as we found it */
	bool ascii, mouse, deaf;
	struct glyphs *glyphs; /* NULL: the terminal shows everything */
	struct input input;
	int rows, columns;
	bool size_in_doubt;
	int end_signal;
	int nothing_to_read; /* how often in a row the keys were readable without anything to read
			      */
	int others[TERMINAL_OTHERS]; /* descriptors that somebody else reads */
	int other_count;
	bool other_ready; /* one of them was, and it was not told yet */
	struct painter *painter;
	int cursor_row, cursor_column;
};

/* Opening and closing */

static bool open_streams(struct terminal *terminal, struct report *report)
{
	static const struct place tty = {.file = "/dev/tty"};

	terminal->keys = stdin;
	terminal->paper = stdout;
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		return true;
	terminal->keys = terminal->paper = fopen("/dev/tty", "r+e");
	terminal->owned = terminal->keys != NULL;
	return terminal->owned ||
	       report_error(report, tty, _("there is no terminal to read keys from: %s"),
			    strerror(errno));
}

static int within(int value, int most)
{
	return value < 1 ? 1 : value > most ? most : value;
}

static void ask_size(struct terminal *terminal)
{
	struct winsize size = {0};

	if (ioctl(fileno(terminal->paper), TIOCGWINSZ, &size) || !size.ws_row || !size.ws_col) {
		size.ws_row = DEFAULT_ROWS;
		size.ws_col = DEFAULT_COLUMNS;
	}
	terminal->rows = within(size.ws_row, SCREEN_MOST_ROWS);
	terminal->columns = within(size.ws_col, SCREEN_MOST_COLUMNS);
}

static void set_number(const char *variable, int number)
{
	char text[12];

	snprintf(text, sizeof text, "%d", number);
	setenv(variable, text, 1);
}

/*
 * Curses would believe LINES and COLUMNS, which may be old, and any size that the terminal claims.
 * So it is told ours through them. They are not left behind: no program started from here should
 * believe them either.
 */
static SCREEN *open_curses(const struct terminal *terminal)
{
	SCREEN *curses;

	set_number("LINES", terminal->rows);
	set_number("COLUMNS", terminal->columns);
	use_env(TRUE);
	use_tioctl(FALSE);
	curses = newterm(NULL, frame_stream(terminal->frame), terminal->keys);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	return curses;
}

/*
 * Ctrl-S would freeze the screen, and nothing on it would say why. Keys that are signals, such as
 * Ctrl-C, would take away what was painted and not shown yet, sequences cut in two, and what was
 * typed, also where nobody heeds the signal.
 */
static void set_line(int fd, bool keys_signal)
{
	struct termios line;

	if (tcgetattr(fd, &line))
		return;
	line.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
	line.c_lflag |= NOFLSH;
	if (!keys_signal)
		line.c_lflag &= ~(tcflag_t)ISIG;
	tcsetattr(fd, TCSANOW, &line);
	def_prog_mode();
}

static void open_keyboard(struct terminal *terminal, bool keys_signal)
{
	set_escdelay(ESCAPE_MS);
	cbreak();
	noecho();
	nonl();
	set_line(fileno(terminal->keys), keys_signal);
	typeahead(-1);
	terminal->keyboard = newpad(1, 1);
	keypad(terminal->keyboard, TRUE);
	nodelay(terminal->keyboard, TRUE);
	keyok(KEY_MOUSE, FALSE);
}

static void send(const struct terminal *terminal, const char *bytes)
{
	fputs(bytes, terminal->paper);
	fflush(terminal->paper);
}

static void use_mouse(const struct terminal *terminal, bool on)
{
	if (terminal->mouse)
		send(terminal, on ? mouse_on : mouse_off);
}

static void prepare_rescue(const struct terminal *terminal)
{
	struct buffer farewell = {0};

	if (terminal->mouse)
		buffer_puts(&farewell, mouse_off);
	terminfo_farewell(&farewell, terminal->rows);
	rescue_begin(fileno(terminal->paper), &terminal->before, &farewell);
	buffer_free(&farewell);
	memory_on_exhausted(rescue_restore);
	rescue_arm(true);
}

/* On the console the mouse is gpm's, which copies and pastes with it. */
static void take_over(struct terminal *terminal, const struct terminal_options *options)
{
	terminal->glyphs = glyphs_open(fileno(terminal->paper), getenv("TERM"));
	terminal->ascii = options->ascii;
	terminal->deaf = options->deaf;
	terminal->mouse = options->mouse && !terminal->glyphs && terminfo_has_mouse();
	prepare_rescue(terminal);
	open_keyboard(terminal, !options->deaf);
	terminal->painter =
	    painter_new(palette_begin(options->color), options->ascii, terminal->glyphs);
	use_mouse(terminal, true);
}

static void close_streams(struct terminal *terminal)
{
	if (terminal->owned)
		fclose(terminal->keys);
}

static bool begin_curses(struct terminal *terminal, struct report *report)
{
	terminal->frame = frame_new(fileno(terminal->paper));
	terminal->curses = terminal->frame ? open_curses(terminal) : NULL;
	if (terminal->curses && terminfo_paints(report))
		return true;
	if (terminal->curses) {
		endwin();
		delscreen(terminal->curses);
	} else {
		terminfo_explain(fileno(terminal->paper), report);
	}
	frame_free(terminal->frame);
	return false;
}

static bool open_terminal(struct terminal *terminal, struct report *report)
{
	static const struct place nowhere = {0};

	if (!open_streams(terminal, report) || !terminfo_named(report))
		return false;
	tcgetattr(fileno(terminal->paper), &terminal->before);
	ask_size(terminal);
	if (!signals_begin())
		return report_error(report, nowhere, _("the terminal cannot be watched: %s"),
				    strerror(errno));
	if (begin_curses(terminal, report))
		return true;
	signals_end();
	return false;
}

struct terminal *terminal_open(const struct terminal_options *options, struct report *report)
{
	struct terminal *terminal = memory_alloc(1, sizeof *terminal);

	if (!open_terminal(terminal, report)) {
		close_streams(terminal);
		free(terminal);
		return NULL;
	}
	take_over(terminal, options);
	return terminal;
}

static void give_back(struct terminal *terminal)
{
	use_mouse(terminal, false);
	endwin();
}

void terminal_close(struct terminal *terminal)
{
	if (!terminal)
		return;
	give_back(terminal);
	memory_on_exhausted(NULL);
	rescue_end();
	signals_end();
	delwin(terminal->keyboard);
	delscreen(terminal->curses);
	frame_free(terminal->frame);
	close_streams(terminal);
	painter_free(terminal->painter);
	glyphs_free(terminal->glyphs);
	free(terminal);
}

void terminal_size(const struct terminal *terminal, int *rows, int *columns)
{
	*rows = terminal->rows;
	*columns = terminal->columns;
}

bool terminal_has_blocks(const struct terminal *terminal)
{
	static const uint32_t blocks[] = {0x2580, 0x2584, 0x2588}; /* ▀ ▄ █ */
	bool all = !terminal->ascii;

	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		all = all && (!terminal->glyphs || glyphs_have(terminal->glyphs, blocks[i]));
	return all;
}

/* Painting */

/* Curses is handed every cell again, and sends every one. */
void terminal_repaint(struct terminal *terminal)
{
	clearok(curscr, TRUE);
	painter_forget(terminal->painter);
}

/* What has a mouse is an emulator, and takes what it does not know for what it is; others would
 * show it. */
static bool has_clipboard(const struct terminal *terminal)
{
	return !terminal->glyphs && terminfo_has_mouse();
}

void terminal_copy(struct terminal *terminal, const char *text, struct report *report)
{
	static const struct place nowhere = {0};
	struct buffer sequence = {0};

	if (!has_clipboard(terminal)) {
		report_error(report, nowhere,
			     _("nothing was copied: this terminal has no clipboard"));
		return;
	}
	clipboard_sequence(&sequence, getenv("TERM"), text, strnlen(text, EFFECT_COPY_BYTES));
	send(terminal, buffer_text(&sequence));
	buffer_free(&sequence);
}

void terminal_bell(struct terminal *terminal)
{
	(void)terminal;
	beep();
}

static bool place_cursor(struct terminal *terminal, const struct screen *screen)
{
	int row, column;
	bool moved;

	screen_cursor(screen, &row, &column);
	moved = row != terminal->cursor_row || column != terminal->cursor_column;
	terminal->cursor_row = row;
	terminal->cursor_column = column;
	return moved;
}

/* Scroll Lock stops what is written to a console, unseen by any program, and whoever hit it does
 * not know how to make it go on. */
static void unfreeze(const struct terminal *terminal)
{
	int fd = fileno(terminal->paper);

	tcflow(fd, TCOOFF); /* as the one who stopped it, which may let it go on */
	tcflow(fd, TCOON);
}

static void show(const struct terminal *terminal)
{
	bool visible = terminal->cursor_row >= 0 && terminal->cursor_column >= 0;
	bool comes_back = isendwin(); /* and sets the line discipline of its stream */

	if (terminal->deaf)
		unfreeze(terminal);
	if (!comes_back)
		frame_begin(terminal->frame);
	curs_set(visible);
	if (visible)
		wmove(newscr, terminal->cursor_row, terminal->cursor_column);
	doupdate();
	frame_end(terminal->frame);
}

void terminal_paint(struct terminal *terminal, const struct screen *screen)
{
	bool changed = painter_paint(terminal->painter, screen);

	if (place_cursor(terminal, screen) || changed)
		show(terminal);
}

/* Stopping and going on */

/* A stopped program is not told that its terminal has another size now. */
static void come_back(struct terminal *terminal)
{
	rescue_arm(true);
	show(terminal);
	use_mouse(terminal, true);
	terminal->size_in_doubt = true;
}

/*
 * After a stop that was not ours a shell may have used the terminal, so it is given back and taken
 * over anew. A kiosk has no shell behind it, and must not do so: a Ctrl-S between the two would
 * freeze the screen, and no Ctrl-Q wake it.
 */
static void go_on(struct terminal *terminal)
{
	if (terminal->deaf) {
		reset_prog_mode();
		terminal_repaint(terminal);
	} else {
		give_back(terminal);
	}
	come_back(terminal);
}

void terminal_suspend(struct terminal *terminal)
{
	give_back(terminal);
	rescue_arm(false);
	signals_stop();
	signals_take(SIGCONT);
	come_back(terminal);
}

void terminal_lend(struct terminal *terminal)
{
	give_back(terminal);
	rescue_arm(false);
	signals_lend();
}

void terminal_take_back(struct terminal *terminal)
{
	signals_return();
	come_back(terminal);
}

/* Waiting */

/* A window made smaller and larger again at once has lost what stood in it. */
static void doubt_size(struct terminal *terminal)
{
	terminal->size_in_doubt = true;
	clearok(curscr, TRUE);
}

static bool take_size(struct terminal *terminal, struct message *message)
{
	int rows = terminal->rows;
	int columns = terminal->columns;

	terminal->size_in_doubt = false;
	ask_size(terminal);
	if (rows == terminal->rows && columns == terminal->columns) {
		show(terminal);
		return false;
	}
	resizeterm(terminal->rows, terminal->columns);
	terminal_repaint(terminal);
	*message = (struct message){.kind = MESSAGE_RESIZE};
	message->resize.rows = terminal->rows;
	message->resize.columns = terminal->columns;
	return true;
}

static bool take_end(struct terminal *terminal)
{
	static const int ends[] = {SIGTERM, SIGINT, SIGHUP};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (!terminal->end_signal && signals_take(ends[i]))
			terminal->end_signal = ends[i];
	return terminal->end_signal != 0;
}

static bool take_signals(struct terminal *terminal, struct message *message)
{
	signals_rest();
	if (signals_take(SIGTSTP))
		terminal_suspend(terminal);
	if (signals_take(SIGCONT))
		go_on(terminal);
	if (signals_take(SIGWINCH))
		doubt_size(terminal);
	return terminal->size_in_doubt && take_size(terminal, message);
}

static bool take_input(struct terminal *terminal, struct message *message)
{
	int code;

	if (input_rest(&terminal->input, message))
		return true;
	while (!take_end(terminal) && (code = wgetch(terminal->keyboard)) != ERR)
		if (input_feed(&terminal->input, code, steady_milliseconds(), message))
			return true;
	if (terminal->input.state == INPUT_ESCAPE || terminal->input.state == INPUT_ESCAPES)
		return input_pause(&terminal->input, message);
	return false;
}

/* Readable without anything to read, again and again: the other end is gone. Once it may be so
 * where what was typed is flushed at that moment. */
static bool is_gone(struct terminal *terminal, const struct pollfd *tty)
{
	int waiting = 0;

	if (tty->revents & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	if (!(tty->revents & POLLIN) || (!ioctl(tty->fd, FIONREAD, &waiting) && waiting))
		terminal->nothing_to_read = 0;
	else
		terminal->nothing_to_read++;
	return terminal->nothing_to_read >= GONE_AFTER;
}

/* Milliseconds left, -1 for ever. */
static int left_until(int64_t deadline)
{
	int64_t left = deadline - steady_milliseconds();

	if (deadline < 0)
		return -1;
	return left < 0 ? 0 : (int)left;
}

static bool nap(struct terminal *terminal, int milliseconds)
{
	struct pollfd fds[2 + TERMINAL_OTHERS] = {
	    {.fd = fileno(terminal->keys), .events = POLLIN},
	    {.fd = signals_fd(), .events = POLLIN},
	};
	int ready;

	for (int i = 0; i < terminal->other_count; i++)
		fds[2 + i] = (struct pollfd){.fd = terminal->others[i], .events = POLLIN};
	ready = poll(fds, 2 + (nfds_t)terminal->other_count, milliseconds);
	if (ready > 0 && is_gone(terminal, &fds[0]))
		terminal->end_signal = SIGHUP;
	for (int i = 0; i < terminal->other_count && ready > 0; i++)
		terminal->other_ready = terminal->other_ready || fds[2 + i].revents;
	return ready != 0;
}

static bool take_other(struct terminal *terminal)
{
	bool ready = terminal->other_ready;

	terminal->other_ready = false;
	return ready;
}

static bool sleep_until(struct terminal *terminal, int64_t deadline)
{
	int left = left_until(deadline);
	struct message none;

	if (!input_unfinished(&terminal->input) || (left >= 0 && left < SEQUENCE_MS))
		return nap(terminal, left);
	if (!nap(terminal, SEQUENCE_MS))
		input_pause(&terminal->input, &none);
	return true;
}

enum terminal_event terminal_wait(struct terminal *terminal, int milliseconds,
				  struct message *message)
{
	int64_t deadline = milliseconds < 0 ? -1 : steady_milliseconds() + milliseconds;

	do {
		if (take_end(terminal))
			return TERMINAL_END;
		if (take_signals(terminal, message) || take_input(terminal, message))
			return TERMINAL_MESSAGE;
		if (take_other(terminal))
			return TERMINAL_OTHER;
		if (signals_take(SIGCHLD))
			return TERMINAL_CHILD;
	} while (sleep_until(terminal, deadline));
	return take_end(terminal) ? TERMINAL_END : TERMINAL_TIMEOUT;
}

void terminal_listen(struct terminal *terminal, int descriptor)
{
	if (descriptor >= 0 && terminal->other_count < TERMINAL_OTHERS)
		terminal->others[terminal->other_count++] = descriptor;
}

void terminal_ignore(struct terminal *terminal, int descriptor)
{
	int kept = 0;

	for (int i = 0; i < terminal->other_count; i++)
		if (terminal->others[i] != descriptor)
			terminal->others[kept++] = terminal->others[i];
	terminal->other_count = kept;
	terminal->other_ready = false;
}

int terminal_end_signal(const struct terminal *terminal)
{
	return terminal->end_signal;
}
