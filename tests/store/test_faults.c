/*
 * Lets every system call of a save and of a removal fail, one after the other, or kills the program
 * there, and looks at what is left. The linker leads the store's calls to the functions named
 * __wrap_… here (see local.mk), which do what the real ones do until it is their turn.
 */
#include "config.h"

#include "trial.h"

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

#define FOLDER TRIAL_FOLDER

enum fault_kind {
	FAULT_ERROR,  /* the call fails with fault.error */
	FAULT_KILL,   /* the process ends before the call */
	FAULT_VANISH, /* the folder is moved away before the call */
	FAULT_SHORT   /* every write writes one byte */
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

static void move_folder_away(void)
{
	char away[1000];

	snprintf(away, sizeof away, "%s", sample_path("away"));
	rename(sample_path(FOLDER), away);
	fault.struck = true;
}

/* Whether this call is the one that fails, with errno set. */
static bool strike(const char *call)
{
	if (!fault.armed)
		return false;
	buffer_printf(&fault.trace, "%s ", call);
	if (fault.kind == FAULT_SHORT || (fault.only && strcmp(fault.only, call)))
		return false;
	if (fault.kind == FAULT_VANISH && !strcmp(call, "close"))
		return false; /* what vanishes now is as good as what vanishes after it */
	if (--fault.countdown != 0)
		return false;
	if (fault.kind == FAULT_KILL)
		_exit(9);
	if (fault.kind == FAULT_VANISH) {
		move_folder_away();
		return false;
	}
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
int __real_flock(int file, int operation);
int __real_stat(const char *path, struct stat *status);
int __real_fstat(int file, struct stat *status);
int __real_fstatat(int folder, const char *path, struct stat *status, int flags);
ssize_t __real_read(int file, void *to, size_t length);
ssize_t __real_write(int file, const void *from, size_t length);
struct dirent *__real_readdir(DIR *stream);
DIR *__real_fdopendir(int file);
int __real_closedir(DIR *stream);
ssize_t __real_readlinkat(int folder, const char *path, char *to, size_t length);
int __real_fchmod(int file, mode_t mode);
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
int __wrap_flock(int file, int operation);
int __wrap_stat(const char *path, struct stat *status);
int __wrap_fstat(int file, struct stat *status);
int __wrap_fstatat(int folder, const char *path, struct stat *status, int flags);
ssize_t __wrap_read(int file, void *to, size_t length);
ssize_t __wrap_write(int file, const void *from, size_t length);
struct dirent *__wrap_readdir(DIR *stream);
DIR *__wrap_fdopendir(int file);
int __wrap_closedir(DIR *stream);
ssize_t __wrap_readlinkat(int folder, const char *path, char *to, size_t length);
int __wrap_fchmod(int file, mode_t mode);
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

int __wrap_flock(int file, int operation)
{
	return strike("flock") ? -1 : __real_flock(file, operation);
}

int __wrap_stat(const char *path, struct stat *status)
{
	return strike("stat") ? -1 : __real_stat(path, status);
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

DIR *__wrap_fdopendir(int file)
{
	return strike("fdopendir") ? NULL : __real_fdopendir(file);
}

int __wrap_closedir(DIR *stream)
{
	bool struck = strike("closedir");
	int error = errno, result = __real_closedir(stream);

	errno = struck ? error : errno;
	return struck ? -1 : result;
}

ssize_t __wrap_readlinkat(int folder, const char *path, char *to, size_t length)
{
	return strike("readlinkat") ? -1 : __real_readlinkat(folder, path, to, length);
}

int __wrap_fchmod(int file, mode_t mode)
{
	return strike("fchmod") ? -1 : __real_fchmod(file, mode);
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

/* Letting them fail */

static int set_up(void **state)
{
	fault.ahead = 0;
	return trial_set_up(state);
}

static int tear_down(void **state)
{
	disarm();
	buffer_free(&fault.trace);
	return trial_tear_down(state);
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

enum { CALLS_MOST = 500 };

/* True when there was an n-th call to fail. */
static bool fail_at(struct scene *scene, const struct trial *trial, int n, int error)
{
	bool done, last_step;
	int files;

	trial_prepare(scene, trial);
	files = open_files();
	arm(FAULT_ERROR, error, NULL, n);
	done = trial_perform(scene, trial);
	disarm();
	assert_int_equal(open_files(), files);
	assert_int_equal(trial_age_leftovers(), 0);
	assert_int_equal(sample_count("elsewhere"), trial->linked);
	last_step = strstr(buffer_text(&fault.trace), "unlinkat ") ||
		    strstr(buffer_text(&fault.trace), "rename");
	if (done) {
		assert_string_equal(trial_note_left(scene), trial_new_note(trial));
		assert_int_equal(scene->report.counts[SEVERITY_ERROR], 0);
	} else {
		assert_true(fault.struck);
		assert_int_equal(scene->report.counts[SEVERITY_ERROR], 1);
		if (last_step)
			trial_assert_old_or_new(scene, trial);
		else
			assert_string_equal(trial_note_left(scene), trial_old_note(trial));
	}
	trial_assert_recovers(scene, trial);
	trial_close(scene);
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
			assert_in_range(n, trial_calls_least(&trials[t]), CALLS_MOST);
		}
	}
}

/* True when there was an n-th call to be killed at. */
static bool kill_at(struct scene *scene, const struct trial *trial, int n)
{
	int status;

	trial_prepare(scene, trial);
	fflush(NULL);
	if (!fork()) {
		arm(FAULT_KILL, 0, NULL, n);
		_exit(trial_perform(scene, trial) ? 0 : 1);
	}
	assert_true(wait(&status) > 0);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 0)
		assert_string_equal(trial_note_left(scene), trial_new_note(trial));
	else
		trial_assert_old_or_new(scene, trial);
	trial_assert_recovers(scene, trial);
	trial_close(scene);
	return WEXITSTATUS(status) == 9;
}

static void no_kill_loses_anything(void **state)
{
	for (int t = 0; t < TRIALS; t++) {
		int n = 1;

		while (kill_at(*state, &trials[t], n))
			assert_in_range(++n, 1, CALLS_MOST);
		assert_in_range(n, trial_calls_least(&trials[t]), CALLS_MOST);
	}
}

/* True when there was an n-th call before which the folder could vanish. */
static bool vanish_at(struct scene *scene, const struct trial *trial, int n)
{
	bool done;

	trial_prepare(scene, trial);
	arm(FAULT_VANISH, 0, NULL, n);
	done = trial_perform(scene, trial);
	disarm();
	assert_true(done);
	assert_int_equal(scene->report.counts[SEVERITY_ERROR], 0);
	if (fault.struck && trial->deed == TRIAL_RENEWS) /* there is nothing to renew any more */
		assert_string_equal(trial_note_left(scene), "");
	else
		assert_string_equal(trial_note_left(scene), trial_new_note(trial));
	trial_close(scene);
	return fault.struck;
}

/* What is confirmed is in the folder that its path leads to, not in one that is there no more. */
static void no_folder_that_vanishes_takes_it_along(void **state)
{
	for (int t = 0; t < TRIALS; t++) {
		int n = 1;

		while (vanish_at(*state, &trials[t], n))
			assert_in_range(++n, 1, CALLS_MOST);
		assert_in_range(n, trial_calls_least(&trials[t]), CALLS_MOST);
	}
}

/* The calls that bring something to disk, in their order. */
static const char *lasting_calls(void)
{
	static const char *const lasting[] = {"mkdir",	   "write",    "fsync", "renameat",
					      "renameat2", "unlinkat", "fchmod"};
	static struct buffer calls;
	char *rest = NULL;

	buffer_clear(&calls);
	for (char *call = strtok_r(fault.trace.data, " ", &rest); call;
	     call = strtok_r(NULL, " ", &rest))
		for (size_t i = 0; i < sizeof lasting / sizeof *lasting; i++)
			if (!strcmp(call, lasting[i]))
				buffer_printf(&calls, "%s ", call);
	return buffer_text(&calls);
}

static void assert_lasting_calls(struct scene *scene, const struct trial *trial,
				 const char *expected)
{
	const char *lasting;

	trial_prepare(scene, trial);
	arm(FAULT_ERROR, 0, "none", 1);
	assert_true(trial_perform(scene, trial));
	disarm();
	lasting = lasting_calls();
	assert_in_range(strlen(lasting), strlen(expected), 1000);
	assert_string_equal(lasting + strlen(lasting) - strlen(expected), expected);
	trial_close(scene);
}

static void what_is_confirmed_is_on_disk(void **state)
{
	struct scene *scene = *state;

	assert_lasting_calls(scene, &trials[TRIAL_NEW], "write fsync renameat2 fsync ");
	assert_lasting_calls(scene, &trials[TRIAL_NOTE], "write fsync renameat fsync ");
	assert_lasting_calls(scene, &trials[TRIAL_LINKED], "write fsync renameat fsync ");
	assert_lasting_calls(scene, &trials[TRIAL_REMOVAL], "unlinkat fsync ");
	/* Several together: none has its name before all are there. */
	assert_lasting_calls(scene, &trials[TRIAL_ADDITION],
			     "write write fsync fsync renameat2 renameat2 fsync ");
	/* Each folder that is made is brought to disk by the one above. */
	assert_lasting_calls(scene, &trials[TRIAL_FIRST],
			     "mkdir fsync mkdir fsync write fsync renameat2 fsync fsync fsync ");
}

static void interruptions_and_short_writes_do_not_matter(void **state)
{
	static const char *const calls[] = {"write", "fsync", "read", "close"};
	struct scene *scene = *state;

	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
		trial_prepare(scene, &trials[TRIAL_NOTE]);
		arm(FAULT_ERROR, EINTR, calls[i], 1);
		assert_true(trial_perform(scene, &trials[TRIAL_NOTE]));
		disarm();
		assert_true(fault.struck);
		assert_string_equal(trial_note_left(scene), "new");
		trial_close(scene);
	}
	trial_prepare(scene, &trials[TRIAL_NOTE]);
	arm(FAULT_SHORT, 0, NULL, 1);
	assert_true(trial_perform(scene, &trials[TRIAL_NOTE]));
	disarm();
	assert_non_null(strstr(buffer_text(&fault.trace), "write write write "));
	assert_string_equal(trial_note_left(scene), "new");
	trial_close(scene);
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
		trial_prepare(scene, &trials[TRIAL_NEW]);
		arm(FAULT_ERROR, lacks[i].error, lacks[i].call, lacks[i].countdown);
		assert_true(trial_perform(scene, &trials[TRIAL_NEW]));
		disarm();
		assert_true(fault.struck);
		assert_string_equal(trial_note_left(scene), "new");
		trial_close(scene);
	}
}

