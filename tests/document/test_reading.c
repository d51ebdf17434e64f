/* Markdown, HTML and plain text as documents: what is written, and what must become of it. */
#include "config.h"

#include "describe.h"
#include "invent.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct reading {
	const char *source, *expected;
};

static char *describe_from(const char *markdown, int line)
{
	struct document *document = document_from_markdown(markdown, strlen(markdown),
							   (struct place){"page", line, 0}, NULL);
	char *described = document ? describe(document, true) : strdup("error");

	document_free(document);
	return described;
}

static void assert_same(const char *markdown, const char *commented, int line)
{
	char *straight = describe_from(markdown, line), *round = describe_from(commented, 1);

	if (strcmp(straight, round))
		print_error("of this source:\n%s\n", markdown);
	assert_string_equal(straight, round);
	free(straight);
	free(round);
}

/*
 * Markdown with raw HTML in it goes another road than Markdown without. What a comment stands
 * before must become what it is alone, line by line.
 */
static void check_both_roads(const char *markdown)
{
	struct buffer commented = {0};

	buffer_printf(&commented, "<!-- -->\n\n%s", markdown);
	assert_same(markdown, buffer_text(&commented), 3);
	buffer_free(&commented);
}

/* The same from the first line on, with the comment behind. */
static void check_from_first_line(const char *markdown)
{
	struct buffer commented = {0};

	buffer_printf(&commented, "%s\n\n<!-- -->\n", markdown);
	assert_same(markdown, buffer_text(&commented), 1);
	buffer_free(&commented);
}

static void check(enum format format, const struct reading *readings, size_t count, bool lines)
{
	for (size_t i = 0; i < count; i++) {
		char *described = describe_text(format, readings[i].source, lines);

		if (strcmp(described, readings[i].expected))
			print_error("of this source:\n%s\n", readings[i].source);
		assert_string_equal(described, readings[i].expected);
		free(described);
	}
}

#define CHECK(format, readings)                                                                    \
	check((format), (readings), sizeof(readings) / sizeof *(readings), false)
#define CHECK_LINES(format, readings)                                                              \
	check((format), (readings), sizeof(readings) / sizeof *(readings), true)

static void markdown_blocks(void **state)
{
	static const struct reading readings[] = {
	    {"", ""},
	    {" \n\t\n", ""},
	    {"A paragraph\nof two lines.\n\nAnother.\n", "paragraph A paragraph¶of two lines.\n"
							 "paragraph Another.\n"},
	    {"# One\n\n###### Six ######\n\nTwo\n---\n", "heading 1 One\n"
							 "heading 6 Six\n"
							 "heading 2 Two\n"},
	    {"* a\n* b\n  * c\n", "list\n"
				  "  item\n"
				  "    paragraph a\n"
				  "  item\n"
				  "    paragraph b\n"
				  "    list\n"
				  "      item\n"
				  "        paragraph c\n"},
	    {"7. a\n7. b\n\n   more of b\n", "list\n"
					     "  item 7\n"
					     "    paragraph a\n"
					     "  item 8\n"
					     "    paragraph b\n"
					     "    paragraph more of b\n"},
	    {"* ### A heading\n\n  and its text\n* \n* last\n", "list\n"
								"  item\n"
								"    heading 3 A heading\n"
								"    paragraph and its text\n"
								"  item\n"
								"    paragraph last\n"},
	    {"> quoted\n>\n> - item\n\n***\n", "quote\n"
					       "  paragraph quoted\n"
					       "  list\n"
					       "    item\n"
					       "      paragraph item\n"
					       "rule\n"},
	    {"```c\nint  a;\n\n\tif\n```\n\n    indented <b>\n", "code int  a;¶¶ if\n"
								 "code indented <b>\n"},
	    {"| a | b |\n|---|---|\n| c | d |\n", "paragraph | a | b |¶|---|---|¶| c | d |\n"},
	};

	(void)state;
	CHECK(MARKDOWN, readings);
}

