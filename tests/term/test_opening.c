/*
 * Links, as a person opens and copies them: in the program itself, with a browser that only writes
 * down what it was told. It tells so through a pipe with a name, so that nobody has to guess when.
 */
#include "config.h"

#include "home.h"
#include "viewer.h"

#include "base/buffer.h"
#include "base/memory.h"

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEADLINE_MS = 20000 };

/* Links of the practical information, in their order. */
static const char page[] =
    "---\n"
    "title: Rencontres du code ouvert\n"
    "event_start_date: 2031-05-14 00:00:00 +0200\n"
    "champs_informations:\n"
    "  - {intitule: Un, contenu: la carte, lien: 'https://code.example/carte?a=1&b=2'}\n"
    "  - {intitule: Deux, contenu: hostile, lien: "
    "'https://code.example/''$(touch gone);touch gone&x -- --y'}\n"
    "  - {intitule: Trois, contenu: lignes, lien: \"https://code.example/a\\n-b\\tc\"}\n"
    "---\n\n"
    "Voir [Quatre](-remote) et [Cinq](ftp://code.example/).\n\n"
    "## Mercredi 14 mai\n\n"
    "- 10h – 11h : Ouverture des portes\n";

/* Says its name, its arguments and whether it has a terminal; then waits where there is "hold". */
static const char browser[] = "#!/bin/sh\n"
			      "echo 'what a browser prints'\n"
			      "echo 'what it complains of' >&2\n"
			      "{\n"
			      "printf '<%s>' \"${0##*/}\" \"$@\"\n"
			      "if (: </dev/tty) 2>/dev/null; then printf ' terminal'; fi\n"
			      "if read -r line; then printf ' input'; fi\n"
			      "printf '\\n'\n"
			      "} >\"$HOME/told\"\n"
			      "if [ -e \"$HOME/hold\" ]; then read -r line <\"$HOME/hold\"; fi\n";

/* A text browser shows something in the terminal and waits for a key. */
static const char text_browser[] = "#!/bin/sh\n"
				   "printf '\\033[2J\\033[HTEXT BROWSER %s' \"$1\"\n"
				   "read -r line\n"
				   "printf '%s\\n' \"read $line\" >\"$HOME/told\"\n";

struct desk {
	struct home home;
	char path[PATH_MAX]; /* PATH=… with the folder first */
	int told;	     /* what browsers say */
};

static int open_pipe(const struct desk *desk, const char *name)
{
	char path[PATH_MAX];

	home_path(&desk->home, name, path);
	return mkfifo(path, 0600) ? -1 : open(path, O_RDWR | O_CLOEXEC);
}

static int set_up(void **state)
{
	struct desk *desk = memory_alloc(1, sizeof *desk);

	home_begin(&desk->home, page);
	home_write_program(&desk->home, "browse", browser);
	snprintf(desk->path, sizeof desk->path, "PATH=%.*s:/usr/bin:/bin", PATH_MAX - 32,
		 desk->home.folder);
	desk->told = open_pipe(desk, "told");
	*state = desk;
	return desk->told < 0 ? -1 : 0;
}

static int tear_down(void **state)
{
	struct desk *desk = *state;

	close(desk->told);
	home_end(&desk->home);
	free(desk);
	return 0;
}

/* Browsing */

/* With the practical information open. */
static struct viewer *browse_at(const struct desk *desk, const char *term, const char *path,
				const char *variable)
{
	struct viewer_wish wish = {
	    .folder = desk->home.folder,
	    .term = term,
	    .variables = {path ? path : desk->path, "DISPLAY=:9", variable},
	    .arguments = {desk->home.program, "--at=2031-05-14T09:00", desk->home.agenda},
	};
	struct viewer *viewer = viewer_run(&wish);

	viewer_expect(viewer, "Ouverture des portes");
	viewer_type(viewer, "3");
	viewer_expect(viewer, "Quatre");
	return viewer;
}

static struct viewer *browse(const struct desk *desk, const char *path, const char *variable)
{
	return browse_at(desk, NULL, path, variable);
}

/* What a browser told, a line. */
static void assert_told(const struct desk *desk, const char *wanted)
{
	struct buffer line = {0};
	char byte = '\0';

	while (byte != '\n') {
		struct pollfd fd = {.fd = desk->told, .events = POLLIN};

		if (poll(&fd, 1, DEADLINE_MS) != 1)
			fail_msg("no browser told anything after \"%s\"", buffer_text(&line));
		assert_int_equal(read(desk->told, &byte, 1), 1);
		if (byte != '\n')
			buffer_putc(&line, byte);
	}
	assert_string_equal(buffer_text(&line), wanted);
	buffer_free(&line);
}

