/*
 * The whole program, as a person meets it: in a terminal, with keys and the mouse, with bookmarks
 * on a real disk. Each test has a home of its own. The clock is set with --at; it stands at the
 * beginning of a minute then, so that nothing ticks while a test looks.
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
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* An event of our own, in the form of the pages that the program reads. */
static const char page[] = "---\n"
			   "title: Rencontres du code ouvert\n"
			   "event_start_date: 2031-05-14 00:00:00 +0200\n"
			   "event_end_date: 2031-05-16 00:00:00 +0200\n"
			   "lieu: Halle aux grains\n"
			   "champs_informations:\n"
			   "  - intitule: Vestiaire\n"
			   "    contenu: au sous-sol, gratuit\n"
			   "---\n\n"
			   "## Mercredi 14 mai\n\n"
			   "- 10h – 11h : Ouverture des portes\n"
			   "- 14h – 15h : Promenade des sources\n\n"
			   "## Jeudi 15 mai\n\n"
			   "- 9h – 10h : Petit déjeuner\n"
			   "- 10h30 – 12h : Compilateurs pour tous\n"
			   "- 14h – 16h : Atelier de traduction\n"
			   "- 20h – 01h : Bal des contributeurs\n\n"
			   "## Vendredi 16 mai\n\n"
			   "- 9h – 12h : Bilan et suite\n";

static int set_up(void **state)
{
	struct home *home = memory_alloc(1, sizeof *home);

	home_begin(home, page);
	*state = home;
	return 0;
}

/* Starting the program */

static struct viewer_wish wish_of(const struct home *home)
{
	return (struct viewer_wish){
	    .folder = home->folder,
	    .arguments = {home->program, "--at=2031-05-15T10:00", home->agenda},
	};
}

static struct viewer *browse_with(const struct viewer_wish *wish)
{
	struct viewer *viewer = viewer_run(wish);

	viewer_expect(viewer, "Compilateurs");
	viewer_expect(viewer, "? help");
	return viewer;
}

static struct viewer *browse_at_home(const struct home *home)
{
	struct viewer_wish wish = wish_of(home);

	return browse_with(&wish);
}

/* Sizes */

static void it_opens_at_any_size(void **state)
{
	static const struct {
		int rows, columns;
	} sizes[] = {{24, 80}, {36, 120}, {10, 40}, {60, 200}, {120, 400}};

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct viewer_wish wish = wish_of(*state);
		struct viewer *viewer;

		wish.rows = sizes[i].rows;
		wish.columns = sizes[i].columns;
		viewer = browse_with(&wish);
		viewer_until(viewer, viewer_is_beside, "Compilateurs");
		viewer_quit(viewer);
	}
}

static void a_window_that_is_too_small_is_told_so(void **state)
{
	struct viewer_wish wish = wish_of(*state);
	struct viewer *viewer;

	wish.rows = 5;
	wish.columns = 30;
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "40");
	viewer_resize(viewer, 1, 1);
	viewer_resize(viewer, 24, 80);
	viewer_expect(viewer, "Compilateurs pour tous");
	viewer_quit(viewer);
}

/* Finding one's way */

/* A small window has room for the list or for the session. */
static void enter_opens_what_is_selected(void **state)
{
	struct viewer_wish wish = wish_of(*state);
	struct viewer *viewer;

	wish.rows = 10;
	wish.columns = 40;
	viewer = browse_with(&wish);
	viewer_expect_no(viewer, "When");
	viewer_type(viewer, "\r");
	viewer_expect(viewer, "When");
	viewer_type(viewer, "\033");
	viewer_expect_no(viewer, "When");
	viewer_quit(viewer);
}

static void two_keys_lead_to_a_day_and_one_to_what_is_practical(void **state)
{
	struct viewer_wish wish = wish_of(*state);
	struct viewer *viewer;

	wish.arguments[1] = "--at=2031-05-01T10:00";
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "Promenade des sources");
	viewer_type(viewer, "]");
	viewer_expect(viewer, "Bal des contributeurs");
	viewer_expect_no(viewer, "Promenade des sources");
	viewer_type(viewer, "3");
	viewer_expect(viewer, "au sous-sol");
	viewer_type(viewer, "1");
	viewer_expect(viewer, "Bal des contributeurs");
	viewer_quit(viewer);
}

