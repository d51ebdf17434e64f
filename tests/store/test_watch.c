/*
 * What the kernel tells is there to be read when the call that changed something returns, so
 * nothing here has to wait. The linker leads inotify_init1() here (see local.mk): it can be
 * missing.
 */
#include "config.h"

#include "sample.h"

#include "store/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static bool without_inotify;

int __real_inotify_init1(int flags);
int __wrap_inotify_init1(int flags);

int __wrap_inotify_init1(int flags)
{
	errno = EMFILE;
	return without_inotify ? -1 : __real_inotify_init1(flags);
}

/* What can be done below the home. Paths are of one call at a time, so they are kept here. */

static void write_to(const char *below, const char *text)
{
	sample_write(below, text);
}

static void move(const char *from, const char *to)
{
	char path[1000];

	snprintf(path, sizeof path, "%s", sample_path(from));
	assert_int_equal(rename(path, sample_path(to)), 0);
}

static void replace(const char *below, const char *text)
{
	write_to("new", text);
	move("new", below);
}

static void make_link(const char *target, const char *below)
{
	assert_int_equal(symlink(target, sample_path(below)), 0);
}

static void take_away(const char *below)
{
	assert_int_equal(remove(sample_path(below)), 0);
}

static void make_folder(const char *below)
{
	assert_int_equal(mkdir(sample_path(below), 0700), 0);
}

static int set_up(void **state)
{
	(void)state;
	without_inotify = false;
	sample_home_make();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	sample_home_remove();
	return 0;
}

static bool is_ready(const struct watch *watch)
{
	struct pollfd ready = {.fd = watch_fd(watch), .events = POLLIN};

	return poll(&ready, 1, 0) > 0;
}

/* A change wakes, is told once, and then all is quiet. */
static void assert_told(struct watch *watch)
{
	assert_true(is_ready(watch));
	assert_true(watch_take(watch));
	assert_false(is_ready(watch));
	assert_false(watch_take(watch));
}

static void assert_not_told(struct watch *watch)
{
	assert_false(watch_take(watch));
	assert_false(is_ready(watch));
}

/* Neither does it wake. */
static void assert_quiet(struct watch *watch)
{
	assert_false(is_ready(watch));
	assert_not_told(watch);
}

static void a_file_that_is_written_is_told(void **state)
{
	struct watch *watch;

	(void)state;
	write_to("a/page.md", "one");
	watch = watch_start(sample_path("a/page.md"));
	assert_quiet(watch);
	write_to("a/page.md", "two");
	assert_told(watch);
	write_to("a/other.md", "beside it");
	make_folder("a/folder");
	assert_int_equal(chmod(sample_path("a/other.md"), 0644), 0);
	take_away("a/other.md");
	assert_quiet(watch);
	write_to("a/page.md", "three");
	write_to("a/page.md", "four");
	assert_told(watch);
	watch_stop(watch);
}

static void a_file_is_told_when_it_is_closed(void **state)
{
	struct watch *watch;
	FILE *file;

	(void)state;
	write_to("page.md", "one");
	watch = watch_start(sample_path("page.md"));
	file = fopen(sample_path("page.md"), "w");
	assert_non_null(file);
	assert_true(fputs("half of", file) >= 0 && !fflush(file));
	assert_quiet(watch);
	fclose(file);
	assert_told(watch);
	watch_stop(watch);
}

static void a_file_that_is_replaced_is_told(void **state)
{
	struct watch *watch;
	FILE *reader;

	(void)state;
	write_to("page.md", "one");
	watch = watch_start(sample_path("page.md"));
	replace("page.md", "two");
	assert_told(watch);
	reader = fopen(sample_path("page.md"), "r"); /* its inode lives on */
	replace("page.md", "three");
	assert_told(watch);
	fclose(reader);
	replace("page.md", "four");
	write_to("page.md", "five");
	assert_told(watch);
	watch_stop(watch);
}

