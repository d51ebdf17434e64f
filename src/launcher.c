#include "config.h"

#include "launcher.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Whoever ends later than this has opened the link, whatever is said at the end. */
enum { FAILS_WITHIN_SECONDS = 10 };

/* A command without a shell: its words, NULL at the end. */
struct words {
	ARRAY(char *) items;
};

/* What a program was started for. */
struct task {
	char *url;    /* to open; NULL for a text to copy */
	size_t next;  /* the command to try if this one fails */
	bool started; /* a program was found, at least */
	pid_t pid;
	time_t since;
};

struct launcher {
	struct terminal *terminal;
	ARRAY(struct task) tasks; /* whose programs run */
};

static const struct place nowhere = {0};

struct launcher *launcher_new(struct terminal *terminal)
{
	struct launcher *launcher = memory_alloc(1, sizeof *launcher);

	launcher->terminal = terminal;
	return launcher;
}

void launcher_free(struct launcher *launcher)
{
	if (!launcher)
		return;
	array_each (struct task, task, &launcher->tasks)
		free(task->url);
	array_free(&launcher->tasks);
	free(launcher);
}

/* Commands */

/* The commands to try. */
static const char *commands(void)
{
	const char *browser = getenv("BROWSER");

	return browser && browser[strspn(browser, ": \t")] ? browser : "xdg-open";
}

/* The next part of a text, up to one of these signs; false at the end. Empty parts are passed over.
 */
static bool next_part(const char **rest, const char *signs, struct buffer *part)
{
	size_t length;

	*rest += strspn(*rest, signs);
	length = strcspn(*rest, signs);
	buffer_clear(part);
	buffer_append(part, *rest, length);
	*rest += length;
	return length > 0;
}

/* A word with what its signs stand for; whether the address was among that. */
static bool fill_in(struct buffer *out, const char *word, const char *url)
{
	bool named = false;

	for (; *word; word++) {
		char sign = *word == '%' ? word[1] : '\0';

		if (sign == 's')
			buffer_puts(out, url);
		else if (sign == 'c' || sign == '%')
			buffer_putc(out, sign == 'c' ? ':' : '%');
		else
			buffer_putc(out, *word);
		word += sign && strchr("sc%", sign);
		named = named || sign == 's';
	}
	return named;
}

static void add_word(struct words *words, struct buffer *word)
{
	array_push(&words->items, buffer_steal(word));
}

/* The words of a command that opens an address. */
static struct words words_of(const char *command, const char *url)
{
	struct words words = {0};
	struct buffer part = {0}, word = {0};
	bool named = false;

	while (next_part(&command, " \t", &part)) {
		named = fill_in(&word, buffer_text(&part), url) || named;
		add_word(&words, &word);
	}
	if (!named) {
		buffer_puts(&word, url);
		add_word(&words, &word);
	}
	array_push(&words.items, NULL);
	buffer_free(&part);
	return words;
}

static void free_words(struct words *words)
{
	array_each (char *, word, &words->items)
		free(*word);
	array_free(&words->items);
}

/* Command `number` of those to try, false where there are no more. */
static bool find_command(size_t number, const char *url, struct words *words)
{
	const char *rest = commands();
	struct buffer command = {0};
	bool found;

	do
		found = next_part(&rest, ":", &command);
	while (found && (!command.data[strspn(command.data, " \t")] || number--));
	if (found)
		*words = words_of(buffer_text(&command), url);
	buffer_free(&command);
	return found;
}

static bool needs_terminal(const char *program)
{
	static const char *const names[] = {"w3m",    "lynx",	"links",       "links2",
					    "elinks", "browsh", "www-browser", "edbrowse"};
	const char *slash = strrchr(program, '/');

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(slash ? slash + 1 : program, names[i]))
			return true;
	return false;
}

/* Processes */

/* The signals that this program sees to itself mean to others what they mean to everybody. */
static void set_up(posix_spawnattr_t *attributes, short flags)
{
	static const int ours[] = {SIGINT,  SIGTERM, SIGHUP,  SIGTSTP, SIGCONT,
				   SIGCHLD, SIGPIPE, SIGQUIT, SIGWINCH};
	sigset_t plain, none;

	sigemptyset(&none);
	sigemptyset(&plain);
	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
		sigaddset(&plain, ours[i]);
	posix_spawnattr_init(attributes);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &plain);
	posix_spawnattr_setflags(attributes,
				 (short)(flags | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
}

/* Starts a program with one file for what it writes, and reads where nothing else is given to read
 * (-1), and no other; returns 0 or an error number. */
static int spawn(char *const *words, int input, const char *file, short flags, pid_t *pid)
{
	posix_spawnattr_t attributes;
	posix_spawn_file_actions_t files;
	int error;

	set_up(&attributes, flags);
	posix_spawn_file_actions_init(&files);
	if (input >= 0)
		posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
	else
		posix_spawn_file_actions_addopen(&files, STDIN_FILENO, file, O_RDWR, 0);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, file, O_RDWR, 0);
	posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
	error = posix_spawnp(pid, words[0], &files, &attributes, words, locale_environment());
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	return error;
}