static void the_cursor_is_on_what_is_selected(void **state)
{
	struct viewer *viewer = browse_at_home(*state);

	viewer_until(viewer, viewer_is_beside, "Compilateurs pour tous");
	viewer_type(viewer, "j");
	viewer_until(viewer, viewer_is_beside, "Atelier de traduction");
	viewer_type(viewer, "\033[B");
	viewer_until(viewer, viewer_is_beside, "Bal des contributeurs");
	viewer_type(viewer, "\033OH");
	viewer_until(viewer, viewer_is_beside, "Petit déjeuner");
	viewer_quit(viewer);
}

/* What is typed finds, whatever the accents; Escape leads back. */
static void a_search_narrows_as_one_types(void **state)
{
	struct viewer *viewer = browse_at_home(*state);

	viewer_until(viewer, viewer_is_beside, "Compilateurs pour tous");
	viewer_type(viewer, "/DEJ");
	viewer_expect(viewer, "1 session");
	viewer_until(viewer, viewer_is_behind, "/DEJ");
	viewer_expect_no(viewer, "Bal des contributeurs");
	viewer_type(viewer, "\177\177\177suite");
	viewer_expect(viewer, "Friday 16 May");
	viewer_type(viewer, "\033");
	viewer_expect(viewer, "Bal des contributeurs");
	viewer_until(viewer, viewer_is_beside, "Compilateurs pour tous");
	viewer_type(viewer, "/des\r");
	viewer_until(viewer, viewer_is_beside, "Bal des contributeurs");
	viewer_expect(viewer, "Ouverture des portes");
	viewer_type(viewer, "n");
	viewer_until(viewer, viewer_is_beside, "Ouverture des portes");
	viewer_type(viewer, "N");
	viewer_until(viewer, viewer_is_beside, "Bal des contributeurs");
	viewer_type(viewer, "/\025\033[A");
	viewer_until(viewer, viewer_is_behind, "/des");
	viewer_type(viewer, "\r\033");
	viewer_until(viewer, viewer_is_beside, "Compilateurs pour tous");
	viewer_quit(viewer);
}

static void a_click_selects(void **state)
{
	struct viewer *viewer = browse_at_home(*state);
	int row;

	viewer_expect(viewer, "Atelier de traduction");
	row = viewer_find(viewer, "Atelier de traduction");
	viewer_click(viewer, row, viewer_find_in(viewer, row, "Atelier") + 2, 1);
	viewer_until(viewer, viewer_is_beside, "Atelier de traduction");
	viewer_type(viewer, "\033[<65;40;8M");
	viewer_expect(viewer, "quit");
	viewer_quit(viewer);
}

/* Two rooms on a day. */
static const char rooms[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//tests//EN\r\n"
    "X-WR-CALNAME:Two rooms\r\n"
    "BEGIN:VEVENT\r\nUID:a@example.org\r\nDTSTAMP:20310101T000000Z\r\nLOCATION:Loft\r\n"
    "DTSTART:20310515T090000Z\r\nDTEND:20310515T100000Z\r\nSUMMARY:Ropes\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:b@example.org\r\nDTSTAMP:20310101T000000Z\r\nLOCATION:Cellar\r\n"
    "DTSTART:20310515T090000Z\r\nDTEND:20310515T110000Z\r\nSUMMARY:Barrels\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:c@example.org\r\nDTSTAMP:20310101T000000Z\r\nLOCATION:Loft\r\n"
    "DTSTART:20310515T100000Z\r\nDTEND:20310515T110000Z\r\nSUMMARY:Knots\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

static void the_grid_is_walked_with_keys_and_the_mouse(void **state)
{
	struct home *home = *state;
	struct viewer_wish wish = wish_of(home);
	struct viewer *viewer;
	int row;

	home_write(home, "rooms.ics", rooms);
	home_path(home, "rooms.ics", home->agenda);
	wish.arguments[1] = "--at=2031-05-15T09:30";
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "Barrels");
	viewer_type(viewer, "g5");
	viewer_expect(viewer, "3 sessions · 2 rooms");
	viewer_expect(viewer, "now───▌─30 min left");
	viewer_until(viewer, viewer_is_left_of, "Ropes");
	viewer_type(viewer, "\033[C");
	viewer_until(viewer, viewer_is_left_of, "Barrels");
	viewer_type(viewer, "h\033[B");
	viewer_until(viewer, viewer_is_left_of, "Knots");
	viewer_type(viewer, "1");
	viewer_until(viewer, viewer_is_beside, "Knots");
	viewer_type(viewer, "5b");
	viewer_expect(viewer, "▌★Knots");
	row = viewer_find(viewer, "Barrels");
	viewer_click(viewer, row + 2, viewer_find_in(viewer, row, "Barrels") + 9, 1);
	viewer_until(viewer, viewer_is_left_of, "Barrels");
	viewer_click(viewer, row + 2, viewer_find_in(viewer, row, "Barrels") + 9, 2);
	viewer_expect(viewer, "Cellar");
	viewer_expect(viewer, "2 h");
	viewer_expect_no(viewer, "Loft");
	viewer_type(viewer, "\033");
	viewer_until(viewer, viewer_is_left_of, "Barrels");
	viewer_quit(viewer);
}

