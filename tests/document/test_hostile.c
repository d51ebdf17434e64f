/*
 * Pages made to break the program: each gives a document or the one error, in bounded time, with a
 * stack that would not hold a recursion over their depth.
 */
#include "config.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "describe.h"
#include "document/html.h"
#include "invent.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <cmocka.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* Sanitizers make everything slow: smaller pages, more time. */
enum { SHRINK = SANITIZED ? 10 : 1, SECONDS = SANITIZED ? 60 : 20, STACK = 256 * 1024 };

struct hostile {
	const char *name;
	enum format format;
	const char *start, *repeated, *end;
	size_t times;
	enum { GIVES_DOCUMENT, GIVES_ERROR, GIVES_EITHER } gives;
};

static const struct hostile pages[] = {
    {"divisions", HTML, "", "<div>", "x", 100000, GIVES_ERROR},
    {"bold", HTML, "", "<b>", "x", 100000, GIVES_ERROR},
    {"lists", HTML, "", "<ul><li>", "x", 100000, GIVES_ERROR},
    {"cells", HTML, "", "<table><tr><td>", "x", 100000, GIVES_ERROR},
    {"loose cells", HTML, "", "<td><div>", "x", 100000, GIVES_ERROR},
    {"items", HTML, "", "<li>", "x", 1000000, GIVES_DOCUMENT},
    {"paragraphs", HTML, "", "<p>", "x", 1000000, GIVES_DOCUMENT},
    {"quotes", MARKDOWN, "", ">", " x", 100000, GIVES_ERROR},
    {"bullets", MARKDOWN, "", "* ", "x", 100000, GIVES_ERROR},
    {"brackets", MARKDOWN, "", "[", "x", 100000, GIVES_DOCUMENT},
    {"links", MARKDOWN, "", "[a](", "x", 1000000, GIVES_DOCUMENT},
    {"stars", MARKDOWN, "", "**", "x", 100000, GIVES_DOCUMENT},
    {"emphasis", MARKDOWN, "", "*a ", "x", 1000000, GIVES_DOCUMENT},
    {"stars around", MARKDOWN, "", "*a **a ", "b** b* b** b*", 100000, GIVES_EITHER},
    {"one line", MARKDOWN, "", "a", "", 4000000, GIVES_DOCUMENT},
    {"one line of words", MARKDOWN, "", "word ", "", 800000, GIVES_DOCUMENT},
    {"one line of HTML", HTML, "<i>", "a", "</i>", 4000000, GIVES_DOCUMENT},
    {"brackets of tags", MARKDOWN, "", "<", "", 4000000, GIVES_DOCUMENT},
    {"brackets of tags", HTML, "", "<", "", 4000000, GIVES_DOCUMENT},
    {"ampersands", HTML, "", "&", "", 4000000, GIVES_DOCUMENT},
    {"entities", HTML, "", "&#", "", 2000000, GIVES_DOCUMENT},
    {"ends of nothing", HTML, "", "</div>", "x", 699000, GIVES_DOCUMENT},
    {"comments", MARKDOWN, "", "a <!-- ", "", 599000, GIVES_DOCUMENT},
    {"comments", HTML, "", "<!--", "", 1000000, GIVES_DOCUMENT},
    {"instructions", HTML, "", "<?a", "", 1000000, GIVES_DOCUMENT},
    {"scripts", HTML, "", "<script>", "", 500000, GIVES_DOCUMENT},
    {"open tags", HTML, "", "<a b=\"><\" ", "", 300000, GIVES_DOCUMENT},
    {"open values", HTML, "", "<a b='\"' c=\"", ">", 300000, GIVES_DOCUMENT},
    {"attributes", HTML, "<a ", "b=c ", ">x", 1000000, GIVES_DOCUMENT},
    {"blank lines", MARKDOWN, "", "\n", "x", 4000000, GIVES_DOCUMENT},
    {"blank lines in a list", MARKDOWN, "- - - - - - - - - - - - - - - x\n", "\n", "y", 4000000,
     GIVES_DOCUMENT},
    {"attribute lists", MARKDOWN, "", "a{: .b}\n", "", 524000, GIVES_DOCUMENT},
    {"open attribute lists", MARKDOWN, "", "{: .a", "", 838000, GIVES_DOCUMENT},
    {"addresses", HTML, "", "http://", "", 599000, GIVES_DOCUMENT},
    {"mail addresses", HTML, "", "a@b.c-", "", 699000, GIVES_DOCUMENT},
    {"breaks", HTML, "a", "<br>", "b", 1000000, GIVES_DOCUMENT},
    {"images", HTML, "a", "<img src=x>", "b", 381000, GIVES_DOCUMENT},
    {"combining marks", PLAIN, "a", "\u0301", "", 2000000, GIVES_DOCUMENT},
    {"definitions", HTML, "<dl>", "<dt>a<dd>b", "", 400000, GIVES_DOCUMENT},
    {"plain lines", PLAIN, "", "a\n\nb\n", "", 838000, GIVES_DOCUMENT},
};

