#include "config.h"

#include "sample.h"

#include "base/memory.h"
#include "model/builder.h"
#include "store/store.h"

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
#include <time.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

#define FOLDER "nec-agenda/seed-fair-2024"

/* A store in an empty home, and what it is used with. */
struct scene {
	struct agenda *agenda;
	struct store *store;
	struct bookmarks bookmarks;
	struct report report;
	struct buffer text;
};

static int set_up(void **state)
{
	struct scene *scene = memory_alloc(1, sizeof *scene);

	sample_home_make();
	scene->agenda = sample_agenda(SAMPLE_OFFSET);
	scene->store = store_open(scene->agenda);
	*state = scene;
	return 0;
}

static int tear_down(void **state)
{
	struct scene *scene = *state;

	store_close(scene->store);
	bookmarks_free(&scene->bookmarks);
	report_free(&scene->report);
	buffer_free(&scene->text);
	agenda_free(scene->agenda);
	free(scene);
	sample_home_remove();
	return 0;
}

static bool save(struct scene *scene, const char *id, const char *note)
{
	return store_save(scene->store, scene->agenda, sample_session(scene->agenda, id), note,
			  &scene->report);
}

static void load(struct scene *scene)
{
	assert_true(store_load(scene->store, &scene->bookmarks, &scene->report));
}

static const struct bookmark *loaded(struct scene *scene, const char *id)
{
	load(scene);
	return bookmarks_find(&scene->bookmarks, id);
}

/* The report holds one finding more, of this severity, about a path that ends so. */
static const char *assert_reported(struct scene *scene, enum severity severity, const char *end)
{
	static char message[1000];
	struct finding *last;
	size_t length;

	assert_true(scene->report.count > 0);
	last = &scene->report.items[scene->report.count - 1];
	assert_int_equal(last->severity, severity);
	length = last->place.file ? strlen(last->place.file) : 0;
	if (end && (length < strlen(end) || strcmp(last->place.file + length - strlen(end), end)))
		fail_msg("%s does not end in %s", last->place.file, end);
	snprintf(message, sizeof message, "%s", last->message);
	free((char *)last->place.file);
	free(last->message);
	scene->report.count--;
	return message;
}

static int mode_of(const char *below)
{
	struct stat status;

	assert_int_equal(stat(sample_path(below), &status), 0);
	return status.st_mode & 0777;
}

static void nothing_kept_is_no_folder(void **state)
{
	struct scene *scene = *state;

	load(scene);
	assert_int_equal(scene->bookmarks.count, 0);
	assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	assert_int_equal(sample_count("."), 0);
	assert_int_equal(scene->report.count, 0);
	assert_string_equal(store_path(scene->store), sample_path(FOLDER));
}

static void every_kind_of_session_is_kept(void **state)
{
	struct scene *scene = *state;
	size_t count = scene->agenda->session_count;

	for (size_t i = 0; i < count; i++)
		assert_true(save(scene, scene->agenda->sessions[i].id, NULL));
	load(scene);
	assert_int_equal(scene->bookmarks.count, count);
	assert_int_equal(sample_count(FOLDER), count);
	for (size_t i = 0; i < count; i++) {
		sample_assert_same(&scene->bookmarks.items[i], scene->agenda);
		assert_true(!i || strcmp(scene->bookmarks.items[i - 1].id,
					 scene->bookmarks.items[i].id) < 0);
	}
	for (size_t i = 0; i < count; i++)
		assert_true(
		    store_remove(scene->store, scene->agenda->sessions[i].id, &scene->report));
	assert_int_equal(sample_count(FOLDER), 0);
	load(scene);
	assert_int_equal(scene->bookmarks.count, 0);
	assert_int_equal(scene->report.count, 0);
}

static void what_is_kept_is_private(void **state)
{
	struct scene *scene = *state;

	assert_true(save(scene, SAMPLE_TALK, NULL));
	assert_int_equal(mode_of("nec-agenda"), 0700);
	assert_int_equal(mode_of(FOLDER), 0700);
	assert_int_equal(mode_of(FOLDER "/" SAMPLE_TALK ".ics"), 0600);
}

static void notes_come_and_go(void **state)
{
	struct scene *scene = *state;

	assert_true(save(scene, SAMPLE_TALK, "front row"));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "front row");
	assert_true(save(scene, SAMPLE_TALK, "back row,\nwith Ann"));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "back row,\nwith Ann");
	assert_true(save(scene, SAMPLE_TALK, NULL)); /* who keeps it only does not know of it */
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "back row,\nwith Ann");
	assert_true(store_note(scene->store, SAMPLE_TALK, NULL, &scene->report));
	assert_null(loaded(scene, SAMPLE_TALK)->note);
	assert_int_equal(sample_count(FOLDER), 1);
}

