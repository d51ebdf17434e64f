/*
 * Several windows change the same sessions as fast as they can, and read them. The linker leads the
 * store's close() here (see local.mk): the last one of a change lets the next window in, so that
 * the order in which they get here is the order in which changes were finished. They pause every
 * few changes and look what was left: a change that comes to nothing is soon covered by others.
 */
#include "config.h"

#include "sample.h"

#include "base/memory.h"
#include "store/store.h"

#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

#define FOLDER "nec-agenda/seed-fair-2024"

/* Ten thousand changes in all. */
enum { WINDOWS = 4, ROUNDS = 250, CHANGES = 10 /* of a round */, SESSIONS_MOST = 16 };

/* What a change left. */
struct change {
	unsigned finished; /* its place in the order, 0 for none */
	bool kept;
	char note[50];
};

/* In memory that the processes share. */
struct common {
	atomic_uint count, arrived;
	atomic_bool failed;
	struct change last[WINDOWS][SESSIONS_MOST]; /* of each window, about each session */
};

static struct {
	struct common *common; /* NULL outside of a window */
	unsigned finished;
} here;

int __real_close(int file);
int __wrap_close(int file);

int __wrap_close(int file)
{
	if (here.common)
		here.finished = atomic_fetch_add(&here.common->count, 1) + 1;
	return __real_close(file);
}

static bool change_one(struct store *store, const struct agenda *agenda, size_t session,
		       const struct change *change, struct report *report)
{
	if (change->kept)
		return store_save(store, agenda, session, change->note, report);
	return store_remove(store, agenda->sessions[session].id, report);
}

/* Whatever another one meets in between is whole. */
static bool reads_whole(const struct agenda *agenda, struct report *report)
{
	struct store *store = store_open(agenda);
	struct bookmarks bookmarks = {0};
	bool whole = store_load(store, &bookmarks, report) && !report->count;

	for (size_t i = 0; i < bookmarks.count && whole; i++)
		whole = bookmarks.items[i].title && bookmarks.items[i].note &&
			!strncmp(bookmarks.items[i].note, "window ", 7);
	bookmarks_free(&bookmarks);
	store_close(store);
	return whole;
}

/* Waits for all of them; not for ever where one failed. */
static void meet(struct common *common, unsigned meeting)
{
	atomic_fetch_add(&common->arrived, 1);
	while (atomic_load(&common->arrived) < WINDOWS * meeting && !atomic_load(&common->failed))
		sched_yield();
}

static const struct change *last_change(const struct common *common, size_t session)
{
	const struct change *last = &common->last[0][session];

	for (int i = 1; i < WINDOWS; i++)
		if (common->last[i][session].finished > last->finished)
			last = &common->last[i][session];
	return last;
}

/* Whether a window sees what the last one to finish set, while nobody changes anything. */
static bool sees_what_was_left(struct store *store, const struct common *common,
			       const struct agenda *agenda, struct report *report)
{
	struct bookmarks bookmarks = {0};
	bool same = store_load(store, &bookmarks, report) && !report->count;

	for (size_t i = 0; i < agenda->session_count && same; i++) {
		const struct change *last = last_change(common, i);
		const struct bookmark *bookmark =
		    bookmarks_find(&bookmarks, agenda->sessions[i].id);

		same = bookmark ? last->kept && !strcmp(bookmark->note, last->note) : !last->kept;
	}
	bookmarks_free(&bookmarks);
	return same;
}

/* What a window needs. */
struct window {
	int number;
	struct store *store;
	struct common *common;
	const struct agenda *agenda;
	unsigned dice;
	struct report report;
};

static bool change_any(struct window *window, int round, int number)
{
	struct change change = {0};
	size_t session;
	bool done;

	window->dice = window->dice * 1664525u + 1013904223u;
	session = (window->dice >> 16) % window->agenda->session_count;
	change.kept = window->dice >> 30; /* three of four */
	snprintf(change.note, sizeof change.note, "window %d change %d.%d", window->number, round,
		 number);
	done = change_one(window->store, window->agenda, session, &change, &window->report);
	change.finished = here.finished;
	window->common->last[window->number][session] = change;
	return done;
}

static bool go_round(struct window *window, int round)
{
	bool done = true;

	for (int i = 0; i < CHANGES && done; i++)
		done = change_any(window, round, i);
	done = done && reads_whole(window->agenda, &window->report);
	meet(window->common, 2 * (unsigned)round + 1);
	done = done &&
	       sees_what_was_left(window->store, window->common, window->agenda, &window->report);
	if (!done)
		atomic_store(&window->common->failed, true);
	meet(window->common, 2 * (unsigned)round + 2);
	return !atomic_load(&window->common->failed);
}

static _Noreturn void be_a_window(struct common *common, const struct agenda *agenda, int number)
{
	struct window window = {.number = number,
				.store = store_open(agenda),
				.common = common,
				.agenda = agenda,
				.dice = 2654435761u * (unsigned)(number + 1)};
	bool done = true;

	here.common = common;
	for (int round = 0; round < ROUNDS && done; round++)
		done = go_round(&window, round);
	report_print(&window.report, stderr, "", SEVERITY_NOTE);
	_exit(done ? 0 : 1);
}

static void assert_ended_well(pid_t process)
{
	int status;

	assert_int_equal(waitpid(process, &status, 0), process);
	assert_int_equal(status, 0);
}

static void let_them_loose(struct common *common, const struct agenda *agenda)
{
	pid_t windows[WINDOWS];

	fflush(NULL);
	for (int i = 0; i < WINDOWS; i++)
		if (!(windows[i] = fork()))
			be_a_window(common, agenda, i);
	for (int i = 0; i < WINDOWS; i++)
		assert_ended_well(windows[i]);
}

static void the_last_to_finish_wins(void **state)
{
	struct agenda *agenda = sample_agenda(SAMPLE_OFFSET);
	struct common *common =
	    mmap(NULL, sizeof *common, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct store *store;
	struct bookmarks bookmarks = {0};
	struct report report = {0};
	int kept = 0;

	(void)state;
	assert_true(common != MAP_FAILED);
	assert_in_range(agenda->session_count, 1, SESSIONS_MOST);
	sample_home_make_in_memory();
	let_them_loose(common, agenda);
	store = store_open(agenda);
	assert_true(store_load(store, &bookmarks, &report));
	assert_int_equal(report.count, 0);
	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct change *last = last_change(common, i);
		const struct bookmark *bookmark =
		    bookmarks_find(&bookmarks, agenda->sessions[i].id);

		assert_true(last->finished);
		assert_int_equal(bookmark != NULL, last->kept);
		if (!bookmark)
			continue;
		kept++;
		assert_string_equal(bookmark->note, last->note);
		sample_assert_same(bookmark, agenda);
	}
	assert_int_equal(bookmarks.count, kept);
	assert_int_equal(sample_count(FOLDER), kept); /* no other file */
	bookmarks_free(&bookmarks);
	report_free(&report);
	store_close(store);
	agenda_free(agenda);
	munmap(common, sizeof *common);
	sample_home_remove();
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(the_last_to_finish_wins)};

	return cmocka_run_group_tests_name("windows", tests, NULL, NULL);
}
