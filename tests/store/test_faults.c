/*
 * Lets every system call of a save and of a removal fail, one after the other, or kills the program
 * there, and looks at what is left. The linker leads the store's calls to the functions named
 * __wrap_… here (see local.mk), which do what the real ones do until it is their turn.
 */
#include "config.h"

#include "sample.h"

#include "base/memory.h"
#include "store/store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

#define FOLDER "nec-agenda/seed-fair-2024"

enum fault_kind {
	FAULT_ERROR, /* the call fails with fault.error */
	FAULT_KILL,  /* the process ends before the call */
	FAULT_SHORT  /* every write writes one byte */
};

static struct {
	bool armed;
	enum fault_kind kind;
	int error;
	const char *only; /* the calls of this name alone count; NULL for all */
	int countdown;	  /* the call that brings it to 0 is the one */
	bool struck;
	time_t ahead;  /* how far the clock is put forward */
	bool one_tick; /* all that happens is one moment for the file system */
	struct buffer trace;
} fault;

/* Whether this call is the one that fails, with errno set. */
static bool strike(const char *call)
{
	if (!fault.armed)
		return false;
	buffer_printf(&fault.trace, "%s ", call);
	if (fault.kind == FAULT_SHORT || (fault.only && strcmp(fault.only, call)) ||
	    --fault.countdown != 0)
		return false;
	if (fault.kind == FAULT_KILL)
		_exit(9);
	fault.struck = true;
	errno = fault.error;
	return true;
}

static void arm(enum fault_kind kind, int error, const char *only, int countdown)
{
	buffer_clear(&fault.trace);
	fault.kind = kind;
	fault.error = error;
	fault.only = only;
	fault.countdown = countdown;
	fault.struck = false;
	fault.armed = true;
}

static void disarm(void)
{
	fault.armed = false;
}

/* The calls */

int __real_open(const char *path, int flags, ...);
int __real_openat(int folder, const char *path, int flags, mode_t mode);
int __real_mkdir(const char *path, mode_t mode);
int __real_fstat(int file, struct stat *status);
int __real_fstatat(int folder, const char *path, struct stat *status, int flags);
ssize_t __real_read(int file, void *to, size_t length);
ssize_t __real_write(int file, const void *from, size_t length);
struct dirent *__real_readdir(DIR *stream);
int __real_fsync(int file);
int __real_close(int file);
int __real_renameat(int from_folder, const char *from, int to_folder, const char *to);
int __real_renameat2(int from_folder, const char *from, int to_folder, const char *to,
		     unsigned flags);
int __real_unlinkat(int folder, const char *path, int flags);
time_t __real_time(time_t *to);

int __wrap_open(const char *path, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, mode_t mode);
int __wrap_mkdir(const char *path, mode_t mode);
int __wrap_fstat(int file, struct stat *status);
int __wrap_fstatat(int folder, const char *path, struct stat *status, int flags);
ssize_t __wrap_read(int file, void *to, size_t length);
ssize_t __wrap_write(int file, const void *from, size_t length);
struct dirent *__wrap_readdir(DIR *stream);
int __wrap_fsync(int file);
int __wrap_close(int file);
int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to);
int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to,
		     unsigned flags);
int __wrap_unlinkat(int folder, const char *path, int flags);
time_t __wrap_time(time_t *to);

int __wrap_open(const char *path, int flags, ...)
{
	return strike("open") ? -1 : __real_open(path, flags);
}

int __wrap_openat(int folder, const char *path, int flags, mode_t mode)
{
	return strike("openat") ? -1 : __real_openat(folder, path, flags, mode);
}

int __wrap_mkdir(const char *path, mode_t mode)
{
	return strike("mkdir") ? -1 : __real_mkdir(path, mode);
}

int __wrap_fstat(int file, struct stat *status)
{
	return strike("fstat") ? -1 : __real_fstat(file, status);
}

int __wrap_fstatat(int folder, const char *path, struct stat *status, int flags)
{
	if (strike("fstatat") || __real_fstatat(folder, path, status, flags))
		return -1;
	if (fault.one_tick) {
		status->st_ino = 1;
		status->st_mtim = status->st_ctim = (struct timespec){__real_time(NULL), 0};
	}
	return 0;
}

ssize_t __wrap_read(int file, void *to, size_t length)
{
	return strike("read") ? -1 : __real_read(file, to, length);
}

ssize_t __wrap_write(int file, const void *from, size_t length)
{
	if (strike("write"))
		return -1;
	return __real_write(file, from, fault.armed && fault.kind == FAULT_SHORT ? 1 : length);
}