static void what_is_kept_is_not_added_again(void **state)
{
	struct scene *scene = *state;
	size_t talk = sample_session(scene->agenda, SAMPLE_TALK);
	size_t open = sample_session(scene->agenda, SAMPLE_OPEN);

	const struct store_addition theirs[] = {
	    {talk, "theirs"}, {open, "theirs"}, {open, "again"}, {open, NULL}};
	size_t kept;

	assert_true(save(scene, SAMPLE_TALK, "mine"));
	assert_true(store_add(scene->store, scene->agenda, theirs, 3, &kept, &scene->report));
	assert_int_equal(kept, 3);
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "mine");
	assert_string_equal(loaded(scene, SAMPLE_OPEN)->note, "theirs");
	assert_true(store_add(scene->store, scene->agenda, theirs + 3, 1, &kept, &scene->report));
	assert_true(store_add(scene->store, scene->agenda, NULL, 0, &kept, &scene->report));
	assert_int_equal(kept, 0);
	assert_string_equal(loaded(scene, SAMPLE_OPEN)->note, "theirs");
	assert_int_equal(sample_count(FOLDER), 2);
}

enum { LARGE = 600 };

/* An agenda with more sessions than are brought to disk together. */
static struct agenda *large_agenda(void)
{
	struct builder *b = builder_new("large.md");

	builder_event(b)->title = builder_text(b, "Seed Fair");
	for (int i = 0; i < LARGE; i++)
		builder_session(b)->title = builder_text(b, "One of many");
	return builder_finish(b);
}

static bool stop_at_once(struct progress *progress)
{
	(void)progress;
	return false;
}

static void what_was_added_before_it_was_stopped_is_kept(void **state)
{
	static const struct progress_watcher watcher = {stop_at_once, NULL};
	struct scene *scene = *state;
	struct agenda *agenda = large_agenda();
	struct store *store = store_open(agenda);
	struct store_addition additions[LARGE] = {{0}};
	struct progress progress;
	size_t kept;

	for (size_t i = 0; i < LARGE; i++)
		additions[i].session = i;
	progress_begin(&progress, &watcher, NULL);
	progress.due = 0;
	scene->report.progress = &progress;
	assert_false(store_add(store, agenda, additions, LARGE, &kept, &scene->report));
	scene->report.progress = NULL;
	assert_int_equal(scene->report.count, 0);
	assert_in_range(kept, 1, LARGE - 1);
	assert_int_equal(progress.total, LARGE);
	assert_true(store_load(store, &scene->bookmarks, &scene->report));
	assert_int_equal(scene->bookmarks.count, kept);
	assert_true(store_add(store, agenda, additions, LARGE, &kept, &scene->report));
	assert_int_equal(kept, LARGE);
	assert_true(store_load(store, &scene->bookmarks, &scene->report));
	assert_int_equal(scene->bookmarks.count, LARGE);
	store_close(store);
	agenda_free(agenda);
}

static void two_windows_see_each_other(void **state)
{
	struct scene *scene = *state;
	struct store *other = store_open(scene->agenda);
	struct bookmarks seen = {0};
	size_t talk = sample_session(scene->agenda, SAMPLE_TALK);

	assert_true(save(scene, SAMPLE_TALK, "one"));
	assert_true(store_load(other, &seen, &scene->report));
	assert_string_equal(bookmarks_find(&seen, SAMPLE_TALK)->note, "one");
	assert_true(store_save(other, scene->agenda, talk, "two", &scene->report));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "two"); /* as long as "one" */
	assert_true(store_remove(other, SAMPLE_TALK, &scene->report));
	assert_null(loaded(scene, SAMPLE_TALK));
	assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	assert_true(save(scene, SAMPLE_TALK, "new"));
	assert_true(store_remove(other, SAMPLE_TALK, &scene->report));
	assert_int_equal(sample_count(FOLDER), 0);
	bookmarks_free(&seen);
	store_close(other);
}

static void a_change_in_place_shows(void **state)
{
	struct scene *scene = *state;
	char *old;

	assert_true(save(scene, SAMPLE_TALK, "aaa"));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "aaa");
	assert_true(sample_read(FOLDER "/" SAMPLE_TALK ".ics", &scene->text));
	old = strstr(scene->text.data, "aaa");
	memcpy(old, "bbb", 3);
	sample_write(FOLDER "/" SAMPLE_TALK ".ics", buffer_text(&scene->text));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "bbb");
}

#define CALENDAR(lines)                                                                            \
	"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" lines                                 \
	"DTSTART:20240513T070000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

