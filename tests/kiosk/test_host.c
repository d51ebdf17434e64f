/*
 * The running kiosk, as the public meets it: in a terminal, with a page on a real disk. Nothing
 * here sleeps; the clock is set with --at.
 */
#include "config.h"

#include "camera.h"
#include "home.h"
#include "viewer.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <libical/ical.h>

#include <fcntl.h>
#include <limits.h>
#include <linux/landlock.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char page[] = "---\n"
			   "title: Rencontres du code ouvert\n"
			   "event_start_date: 2031-05-15 00:00:00 +0200\n"
			   "lieu: Halle aux grains\n"
			   "url: https://rencontres.example\n"
			   "%s"
			   "---\n\n"
			   "## Jeudi 15 mai\n\n"
			   "- 9h – 10h : Petit déjeuner\n"
			   "- %s – 12h30 : Compilateurs pour tous\n"
			   "- 14h – 16h : Atelier de traduction\n";

struct hall {
	struct home home;
	char next[PATH_MAX]; /* beside the agenda, before it stands in its place */
	char errors[PATH_MAX];
};

static void put(const char *path, const char *keys, const char *time)
{
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	fprintf(file, page, keys, time);
	assert_int_equal(fclose(file), 0);
}

/* Puts another edition in the place of the page, as editors do: written beside it, then renamed. */
static void replace(const struct hall *hall, const char *keys, const char *time)
{
	put(hall->next, keys, time);
	assert_int_equal(rename(hall->next, hall->home.agenda), 0);
}

static int set_up(void **state)
{
	struct hall *hall = memory_alloc(1, sizeof *hall);

	home_begin(&hall->home, NULL);
	home_path(&hall->home, ".next", hall->next);
	home_path(&hall->home, ".errors", hall->errors);
	put(hall->home.agenda, "", "10h30");
	*state = hall;
	return 0;
}

static int tear_down(void **state)
{
	struct hall *hall = *state;

	home_end(&hall->home);
	free(hall);
	return 0;
}

static struct viewer *open_kiosk(const struct hall *hall, const char *more)
{
	struct viewer_wish wish = {
	    .folder = hall->home.folder,
	    /* The leak checker starts a process, which is just what cannot be done. */
	    .variables = {"LANG=C.UTF-8", "ASAN_OPTIONS=detect_leaks=0"},
	    .arguments = {hall->home.program, "--kiosk", "--lang=en", "--at=2031-05-15T09:30",
			  hall->home.agenda, more},
	};

	return viewer_run(&wish);
}

static void it_shows_what_is_on(void **state)
{
	struct viewer *viewer = open_kiosk(*state, NULL);

	viewer_expect(viewer, "ON NOW");
	viewer_expect(viewer, "Petit déjeuner");
	viewer_expect(viewer, "Touch the screen");
	viewer_type(viewer, "\r");
	viewer_expect(viewer, "Now and next");
	viewer_type(viewer, "\033[B\r");
	viewer_expect(viewer, "Add to my choice");
	viewer_leave(viewer);
}

/* As the unit starts it: with the language in the environment, and in no option. */
static void it_speaks_the_language_of_its_environment(void **state)
{
	static const struct {
		const char *variable, *shown;
	} languages[] = {{"LANGUAGE=fr", "EN CE MOMENT"}, {"LANGUAGE=en", "ON NOW"}};
	const struct hall *hall = *state;

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		struct viewer_wish wish = {
		    .folder = hall->home.folder,
		    .variables = {"LANG=C.UTF-8", languages[i].variable,
				  "ASAN_OPTIONS=detect_leaks=0"},
		    .arguments = {hall->home.program, "--kiosk", "--at=2031-05-15T09:30",
				  hall->home.agenda},
		};
		struct viewer *viewer = viewer_run(&wish);

		viewer_expect(viewer, languages[i].shown);
		viewer_leave(viewer);
	}
}

/* What the sandbox refuses, test_sandbox shows; this one shows that the kiosk is in it. */
static void it_is_shut_in(void **state)
{
	struct viewer *viewer = open_kiosk(*state, NULL);
	char path[64], line[256];
	bool filtered = false, bounded = false;
	FILE *file;

	viewer_expect(viewer, "ON NOW");
	snprintf(path, sizeof path, "/proc/%d/status", (int)viewer_pid(viewer));
	file = fopen(path, "re");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		filtered = filtered || !strcmp(line, "Seccomp:\t2\n");
		bounded = bounded || !strcmp(line, "NoNewPrivs:\t1\n");
	}
	fclose(file);
	viewer_leave(viewer);
	assert_true(filtered);
	assert_true(bounded);
}

