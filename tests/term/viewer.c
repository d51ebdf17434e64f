#include "config.h"

#include "viewer.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

/* Sanitizers and a busy machine are slow; a test that passes never waits for it. */
enum { DEADLINE_MS = 60000 }; /* what a busy machine may take for a volley of keys */

/* Rows and columns that libvterm is given; a pseudo-terminal may claim more. */
enum { MOST_CELLS = 1000 };

struct viewer {
	int master, slave; /* the slave stays open so that its line discipline can be looked at */
	pid_t pid;
	int pidfd;
	bool ended;
	int status; /* as of waitpid(), where it has ended */
	VTerm *vterm;
	VTermScreen *screen;
	struct termios before;
	bool cursor_visible, alternate;
	int mouse;
	struct buffer bytes;
	struct buffer row;
};

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* What libvterm tells */

static int on_property(VTermProp property, VTermValue *value, void *data)
{
	struct viewer *viewer = data;

	if (property == VTERM_PROP_CURSORVISIBLE)
		viewer->cursor_visible = value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		viewer->alternate = value->boolean;
	else if (property == VTERM_PROP_MOUSE)
		viewer->mouse = value->number;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

/* What a terminal answers is typed, so to speak. */
static void on_output(const char *bytes, size_t length, void *data)
{
	const struct viewer *viewer = data;

	if (write(viewer->master, bytes, length) != (ssize_t)length)
		fail_msg("the terminal does not take what is typed");
}

static void open_vterm(struct viewer *viewer, int rows, int columns)
{
	viewer->vterm = vterm_new(rows < MOST_CELLS ? rows : MOST_CELLS,
				  columns < MOST_CELLS ? columns : MOST_CELLS);
	vterm_set_utf8(viewer->vterm, 1);
	vterm_output_set_callback(viewer->vterm, on_output, viewer);
	viewer->screen = vterm_obtain_screen(viewer->vterm);
	vterm_screen_enable_altscreen(viewer->screen, 1);
	vterm_screen_set_callbacks(viewer->screen, &callbacks, viewer);
	viewer->cursor_visible = true;
	vterm_screen_reset(viewer->screen, 1);
}

/* Starting */

static void set_environment(const struct viewer_wish *wish)
{
	const char *path = getenv("PATH");
	const char *asan = getenv("ASAN_OPTIONS");
	struct buffer sanitizer = {0};

	buffer_printf(&sanitizer, "handle_segv=0:%s", asan ? asan : "");
	path = memory_strdup(path ? path : "/usr/bin:/bin");
	clearenv();
	setenv("PATH", path, 1);
	setenv("ASAN_OPTIONS", buffer_text(&sanitizer), 1);
	setenv("HOME", wish->folder ? wish->folder : "/nonexistent", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "UTC", 1);
	setenv("TERM", wish->term ? wish->term : "xterm-256color", 1);
	for (size_t i = 0; wish->variables[i]; i++)
		putenv((char *)wish->variables[i]);
}

/* As execv() would: a test has handlers of its own for what it takes for its own crashes. */
static void forget_handlers(void)
{
	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
}

static void be_child(const struct viewer_wish *wish, int (*function)(void), int slave)
{
	login_tty(slave);
	if (wish->input) {
		int input = open(wish->input, O_RDONLY);

		dup2(input, STDIN_FILENO);
		close(input);
	}
	set_environment(wish);
	forget_handlers();
	if (function)
		_exit(function());
	execv(wish->arguments[0], (char **)wish->arguments);
	_exit(126);
}

static struct viewer *start(const struct viewer_wish *wish, int (*function)(void))
{
	struct viewer *viewer = memory_alloc(1, sizeof *viewer);
	struct winsize size = {
	    .ws_row = (unsigned short)(wish->rows ? wish->rows : 24),
	    .ws_col = (unsigned short)(wish->columns ? wish->columns : 80),
	};

	assert_int_equal(openpty(&viewer->master, &viewer->slave, NULL, NULL, &size), 0);
	fcntl(viewer->master, F_SETFD, FD_CLOEXEC);
	tcgetattr(viewer->slave, &viewer->before);
	viewer->pid = fork();
	assert_true(viewer->pid >= 0);
	if (!viewer->pid) {
		close(viewer->master);
		be_child(wish, function, dup(viewer->slave));
	}
	viewer->pidfd = pidfd_open(viewer->pid, 0);
	assert_true(viewer->pidfd >= 0);
	open_vterm(viewer, size.ws_row, size.ws_col);
	return viewer;
}

struct viewer *viewer_run(const struct viewer_wish *wish)
{
	return start(wish, NULL);
}

struct viewer *viewer_call(const struct viewer_wish *wish, int (*function)(void))
{
	return start(wish, function);
}

static void close_terminal(struct viewer *viewer)
{
	if (viewer->master >= 0) {
		close(viewer->slave);
		close(viewer->master);
	}
	viewer->master = viewer->slave = -1;
}

void viewer_leave(struct viewer *viewer)
{
	if (!viewer->ended) {
		kill(viewer->pid, SIGKILL);
		waitpid(viewer->pid, &viewer->status, 0);
	}
	close_terminal(viewer);
	close(viewer->pidfd);
	vterm_free(viewer->vterm);
	buffer_free(&viewer->bytes);
	buffer_free(&viewer->row);
	free(viewer);
}

pid_t viewer_pid(const struct viewer *viewer)
{
	return viewer->pid;
}

/* Acting */

void viewer_click(struct viewer *viewer, int row, int column, int times)
{
	for (int i = 0; i < times; i++) {
		vterm_mouse_move(viewer->vterm, row, column, VTERM_MOD_NONE);
		vterm_mouse_button(viewer->vterm, 1, true, VTERM_MOD_NONE);
		vterm_mouse_button(viewer->vterm, 1, false, VTERM_MOD_NONE);
	}
}

void viewer_wheel(struct viewer *viewer, int row, int column, int step)
{
	vterm_mouse_move(viewer->vterm, row, column, VTERM_MOD_NONE);
	vterm_mouse_button(viewer->vterm, step < 0 ? 4 : 5, true, VTERM_MOD_NONE);
}

void viewer_resize(struct viewer *viewer, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	vterm_set_size(viewer->vterm, rows, columns);
	assert_int_equal(ioctl(viewer->master, TIOCSWINSZ, &size), 0);
}

void viewer_signal(struct viewer *viewer, int signal)
{
	assert_int_equal(kill(viewer->pid, signal), 0);
}

void viewer_scribble(struct viewer *viewer, const char *bytes)
{
	assert_int_equal(write(viewer->slave, bytes, strlen(bytes)), strlen(bytes));
}

void viewer_hang_up(struct viewer *viewer)
{
	close_terminal(viewer);
}

/* Looking */

static void look_whether_ended(struct viewer *viewer)
{
	if (!viewer->ended && waitpid(viewer->pid, &viewer->status, WNOHANG) == viewer->pid)
		viewer->ended = true;
}

/* Reads what is there; false where nothing comes any more. */
static size_t read_bytes(struct viewer *viewer)
{
	char bytes[8192];
	ssize_t length = read(viewer->master, bytes, sizeof bytes);

	if (length <= 0)
		return 0;
	buffer_append(&viewer->bytes, bytes, (size_t)length);
	vterm_input_write(viewer->vterm, bytes, (size_t)length);
	return (size_t)length;
}

/* Waits for bytes or the end of the program, and takes in one of them. */
static size_t pump(struct viewer *viewer, int milliseconds)
{
	struct pollfd fds[] = {
	    {.fd = viewer->master, .events = POLLIN},
	    {.fd = viewer->ended ? -1 : viewer->pidfd, .events = POLLIN},
	};
	size_t length = 0;

	if (poll(fds, 2, milliseconds) <= 0)
		return 0;
	if (fds[0].revents & POLLIN)
		length = read_bytes(viewer);
	else if (fds[1].revents)
		look_whether_ended(viewer);
	return length;
}

/* A program that paints while much is typed waits to be read before it reads on itself. */
void viewer_type(struct viewer *viewer, const char *keys)
{
	int64_t deadline = now_ms() + DEADLINE_MS;
	size_t left = strlen(keys);

	fcntl(viewer->master, F_SETFL, O_NONBLOCK);
	while (left && !viewer->ended) {
		ssize_t taken = write(viewer->master, keys, left);

		if (taken > 0) {
			keys += taken;
			left -= (size_t)taken;
		} else if (now_ms() < deadline) {
			pump(viewer, 10);
		} else {
			fail_msg("the terminal does not take what is typed");
		}
	}
	fcntl(viewer->master, F_SETFL, 0);
}

size_t viewer_listen(struct viewer *viewer, int milliseconds)
{
	int64_t deadline = now_ms() + milliseconds;
	size_t length = 0;

	for (int64_t left; (left = deadline - now_ms()) > 0;)
		length += pump(viewer, (int)left);
	return length;
}

static void append_cell(struct buffer *out, const VTermScreenCell *cell)
{
	if (!cell->chars[0])
		buffer_putc(out, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		if (cell->chars[i] != (uint32_t)-1)
			utf8_append(out, cell->chars[i]);
}

const char *viewer_row(struct viewer *viewer, int row)
{
	int rows, columns;

	vterm_get_size(viewer->vterm, &rows, &columns);
	buffer_clear(&viewer->row);
	for (int column = 0; row >= 0 && row < rows && column < columns; column++) {
		VTermScreenCell cell = viewer_cell(viewer, row, column);

		append_cell(&viewer->row, &cell);
		column += cell.width > 1;
	}
	while (viewer->row.length && viewer->row.data[viewer->row.length - 1] == ' ')
		buffer_truncate(&viewer->row, viewer->row.length - 1);
	return buffer_text(&viewer->row);
}

int viewer_find(struct viewer *viewer, const char *text)
{
	int rows, columns;

	vterm_get_size(viewer->vterm, &rows, &columns);
	for (int row = 0; row < rows; row++)
		if (strstr(viewer_row(viewer, row), text))
			return row;
	return -1;
}

int viewer_find_in(struct viewer *viewer, int row, const char *text)
{
	const char *line = viewer_row(viewer, row);
	const char *found = strstr(line, text);

	return found ? utf8_columns(line, (size_t)(found - line)) : -1;
}

void viewer_click_on(struct viewer *viewer, const char *text, int further, int times)
{
	int row;

	viewer_expect(viewer, text);
	row = viewer_find(viewer, text);
	viewer_click(viewer, row, viewer_find_in(viewer, row, text) + further, times);
}

/* The column of a text in the row with the cursor; -1 where it is not there, or no cursor is. */
static int find_at_cursor(struct viewer *viewer, const char *text, int *cursor)
{
	int row;

	viewer_cursor(viewer, &row, cursor);
	return viewer_cursor_visible(viewer) ? viewer_find_in(viewer, row, text) : -1;
}

bool viewer_is_beside(struct viewer *viewer, const void *text)
{
	int cursor;

	return find_at_cursor(viewer, text, &cursor) >= 0;
}

bool viewer_is_behind(struct viewer *viewer, const void *text)
{
	int cursor, at = find_at_cursor(viewer, text, &cursor);

	return at >= 0 && cursor == at + utf8_columns(text, strlen(text));
}

bool viewer_is_left_of(struct viewer *viewer, const void *text)
{
	int cursor, at = find_at_cursor(viewer, text, &cursor);

	return at >= 0 && at == cursor + 2;
}

void viewer_size(const struct viewer *viewer, int *rows, int *columns)
{
	vterm_get_size(viewer->vterm, rows, columns);
}

VTermColor viewer_rgb(const struct viewer *viewer, VTermColor colour)
{
	vterm_screen_convert_color_to_rgb(viewer->screen, &colour);
	return colour;
}

VTermScreenCell viewer_cell(struct viewer *viewer, int row, int column)
{
	VTermScreenCell cell = {0};

	vterm_screen_get_cell(viewer->screen, (VTermPos){row, column}, &cell);
	return cell;
}

void viewer_cursor(struct viewer *viewer, int *row, int *column)
{
	VTermPos position;

	vterm_state_get_cursorpos(vterm_obtain_state(viewer->vterm), &position);
	*row = position.row;
	*column = position.col;
}

bool viewer_cursor_visible(const struct viewer *viewer)
{
	return viewer->cursor_visible;
}

const char *viewer_bytes(const struct viewer *viewer, size_t *length)
{
	*length = viewer->bytes.length;
	return buffer_text(&viewer->bytes);
}

void viewer_forget(struct viewer *viewer)
{
	buffer_clear(&viewer->bytes);
}

/* Waiting */

static void print_screen(struct viewer *viewer)
{
	int rows, columns;

	vterm_get_size(viewer->vterm, &rows, &columns);
	for (int row = 0; row < rows; row++)
		print_error("%2d|%s\n", row, viewer_row(viewer, row));
	if (viewer->ended)
		print_error("the program has ended, status 0x%x\n", (unsigned int)viewer->status);
}

/* Where the program has ended, all that it wrote is read first. What held once counts, for a
 * condition may take its time and find something else when it is asked again. */
void viewer_until_at(struct viewer *viewer, bool (*holds)(struct viewer *viewer, const void *data),
		     const void *data, const char *what, const char *file, int line)
{
	int64_t deadline = now_ms() + DEADLINE_MS;
	int64_t left = DEADLINE_MS;
	bool held = holds(viewer, data);

	while (!held && left > 0) {
		bool over = !pump(viewer, viewer->ended ? 0 : (int)left) && viewer->ended;

		held = holds(viewer, data);
		left = over ? 0 : deadline - now_ms();
	}
	if (held)
		return;
	print_screen(viewer);
	print_error("waited in vain for: %s\n", what);
	_fail(file, line);
}

static bool is_there(struct viewer *viewer, const void *text)
{
	return viewer_find(viewer, text) >= 0;
}

static bool is_not_there(struct viewer *viewer, const void *text)
{
	return !is_there(viewer, text);
}

void viewer_expect_at(struct viewer *viewer, const char *text, bool there, const char *file,
		      int line)
{
	viewer_until_at(viewer, there ? is_there : is_not_there, text, text, file, line);
}

bool viewer_has_ended(struct viewer *viewer)
{
	look_whether_ended(viewer);
	return viewer->ended;
}

/* What a program said last, whose screen may be gone. */
static void print_last_words(const struct viewer *viewer)
{
	enum { WORDS = 4096 };
	size_t from = viewer->bytes.length > WORDS ? viewer->bytes.length - WORDS : 0;

	for (size_t i = from; i < viewer->bytes.length; i++) {
		unsigned char byte = (unsigned char)viewer->bytes.data[i];

		print_error(byte == '\n' || (byte >= ' ' && byte != 0x7F) ? "%c" : "\\%03o", byte);
	}
	print_error("\n");
}

void viewer_expect_running_at(struct viewer *viewer, const char *file, int line)
{
	if (!viewer_has_ended(viewer))
		return;
	while (viewer->master >= 0 && pump(viewer, 0) > 0) {
		/* Its last words. */
	}
	print_screen(viewer);
	print_last_words(viewer);
	_fail(file, line);
}

static bool has_ended(struct viewer *viewer, const void *data)
{
	(void)data;
	return viewer_has_ended(viewer);
}

int viewer_end_at(struct viewer *viewer, const char *file, int line)
{
	viewer_until_at(viewer, has_ended, NULL, "the end of the program", file, line);
	while (viewer->master >= 0 && pump(viewer, 0) > 0) {
		/* Its last words. */
	}
	return viewer->status;
}

/* The terminal given back */

static bool has_plain_pen(struct viewer *viewer)
{
	static const VTermAttr flags[] = {VTERM_ATTR_BOLD, VTERM_ATTR_UNDERLINE, VTERM_ATTR_ITALIC,
					  VTERM_ATTR_REVERSE};
	const VTermState *state = vterm_obtain_state(viewer->vterm);
	VTermValue value;

	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
		vterm_state_get_penattr(state, flags[i], &value);
		if (value.number)
			return false;
	}
	vterm_state_get_penattr(state, VTERM_ATTR_FOREGROUND, &value);
	if (!VTERM_COLOR_IS_DEFAULT_FG(&value.color))
		return false;
	vterm_state_get_penattr(state, VTERM_ATTR_BACKGROUND, &value);
	return VTERM_COLOR_IS_DEFAULT_BG(&value.color);
}

struct termios viewer_line(const struct viewer *viewer)
{
	struct termios line = {0};

	assert_int_equal(tcgetattr(viewer->slave, &line), 0);
	return line;
}

static bool has_line_of(const struct viewer *viewer, const struct termios *before)
{
	struct termios line = viewer_line(viewer);

	return line.c_iflag == before->c_iflag && line.c_oflag == before->c_oflag &&
	       line.c_lflag == before->c_lflag && line.c_cflag == before->c_cflag;
}

bool viewer_is_clean(struct viewer *viewer)
{
	const struct {
		bool good;
		const char *else_;
	} checks[] = {
	    {!viewer->alternate, "the program's screen is still shown"},
	    {viewer->cursor_visible, "the cursor is hidden"},
	    {viewer->mouse == VTERM_PROP_MOUSE_NONE, "the mouse is still reported"},
	    {has_plain_pen(viewer), "attributes are left on"},
	    {has_line_of(viewer, &viewer->before), "the line discipline is another one"},
	};
	bool clean = true;

	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		if (!checks[i].good)
			print_error("%s\n", checks[i].else_);
		clean = clean && checks[i].good;
	}
	return clean;
}

void viewer_quit(struct viewer *viewer)
{
	viewer_type(viewer, "q");
	assert_int_equal(viewer_end(viewer), 0);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}
