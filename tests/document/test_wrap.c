/* Wrapped documents: what they look like, and what holds at every width. */
#include "config.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "describe.h"
#include "document/columns.h"
#include "document/composer.h"
#include "document/wrap.h"
#include "invent.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_wraps_by(struct wrapped *wrap(const struct document *, int), enum format format,
			    const char *source, int width, const char *expected)
{
	struct document *document = read_as(format, source);
	struct wrapped *wrapped = wrap(document, width);
	char *looks = describe_wrapped(wrapped);

	assert_string_equal(looks, expected);
	free(looks);
	wrap_free(wrapped);
	document_free(document);
}

static void assert_wraps(enum format format, const char *source, int width, const char *expected)
{
	assert_wraps_by(wrap_document, format, source, width, expected);
}

static void strong_lines_are_headings_only_of_what_follows(void **state)
{
	(void)state;
	assert_wraps(MARKDOWN, "- **One**\n\n  first\n\n- **Two**\n\n  second\n", 20,
		     "• One\n  first\n• Two\n  second\n");
	assert_wraps(MARKDOWN, "- first\n\n  **last**\n\n- other\n", 20,
		     "• first\n\n  last\n\n• other\n");
}

static void a_table_stands_apart_from_its_heading(void **state)
{
	(void)state;
	assert_wraps(HTML, "<h1>T</h1><p>text</p>", 20, "T\ntext\n");
	assert_wraps(HTML, "<h1>T</h1><table><tr><td>a<td>b</table>", 20, "T\n\na  b\n");
}

/* To be read aloud nothing stands beside anything, and what is only drawn is left out. */
static void aloud(enum format format, const char *source, const char *expected)
{
	assert_wraps_by(wrap_to_be_read_aloud, format, source, 20, expected);
}

static void rows_are_texts_to_be_read_aloud(void **state)
{
	(void)state;
	aloud(HTML, "<table><tr><td>When<td>today<tr><td>Where<td>here</table>",
	      "When: today\nWhere: here\n");
	aloud(HTML, "<table><tr><td>For whom?<td>all<tr><td><td>and you</table>",
	      "For whom? all\nand you\n");
	aloud(HTML, "<table><tr><th>At<th>What<th>In<tr><td>9<td>Tea<td>Hall</table>",
	      "At; What; In\n\n9; Tea; Hall\n");
	aloud(HTML, "<table><tr><td><ul><li>a<li>b</ul><td>c</table><p>z", "• a\n• b\n  c\n\nz\n");
	aloud(MARKDOWN, "> said\n\n---\n\nthen", "said\n\nthen\n");
	aloud(HTML, "<p>a<table><tr></tr></table><p>b", "a\n\nb\n");
}

static void words_and_spaces(void **state)
{
	(void)state;
	assert_wraps(PLAIN, "", 20, "");
	assert_wraps(PLAIN, "one two three four", 9, "one two\nthree\nfour\n");
	assert_wraps(PLAIN, "one two three four", 8, "one two\nthree\nfour\n");
	assert_wraps(PLAIN, "abcdefgh ijklmnop", 8, "abcdefgh\nijklmnop\n");
	assert_wraps(PLAIN, "de 9\u00A0h\u202F30 à 10\u00A0h", 12,
		     "de 9\u00A0h\u202F30 à\n10\u00A0h\n");
	assert_wraps(PLAIN, "vous dites « non » et « oui ! »", 12,
		     "vous dites\n« non » et\n« oui ! »\n");
	assert_wraps(PLAIN, "abcdefgh !", 8, "abcdefgh\n!\n");
	assert_wraps(HTML, "<b>bold</b><i>italic</i> x", 10, "bolditalic\nx\n");
	assert_wraps(HTML, "a<br>b<br><br>c<br><br><br>d", 10, "a\nb\n\nc\n\nd\n");
	assert_wraps(HTML, "one\ntwo", 10, "one two\n");
}

static void long_words(void **state)
{
	(void)state;
	assert_wraps(PLAIN, "abcdefghijklmnop", 8, "abcdefgh\nijklmnop\n");
	assert_wraps(PLAIN, "a vingt-quatre-heures", 14, "a\nvingt-quatre-\nheures\n");
	assert_wraps(PLAIN, "un rendez-vous", 12, "un\nrendez-vous\n");
	assert_wraps(PLAIN, "at https://a.example/path/to?x=1", 16,
		     "at\nhttps://\na.example/path/\nto?x=1\n");
}