struct dirent *__wrap_readdir(DIR *stream)
{
	return strike("readdir") ? NULL : __real_readdir(stream);
}

int __wrap_fsync(int file)
{
	return strike("fsync") ? -1 : __real_fsync(file);
}

int __wrap_close(int file)
{
	bool struck = strike("close");
	int error = errno, result = __real_close(file); /* a failed close closes all the same */

	errno = struck ? error : errno;
	return struck ? -1 : result;
}

int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to)
{
	return strike("renameat") ? -1 : __real_renameat(from_folder, from, to_folder, to);
}

int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to,
		     unsigned flags)
{
	if (strike("renameat2"))
		return -1;
	return __real_renameat2(from_folder, from, to_folder, to, flags);
}

int __wrap_unlinkat(int folder, const char *path, int flags)
{
	return strike("unlinkat") ? -1 : __real_unlinkat(folder, path, flags);
}

time_t __wrap_time(time_t *to)
{
	return __real_time(to) + fault.ahead;
}

/* The scene: a store, with one bookmark of ours and a foreign file beside what is tried. */

struct scene {
	struct agenda *agenda;
	struct store *store;
	struct bookmarks bookmarks;
	struct report report;
	struct buffer text;
};

static const char stranger[] = "BEGIN:VCALENDAR\r\nnot quite\r\n";

static void open_scene(struct scene *scene)
{
	sample_home_make();
	scene->store = store_open(scene->agenda);
}

static void close_scene(struct scene *scene)
{
	store_close(scene->store);
	scene->store = NULL;
	report_free(&scene->report);
	sample_home_remove();
}

static bool save(struct scene *scene, const char *id, const char *note)
{
	return store_save(scene->store, scene->agenda, sample_session(scene->agenda, id), note,
			  &scene->report);
}

static void furnish(struct scene *scene)
{
	sample_write(FOLDER "/stranger.ics", stranger);
	assert_true(save(scene, SAMPLE_NIGHT, "beside"));
}

static int set_up(void **state)
{
	struct scene *scene = memory_alloc(1, sizeof *scene);

	scene->agenda = sample_agenda(SAMPLE_OFFSET);
	*state = scene;
	fault.ahead = 0;
	return 0;
}

static int tear_down(void **state)
{
	struct scene *scene = *state;

	disarm();
	bookmarks_free(&scene->bookmarks);
	buffer_free(&scene->text);
	buffer_free(&fault.trace);
	agenda_free(scene->agenda);
	free(scene);
	return 0;
}

/* What a new window reads, as it would after a crash. */
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

/* The note of the session that is tried: "" where it is not kept. Also checks all the others. */
static const char *note_left(struct scene *scene)
{
	const struct bookmark *talk, *night;

	load_anew(scene);
	talk = bookmarks_find(&scene->bookmarks, SAMPLE_TALK);
	night = bookmarks_find(&scene->bookmarks, SAMPLE_NIGHT);
	if (sample_read(FOLDER "/stranger.ics", &scene->text)) {
		assert_string_equal(buffer_text(&scene->text), stranger);
		assert_string_equal(night->note, "beside");
	}
	if (talk)
		sample_assert_same(talk, scene->agenda);
	return talk ? talk->note : "";
}

static int open_files(void)
{
	DIR *folder = opendir("/proc/self/fd");
	int count = 0;

	while (folder && __real_readdir(folder))
		count++;
	if (folder)
		closedir(folder);
	return count;
}

/* What is tried. */

struct trial {
	const char *name;
	const char *before; /* the note of what is kept beforehand; NULL for nothing at all */
	bool furnished;	    /* whether the folder is there, with others in it */
	bool removes;
};

static const struct trial trials[] = {
    {"first bookmark", NULL, false, false},
    {"new bookmark", NULL, true, false},
    {"new note", "old", true, false},
    {"removal", "old", true, true},
};

enum { TRIALS = sizeof trials / sizeof *trials, CALLS_MOST = 500 };

static void prepare(struct scene *scene, const struct trial *trial)
{
	open_scene(scene);
	if (trial->furnished)
		furnish(scene);
	if (trial->before)
		assert_true(save(scene, SAMPLE_TALK, trial->before));
}

static bool perform(struct scene *scene, const struct trial *trial)
{
	if (trial->removes)
		return store_remove(scene->store, SAMPLE_TALK, &scene->report);
	return save(scene, SAMPLE_TALK, "new");
}

static const char *old_note(const struct trial *trial)
{
	return trial->before ? trial->before : "";
}

