/* Documents written as HTML: what it looks like, and that reading it gives the same blocks. */
#include "config.h"

#include "describe.h"
#include "document/html.h"
#include "invent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_written(const char *source, const char *expected)
{
	struct document *document = read_as(HTML, source);
	struct buffer out = {0};

	html_write(&out, document, 0, document->block_count);
	assert_string_equal(buffer_text(&out), expected);
	buffer_free(&out);
	document_free(document);
}

static void blocks_are_elements(void **state)
{
	(void)state;
	assert_written(
	    "<h3>Title</h3>loose <hr><blockquote>q</blockquote>"
	    "<table><tr><th>a<td>b<td><p>c<p>d</table><pre>\n\n  x &lt;\n</pre>",
	    "<h3>Title</h3>\n"
	    "<p>loose</p>\n"
	    "<hr>\n"
	    "<blockquote>\n<p>q</p>\n</blockquote>\n"
	    "<table>\n<tr>\n<th>a</th>\n<td>b</td>\n<td><p>c</p>\n<p>d</p>\n</td>\n</tr>\n"
	    "</table>\n"
	    "<pre>\n\n  x &lt;</pre>\n");
	assert_written("<ul><li>a<ol start=5><li>b</ol></ul>",
		       "<ul>\n<li><p>a</p>\n<ol>\n<li value=\"5\">b</li>\n</ol>\n</li>\n</ul>\n");
}

static void spans_are_elements(void **state)
{
	(void)state;
	assert_written("<b>a <i>b</i></b><br>c <code>d</code> <s>e</s>",
		       "<p><strong>a </strong><strong><em>b</em></strong><br>\n"
		       "c <code>d</code> <del>e</del></p>\n");
	assert_written("<a href='/x?a=1&b=\"2\"'>a <b>b</b></a> <img src=c.png alt='\"d\" & e'> f",
		       "<p><a href=\"/x?a=1&amp;b=&quot;2&quot;\">a <strong>b</strong></a> "
		       "<img src=\"c.png\" alt=\"&quot;d&quot; &amp; e\"> f</p>\n");
	assert_written("<img src=a.png>", "<p><img src=\"a.png\" alt=\"\"></p>\n");
}

static void some_blocks(void **state)
{
	struct document *document =
	    read_as(HTML, "<ol><li>a<li>b<ul><li>c</ul></ol><table><tr><td>d<td>e</table>");
	struct buffer out = {0};
	char *described;

	(void)state;
	html_write(&out, document, 3, 6); /* the item b, cut before the list in it */
	assert_string_equal(buffer_text(&out), "<li value=\"2\"><p>b</p>\n<ul>\n</ul>\n</li>\n");
	described = describe_text(HTML, buffer_text(&out), false);
	assert_string_equal(described, "list\n  item 2\n    paragraph b\n");
	free(described);

	buffer_clear(&out);
	html_write(&out, document, document->block_count - 2, document->block_count);
	assert_string_equal(buffer_text(&out), "<td>e</td>\n");

	buffer_clear(&out);
	html_write(&out, document, 4, 4);
	assert_string_equal(buffer_text(&out), "");
	buffer_free(&out);
	document_free(document);
}

static void only_spans(void **state)
{
	struct document *document = read_as(HTML, "<p>a <a href=/x>b</a><br>c");
	struct buffer out = {0};

	(void)state;
	html_write_spans(&out, document, document->blocks->spans, document->blocks->span_count);
	assert_string_equal(buffer_text(&out), "a <a href=\"/x\">b</a><br>\nc");
	buffer_free(&out);
	document_free(document);
}

static void assert_same_when_read_again(enum format format, const char *page)
{
	struct document *document = read_as(format, page);
	struct buffer out = {0};
	char *before, *after;

	assert_non_null(document);
	html_write(&out, document, 0, document->block_count);
	before = describe(document, false);
	after = describe_text(HTML, buffer_text(&out), false);
	if (strcmp(before, after))
		print_error("of this page:\n%s\nwritten as:\n%s\n", page, buffer_text(&out));
	assert_string_equal(after, before);
	free(before);
	free(after);
	buffer_free(&out);
	document_free(document);
}

static void read_again(void **state)
{
	(void)state;
	assert_same_when_read_again(HTML, "<b>a </b><a href=x>b <i>c</i></a><br><br>d &lt;e&gt;");
	assert_same_when_read_again(HTML, "<h2><img src=a alt=b></h2>x <img alt=c> y");
	assert_same_when_read_again(HTML, "<a href=/x><img src=a alt=b></a>");
	assert_same_when_read_again(HTML, "<pre>\n\n\n a\n\n b</pre><pre>c</pre>");
	assert_same_when_read_again(MARKDOWN,
				    "Mail a@b.example, \\{: .x} {: (\n\n```\n{: .y}\n```\n");
	assert_same_when_read_again(MARKDOWN, "1. a\n\n   b\n2. > c\n\n   - d\n\n     ### e\n");
	for (unsigned seed = 1; seed <= 3000; seed++) {
		enum format format = seed % 2 ? HTML : MARKDOWN;
		char *words, *page = invent_page(format, seed, &words);

		assert_same_when_read_again(format, page);
		free(page);
		free(words);
	}
}

/* As deep as a document can be, it can be written and read again. */
static void as_deep_as_can_be(void **state)
{
	static const char *const elements[] = {"<blockquote>", "<td><div>", "<li><div>",
					       "<ul><li>"};

	(void)state;
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
		struct buffer page = {0};
		struct document *document = NULL;
		int deepest = DOCUMENT_DEEPEST;

		for (; !document; deepest--) {
			buffer_clear(&page);
			for (int depth = 0; depth < deepest; depth++)
				buffer_puts(&page, elements[i]);
			buffer_puts(&page, "<a href=x><b><i><s><code>text");
			document = read_as(HTML, buffer_text(&page));
		}
		assert_true(deepest > DOCUMENT_DEEPEST / 4);
		document_free(document);
		assert_same_when_read_again(HTML, buffer_text(&page));
		buffer_free(&page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(blocks_are_elements), cmocka_unit_test(spans_are_elements),
	    cmocka_unit_test(some_blocks),	   cmocka_unit_test(only_spans),
	    cmocka_unit_test(read_again),	   cmocka_unit_test(as_deep_as_can_be),
	};

	return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
