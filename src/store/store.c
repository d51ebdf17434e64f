#include "config.h"

#include "store/store.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/i18n.h"
#include "base/ical.h"
#include "base/memory.h"
#include "base/steady.h"
#include "store/catalogue.h"
#include "store/failure.h"
#include "store/file_name.h"
#include "store/folder.h"
#include "store/former.h"
#include "store/paths.h"
#include "store/record.h"
#include "store/save.h"
#include "store/vcalendar.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* How many files that are no bookmarks are named at once; the rest is counted. */
enum { NAMED_MOST = 5 };

/* How often a name that was free is found taken before a save is given up. */
enum { PLACES_MOST = 100 };

/* So many new bookmarks are brought to disk together. */
enum { TOGETHER_MOST = 256 };

/* Other windows do not wait for a folder for longer than twice this. Milliseconds. */
enum { LOCKED_LONGEST = 1000 };

/* How often a folder may vanish while something is done in it. */
enum { VANISHED_MOST = 10 };

/* What a bookmark's file held when it was removed. */
struct removed {
	char *id, *text;
};

struct store {
	const struct agenda *agenda;
	char *path; /* NULL where the environment does not say */
	struct catalogue files;
	ARRAY(struct removed) removed;
	bool tidied; /* what killed windows left undone was seen to */
};

struct store *store_open(const struct agenda *agenda)
{
	struct store *store = memory_alloc(1, sizeof *store);
	struct buffer path = {0};

	store->agenda = agenda;
	if (paths_data(&path)) {
		buffer_printf(&path, "/%s", agenda->id);
		store->path = buffer_steal(&path);
	}
	return store;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	catalogue_free(&store->files);
	array_each (struct removed, removed, &store->removed) {
		free(removed->id);
		free(removed->text);
	}
	array_free(&store->removed);
	free(store->path);
	free(store);
	late_clean_ical();
}

const char *store_path(const struct store *store)
{
	return store->path;
}

/* Loading */

static const char *const reasons[ENTRY_STATES] = {
    [ENTRY_FOREIGN] = N_("this event was not kept by nec-agenda; it is left as it is"),
    [ENTRY_NO_EVENT] = N_("this is no calendar event that can be read; it is left as it is"),
    [ENTRY_NO_FILE] = N_("this is no file; it is left as it is"),
    [ENTRY_TOO_LARGE] = N_("this file is too large for a bookmark; it is left as it is"),
};

static void name_file(const struct store *store, const struct entry *entry, struct report *report)
{
	struct buffer path = {0};
	struct place place = {0};

	buffer_printf(&path, "%s/%s", store->path, entry->name);
	place.file = buffer_text(&path);
	if (entry->state == ENTRY_UNREADABLE)
		report_warning(report, place, _("this file cannot be read: %s"),
			       strerror(entry->error));
	else
		report_warning(report, place, "%s", _(reasons[entry->state]));
	buffer_free(&path);
}

static void name_others(struct store *store, struct report *report)
{
	struct place folder = {store->path, 0, 0};
	size_t count = 0;

	for (size_t i = 0; i < store->files.count; i++) {
		struct entry *entry = &store->files.items[i];

		if (entry->state == ENTRY_KEPT || entry->named)
			continue;
		entry->named = true;
		if (count++ < NAMED_MOST)
			name_file(store, entry, report);
	}
	if (count > NAMED_MOST)
		report_warning(report, folder,
			       ngettext("%zu more file in this folder is no bookmark",
					"%zu more files in this folder are no bookmarks",
					count - NAMED_MOST),
			       count - NAMED_MOST);
	if (store->files.count == CATALOGUE_MOST)
		report_warning(report, folder, _("only %d files of this folder are read"),
			       CATALOGUE_MOST);
}

static int compare_ids(const void *left, const void *right)
{
	const struct entry *a = *(const struct entry *const *)left;
	const struct entry *b = *(const struct entry *const *)right;
	int order = strcmp(a->bookmark.id, b->bookmark.id);

	return order ? order : (a > b) - (a < b); /* entries of one array */
}

static void collect(const struct catalogue *files, struct bookmarks *bookmarks)
{
	const struct entry **kept = memory_alloc(files->count, sizeof *kept);
	size_t count = 0;

	for (size_t i = 0; i < files->count; i++)
		if (files->items[i].state == ENTRY_KEPT)
			kept[count++] = &files->items[i];
	qsort(kept, count, sizeof *kept, compare_ids);
	bookmarks_free(bookmarks);
	for (size_t i = 0; i < count; i++) /* of several with one id, the first counts */
		if (!i || strcmp(kept[i - 1]->bookmark.id, kept[i]->bookmark.id))
			bookmarks_set(bookmarks, &kept[i]->bookmark);
	free(kept);
}

