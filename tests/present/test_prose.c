/*
 * Rich text as lines that need no markup.
 */
#include "config.h"

#include "model/builder.h"
#include "present/prose.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static void assert_prose(struct builder *b, const char *expected)
{
	struct agenda *agenda = builder_finish(b);
	struct buffer out = {0};

	prose_session(&out, agenda, 0);
	assert_string_equal(buffer_text(&out), expected);
	buffer_free(&out);
	agenda_free(agenda);
}

static void assert_text(const char *text, enum markup_kind kind, const char *expected)
{
	struct builder *b = builder_new(NULL);

	builder_session(b)->abstract = (struct markup){text, kind, 0};
	assert_prose(b, expected);
}

static void what_is_told_beside_the_facts(void **state)
{
	struct builder *b = builder_new(NULL);
	struct session *s = builder_session(b);

	(void)state;
	s->title = "Title";
	s->subtitle = "How seeds travel";
	s->url = "https://fair.example/talk";
	s->abstract = (struct markup){"One.\n\nTwo\nlines.", MARKUP_PLAIN, 0};
	s->description = (struct markup){"<p>Three.</p>", MARKUP_HTML, 0};
	builder_session_speaker(b, builder_speaker(b, "Zoé Cœur"));
	builder_session_speaker(b, builder_speaker(b, "Ali Ben"));
	assert_prose(b, "How seeds travel\nZoé Cœur, Ali Ben\n\nOne.\n\nTwo\nlines.\n\nThree.");
	assert_text(NULL, MARKUP_PLAIN, "");
}

static void an_abstract_is_not_said_twice(void **state)
{
	struct builder *b = builder_new(NULL);
	struct session *s = builder_session(b);

	(void)state;
	s->abstract = (struct markup){"Same.", MARKUP_PLAIN, 0};
	s->description = (struct markup){"<p>Same.</p>", MARKUP_HTML, 0};
	assert_prose(b, "Same.");
}

static void links_say_where_they_lead(void **state)
{
	(void)state;
	assert_text("See [the map](https://a.example/map), or <https://b.example/>.",
		    MARKUP_MARKDOWN, "See the map (https://a.example/map), or https://b.example/.");
	assert_text("Write to <crew@a.example> or www.b.example", MARKUP_MARKDOWN,
		    "Write to crew@a.example or www.b.example");
	assert_text("<a href='https://a.example'><b>bold</b> link</a>", MARKUP_HTML,
		    "bold link (https://a.example)");
	assert_text("![A lamp](https://a.example/lamp.png)", MARKUP_MARKDOWN,
		    "A lamp (https://a.example/lamp.png)");
	assert_text("![](https://a.example/lamp.png)", MARKUP_MARKDOWN,
		    "https://a.example/lamp.png");
}

static void blocks_are_lines(void **state)
{
	(void)state;
	assert_text("# Head\n\nA long\nsentence.\n\n* one\n* two\n  1. deep\n  2. deeper\n\nEnd\n\n"
		    "---\n\n    code\n      here\n",
		    MARKUP_MARKDOWN,
		    "Head\nA long sentence.\n• one\n• two\n  1. deep\n  2. deeper\n\nEnd\n\n"
		    "code\n  here");
	assert_text("* one\n\n  more of it\n* two\n", MARKUP_MARKDOWN,
		    "• one\n  more of it\n• two");
	assert_text("<p>a<br>b</p><table><tr><th>Room<th>Seats</tr><tr><td>Tower<td>12</tr></table>"
		    "<p>c</p>",
		    MARKUP_HTML, "a\nb\n\nRoom | Seats\nTower | 12\n\nc");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_told_beside_the_facts),
	    cmocka_unit_test(an_abstract_is_not_said_twice),
	    cmocka_unit_test(links_say_where_they_lead),
	    cmocka_unit_test(blocks_are_lines),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("prose", tests, NULL, NULL);
}