/* Each the file below the folder, and its content. */
static const char *const foreign[][2] = {
    {FOLDER "/dentist.ics", CALENDAR("UID:dentist\r\nSUMMARY:Dentist\r\n")},
    {FOLDER "/garbage.ics", "\x01\x02 no calendar \xff"},
    {FOLDER "/empty.ics", ""},
    {FOLDER "/half.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:" SAMPLE_TALK "\r\n"},
};
static const char *const passed_over[][2] = {
    {FOLDER "/.hidden.ics", CALENDAR("UID:hidden\r\n")},
    {FOLDER "/.nec-agenda-1-1.tmp", "BEGIN:VCAL"},
    {FOLDER "/talk.ics.tmp", "BEGIN:VCAL"},
    {FOLDER "/displayname", "My fair"},
    {FOLDER "/sub/inner.ics", CALENDAR("UID:inner\r\n")},
};

enum { FOREIGN = 4, PASSED_OVER = 5 };

static void write_others(void)
{
	for (int i = 0; i < FOREIGN; i++)
		sample_write(foreign[i][0], foreign[i][1]);
	for (int i = 0; i < PASSED_OVER; i++)
		sample_write(passed_over[i][0], passed_over[i][1]);
}

static void assert_others_untouched(struct buffer *text)
{
	for (int i = 0; i < FOREIGN; i++) {
		assert_true(sample_read(foreign[i][0], text));
		assert_string_equal(buffer_text(text), foreign[i][1]);
	}
	for (int i = 0; i < PASSED_OVER; i++) {
		assert_true(sample_read(passed_over[i][0], text));
		assert_string_equal(buffer_text(text), passed_over[i][1]);
	}
}

static void foreign_files_are_named_once_and_left_alone(void **state)
{
	struct scene *scene = *state;

	write_others();
	for (int round = 0; round < 3; round++) {
		assert_true(save(scene, SAMPLE_TALK, "note"));
		sample_assert_same(loaded(scene, SAMPLE_TALK), scene->agenda);
		assert_int_equal(scene->bookmarks.count, 1);
		assert_int_equal(scene->report.count, FOREIGN);
		assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
		assert_true(store_remove(scene->store, "dentist", &scene->report));
		assert_others_untouched(&scene->text);
	}
	assert_reported(scene, SEVERITY_WARNING, FOLDER "/half.ics"); /* by name */
	assert_reported(scene, SEVERITY_WARNING, FOLDER "/garbage.ics");
	assert_reported(scene, SEVERITY_WARNING, FOLDER "/empty.ics");
	assert_reported(scene, SEVERITY_WARNING, FOLDER "/dentist.ics");
	sample_write(FOLDER "/empty.ics", "now something else");
	load(scene);
	assert_int_equal(scene->report.count, 0); /* as little an event as before */
}

static void many_foreign_files_are_counted(void **state)
{
	struct scene *scene = *state;

	for (int i = 0; i < 30; i++) {
		char name[100];

		snprintf(name, sizeof name, FOLDER "/other-%02d.ics", i);
		sample_write(name, "x");
	}
	load(scene);
	assert_int_equal(scene->report.count, 6);
	assert_non_null(strstr(assert_reported(scene, SEVERITY_WARNING, FOLDER), "25"));
	load(scene);
	assert_int_equal(scene->report.count, 5);
}

static void what_is_no_file_is_left_alone(void **state)
{
	struct scene *scene = *state;
	char path[500];

	assert_true(save(scene, SAMPLE_TALK, NULL));
	assert_int_equal(mkfifo(sample_path(FOLDER "/fifo.ics"), 0600), 0);
	assert_int_equal(mkdir(sample_path(FOLDER "/folder.ics"), 0700), 0);
	assert_int_equal(symlink("/dev/zero", sample_path(FOLDER "/zero.ics")), 0);
	sample_write(FOLDER "/huge.ics", "");
	assert_int_equal(truncate(sample_path(FOLDER "/huge.ics"), 64 << 20), 0);
	assert_int_equal(symlink("nowhere", sample_path(FOLDER "/dangling.ics")), 0);
	snprintf(path, sizeof path, "%s", sample_path("elsewhere.ics"));
	assert_int_equal(rename(sample_path(FOLDER "/" SAMPLE_TALK ".ics"), path), 0);
	assert_int_equal(symlink(path, sample_path(FOLDER "/" SAMPLE_TALK ".ics")), 0);
	load(scene);
	assert_int_equal(scene->bookmarks.count, 1); /* the link to a file is one */
	assert_int_equal(scene->report.count, 4);
	assert_reported(scene, SEVERITY_WARNING, "/zero.ics");
	assert_non_null(strstr(assert_reported(scene, SEVERITY_WARNING, "/huge.ics"), "too large"));
	assert_reported(scene, SEVERITY_WARNING, "/folder.ics");
	assert_reported(scene, SEVERITY_WARNING, "/fifo.ics");
	unlink(path);
}