static void markdown_spans(void **state)
{
	static const struct reading readings[] = {
	    {"*em* **strong** ***both*** `co  de` a*b*c\n",
	     "paragraph {i|em} {b|strong }{bi|both} {c|co de} a{i|b}c\n"},
	    {"two  \nlines and\\\nthree\n", "paragraph two<br>lines and<br>three\n"},
	    {"[one](https://a.example/x \"title\") and [two][ref] and <https://c.example/>\n\n"
	     "[ref]: https://b.example/\n",
	     "paragraph {https://a.example/x|one} and {https://b.example/|two} and "
	     "{https://c.example/|https://c.example/}\n"},
	    {"**[bold *link*](https://a.example/)**\n",
	     "paragraph {b https://a.example/|bold }{bi https://a.example/|link}\n"},
	    {"&eacute; &amp; &#65; \\* &nosuch;\n", "paragraph é & A * &nosuch;\n"},
	    {"9\u00A0h\u202F30 \u2009thin\n", "paragraph 9\u00A0h\u202F30 \u2009thin\n"},
	};

	(void)state;
	CHECK(MARKDOWN, readings);
}

static void markdown_with_html(void **state)
{
	static const struct reading readings[] = {
	    {"* first\n* last\n<br>\n\n### Next\n", "list\n"
						    "  item\n"
						    "    paragraph first\n"
						    "  item\n"
						    "    paragraph last\n"
						    "heading 3 Next\n"},
	    {"<div class=\"important\"> <p><a href=\"https://a.example/\">Join</a></p> </div>\n",
	     "paragraph {https://a.example/|Join}\n"},
	    {"<div><h3>Title</h3>\n<figure>\n<img src=\"/a b.jpg\" alt=\"A  crowd\">\n"
	     "</figure><p>First:\n<br> \n<br>\n<strong>one</strong> thing\n<br></p>\n</div>\n",
	     "heading 3 Title\n"
	     "image {/a%20b.jpg|A crowd}\n"
	     "paragraph First:<br><br>{b|one} thing\n"},
	    {"A <u>word</u> <span style=\"x\">in</span> a line<br>and <kbd>key</kbd>\n",
	     "paragraph A {i|word} in a line<br>and {c|key}\n"},
	    {"<a class=\"button\" href=\"/go\"><b>Go</b> there</a>\n",
	     "paragraph {b /go|Go}{/go| there}\n"},
	    {"<center>\n\n**bold** in the middle\n\n</center>\n\nafter\n",
	     "paragraph {b|bold} in the middle\n"
	     "paragraph after\n"},
	    {"<style>\n.a { color: red }\n\n.b {}\n</style>\n\ntext <!-- a\nremark --> here\n",
	     "paragraph text here\n"},
	    {"> <ul><li>one<li>two</ul>\n", "quote\n"
					    "  list\n"
					    "    item\n"
					    "      paragraph one\n"
					    "    item\n"
					    "      paragraph two\n"},
	};

	(void)state;
	CHECK(MARKDOWN, readings);
}

static void attribute_lists(void **state)
{
	static const struct reading readings[] = {
	    {"{: .lead}\nText\n{: .box #id}\n\n{: .alone}\n\nMore {: key=\"a b\" .c}\n",
	     "paragraph Text\n"
	     "paragraph More\n"},
	    {"* {: .first} one\n* two\n{: .list}\n", "list\n"
						     "  item\n"
						     "    paragraph one\n"
						     "  item\n"
						     "    paragraph two\n"},
	    {"> quoted\n> {: .text-center}\n> {: .wide}\n", "quote\n"
							    "  paragraph quoted\n"},
	    {"**a**{: .x} b [c](/d){: .button target=\"_blank\"}, e\n",
	     "paragraph {b|a} b {/d|c}, e\n"},
	    {"## Title {: .t}\n\none\n{: .x}\ntwo\n{: .y} three\n", "heading 2 Title\n"
								    "paragraph one¶two¶three\n"},
	    {"{:toc}\n", ""},
	    {"{: not a list } {: {:( `{: .code}` a{: .b}c\n",
	     "paragraph {: not a list } {: {:( {c|{: .code}} a{: .b}c\n"},
	};
	static const struct reading in_html[] = {
	    {"<p>{: .x}</p>", "paragraph {: .x}\n"},
	};

	(void)state;
	CHECK(MARKDOWN, readings);
	CHECK(HTML, in_html);
}