static time_t seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

/* Starts a program that the screen hears nothing of; whether it could be. */
static bool start(struct task *task, char *const *words, int input)
{
	task->since = seconds_now();
	if (!spawn(words, input, "/dev/null", POSIX_SPAWN_SETSID, &task->pid))
		return true;
	task->pid = 0;
	return false;
}

/* Runs a text browser until it ends; whether it went well. */
static bool run_in_terminal(struct launcher *launcher, const struct words *words, bool *started)
{
	int status = 0;
	pid_t pid;

	terminal_lend(launcher->terminal);
	*started = !spawn(words->items.items, -1, "/dev/tty", 0, &pid);
	while (*started && waitpid(pid, &status, 0) < 0 && errno == EINTR) {
		/* Somebody else's signal. */
	}
	terminal_take_back(launcher->terminal);
	return *started && WIFEXITED(status) && !WEXITSTATUS(status);
}

/* Starts one program; whether nothing else needs to be tried for now. */
static bool try_words(struct launcher *launcher, struct task *task, const struct words *words)
{
	bool started, opened;

	task->pid = 0;
	if (needs_terminal(words->items.items[0]))
		opened = run_in_terminal(launcher, words, &started);
	else
		opened = started = start(task, words->items.items, -1);
	task->started = task->started || started;
	return opened;
}

/* Opening */

/* Tries one command after the other; takes the task over. */
static void go_on(struct launcher *launcher, struct task task, struct report *report)
{
	struct words words;
	bool opened = false;

	while (!opened && find_command(task.next, task.url, &words)) {
		task.next++;
		opened = try_words(launcher, &task, &words);
		free_words(&words);
	}
	if (!opened && task.started)
		report_error(report, nowhere, _("the program that opens links failed: %s"),
			     commands());
	else if (!opened)
		report_error(report, nowhere,
			     _("no program to open links was found: set BROWSER to the one you "
			       "use, for example BROWSER=firefox"));
	if (opened && task.pid)
		array_push(&launcher->tasks, task);
	else
		free(task.url);
}

static bool has_display(void)
{
	const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");

	return (x && *x) || (wayland && *wayland);
}

void launcher_open(struct launcher *launcher, const char *url, struct report *report)
{
	const char *browser = getenv("BROWSER");

	go_on(launcher, (struct task){.url = memory_strdup(url)}, report);
	if (!report->counts[SEVERITY_ERROR] && !(browser && *browser) && !has_display())
		report_caution(report, nowhere,
			       _("there seems to be no graphical display here: for a browser in "
				 "this terminal set BROWSER, for example BROWSER=w3m"));
}

/* Copying */

/* A file in memory, to be read from its start; -1 with errno where there is none. */
static int file_of(const char *text, size_t length)
{
	int file = memfd_create("copy", MFD_CLOEXEC);

	if (file < 0 || (write(file, text, length) == (ssize_t)length && !lseek(file, 0, SEEK_SET)))
		return file;
	close(file);
	return -1;
}

void launcher_copy_in_tmux(struct launcher *launcher, const char *text, struct report *report)
{
	static const char *const words[] = {"tmux", "load-buffer", "-w", "-", NULL};
	int file = file_of(text, strnlen(text, EFFECT_COPY_BYTES));
	struct task task = {.url = NULL};

	if (file < 0) {
		report_error(report, nowhere, _("nothing was copied: %s"), strerror(errno));
		return;
	}
	if (start(&task, (char *const *)words, file))
		array_push(&launcher->tasks, task);
	else
		report_error(report, nowhere, _("nothing was copied: tmux cannot be started"));
	close(file);
}

/* Taking leave */

static bool has_failed(const struct task *task, int status)
{
	return WIFEXITED(status) && WEXITSTATUS(status) &&
	       seconds_now() - task->since < FAILS_WITHIN_SECONDS;
}

void launcher_reap(struct launcher *launcher, struct report *report)
{
	for (size_t i = launcher->tasks.count; i-- > 0;) {
		struct task task = launcher->tasks.items[i];
		int status = 0;

		if (!waitpid(task.pid, &status, WNOHANG))
			continue;
		launcher->tasks.items[i] = launcher->tasks.items[--launcher->tasks.count];
		if (!has_failed(&task, status))
			free(task.url);
		else if (task.url)
			go_on(launcher, task, report);
		else
			report_error(report, nowhere, _("nothing was copied: tmux refused it"));
	}
}