static void a_name_that_is_taken_is_not_taken_again(void **state)
{
	struct scene *scene = *state;

	sample_write(FOLDER "/" SAMPLE_TALK ".ics", foreign[0][1]);
	sample_write(FOLDER "/" SAMPLE_TALK "-2.ics", foreign[3][1]);
	assert_true(save(scene, SAMPLE_TALK, "mine"));
	assert_true(save(scene, SAMPLE_TALK, "mine too"));
	assert_int_equal(sample_count(FOLDER), 3);
	assert_true(sample_read(FOLDER "/" SAMPLE_TALK "-3.ics", &scene->text));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "mine too");
	assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	assert_int_equal(sample_count(FOLDER), 2);
	sample_read(FOLDER "/" SAMPLE_TALK ".ics", &scene->text);
	assert_string_equal(buffer_text(&scene->text), foreign[0][1]);
	sample_read(FOLDER "/" SAMPLE_TALK "-2.ics", &scene->text);
	assert_string_equal(buffer_text(&scene->text), foreign[3][1]);
}

static void a_bookmark_is_found_under_any_name(void **state)
{
	struct scene *scene = *state;

	load(scene); /* what comes later must be seen all the same */
	sample_write(FOLDER "/b0c5@phone.ics",
		     CALENDAR("UID:" SAMPLE_TALK "\r\nSUMMARY:Talk\r\nPRIORITY:3\r\n"));
	assert_true(save(scene, SAMPLE_TALK, "note"));
	assert_int_equal(sample_count(FOLDER), 1);
	assert_true(sample_read(FOLDER "/b0c5@phone.ics", &scene->text));
	assert_non_null(strstr(buffer_text(&scene->text), "\r\nPRIORITY:3\r\n"));
	sample_assert_same(loaded(scene, SAMPLE_TALK), scene->agenda);
	assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	assert_int_equal(sample_count(FOLDER), 0);
}

static void copies_of_a_bookmark_go_with_it(void **state)
{
	struct scene *scene = *state;

	assert_true(save(scene, SAMPLE_TALK, NULL));
	sample_read(FOLDER "/" SAMPLE_TALK ".ics", &scene->text);
	sample_write(FOLDER "/copy of talk.ics", buffer_text(&scene->text));
	load(scene);
	assert_int_equal(scene->bookmarks.count, 1);
	assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	assert_int_equal(sample_count(FOLDER), 0);
}

static void bookmarks_of_gone_sessions_stay(void **state)
{
	struct scene *scene = *state;
	struct agenda *later = sample_agenda(SAMPLE_OFFSET);
	struct store *store;

	assert_true(save(scene, SAMPLE_NIGHT, "dance"));
	lookup_free(&later->by_id); /* as if every session had gone */
	later->session_count = 0;
	store = store_open(later);
	assert_true(store_load(store, &scene->bookmarks, &scene->report));
	assert_int_equal(scene->bookmarks.count, 1);
	sample_assert_same(&scene->bookmarks.items[0], scene->agenda);
	assert_string_equal(scene->bookmarks.items[0].note, "dance");
	assert_true(store_remove(store, SAMPLE_NIGHT, &scene->report));
	assert_int_equal(sample_count(FOLDER), 0);
	store_close(store);
	agenda_free(later);
}