bool store_load(struct store *store, struct bookmarks *bookmarks, struct report *report)
{
	int folder = store->path ? folder_open(store->path) : -1;
	int error = folder < 0 && store->path ? errno : 0;

	if (folder >= 0) {
		error = catalogue_update(&store->files, folder, store->agenda);
		close(folder);
	} else if (!error || error == ENOENT) {
		error = 0;
		catalogue_free(&store->files);
	}
	if (error)
		return failure_report(report, store->path,
				      _("the bookmarks cannot be read: %s (%s)"), error);
	collect(&store->files, bookmarks);
	name_others(store, report);
	return true;
}

/* Finding the file of a bookmark */

/*
 * Where the bookmark of an id is (*mode is SAVE_REPLACE) or may go (SAVE_NEW), as the folder was
 * when it was looked at last. Names before the `first` one are passed over. Fails where the file
 * that should be the one cannot be read.
 */
static int find_place(const struct store *store, const char *id, unsigned first,
		      struct buffer *name, enum save_mode *mode)
{
	const struct entry *entry = catalogue_find(&store->files, id, NULL);

	buffer_clear(name);
	*mode = entry ? SAVE_REPLACE : SAVE_NEW;
	if (entry) {
		buffer_puts(name, entry->name);
		return 0;
	}
	for (unsigned attempt = first;; attempt++) {
		buffer_clear(name);
		file_name_append(name, id, attempt);
		entry = catalogue_named(&store->files, buffer_text(name));
		if (!entry)
			return 0;
		if (entry->state == ENTRY_UNREADABLE)
			return entry->error;
	}
}

/* Saving */

/* Wishes that are carried out one after the other. */
struct saving {
	const struct record_wish *wishes; /* all of one kind */
	size_t count, done;
	struct buffer path;    /* of the file that was written last */
	struct report *report; /* hears how far it is, and may have it stopped */
};

/* Whether there is more to do, and nobody wanted it to stop. */
static bool goes_on(const struct saving *saving)
{
	return saving->done < saving->count &&
	       !(saving->report && progress_stopped(saving->report->progress));
}

static int look_anew(struct store *store, int folder)
{
	return catalogue_update(&store->files, folder, store->agenda);
}

/* Carries out one wish in the folder, which was looked at. */
static int save(struct store *store, int folder, const struct record_wish *wish,
		struct buffer *path)
{
	struct buffer name = {0};
	enum save_mode mode;
	int error = EEXIST;

	/* Another program, or a file system that does not see case, may take a name first. */
	for (unsigned first = 1; error == EEXIST && first <= PLACES_MOST; first++) {
		error = first > 1 ? look_anew(store, folder) : 0;
		if (!error)
			error = find_place(store, wish->id, first, &name, &mode);
		if (!error)
			error = record_write(folder, buffer_text(&name), mode, wish);
	}
	buffer_clear(path);
	buffer_puts(path, store->path);
	if (name.length)
		buffer_printf(path, "/%s", buffer_text(&name));
	buffer_free(&name);
	return error;
}

/*
 * Adds the next ones together, as far as that goes: of the first that does not, save() knows why.
 * An error is that of the folder.
 */
static int add_together(struct store *store, int folder, struct saving *saving)
{
	struct save_batch *batch = save_batch_new(folder);
	size_t written[TOGETHER_MOST], count = 0, at = saving->done, done;
	struct buffer name = {0};
	bool stopped = false;
	int error;

	for (; at < saving->count && count < TOGETHER_MOST && !stopped; at++) {
		const struct record_wish *wish = &saving->wishes[at];
		enum save_mode mode;

		if (find_place(store, wish->id, 1, &name, &mode))
			break;
		if (mode == SAVE_REPLACE) /* it is kept already */
			continue;
		if (record_add(batch, buffer_text(&name), wish))
			break;
		written[count++] = at;
		stopped = !report_step(saving->report, at, saving->count);
	}
	error = save_batch_finish(batch, &done);
	if (!error)
		saving->done = done < count ? written[done] : at;
	buffer_free(&name);
	return error;
}

