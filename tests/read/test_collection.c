#include "config.h"

#include "read/collection.h"

#include "base/civil.h"
#include "read/reader.h"

#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static struct report report;
static struct agenda *agenda;

static int end(void **state)
{
	agenda_free(agenda);
	agenda = NULL;
	report_free(&report);
	return scratch_end(state);
}

static bool opens(const char *name)
{
	agenda_free(agenda);
	report_free(&report);
	agenda = reader_open(name, &report);
	return agenda != NULL;
}

static const char event_page[] = "---\ntitle: Rencontres\nevent_start_date: 2024-05-15 00:00:00 "
				 "+02:00\nevent_end_date: 2024-05-16 00:00:00 +02:00\n---\n"
				 "### Mercredi 15 mai\n\n- 9h : Une session de la page\n";

static void each_page_with_a_title_is_a_session(void **state)
{
	const struct session *s;

	(void)state;
	scratch_write("nec/rencontres.md", event_page);
	scratch_write("nec/_sessions/b.md", "---\ntitle: Atelier\ndate: 2024-05-16\nstart: 14:00\n"
					    "duration: 90\nroom: Salle 2\n---\n\nUn *atelier*.\n");
	scratch_write("nec/_sessions/a.markdown",
		      "---\ntitle: Débat\ndate: 2024-05-16\n"
		      "start: 14:00\ndescription: En bref.\n---\nLong.");
	scratch_write("nec/visite.md", "---\ntitle: Visite\nid: v1\n---\n");
	scratch_write("nec/notes.md", "Pas une session.\n");
	scratch_write("nec/.hidden.md", "---\ntitle: Cachée\n---\n");
	scratch_write("nec/_sessions/deep/c.md", "---\ntitle: Trop bas\n---\n");
	scratch_write("nec/logo.svg", "<svg/>");
	assert_true(opens(scratch_path("nec")));
	assert_string_equal(agenda->event.title, "Rencontres");
	assert_string_equal(agenda->source, scratch_path("nec"));
	assert_int_equal(agenda->session_count, 3);
	s = &agenda->sessions[0];
	assert_string_equal(s->title, "Débat"); /* a.markdown before b.md */
	assert_string_equal(s->abstract.text, "En bref.");
	assert_string_equal(s->description.text, "Long.");
	assert_int_equal(s->description.line, 7);
	s = &agenda->sessions[1];
	assert_string_equal(s->title, "Atelier");
	assert_int_equal(s->end - s->start, 90);
	assert_int_equal(s->offset, 120);
	assert_string_equal(s->description.text, "Un *atelier*.");
	assert_int_equal(s->description.line, 9);
	assert_string_equal(s->id, "2024-05-16-atelier");
	assert_string_equal(agenda->sessions[2].id, "v1");
	scratch_assert_said(&report, SEVERITY_NOTE, "nec/notes.md", "no session");
	scratch_assert_said(&report, SEVERITY_NOTE, "nec/visite.md:2", "a page of its own");
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
}

static void a_folder_with_the_page_alone_is_that_page(void **state)
{
	(void)state;
	scratch_write("nec/index.md", event_page);
	assert_true(opens(scratch_path("nec/")));
	assert_int_equal(agenda->session_count, 1);
	assert_string_equal(agenda->sessions[0].title, "Une session de la page");
}

static void the_usual_names_are_the_event(void **state)
{
	(void)state;
	scratch_write("nec/README.md", "# Lisez-moi\n");
	scratch_write("nec/event.md", "---\ntitle: Ici\n---\n");
	scratch_write("nec/s.md", "---\ntitle: S\ndate: 2024-05-15\n---\n");
	assert_true(opens(scratch_path("nec")));
	assert_string_equal(agenda->event.title, "Ici");
	assert_int_equal(agenda->session_count, 1);
	scratch_write("nec/b.md", event_page);
	assert_true(opens(scratch_path("nec")));
	assert_string_equal(agenda->event.title, "Rencontres");
	scratch_write("nec/_index.md", event_page);
	assert_true(opens(scratch_path("nec")));
	assert_int_equal(agenda->session_count, 4); /* b.md is for two whole days */
}

