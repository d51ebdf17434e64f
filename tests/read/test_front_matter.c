#include "config.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/slip.h"
#include "read/front_matter.h"
#include "read/keys.h"

#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static struct arena *arena;
static struct report report;
static struct front_matter front;

static int begin(void **state)
{
	arena = arena_new();
	return scratch_begin(state);
}

static int end(void **state)
{
	report_free(&report);
	arena_free(arena);
	return scratch_end(state);
}

static bool parts(const char *text)
{
	struct source source = {.name = "page.md", .text = (char *)text, .length = strlen(text)};

	report_free(&report);
	return front_matter_read(&front, arena, &source, &report);
}

static const char *text_of(const char *key)
{
	const struct node *node = node_find(front.map, key);

	return node ? node->text : NULL;
}

static void assert_refused(const char *place, const char *text)
{
	assert_int_equal(report.counts[SEVERITY_ERROR], 1);
	scratch_assert_said(&report, SEVERITY_ERROR, place, text);
}

static void a_page_is_parted(void **state)
{
	(void)state;
	assert_true(parts("---\ntitle: A\n---\n\n# B\n"));
	assert_true(front.present);
	assert_string_equal(text_of("title"), "A");
	assert_string_equal(front.body, "\n# B\n");
	assert_int_equal(front.body_length, 5);
	assert_int_equal(front.body_line, 4);
}

static void a_page_without_front_matter_is_its_body(void **state)
{
	(void)state;
	assert_true(parts("# B\n---\nx\n---\n"));
	assert_false(front.present);
	assert_null(front.map->first);
	assert_int_equal(front.body_line, 1);
	assert_int_equal(front.body_length, strlen("# B\n---\nx\n---\n"));
	assert_int_equal(report.count, 0);
}

static void line_ends_and_blank_lines_make_no_difference(void **state)
{
	(void)state;
	assert_true(parts("\r\n \n---  \r\ntitle: A\r\nplace: |\r\n  B\r\n  C\r\n...\t\r\nD"));
	assert_string_equal(text_of("title"), "A");
	assert_int_equal(node_find(front.map, "title")->place.line, 4);
	assert_int_equal(node_find(front.map, "place")->place.line, 5);
	assert_int_equal(node_find(front.map, "place")->text_line, 6);
	assert_int_equal(front.body_line, 9);
	assert_string_equal(front.body, "D");
	assert_true(parts("---\rtitle: A\r---\rB"));
	assert_string_equal(text_of("title"), "A");
	assert_int_equal(front.body_line, 4);
	assert_true(parts("---\n---"));
	assert_true(front.present);
	assert_int_equal(front.body_length, 0);
}

static void front_matter_that_never_ends_is_refused(void **state)
{
	(void)state;
	assert_false(parts("---\ntitle: A\n\n# B\n"));
	assert_refused("page.md:1", "never ends");
	assert_false(parts("\n---"));
	assert_refused("page.md:2", "never ends");
}