static void assert_nothing_told(const struct desk *desk)
{
	struct pollfd fd = {.fd = desk->told, .events = POLLIN};

	assert_int_equal(poll(&fd, 1, 0), 0);
}

static bool exists(const struct desk *desk, const char *name)
{
	char path[PATH_MAX];

	home_path(&desk->home, name, path);
	return !access(path, F_OK);
}

static void the_browser_is_given_one_argument(void **state)
{
	struct desk *desk = *state;
	struct viewer *viewer = browse(desk, NULL, "BROWSER=browse");

	viewer_type(viewer, "\to");
	assert_told(desk, "<browse><https://code.example/carte?a=1&b=2>");
	viewer_expect(viewer, "Opening https://code.example/carte?a=1&b=2");
	viewer_type(viewer, "\t\r");
	assert_told(desk,
		    "<browse><https://code.example/'$(touch%20gone);touch%20gone&x%20--%20--y>");
	viewer_type(viewer, "\to");
	assert_told(desk, "<browse><https://code.example/a%20-b%20c>");
	assert_false(exists(desk, "gone"));
	assert_int_equal(viewer_find(viewer, "what"), -1);
	viewer_quit(viewer);
}

/* What is spoken here says nothing of the language of other programs. */
static void a_browser_has_the_environment_that_was_there(void **state)
{
	static const struct {
		const char *variable, *told;
	} cases[] = {{"NOTHING=", "unset"}, {"LANGUAGE=de:es", "de:es"}};
	const struct desk *desk = *state;

	home_write_program(&desk->home, "listen",
			   "#!/bin/sh\nprintf '%s %s\\n' \"${LANGUAGE-unset}\" \"${LINES-unset}\" "
			   ">\"$HOME/told\"\n");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct viewer_wish wish = {
		    .folder = desk->home.folder,
		    .variables = {desk->path, "BROWSER=listen", cases[i].variable},
		    .arguments = {desk->home.program, "--lang=fr", desk->home.agenda},
		};
		struct viewer *viewer = viewer_run(&wish);
		char wanted[64];

		snprintf(wanted, sizeof wanted, "%s unset", cases[i].told);
		viewer_expect(viewer, "Ouverture des portes");
		viewer_type(viewer, "3\to");
		assert_told(desk, wanted);
		viewer_quit(viewer);
	}
}

static void what_no_browser_should_open_is_not_opened(void **state)
{
	struct desk *desk = *state;
	struct viewer *viewer = browse(desk, NULL, "BROWSER=browse");

	viewer_type(viewer, "\t\t\t\to");
	viewer_expect(viewer, "only a part of an address");
	viewer_type(viewer, "\to");
	viewer_expect(viewer, "Only addresses of pages");
	assert_nothing_told(desk);
	viewer_quit(viewer);
}

static void commands_are_split_without_a_shell(void **state)
{
	static const struct {
		const char *variable, *told;
	} cases[] = {
	    {"BROWSER=browse --new", "<browse><--new><URL>"},
	    {"BROWSER=browse  -u=%s\t'a b' %% %d %c", "<browse><-u=URL><'a><b'><%><%d><:>"},
	    {"BROWSER=: :not-here %s:browse $HOME *", "<browse><$HOME><*><URL>"},
	    {"BROWSER=false:browse %s %s:false", "<browse><URL><URL>"},
	    {"BROWSER=sh -c exit$((1)) %s:browse", "<browse><URL>"},
	};
	static const char url[] = "https://code.example/carte?a=1&b=2";

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct desk *desk = *state;
		struct viewer *viewer = browse(desk, NULL, cases[i].variable);
		struct buffer wanted = {0};
		const char *rest = cases[i].told;

		for (const char *at; (at = strstr(rest, "URL")); rest = at + 3) {
			buffer_append(&wanted, rest, (size_t)(at - rest));
			buffer_puts(&wanted, url);
		}
		buffer_puts(&wanted, rest);
		viewer_type(viewer, "\to");
		assert_told(desk, buffer_text(&wanted));
		buffer_free(&wanted);
		viewer_quit(viewer);
	}
}

