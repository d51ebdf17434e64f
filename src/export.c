#include "config.h"

#include "export.h"

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "store/folder.h"
#include "store/save.h"
#include "write/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_COLUMNS = 80 };

struct app_format *export_formats(size_t *count)
{
	const struct writer *writers = writer_table();
	struct app_format *formats;

	for (*count = 0; writers[*count].name;)
		++*count;
	formats = memory_alloc(*count + 1, sizeof *formats);
	for (size_t i = 0; i < *count; i++)
		formats[i] =
		    (struct app_format){writers[i].name, writers[i].extension, writers[i].summary};
	return formats;
}

/* Paths */

static const char *home(void)
{
	const char *path = getenv("HOME");

	return path && *path == '/' ? path : NULL;
}

/* The whole path of what the user typed. */
static char *whole_path(const char *typed)
{
	struct buffer path = {0};
	char here[PATH_MAX];

	if (*typed == '~' && (!typed[1] || typed[1] == '/') && home())
		buffer_printf(&path, "%s%s", home(), typed + 1);
	else if (*typed != '/' && getcwd(here, sizeof here))
		buffer_printf(&path, "%s/%s", strcmp(here, "/") ? here : "", typed);
	else
		buffer_puts(&path, typed);
	return buffer_steal(&path);
}

static void say_path(struct buffer *out, const char *path)
{
	size_t length = home() ? strlen(home()) : 0;

	buffer_clear(out);
	if (length > 1 && !strncmp(path, home(), length) && path[length] == '/')
		buffer_printf(out, "~%s", path + length);
	else
		buffer_puts(out, path);
}

/* Errors */

static const char *advice_for(int error)
{
	static const struct {
		int error;
		const char *advice;
	} advices[] = {
	    {ENOENT, N_("choose a folder that is there")},
	    {ENOTDIR, N_("choose a folder that is there")},
	    {EISDIR, N_("give the file a name of its own")},
	    {EINVAL, N_("what stands there is no file: give it another name")},
	    {ENOSPC, N_("free some space, then try again")},
	    {EDQUOT, N_("free some space, then try again")},
	    {ENAMETOOLONG, N_("give the file a shorter name")},
	};

	for (size_t i = 0; i < sizeof advices / sizeof *advices; i++)
		if (advices[i].error == error)
			return _(advices[i].advice);
	return _("choose another folder");
}

static enum export_end fail(struct report *report, const struct buffer *path, int error)
{
	report_error(report, (struct place){0}, _("%1$s: %2$s (%3$s)"), buffer_text(path),
		     strerror(error), advice_for(error));
	return EXPORT_FAILED;
}

/* Writing */

void export_text(struct buffer *out, const struct export_order *order, const struct agenda *agenda,
		 civil_moment now, bool ascii)
{
	const struct writer *writer = &writer_table()[order->format];
	struct buffer text = {0};
	const struct writer_job job = {
	    .agenda = agenda,
	    .query = order->query,
	    .rows = order->rows,
	    .bookmarks = order->bookmarks,
	    .whole = order->whole,
	    .in_full = order->in_full,
	    .now = now,
	    .width = TEXT_COLUMNS,
	};

	writer->write(&text, &job);
	if (ascii && writer->is_text)
		ascii_append(out, buffer_text(&text), text.length);
	else
		buffer_append(out, buffer_text(&text), text.length);
	buffer_free(&text);
}

/* As programs make files, and not the user's alone as bookmarks are. */
static void set_usual_mode(int folder, const char *name)
{
	mode_t mask = umask(0);

	umask(mask);
	if (fchmodat(folder, name, 0666 & ~mask, 0))
		return; /* then it stays the user's alone */
}

/* Returns 0 or an errno value; EEXIST where there is a file that may be replaced. */
static int save(int folder, const char *name, const struct buffer *text, bool replace)
{
	struct stat status;
	bool there = !fstatat(folder, name, &status, 0);
	int error;

	if (!*name || (there && S_ISDIR(status.st_mode)))
		return EISDIR;
	if (there && !S_ISREG(status.st_mode))
		return EINVAL;
	if (there && !replace)
		return EEXIST;
	error = save_file(folder, name, buffer_text(text), text->length,
			  replace ? SAVE_REPLACE : SAVE_NEW);
	if (!error && !there)
		set_usual_mode(folder, name);
	return error;
}

static int save_at(const char *path, const struct buffer *text, bool replace)
{
	const char *slash = strrchr(path, '/');
	char *above = memory_strndup(path, (size_t)(slash - path) + 1);
	int folder = folder_open(above), error = folder < 0 ? errno : 0;

	free(above);
	if (error)
		return error;
	error = save(folder, slash + 1, text, replace);
	close(folder);
	return error;
}

enum export_end export_write(const struct export_order *order, const struct agenda *agenda,
			     civil_moment now, bool ascii, struct buffer *path,
			     struct report *report)
{
	char *whole = whole_path(order->path);
	struct buffer text = {0};
	int error = ENOENT;

	say_path(path, whole);
	if (*whole == '/') {
		export_text(&text, order, agenda, now, ascii);
		error = save_at(whole, &text, order->replace);
	}
	buffer_free(&text);
	free(whole);
	if (error == EEXIST)
		return EXPORT_THERE;
	return error ? fail(report, path, error) : EXPORT_DONE;
}