static void a_name_taken_meanwhile_is_passed_over(void **state)
{
	struct scene *scene = *state;

	/* So another window looks, or a file system for which two cases are one. */
	trial_prepare(scene, &trials[TRIAL_NEW]);
	arm(FAULT_ERROR, EEXIST, "renameat2", 1);
	assert_true(trial_perform(scene, &trials[TRIAL_NEW]));
	disarm();
	assert_true(fault.struck);
	assert_true(sample_read(FOLDER "/" SAMPLE_TALK "-2.ics", &scene->text));
	assert_string_equal(trial_note_left(scene), "new");
	assert_int_equal(sample_count(FOLDER), 3);
	trial_close(scene);
}

/* Those before it are kept, and it and those behind it are no less. */
static void a_name_taken_among_several_is_passed_over(void **state)
{
	struct scene *scene = *state;

	for (int n = 1; n <= 2; n++) {
		trial_prepare(scene, &trials[TRIAL_ADDITION]);
		arm(FAULT_ERROR, EEXIST, "renameat2", n);
		assert_true(trial_perform(scene, &trials[TRIAL_ADDITION]));
		disarm();
		assert_true(fault.struck);
		assert_string_equal(trial_note_left(scene), "new");
		assert_int_equal(sample_count(FOLDER), 4);
		trial_close(scene);
	}
}