static struct document *read_bytes(enum format format, const struct buffer *page,
				   struct report *report)
{
	struct place place = {"page", 1, 0};

	return format == HTML ? document_from_html(page->data, page->length, place, report)
	       : format == MARKDOWN
		   ? document_from_markdown(page->data, page->length, place, report)
		   : document_from_plain(page->data, page->length, place, report);
}

static void check_document(const struct document *document)
{
	struct wrapped *wrapped = wrap_document(document, 80);
	struct buffer html = {0};
	char *text = document_plain_text(document);
	size_t bad;

	assert_true(utf8_valid(text, strlen(text), &bad));
	html_write(&html, document, 0, document->block_count);
	buffer_free(&html);
	wrap_free(wrapped);
	free(text);
}

static void check_page(const struct hostile *hostile)
{
	struct buffer page = {0};
	struct report report = {0};
	struct document *document;
	clock_t start = clock();

	buffer_puts(&page, hostile->start);
	for (size_t i = 0; i < hostile->times / SHRINK; i++)
		buffer_puts(&page, hostile->repeated);
	buffer_puts(&page, hostile->end);
	document = read_bytes(hostile->format, &page, &report);
	if (document)
		check_document(document);
	if (hostile->gives != GIVES_EITHER)
		assert_int_equal(document ? GIVES_DOCUMENT : GIVES_ERROR, hostile->gives);
	assert_int_equal(report.counts[SEVERITY_ERROR], !document);
	if (!document)
		assert_string_equal(report.items[0].message, "nested deeper than 2000 elements");
	document_free(document);
	report_free(&report);
	buffer_free(&page);
	if ((clock() - start) / CLOCKS_PER_SEC >= SECONDS)
		fail_msg("%s took too long", hostile->name);
}

static void each_is_survived(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		check_page(&pages[i]);
}

static void the_deepest_that_is_read(void **state)
{
	struct buffer page = {0};
	struct report report = {0};
	struct document *document;

	(void)state;
	for (int i = 0; i < DOCUMENT_DEEPEST - 10; i++)
		buffer_puts(&page, "<div>");
	buffer_puts(&page, "text");
	document = read_bytes(HTML, &page, &report);
	assert_non_null(document);
	assert_string_equal(document->blocks->spans->text, "text");
	document_free(document);
	assert_int_equal(report.count, 0);

	buffer_clear(&page);
	for (int i = 0; i <= DOCUMENT_DEEPEST; i++)
		buffer_puts(&page, "<div>");
	assert_null(read_bytes(HTML, &page, NULL));
	buffer_free(&page);
}

/* More attributes than anybody writes: libxml2 would compare each with all the others. */
static void different_attributes(void **state)
{
	struct buffer page = {0};
	struct document *document;

	(void)state;
	buffer_puts(&page, "<a ");
	for (int i = 0; i < 300000; i++)
		buffer_printf(&page, "a%d=b ", i);
	buffer_puts(&page, ">end");
	document = read_bytes(HTML, &page, NULL);
	assert_int_equal(document->block_count, 1);
	document_free(document);
	buffer_free(&page);
}