static void a_file_may_come_and_go(void **state)
{
	struct watch *watch = watch_start(sample_path("a/b/page.md"));

	(void)state;
	assert_quiet(watch);
	make_folder("a");
	assert_not_told(watch);
	make_folder("a/b");
	assert_not_told(watch);
	write_to("a/b/other.md", "another");
	assert_not_told(watch);
	write_to("a/b/page.md", "one");
	assert_told(watch);
	take_away("a/b/page.md");
	assert_told(watch);
	replace("a/b/page.md", "two");
	assert_told(watch);
	move("a", "elsewhere");
	assert_told(watch);
	move("elsewhere", "a");
	assert_told(watch);
	watch_stop(watch);
}

static void a_file_that_is_made_counts_when_it_is_written(void **state)
{
	struct watch *watch = watch_start(sample_path("page.md"));
	FILE *file = fopen(sample_path("page.md"), "w");

	(void)state;
	assert_non_null(file);
	assert_not_told(watch);
	assert_true(fputs("whole", file) >= 0 && !fclose(file));
	assert_told(watch);
	watch_stop(watch);
}

static void links_are_followed(void **state)
{
	struct watch *watch;
	char whole[1000];

	(void)state;
	write_to("releases/1/page.md", "one");
	write_to("releases/2/page.md", "two");
	make_link("releases/1", "current");
	make_link("current/page.md", "page.md");
	watch = watch_start(sample_path("page.md"));
	assert_quiet(watch);
	write_to("releases/1/page.md", "one again");
	assert_told(watch);
	write_to("releases/2/page.md", "two again");
	assert_quiet(watch);
	make_link("releases/2", "new");
	move("new", "current");
	assert_told(watch);
	write_to("releases/2/page.md", "two, once more");
	assert_told(watch);
	write_to("releases/1/page.md", "not seen any more");
	assert_quiet(watch);
	take_away("page.md");
	assert_told(watch);
	snprintf(whole, sizeof whole, "%s", sample_path("releases/1/page.md"));
	make_link(whole, "page.md");
	assert_told(watch);
	watch_stop(watch);
}

static void links_in_a_circle_do_no_harm(void **state)
{
	struct watch *watch;

	(void)state;
	make_link("b", "a");
	make_link("a", "b");
	watch = watch_start(sample_path("a"));
	assert_quiet(watch);
	replace("b", "whole");
	assert_told(watch);
	watch_stop(watch);
}

static void what_lies_in_a_folder_is_told(void **state)
{
	struct watch *watch;
	char path[1000];

	(void)state;
	make_folder("kept");
	watch = watch_start(sample_path("kept"));
	assert_quiet(watch);
	replace("kept/a.ics", "BEGIN");
	assert_told(watch);
	write_to("kept/a.ics", "BEGIN again");
	assert_told(watch);
	snprintf(path, sizeof path, "%s", sample_path("kept/a.ics"));
	assert_int_equal(link(path, sample_path("kept/b.ics")), 0);
	assert_told(watch);
	make_link("../elsewhere", "kept/c.ics");
	assert_told(watch);
	take_away("kept/a.ics");
	assert_told(watch);
	move("kept/b.ics", "b.ics");
	assert_told(watch);
	write_to("b.ics", "outside");
	assert_quiet(watch);
	watch_stop(watch);
}

static void files_on_their_way_are_not_told(void **state)
{
	struct watch *watch;

	(void)state;
	make_folder("kept");
	watch = watch_start(sample_path("kept"));
	write_to("kept/.nec-agenda-1-1.tmp", "BEGIN");
	assert_not_told(watch);
	take_away("kept/.nec-agenda-1-1.tmp");
	assert_not_told(watch);
	write_to("kept/.nec-agenda-1-1.tmp", "BEGIN");
	move("kept/.nec-agenda-1-1.tmp", "kept/a.ics");
	assert_told(watch);
	watch_stop(watch);
}