static void wide_and_combining_characters(void **state)
{
	(void)state;
	assert_wraps(PLAIN, "日本語日本語", 8, "日本語日\n本語\n");
	assert_wraps(PLAIN, "x日本語日本語", 8, "x日本語\n日本語\n");
	assert_wraps(PLAIN, "aaaaaaae\u0301\u0302b", 8, "aaaaaaae\u0301\u0302\nb\n");
	assert_wraps(HTML, "aaaaaaae<b>\u0301</b>b", 8, "aaaaaaae\u0301\nb\n");
	/* A family and a flag are not parted. */
	assert_wraps(PLAIN, "aaaa👩\u200D👩\u200D👧b", 8, "aaaa\n👩\u200D👩\u200D👧b\n");
	assert_wraps(PLAIN, "aaaaaaa🇫🇷", 8, "aaaaaaa\n🇫🇷\n");
}

static void blocks_are_parted(void **state)
{
	(void)state;
	assert_wraps(MARKDOWN, "# Title\n\ntext\n\n## Sub\n\nmore\n\n***\n\nend\n", 10,
		     "Title\ntext\n\nSub\nmore\n\n──────────\n\nend\n");
	assert_wraps(MARKDOWN, "![A map](map.png)\n\nSee ![it](a.png) here.\n\n![](b.png)\n", 30,
		     "[A map]\n\nSee [it] here.\n\n[image]\n");
}

static void lists(void **state)
{
	(void)state;
	assert_wraps(MARKDOWN, "* one two\n* three\n  * four five\n\nend\n", 12,
		     "• one two\n• three\n  • four\n    five\n\nend\n");
	assert_wraps(MARKDOWN, "9. nine\n10. ten ten ten\n", 12,
		     " 9. nine\n10. ten ten\n    ten\n");
	assert_wraps(MARKDOWN, "- a\n\n  b\n- c\n\nd\n", 10, "• a\n\n  b\n\n• c\n\nd\n");
	assert_wraps(MARKDOWN, "- ### head\n  text\n- x\n", 10, "• head\n  text\n• x\n");
	assert_wraps(HTML, "<dl><dt>9h<dd>Talk<dt>10h<dd>Tea</dl>", 10,
		     "• 9h\n  Talk\n• 10h\n  Tea\n");
	assert_wraps(MARKDOWN, "- - - a\n", 20, "• • • a\n");
}

static void quotes(void **state)
{
	(void)state;
	assert_wraps(MARKDOWN, "a\n\n> one two\n>\n> > three\n\n> * x\n\nb\n", 12,
		     "a\n\n│ one two\n│\n│ │ three\n\n│ • x\n\nb\n");
	assert_wraps(MARKDOWN, "> # one\n\ntwo\n", 12, "│ one\n\ntwo\n");
	assert_wraps(MARKDOWN, "a\n\n> one two\n>\n> three\n", 9, "a\n\none two\n\nthree\n");
}

static void code(void **state)
{
	(void)state;
	assert_wraps(MARKDOWN, "```\nint  a;\n\n  b = 12345678;\n```\n\nend\n", 20,
		     "  int  a;\n\n    b = 12345678;\n\nend\n");
	assert_wraps(MARKDOWN, "    0123456789 abcdef\n", 12, "  0123456789\n   abcdef\n");
}

static void facts(void **state)
{
	static const char page[] =
	    "<table><tr><td>When<td>Thursday 19 October, 11:30<tr><td>Where<td>Great hall"
	    "<tr><td>Then<td>nothing</table>";

	(void)state;
	assert_wraps(HTML, page, 40,
		     "When   Thursday 19 October, 11:30\n"
		     "Where  Great hall\n"
		     "Then   nothing\n");
	assert_wraps(HTML, page, 24,
		     "When   Thursday 19\n"
		     "       October, 11:30\n"
		     "Where  Great hall\n"
		     "Then   nothing\n");
	assert_wraps(HTML, page, 16,
		     "When\n"
		     "  Thursday 19\n"
		     "  October, 11:30\n"
		     "Where\n"
		     "  Great hall\n"
		     "Then\n"
		     "  nothing\n");
}