static void a_folder_that_cannot_be_is_told(void **state)
{
	struct scene *scene = *state;
	const char *message;

	assert_true(save(scene, SAMPLE_NIGHT, NULL));
	load(scene);
	sample_home_remove();
	sample_home_make();
	store_close(scene->store);
	scene->store = store_open(scene->agenda);
	sample_write("nec-agenda", "a file where the folder should be");
	assert_false(save(scene, SAMPLE_TALK, NULL));
	message = assert_reported(scene, SEVERITY_ERROR, FOLDER);
	assert_non_null(strstr(message, strerror(ENOTDIR)));
	assert_non_null(strstr(message, "move it away"));
	assert_false(store_load(scene->store, &scene->bookmarks, &scene->report));
	assert_reported(scene, SEVERITY_ERROR, FOLDER);
	assert_int_equal(scene->bookmarks.count, 1); /* as they were */
	assert_false(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	assert_reported(scene, SEVERITY_ERROR, FOLDER);
	sample_read("nec-agenda", &scene->text);
	assert_string_equal(buffer_text(&scene->text), "a file where the folder should be");
}

static void a_folder_that_vanished_is_made_again(void **state)
{
	struct scene *scene = *state;
	char old[500], new[500];

	assert_true(save(scene, SAMPLE_TALK, NULL));
	load(scene);
	snprintf(old, sizeof old, "%s", sample_path("nec-agenda"));
	snprintf(new, sizeof new, "%s", sample_path("moved"));
	assert_int_equal(rename(old, new), 0);
	load(scene);
	assert_int_equal(scene->bookmarks.count, 0);
	assert_true(save(scene, SAMPLE_NIGHT, NULL));
	load(scene);
	assert_int_equal(scene->bookmarks.count, 1);
}

static void an_unset_home_is_told(void **state)
{
	struct scene *scene = *state;
	struct store *store;

	setenv("XDG_DATA_HOME", "relative/path", 1);
	setenv("HOME", "", 1);
	store = store_open(scene->agenda);
	assert_null(store_path(store));
	assert_true(store_load(store, &scene->bookmarks, &scene->report));
	assert_true(store_remove(store, SAMPLE_TALK, &scene->report));
	assert_int_equal(scene->report.count, 0);
	assert_false(store_save(store, scene->agenda, 0, NULL, &scene->report));
	assert_non_null(strstr(assert_reported(scene, SEVERITY_ERROR, NULL), "set HOME"));
	store_close(store);
	setenv("HOME", "/somewhere", 1);
	store = store_open(scene->agenda);
	assert_string_equal(store_path(store), "/somewhere/.local/share/" FOLDER);
	store_close(store);
}

static void an_id_too_long_for_a_file_is_refused(void **state)
{
	struct scene *scene = *state;
	struct session *talk =
	    (struct session *)&scene->agenda->sessions[sample_session(scene->agenda, SAMPLE_TALK)];
	struct buffer id = {0};

	buffer_fill(&id, 'x', 10000);
	talk->id = buffer_text(&id);
	assert_true(store_save(scene->store, scene->agenda,
			       (size_t)(talk - scene->agenda->sessions), NULL, &scene->report));
	assert_string_equal(loaded(scene, talk->id)->title, "Talk");
	buffer_fill(&id, 'x', 2000000);
	talk->id = buffer_text(&id);
	assert_false(store_save(scene->store, scene->agenda,
				(size_t)(talk - scene->agenda->sessions), NULL, &scene->report));
	assert_reported(scene, SEVERITY_ERROR, ".ics");
	assert_int_equal(sample_count(FOLDER), 1);
	buffer_free(&id);
}

static void make_old(const char *below)
{
	struct timespec times[] = {{time(NULL) - 2 * 60 * 60, 0}, {time(NULL) - 2 * 60 * 60, 0}};

	assert_int_equal(utimensat(AT_FDCWD, sample_path(below), times, 0), 0);
}

static void what_killed_windows_left_is_swept_away(void **state)
{
	static const char *const files[] = {
	    FOLDER "/.nec-agenda-4711-1.tmp", /* old and ours: the only one to go */
	    FOLDER "/.nec-agenda-4711-2.tmp", /* another window may be writing it */
	    FOLDER "/.vdirsyncer-4711-1.tmp", FOLDER "/nec-agenda-4711-1.tmp",
	    FOLDER "/.nec-agenda-4711-1.tmp.bak"};
	struct scene *scene = *state;

	for (int i = 0; i < 5; i++) {
		sample_write(files[i], "BEGIN:VCALENDAR");
		if (i != 1)
			make_old(files[i]);
	}
	load(scene);
	assert_int_equal(sample_count(FOLDER), 5); /* who only reads changes nothing */
	assert_true(save(scene, SAMPLE_TALK, NULL));
	assert_false(sample_read(files[0], &scene->text));
	for (int i = 1; i < 5; i++)
		assert_true(sample_read(files[i], &scene->text));
}

static void a_linked_bookmark_stays_a_link(void **state)
{
	struct scene *scene = *state;
	struct stat status;

	assert_true(save(scene, SAMPLE_TALK, "old"));
	sample_write("a/b/talk.ics", "");
	sample_read(FOLDER "/" SAMPLE_TALK ".ics", &scene->text);
	sample_write("a/b/talk.ics", buffer_text(&scene->text));
	assert_int_equal(symlink("b/talk.ics", sample_path("a/link")), 0);
	assert_int_equal(unlink(sample_path(FOLDER "/" SAMPLE_TALK ".ics")), 0);
	assert_int_equal(symlink("../../a/link", sample_path(FOLDER "/" SAMPLE_TALK ".ics")), 0);
	assert_true(save(scene, SAMPLE_TALK, "new"));
	assert_int_equal(lstat(sample_path(FOLDER "/" SAMPLE_TALK ".ics"), &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_true(sample_read("a/b/talk.ics", &scene->text));
	assert_non_null(strstr(buffer_text(&scene->text), "COMMENT:new\r\n"));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "new");
	assert_int_equal(sample_count("a/b"), 1);
	assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	assert_int_equal(sample_count(FOLDER), 0);
	assert_true(sample_read("a/b/talk.ics", &scene->text)); /* somebody else's file */
}

static void links_that_lead_nowhere_are_left_alone(void **state)
{
	struct scene *scene = *state;

	assert_true(save(scene, SAMPLE_NIGHT, NULL));
	assert_int_equal(symlink("nowhere", sample_path(FOLDER "/" SAMPLE_TALK ".ics")), 0);
	assert_true(save(scene, SAMPLE_TALK, "mine"));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "mine");
	assert_true(sample_read(FOLDER "/" SAMPLE_TALK "-2.ics", &scene->text));
	assert_false(sample_read(FOLDER "/nowhere", &scene->text));
}

static void a_file_keeps_its_mode(void **state)
{
	struct scene *scene = *state;

	assert_true(save(scene, SAMPLE_TALK, "old"));
	assert_int_equal(chmod(sample_path(FOLDER "/" SAMPLE_TALK ".ics"), 0644), 0);
	assert_true(save(scene, SAMPLE_TALK, "new"));
	assert_int_equal(mode_of(FOLDER "/" SAMPLE_TALK ".ics"), 0644);
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "new");
}