static void errors_have_line_and_column(void **state)
{
	static const struct {
		const char *text, *place, *message;
	} cases[] = {
	    {"---\ntitle: A : B\n---\n", "page.md:2:10", "in quotes"},
	    {"---\na: 1\ntitle: \"A\nb: c\n---\n", "page.md:3:8", "never closed"},
	    {"---\na: 1\n\tb: 2\n---\n", "page.md:3:1", "not with tabs"},
	    {"---\na: 1\nbare\nb: 2\n---\n", "page.md:3:1", "a key and a colon"},
	    {"---\na: [1, 2\nb: 3\n---\n", "page.md:2:4", "never closed"},
	    {"---\na:\n  - 1\n b: 2\n---\n", "page.md:4:2", "indented"},
	    {"---\na: @b\n---\n", "page.md:2:4", "begins with @"},
	    {"---\n- a\n- b\n---\n", "page.md:2:1", "has to be made of lines"},
	    {"---\njust text\n---\n", "page.md:2:1", "has to be made of lines"},
	    {"---\n? [a]\n: b\n---\n", "page.md:2:3", "a key has to be a text"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_false(parts(cases[i].text));
		assert_refused(cases[i].place, cases[i].message);
	}
}

static void bombs_of_aliases_are_refused(void **state)
{
	struct buffer bomb = {0};

	(void)state;
	buffer_puts(&bomb, "---\na0: &a0 [x, x]\n");
	for (int i = 1; i < 40; i++)
		buffer_printf(&bomb, "a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1);
	buffer_puts(&bomb, "---\n");
	assert_false(parts(bomb.data));
	assert_refused("page.md:3:10", "aliases (*name) are not read");
	buffer_free(&bomb);
	assert_false(parts("---\nbase: &b {a: 1}\nc:\n  <<: *b\n---\n"));
	assert_refused("page.md:4:7", "aliases");
}

static void deep_nesting_is_refused(void **state)
{
	struct buffer deep = {0};

	(void)state;
	buffer_puts(&deep, "---\na: ");
	buffer_fill(&deep, '[', 100000);
	buffer_puts(&deep, "\n---\n");
	assert_false(parts(deep.data));
	assert_refused("page.md:2", "nested too deep");
	buffer_clear(&deep);
	buffer_puts(&deep, "---\n");
	for (size_t i = 0; i < 500; i++) {
		buffer_fill(&deep, ' ', i);
		buffer_puts(&deep, "a:\n");
	}
	buffer_puts(&deep, "---\n");
	assert_false(parts(deep.data));
	assert_refused("page.md:102", "nested too deep");
	buffer_free(&deep);
}

static void many_values_are_refused(void **state)
{
	struct buffer many = {0};

	(void)state;
	buffer_puts(&many, "---\na:\n");
	for (int i = 0; i <= NODE_MOST; i++)
		buffer_puts(&many, "-\n");
	buffer_puts(&many, "---\n");
	assert_false(parts(many.data));
	scratch_assert_said(&report, SEVERITY_ERROR, "", "too many values");
	buffer_free(&many);
}

static void a_line_of_ten_megabytes_is_read(void **state)
{
	struct buffer line = {0};

	(void)state;
	buffer_puts(&line, "---\ntitle: ");
	buffer_fill(&line, 'x', 10000000);
	buffer_puts(&line, "\n---\n");
	assert_true(parts(line.data));
	assert_int_equal(strlen(text_of("title")), 10000000);
	buffer_free(&line);
}

static void a_key_that_is_there_twice_counts_once(void **state)
{
	(void)state;
	assert_true(parts("---\na: 1\nb: 2\na: {c: 3}\nd: 4\n---\n"));
	assert_string_equal(text_of("a"), "1");
	assert_string_equal(text_of("d"), "4");
	scratch_assert_said(&report, SEVERITY_WARNING, "page.md:4:1", "second time");
	assert_null(node_find(front.map, "a")->next->next->next);
}

static void texts_stay_as_they_are_written(void **state)
{
	(void)state;
	assert_true(parts("---\na: 2023-10-19\nb: 9:30\nc: 'no'\nd: \"~\"\ne: '#1'\n---\n"));
	assert_string_equal(text_of("a"), "2023-10-19");
	assert_string_equal(text_of("b"), "9:30");
	assert_string_equal(text_of("c"), "no");
	assert_string_equal(text_of("d"), "~");
	assert_string_equal(text_of("e"), "#1");
}

static void what_says_nothing_is_not_there(void **state)
{
	(void)state;
	assert_true(parts("---\na:\nb: ~\nc: null\nd: ''\ne: []\nf: {}\ng: 1\n---\n"));
	assert_null(node_find(front.map, "a"));
	assert_null(node_find(front.map, "b"));
	assert_null(node_find(front.map, "c"));
	assert_null(node_find(front.map, "d"));
	assert_null(node_find(front.map, "e"));
	assert_null(node_find(front.map, "f"));
	assert_null(node_find(node_find(front.map, "g"), "h"));
}

static void characters_that_yaml_forbids_do_no_harm(void **state)
{
	(void)state;
	assert_true(
	    parts("---\na: x\x1By\nb: \"p\\0q\\e\"\nc: u\u2028v\302\205w\nd: \x7Fz\n---\nz"));
	assert_string_equal(text_of("a"), "x y");
	assert_string_equal(text_of("b"), "p q\x1B");
	assert_string_equal(text_of("c"), "u v w");
	assert_int_equal(node_find(front.map, "d")->place.line, 5);
	assert_int_equal(front.body_line, 7);
}

static void nested_texts_are_joined_in_order(void **state)
{
	struct buffer out = {0};

	(void)state;
	assert_true(parts("---\na: {b: [1, [2, ~, {c: 3}], 4], d: 5}\ne: 6\n---\n"));
	node_join(&out, node_find(front.map, "a"), "+");
	assert_string_equal(buffer_text(&out), "1+2+3+4+5");
	buffer_clear(&out);
	node_join(&out, node_find(front.map, "e"), "+");
	assert_string_equal(buffer_text(&out), "6");
	buffer_free(&out);
}

static void toml_is_told(void **state)
{
	(void)state;
	assert_true(parts("+++\ntitle = \"A\"\n+++\n# B\n"));
	scratch_assert_said(&report, SEVERITY_WARNING, "page.md:1", "TOML");
}

static void slips_are_told_from_other_words(void **state)
{
	(void)state;
	assert_true(slip_of("event_start_dat", "event_start_date"));
	assert_true(slip_of("titel", "title"));
	assert_true(slip_of("champs_informatoin", "champs_informations"));
	assert_false(slip_of("layout", "title"));
	assert_false(slip_of("dat", "date"));
	assert_false(slip_of("tilte_x", "title"));
	assert_false(slip_of("", ""));
}

struct taken {
	const char *first, *second;
};

static void take_first(void *reader, const struct node *value)
{
	struct taken *taken = reader;

	taken->first = taken->first ? taken->first : value->text;
}

static void take_second(void *reader, const struct node *value)
{
	((struct taken *)reader)->second = value->text;
}

static const struct key table[] = {
    {"premier", take_first}, {"first_one", take_first}, {"debut", take_second}, {"skipped", NULL}};

static void keys_are_found_however_they_are_spelt(void **state)
{
	struct taken taken = {NULL, NULL};

	(void)state;
	assert_true(parts("---\nFirst-One: 1\nPremier: 2\nDébut: 3\nskipped: 4\n---\n"));
	keys_read(table, 4, &taken, front.map, &report);
	assert_string_equal(taken.first, "2"); /* the table's order, not the page's */
	assert_string_equal(taken.second, "3");
	assert_int_equal(report.count, 0);
}

static void unknown_keys_are_noted_and_slips_told(void **state)
{
	struct taken taken = {NULL, NULL};

	(void)state;
	assert_true(parts("---\nother: [a, b]\nfirst_onne: 1\npremeir: 2\ndebout: 3\n---\n"));
	keys_read(table, 4, &taken, front.map, &report);
	scratch_assert_said(&report, SEVERITY_NOTE, "page.md:2:1", "\"other\"");
	scratch_assert_said(&report, SEVERITY_NOTE, "page.md:2:1", "a, b");
	scratch_assert_said(&report, SEVERITY_WARNING, "page.md:3:1", "is \"first_one\" meant?");
	scratch_assert_said(&report, SEVERITY_WARNING, "page.md:4:1", "is \"premier\" meant?");
	scratch_assert_said(&report, SEVERITY_WARNING, "page.md:5:1", "is \"debut\" meant?");
	assert_null(taken.first);
}

static void a_slip_of_what_is_said_already_is_none(void **state)
{
	struct taken taken = {NULL, NULL};

	(void)state;
	assert_true(parts("---\npremier: 1\nfirst_ones: 100\n---\n"));
	keys_read(table, 4, &taken, front.map, &report);
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
	assert_int_equal(report.counts[SEVERITY_NOTE], 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
	    TEST(a_page_is_parted),
	    TEST(a_page_without_front_matter_is_its_body),
	    TEST(line_ends_and_blank_lines_make_no_difference),
	    TEST(front_matter_that_never_ends_is_refused),
	    TEST(errors_have_line_and_column),
	    TEST(bombs_of_aliases_are_refused),
	    TEST(deep_nesting_is_refused),
	    TEST(many_values_are_refused),
	    TEST(a_line_of_ten_megabytes_is_read),
	    TEST(a_key_that_is_there_twice_counts_once),
	    TEST(texts_stay_as_they_are_written),
	    TEST(what_says_nothing_is_not_there),
	    TEST(characters_that_yaml_forbids_do_no_harm),
	    TEST(nested_texts_are_joined_in_order),
	    TEST(toml_is_told),
	    TEST(slips_are_told_from_other_words),
	    TEST(keys_are_found_however_they_are_spelt),
	    TEST(unknown_keys_are_noted_and_slips_told),
	    TEST(a_slip_of_what_is_said_already_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