static void tables(void **state)
{
	static const char page[] =
	    "<ul><li><table><tr><th>Hour<th>What<th>Room"
	    "<tr><td colspan=3>Thursday the nineteenth<tr><td>9h<td>Welcome and coffee<td>Hall"
	    "<tr><td>10h<td><td>Lab</table></ul>";

	(void)state;
	assert_wraps(HTML, page, 40,
		     "• Hour  What                Room\n"
		     "  Thursday the nineteenth\n"
		     "  9h    Welcome and coffee  Hall\n"
		     "  10h                       Lab\n");
	assert_wraps(HTML, page, 30,
		     "• Hour  What              Room\n"
		     "  Thursday the nineteenth\n"
		     "  9h    Welcome and       Hall\n"
		     "        coffee\n"
		     "  10h                     Lab\n");
	assert_wraps(HTML, page, 20,
		     "• Hour\n"
		     "    What\n"
		     "    Room\n"
		     "\n"
		     "  Thursday the\n"
		     "  nineteenth\n"
		     "\n"
		     "  9h\n"
		     "    Welcome and\n"
		     "    coffee\n"
		     "    Hall\n"
		     "\n"
		     "  10h\n"
		     "    Lab\n");
}

/* A table with more than text in its cells is gone through cell by cell. */
static void nested_tables(void **state)
{
	(void)state;
	assert_wraps(HTML, "<table><tr><td>a<td><ul><li>b</ul></table>", 30, "a\n  • b\n");
}

static void column_widths(void **state)
{
	int fit[] = {3, 4}, shared[] = {3, 100, 50}, narrow[] = {20, 20}, none[] = {30, 30};

	(void)state;
	assert_true(columns_share(fit, 2, 9));
	assert_int_equal(fit[0], 3);
	assert_int_equal(fit[1], 4);
	assert_true(columns_share(shared, 3, 67));
	assert_int_equal(shared[0], 3);
	assert_int_equal(shared[1], 40);
	assert_int_equal(shared[2], 20);
	assert_true(columns_share(narrow, 2, 2 * COLUMNS_LEAST + COLUMNS_GAP));
	assert_int_equal(narrow[0], COLUMNS_LEAST);
	assert_int_equal(narrow[1], COLUMNS_LEAST);
	assert_false(columns_share(none, 2, 2 * COLUMNS_LEAST + COLUMNS_GAP - 1));
	assert_int_equal(none[0], 30);
}

static void column_widths_always_fit(void **state)
{
	unsigned random = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		int widths[8], before[8], width = 1 + (round * 7) % 120, used = -COLUMNS_GAP;
		size_t count = 1 + (size_t)round % 8;

		for (size_t i = 0; i < count; i++) {
			random = random * 1103515245 + 12345;
			before[i] = widths[i] = (int)(random >> 16) % (round % 3 ? 40 : 1000);
		}
		if (!columns_share(widths, count, width))
			continue;
		for (size_t i = 0; i < count; i++) {
			assert_true(widths[i] <= before[i]);
			assert_true(widths[i] == before[i] || widths[i] >= COLUMNS_LEAST);
			used += widths[i] + COLUMNS_GAP;
		}
		assert_true(used <= width);
	}
}

static void runs_carry_style_and_link(void **state)
{
	struct document *document = read_as(HTML, "<h2>T</h2><p>a <b>b<a href=x>c d");
	struct wrapped *wrapped = wrap_document(document, 20);
	const struct wrap_line *line = &wrapped->lines[1];

	(void)state;
	assert_int_equal(wrapped->line_count, 2);
	assert_int_equal(wrapped->lines[0].kind, BLOCK_HEADING);
	assert_int_equal(wrapped->lines[0].level, 2);
	assert_int_equal(line->block, 1);
	assert_int_equal(line->kind, BLOCK_PARAGRAPH);
	assert_int_equal(line->run_count, 3);
	assert_int_equal(line->runs[0].style, 0);
	assert_int_equal(line->runs[1].style, SPAN_STRONG);
	assert_int_equal(line->runs[2].style, SPAN_STRONG);
	assert_int_equal(line->runs[1].link, DOCUMENT_NO_LINK);
	assert_int_equal(line->runs[2].link, 0);
	assert_int_equal(line->runs[2].columns, 3);
	wrap_free(wrapped);
	document_free(document);
	wrap_free(NULL);
}

