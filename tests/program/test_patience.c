/* Ctrl-C while bookmarks are saved: the work stops, and the program goes on. */
#include "config.h"

#include "patience.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

/* The time has come to tell how far it is. */
static bool step(struct patience *patience, size_t done)
{
	struct progress *progress = patience_progress(patience);

	progress->due = 0;
	return progress_step(progress, done, 100);
}

/* Whoever runs the tests may have it ignored, as what a shell starts in the background has. */
static int heed_interrupts(void **state)
{
	(void)state;
	return signal(SIGINT, SIG_DFL) == SIG_ERR;
}

static bool holds_interrupts(void)
{
	sigset_t blocked, pending;

	assert_int_equal(sigprocmask(SIG_BLOCK, NULL, &blocked), 0);
	assert_int_equal(sigpending(&pending), 0);
	return sigismember(&blocked, SIGINT) || sigismember(&pending, SIGINT);
}

static void an_interrupt_stops_it(void **state)
{
	struct patience *patience = patience_of_saving(false);

	(void)state;
	assert_true(step(patience, 10));
	raise(SIGINT);
	assert_false(step(patience, 20));
	assert_int_equal(patience_status(patience), 128 + SIGINT);
	patience_free(patience);
	assert_false(holds_interrupts());
}

static void one_that_comes_too_late_does_nothing(void **state)
{
	struct patience *patience = patience_of_saving(false);

	(void)state;
	assert_true(step(patience, 100));
	raise(SIGINT);
	assert_int_equal(patience_status(patience), 0);
	patience_free(patience);
	assert_false(holds_interrupts());
}

static void one_that_was_ignored_stays_so(void **state)
{
	struct patience *patience;

	(void)state;
	signal(SIGINT, SIG_IGN);
	patience = patience_of_saving(false);
	raise(SIGINT);
	assert_true(step(patience, 10));
	patience_free(patience);
	signal(SIGINT, SIG_DFL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(an_interrupt_stops_it, heed_interrupts),
	    cmocka_unit_test_setup(one_that_comes_too_late_does_nothing, heed_interrupts),
	    cmocka_unit_test_setup(one_that_was_ignored_stays_so, heed_interrupts),
	};

	return cmocka_run_group_tests_name("patience", tests, NULL, NULL);
}