static void a_folder_may_come_and_go(void **state)
{
	struct watch *watch = watch_start(sample_path("data/kept"));

	(void)state;
	assert_quiet(watch);
	write_to("data/kept/a.ics", "BEGIN");
	assert_told(watch);
	take_away("data/kept/a.ics");
	take_away("data/kept");
	assert_told(watch);
	make_folder("data/kept");
	assert_told(watch);
	write_to("data/kept/b.ics", "BEGIN");
	assert_told(watch);
	move("data/kept", "data/away");
	assert_told(watch);
	write_to("data/away/c.ics", "BEGIN");
	assert_quiet(watch);
	move("data/away", "data/kept");
	assert_told(watch);
	move("data", "elsewhere");
	assert_told(watch);
	write_to("data/kept/d.ics", "BEGIN");
	assert_told(watch);
	watch_stop(watch);
}

static void a_file_where_a_folder_should_be(void **state)
{
	struct watch *watch;

	(void)state;
	write_to("data", "no folder");
	watch = watch_start(sample_path("data/kept"));
	assert_quiet(watch);
	take_away("data");
	assert_not_told(watch);
	write_to("data/kept/a.ics", "BEGIN");
	assert_told(watch);
	watch_stop(watch);
}

static void the_descriptor_stays_the_same(void **state)
{
	struct watch *watch = watch_start(sample_path("page.md"));
	int descriptor = watch_fd(watch);

	(void)state;
	for (int i = 0; i < 100; i++) {
		replace("page.md", "text");
		assert_told(watch);
		assert_int_equal(watch_fd(watch), descriptor);
		assert_true(fcntl(descriptor, F_GETFD) & FD_CLOEXEC);
	}
	watch_stop(watch);
	descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC);
	assert_in_range(descriptor, 0, 20); /* none was left open */
	close(descriptor);
}

static void many_events_are_one_change(void **state)
{
	struct watch *watch;

	(void)state;
	make_folder("kept");
	watch = watch_start(sample_path("kept"));
	write_to("kept/a.ics", "BEGIN");
	for (int i = 0; i < 10000; i++) /* two events each, which is more than the kernel holds */
		move(i % 2 ? "kept/b.ics" : "kept/a.ics", i % 2 ? "kept/a.ics" : "kept/b.ics");
	assert_told(watch);
	watch_stop(watch);
}

/* Where the kernel does not watch, who asks is told. */
static void without_the_kernel_who_asks_is_told(void **state)
{
	struct watch *watch;

	(void)state;
	without_inotify = true;
	write_to("kept/a.ics", "BEGIN");
	watch = watch_start(sample_path("kept"));
	assert_int_equal(watch_fd(watch), -1);
	assert_false(watch_take(watch));
	write_to("kept/b.ics", "BEGIN");
	assert_true(watch_take(watch));
	assert_false(watch_take(watch));
	move("kept", "away");
	assert_true(watch_take(watch));
	assert_false(watch_take(watch));
	move("away", "kept");
	assert_true(watch_take(watch));
	watch_stop(watch);
	watch = watch_start(sample_path("kept/a.ics"));
	replace("kept/a.ics", "another");
	assert_true(watch_take(watch));
	write_to("kept/a.ics", "one more");
	assert_true(watch_take(watch));
	assert_false(watch_take(watch));
	watch_stop(watch);
}

#define at_home(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    at_home(a_file_that_is_written_is_told),
	    at_home(a_file_is_told_when_it_is_closed),
	    at_home(a_file_that_is_replaced_is_told),
	    at_home(a_file_may_come_and_go),
	    at_home(a_file_that_is_made_counts_when_it_is_written),
	    at_home(links_are_followed),
	    at_home(links_in_a_circle_do_no_harm),
	    at_home(what_lies_in_a_folder_is_told),
	    at_home(files_on_their_way_are_not_told),
	    at_home(a_folder_may_come_and_go),
	    at_home(a_file_where_a_folder_should_be),
	    at_home(the_descriptor_stays_the_same),
	    at_home(many_events_are_one_change),
	    at_home(without_the_kernel_who_asks_is_told),
	};

	return cmocka_run_group_tests_name("watch", tests, NULL, NULL);
}