/* A line takes every word that fits: its successor's first word would not have. */
static void lines_are_filled(void **state)
{
	static const char text[] =
	    "It is a truth that a line which is broken too soon leaves a gap "
	    "that every reader sees, and a line broken too late a worse one.";
	struct document *document = read_as(PLAIN, text);

	(void)state;
	for (int width = 8; width < 100; width++) {
		struct wrapped *wrapped = wrap_document(document, width);

		for (size_t i = 1; i < wrapped->line_count; i++) {
			const struct wrap_run *before = wrapped->lines[i - 1].runs;
			const struct wrap_run *run = wrapped->lines[i].runs;
			const char *space = memchr(run->text, ' ', run->length);
			int word = (int)(space ? space - run->text : (long)run->length);

			assert_int_not_equal(before->text[before->length - 1], ' ');
			assert_true(before->columns + 1 + word > width);
		}
		wrap_free(wrapped);
	}
	document_free(document);
}

/* Letters alone: without what wrapping adds, and without the spaces that it drops. */
static char *letters_of(const char *text)
{
	struct buffer letters = {0};

	for (; *text; text++)
		if ((*text >= 'a' && *text <= 'z') || (unsigned char)*text >= 0xE4)
			buffer_putc(&letters, *text);
	return buffer_steal(&letters);
}

static bool has_columns(const struct document *document)
{
	for (size_t i = 0; i < document->block_count; i++)
		if (document->blocks[i].kind == BLOCK_TABLE)
			return true;
	return false;
}

static int compare_bytes(const void *left, const void *right)
{
	return *(const char *)left - *(const char *)right;
}

/* The text that must be seen: the document's, and a word for an image without any. */
static char *text_to_see(const struct document *document)
{
	struct buffer out = {0};

	for (size_t i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];
		char *text = document_block_text(block);

		buffer_puts(&out, block->kind == BLOCK_IMAGE && !*text ? "image" : text);
		free(text);
	}
	return buffer_steal(&out);
}

static void assert_all_there(const struct document *document, const struct wrapped *wrapped)
{
	char *plain = text_to_see(document), *looks = describe_wrapped(wrapped);
	char *expected = letters_of(plain), *found = letters_of(looks);

	if (has_columns(document)) { /* side by side, so in another order */
		qsort(expected, strlen(expected), 1, compare_bytes);
		qsort(found, strlen(found), 1, compare_bytes);
	}
	assert_string_equal(found, expected);
	free(plain);
	free(looks);
	free(expected);
	free(found);
}

/* Whether a line shows nothing but the bars of quotes. */
static bool only_bars(const struct wrap_line *line)
{
	for (size_t i = 0; i < line->run_count; i++)
		for (size_t at = 0; at < line->runs[i].length; at++)
			if (!strchr(" │", line->runs[i].text[at]))
				return false;
	return true;
}

static void assert_line_holds(const struct wrap_line *line, const struct document *document,
			      int width)
{
	int columns = line->indent;

	assert_true(line->indent >= 0);
	assert_true(line->block < document->block_count);
	assert_true(document_is_leaf(&document->blocks[line->block]));
	for (size_t i = 0; i < line->run_count; i++) {
		const struct wrap_run *run = &line->runs[i];

		assert_true(run->length > 0);
		assert_null(memchr(run->text, '\n', run->length));
		assert_int_equal(run->columns, utf8_columns(run->text, run->length));
		assert_true(run->link < (int)document->link_count);
		columns += run->columns;
	}
	assert_true(columns <= width);
}

static void assert_holds(const struct document *document, int width)
{
	struct wrapped *wrapped = wrap_document(document, width);
	bool empty = true;

	for (size_t i = 0; i < wrapped->line_count; i++) {
		const struct wrap_line *line = &wrapped->lines[i];

		assert_line_holds(line, document, width < 8 ? 8 : width);
		if (empty && only_bars(line) && line->kind != BLOCK_CODE) {
			char *looks = describe_wrapped(wrapped);

			print_error("line %zu at width %d:\n%s", i, width, looks);
			free(looks);
			fail_msg("an empty line too many");
		}
		empty = only_bars(line);
	}
	assert_true(!empty || !wrapped->line_count);
	assert_all_there(document, wrapped);
	wrap_free(wrapped);
}