static const char *new_note(const struct trial *trial)
{
	return trial->removes ? "" : "new";
}

static void assert_old_or_new(const struct trial *trial, const char *note)
{
	if (strcmp(note, old_note(trial)) && strcmp(note, new_note(trial)))
		fail_msg("%s left \"%s\"", trial->name, note);
}

/* Everything works again once the trouble is over. */
static void assert_recovers(struct scene *scene, const struct trial *trial)
{
	assert_true(perform(scene, trial));
	assert_string_equal(note_left(scene), new_note(trial));
}

/* True when there was an n-th call to fail. */
static bool fail_at(struct scene *scene, const struct trial *trial, int n, int error)
{
	int files, entries;
	bool done, last_step;

	prepare(scene, trial);
	files = open_files();
	arm(FAULT_ERROR, error, NULL, n);
	done = perform(scene, trial);
	disarm();
	assert_int_equal(open_files(), files);
	entries = sample_count(FOLDER);
	assert_in_range(entries, 0, 3); /* no temporary file is left */
	last_step = strstr(buffer_text(&fault.trace), "unlinkat ") ||
		    strstr(buffer_text(&fault.trace), "rename");
	if (done) {
		assert_string_equal(note_left(scene), new_note(trial));
		assert_int_equal(scene->report.counts[SEVERITY_ERROR], 0);
	} else {
		assert_true(fault.struck);
		assert_int_equal(scene->report.counts[SEVERITY_ERROR], 1);
		if (last_step)
			assert_old_or_new(trial, note_left(scene));
		else
			assert_string_equal(note_left(scene), old_note(trial));
	}
	assert_recovers(scene, trial);
	close_scene(scene);
	return fault.struck;
}

static void no_error_loses_anything(void **state)
{
	static const int errors[] = {EIO, ENOSPC, EACCES, EROFS, EMFILE};

	for (int t = 0; t < TRIALS; t++) {
		for (size_t e = 0; e < sizeof errors / sizeof *errors; e++) {
			int n = 1;

			while (fail_at(*state, &trials[t], n, errors[e]))
				assert_in_range(++n, 1, CALLS_MOST);
			/* The library is led here at all. */
			assert_in_range(n, trials[t].removes ? 10 : 15, CALLS_MOST);
		}
	}
}

/* True when there was an n-th call to be killed at. */
static bool kill_at(struct scene *scene, const struct trial *trial, int n)
{
	int status;

	prepare(scene, trial);
	fflush(NULL);
	if (!fork()) {
		arm(FAULT_KILL, 0, NULL, n);
		_exit(perform(scene, trial) ? 0 : 1);
	}
	assert_true(wait(&status) > 0);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 0)
		assert_string_equal(note_left(scene), new_note(trial));
	else
		assert_old_or_new(trial, note_left(scene));
	assert_recovers(scene, trial);
	close_scene(scene);
	return WEXITSTATUS(status) == 9;
}

static void no_kill_loses_anything(void **state)
{
	for (int t = 0; t < TRIALS; t++) {
		int n = 1;

		while (kill_at(*state, &trials[t], n))
			assert_in_range(++n, 1, CALLS_MOST);
		assert_in_range(n, trials[t].removes ? 10 : 15, CALLS_MOST);
	}
}

static void what_is_confirmed_is_on_disk(void **state)
{
	struct scene *scene = *state;

	prepare(scene, &trials[2]);
	arm(FAULT_ERROR, 0, "none", 1);
	assert_true(perform(scene, &trials[2]));
	disarm();
	assert_non_null(
	    strstr(buffer_text(&fault.trace), "openat write fsync close renameat fsync close "));
	arm(FAULT_ERROR, 0, "none", 1);
	assert_true(perform(scene, &trials[3]));
	disarm();
	assert_non_null(strstr(buffer_text(&fault.trace), "unlinkat fsync close "));
	close_scene(scene);
	prepare(scene, &trials[0]);
	arm(FAULT_ERROR, 0, "none", 1);
	assert_true(perform(scene, &trials[0]));
	disarm();
	/* Each folder that is made is brought to disk by the one above. */
	assert_non_null(strstr(buffer_text(&fault.trace),
			       "mkdir open fsync close mkdir open fsync close open "));
	assert_non_null(
	    strstr(buffer_text(&fault.trace), "openat write fsync close renameat2 fsync close "));
	close_scene(scene);
}