static void sigterm_ends_it_well(void **state)
{
	struct viewer *viewer = open_kiosk(*state, NULL);
	int status;

	viewer_expect(viewer, "ON NOW");
	viewer_signal(viewer, SIGTERM);
	status = viewer_end(viewer);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

/* A key that is a signal flushes what was painted and typed, and reaches whoever started the kiosk.
 */
static void no_key_is_a_signal(void **state)
{
	struct viewer *viewer = open_kiosk(*state, NULL);

	viewer_expect(viewer, "ON NOW");
	assert_int_equal(viewer_line(viewer).c_lflag & ISIG, 0);
	viewer_leave(viewer);
}

/* Were the terminal given back for a moment, as other programs do that go on after a stop, a Ctrl-S
 * of that moment would freeze it for good. */
static void going_on_it_keeps_the_terminal(void **state)
{
	struct viewer *viewer = open_kiosk(*state, NULL);
	size_t length;

	viewer_expect(viewer, "ON NOW");
	viewer_forget(viewer);
	viewer_scribble(viewer, "\033[HSomebody was here.");
	viewer_expect(viewer, "Somebody was here.");
	viewer_signal(viewer, SIGCONT);
	viewer_expect_no(viewer, "Somebody was here.");
	viewer_expect(viewer, "ON NOW");
	assert_null(strstr(viewer_bytes(viewer, &length), "\033[?1049l"));
	viewer_leave(viewer);
}

/* On a console Scroll Lock stops whatever is written, and no program sees the key. */
static void what_is_stopped_goes_on(void **state)
{
	struct viewer *viewer = open_kiosk(*state, NULL);
	char path[64];
	int tty;

	viewer_expect(viewer, "ON NOW");
	snprintf(path, sizeof path, "/proc/%d/fd/1", (int)viewer_pid(viewer));
	tty = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_true(tty >= 0);
	assert_int_equal(tcflow(tty, TCOOFF), 0);
	close(tty);
	viewer_type(viewer, "\r");
	viewer_expect(viewer, "Go back");
	viewer_leave(viewer);
}

static void nothing_typed_ends_it_but_the_word(void **state)
{
	struct viewer *viewer = open_kiosk(*state, "--kiosk-leave=sesame-ouvre");
	int status;

	viewer_expect(viewer, "ON NOW");
	viewer_type(viewer, "q\003\032\034\023\021\004\033\033q:q!sesame-ouvr");
	viewer_type(viewer, "\r");
	viewer_expect(viewer, "Go back");
	viewer_expect_running(viewer);
	viewer_type(viewer, "ssesame-ouvre");
	status = viewer_end(viewer);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	viewer_leave(viewer);
}

static void a_lost_terminal_ends_it(void **state)
{
	struct viewer *viewer = open_kiosk(*state, NULL);
	int status;

	viewer_expect(viewer, "ON NOW");
	viewer_hang_up(viewer);
	status = viewer_end(viewer);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 1);
	viewer_leave(viewer);
}

static void an_edit_is_shown_where_the_visitor_is(void **state)
{
	const struct hall *hall = *state;
	struct viewer *viewer = open_kiosk(hall, NULL);

	viewer_expect(viewer, "ON NOW");
	viewer_type(viewer, "\r\033[B\r");
	viewer_expect(viewer, "Add to my choice");
	viewer_expect(viewer, "10:30 to 12:30");
	replace(hall, "annonce: Le tram est en retard.\n", "11h");
	viewer_expect(viewer, "11:00 to 12:30");
	viewer_expect(viewer, "changed: 10:30 → 11:00");
	viewer_expect(viewer, "Le tram est en retard.");
	viewer_expect(viewer, "Add to my choice");
	viewer_leave(viewer);
}

static void what_cannot_be_read_leaves_the_last_that_could(void **state)
{
	const struct hall *hall = *state;
	struct viewer *viewer = open_kiosk(hall, NULL);

	viewer_expect(viewer, "ON NOW");
	replace(hall, "title: [broken\n", "11h");
	viewer_expect(viewer, "page.md:6: ");
	viewer_expect(viewer, "Petit déjeuner");
	viewer_expect_running(viewer);
	assert_true(viewer_find(viewer, "nec-agenda: ") < 0); /* which is for the journal */
	replace(hall, "annonce: Tout va bien.\n", "11h");
	viewer_expect(viewer, "Tout va bien.");
	viewer_expect(viewer, "11:00");
	viewer_leave(viewer);
}

/* Whether the file of errors says what is wrong, and where. */
static bool is_logged(struct viewer *viewer, const void *path)
{
	char line[512] = "";
	FILE *file = fopen(path, "re");

	if (file) {
		while (fgets(line, sizeof line, file) && !strstr(line, "page.md:6:"))
			;
		fclose(file);
	}
	return strstr(line, "page.md:6:") || (viewer_listen(viewer, 5) && false);
}