static void without_the_mouse_it_is_left_to_the_terminal(void **state)
{
	struct viewer_wish wish = wish_of(*state);
	struct viewer *viewer;
	size_t length;

	wish.arguments[3] = "--no-mouse";
	viewer = browse_with(&wish);
	assert_null(strstr(viewer_bytes(viewer, &length), "1000"));
	viewer_quit(viewer);
}

static void what_another_program_wrote_is_painted_over(void **state)
{
	struct viewer *viewer = browse_at_home(*state);

	viewer_scribble(viewer, "\033[5;5Hmessage from root");
	viewer_expect(viewer, "message from root");
	viewer_type(viewer, "\014");
	viewer_expect_no(viewer, "message from root");
	viewer_expect(viewer, "Compilateurs pour tous");
	viewer_quit(viewer);
}

/* Bookmarks */

static void find_files(const char *folder, int depth, const char *ending, struct buffer *found)
{
	DIR *directory = opendir(folder);

	for (struct dirent *entry; directory && (entry = readdir(directory));) {
		const char *at = strstr(entry->d_name, ending);
		char path[PATH_MAX];

		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		assert_in_range(snprintf(path, sizeof path, "%s/%s", folder, entry->d_name), 1,
				sizeof path - 1);
		if (at && !strcmp(at, ending))
			buffer_printf(found, "%s\n", path);
		else if (depth > 0)
			find_files(path, depth - 1, ending, found);
	}
	if (directory)
		closedir(directory);
}

/* Paths of the bookmarks' files, a line each; to be freed. */
static char *files_of(const struct home *home, const char *ending)
{
	struct buffer found = {0};
	char folder[PATH_MAX];

	home_path(home, ".local", folder);
	find_files(folder, 4, ending, &found);
	return buffer_steal(&found);
}

static int count_lines(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += *text == '\n';
	return count;
}

static void assert_files(const struct home *home, const char *ending, int count)
{
	char *files = files_of(home, ending);

	assert_int_equal(count_lines(files), count);
	free(files);
}

static char *read_first_file(char *files)
{
	struct buffer text = {0};
	char bytes[1024];
	FILE *file;

	files[strcspn(files, "\n")] = '\0';
	file = fopen(files, "re");
	assert_non_null(file);
	for (size_t length; (length = fread(bytes, 1, sizeof bytes, file)) > 0;)
		buffer_append(&text, bytes, length);
	fclose(file);
	return buffer_steal(&text);
}

static void assert_ends_with(const char *text, const char *end)
{
	assert_true(strlen(text) >= strlen(end));
	assert_string_equal(text + strlen(text) - strlen(end), end);
}

static void assert_whole_bookmark(const struct home *home, const char *title)
{
	char *files = files_of(home, ".ics");
	char *text;

	assert_int_equal(count_lines(files), 1);
	text = read_first_file(files);
	assert_int_equal(strncmp(text, "BEGIN:VCALENDAR\r\n", 17), 0);
	assert_non_null(strstr(text, title));
	assert_ends_with(text, "END:VCALENDAR\r\n");
	free(text);
	free(files);
}

static bool shows_star(struct viewer *viewer, const void *title)
{
	for (int row = 0; row < 24; row++)
		if (strstr(viewer_row(viewer, row), title) && strstr(viewer_row(viewer, row), "★"))
			return true;
	return false;
}