/* A folder that the disk did not take makes none of them certain. */
static void nothing_is_kept_before_its_name_is_on_disk(void **state)
{
	struct scene *scene = *state;

	trial_prepare(scene, &trials[TRIAL_ADDITION]);
	arm(FAULT_ERROR, EIO, "fsync", 3);
	assert_false(trial_perform(scene, &trials[TRIAL_ADDITION]));
	disarm();
	assert_int_equal(scene->added, 0);
	assert_int_equal(scene->report.counts[SEVERITY_ERROR], 1);
	trial_close(scene);
}

/* As many as a process of the same number leaves that was killed while it added many. */
static void temporary_names_left_behind_are_passed_over(void **state)
{
	enum { LEFT = 300 };
	static const int tried[] = {TRIAL_NEW, TRIAL_ADDITION};
	struct scene *scene = *state;
	char name[100];

	for (size_t t = 0; t < sizeof tried / sizeof *tried; t++) {
		const struct trial *trial = &trials[tried[t]];

		trial_prepare(scene, trial);
		for (int i = 1; i <= LEFT; i++) {
			snprintf(name, sizeof name, FOLDER "/.nec-agenda-%ld-%d.tmp",
				 (long)getpid(), i);
			sample_write(name, "BEGIN:VCALENDAR");
		}
		assert_true(trial_perform(scene, trial));
		assert_string_equal(trial_note_left(scene), "new");
		assert_int_equal(sample_count(FOLDER), LEFT + 2 + trial_files_made(trial));
		trial_close(scene);
	}
}