static void html_blocks(void **state)
{
	static const struct reading readings[] = {
	    {"loose <b>text</b> here<div>in a div<p>in a p</div>behind",
	     "paragraph loose {b|text} here\n"
	     "paragraph in a div\n"
	     "paragraph in a p\n"
	     "paragraph behind\n"},
	    {"<b>first</b> then", "paragraph {b|first} then\n"},
	    {"<html><head><title>T</title></head><body>x <i>y</i></body></html>",
	     "paragraph T\n"
	     "paragraph x {i|y}\n"},
	    {"<ol start=3><li>c<li value=9>i<li>j</ol><ol><li>a</ol>", "list\n"
								       "  item 3\n"
								       "    paragraph c\n"
								       "  item 9\n"
								       "    paragraph i\n"
								       "  item 10\n"
								       "    paragraph j\n"
								       "list\n"
								       "  item 1\n"
								       "    paragraph a\n"},
	    {"<ul>odd<li>a<ul><li>b</ul>c</ul>", "list\n"
						 "  item\n"
						 "    paragraph odd\n"
						 "  item\n"
						 "    paragraph a\n"
						 "    list\n"
						 "      item\n"
						 "        paragraph b\n"
						 "    paragraph c\n"},
	    {"<table><caption>When</caption><thead><tr><th>Day<th>Hour</thead>"
	     "<tbody><tr><td colspan=2>all <b>day</b></tr><tr><td><td>9h<p>10h</table>",
	     "table\n"
	     "  row\n"
	     "    cell\n"
	     "      paragraph {b|When}\n"
	     "  row\n"
	     "    cell 1\n"
	     "      paragraph Day\n"
	     "    cell 1\n"
	     "      paragraph Hour\n"
	     "  row\n"
	     "    cell\n"
	     "      paragraph all {b|day}\n"
	     "  row\n"
	     "    cell\n"
	     "    cell\n"
	     "      paragraph 9h\n"
	     "      paragraph 10h\n"},
	    {"<table><tr><td rowspan=2>9h<td colspan=2>a<td>b<tr><td>c<tr><td>10h<td>d<td "
	     "rowspan=9>e"
	     "<tr><td>11h</table>",
	     "table\n"
	     "  row\n"
	     "    cell\n"
	     "      paragraph 9h\n"
	     "    cell\n"
	     "      paragraph a\n"
	     "    cell\n"
	     "    cell\n"
	     "      paragraph b\n"
	     "  row\n"
	     "    cell\n"
	     "    cell\n"
	     "      paragraph c\n"
	     "  row\n"
	     "    cell\n"
	     "      paragraph 10h\n"
	     "    cell\n"
	     "      paragraph d\n"
	     "    cell\n"
	     "      paragraph e\n"
	     "  row\n"
	     "    cell\n"
	     "      paragraph 11h\n"
	     "    cell\n"
	     "    cell\n"},
	    {"<dl><dt>9h<dd>Welcome<dt>10h<dt>11h<dd><p>Talk<p>by A</dl>", "list\n"
									   "  item\n"
									   "    paragraph {b|9h}\n"
									   "    paragraph Welcome\n"
									   "  item\n"
									   "    paragraph {b|10h}\n"
									   "  item\n"
									   "    paragraph {b|11h}\n"
									   "    paragraph Talk\n"
									   "    paragraph by A\n"},
	    {"<details><summary>More</summary>of <i>it</i></details><hr><blockquote>q</blockquote>",
	     "paragraph {b|More}\n"
	     "paragraph of {i|it}\n"
	     "rule\n"
	     "quote\n"
	     "  paragraph q\n"},
	    {"<pre>\n a  <b>b</b>\n\n c\n</pre>", "code  a  b¶¶ c\n"},
	    {"<h2>Big <small>and small</small></h2><h3><div>in</div></h3>",
	     "heading 2 Big and small\n"
	     "heading 3 in\n"},
	    {"a<script>var b = '<p>';</script>c<style>d</style><!-- e -->f", "paragraph acf\n"},
	    {"<div></div><p></p><ul><li> <li><br></ul><p>&nbsp;</p><table><tr><td></table>", ""},
	};

	(void)state;
	CHECK(HTML, readings);
}