static void what_cannot_be_read_is_logged(void **state)
{
	const struct hall *hall = *state;
	struct viewer_wish wish = {
	    .folder = hall->home.folder,
	    .variables = {"LANG=C.UTF-8", "ASAN_OPTIONS=detect_leaks=0"},
	    .arguments = {"/bin/sh", "-c",
			  "exec \"$0\" --kiosk --lang=en --at=2031-05-15T09:30 \"$1\" 2>\"$2\"",
			  hall->home.program, hall->home.agenda, hall->errors},
	};
	struct viewer *viewer = viewer_run(&wish);

	viewer_expect(viewer, "ON NOW");
	replace(hall, "title: [broken\n", "11h");
	viewer_until(viewer, is_logged, hall->errors);
	viewer_leave(viewer);
}

static void an_agenda_may_come_later(void **state)
{
	const struct hall *hall = *state;
	struct viewer *viewer;

	assert_int_equal(unlink(hall->home.agenda), 0);
	viewer = open_kiosk(hall, NULL);
	viewer_expect(viewer, "in a moment");
	viewer_expect_running(viewer);
	replace(hall, "", "10h30");
	viewer_expect(viewer, "Petit déjeuner");
	viewer_leave(viewer);
}

static bool kernel_locks_folders(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

static void put_below(const struct hall *hall, const char *name, char *path)
{
	home_write(&hall->home, name, "");
	home_path(&hall->home, name, path);
	put(path, "", "10h30");
}

static void move(const struct hall *hall, const char *from, const char *to)
{
	char source[PATH_MAX], target[PATH_MAX];

	home_path(&hall->home, from, source);
	home_path(&hall->home, to, target);
	assert_int_equal(rename(source, target), 0);
}

/* What has nothing to show, and may not see what has come, makes room for one that may. */
static void a_folder_that_comes_later_starts_it_anew(void **state)
{
	struct hall *hall = *state;
	struct viewer *viewer;
	char ready[PATH_MAX];
	int status;

	home_path(&hall->home, "venue/page.md", hall->home.agenda);
	viewer = open_kiosk(hall, NULL);
	viewer_expect(viewer, "in a moment");
	put_below(hall, "ready/page.md", ready);
	move(hall, "ready", "venue");
	if (kernel_locks_folders()) {
		status = viewer_end(viewer);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 1);
		viewer_expect(viewer, "the kiosk can read only");
		viewer_leave(viewer);
		viewer = open_kiosk(hall, NULL);
	}
	viewer_expect(viewer, "Petit déjeuner");
	viewer_leave(viewer);
}

static void another_folder_leaves_what_is_shown(void **state)
{
	struct hall *hall = *state;
	struct viewer *viewer;
	char ready[PATH_MAX];

	put_below(hall, "venue/page.md", hall->home.agenda);
	put_below(hall, "ready/page.md", ready);
	viewer = open_kiosk(hall, NULL);
	viewer_expect(viewer, "Petit déjeuner");
	move(hall, "venue", "before");
	move(hall, "ready", "venue");
	if (kernel_locks_folders())
		viewer_expect(viewer, "page.md: the kiosk can read only");
	viewer_expect(viewer, "Petit déjeuner");
	viewer_expect_running(viewer);
	viewer_leave(viewer);
}

/* Whether nothing more is painted. */
static bool takes_all(struct viewer *viewer, const void *data)
{
	(void)data;
	return viewer_listen(viewer, 5) == 0;
}

/* A session as a code: what a phone reads of it is an entry that a calendar reads. */
static void a_session_goes_onto_a_phone(void **state)
{
	const struct hall *hall = *state;
	struct viewer *viewer = open_kiosk(hall, "--kiosk-idle=86400");
	struct buffer found = {0};
	icalcomponent *entry;
	bool reads;

	viewer_expect(viewer, "ON NOW");
	viewer_type(viewer, "\r\033[B\r");
	viewer_expect(viewer, "Add to my choice");
	viewer_type(viewer, "c");
	viewer_expect(viewer, "Point your phone");
	viewer_expect(viewer, "Go back");
	reads = camera_watch(viewer, hall->next, &found);
	viewer_leave(viewer);
	if (reads) {
		entry = icalparser_parse_string(buffer_text(&found));
		if (!entry)
			fail_msg("no entry: \"%s\"", buffer_text(&found));
		assert_int_equal(icalcomponent_isa(entry), ICAL_VEVENT_COMPONENT);
		assert_string_equal(icalcomponent_get_summary(entry), "Compilateurs pour tous");
		assert_string_equal(icaltime_as_ical_string(icalcomponent_get_dtstart(entry)),
				    "20310515T083000Z");
		assert_string_equal(icaltime_as_ical_string(icalcomponent_get_dtend(entry)),
				    "20310515T103000Z");
		icalcomponent_free(entry);
	}
	buffer_free(&found);
	if (!reads)
		skip();
}