#define in_a_scene(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

/* Of a bookmark whose session the agenda has no more, nothing but the note is changed. */
static void a_note_is_changed_alone(void **state)
{
	struct scene *scene = *state;
	const struct bookmark *bookmark;
	char *room;

	assert_true(save(scene, SAMPLE_TALK, "one"));
	bookmark = loaded(scene, SAMPLE_TALK);
	room = memory_strdup(bookmark->room);
	assert_true(store_note(scene->store, SAMPLE_TALK, "two, and\na line", &scene->report));
	bookmark = loaded(scene, SAMPLE_TALK);
	assert_string_equal(bookmark->note, "two, and\na line");
	assert_string_equal(bookmark->room, room);
	assert_true(store_note(scene->store, SAMPLE_TALK, NULL, &scene->report));
	assert_null(loaded(scene, SAMPLE_TALK)->note);
	assert_int_equal(scene->bookmarks.count, 1);
	assert_false(store_note(scene->store, "never-kept", "three", &scene->report));
	assert_reported(scene, SEVERITY_ERROR, NULL);
	load(scene);
	assert_int_equal(scene->bookmarks.count, 1);
	free(room);
}

/* A later edition, where the talk has moved into the night. */
static struct agenda *revised_agenda(void)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	size_t talk = sample_session(agenda, SAMPLE_TALK);
	struct session *session = (struct session *)&agenda->sessions[talk];

	session->start += 12 * 60;
	session->end += 12 * 60;
	session->cancelled = true;
	return agenda;
}

static void what_is_kept_says_what_was_known_until_it_is_renewed(void **state)
{
	struct scene *scene = *state;
	struct agenda *revised = revised_agenda();
	size_t talk = sample_session(revised, SAMPLE_TALK);

	assert_true(save(scene, SAMPLE_TALK, "one"));
	assert_true(store_save(scene->store, revised, talk, NULL, &scene->report));
	sample_assert_same(loaded(scene, SAMPLE_TALK), scene->agenda);
	assert_true(store_save(scene->store, revised, talk, "two", &scene->report));
	sample_assert_same(loaded(scene, SAMPLE_TALK), scene->agenda);
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "two");
	assert_false(loaded(scene, SAMPLE_TALK)->cancelled);
	assert_true(store_renew(scene->store, revised, talk, &scene->report));
	sample_assert_same(loaded(scene, SAMPLE_TALK), revised);
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "two");
	assert_true(loaded(scene, SAMPLE_TALK)->cancelled);
	assert_string_equal(loaded(scene, SAMPLE_TALK)->speakers, "Zoé Cœur, Ali Ben");
	agenda_free(revised);
}

static void what_was_let_go_meanwhile_is_not_renewed(void **state)
{
	struct scene *scene = *state;
	size_t talk = sample_session(scene->agenda, SAMPLE_TALK);

	assert_true(store_renew(scene->store, scene->agenda, talk, &scene->report));
	assert_true(save(scene, SAMPLE_NIGHT, NULL));
	assert_true(store_renew(scene->store, scene->agenda, talk, &scene->report));
	assert_null(loaded(scene, SAMPLE_TALK));
	assert_int_equal(scene->report.count, 0);
}