static void html_spans(void **state)
{
	static const struct reading readings[] = {
	    {" a\n\t b <b> c </b> d ", "paragraph a¶b {b|c} d\n"},
	    {"<b>a </b><b>b</b><i> c</i>", "paragraph {b|a b} {i|c}\n"},
	    {"<br>a<br> <br>b<br><br>", "paragraph a<br><br>b\n"},
	    {"<s>a</s><del>b</del> <q>c</q> <tt>d</tt> H<sub>2</sub>O",
	     "paragraph {s|ab} “c” {c|d} H2O\n"},
	    {"say<custom-thing x=1> hello</custom-thing> <blink>now</blink>",
	     "paragraph say hello now\n"},
	    {"<select><option>one<option>two</select>", "paragraph one\nparagraph two\n"},
	    {"<input type=submit value=Send><input type=hidden value=x>", "paragraph Send\n"},
	    {"a &lt;b&gt; &amp;amp; &eacute;&#x2019;&hellip;", "paragraph a <b> &amp; é’…\n"},
	    {"1 < 2 and 3 > 2, 4<5 &c &", "paragraph 1 < 2 and 3 > 2, 4<5 &c &\n"},
	    {"a\rb\r\nc", "paragraph a¶b¶c\n"},
	    {"a&#x202E;b&#x200B;c\xE2\x80\xAE\033[1m\xFFz", "paragraph abc\uFFFD[1m\uFFFDz\n"},
	    {"a \u2028b \u200B c&#8233;d", "paragraph a b c d\n"},
	    {"m@a.b<img>.example", "paragraph {mailto:m@a.b.example|m@a.b.example}\n"},
	    {"a &#27;[1m", "paragraph a [1m\n"},
	};

	(void)state;
	CHECK(HTML, readings);
}

static void links(void **state)
{
	static const struct reading readings[] = {
	    {"<a href=\"\">a</a> <a>b</a> <a href=\"#top\">c</a>", "paragraph a b c\n"},
	    {"<a href=\"javascript:x()\">a</a> <a href=\" JavaScript:x()\">b</a> "
	     "<a href=\"java&#10;script:x()\">c</a> <a href=\"data:text/html,x\">d</a>",
	     "paragraph a b {java%20script:x()|c} d\n"},
	    {"<a href=\" /a b\tc \">a</a> <a href=\"x?a=1&amp;b=%C3%A9\">b</a>",
	     "paragraph {/a%20b%20c|a} {x?a=1&b=%C3%A9|b}\n"},
	    {"<a href=\"https://a.example/\xE2\x80\xAE\033x\">a</a>",
	     "paragraph {https://a.example/\uFFFDx|a}\n"},
	    {"<a href=/a title=\"The way\"><i class=icon></i></a> <a href=/b></a>",
	     "paragraph {/a|The way} {/b|/b}\n"},
	    {"<a href=/a>one</a> <a href=/a>two <b>three</b></a>",
	     "paragraph {/a|one} {/a|two }{b /a|three}\n"},
	    {"<a href=/a><h3>Title</h3><p>Text</p></a> after", "heading 3 {/a|Title}\n"
							       "paragraph {/a|Text}\n"
							       "paragraph after\n"},
	};

	(void)state;
	CHECK(HTML, readings);
}

static void bare_addresses(void **state)
{
	static const struct reading readings[] = {
	    {"See https://a.example/b?c=d, or (http://e.example/f_(g)).",
	     "paragraph See {https://a.example/b?c=d|https://a.example/b?c=d}, or "
	     "({http://e.example/f_(g)|http://e.example/f_(g)}).\n"},
	    {"Write to: jo.e+x@mail.a.example. Or www.b.example!",
	     "paragraph Write to: {mailto:jo.e+x@mail.a.example|jo.e+x@mail.a.example}. Or "
	     "{http://www.b.example|www.b.example}!\n"},
	    {"« https://a.example/ » HTTP://B.example/é…",
	     "paragraph « {https://a.example/|https://a.example/} » "
	     "{HTTP://B.example/é|HTTP://B.example/é}…\n"},
	    {"@here a@b @c.example x@y.1 xhttp://a.b www. www.x http:// a.@b.fr",
	     "paragraph @here a@b @c.example x@y.1 xhttp://a.b www. "
	     "{http://www.x|www.x} http:// {mailto:a.@b.fr|a.@b.fr}\n"},
	    {"<a href=/x>https://a.example/</a> <code>https://b.example/</code>"
	     "<pre>https://c.example/</pre>",
	     "paragraph {/x|https://a.example/} {c|https://b.example/}\n"
	     "code https://c.example/\n"},
	};

	(void)state;
	CHECK(HTML, readings);
}

