/*
 * Documents written as Markdown are the same when they are read again.
 */
#include "config.h"

#include "describe.h"

#include "write/commonmark.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static void assert_written(enum format format, const char *text, const char *expected)
{
	struct document *document = read_as(format, text);
	struct buffer out = {0};

	commonmark_append(&out, document, 0);
	assert_string_equal(buffer_text(&out), expected);
	buffer_free(&out);
	document_free(document);
}

static void assert_comes_back(enum format format, const char *text)
{
	struct document *document = read_as(format, text), *again;
	struct buffer out = {0};
	char *before, *after;

	commonmark_append(&out, document, 0);
	again = read_as(MARKDOWN, buffer_text(&out));
	before = describe(document, false);
	after = describe(again, false);
	if (strcmp(before, after) != 0)
		fail_msg("%s\nbecame\n%s\nwritten as\n%s", before, after, buffer_text(&out));
	free(before);
	free(after);
	buffer_free(&out);
	document_free(document);
	document_free(again);
}

static void blocks_come_back(void **state)
{
	static const char *const texts[] = {
	    "# One\n\n## Two\n\ntext\non\nlines\n\n###### Six",
	    "* one\n* two\n  * deep\n  * deeper\n* three",
	    "3. three\n4. four",
	    "* one\n\n  more of it\n\n* two",
	    "> said\n>\n> > and answered\n\nend",
	    "    code\n      here\n\ntext\n\n---\n\n![A lamp](https://a.example/lamp.png)",
	    "1. a\n   * b\n     > c",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_comes_back(MARKDOWN, texts[i]);
}

static void styles_come_back(void **state)
{
	static const char *const texts[] = {
	    "*a* **b** ***c*** `d` e",
	    "<p><em><strong>Optional</strong>: bring</em> it",
	    "<p>a<b>b</b>c <b>d <i>e</i></b> <i>f <b>g</b></i> h",
	    ("<p><a href='https://a.example/x y'>a <b>link</b></a> and <a "
	     "href='mailto:a@b.example'>"
	     "a@b.example</a> and https://c.example/d?e=f&amp;g"),
	    "<p>an <img alt='image' src='https://a.example/i.png'> within",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_comes_back(HTML, texts[i]);
}

/* What only looks like markup. */
static void texts_are_no_markup(void **state)
{
	static const char *const texts[] = {
	    "* no list",
	    "1. nor this",
	    "# no heading",
	    "> no quote",
	    "a * b * c",
	    "under_score_s",
	    "`tick`",
	    "<b>no</b> &amp; tag",
	    "[no](link)",
	    "![no](image)",
	    "---",
	    "back\\slash \\* star",
	    "~~no~~",
	    "+ plus",
	    "| no | table |",
	    "x\n- y\nz",
	    "a\n===",
	    "    four spaces",
	    "- a\n- b",
	    "[ref]: https://a.example",
	    "<!-- -->",
	    "2) two",
	    "*",
	    "**",
	    "_",
	    "#",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_comes_back(PLAIN, texts[i]);
}

static void what_is_written(void **state)
{
	(void)state;
	assert_written(HTML, "<h2>One<br>two</h2><p>some <b>strong </b>words",
		       "## One two\n\nsome **strong** words\n");
	assert_written(MARKDOWN, "a\nb", "a\nb\n");
	assert_written(HTML, "<s>a <b>b</b></s>", "~~a **b**~~\n");
	assert_written(MARKDOWN, "", "");
	assert_written(HTML, "<table><tr><td>a|b<td><p>c<p>d</tr><tr><td>e</tr></table>",
		       "| a\\|b | c<br>d |\n|---|---|\n| e |  |\n");
	assert_written(HTML, "<ul><li>a<table><tr><td>b<td>c</tr></table></ul>",
		       "  - a\n\n    | b | c |\n    |---|---|\n");
}

static void headings_go_deeper(void **state)
{
	struct document *document = read_as(MARKDOWN, "# One\n\n##### Five");
	struct buffer out = {0};

	(void)state;
	buffer_puts(&out, "before\n");
	commonmark_append(&out, document, 2);
	assert_string_equal(buffer_text(&out), "before\n\n### One\n\n###### Five\n");
	buffer_free(&out);
	document_free(document);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(blocks_come_back),	   cmocka_unit_test(styles_come_back),
	    cmocka_unit_test(texts_are_no_markup), cmocka_unit_test(what_is_written),
	    cmocka_unit_test(headings_go_deeper),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("commonmark", tests, NULL, NULL);
}