static void a_bookmark_that_is_seen_survives_a_kill(void **state)
{
	struct viewer *viewer = browse_at_home(*state);

	viewer_type(viewer, "b");
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	viewer_signal(viewer, SIGKILL);
	assert_true(WIFSIGNALED(viewer_end(viewer)));
	viewer_leave(viewer);
	assert_whole_bookmark(*state, "Compilateurs pour tous");
	viewer = browse_at_home(*state);
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	viewer_type(viewer, "4");
	viewer_expect_no(viewer, "Atelier de traduction");
	viewer_expect(viewer, "Compilateurs pour tous");
	viewer_quit(viewer);
}

static bool shows_no_star(struct viewer *viewer, const void *title)
{
	return viewer_find(viewer, title) >= 0 && !shows_star(viewer, title);
}

static void a_bookmark_is_taken_away_and_brought_back(void **state)
{
	struct viewer *viewer = browse_at_home(*state);

	viewer_type(viewer, "b");
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	assert_files(*state, ".ics", 1);
	viewer_type(viewer, "b");
	viewer_until(viewer, shows_no_star, "Compilateurs pour tous");
	assert_files(*state, ".ics", 0);
	viewer_type(viewer, "u");
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	assert_whole_bookmark(*state, "Compilateurs pour tous");
	assert_files(*state, ".tmp", 0);
	viewer_quit(viewer);
}

/* No key is hit in the window that shows it. */
static void what_another_window_keeps_shows_by_itself(void **state)
{
	struct viewer *viewer = browse_at_home(*state);
	struct viewer *other = browse_at_home(*state);

	viewer_type(other, "b");
	viewer_until(other, shows_star, "Compilateurs pour tous");
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	viewer_type(other, "jb");
	viewer_until(other, shows_star, "Atelier de traduction");
	viewer_until(viewer, shows_star, "Atelier de traduction");
	viewer_type(other, "u");
	viewer_type(viewer, "b");
	viewer_until(other, shows_no_star, "Compilateurs pour tous");
	viewer_until(other, shows_star, "Atelier de traduction");
	viewer_quit(other);
	viewer_quit(viewer);
	assert_files(*state, ".ics", 1);
}

/* As khal and vdirsyncer do, and a person who tidies up. */
static void what_other_programs_change_shows_by_itself(void **state)
{
	const struct home *home = *state;
	struct viewer *viewer = browse_at_home(home);
	char away[PATH_MAX], kept[PATH_MAX];
	char *files;

	viewer_type(viewer, "bj"); /* nothing is said any more of what was done here */
	viewer_until(viewer, viewer_is_beside, "Atelier de traduction");
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	files = files_of(home, ".ics");
	files[strcspn(files, "\n")] = '\0';
	home_path(home, "away.ics", away);
	assert_int_equal(rename(files, away), 0);
	viewer_until(viewer, shows_no_star, "Compilateurs pour tous");
	assert_int_equal(rename(away, files), 0);
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	home_path(home, ".local/share/nec-agenda", kept);
	home_path(home, "away", away);
	assert_int_equal(rename(kept, away), 0);
	viewer_until(viewer, shows_no_star, "Compilateurs pour tous");
	assert_int_equal(rename(away, kept), 0);
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	free(files);
	viewer_quit(viewer);
}

/* The page with one text in place of another. */
static void revise(const struct home *home, const char *from, const char *to)
{
	struct buffer revised = {0};
	const char *at = strstr(page, from);

	assert_non_null(at);
	buffer_append(&revised, page, (size_t)(at - page));
	buffer_printf(&revised, "%s%s", to, at + strlen(from));
	home_write(home, "page.md", buffer_text(&revised));
	buffer_free(&revised);
}

static void keep_two(const struct home *home)
{
	struct viewer *viewer = browse_at_home(home);

	viewer_type(viewer, "bjb");
	viewer_until(viewer, shows_star, "Atelier de traduction");
	viewer_quit(viewer);
}

/* Where what stands at the bottom is no footer at first. */
static struct viewer *browse_revised(const struct home *home)
{
	struct viewer_wish wish = wish_of(home);
	struct viewer *viewer = viewer_run(&wish);

	viewer_expect(viewer, "Compilateurs");
	return viewer;
}

