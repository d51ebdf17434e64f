/*
 * The kiosk's screen mends itself every minute. Its loop runs here with a clock that stands still
 * until it is told to go on, in the place of clock.c.
 */
#include "config.h"

#include "viewer.h"

#include "base/locale.h"
#include "clock.h"
#include "host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#include <sys/mman.h>

/* How soon the loop believes the next minute to come, so that it looks. Milliseconds. */
enum { SOON = 10 };

/* Shared with the kiosk, which is another process. */
static _Atomic civil_moment *moment;

int clock_offset_at(const struct event *event, int64_t utc_minutes)
{
	(void)event, (void)utc_minutes;
	return 0;
}

struct clock clock_at_venue(civil_moment at, const struct event *event)
{
	(void)at, (void)event;
	return (struct clock){0};
}

civil_moment clock_now(const struct clock *clock)
{
	(void)clock;
	return atomic_load(moment);
}

int clock_next_minute(const struct clock *clock)
{
	(void)clock;
	return SOON;
}

/* The agenda that is built in, on its second day. */
static int be_kiosk(void)
{
	const struct host_options options = {.at = *moment, .idle_seconds = 60, .language = "en"};
	struct report report = {0};

	locale_begin();
	return host_run(&options, &report);
}

static int set_up(void **state)
{
	civil_day day = civil_day_of((struct civil_date){2023, 10, 19});
	void *shared =
	    mmap(NULL, sizeof *moment, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	(void)state;
	if (shared == MAP_FAILED)
		return -1;
	moment = shared;
	atomic_store(moment, civil_moment_of(day, 10 * 60 + 42));
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	return munmap((void *)moment, sizeof *moment);
}

/* As the kernel writes over a console, which is told nobody. */
static void what_others_wrote_is_gone_with_the_minute(void **state)
{
	struct viewer *viewer = viewer_call(&(struct viewer_wish){0}, be_kiosk);

	(void)state;
	viewer_expect(viewer, "ON NOW");
	viewer_expect(viewer, "10:42");
	viewer_scribble(viewer, "\033[HSomebody was here.");
	viewer_expect(viewer, "Somebody was here.");
	atomic_fetch_add(moment, 1);
	viewer_expect(viewer, "10:43");
	assert_int_equal(viewer_find(viewer, "Somebody was here."), -1); /* left of the time */
	viewer_expect(viewer, "ON NOW");
	viewer_leave(viewer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(what_others_wrote_is_gone_with_the_minute, set_up,
					    tear_down),
	};

	return cmocka_run_group_tests_name("minute", tests, NULL, NULL);
}