static void too_large(void **state)
{
	struct buffer page = {0};
	struct report report = {0};

	(void)state;
	buffer_fill(&page, 'a', DOCUMENT_LARGEST + 1);
	assert_null(read_bytes(PLAIN, &page, &report));
	assert_int_equal(report.count, 1);
	assert_string_equal(report.items[0].message, "a text of more than 4 MB is not read");
	assert_string_equal(report.items[0].place.file, "page");
	report_free(&report);
	buffer_free(&page);
}

/* Addresses in an address that is no picture yet: each is looked at once. */
static void short_pictures_in_each_other(void **state)
{
	struct buffer page = {0};
	clock_t start = clock();

	(void)state;
	for (int i = 0; i < 64 * 1024 / SHRINK; i++) {
		for (int k = 0; k < 204; k++)
			buffer_puts(&page, "data:");
		buffer_putc(&page, ' ');
	}
	document_free(read_bytes(PLAIN, &page, NULL));
	buffer_free(&page);
	if ((clock() - start) / CLOCKS_PER_SEC >= SECONDS)
		fail_msg("it took too long");
}

/* A page that was saved with its pictures in it. */
static void pictures_in_a_page_count_for_nothing(void **state)
{
	struct buffer page = {0};
	struct document *document;
	char *text;

	(void)state;
	buffer_puts(&page, "<p>before <img alt=seal src=\"data:image/png;base64,");
	buffer_fill(&page, 'A', DOCUMENT_LARGEST);
	buffer_puts(&page, "\"> after</p>\n<p>data:short");
	document = read_bytes(HTML, &page, NULL);
	assert_non_null(document);
	text = document_plain_text(document);
	assert_non_null(strstr(text, "before"));
	assert_non_null(strstr(text, "after"));
	assert_non_null(strstr(text, "data:short"));
	assert_int_equal(document->blocks[document->block_count - 1].spans[0].line, 2);
	free(text);
	document_free(document);
	buffer_free(&page);
}

/* Bytes at random, with much that means something among them. */
static void any_bytes(void **state)
{
	static const char bytes[] =
	    "\0\0\n\n\r\t  <<>>//!--?&&;#*_`[](){}:\\\"'=|~0123456789aabbdhiloptuz"
	    "\x80\xBF\xC3\xA9\xE2\x80\xAE\xF0\x9F\xFF\x1B\x7F";
	unsigned random = 1;

	(void)state;
	for (int round = 0; round < 20000 / SHRINK; round++) {
		struct buffer page = {0};
		struct document *document;

		buffer_append(&page, "", 0);
		for (int i = round % 200; i > 0; i--) {
			random = random * 1103515245 + 12345;
			buffer_putc(&page, bytes[(random >> 16) % (sizeof bytes - 1)]);
		}
		for (enum format format = MARKDOWN; format <= PLAIN; format++) {
			document = read_bytes(format, &page, NULL);
			assert_non_null(document);
			check_document(document);
			document_free(document);
		}
		buffer_free(&page);
	}
}

/* Every beginning of a page is a page. */
static void cut_off_anywhere(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 60 / SHRINK; seed++) {
		enum format format = seed % 2 ? HTML : MARKDOWN;
		char *words, *page = invent_page(format, seed, &words);

		for (size_t length = strlen(page); length-- > 0;) {
			struct document *document;

			page[length] = '\0';
			document = read_as(format, page);
			check_document(document);
			document_free(document);
		}
		free(words);
		free(page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_is_survived),
	    cmocka_unit_test(the_deepest_that_is_read),
	    cmocka_unit_test(different_attributes),
	    cmocka_unit_test(too_large),
	    cmocka_unit_test(short_pictures_in_each_other),
	    cmocka_unit_test(pictures_in_a_page_count_for_nothing),
	    cmocka_unit_test(any_bytes),
	    cmocka_unit_test(cut_off_anywhere),
	};
	struct rlimit stack;

	setlocale(LC_ALL, "C.UTF-8");
	if (!SANITIZED && !getrlimit(RLIMIT_STACK, &stack)) {
		stack.rlim_cur = STACK;
		setrlimit(RLIMIT_STACK, &stack);
	}
	return cmocka_run_group_tests_name("hostile", tests, NULL, NULL);
}