static void what_changed_is_told_until_it_was_seen(void **state)
{
	const struct home *home = *state;
	struct viewer *viewer;
	char *files, *text;

	keep_two(home);
	revise(home, "10h30 – 12h : Compilateurs", "11h – 12h : Compilateurs");
	for (int i = 0; i < 2; i++) {
		viewer = browse_revised(home);
		viewer_expect(viewer, "! 1 change in what you keep");
		viewer_type(viewer, "4");
		viewer_expect(viewer, "! moved  Thu 15 May, 10:30 → 11:00");
		if (i)
			viewer_type(viewer, "a");
		if (i)
			viewer_expect_no(viewer, "! moved");
		viewer_quit(viewer);
	}
	files = files_of(home, ".ics");
	text = read_first_file(
	    strstr(files, "atelier") < strchr(files, '\n') ? strchr(files, '\n') + 1 : files);
	assert_non_null(strstr(text, "DTSTART:20310515T090000Z"));
	free(text);
	free(files);
	viewer = browse_revised(home);
	viewer_type(viewer, "4");
	viewer_expect(viewer, "2 sessions");
	viewer_expect_no(viewer, "What changed");
	viewer_quit(viewer);
}

static void a_successor_takes_the_place_of_what_is_gone(void **state)
{
	const struct home *home = *state;
	struct viewer *viewer;

	keep_two(home);
	revise(home,
	       "- 14h – 16h : Atelier de traduction\n- 20h – 01h : Bal des contributeurs\n\n"
	       "## Vendredi 16 mai\n\n",
	       "- 20h – 01h : Bal des contributeurs\n\n## Vendredi 16 mai\n\n"
	       "- 13h – 15h : Atelier de traduction\n");
	viewer = browse_revised(home);
	viewer_type(viewer, "4");
	viewer_expect(viewer, "! gone  perhaps now Fri 16 May, 13:00");
	viewer_type(viewer, "\r");
	viewer_expect(viewer, "★ Kept instead: Atelier de traduction");
	viewer_expect_no(viewer, "! gone");
	viewer_quit(viewer);
	assert_files(home, ".ics", 2);
	assert_files(home, "2031-05-16-atelier-de-traduction.ics", 1);
}

static void bookmarks_follow_a_corrected_title(void **state)
{
	const struct home *home = *state;
	struct viewer *viewer;

	keep_two(home);
	revise(home, "Rencontres du code ouvert", "Rencontres du code libre");
	viewer = browse_revised(home);
	viewer_expect(viewer, "Take over 2 bookmarks?");
	viewer_type(viewer, "y");
	viewer_expect(viewer, "Your bookmarks were taken over");
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	viewer_quit(viewer);
	viewer = browse_revised(home);
	viewer_until(viewer, shows_star, "Atelier de traduction");
	viewer_expect_no(viewer, "Take over");
	viewer_quit(viewer);
	assert_files(home, ".ics", 2);
}

/* A file beside the bookmark that is kept. */
static void leave_beside(const struct home *home, const char *name, const char *text)
{
	char *files = files_of(home, ".ics"), path[PATH_MAX];

	files[strcspn(files, "\n")] = '\0';
	*strrchr(files, '/') = '\0';
	snprintf(path, sizeof path, "%s/%s", files + strlen(home->folder) + 1, name);
	home_write(home, path, text);
	free(files);
}

/* As another program may leave them. */
static void files_that_cannot_be_read_are_all_named_and_stay(void **state)
{
	const struct home *home = *state;
	const struct viewer_wish wish = wish_of(home);
	struct viewer *viewer = browse_at_home(home);

	viewer_type(viewer, "b");
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	leave_beside(home, "v-four.ics", "BEGIN:VCALENDAR");
	leave_beside(home, "v-one.ics", "one");
	leave_beside(home, "v-three.ics", "three");
	leave_beside(home, "v-two.ics", "");
	viewer_quit(viewer);
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "no calendar event that can be read");
	viewer_expect(viewer, "v-four.ics,");
	viewer_expect(viewer, "v-one.ics,");
	viewer_expect(viewer, "v-three.ics and 1 more)");
	viewer_type(viewer, "j");
	viewer_expect_no(viewer, "v-one.ics");
	viewer_quit(viewer);
	assert_files(home, ".ics", 5);
}

/* Tests may run as root, whom no mode keeps out; a folder below a file stops root too. */
static void a_folder_that_cannot_be_had_is_told_and_nothing_ends(void **state)
{
	const struct home *home = *state;
	struct viewer_wish wish = wish_of(home);
	char variable[PATH_MAX + 32];
	struct viewer *viewer;

	snprintf(variable, sizeof variable, "XDG_DATA_HOME=%s/below", home->agenda);
	wish.variables[0] = variable;
	viewer = viewer_run(&wish);
	viewer_expect(viewer, "The bookmarks cannot be read: Not a directory");
	viewer_type(viewer, "b");
	viewer_expect(viewer, "Not kept: saving the bookmark failed: Not a directory");
	assert_false(shows_star(viewer, "Compilateurs pour tous"));
	viewer_type(viewer, "j");
	viewer_until(viewer, viewer_is_beside, "Atelier de traduction");
	viewer_quit(viewer);
}