/* Carries out at least one of the next wishes. */
static int save_next(struct store *store, int folder, struct saving *saving)
{
	size_t before = saving->done;
	int error = 0;

	if (saving->wishes->kind == RECORD_ADD)
		error = add_together(store, folder, saving);
	if (error || saving->done > before)
		return error;
	error = save(store, folder, &saving->wishes[before], &saving->path);
	saving->done += !error;
	return error;
}

/*
 * Carries out the next wishes, so long as that keeps other windows out and does not make them wait
 * for long. The folder is looked at once for all of them: what another program makes meanwhile is
 * seen where it has the name that a bookmark would have.
 */
static int save_some(struct store *store, int folder, bool locked, struct saving *saving)
{
	int64_t until = steady_milliseconds() + (locked ? LOCKED_LONGEST : 0);
	int error = look_anew(store, folder);

	if (error)
		return error;
	do {
		error = save_next(store, folder, saving);
		report_step(saving->report, saving->done, saving->count);
	} while (!error && goes_on(saving) && steady_milliseconds() < until);
	return error;
}

static bool no_home(struct report *report)
{
	return report_error(report, (struct place){0},
			    _("there is no place for bookmarks: set HOME or XDG_DATA_HOME to a "
			      "folder, with its full path"));
}

/*
 * Once: brings to disk where the folder stands, which a window that made it may not have lived to
 * do, and removes what was left behind in it, if no other window can be at work there.
 */
static int tidy(struct store *store, int folder, bool locked)
{
	int error = store->tidied ? 0 : folder_settle(store->path);

	if (!store->tidied && locked)
		save_sweep(folder);
	store->tidied = store->tidied || !error;
	return error;
}

/* Saves in the folder as it is now; *vanished says that this one is not there any more, nor what
 * was saved in it. */
static int save_once(struct store *store, struct saving *saving, bool *vanished)
{
	bool makes = record_makes(saving->wishes->kind), locked;
	int folder = makes ? folder_make(store->path) : folder_open(store->path);
	int error = folder < 0 ? errno : 0;

	buffer_clear(&saving->path);
	buffer_puts(&saving->path, store->path);
	*vanished = makes && error == ENOENT;
	if (error)
		return error;
	locked = folder_lock(folder);
	error = save_some(store, folder, locked, saving);
	if (!error)
		error = tidy(store, folder, locked);
	*vanished = !folder_is_at(folder, store->path);
	if (*vanished)
		saving->done = 0;
	close(folder);
	return error;
}

/* A wish about a bookmark that is not there any more is carried out, unless it is for a note. */
static bool is_done(int error, enum record_wish_kind kind)
{
	return !error || (error == ENOENT && (kind == RECORD_RENEW || kind == RECORD_LOSE));
}

/* True where nothing went wrong; how many are done is in *saving. */
static bool save_wishes(struct store *store, struct saving *saving)
{
	int left = VANISHED_MOST, error = 0;
	bool vanished = false;

	if (!store->path)
		return no_home(saving->report);
	while (left && (!error || vanished) && goes_on(saving)) {
		error = save_once(store, saving, &vanished);
		left -= vanished;
	}
	if (vanished && !error)
		error = ENOENT;
	if (is_done(error, saving->wishes->kind))
		error = 0;
	if (error)
		failure_report(saving->report, buffer_text(&saving->path),
			       _("saving the bookmark failed: %s (%s)"), error);
	buffer_free(&saving->path);
	return !error;
}

static bool save_wish(struct store *store, const struct record_wish *wish, struct report *report)
{
	struct saving saving = {.wishes = wish, .count = 1, .report = report};

	return save_wishes(store, &saving);
}

bool store_save(struct store *store, const struct agenda *agenda, size_t session, const char *note,
		struct report *report)
{
	const struct record_wish wish = {.kind = RECORD_KEEP,
					 .id = agenda->sessions[session].id,
					 .agenda = agenda,
					 .session = session,
					 .note = note};

	return save_wish(store, &wish, report);
}

bool store_add(struct store *store, const struct agenda *agenda,
	       const struct store_addition *additions, size_t count, size_t *kept,
	       struct report *report)
{
	struct record_wish *wishes = memory_alloc(count, sizeof *wishes);
	struct saving saving = {.wishes = wishes, .count = count, .report = report};
	bool done = true;

	for (size_t i = 0; i < count; i++)
		wishes[i] = (struct record_wish){
		    .kind = RECORD_ADD,
		    .id = agenda->sessions[additions[i].session].id,
		    .agenda = agenda,
		    .session = additions[i].session,
		    .note = additions[i].note,
		};
	if (count)
		done = save_wishes(store, &saving);
	*kept = saving.done;
	free(wishes);
	return done && *kept == count;
}

