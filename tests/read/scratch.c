#include "config.h"

#include "scratch.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <errno.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static struct arena *arena;
static const char *folder;

int scratch_begin(void **state)
{
	const char *root = getenv("TMPDIR");
	struct buffer name = {0};

	(void)state;
	arena = arena_new();
	buffer_printf(&name, "%s/read-XXXXXX", root ? root : "/tmp");
	if (!mkdtemp(name.data))
		return -1;
	folder = arena_strdup(arena, name.data);
	buffer_free(&name);
	return 0;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
	(void)status, (void)kind, (void)walk;
	return remove(path);
}

int scratch_end(void **state)
{
	int failed = nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);

	(void)state;
	arena_free(arena);
	arena = NULL;
	return failed;
}

const char *scratch_path(const char *name)
{
	struct buffer path = {0};
	const char *kept;

	buffer_printf(&path, "%s/%s", folder, name);
	kept = arena_strdup(arena, buffer_text(&path));
	buffer_free(&path);
	return kept;
}

static void make_folders(const char *path)
{
	char *copy = arena_strdup(arena, path);

	for (char *slash = strchr(copy + strlen(folder) + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		assert_true(!mkdir(copy, 0777) || errno == EEXIST);
		*slash = '/';
	}
}

const char *scratch_write_bytes(const char *name, const char *bytes, size_t length)
{
	const char *path = scratch_path(name);
	FILE *file;

	make_folders(path);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
	return path;
}

const char *scratch_write(const char *name, const char *text)
{
	return scratch_write_bytes(name, text, strlen(text));
}

/* What a finding says, as users see it, without the folder. */
static void tell(struct buffer *out, const struct finding *finding)
{
	const char *file = finding->place.file ? finding->place.file : "";

	if (!strncmp(file, folder, strlen(folder)))
		file += strlen(folder) + (file[strlen(folder)] == '/');
	buffer_puts(out, file);
	if (finding->place.line)
		buffer_printf(out, ":%d", finding->place.line);
	if (finding->place.column)
		buffer_printf(out, ":%d", finding->place.column);
	buffer_printf(out, ": %s\n", finding->message);
}

static bool says(const struct finding *finding, const char *place, const char *text)
{
	struct buffer told = {0};
	size_t length = strlen(place);
	bool found;

	tell(&told, finding);
	found = strstr(buffer_text(&told), text) &&
		(!length || (!strncmp(buffer_text(&told), place, length) &&
			     strchr(":", buffer_text(&told)[length])));
	buffer_free(&told);
	return found;
}

static void tell_all(struct buffer *out, const struct report *report)
{
	for (size_t i = 0; i < report->count; i++)
		tell(out, &report->items[i]);
}

void scratch_assert_said(const struct report *report, enum severity severity, const char *place,
			 const char *text)
{
	struct buffer all = {0};

	for (size_t i = 0; i < report->count; i++)
		if (report->items[i].severity == severity && says(&report->items[i], place, text))
			return;
	tell_all(&all, report);
	print_error("wanted: %s: …%s…\nsaid:\n%s", place, text, buffer_text(&all));
	buffer_free(&all);
	fail();
}

void scratch_assert_unsaid(const struct report *report, enum severity severity, const char *text)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->items[i].severity >= severity && strstr(report->items[i].message, text))
			fail_msg("said: %s", report->items[i].message);
}