static void what_others_wrote_is_completed_when_it_is_kept(void **state)
{
	struct scene *scene = *state;

	sample_write(FOLDER "/phone.ics",
		     CALENDAR("UID:" SAMPLE_TALK "\r\nSUMMARY:Talk\r\nCOMMENT:mine\r\n"));
	assert_false(loaded(scene, SAMPLE_TALK)->complete);
	assert_true(save(scene, SAMPLE_TALK, NULL));
	sample_assert_same(loaded(scene, SAMPLE_TALK), scene->agenda);
	assert_true(loaded(scene, SAMPLE_TALK)->complete);
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "mine");
}

static void what_was_removed_comes_back_to_the_byte(void **state)
{
	struct scene *scene = *state;
	struct buffer before = {0};

	assert_true(save(scene, SAMPLE_TALK, "note"));
	sample_read(FOLDER "/" SAMPLE_TALK ".ics", &before);
	buffer_truncate(&before, (size_t)(strstr(before.data, "END:VEVENT") - before.data));
	buffer_puts(&before, "PRIORITY:3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n\r\n");
	sample_write(FOLDER "/" SAMPLE_TALK ".ics", buffer_text(&before));
	assert_true(store_remove(scene->store, SAMPLE_TALK, &scene->report));
	assert_int_equal(sample_count(FOLDER), 0);
	for (int i = 0; i < 2; i++) {
		assert_true(store_restore(scene->store, SAMPLE_TALK, &scene->report));
		assert_true(sample_read(FOLDER "/" SAMPLE_TALK ".ics", &scene->text));
		assert_string_equal(buffer_text(&scene->text), buffer_text(&before));
	}
	assert_true(store_note(scene->store, SAMPLE_TALK, "another window's", &scene->report));
	assert_true(store_restore(scene->store, SAMPLE_TALK, &scene->report));
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "another window's");
	assert_int_equal(sample_count(FOLDER), 1);
	assert_true(store_can_restore(scene->store, SAMPLE_TALK));
	assert_false(store_can_restore(scene->store, SAMPLE_NIGHT));
	assert_false(store_restore(scene->store, SAMPLE_NIGHT, &scene->report));
	assert_reported(scene, SEVERITY_ERROR, NULL);
	assert_int_equal(sample_count(FOLDER), 1);
	buffer_free(&before);
}

/* Bookmarks of the same sessions in the folder of another title. */
static void keep_under(const char *folder, const char *const *ids, int count)
{
	for (int i = 0; i < count; i++) {
		struct buffer path = {0}, text = {0};

		buffer_printf(&path, "nec-agenda/%s/%s.ics", folder, ids[i]);
		buffer_printf(&text,
			      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:%s\r\n"
			      "SUMMARY:%s\r\nDTSTART:20240513T070000Z\r\nX-NEC-AGENDA-EVENT:%s\r\n"
			      "END:VEVENT\r\nEND:VCALENDAR\r\n",
			      ids[i], i ? "Something" : "Talk", folder);
		sample_write(buffer_text(&path), buffer_text(&text));
		buffer_free(&path);
		buffer_free(&text);
	}
}

static void assert_former(const struct scene *scene, const char *expected, size_t expected_count)
{
	size_t count = 0;
	char *former = store_former(scene->store, &count);

	if (expected)
		assert_string_equal(former, expected);
	else
		assert_null(former);
	assert_int_equal(count, expected_count);
	free(former);
}

static void bookmarks_under_a_former_title_are_taken_over(void **state)
{
	static const char *const ids[] = {SAMPLE_TALK, "2024-05-13-no-more"};
	static const char *const others[] = {"2024-05-13-dinner", "2024-05-13-supper"};
	struct scene *scene = *state;

	assert_former(scene, NULL, 0);
	keep_under("another-2024", others, 2);
	assert_former(scene, NULL, 0);
	keep_under("seed-fare-2024", ids, 2);
	assert_former(scene, "seed-fare-2024", 1);
	assert_true(store_adopt(scene->store, "seed-fare-2024", &scene->report));
	assert_former(scene, NULL, 0);
	assert_int_equal(sample_count("nec-agenda"), 2);
	load(scene);
	assert_int_equal(scene->bookmarks.count, 2);
	assert_string_equal(loaded(scene, SAMPLE_TALK)->title, "Talk");
}

static void bookmarks_of_another_event_are_left_alone(void **state)
{
	/* Numbers are ids of many events' sessions. */
	static const char *const ids[] = {"1", "2"};
	static const char *const few[] = {SAMPLE_TALK, "a", "b"};
	struct scene *scene = *state;
	struct session *talk =
	    (struct session *)&scene->agenda->sessions[sample_session(scene->agenda, SAMPLE_TALK)];

	keep_under("conference-2024", few, 3); /* less than half of them */
	assert_former(scene, NULL, 0);
	talk->id = "2";
	lookup_free(&scene->agenda->by_id);
	lookup_add(&scene->agenda->by_id, "2", (uint32_t)(talk - scene->agenda->sessions));
	talk->start += 60;
	keep_under("village-2024", ids, 2);
	assert_former(scene, NULL, 0);
	talk->start -= 60; /* but what is at its time, too, is it */
	assert_former(scene, "village-2024", 1);
}