static void what_did_not_change_is_not_read_again(void **state)
{
	struct scene *scene = *state;

	trial_prepare(scene, &trials[TRIAL_NOTE]);
	fault.ahead = 60; /* long enough after the save */
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	arm(FAULT_ERROR, 0, "none", 1);
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	disarm();
	assert_non_null(strstr(buffer_text(&fault.trace), "fstatat "));
	assert_null(strstr(buffer_text(&fault.trace), " read "));
	assert_int_equal(scene->bookmarks.count, 2);
	assert_string_equal(bookmarks_find(&scene->bookmarks, SAMPLE_TALK)->note, "old");
	assert_true(trial_perform(scene, &trials[TRIAL_NOTE]));
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	assert_string_equal(bookmarks_find(&scene->bookmarks, SAMPLE_TALK)->note, "new");
	trial_close(scene);
}

static void a_change_within_one_tick_shows(void **state)
{
	struct scene *scene = *state;

	fault.one_tick = true;
	trial_prepare(scene, &trials[TRIAL_NOTE]);
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	assert_string_equal(bookmarks_find(&scene->bookmarks, SAMPLE_TALK)->note, "old");
	assert_true(trial_perform(scene, &trials[TRIAL_NOTE])); /* a note as long as the old one */
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
	assert_string_equal(bookmarks_find(&scene->bookmarks, SAMPLE_TALK)->note, "new");
	fault.one_tick = false;
	trial_close(scene);
}

#define in_a_scene(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    in_a_scene(no_error_loses_anything),
	    in_a_scene(no_kill_loses_anything),
	    in_a_scene(no_folder_that_vanishes_takes_it_along),
	    in_a_scene(what_is_confirmed_is_on_disk),
	    in_a_scene(interruptions_and_short_writes_do_not_matter),
	    in_a_scene(file_systems_may_lack_what_is_asked),
	    in_a_scene(a_name_taken_meanwhile_is_passed_over),
	    in_a_scene(a_name_taken_among_several_is_passed_over),
	    in_a_scene(nothing_is_kept_before_its_name_is_on_disk),
	    in_a_scene(temporary_names_left_behind_are_passed_over),
	    in_a_scene(what_did_not_change_is_not_read_again),
	    in_a_scene(a_change_within_one_tick_shows),
	};

	return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