static void images_and_frames(void **state)
{
	static const struct reading readings[] = {
	    {"<p><img src=a.png alt=A> <img src=b.png><br><img alt='no file'></p>",
	     "image {a.png|A}\n"
	     "image {b.png|}\n"
	     "image no file\n"},
	    {"text <img src=a.png alt='in  line'> text <img src=b.png alt=''> end",
	     "paragraph text {g a.png|in line} text end\n"},
	    {"<img src=a.png alt=A> text", "paragraph {g a.png|A} text\n"},
	    {"<h2><img src=a.png alt=Logo></h2>", "heading 2 {g a.png|Logo}\n"},
	    {"<a href=/x><img src=a.png alt=A></a>", "image {a.png|A}\n"
						     "paragraph {/x|/x}\n"},
	    {"<a href=/x>See <img src=a.png alt=A></a>", "paragraph {/x|See }{g /x|A}\n"},
	    {"<iframe title='The film' src='https://v.example/1'></iframe>"
	     "<video src=/f.webm>No film</video>",
	     "paragraph {https://v.example/1|The film}\n"
	     "paragraph {/f.webm|/f.webm}\n"
	     "paragraph No film\n"},
	};

	(void)state;
	CHECK(HTML, readings);
}

/* The address of an image whose place a link takes is still among the links. */
static void no_address_is_lost(void **state)
{
	struct document *document = read_as(HTML, "<a href=/x>See <img src=a.png alt=A></a>");

	(void)state;
	assert_int_equal(document->link_count, 2);
	assert_string_equal(document->links[0], "/x");
	assert_string_equal(document->links[1], "a.png");
	document_free(document);
}

static void plain_text(void **state)
{
	static const struct reading readings[] = {
	    {"one\ntwo\n\n \n  three <b> & *x*\r\nhttps://a.example/\n",
	     "paragraph one<br>two\n"
	     "paragraph three <b> & *x*<br>{https://a.example/|https://a.example/}\n"},
	    {"\n\n", ""},
	    {"one line", "paragraph one line\n"},
	    {"{: .x}", "paragraph {: .x}\n"},
	};
	static const struct reading with_lines[] = {
	    {"\none\ntwo\n\n\nthree\n", "@2 paragraph one<br>@3 two\n@6 paragraph three\n"},
	};

	(void)state;
	CHECK(PLAIN, readings);
	CHECK_LINES(PLAIN, with_lines);
}

static void lines(void **state)
{
	static const struct reading readings[] = {
	    {"\n# Two\n\nfour\nfive *six*\n\n* eight\n\n  ten\n* <b>eleven</b>\n\n> > thirteen\n",
	     "@2 heading 1 Two\n"
	     "@4 paragraph four¶five @5 {i|six}\n"
	     "@7 list\n"
	     "@7   item\n"
	     "@7     paragraph eight\n"
	     "@9     paragraph ten\n"
	     "@10   item\n"
	     "@10     paragraph {b|eleven}\n"
	     "@12 quote\n"
	     "@12   quote\n"
	     "@12     paragraph thirteen\n"},
	    {"one\n<div>\n<p>three\n<br>\n<b>five</b> <a\nhref=x>six</a></p>\n\n<p>eight</div>\n\n"
	     "- <ul>\n  <li>eleven\n  <li>twelve</ul>\n\nlast\n",
	     "@1 paragraph one\n"
	     "@3 paragraph three@4 <br>@5 {b|five} @6 {x|six}\n"
	     "@8 paragraph eight\n"
	     "@11 list\n"
	     "@11   item\n"
	     "@11     list\n"
	     "@11       item\n"
	     "@11         paragraph eleven\n"
	     "@12       item\n"
	     "@12         paragraph twelve\n"
	     "@14 paragraph last\n"},
	    {"***\n\n<!--\nx\n-->\n\n<img src=a alt=seven>\n\n```\ncode\n```\n",
	     "@1 rule\n"
	     "@7 image {a|seven}\n"
	     "@9 code code\n"},
	};

	(void)state;
	CHECK_LINES(MARKDOWN, readings);
}

