#include "config.h"

#include "read/collection.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "read/body.h"
#include "read/event_keys.h"
#include "read/page.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

struct file {
	char *name;  /* with the folder before it, as messages show it */
	bool below;  /* in a folder of the folder */
	bool loaded; /* the two below hold what was read */
	struct source source;
	struct front_matter front;
};

struct collection {
	const char *folder;
	struct arena *arena; /* of the front matters */
	ARRAY(struct file) files;
	ARRAY(char *) folders; /* one level down, full names */
	size_t bytes;	       /* of all files together */
	struct report *report;
};

/* Finding the files */

static char *join(const char *folder, const char *name)
{
	struct buffer path = {0};
	size_t length = strlen(folder);

	buffer_printf(&path, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/",
		      name);
	return buffer_steal(&path);
}

static bool is_markdown(const char *name)
{
	const char *suffix = strrchr(name, '.');

	return suffix && (!strcasecmp(suffix, ".md") || !strcasecmp(suffix, ".markdown"));
}

static void take_file(struct collection *c, const char *folder, const char *name, int descriptor)
{
	struct stat status;
	char *path = join(folder, name);
	struct place place = {.file = path};

	if (fstatat(descriptor, name, &status, 0)) {
		report_warning(c->report, place, _("this cannot be read: %s"), strerror(errno));
	} else if (!S_ISREG(status.st_mode)) {
		if (!S_ISDIR(status.st_mode))
			report_warning(c->report, place,
				       _("this is no regular file; it is passed over"));
	} else {
		array_push(&c->files, ((struct file){.name = path, .below = folder != c->folder}));
		return;
	}
	free(path);
}

static void take_folder(struct collection *c, const char *name, int descriptor)
{
	struct stat status;

	if (!fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) && S_ISDIR(status.st_mode))
		array_push(&c->folders, join(c->folder, name));
}

/* Lists a folder; false where it cannot be read. */
static bool list(struct collection *c, const char *folder)
{
	DIR *directory = opendir(folder);
	const struct dirent *entry;

	if (!directory)
		return false;
	while (c->files.count <= COLLECTION_MOST_FILES && (entry = readdir(directory))) {
		if (entry->d_name[0] == '.')
			continue;
		if (is_markdown(entry->d_name))
			take_file(c, folder, entry->d_name, dirfd(directory));
		else if (folder == c->folder)
			take_folder(c, entry->d_name, dirfd(directory));
	}
	closedir(directory);
	return true;
}

static int compare_files(const void *left, const void *right)
{
	return strcmp(((const struct file *)left)->name, ((const struct file *)right)->name);
}

static int compare_names(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool find_files(struct collection *c)
{
	struct place place = {.file = c->folder};

	if (!list(c, c->folder))
		return report_error(c->report, place, _("this folder cannot be read: %s"),
				    strerror(errno));
	if (c->folders.count)
		qsort(c->folders.items, c->folders.count, sizeof *c->folders.items, compare_names);
	array_each (char *, folder, &c->folders)
		if (!list(c, *folder))
			report_warning(c->report, (struct place){.file = *folder},
				       _("this folder cannot be read: %s"), strerror(errno));
	if (c->files.count > COLLECTION_MOST_FILES)
		return report_error(c->report, place, _("this folder holds more than %d pages"),
				    COLLECTION_MOST_FILES);
	if (c->files.count)
		qsort(c->files.items, c->files.count, sizeof *c->files.items, compare_files);
	return true;
}

/* Reading them */

/* What makes one file unreadable does not make the others so. */
static void pass_on(struct report *from, struct report *to)
{
	for (size_t i = 0; i < from->count; i++) {
		enum severity severity = from->items[i].severity;

		report_add(to, severity == SEVERITY_ERROR ? SEVERITY_WARNING : severity,
			   from->items[i].place, "%s", from->items[i].message);
	}
	report_free(from);
}

static void load(struct collection *c, struct file *file)
{
	struct report report = {0};

	file->loaded = source_read(&file->source, file->name, &report) &&
		       front_matter_read(&file->front, c->arena, &file->source, &report);
	pass_on(&report, c->report);
	c->bytes += file->source.length;
}

static void free_file(struct file *file)
{
	source_free(&file->source);
	free(file->name);
}

static void drop_unloaded(struct collection *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->files.count; i++) {
		if (c->files.items[i].loaded)
			c->files.items[kept++] = c->files.items[i];
		else
			free_file(&c->files.items[i]);
	}
	c->files.count = kept;
}