static void a_limit_on_files_is_told_and_nothing_ends(void **state)
{
	const struct home *home = *state;
	char program[PATH_MAX + 16], agenda[PATH_MAX + 16];
	struct viewer_wish wish = {
	    .folder = home->folder,
	    .variables = {program, agenda},
	    .arguments = {"/bin/sh", "-c",
			  "ulimit -f 0; exec \"$PROGRAM\" --at=2031-05-15T10:00 \"$AGENDA\""},
	};
	struct viewer *viewer;

	snprintf(program, sizeof program, "PROGRAM=%s", home->program);
	snprintf(agenda, sizeof agenda, "AGENDA=%s", home->agenda);
	viewer = browse_with(&wish);
	viewer_type(viewer, "b");
	viewer_expect(viewer, "Not kept: saving the bookmark failed: File too large");
	assert_files(home, ".tmp", 0);
	viewer_quit(viewer);
}

/* Ctrl-C ends the program, without taking away what was painted and not shown yet; Ctrl-S does not
 * freeze it. */
static void keys_that_are_signals_flush_nothing(void **state)
{
	struct viewer *viewer = browse_at_home(*state);
	struct termios line = viewer_line(viewer);

	assert_int_equal(line.c_lflag & (ISIG | NOFLSH), ISIG | NOFLSH);
	assert_int_equal(line.c_iflag & IXON, 0);
	viewer_quit(viewer);
}

/* Ends */

static void an_end_by_signal_leaves_the_terminal_clean(void **state)
{
	static const int ends[] = {SIGINT, SIGTERM, SIGHUP};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct viewer *viewer = browse_at_home(*state);
		int status;

		if (ends[i] == SIGINT)
			viewer_type(viewer, "\003");
		else
			viewer_signal(viewer, ends[i]);
		status = viewer_end(viewer);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 128 + ends[i]);
		assert_true(viewer_is_clean(viewer));
		viewer_leave(viewer);
	}
}

static void a_crash_leaves_the_terminal_clean(void **state)
{
	static const int crashes[] = {SIGSEGV, SIGABRT};

	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
		struct viewer *viewer = browse_at_home(*state);
		int status;

		viewer_signal(viewer, crashes[i]);
		status = viewer_end(viewer);
		assert_true(WIFSIGNALED(status));
		assert_int_equal(WTERMSIG(status), crashes[i]);
		assert_true(viewer_is_clean(viewer));
		viewer_leave(viewer);
	}
}

static void a_window_that_is_closed_ends_it(void **state)
{
	struct viewer *viewer = browse_at_home(*state);
	int status;

	viewer_hang_up(viewer);
	status = viewer_end(viewer);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 128 + SIGHUP);
	viewer_leave(viewer);
}

/* A shell with job control stands between, as it does for a person. */
static void it_stops_and_goes_on(void **state)
{
	const struct home *home = *state;
	char program[PATH_MAX + 16], agenda[PATH_MAX + 16];
	struct viewer_wish wish = {
	    .folder = home->folder,
	    .variables = {program, agenda},
	    .arguments = {"/bin/sh", "-m", "-c",
			  "\"$PROGRAM\" --at=2031-05-15T10:00 \"$AGENDA\"; echo stopped; read line;"
			  "fg; echo ended $?; read line"},
	};
	struct viewer *viewer;

	snprintf(program, sizeof program, "PROGRAM=%s", home->program);
	snprintf(agenda, sizeof agenda, "AGENDA=%s", home->agenda);
	viewer = browse_with(&wish);
	viewer_type(viewer, "\032");
	viewer_expect(viewer, "stopped");
	viewer_expect_no(viewer, "Compilateurs");
	assert_true(viewer_is_clean(viewer));
	viewer_resize(viewer, 30, 100);
	viewer_type(viewer, "\r");
	viewer_expect(viewer, "Compilateurs pour tous");
	viewer_type(viewer, "j");
	viewer_until(viewer, viewer_is_beside, "Atelier de traduction");
	viewer_expect(viewer, "quit");
	assert_int_equal(viewer_find(viewer, "quit"), 29);
	viewer_type(viewer, "q");
	viewer_expect(viewer, "ended 0");
	assert_true(viewer_is_clean(viewer));
	viewer_leave(viewer);
}