static void a_folder_without_an_event_is_refused(void **state)
{
	(void)state;
	scratch_write("nec/s.md", "---\ntitle: S\n---\n");
	assert_false(opens(scratch_path("nec")));
	assert_int_equal(report.counts[SEVERITY_ERROR], 1);
	scratch_assert_said(&report, SEVERITY_ERROR, "nec", "no page of an event");
	scratch_assert_said(&report, SEVERITY_ERROR, "nec", "index.md");
	assert_int_equal(mkdir(scratch_path("empty"), 0777), 0);
	assert_false(opens(scratch_path("empty")));
	scratch_assert_said(&report, SEVERITY_ERROR, "empty", "no page of an event");
}

static void a_folder_with_several_events_is_refused(void **state)
{
	(void)state;
	scratch_write("nec/a.md", event_page);
	scratch_write("nec/b.md", event_page);
	assert_false(opens(scratch_path("nec")));
	scratch_assert_said(&report, SEVERITY_ERROR, "nec", "a.md and b.md");
}

static void sessions_that_cannot_be_read_are_told(void **state)
{
	(void)state;
	scratch_write("nec/index.md", event_page);
	scratch_write("nec/good.md", "---\ntitle: Bonne\ndate: 2024-05-15\n---\n");
	scratch_write("nec/broken.md", "---\ntitle: a : b\n---\n");
	scratch_write("nec/empty.md", "");
	scratch_write("nec/slip.md", "---\ntitle: Faux pas\ndate: 2024-05-15\nstart: tard\n---\n");
	assert_int_equal(symlink("good.md", scratch_path("nec/linked.md")), 0);
	assert_int_equal(symlink("/dev/zero", scratch_path("nec/zero.md")), 0);
	assert_int_equal(symlink("nowhere.md", scratch_path("nec/dangling.md")), 0);
	assert_int_equal(symlink(".", scratch_path("nec/circle")), 0);
	assert_int_equal(mkfifo(scratch_path("nec/pipe.md"), 0600), 0);
	assert_true(opens(scratch_path("nec")));
	assert_int_equal(agenda->session_count, 3);
	assert_int_equal(report.counts[SEVERITY_ERROR], 0);
	scratch_assert_said(&report, SEVERITY_WARNING, "nec/broken.md:2:10", "YAML");
	scratch_assert_said(&report, SEVERITY_WARNING, "nec/empty.md", "empty");
	scratch_assert_said(&report, SEVERITY_WARNING, "nec/slip.md:4:8", "\"tard\"");
	scratch_assert_said(&report, SEVERITY_WARNING, "nec/zero.md", "no regular file");
	scratch_assert_said(&report, SEVERITY_WARNING, "nec/dangling.md", "cannot be read");
	scratch_assert_said(&report, SEVERITY_WARNING, "nec/pipe.md", "no regular file");
}

static void an_event_page_that_cannot_be_read_is_an_error(void **state)
{
	(void)state;
	scratch_write("nec/index.md", "---\ntitle: a : b\nevent_date: 2024-05-15\n---\n");
	assert_false(opens(scratch_path("nec")));
	scratch_assert_said(&report, SEVERITY_WARNING, "nec/index.md:2:10", "YAML");
	scratch_assert_said(&report, SEVERITY_ERROR, "nec", "no page of an event");
}

static void too_many_pages_are_refused(void **state)
{
	char name[32];

	(void)state;
	scratch_write("nec/index.md", event_page);
	for (int i = 0; i < COLLECTION_MOST_FILES; i++) {
		snprintf(name, sizeof name, "nec/%05d.md", i);
		assert_int_equal(link(scratch_path("nec/index.md"), scratch_path(name)), 0);
	}
	assert_false(opens(scratch_path("nec")));
	scratch_assert_said(&report, SEVERITY_ERROR, "nec", "more than 10000 pages");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_begin, end)
	const struct CMUnitTest tests[] = {
	    TEST(each_page_with_a_title_is_a_session),
	    TEST(a_folder_with_the_page_alone_is_that_page),
	    TEST(the_usual_names_are_the_event),
	    TEST(a_folder_without_an_event_is_refused),
	    TEST(a_folder_with_several_events_is_refused),
	    TEST(sessions_that_cannot_be_read_are_told),
	    TEST(an_event_page_that_cannot_be_read_is_an_error),
	    TEST(too_many_pages_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
