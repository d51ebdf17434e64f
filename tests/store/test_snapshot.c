/*
 * A bookmark remembers what was known of its session. Read back at once, of any session of any
 * agenda that there is to try, it must not say that something has changed.
 */
#include "config.h"

#include "model/changes.h"
#include "read/reader.h"
#include "store/vcalendar.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

/* Of an agenda with more, every so-manieth session is tried. */
enum { TRIED_MOST = 300 };

static void write_and_read(const struct agenda *agenda, size_t session, struct bookmark *bookmark)
{
	struct vcalendar *item = vcalendar_new(agenda->sessions[session].id);
	struct buffer text = {0};

	vcalendar_keep(item, agenda, session, time(NULL));
	vcalendar_write(item, &text);
	vcalendar_free(item);
	item = vcalendar_parse(buffer_text(&text), text.length);
	assert_non_null(item);
	vcalendar_read(item, agenda, bookmark);
	vcalendar_free(item);
	buffer_free(&text);
}

static void look_at_session(const struct agenda *agenda, size_t session)
{
	struct bookmark bookmark;
	unsigned what;

	write_and_read(agenda, session, &bookmark);
	what = changes_of(&bookmark, agenda, session);
	if (what)
		fail_msg("%s: %s seems changed (%x)", agenda->source ? agenda->source : "built in",
			 bookmark.id, what);
	assert_true(bookmark.complete);
	assert_int_equal(bookmark.speakers != NULL, agenda->sessions[session].speakers.count > 0);
	bookmarks_free_one(&bookmark);
}

static void look_at_agenda(const char *name)
{
	struct report report = {0};
	struct agenda *agenda = reader_open(name, &report);
	size_t step;

	assert_non_null(agenda);
	step = 1 + agenda->session_count / TRIED_MOST;
	for (size_t i = 0; i < agenda->session_count; i += step)
		look_at_session(agenda, i);
	agenda_free(agenda);
	report_free(&report);
}

static void look_at_all(const char *pattern)
{
	const char *source = getenv("srcdir");
	char path[4096];
	glob_t found = {0};

	snprintf(path, sizeof path, "%s/%s", source ? source : ".", pattern);
	if (!glob(path, 0, NULL, &found))
		for (size_t i = 0; i < found.gl_pathc; i++)
			look_at_agenda(found.gl_pathv[i]);
	globfree(&found);
}

static void the_built_in_agenda(void **state)
{
	(void)state;
	look_at_agenda(NULL);
}

static void made_up_pages(void **state)
{
	(void)state;
	look_at_all("tests/read/pages/*.md");
}

static void real_pages(void **state)
{
	(void)state;
	look_at_all("../shared/events/[a-z]*.md");
}

static void real_schedules(void **state)
{
	(void)state;
	look_at_all("../shared/schedules/[0-9a-z]*.*");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_built_in_agenda),
	    cmocka_unit_test(made_up_pages),
	    cmocka_unit_test(real_pages),
	    cmocka_unit_test(real_schedules),
	};

	return cmocka_run_group_tests_name("snapshot", tests, NULL, NULL);
}