static void after_a_stop_that_it_did_not_see_it_paints_all(void **state)
{
	struct viewer *viewer = browse_at_home(*state);

	viewer_signal(viewer, SIGSTOP);
	viewer_scribble(viewer, "\033[?1049l\033[5;5Hanother program");
	viewer_expect(viewer, "another program");
	viewer_signal(viewer, SIGCONT);
	viewer_expect(viewer, "Compilateurs pour tous");
	viewer_expect_no(viewer, "another program");
	viewer_quit(viewer);
}

/* What comes in */

static void the_agenda_comes_through_a_pipe_and_keys_from_the_terminal(void **state)
{
	const struct home *home = *state;
	struct viewer_wish wish = wish_of(home);
	struct viewer *viewer;

	wish.arguments[2] = "-";
	wish.input = home->agenda;
	viewer = browse_with(&wish);
	viewer_type(viewer, "j");
	viewer_until(viewer, viewer_is_beside, "Atelier de traduction");
	viewer_quit(viewer);
}

static const char hostile_page[] =
    "---\n"
    "title: \"Compilateurs pour tous \\e]0;owned\\a\\u202E\\u009B5i\"\n"
    "event_start_date: 2031-05-15\n"
    "lieu: \"Halle \\e[66;6H\\u2066\"\n"
    "champs_informations:\n"
    "  - intitule: \"Vestiaire \\ec\"\n"
    "    contenu: \"en bas \\e]0;owned\\a\\u202E\"\n"
    "---\n\n"
    "\033]0;owned\a Ici \xE2\x80\xAE commence\n\n"
    "## Jeudi 15 mai\n\n"
    "- 10h30 – 12h : Compilateurs pour tous \033]0;owned\a\xE2\x80\xAE \xC2\x9B"
    "5i &#x202E;&#27;c\n"
    "- 14h – 15h : Bal des \033[66;6H\xE2\x81\xA6 sources \x07\x08\r\n";