/* Hammering */

enum { HITS = 100000, HITS_PER_VOLLEY = 500 };

static void add_hit(struct buffer *volley)
{
	static const char *const sequences[] = {
	    "\033[A",	  "\033[B",    "\033[C",
	    "\033[D",	  "\r",	       "\033",
	    "\177",	  "\t",	       "\033[12~",
	    "\033OQ",	  "\033[<",    "\033[<0;",
	    "\033]52;c;", "\033P",     "\033[999999999999~",
	    "\033[?1;2",  "\xC3",      "\xF0\x9F\x98",
	    "\033[200~",  "\033[M   ", "c",
	    "q",	  " ",
	};
	int choice = rand() % 10;

	if (choice < 4)
		buffer_puts(volley,
			    sequences[rand() % (int)(sizeof sequences / sizeof *sequences)]);
	else if (choice < 6)
		buffer_putc(volley, (char)(rand() % 32));
	else if (choice < 8)
		buffer_putc(volley, (char)(rand() % 256));
	else
		buffer_printf(volley, "\033[<%d;%d;%d%c", rand() % 70, rand() % 300 - 10,
			      rand() % 100 - 10, rand() % 2 ? 'M' : 'm');
}

static void send_signal(struct viewer *viewer)
{
	static const int signals[] = {SIGINT,  SIGQUIT, SIGTSTP, SIGWINCH,
				      SIGTTIN, SIGTTOU, SIGCONT, SIGCHLD};

	viewer_signal(viewer, signals[rand() % (int)(sizeof signals / sizeof *signals)]);
}

/*
 * Back to the show whatever is open: out of any sequence and string that was left unfinished, then
 * Backspace, which closes a page, and on the first page begins the show.
 */
static void go_back_to_the_show(struct viewer *viewer)
{
	for (int i = 0; i < 400 && viewer_find(viewer, "Touch the screen, or pr") < 0; i++) {
		viewer_type(viewer, "\007\033\\\030\177");
		viewer_listen(viewer, 50);
	}
	viewer_expect(viewer, "Touch the screen, or pr");
}

static void nobody_can_break_it(void **state)
{
	struct viewer *viewer = open_kiosk(*state, "--kiosk-idle=86400");
	struct buffer volley = {0};

	srand(20231019);
	viewer_expect(viewer, "ON NOW");
	for (int hits = 0; hits < HITS; hits += HITS_PER_VOLLEY) {
		buffer_clear(&volley);
		for (int i = 0; i < HITS_PER_VOLLEY; i++)
			add_hit(&volley);
		for (size_t i = 0; i < volley.length; i++)
			if (!volley.data[i])
				volley.data[i] = '\001';
		viewer_type(viewer, buffer_text(&volley));
		send_signal(viewer);
		if (hits % 5000 == 0)
			viewer_resize(viewer, 5 + rand() % 60, 20 + rand() % 220);
		viewer_listen(viewer, 0);
		viewer_expect_running(viewer);
	}
	viewer_resize(viewer, 24, 80);
	viewer_until(viewer, takes_all, NULL);
	go_back_to_the_show(viewer);
	viewer_type(viewer, "\r");
	viewer_expect_no(viewer, "Touch the screen, or pr");
	viewer_signal(viewer, SIGTERM);
	assert_int_equal(viewer_end(viewer), 0);
	assert_true(viewer_is_clean(viewer));
	buffer_free(&volley);
	viewer_leave(viewer);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(it_shows_what_is_on),
	    TEST(it_speaks_the_language_of_its_environment),
	    TEST(it_is_shut_in),
	    TEST(sigterm_ends_it_well),
	    TEST(no_key_is_a_signal),
	    TEST(going_on_it_keeps_the_terminal),
	    TEST(what_is_stopped_goes_on),
	    TEST(nothing_typed_ends_it_but_the_word),
	    TEST(a_lost_terminal_ends_it),
	    TEST(an_edit_is_shown_where_the_visitor_is),
	    TEST(what_cannot_be_read_leaves_the_last_that_could),
	    TEST(what_cannot_be_read_is_logged),
	    TEST(an_agenda_may_come_later),
	    TEST(a_folder_that_comes_later_starts_it_anew),
	    TEST(another_folder_leaves_what_is_shown),
	    TEST(a_session_goes_onto_a_phone),
	    TEST(nobody_can_break_it),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("host", tests, NULL, NULL);
}
