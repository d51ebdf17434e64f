/* Who is told how far long work is, and when; who may stop it. */
#include "config.h"

#include "base/progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>
/* cmocka wants the first three above before it */
#include <cmocka.h>

/* A watcher that counts, and stops the work when it has been told so often. */
struct watch {
	int told, waited, enough;
};

static bool tell(struct progress *progress)
{
	struct watch *watch = progress->context;

	return ++watch->told < watch->enough;
}

static bool wait(struct progress *progress, int descriptor, int milliseconds)
{
	struct watch *watch = progress->context;

	(void)descriptor, (void)milliseconds;
	watch->waited++;
	return watch->told < watch->enough;
}

static const struct progress_watcher watcher = {tell, wait};

static void what_is_quick_is_not_told(void **state)
{
	struct watch watch = {.enough = 1};
	struct progress progress;

	(void)state;
	progress_begin(&progress, &watcher, &watch);
	progress.due += 3600 * 1000;
	for (size_t i = 0; i < 1000; i++)
		assert_true(progress_step(&progress, i, 1000));
	assert_int_equal(watch.told, 0);
	assert_true(progress_step(NULL, 1, 2));
	assert_false(progress_stopped(NULL));
}

static void what_is_long_is_told_now_and_then(void **state)
{
	struct watch watch = {.enough = 100};
	struct progress progress;

	(void)state;
	progress_begin(&progress, &watcher, &watch);
	progress.due = 0;
	assert_true(progress_step(&progress, 7, 1000));
	assert_int_equal(watch.told, 1);
	assert_int_equal(progress.done, 7);
	assert_int_equal(progress.total, 1000);
	assert_true(progress.due > 0);
	progress.due += 3600 * 1000; /* the next time is not yet */
	assert_true(progress_step(&progress, 8, 1000));
	assert_int_equal(watch.told, 1);
}

static void what_is_stopped_stays_stopped(void **state)
{
	struct watch watch = {.enough = 1};
	struct progress progress;

	(void)state;
	progress_begin(&progress, &watcher, &watch);
	progress.due = 0;
	assert_false(progress_step(&progress, 1, 2));
	assert_true(progress_stopped(&progress));
	progress.due = 0;
	assert_false(progress_step(&progress, 2, 2));
	assert_false(progress_wait(&progress, STDIN_FILENO, -1));
	assert_int_equal(watch.told, 1);
}

static void nobody_hears_of_a_wait_that_ends_at_once(void **state)
{
	struct watch watch = {.enough = 100};
	struct progress progress;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "x", 1), 1);
	progress_begin(&progress, &watcher, &watch);
	assert_true(progress_wait(&progress, ends[0], -1));
	assert_true(progress_wait(NULL, ends[0], -1));
	progress.due = 0; /* long work, but something is there to be read */
	assert_true(progress_wait(&progress, ends[0], -1));
	assert_int_equal(watch.told + watch.waited, 0);
	close(ends[0]);
	close(ends[1]);
}

static void a_long_wait_is_the_watchers(void **state)
{
	struct watch watch = {.enough = 2};
	struct progress progress;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	progress_begin(&progress, &watcher, &watch);
	progress.due = 0;
	assert_true(progress_wait(&progress, ends[0], -1));
	assert_true(progress.waiting);
	assert_int_equal(watch.told, 1);
	assert_int_equal(watch.waited, 1);
	progress.due = 0;
	assert_false(progress_wait(&progress, ends[0], -1));
	assert_int_equal(watch.waited, 1);
	close(ends[0]);
	close(ends[1]);
}

static void a_short_wait_ends_by_itself(void **state)
{
	struct watch watch = {.enough = 100};
	struct progress progress;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	progress_begin(&progress, &watcher, &watch);
	progress.due += 3600 * 1000;
	assert_true(progress_wait(&progress, ends[0], 1));
	assert_true(progress_wait(NULL, ends[0], 0));
	assert_int_equal(watch.told + watch.waited, 0);
	close(ends[0]);
	close(ends[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_quick_is_not_told),
	    cmocka_unit_test(what_is_long_is_told_now_and_then),
	    cmocka_unit_test(what_is_stopped_stays_stopped),
	    cmocka_unit_test(nobody_hears_of_a_wait_that_ends_at_once),
	    cmocka_unit_test(a_long_wait_is_the_watchers),
	    cmocka_unit_test(a_short_wait_ends_by_itself),
	};

	return cmocka_run_group_tests_name("progress", tests, NULL, NULL);
}