static void every_page_at_every_width(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 400; seed++) {
		enum format format = seed % 2 ? HTML : MARKDOWN;
		char *words, *page = invent_page(format, seed, &words);
		struct document *document = read_as(format, page);

		for (int width = 1; width <= 120; width += width < 50 ? 1 : 23)
			assert_holds(document, width);
		document_free(document);
		free(words);
		free(page);
	}
}

static void odd_characters_at_every_width(void **state)
{
	static const char *const texts[] = {
	    "日本語の長い文章、これは改行される。 abc日本語def",
	    ("e\u0301\u0302\u0303\u0304 \u0301alone a\u200D\u200Db "
	     "👩\u200D👩\u200D👧\u200D👦👩\u200D👩\u200D👧\u200D👦 🇫🇷🇫🇷🇫🇷"),
	    "\u00A0\u00A0a\u00A0b\u202Fc\u2007d \u3000e\u2003f",
	    "각각 हिन्दी ไทย नमस्ते العربية",
	    "a\xFF\xC3(b \xF0\x9F",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct document *document = read_as(PLAIN, texts[i]);

		for (int width = 1; width < 60; width++)
			assert_holds(document, width);
		document_free(document);
	}
}

/* Numbers wider than the page, bullets without room, items that hold only lists. */
static void no_room_for_prefixes(void **state)
{
	static const char *const pages[] = {
	    "999999999. abc def ghi\n\n     > jkl\n",
	    "- - - - - - - - - - - - - - - - - - - - abc\n",
	    "> > > > > > > > > > > > > > > > abc def\n",
	    "- > - > 1. > - > - abc\n\n  def\n",
	    "1. - ```\n     abc def ghi jkl\n     ```\n",
	    "- - - - - - - - ***\n\n  abc\n",
	    "- - - - - - - - <table><tr><td>a<td>b</table>\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct document *document = read_as(MARKDOWN, pages[i]);

		for (int width = 1; width < 60; width++)
			assert_holds(document, width);
		document_free(document);
	}
	assert_wraps(MARKDOWN, "123456789. abc\n", 8, "12345678\n9. abc\n");
}

/* Documents that no parser made may have spaces and breaks anywhere. */
static void composed_documents(void **state)
{
	struct composer *composer = composer_new();
	struct document *document;
	struct wrapped *wrapped;
	char *looks;

	(void)state;
	composer_open(composer, BLOCK_PARAGRAPH, 0, 0);
	composer_break(composer);
	composer_text(composer, "  abcdefghij  ", 14, 0, DOCUMENT_NO_LINK);
	composer_break(composer);
	composer_break(composer);
	composer_break(composer);
	composer_text(composer, " x ", 3, SPAN_STRONG, DOCUMENT_NO_LINK);
	composer_break(composer);
	composer_close(composer);
	document = composer_finish(composer);
	wrapped = wrap_document(document, 8);
	looks = describe_wrapped(wrapped);
	assert_string_equal(looks, "abcdefgh\nij\n\nx\n");
	free(looks);
	wrap_free(wrapped);
	for (int width = 1; width < 20; width++)
		assert_holds(document, width);
	document_free(document);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_and_spaces),
	    cmocka_unit_test(strong_lines_are_headings_only_of_what_follows),
	    cmocka_unit_test(a_table_stands_apart_from_its_heading),
	    cmocka_unit_test(long_words),
	    cmocka_unit_test(wide_and_combining_characters),
	    cmocka_unit_test(blocks_are_parted),
	    cmocka_unit_test(lists),
	    cmocka_unit_test(quotes),
	    cmocka_unit_test(code),
	    cmocka_unit_test(facts),
	    cmocka_unit_test(tables),
	    cmocka_unit_test(rows_are_texts_to_be_read_aloud),
	    cmocka_unit_test(nested_tables),
	    cmocka_unit_test(column_widths),
	    cmocka_unit_test(column_widths_always_fit),
	    cmocka_unit_test(runs_carry_style_and_link),
	    cmocka_unit_test(lines_are_filled),
	    cmocka_unit_test(every_page_at_every_width),
	    cmocka_unit_test(odd_characters_at_every_width),
	    cmocka_unit_test(no_room_for_prefixes),
	    cmocka_unit_test(composed_documents),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
