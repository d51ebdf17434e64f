#include "config.h"

#include "home.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void join(char *out, const char *folder, const char *name)
{
	assert_in_range(snprintf(out, PATH_MAX, "%s/%s", folder, name), 1, PATH_MAX - 1);
}

static void find_program(struct home *home)
{
	const char *built = getenv("builddir");
	char here[PATH_MAX];

	if (!built || !*built)
		built = ".";
	assert_non_null(getcwd(here, sizeof here));
	if (*built != '/') {
		join(home->program, here, built);
		memcpy(here, home->program, sizeof here);
		built = here;
	}
	join(home->program, built, "nec-agenda");
}

void home_begin(struct home *home, const char *page)
{
	const char *temporary = getenv("TMPDIR");

	join(home->folder, temporary && *temporary ? temporary : "/tmp", "nec-agenda-XXXXXX");
	assert_non_null(mkdtemp(home->folder));
	find_program(home);
	home_path(home, "page.md", home->agenda);
	if (page)
		home_write(home, "page.md", page);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *at)
{
	(void)status, (void)kind, (void)at;
	return remove(path);
}

void home_end(struct home *home)
{
	assert_int_equal(nftw(home->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
}

int home_leave(void **state)
{
	home_end(*state);
	free(*state);
	return 0;
}

void home_path(const struct home *home, const char *name, char *out)
{
	join(out, home->folder, name);
}

static void make_folders(const struct home *home, const char *name)
{
	char folder[PATH_MAX];

	home_path(home, name, folder);
	for (char *at = folder + strlen(home->folder) + 1; (at = strchr(at, '/')); *at++ = '/') {
		*at = '\0';
		mkdir(folder, 0700); /* where it fails, the file cannot be written */
	}
}

void home_write(const struct home *home, const char *name, const char *text)
{
	char path[PATH_MAX];
	FILE *file;

	make_folders(home, name);
	home_path(home, name, path);
	file = fopen(path, "we");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

void home_write_program(const struct home *home, const char *name, const char *text)
{
	char path[PATH_MAX];

	home_write(home, name, text);
	home_path(home, name, path);
	assert_int_equal(chmod(path, 0700), 0);
}