static void without_one_xdg_open_is_asked(void **state)
{
	struct desk *desk = *state;
	struct viewer *viewer;

	home_write_program(&desk->home, "xdg-open", browser);
	viewer = browse(desk, NULL, "BROWSER=");
	viewer_type(viewer, "\to");
	assert_told(desk, "<xdg-open><https://code.example/carte?a=1&b=2>");
	viewer_expect(viewer, "Opening");
	viewer_quit(viewer);
	viewer = browse(desk, NULL, "DISPLAY=");
	viewer_type(viewer, "\to");
	assert_told(desk, "<xdg-open><https://code.example/carte?a=1&b=2>");
	viewer_expect(viewer, "set BROWSER, for example BROWSER=w3m");
	viewer_quit(viewer);
}

static void where_none_is_found_that_is_said(void **state)
{
	struct viewer *viewer = browse(*state, "PATH=/nonexistent", NULL);

	viewer_type(viewer, "\to");
	viewer_expect(viewer, "No program to open links was found: set BROWSER");
	viewer_quit(viewer);
	viewer = browse(*state, NULL, "BROWSER=false");
	viewer_type(viewer, "\to");
	viewer_expect(viewer, "The program that opens links failed: false");
	viewer_quit(viewer);
}

/* Whether a process has children: those that run, and those that ended and were not taken leave of.
 */
static bool has_children(pid_t parent)
{
	DIR *processes = opendir("/proc");
	bool found = false;

	assert_non_null(processes);
	for (struct dirent *entry; (entry = readdir(processes));) {
		char path[PATH_MAX];
		int of = 0;
		FILE *file;

		snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
		file = fopen(path, "re");
		if (!file)
			continue;
		if (fscanf(file, "%*d (%*[^)]) %*c %d", &of) == 1)
			found = found || of == parent;
		fclose(file);
	}
	closedir(processes);
	return found;
}

/* Looks again after a while, for nothing is shown when a child ends. */
static bool is_alone(struct viewer *viewer, const void *unused)
{
	(void)unused;
	for (int i = 0; i < DEADLINE_MS / 10 && has_children(viewer_pid(viewer)); i++)
		viewer_listen(viewer, 10);
	return !has_children(viewer_pid(viewer));
}

/* A browser stays open for hours. */
static void nobody_waits_for_it(void **state)
{
	struct desk *desk = *state;
	int hold = open_pipe(desk, "hold");
	struct viewer *viewer = browse(desk, NULL, "BROWSER=browse");

	viewer_type(viewer, "\to");
	assert_told(desk, "<browse><https://code.example/carte?a=1&b=2>");
	viewer_type(viewer, "1");
	viewer_expect(viewer, "b keep");
	viewer_type(viewer, "3\to");
	assert_told(desk,
		    "<browse><https://code.example/'$(touch%20gone);touch%20gone&x%20--%20--y>");
	assert_true(has_children(viewer_pid(viewer)));
	assert_int_equal(write(hold, "\n\n", 2), 2);
	viewer_until(viewer, is_alone, NULL);
	viewer_quit(viewer);
	close(hold);
}

static void a_text_browser_is_given_the_terminal(void **state)
{
	struct desk *desk = *state;
	struct viewer *viewer;

	home_write_program(&desk->home, "w3m", text_browser);
	viewer = browse(desk, NULL, "BROWSER=not-here:w3m");
	viewer_type(viewer, "\to");
	viewer_expect(viewer, "TEXT BROWSER https://code.example/carte");
	assert_int_equal(viewer_find(viewer, "Quatre"), -1);
	viewer_type(viewer, "hello\r");
	assert_told(desk, "read hello");
	viewer_expect(viewer, "Quatre");
	viewer_expect_no(viewer, "TEXT BROWSER");
	viewer_type(viewer, "1");
	viewer_expect(viewer, "Ouverture des portes");
	viewer_quit(viewer);
}

/* Ctrl-C is for the program that has the terminal. */
static void what_interrupts_the_text_browser_does_not_end_the_agenda(void **state)
{
	struct desk *desk = *state;
	struct viewer *viewer;

	home_write_program(&desk->home, "lynx", text_browser);
	viewer = browse(desk, NULL, "BROWSER=lynx");
	viewer_type(viewer, "\to");
	viewer_expect(viewer, "TEXT BROWSER");
	viewer_type(viewer, "\003");
	viewer_expect(viewer, "Quatre");
	viewer_expect_running(viewer);
	viewer_quit(viewer);
}

/* Copying */