static void who_declines_is_not_asked_again(void **state)
{
	static const char *const ids[] = {SAMPLE_TALK};
	struct scene *scene = *state;

	keep_under("seed-fare-2024", ids, 1);
	assert_former(scene, "seed-fare-2024", 1);
	assert_true(store_make(scene->store, &scene->report));
	assert_former(scene, NULL, 0);
	load(scene);
	assert_int_equal(scene->bookmarks.count, 0);
}

static void it_is_remembered_that_a_session_is_lost(void **state)
{
	struct scene *scene = *state;

	assert_true(store_lose(scene->store, SAMPLE_TALK, &scene->report));
	assert_true(save(scene, SAMPLE_TALK, "note"));
	assert_false(loaded(scene, SAMPLE_TALK)->lost);
	assert_true(store_lose(scene->store, SAMPLE_TALK, &scene->report));
	assert_true(loaded(scene, SAMPLE_TALK)->lost);
	sample_assert_same(loaded(scene, SAMPLE_TALK), scene->agenda);
	assert_true(store_renew(scene->store, scene->agenda,
				sample_session(scene->agenda, SAMPLE_TALK), &scene->report));
	assert_false(loaded(scene, SAMPLE_TALK)->lost); /* it is found again */
	assert_string_equal(loaded(scene, SAMPLE_TALK)->note, "note");
}

static void what_is_kept_already_is_not_replaced(void **state)
{
	static const char *const ids[] = {SAMPLE_TALK};
	struct scene *scene = *state;

	keep_under("seed-fare-2024", ids, 1);
	assert_true(save(scene, SAMPLE_NIGHT, NULL));
	assert_former(scene, NULL, 0);
	assert_false(store_adopt(scene->store, "seed-fare-2024", &scene->report));
	assert_non_null(loaded(scene, SAMPLE_NIGHT));
	assert_true(sample_read("nec-agenda/seed-fare-2024/" SAMPLE_TALK ".ics", &scene->text));
	assert_reported(scene, SEVERITY_ERROR, FOLDER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    in_a_scene(nothing_kept_is_no_folder),
	    in_a_scene(every_kind_of_session_is_kept),
	    in_a_scene(what_is_kept_is_private),
	    in_a_scene(notes_come_and_go),
	    in_a_scene(what_is_kept_is_not_added_again),
	    in_a_scene(a_note_is_changed_alone),
	    in_a_scene(what_is_kept_says_what_was_known_until_it_is_renewed),
	    in_a_scene(what_was_let_go_meanwhile_is_not_renewed),
	    in_a_scene(what_others_wrote_is_completed_when_it_is_kept),
	    in_a_scene(what_was_removed_comes_back_to_the_byte),
	    in_a_scene(bookmarks_under_a_former_title_are_taken_over),
	    in_a_scene(bookmarks_of_another_event_are_left_alone),
	    in_a_scene(who_declines_is_not_asked_again),
	    in_a_scene(it_is_remembered_that_a_session_is_lost),
	    in_a_scene(what_is_kept_already_is_not_replaced),
	    in_a_scene(what_was_added_before_it_was_stopped_is_kept),
	    in_a_scene(two_windows_see_each_other),
	    in_a_scene(a_change_in_place_shows),
	    in_a_scene(foreign_files_are_named_once_and_left_alone),
	    in_a_scene(many_foreign_files_are_counted),
	    in_a_scene(what_is_no_file_is_left_alone),
	    in_a_scene(a_name_that_is_taken_is_not_taken_again),
	    in_a_scene(a_bookmark_is_found_under_any_name),
	    in_a_scene(copies_of_a_bookmark_go_with_it),
	    in_a_scene(bookmarks_of_gone_sessions_stay),
	    in_a_scene(a_folder_that_cannot_be_is_told),
	    in_a_scene(a_folder_that_vanished_is_made_again),
	    in_a_scene(an_unset_home_is_told),
	    in_a_scene(an_id_too_long_for_a_file_is_refused),
	    in_a_scene(what_killed_windows_left_is_swept_away),
	    in_a_scene(a_linked_bookmark_stays_a_link),
	    in_a_scene(links_that_lead_nowhere_are_left_alone),
	    in_a_scene(a_file_keeps_its_mode),
	};

	return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