bool store_note(struct store *store, const char *id, const char *note, struct report *report)
{
	const struct record_wish wish = {.kind = RECORD_NOTE, .id = id, .note = note};

	return save_wish(store, &wish, report);
}

bool store_renew(struct store *store, const struct agenda *agenda, size_t session,
		 struct report *report)
{
	const struct record_wish wish = {.kind = RECORD_RENEW,
					 .id = agenda->sessions[session].id,
					 .agenda = agenda,
					 .session = session};

	return save_wish(store, &wish, report);
}

bool store_lose(struct store *store, const char *id, struct report *report)
{
	const struct record_wish wish = {.kind = RECORD_LOSE, .id = id};

	return save_wish(store, &wish, report);
}

/* What was removed, by its id, or NULL. */
static struct removed *find_removed(struct store *store, const char *id)
{
	array_each (struct removed, removed, &store->removed)
		if (!strcmp(removed->id, id))
			return removed;
	return NULL;
}

bool store_can_restore(struct store *store, const char *id)
{
	return find_removed(store, id);
}

bool store_restore(struct store *store, const char *id, struct report *report)
{
	const struct removed *removed = find_removed(store, id);
	const struct record_wish wish = {
	    .kind = RECORD_RESTORE, .id = id, .text = removed ? removed->text : NULL};

	return save_wish(store, &wish, report);
}

/* The folder under a former title */

char *store_former(const struct store *store, size_t *count)
{
	return store->path ? former_find(store->path, store->agenda, count) : NULL;
}

bool store_adopt(struct store *store, const char *former, struct report *report)
{
	int error;

	if (!store->path)
		return no_home(report);
	error = former_adopt(store->path, former);
	if (error)
		return failure_report(report, store->path,
				      _("the bookmarks could not be taken over: %s (%s)"), error);
	return true;
}

bool store_make(struct store *store, struct report *report)
{
	int folder = store->path ? folder_make(store->path) : -1;

	if (!store->path)
		return no_home(report);
	if (folder < 0)
		return failure_report(report, store->path,
				      _("the folder for bookmarks could not be made: %s (%s)"),
				      errno);
	close(folder);
	return true;
}

/* Removing */

static void remember(struct store *store, const char *id, struct buffer *text)
{
	struct removed *removed = find_removed(store, id);

	if (!removed) {
		array_push(&store->removed, (struct removed){.id = memory_strdup(id)});
		removed = &store->removed.items[store->removed.count - 1];
	}
	free(removed->text);
	removed->text = buffer_steal(text);
}

/* What it held is left in *text unless that holds something already. */
static int remove_one(int folder, const char *name, const char *id, struct buffer *text)
{
	struct buffer held = {0};
	struct vcalendar *item;
	int error = record_read(folder, name, id, &item, &held);

	if (item)
		error = save_remove(folder, name);
	if (item && !error && !text->length)
		buffer_puts(text, buffer_text(&held));
	vcalendar_free(item);
	buffer_free(&held);
	return error == ENOENT || error == EEXIST ? 0 : error; /* gone, or another one's now */
}

static int remove_all(struct store *store, int folder, const char *id)
{
	struct buffer name = {0}, text = {0};
	enum save_mode mode;
	int error = look_anew(store, folder);
	const struct entry *entry;

	if (!error)
		error = find_place(store, id, 1, &name, &mode);
	entry = catalogue_find(&store->files, id, NULL);
	for (; entry && !error; entry = catalogue_find(&store->files, id, entry))
		error = remove_one(folder, entry->name, id, &text);
	if (text.length)
		remember(store, id, &text);
	buffer_free(&name);
	buffer_free(&text);
	return error;
}

/* As save_once(). */
static int remove_once(struct store *store, const char *id, bool *vanished)
{
	int folder = folder_open(store->path), error;

	*vanished = false;
	if (folder < 0)
		return errno;
	folder_lock(folder);
	error = remove_all(store, folder, id);
	*vanished = !folder_is_at(folder, store->path);
	close(folder);
	return error;
}

bool store_remove(struct store *store, const char *id, struct report *report)
{
	bool vanished = store->path;
	int error = 0;

	for (int i = 0; vanished && i < VANISHED_MOST; i++)
		error = remove_once(store, id, &vanished);
	if (error && error != ENOENT)
		return failure_report(report, store->path,
				      _("removing the bookmark failed: %s (%s)"), error);
	return true;
}
