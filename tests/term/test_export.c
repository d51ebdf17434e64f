/*
 * Sessions carried away from the running program: the file is there whole, says what the command
 * line prints, and nothing is replaced or left behind that nobody asked for.
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
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char page[] = "---\n"
			   "title: Rencontres du code ouvert\n"
			   "event_start_date: 2031-05-14 00:00:00 +0200\n"
			   "event_end_date: 2031-05-16 00:00:00 +0200\n"
			   "lieu: Halle aux grains\n"
			   "---\n\n"
			   "## Jeudi 15 mai\n\n"
			   "- 9h – 10h : Petit déjeuner\n"
			   "- 10h30 – 12h : Compilateurs pour tous\n"
			   "- 14h – 16h : Atelier de traduction\n";

static int set_up(void **state)
{
	struct home *home = memory_alloc(1, sizeof *home);

	home_begin(home, page);
	*state = home;
	return 0;
}

static struct viewer *browse(const struct home *home)
{
	const struct viewer_wish wish = {
	    .folder = home->folder,
	    .arguments = {home->program, "--at=2031-05-15T10:00", home->agenda},
	};
	struct viewer *viewer = viewer_run(&wish);

	viewer_expect(viewer, "Compilateurs");
	viewer_expect(viewer, "? help");
	return viewer;
}

/* Chooses the last row of the sheet and types the name of a file. */
static void write_to(struct viewer *viewer, const char *path)
{
	viewer_type(viewer, "Gkk\r");
	viewer_expect(viewer, "File: ");
	viewer_type(viewer, "\025");
	viewer_type(viewer, path);
	viewer_type(viewer, "\r");
}

static char *text_of(const struct home *home, const char *name)
{
	char path[PATH_MAX], bytes[4096];
	struct buffer text = {0};
	size_t count;
	FILE *file;

	home_path(home, name, path);
	file = fopen(path, "re");
	assert_non_null(file);
	while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
		buffer_append(&text, bytes, count);
	fclose(file);
	return buffer_steal(&text);
}

/* What the command line prints of the same bookmarks. */
static char *printed(const struct home *home, const char *options)
{
	struct buffer command = {0};

	buffer_printf(&command,
		      "env -i HOME='%s' LC_ALL=C.UTF-8 '%s' --at=2031-05-15T10:00 %s '%s' "
		      ">'%s/printed'",
		      home->folder, home->program, options, home->agenda, home->folder);
	assert_int_equal(system(buffer_text(&command)), 0);
	buffer_free(&command);
	return text_of(home, "printed");
}

static void assert_same(const struct home *home, const char *name, const char *options)
{
	char *written = text_of(home, name), *wanted = printed(home, options);

	assert_string_equal(written, wanted);
	assert_true(*wanted);
	free(written);
	free(wanted);
}

static void my_agenda_is_written_as_it_is_printed(void **state)
{
	const struct home *home = *state;
	struct viewer *viewer = browse(home);
	struct stat status;
	char path[PATH_MAX];

	viewer_type(viewer, "bjb4");
	viewer_expect(viewer, "2 sessions");
	viewer_type(viewer, "e");
	viewer_expect(viewer, "(x) My agenda");
	write_to(viewer, "~/mine.ics");
	viewer_expect(viewer, "Written: ~/mine.ics");
	assert_same(home, "mine.ics", "--print=ics --bookmarked");
	home_path(home, "mine.ics", path);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777 & ~0644, 0);
	viewer_type(viewer, "e");
	viewer_expect(viewer, "(x) My agenda");
	viewer_type(viewer, "gjjj\rkkk\r"); /* everything, as text */
	viewer_expect(viewer, "(x) text");
	write_to(viewer, "~/all.txt");
	viewer_expect(viewer, "Written: ~/all.txt");
	assert_same(home, "all.txt", "--print");
	viewer_quit(viewer);
}

static void a_file_that_is_there_is_asked_about(void **state)
{
	const struct home *home = *state;
	struct viewer *viewer = browse(home);
	char *text;

	home_write(home, "mine.ics", "precious");
	viewer_type(viewer, "e");
	viewer_expect(viewer, "(x) This session");
	write_to(viewer, "~/mine.ics");
	viewer_expect(viewer, "replace it?");
	viewer_type(viewer, "n");
	viewer_expect_no(viewer, "replace it?");
	text = text_of(home, "mine.ics");
	assert_string_equal(text, "precious");
	free(text);
	write_to(viewer, "~/mine.ics");
	viewer_expect(viewer, "replace it?");
	viewer_type(viewer, "y");
	viewer_expect(viewer, "Written: ~/mine.ics");
	text = text_of(home, "mine.ics");
	assert_non_null(strstr(text, "SUMMARY:Compilateurs pour tous"));
	assert_null(strstr(text, "Atelier"));
	free(text);
	viewer_quit(viewer);
}

static int count_names(const char *folder)
{
	DIR *entries = opendir(folder);
	int count = 0;

	assert_non_null(entries);
	while (readdir(entries))
		count++;
	closedir(entries);
	return count;
}

static void what_cannot_be_written_is_said_and_leaves_nothing(void **state)
{
	static const char *const paths[] = {"~", "~/", "~/nowhere/mine.ics", "~/page.md/mine.ics",
					    "~/pipe"};
	const struct home *home = *state;
	struct viewer *viewer = browse(home);
	char pipe[PATH_MAX];
	int before;

	home_path(home, "pipe", pipe);
	assert_int_equal(mkfifo(pipe, 0600), 0);
	before = count_names(home->folder);
	viewer_type(viewer, "e");
	viewer_expect(viewer, "(x) This session");
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		write_to(viewer, paths[i]);
		viewer_expect(viewer, "Not written: ");
		viewer_type(viewer, "k");
		viewer_expect_no(viewer, "Not written: ");
	}
	assert_int_equal(count_names(home->folder), before);
	viewer_type(viewer, "\033");
	viewer_expect(viewer, "q quit");
	viewer_quit(viewer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(my_agenda_is_written_as_it_is_printed, set_up,
					    home_leave),
	    cmocka_unit_test_setup_teardown(a_file_that_is_there_is_asked_about, set_up,
					    home_leave),
	    cmocka_unit_test_setup_teardown(what_cannot_be_written_is_said_and_leaves_nothing,
					    set_up, home_leave),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}
