#include "config.h"

#include "describe.h"
#include "document/composer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void text(struct composer *composer, const char *words)
{
	composer_text(composer, words, strlen(words), 0, DOCUMENT_NO_LINK);
}

static void assert_finishes_as(struct composer *composer, const char *expected)
{
	struct document *document = composer_finish(composer);
	char *described = describe(document, false);

	assert_string_equal(described, expected);
	free(described);
	document_free(document);
}

static void open_and_close(void **state)
{
	struct composer *composer = composer_new();

	(void)state;
	composer_leaf(composer, BLOCK_HEADING, 2, "Title", SPAN_STRONG);
	composer_open(composer, BLOCK_LIST, 0, 0);
	composer_open(composer, BLOCK_ITEM, 3, 0);
	composer_leaf(composer, BLOCK_PARAGRAPH, 0, "one", 0);
	composer_close(composer);
	composer_close(composer);
	composer_open(composer, BLOCK_RULE, 0, 0);
	composer_close(composer);
	assert_finishes_as(composer, "heading 2 {b|Title}\n"
				     "list\n"
				     "  item 3\n"
				     "    paragraph one\n"
				     "rule\n");
}

static void indexes_tell_what_holds_what(void **state)
{
	struct composer *composer = composer_new();
	struct document *document;

	(void)state;
	composer_open(composer, BLOCK_QUOTE, 0, 0);
	composer_leaf(composer, BLOCK_PARAGRAPH, 0, "a", 0);
	composer_open(composer, BLOCK_LIST, 0, 0);
	composer_open(composer, BLOCK_ITEM, 0, 0);
	composer_leaf(composer, BLOCK_PARAGRAPH, 0, "b", 0);
	document = composer_finish(composer);
	assert_int_equal(document->block_count, 5);
	assert_int_equal(document->blocks[0].parent, DOCUMENT_NO_PARENT);
	assert_int_equal(document->blocks[0].end, 5);
	assert_int_equal(document->blocks[1].parent, 0);
	assert_int_equal(document->blocks[1].end, 2);
	assert_int_equal(document->blocks[2].parent, 0);
	assert_int_equal(document->blocks[4].parent, 3);
	assert_int_equal(document->blocks[4].depth, 3);
	document_free(document);
}

static void neighbours_of_one_look_are_one_span(void **state)
{
	struct composer *composer = composer_new();
	int link = composer_link(composer, "https://a.example/");

	(void)state;
	composer_open(composer, BLOCK_PARAGRAPH, 0, 0);
	text(composer, "one");
	text(composer, " and the same");
	composer_text(composer, "strong", 6, SPAN_STRONG, DOCUMENT_NO_LINK);
	composer_break(composer);
	composer_break(composer);
	composer_text(composer, "li", 2, 0, link);
	composer_text(composer, "nk", 2, 0, link);
	assert_finishes_as(
	    composer, "paragraph one and the same{b|strong}<br><br>{https://a.example/|link}\n");
}

static void what_is_empty_is_dropped(void **state)
{
	struct composer *composer = composer_new();

	(void)state;
	composer_open(composer, BLOCK_LIST, 0, 0);
	composer_open(composer, BLOCK_ITEM, 0, 0);
	composer_open(composer, BLOCK_PARAGRAPH, 0, 0);
	text(composer, " \n\u00A0");
	composer_break(composer);
	composer_close(composer);
	composer_close(composer);
	composer_close(composer);
	composer_leaf(composer, BLOCK_PARAGRAPH, 0, "\u200B", 0);
	composer_leaf(composer, BLOCK_IMAGE, 0, "", 0);
	composer_open(composer, BLOCK_IMAGE, 0, 0);
	composer_text(composer, "", 0, 0, composer_link(composer, "a.png"));
	composer_close(composer);
	assert_finishes_as(composer, "image {a.png|}\n");
}

static void an_empty_cell_keeps_its_place(void **state)
{
	struct composer *composer = composer_new();

	(void)state;
	composer_open(composer, BLOCK_TABLE, 0, 0);
	for (int row = 0; row < 2; row++) {
		composer_open(composer, BLOCK_ROW, 0, 0);
		for (int cell = 0; cell < 3; cell++) {
			composer_open(composer, BLOCK_CELL, 0, 0);
			composer_leaf(composer, BLOCK_PARAGRAPH, 0, row && cell == 1 ? "x" : " ",
				      0);
			composer_close(composer);
		}
		composer_close(composer);
	}
	assert_finishes_as(composer, "table\n"
				     "  row\n"
				     "    cell\n"
				     "    cell\n"
				     "      paragraph x\n"
				     "    cell\n");
}