static void no_agenda_drives_the_terminal(void **state)
{
	static const char *const weapons[] = {
	    "\033]", "\033c", "\033[66", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6", "\033[5i",
	};
	const struct home *home = *state;
	struct viewer *viewer;
	size_t length;

	home_write(home, "page.md", hostile_page);
	viewer = browse_at_home(home);
	viewer_type(viewer, "b");
	viewer_until(viewer, shows_star, "Compilateurs pour tous");
	viewer_type(viewer, "3");
	viewer_expect(viewer, "en bas");
	viewer_type(viewer, "4");
	viewer_expect_no(viewer, "en bas");
	viewer_type(viewer, "1j\r");
	viewer_expect(viewer, "Bal des");
	for (size_t i = 0; i < sizeof weapons / sizeof *weapons; i++)
		assert_null(strstr(viewer_bytes(viewer, &length), weapons[i]));
	viewer_bytes(viewer, &length);
	assert_int_equal(strlen(viewer_bytes(viewer, &length)), length);
	viewer_type(viewer, "1");
	viewer_quit(viewer);
}

/* Reminders */

static struct viewer *run_at(const struct home *home, const char *at)
{
	struct viewer_wish wish = wish_of(home);

	wish.arguments[1] = at;
	return viewer_run(&wish);
}

static bool has_rung(struct viewer *viewer, const void *unused)
{
	size_t length;
	const char *bytes = viewer_bytes(viewer, &length);

	(void)unused;
	return memchr(bytes, '\a', length);
}

/* The compilers start at 10:30. */
static void what_is_kept_is_announced(void **state)
{
	const struct home *home = *state;
	struct viewer *viewer = browse_at_home(home);

	viewer_type(viewer, "b");
	viewer_until(viewer, shows_star, "Compilateurs");
	viewer_quit(viewer);
	viewer = run_at(home, "--at=2031-05-15T10:25");
	viewer_expect(viewer, "In 5 min: Compilateurs pour tous, Halle aux grains");
	assert_false(has_rung(viewer, NULL));
	viewer_type(viewer, "k");
	viewer_expect(viewer, "? help");
	viewer_quit(viewer);
	home_write(home, ".config/nec-agenda/config.yaml", "remind: 3\nbell: true\n");
	viewer = run_at(home, "--at=2031-05-15T10:25");
	viewer_expect(viewer, "? help");
	assert_false(has_rung(viewer, NULL));
	viewer_quit(viewer);
	viewer = run_at(home, "--at=2031-05-15T10:27");
	viewer_expect(viewer, "In 3 min: Compilateurs");
	viewer_until(viewer, has_rung, NULL);
	viewer_quit(viewer);
}

/* Rest */

static long wake_ups(const struct viewer *viewer)
{
	static const char name[] = "voluntary_ctxt_switches:";
	char path[64], line[256];
	long count = -1;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/status", (int)viewer_pid(viewer));
	file = fopen(path, "re");
	assert_non_null(file);
	while (fgets(line, sizeof line, file))
		if (!strncmp(line, name, sizeof name - 1))
			count = atol(line + sizeof name - 1);
	fclose(file);
	assert_true(count >= 0);
	return count;
}

static void nothing_wakes_it_within_a_minute(void **state)
{
	enum { QUIET_MS = 700 };
	struct viewer *viewer = browse_at_home(*state);
	long before;

	while (viewer_listen(viewer, 100) > 0) {
		/* It is still starting. */
	}
	before = wake_ups(viewer);
	assert_int_equal(viewer_listen(viewer, QUIET_MS), 0);
	assert_int_equal(wake_ups(viewer), before);
	viewer_quit(viewer);
}

/* The agenda that is built in */

static void the_built_in_agenda_opens(void **state)
{
	const struct home *home = *state;
	struct viewer_wish wish = {
	    .folder = home->folder,
	    .arguments = {home->program, "--at=2023-10-19T10:42"},
	};
	struct viewer *viewer = viewer_run(&wish);

	viewer_expect(viewer, "10:42");
	viewer_expect(viewer, "Bordeaux");
	viewer_expect(viewer, "11:30");
	viewer_expect(viewer, "19:00");
	viewer_expect(viewer, "3 sessions");
	viewer_type(viewer, "b");
	viewer_until(viewer, shows_star, "since 9:00");
	viewer_type(viewer, "3");
	viewer_expect(viewer, "Palais de la Bourse");
	viewer_quit(viewer);
	assert_files(home, ".ics", 1);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, home_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(it_opens_at_any_size),
	    TEST(a_window_that_is_too_small_is_told_so),
	    TEST(enter_opens_what_is_selected),
	    TEST(two_keys_lead_to_a_day_and_one_to_what_is_practical),
	    TEST(the_cursor_is_on_what_is_selected),
	    TEST(a_search_narrows_as_one_types),
	    TEST(a_click_selects),
	    TEST(the_grid_is_walked_with_keys_and_the_mouse),
	    TEST(without_the_mouse_it_is_left_to_the_terminal),
	    TEST(what_another_program_wrote_is_painted_over),
	    TEST(a_bookmark_that_is_seen_survives_a_kill),
	    TEST(a_bookmark_is_taken_away_and_brought_back),
	    TEST(what_another_window_keeps_shows_by_itself),
	    TEST(what_other_programs_change_shows_by_itself),
	    TEST(what_changed_is_told_until_it_was_seen),
	    TEST(a_successor_takes_the_place_of_what_is_gone),
	    TEST(bookmarks_follow_a_corrected_title),
	    TEST(files_that_cannot_be_read_are_all_named_and_stay),
	    TEST(a_folder_that_cannot_be_had_is_told_and_nothing_ends),
	    TEST(a_limit_on_files_is_told_and_nothing_ends),
	    TEST(keys_that_are_signals_flush_nothing),
	    TEST(an_end_by_signal_leaves_the_terminal_clean),
	    TEST(a_crash_leaves_the_terminal_clean),
	    TEST(a_window_that_is_closed_ends_it),
	    TEST(it_stops_and_goes_on),
	    TEST(after_a_stop_that_it_did_not_see_it_paints_all),
	    TEST(the_agenda_comes_through_a_pipe_and_keys_from_the_terminal),
	    TEST(no_agenda_drives_the_terminal),
	    TEST(what_is_kept_is_announced),
	    TEST(nothing_wakes_it_within_a_minute),
	    TEST(the_built_in_agenda_opens),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("browser", tests, NULL, NULL);
}
