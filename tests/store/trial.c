#include "config.h"

#include "trial.h"

#include "base/memory.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

#define STRANGER  TRIAL_FOLDER "/stranger.ics"
#define LINK	  TRIAL_FOLDER "/" SAMPLE_TALK ".ics"
#define ELSEWHERE "elsewhere/talk.ics"

static const char stranger[] = "BEGIN:VCALENDAR\r\nnot quite\r\n";

const struct trial trials[] = {
    [TRIAL_FIRST] = {"first bookmark", NULL, "new", TRIAL_SAVES, false, false},
    [TRIAL_NEW] = {"new bookmark", NULL, "new", TRIAL_SAVES, true, false},
    [TRIAL_NOTE] = {"new note", "old", "new", TRIAL_SAVES, true, false},
    [TRIAL_LINKED] = {"new note of a linked file", "old", "new", TRIAL_SAVES, true, true},
    [TRIAL_ADDITION] = {"addition of several", NULL, "new", TRIAL_ADDS, true, false},
    [TRIAL_RENEWAL] = {"renewal", "old", "old", TRIAL_RENEWS, true, false},
    [TRIAL_REMOVAL] = {"removal", "old", NULL, TRIAL_REMOVES, true, false},
    [TRIAL_RETURN] = {"return", NULL, "old", TRIAL_RESTORES, true, false},
};

static bool save(struct scene *scene, const char *id, const char *note)
{
	return store_save(scene->store, scene->agenda, sample_session(scene->agenda, id), note,
			  &scene->report);
}

int trial_set_up(void **state)
{
	struct scene *scene = memory_alloc(1, sizeof *scene);

	scene->agenda = sample_agenda(SAMPLE_OFFSET);
	*state = scene;
	return 0;
}

int trial_tear_down(void **state)
{
	struct scene *scene = *state;

	bookmarks_free(&scene->bookmarks);
	buffer_free(&scene->text);
	agenda_free(scene->agenda);
	free(scene);
	return 0;
}

static void furnish(struct scene *scene)
{
	sample_write(STRANGER, stranger);
	assert_true(save(scene, SAMPLE_NIGHT, "beside"));
}

/* Puts the file elsewhere and a link in its place. */
static void make_link(void)
{
	char target[1000];

	sample_write(ELSEWHERE, "");
	snprintf(target, sizeof target, "%s", sample_path(ELSEWHERE));
	assert_int_equal(rename(sample_path(LINK), target), 0);
	assert_int_equal(symlink("../../" ELSEWHERE, sample_path(LINK)), 0);
}

void trial_prepare(struct scene *scene, const struct trial *trial)
{
	sample_home_make_in_memory();
	scene->added = 0;
	scene->store = store_open(scene->agenda);
	if (trial->furnished)
		furnish(scene);
	if (trial->before)
		assert_true(save(scene, SAMPLE_TALK, trial->before));
	if (trial->deed == TRIAL_RESTORES) {
		assert_true(save(scene, SAMPLE_TALK, trial->after));
		assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	}
	if (trial->linked)
		make_link();
}

/* What is kept already, then what is tried, then one more. */
static bool add_all(struct scene *scene, const struct trial *trial)
{
	const struct store_addition additions[] = {
	    {sample_session(scene->agenda, SAMPLE_NIGHT), "not to be written"},
	    {sample_session(scene->agenda, SAMPLE_TALK), trial->after},
	    {sample_session(scene->agenda, SAMPLE_OPEN), "beside"},
	};
	bool done =
	    store_add(scene->store, scene->agenda, additions, 3, &scene->added, &scene->report);

	assert_true(done ? scene->added == 3 : scene->added < 3);
	return done;
}

bool trial_perform(struct scene *scene, const struct trial *trial)
{
	size_t talk = sample_session(scene->agenda, SAMPLE_TALK);

	switch (trial->deed) {
	case TRIAL_ADDS:
		return add_all(scene, trial);
	case TRIAL_RENEWS:
		return store_renew(scene->store, scene->agenda, talk, &scene->report);
	case TRIAL_REMOVES:
		return store_remove(scene->store, SAMPLE_TALK, &scene->report);
	case TRIAL_RESTORES:
		return store_restore(scene->store, SAMPLE_TALK, &scene->report);
	default:
		return save(scene, SAMPLE_TALK, trial->after);
	}
}

