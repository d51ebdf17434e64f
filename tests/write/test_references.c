/*
 * Addresses become numbers where a reader would stumble over them, and only there.
 */
#include "config.h"

#include "write/references.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static const struct {
	const char *html, *text, *list; /* a no-break space is written ~ */
} rows[] = {
    {"no link", "no link\n", ""},
    {"<a href='https://a.example/'>A</a>, <a href='https://b.example/'>B</a> and "
     "<a href='https://a.example/'>A again</a>",
     "A~[1], B~[2] and A again~[1]\n", "[1] https://a.example/\n[2] https://b.example/\n"},
    {"<a href='https://a.example/'>one <b>link</b> in <i>parts</i></a>.",
     "one link in parts~[1].\n", "[1] https://a.example/\n"},
    /* Written out, an address needs no number. */
    {"see https://a.example/x or write to me@a.example",
     "see https://a.example/x or write to me@a.example\n", ""},
    {"<a href='https://a.example/'>https://a.example</a>", "https://a.example\n", ""},
    {"<a href='https://a.example/'>a.example</a>", "a.example~[1]\n", "[1] https://a.example/\n"},
    {"<a href='mailto:me@a.example'>write to me</a>", "write to me~[1]\n", "[1] me@a.example\n"},
    /* Too long for a line, or for the cell of a table. */
    {"here: https://a.example/much/too/long/for/a/line/of/forty/columns", "here: [1]\n",
     "[1] https://a.example/much/too/long/for/a/line/of/forty/columns\n"},
    {"<table><tr><td>here</td><td>https://a.example/longish</td></tr></table>", "here\n[1]\n",
     "[1] https://a.example/longish\n"},
    {"https://a.example/longish", "https://a.example/longish\n", ""},
    {"<img src='/lamp.png' alt='Lamp'>", "[Image: Lamp]~[1]\n", "[1] /lamp.png\n"},
    {"<img src='/lamp.png' alt=''>", "[Image]~[1]\n", "[1] /lamp.png\n"},
    {"text <img src='/lamp.png' alt='Lamp'> text", "text [Image: Lamp]~[1] text\n",
     "[1] /lamp.png\n"},
    {"<h2>Head</h2><ul><li>one<ul><li><a href='/x'>two</a></li></ul></li></ul><pre>a\n b</pre>",
     "Head\none\ntwo~[1]\na\n b\n", "[1] /x\n"},
};

static char *shown(const char *text)
{
	struct buffer out = {0};

	for (; *text; text++) {
		if (!strncmp(text, "\u00A0", 2)) {
			buffer_putc(&out, '~');
			text++;
		} else {
			buffer_putc(&out, *text);
		}
	}
	return buffer_steal(&out);
}

static void links_become_numbers(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct references *references = references_new();
		struct document *document =
		    document_from_html(rows[i].html, strlen(rows[i].html), (struct place){0}, NULL);
		struct document *numbered = references_number(references, document, 40);
		char *plain = document_plain_text(numbered), *text = shown(plain);
		struct buffer list = {0};

		references_write(references, &list);
		assert_string_equal(text, rows[i].text);
		assert_string_equal(buffer_text(&list), rows[i].list);
		assert_int_equal(numbered->link_count, 0);
		buffer_free(&list);
		free(plain);
		free(text);
		document_free(numbered);
		document_free(document);
		references_free(references);
	}
}

static void documents_share_their_numbers(void **state)
{
	static const char first[] = "<a href='/x'>x</a>", second[] = "<a href='/x'>y</a>";
	struct references *references = references_new();
	const char *const texts[] = {first, second};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct document *document =
		    document_from_html(texts[i], strlen(texts[i]), (struct place){0}, NULL);

		document_free(references_number(references, document, 40));
		document_free(document);
		assert_int_equal(references_count(references), 1);
	}
	assert_int_equal(references_number_of(references, "/x"), 1);
	assert_int_equal(references_number_of(references, "/y"), 2);
	references_free(references);
	references_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(links_become_numbers),
	    cmocka_unit_test(documents_share_their_numbers),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("references", tests, NULL, NULL);
}