static bool load_files(struct collection *c)
{
	array_each (struct file, file, &c->files) {
		if (!report_step(c->report, c->bytes, 0))
			return false;
		load(c, file);
		if (c->bytes > SOURCE_LARGEST)
			return report_error(
			    c->report, (struct place){.file = c->folder},
			    _("the pages of this folder are larger than %d MB together"),
			    SOURCE_LARGEST / (1024 * 1024));
	}
	drop_unloaded(c);
	return true;
}

/* The event's page */

static const char *const usual_names[] = {"index.md", "_index.md", "event.md", "README.md"};

enum { USUAL_COUNT = sizeof usual_names / sizeof *usual_names };

/* Its place among the names an event's page usually has; USUAL_COUNT for none of them. */
static size_t usual_place(const struct file *file)
{
	const char *slash = strrchr(file->name, '/');
	size_t place = 0;

	while (place < USUAL_COUNT && strcmp(slash + 1, usual_names[place]) != 0)
		place++;
	return place;
}

static bool refuse_several(const struct collection *c, const struct file *one,
			   const struct file *other)
{
	return report_error(c->report, (struct place){.file = c->folder},
			    _("several pages here are an event's, %s and %s among them; name one "
			      "of them, or call it index.md"),
			    strrchr(one->name, '/') + 1, strrchr(other->name, '/') + 1);
}

/* Among pages with dates the one with a usual name counts, else it has to be alone. */
static bool find_dated(const struct collection *c, const struct file **event)
{
	const struct file *other = NULL;
	size_t best = USUAL_COUNT;

	array_each (const struct file, file, &c->files) {
		size_t place = usual_place(file);

		if (file->below || !event_keys_have_dates(file->front.map))
			continue;
		if (*event && place == best)
			other = file;
		if (*event && place >= best)
			continue;
		*event = file;
		best = place;
	}
	return best < USUAL_COUNT || !other || refuse_several(c, *event, other);
}

static const struct file *find_named(const struct collection *c)
{
	const struct file *event = NULL;
	size_t best = USUAL_COUNT;

	array_each (const struct file, file, &c->files) {
		if (file->below || usual_place(file) >= best)
			continue;
		event = file;
		best = usual_place(file);
	}
	return event;
}

static const struct file *find_event(const struct collection *c)
{
	const struct file *event = NULL;

	if (!find_dated(c, &event))
		return NULL;
	if (!event)
		event = find_named(c);
	if (!event)
		report_error(c->report, (struct place){.file = c->folder},
			     _("no page of an event is in this folder: a Markdown file with "
			       "event_start_date in its front matter, or one called index.md, "
			       "_index.md, event.md or README.md"));
	return event;
}

/* The sessions */

static bool has_title(const struct file *file)
{
	static const char *const names[] = {"title", "titre", "nom", "name"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (node_find(file->front.map, names[i]))
			return true;
	return false;
}

static bool has_sessions(const struct collection *c, const struct file *event)
{
	array_each (const struct file, file, &c->files)
		if (file != event && has_title(file))
			return true;
	return false;
}

/* The body is the description; where a key says one too, that becomes the abstract. */
static void take_body(struct session *session, struct builder *builder, const struct file *file)
{
	struct markup body = body_markup(builder, &file->front);

	if (!body.text)
		return;
	if (!session->abstract.text)
		session->abstract = session->description;
	session->description = body;
}

static void read_session(struct collection *c, const struct file *file, struct builder *builder,
			 const struct session_context *context)
{
	struct session *session;

	if (!has_title(file)) {
		report_note(c->report, (struct place){.file = file->name},
			    _("this is no session, for its front matter has no title"));
		return;
	}
	session = session_keys_read(builder, file->front.map, context, c->report);
	if (session)
		take_body(session, builder, file);
}

static bool read_files(struct collection *c, struct builder *builder)
{
	const struct file *event = find_event(c);
	struct session_context context;

	if (!event)
		return false;
	if (!has_sessions(c, event))
		return page_read(&event->source, builder, c->report);
	if (!page_read_parted(&event->source, &event->front, &context, builder, c->report))
		return false;
	context.rule = N_("a page of its own");
	array_each (const struct file, file, &c->files)
		if (file != event)
			read_session(c, file, builder, &context);
	return true;
}

bool collection_fits(const char *name)
{
	struct stat status;

	return !stat(name, &status) && S_ISDIR(status.st_mode);
}

bool collection_read(const char *name, struct builder *builder, struct report *report)
{
	struct collection c = {.folder = name, .arena = arena_new(), .report = report};
	bool read = find_files(&c) && load_files(&c) && read_files(&c, builder);

	array_each (struct file, file, &c.files)
		free_file(file);
	array_each (char *, folder, &c.folders)
		free(*folder);
	array_free(&c.files);
	array_free(&c.folders);
	arena_free(c.arena);
	return read;
}