static void lines_start_where_the_caller_says(void **state)
{
	struct document *document;
	struct place place = {"page", 30, 0};

	(void)state;
	document = document_from_markdown("a\n\nb\n", 5, place, NULL);
	assert_int_equal(document->blocks[1].line, 32);
	document_free(document);
	document = document_from_html("<p>a\n<p>b", 9, place, NULL);
	assert_int_equal(document->blocks[1].line, 31);
	document_free(document);
	document = document_from_plain("a\n\nb\n", 5, place, NULL);
	assert_int_equal(document->blocks[1].line, 32);
	document_free(document);
	document = document_from_markdown("a\n\nb\n", 5, (struct place){0}, NULL);
	assert_int_equal(document->blocks[1].line, 0);
	document_free(document);
}

static void many_blank_lines(void **state)
{
	struct buffer page = {0};
	struct document *document;

	(void)state;
	for (int i = 0; i < 3; i++) {
		buffer_puts(&page, "* item\n");
		buffer_fill(&page, '\n', 999);
	}
	document = read_as(MARKDOWN, buffer_text(&page));
	assert_int_equal(document->block_count, 7);
	assert_int_equal(document->blocks[2].line, 1);
	assert_int_equal(document->blocks[4].line, 1001);
	assert_int_equal(document->blocks[6].line, 2001);
	document_free(document);
	buffer_free(&page);
}

/* Text without markup takes a shorter way, which must lead to the same place. */
static void short_way(void **state)
{
	static const char *const texts[] = {"a\n b  c\n\n\nd ", "\n\nx@y.example\t.\n", "  "};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buffer marked = {0};
		char *plain = describe_text(HTML, texts[i], true), *other;

		buffer_printf(&marked, "%s<!-- -->", texts[i]);
		other = describe_text(HTML, buffer_text(&marked), true);
		assert_string_equal(plain, other);
		free(plain);
		free(other);
		buffer_free(&marked);
	}
}

static void markup_without_end_is_text(void **state)
{
	static const struct reading markdown[] = {
	    {"> <!-- open\n\nafter\n\n<!-- closed -->\n\nmore\n", "quote\n"
								  "  paragraph <!-- open\n"
								  "paragraph after\n"
								  "paragraph more\n"},
	    {"<div class=\"a>\ntext\n</div>\n\n\"quoted\" <b class=\"c\">bold</b>\n",
	     "paragraph <div class=\"a>¶text\n"
	     "paragraph \"quoted\" {b|bold}\n"},
	    {"a <script> b\n\nc\n", "paragraph a <script> b\nparagraph c\n"},
	    {"<div><script>\n\nvar a;\n\n</script></div>\n\nb\n", "paragraph b\n"},
	};
	static const struct reading html[] = {
	    {"a <!-- b <i>c</i>", "paragraph a <!-- b {i|c}\n"},
	    {"a <b", "paragraph a <b\n"},
	    {"a <b c='d> e <i>f</i>", "paragraph a <b c='d> e {i|f}\n"},
	    {"a <b c <i>d</i> <p x=\"<>\" y>e", "paragraph a <b c {i|d}\nparagraph e\n"},
	    {"a <? b", "paragraph a <? b\n"},
	    {"a <!x", "paragraph a <!x\n"},
	    {"a </", "paragraph a </\n"},
	    {"a <style> b <i>c</i>", "paragraph a <style> b {i|c}\n"},
	    {"a<!-->b<!--->c<!---->d<!-- > -->e", "paragraph abcde\n"},
	    {"a <STYLE> b </Style>c", "paragraph a c\n"},
	};

	(void)state;
	CHECK(MARKDOWN, markdown);
	CHECK(HTML, html);
}

static void both_roads(void **state)
{
	static const char *const texts[] = {
	    "# A <https://a.example/?b=c&d> *e* **f `g` h**\n\nA <mail@a.example>.\n",
	    "[a](</b c> \"d\n&quot;e\") f\ng ![h *i*\nj](/k?l=é&m 'n') o\np [![q](r)](s) [](t "
	    "\"u\")\n",
	    "[a](/!\"#$%&'()*+,-./:;=?@[\\]^_`{|}~\t) [b](javascript:x) [c](#d) [](e)\n\n[f]: /g\n",
	    "a  \nb\\\nc  "
	    "\n\n***\n\n&nbsp;&amp;&lt;b&gt;&#0;&#7;&#xFFFF;&#xFFFE;&#x200B;d&#10;e\nf\n",
	    "* a\n* b\n\n  1. c\n  2. d\n\n     e\n\n> f\n> > g\n>\n> * h\n>   ```x y\n>   i\n>\n> "
	    "  j\n",
	    "\n\n    code\n\n      of two\n\n```\n\n\nabc\n\n",
	    "a {: .b}\n\n{: .c}\n# d {: #e}\n\n* f {: .g}\n{: .h}\n",
	    "0. a\n0. b\n\n- \n- \n-   c\n\n\n`` d ` e\nf ``g\n",
	};
	char *words, *page;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_both_roads(texts[i]);
	for (unsigned seed = 1; seed <= 3000; seed++) {
		page = invent_page(MARKDOWN, seed, &words);
		for (char *tag = page; (tag = strchr(tag, '<'));)
			*tag = '(';
		check_both_roads(page);
		free(page);
		free(words);
	}
}