/* https://code.example/carte?a=1&b=2 */
#define MAP "aHR0cHM6Ly9jb2RlLmV4YW1wbGUvY2FydGU/YT0xJmI9Mg=="

/* Two with a clipboard, of which one is inside screen, and two without. */
static void y_hands_the_link_to_the_clipboard_of_the_terminal(void **state)
{
	static const struct {
		const char *term, *sent, *said;
	} cases[] = {
	    {"xterm-256color", "\033]52;c;" MAP "\a", "Sent to the clipboard: https://code.ex"},
	    {"screen", "\a\033P\033]52;c;" MAP "\a\033\\",
	     "Sent to the clipboard: https://code.ex"},
	    {"linux", NULL, "Nothing was copied"},
	    {"vt100", NULL, "Nothing was copied"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct viewer *viewer = browse_at(*state, cases[i].term, NULL, NULL);
		size_t length;

		viewer_type(viewer, "\ty");
		viewer_expect(viewer, cases[i].said);
		if (cases[i].sent)
			assert_non_null(strstr(viewer_bytes(viewer, &length), cases[i].sent));
		else
			assert_null(strstr(viewer_bytes(viewer, &length), "]52;"));
		viewer_quit(viewer);
	}
}

static void inside_tmux_it_is_handed_to_tmux(void **state)
{
	static const char tmux[] = "#!/bin/sh\n"
				   "read -r text\n"
				   "printf '<%s>' \"$@\" \"$text\" >\"$HOME/told\"\n"
				   "printf '\\n' >\"$HOME/told\"\n";
	static const char refusing[] = "#!/bin/sh\nexit 1\n";
	struct desk *desk = *state;
	struct viewer *viewer;
	size_t length;

	home_write_program(&desk->home, "tmux", tmux);
	viewer = browse(desk, NULL, "TMUX=/tmp/tmux-0/default,1,0");
	viewer_type(viewer, "\ty");
	assert_told(desk, "<load-buffer><-w><-><https://code.example/carte?a=1&b=2>");
	viewer_expect(viewer, "Sent to the clipboard: https://code.example/carte?a=1&b=2");
	assert_null(strstr(viewer_bytes(viewer, &length), "]52;"));
	home_write_program(&desk->home, "tmux", refusing);
	viewer_type(viewer, "y");
	viewer_expect(viewer, "Nothing was copied: tmux refused it");
	viewer_quit(viewer);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

/* More than a pipe is sure to hold: a programme of a hundred sessions. */
static void what_is_long_is_handed_to_tmux_as_a_whole(void **state)
{
	static const char tmux[] = "#!/bin/sh\n"
				   "last=$(tail -n 1 | tr -d '\\r')\n"
				   "printf '<%s>\\n' \"$last\" >\"$HOME/told\"\n";
	struct desk *desk = *state;
	struct buffer programme = {0};
	struct viewer *viewer;

	buffer_puts(&programme, "---\ntitle: Long\nevent_start_date: 2031-05-14\n---\n\n"
				"### mercredi 14 mai 2031\n\n* 08h00 : Ouverture des portes\n");
	for (int i = 0; i < 100; i++)
		buffer_printf(&programme, "* %02dh%02d : Quatre fois %d\n", 9 + i / 60, i % 60, i);
	home_write(&desk->home, "page.md", buffer_text(&programme));
	home_write_program(&desk->home, "tmux", tmux);
	viewer = browse(desk, NULL, "TMUX=/tmp/tmux-0/default,1,0");
	viewer_type(viewer, "1e");
	viewer_expect(viewer, "Everything");
	viewer_type(viewer, "jj\rGk\r");
	assert_told(desk, "<END:VCALENDAR>");
	viewer_quit(viewer);
	buffer_free(&programme);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_browser_is_given_one_argument),
	    TEST(a_browser_has_the_environment_that_was_there),
	    TEST(what_no_browser_should_open_is_not_opened),
	    TEST(commands_are_split_without_a_shell),
	    TEST(without_one_xdg_open_is_asked),
	    TEST(where_none_is_found_that_is_said),
	    TEST(nobody_waits_for_it),
	    TEST(a_text_browser_is_given_the_terminal),
	    TEST(y_hands_the_link_to_the_clipboard_of_the_terminal),
	    TEST(inside_tmux_it_is_handed_to_tmux),
	    TEST(what_is_long_is_handed_to_tmux_as_a_whole),
	    TEST(what_interrupts_the_text_browser_does_not_end_the_agenda),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("opening", tests, NULL, NULL);
}
