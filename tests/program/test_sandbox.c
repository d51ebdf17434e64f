/*
 * What a process can still do once it has shut itself in. Each test enters the sandbox in a child,
 * because there is no way out; the child's status says how it went.
 */
#include "config.h"

#include "sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { HOLDS = 0, DOES_NOT_HOLD = 1, NO_LOCKS = 77 };

static char folder[] = "/tmp/sandbox-XXXXXX";

static void put(const char *name, const char *text)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static bool reads(const char *name, const char *wanted)
{
	char path[128], text[64] = "";
	ssize_t length;
	int file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = open(path, O_RDONLY);
	length = read(file, text, sizeof text - 1);
	close(file);
	return length >= 0 && !strcmp(text, wanted);
}

/* Enters; ends the child where this kernel has not both locks to give. */
static void enter(void)
{
	const char *const folders[] = {folder, "/nonexistent"};
	struct report report = {0};

	sandbox_enter(folders, 2, &report);
	if (report.count)
		_exit(NO_LOCKS);
}

/* Runs a scene in a child and hands back how it ended. */
static void assert_in_child(int (*scene)(void))
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(scene());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NO_LOCKS)
		skip();
	assert_int_equal(WEXITSTATUS(status), HOLDS);
}

static int prove(void)
{
	struct buffer told = {0};

	enter();
	if (sandbox_prove(&told) && !strstr(buffer_text(&told), "NO"))
		return HOLDS;
	fputs(buffer_text(&told), stderr);
	return DOES_NOT_HOLD;
}

static void everything_harmful_is_refused(void **state)
{
	(void)state;
	assert_in_child(prove);
}

/* The proof is worth something only if it can fail. */
static void nothing_is_refused_outside(void **state)
{
	struct buffer told = {0};
	int lines = 0;

	(void)state;
	assert_false(sandbox_prove(&told));
	for (const char *at = buffer_text(&told); (at = strstr(at, ": NO\n")); at++)
		lines++;
	assert_in_range(lines, 5, 7);
	buffer_free(&told);
}

/* Programs replace a file by renaming another one over it; the folder is what is watched. */
static int read_what_was_renamed(void)
{
	char event[4096], line[2];
	int watch, told[2], go[2];
	pid_t other;

	if (pipe(told) || pipe(go))
		return DOES_NOT_HOLD;
	other = fork();
	if (other == 0) {
		char from[128], to[128];

		snprintf(from, sizeof from, "%s/next", folder);
		snprintf(to, sizeof to, "%s/page", folder);
		_exit(read(go[0], line, 1) != 1 || rename(from, to) || write(told[1], "x", 1) != 1);
	}
	enter();
	watch = inotify_init1(IN_CLOEXEC);
	if (!reads("page", "first") || inotify_add_watch(watch, folder, IN_MOVED_TO) < 0)
		return DOES_NOT_HOLD;
	if (write(go[1], "x", 1) != 1 || read(told[0], line, 1) != 1)
		return DOES_NOT_HOLD;
	if (read(watch, event, sizeof event) <= 0 || !reads("page", "second"))
		return DOES_NOT_HOLD;
	return HOLDS;
}

static void the_folder_stays_readable(void **state)
{
	(void)state;
	put("page", "first");
	put("next", "second");
	assert_in_child(read_what_was_renamed);
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	char path[128];

	(void)state;
	snprintf(path, sizeof path, "%s/page", folder);
	unlink(path);
	snprintf(path, sizeof path, "%s/next", folder);
	unlink(path);
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_is_refused_outside),
	    cmocka_unit_test(everything_harmful_is_refused),
	    cmocka_unit_test(the_folder_stays_readable),
	};

	return cmocka_run_group_tests_name("sandbox", tests, make_folder, remove_folder);
}