static void what_is_missing_is_put_in(void **state)
{
	struct composer *composer = composer_new();

	(void)state;
	text(composer, "loose");
	composer_open(composer, BLOCK_ITEM, 0, 0);
	text(composer, "a");
	composer_close(composer);
	composer_open(composer, BLOCK_ITEM, 0, 0);
	text(composer, "b");
	composer_close(composer);
	composer_open(composer, BLOCK_TABLE, 0, 0);
	text(composer, "c");
	composer_open(composer, BLOCK_CELL, 0, 0);
	text(composer, "d");
	composer_close(composer);
	composer_open(composer, BLOCK_ROW, 0, 0);
	text(composer, "e");
	assert_finishes_as(composer, "paragraph loose\n"
				     "list\n"
				     "  item\n"
				     "    paragraph a\n"
				     "  item\n"
				     "    paragraph b\n"
				     "table\n"
				     "  row\n"
				     "    cell\n"
				     "      paragraph c\n"
				     "    cell\n"
				     "      paragraph d\n"
				     "  row\n"
				     "    cell\n"
				     "      paragraph e\n");
}

static void closing_takes_what_was_put_in_along(void **state)
{
	struct composer *composer = composer_new();

	(void)state;
	composer_open(composer, BLOCK_QUOTE, 0, 0);
	composer_open(composer, BLOCK_CELL, 0, 0);
	text(composer, "in a cell");
	composer_close(composer); /* the cell */
	composer_close(composer); /* the quote */
	text(composer, "behind");
	assert_int_equal(composer_depth(composer), 1);
	assert_finishes_as(composer, "quote\n"
				     "  table\n"
				     "    row\n"
				     "      cell\n"
				     "        paragraph in a cell\n"
				     "paragraph behind\n");
}

static void text_is_sanitised(void **state)
{
	struct composer *composer = composer_new();

	(void)state;
	composer_leaf(composer, BLOCK_PARAGRAPH, 0, "a\033[31mb\u202Ec\xFF", 0);
	assert_finishes_as(composer, "paragraph a[31mbc\uFFFD\n");
}

static void lines_of_containers_are_those_of_their_text(void **state)
{
	struct composer *composer = composer_new();
	struct document *document;
	char *described;

	(void)state;
	composer_open(composer, BLOCK_QUOTE, 0, 0);
	composer_open(composer, BLOCK_QUOTE, 0, 4);
	composer_line(composer, 7);
	text(composer, "seven");
	composer_line(composer, 9);
	composer_text(composer, "nine", 4, SPAN_CODE, DOCUMENT_NO_LINK);
	document = composer_finish(composer);
	described = describe(document, true);
	assert_string_equal(described, "@4 quote\n@4   quote\n@7     paragraph seven@9 {c|nine}\n");
	free(described);
	document_free(document);
}

static void appending_merges_links(void **state)
{
	struct document *first = read_as(HTML, "<p><a href=x>1</a> <a href=y>2</a></p>"
					       "<ul><li><p>3<li><a href=y>4</a></ul>");
	struct composer *composer = composer_new();
	struct document *both;
	char *described;

	(void)state;
	composer_link(composer, "y");
	composer_append(composer, first);
	composer_open(composer, BLOCK_QUOTE, 0, 0);
	composer_append_blocks(composer, first, 1, 4); /* the list is cut within */
	composer_close(composer);
	document_free(first);
	both = composer_finish(composer);
	described = describe(both, false);
	assert_string_equal(described, "paragraph {x|1} {y|2}\n"
				       "list\n"
				       "  item\n"
				       "    paragraph 3\n"
				       "  item\n"
				       "    paragraph {y|4}\n"
				       "quote\n"
				       "  list\n"
				       "    item\n"
				       "      paragraph 3\n");
	assert_int_equal(both->link_count, 2);
	assert_string_equal(both->links[0], "y");
	assert_string_equal(both->links[1], "x");
	free(described);
	document_free(both);
}

static void every_address_is_kept_once(void **state)
{
	struct composer *composer = composer_new();
	struct document *document;
	char url[32];

	(void)state;
	for (int i = 0; i < 3000; i++) {
		snprintf(url, sizeof url, "https://a.example/%d", i % 1000);
		assert_int_equal(composer_link(composer, url), i % 1000);
	}
	assert_int_equal(composer_link(composer, ""), DOCUMENT_NO_LINK);
	assert_int_equal(composer_link(composer, NULL), DOCUMENT_NO_LINK);
	assert_string_equal(composer_address(composer, 999), "https://a.example/999");
	document = composer_finish(composer);
	assert_int_equal(document->link_count, 1000);
	assert_string_equal(document->links[500], "https://a.example/500");
	document_free(document);
}

static void nothing_at_all(void **state)
{
	(void)state;
	assert_finishes_as(composer_new(), "");
	composer_free(NULL);
	document_free(NULL);
	composer_free(composer_new());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(open_and_close),
	    cmocka_unit_test(indexes_tell_what_holds_what),
	    cmocka_unit_test(neighbours_of_one_look_are_one_span),
	    cmocka_unit_test(what_is_empty_is_dropped),
	    cmocka_unit_test(an_empty_cell_keeps_its_place),
	    cmocka_unit_test(what_is_missing_is_put_in),
	    cmocka_unit_test(closing_takes_what_was_put_in_along),
	    cmocka_unit_test(text_is_sanitised),
	    cmocka_unit_test(lines_of_containers_are_those_of_their_text),
	    cmocka_unit_test(appending_merges_links),
	    cmocka_unit_test(every_address_is_kept_once),
	    cmocka_unit_test(nothing_at_all),
	};

	return cmocka_run_group_tests_name("composer", tests, NULL, NULL);
}
