#include "config.h"

#include "read/reader.h"

#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
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

static void the_built_in_agenda_opens_and_has_nothing_to_mend(void **state)
{
	(void)state;
	assert_true(opens(NULL));
	assert_null(agenda->source);
	assert_true(agenda->session_count > 0);
	assert_int_equal(agenda->theme_count, 5);
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
	assert_int_equal(report.counts[SEVERITY_CAUTION], 0);
}

/* Asks for the end when it is told for the first time. */
static bool has_enough(struct progress *progress)
{
	(void)progress;
	return false;
}

static bool does_not_wait(struct progress *progress, int descriptor, int milliseconds)
{
	(void)progress, (void)descriptor, (void)milliseconds;
	return false;
}

/* Whether the agenda opens though it is to be stopped at its first step. */
static bool opens_in_spite(const char *name)
{
	static const struct progress_watcher watcher = {has_enough, does_not_wait};
	struct progress progress;

	agenda_free(agenda);
	report_free(&report);
	progress_begin(&progress, &watcher, NULL);
	progress.due = 0;
	report.progress = &progress;
	agenda = reader_open(name, &report);
	report.progress = NULL;
	return agenda != NULL;
}

static void every_reader_can_be_stopped(void **state)
{
	static const struct {
		const char *name, *text;
	} sources[] = {
	    {"page.md", "# Réunion\n\n## Programme du 15/05/2024\n\n- 9h : Accueil\n"},
	    {"schedule.xml", "<schedule><conference><title>A</title></conference><day "
			     "date='2024-05-15'><room name='R'><event id='1'><title>B</title>"
			     "<start>09:00</start></event></room></day></schedule>"},
	    {"schedule.json", "{\"schedule\": {\"conference\": {\"title\": \"A\", \"days\": []}}}"},
	    {"calendar.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20240515T090000\n"
			     "SUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
		const char *name = scratch_write(sources[i].name, sources[i].text);

		assert_true(opens(name));
		assert_false(opens_in_spite(name));
		scratch_assert_said(&report, SEVERITY_ERROR, "", "stopped");
	}
	scratch_write("folder/index.md", "---\ntitle: A\nevent_start_date: 2024-05-15\n---\n");
	assert_true(opens(scratch_path("folder")));
	assert_false(opens_in_spite(scratch_path("folder")));
}

#define SCHEDULE(head, title, tail)                                                                \
	head "<schedule><conference><title>A</title></conference>\n<day date='2024-05-15'>\n"      \
	     "<event guid='1'><title>One</title><start>09:00</start><room>R</room></event>\n"      \
	     "<event guid='2'><title>" title "</title><start>10:00</start></event></day>" tail

/* What the parser refuses in a file is read from it once more, mended: all of it is there once, and
 * said once. */
static void slips_in_a_file_are_mended(void **state)
{
	static const struct {
		const char *text, *title, *warning;
	} files[] = {
	    {SCHEDULE("", "R&D", "</schedule>"), "R&D", "stands for itself"},
	    {SCHEDULE("", "a\vb", "</schedule>"), "ab", "U+000B"},
	    {SCHEDULE("", "No&euml;l", "</schedule>"), "No\u00EBl", "&euml;"},
	    /* libxml2 would leave it out, for a document that it does not read could declare it */
	    {SCHEDULE("<!DOCTYPE schedule SYSTEM 'x.dtd'>", "No&euml;l", "</schedule>"),
	     "No\u00EBl", "&euml;"},
	    {SCHEDULE("", "\xE9t\xE9 & hiver", "</schedule>"), "\u00E9t\u00E9 & hiver",
	     "stands for itself"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		assert_true(opens(scratch_write("schedule.xml", files[i].text)));
		assert_int_equal(agenda->session_count, 2);
		assert_int_equal(agenda->room_count, 1);
		assert_string_equal(agenda->sessions[1].title, files[i].title);
		scratch_assert_said(&report, SEVERITY_WARNING, "schedule.xml:4", files[i].warning);
		assert_int_equal(report.counts[SEVERITY_CAUTION], i == 4);
		assert_int_equal(report.counts[SEVERITY_WARNING], 2); /* there is no zone either */
		assert_int_equal(report.count, report.counts[SEVERITY_WARNING] + (i == 4));
	}
}

static void what_cannot_be_mended_in_a_file_is_said_once(void **state)
{
	static const char *const texts[] = {
	    SCHEDULE("", "Two", "</event></schedule>"),
	    SCHEDULE("", "R&D", "</event></schedule>"),
	    SCHEDULE("", "a\vb", "\n"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_false(opens(scratch_write("schedule.xml", texts[i])));
		assert_int_equal(report.counts[SEVERITY_ERROR], 1);
		assert_int_equal(report.counts[SEVERITY_WARNING], i > 0);
		scratch_assert_said(&report, SEVERITY_ERROR,
				    i < 2 ? "schedule.xml:4" : "schedule.xml:5", "");
	}
}

static void any_text_is_a_page(void **state)
{
	static const char *const texts[] = {
	    "# Réunion\n\n## Programme du 15/05/2024\n\n- 9h : Accueil\n",
	    "[Un lien](https://example.org) et du texte\n",
	    "[x] une case\n",
	    "<p>Du HTML</p>\n",
	    "# A\n\n{: .encadre}\n",
	    "{: .encadre}\n# A\n",
	    "{% include x %}\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_true(opens(scratch_write("page.txt", texts[i])));
}

static void what_is_no_agenda_is_named(void **state)
{
	static const struct {
		const char *text, *what;
	} cases[] = {
	    {"<?xml version=\"1.0\"?>\n<catalogue/>\n", "XML"},
	    {"{\"a\": 1}\n", "JSON"},
	    {" [ {\"a\": 1} ]\n", "JSON"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_false(opens(scratch_write("page.md", cases[i].text)));
		assert_int_equal(report.counts[SEVERITY_ERROR], 1);
		scratch_assert_said(&report, SEVERITY_ERROR, "page.md", cases[i].what);
	}
}

static void errors_name_the_file(void **state)
{
	(void)state;
	assert_false(opens(scratch_path("none.md")));
	scratch_assert_said(&report, SEVERITY_ERROR, "none.md", "no such file");
	assert_false(opens(scratch_write("page.md", "---\ntitle: a: b\n---\n")));
	scratch_assert_said(&report, SEVERITY_ERROR, "page.md:2:9", "YAML");
	assert_int_equal(report.counts[SEVERITY_ERROR], 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_begin, end)
	const struct CMUnitTest tests[] = {
	    TEST(the_built_in_agenda_opens_and_has_nothing_to_mend),
	    TEST(every_reader_can_be_stopped),
	    TEST(slips_in_a_file_are_mended),
	    TEST(what_cannot_be_mended_in_a_file_is_said_once),
	    TEST(any_text_is_a_page),
	    TEST(what_is_no_agenda_is_named),
	    TEST(errors_name_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