static void interruptions_and_short_writes_do_not_matter(void **state)
{
	static const char *const calls[] = {"write", "fsync", "read", "close"};
	struct scene *scene = *state;

	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		prepare(scene, &trials[2]);
		arm(FAULT_ERROR, EINTR, calls[i], 1);
		assert_true(perform(scene, &trials[2]));
		disarm();
		assert_true(fault.struck);
		assert_string_equal(note_left(scene), "new");
		close_scene(scene);
	}
	prepare(scene, &trials[2]);
	arm(FAULT_SHORT, 0, NULL, 1);
	assert_true(perform(scene, &trials[2]));
	disarm();
	assert_non_null(strstr(buffer_text(&fault.trace), "write write write "));
	assert_string_equal(note_left(scene), "new");
	close_scene(scene);
}

static void file_systems_may_lack_what_is_asked(void **state)
{
	static const struct {
		const char *call;
		int error, countdown;
	} lacks[] = {
	    {"renameat2", EINVAL, 1}, /* cannot rename without replacing */
	    {"renameat2", ENOSYS, 1},
	    {"fsync", EINVAL, 2}, /* the folder's, the second */
	};
	struct scene *scene = *state;

	for (size_t i = 0; i < sizeof lacks / sizeof *lacks; i++) {
		prepare(scene, &trials[1]);
		arm(FAULT_ERROR, lacks[i].error, lacks[i].call, lacks[i].countdown);
		assert_true(perform(scene, &trials[1]));
		disarm();
		assert_true(fault.struck);
		assert_string_equal(note_left(scene), "new");
		close_scene(scene);
	}
}

static void a_name_taken_meanwhile_is_passed_over(void **state)
{
	struct scene *scene = *state;

	/* So another window looks, or a file system for which two cases are one. */
	prepare(scene, &trials[1]);
	arm(FAULT_ERROR, EEXIST, "renameat2", 1);
	assert_true(perform(scene, &trials[1]));
	disarm();
	assert_true(fault.struck);
	assert_true(sample_read(FOLDER "/" SAMPLE_TALK "-2.ics", &scene->text));
	assert_string_equal(note_left(scene), "new");
	assert_int_equal(sample_count(FOLDER), 3);
	close_scene(scene);
}

static void temporary_names_left_behind_are_passed_over(void **state)
{
	struct scene *scene = *state;
	char name[100];

	prepare(scene, &trials[1]);
	for (int i = 1; i <= 3; i++) {
		snprintf(name, sizeof name, FOLDER "/.nec-agenda-%ld-%d.tmp", (long)getpid(), i);
		sample_write(name, "BEGIN:VCALENDAR");
	}
	assert_true(perform(scene, &trials[1]));
	assert_string_equal(note_left(scene), "new");
	assert_int_equal(sample_count(FOLDER), 6);
	close_scene(scene);
}

static void what_did_not_change_is_not_read_again(void **state)
{
	struct scene *scene = *state;

	prepare(scene, &trials[2]);
	fault.ahead = 60; /* long enough after the save */
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	arm(FAULT_ERROR, 0, "none", 1);
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	disarm();
	assert_non_null(strstr(buffer_text(&fault.trace), "fstatat "));
	assert_null(strstr(buffer_text(&fault.trace), " read "));
	assert_int_equal(scene->bookmarks.count, 2);
	assert_string_equal(bookmarks_find(&scene->bookmarks, SAMPLE_TALK)->note, "old");
	assert_true(perform(scene, &trials[2]));
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	assert_string_equal(bookmarks_find(&scene->bookmarks, SAMPLE_TALK)->note, "new");
	close_scene(scene);
}

static void a_change_within_one_tick_shows(void **state)
{
	struct scene *scene = *state;

	fault.one_tick = true;
	prepare(scene, &trials[2]);
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	assert_string_equal(bookmarks_find(&scene->bookmarks, SAMPLE_TALK)->note, "old");
	assert_true(perform(scene, &trials[2])); /* a note as long as the old one */
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	assert_string_equal(bookmarks_find(&scene->bookmarks, SAMPLE_TALK)->note, "new");
	fault.one_tick = false;
	close_scene(scene);
}

#define in_a_scene(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    in_a_scene(no_error_loses_anything),
	    in_a_scene(no_kill_loses_anything),
	    in_a_scene(what_is_confirmed_is_on_disk),
	    in_a_scene(interruptions_and_short_writes_do_not_matter),
	    in_a_scene(file_systems_may_lack_what_is_asked),
	    in_a_scene(a_name_taken_meanwhile_is_passed_over),
	    in_a_scene(temporary_names_left_behind_are_passed_over),
	    in_a_scene(what_did_not_change_is_not_read_again),
	    in_a_scene(a_change_within_one_tick_shows),
	};

	return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