int trial_files_made(const struct trial *trial)
{
	return trial->deed == TRIAL_ADDS ? 2 : 1;
}

int trial_calls_least(const struct trial *trial)
{
	return trial->deed == TRIAL_REMOVES ? 10 : 15;
}

void trial_close(struct scene *scene)
{
	store_close(scene->store);
	scene->store = NULL;
	report_free(&scene->report);
	sample_home_remove();
}

const char *trial_old_note(const struct trial *trial)
{
	return trial->before ? trial->before : "";
}

const char *trial_new_note(const struct trial *trial)
{
	return trial->after ? trial->after : "";
}

static void load_anew(struct scene *scene)
{
	struct store *store = store_open(scene->agenda);
	struct report report = {0};

	assert_true(store_load(store, &scene->bookmarks, &report));
	for (size_t i = 0; i < report.count; i++) /* nothing of ours is damaged */
		assert_non_null(strstr(report.items[i].place.file, "stranger"));
	report_free(&report);
	store_close(store);
}

const char *trial_note_left(struct scene *scene)
{
	const struct bookmark *talk, *night, *open;

	load_anew(scene);
	talk = bookmarks_find(&scene->bookmarks, SAMPLE_TALK);
	night = bookmarks_find(&scene->bookmarks, SAMPLE_NIGHT);
	open = bookmarks_find(&scene->bookmarks, SAMPLE_OPEN);
	if (sample_read(STRANGER, &scene->text)) {
		assert_string_equal(buffer_text(&scene->text), stranger);
		assert_string_equal(night->note, "beside");
	}
	if (talk)
		sample_assert_same(talk, scene->agenda);
	if (open)
		sample_assert_same(open, scene->agenda);
	/* What was said to be kept is. */
	assert_true(scene->added < 2 || talk);
	assert_true(scene->added < 3 || open);
	return talk ? talk->note : "";
}

void trial_assert_old_or_new(struct scene *scene, const struct trial *trial)
{
	const char *note = trial_note_left(scene);

	if (strcmp(note, trial_old_note(trial)) && strcmp(note, trial_new_note(trial)))
		fail_msg("%s left \"%s\"", trial->name, note);
}

static void make_old(const char *path)
{
	struct timespec times[] = {{time(NULL) - 2 * 60 * 60, 0}, {time(NULL) - 2 * 60 * 60, 0}};

	assert_int_equal(utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW), 0);
}

int trial_age_leftovers(void)
{
	DIR *folder = opendir(sample_path(TRIAL_FOLDER));
	struct dirent *entry;
	char below[600];
	int count = 0;

	while (folder && (entry = readdir(folder))) {
		if (!strstr(entry->d_name, ".tmp"))
			continue;
		snprintf(below, sizeof below, TRIAL_FOLDER "/%s", entry->d_name);
		make_old(sample_path(below));
		count++;
	}
	if (folder)
		closedir(folder);
	return count;
}

static void assert_still_a_link(void)
{
	struct stat status;

	assert_int_equal(lstat(sample_path(LINK), &status), 0);
	assert_true(S_ISLNK(status.st_mode));
}

void trial_assert_recovers(struct scene *scene, const struct trial *trial)
{
	bool anew = trial->deed != TRIAL_REMOVES && trial->deed != TRIAL_RESTORES;

	trial_age_leftovers();
	if (anew) {
		store_close(scene->store);
		scene->store = store_open(scene->agenda);
	}
	assert_true(trial_perform(scene, trial));
	assert_string_equal(trial_note_left(scene), trial_new_note(trial));
	if (trial->linked)
		assert_still_a_link();
	if (anew) /* a new window that saves sweeps */
		assert_int_equal(sample_count(TRIAL_FOLDER),
				 2 * trial->furnished + trial_files_made(trial));
}
