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
	    TEST(any_text_is_a_page),
	    TEST(what_is_no_agenda_is_named),
	    TEST(errors_name_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