static void both_roads_from_the_first_line(void **state)
{
	static const char *const texts[] = {
	    "a",
	    "# a",
	    "a\n=",
	    "* a\nb\n* c",
	    "* * a",
	    "1) * a\n\n     b",
	    "> * a\n> b",
	    "> > a\nb",
	    "```\n\na\n```",
	    "* ```\n  \n  a",
	    "    a\n\n    b",
	    "\n\n* a\n",
	    "***\na",
	    "* ***",
	    "![a](b)",
	    "* [a\nb](c)",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_from_first_line(texts[i]);
}

/* libxml2 hands long texts over in pieces, which may end anywhere. */
static void both_roads_of_long_texts(void **state)
{
	static const char *const starts[] = {"", "~~~\n", "* "};

	(void)state;
	for (size_t start = 0; start < sizeof starts / sizeof *starts; start++)
		for (size_t columns = 9; columns < 120; columns++) {
			struct buffer page = {0};

			buffer_puts(&page, starts[start]);
			for (int line = 0; line < 300; line++) {
				buffer_fill(&page, 'w', line % 7 ? columns : 1);
				buffer_puts(&page, line % 50 ? "\n" : "\n\n");
			}
			check_both_roads(buffer_text(&page));
			buffer_free(&page);
		}
}

/* Every word of invented pages is found, once and in its place. */
static void no_word_disappears(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 3000; seed++) {
		enum format format = seed % 2 ? MARKDOWN : HTML;
		char *words, *page = invent_page(format, seed, &words), *text, *found;
		struct document *document = read_as(format, page);

		assert_non_null(document);
		text = document_plain_text(document);
		found = invent_words_of(text);
		if (strcmp(found, words))
			print_error("seed %u:\n%s\n", seed, page);
		assert_string_equal(found, words);
		document_free(document);
		free(words);
		free(page);
		free(text);
		free(found);
	}
}

static void block_text(void **state)
{
	struct document *document =
	    read_as(HTML, "<p>a <b>b</b><br>c\nd<hr><ul><li>e</ul><img src=x>");
	char *text = document_block_text(&document->blocks[0]);

	(void)state;
	assert_string_equal(text, "a b\nc\nd");
	free(text);
	text = document_block_text(&document->blocks[1]);
	assert_string_equal(text, "");
	free(text);
	text = document_plain_text(document);
	assert_string_equal(text, "a b\nc\nd\ne\n\n");
	free(text);
	document_free(document);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(markdown_blocks),
	    cmocka_unit_test(markdown_spans),
	    cmocka_unit_test(markdown_with_html),
	    cmocka_unit_test(attribute_lists),
	    cmocka_unit_test(html_blocks),
	    cmocka_unit_test(html_spans),
	    cmocka_unit_test(links),
	    cmocka_unit_test(bare_addresses),
	    cmocka_unit_test(images_and_frames),
	    cmocka_unit_test(no_address_is_lost),
	    cmocka_unit_test(plain_text),
	    cmocka_unit_test(lines),
	    cmocka_unit_test(lines_start_where_the_caller_says),
	    cmocka_unit_test(many_blank_lines),
	    cmocka_unit_test(short_way),
	    cmocka_unit_test(markup_without_end_is_text),
	    cmocka_unit_test(both_roads),
	    cmocka_unit_test(both_roads_from_the_first_line),
	    cmocka_unit_test(both_roads_of_long_texts),
	    cmocka_unit_test(no_word_disappears),
	    cmocka_unit_test(block_text),
	};

	return cmocka_run_group_tests_name("reading", tests, NULL, NULL);
}
