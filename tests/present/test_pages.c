/*
 * Pages of a made-up event. A page is compared as lines: "label | value" for the rows of its
 * tables,
 * "# …" for headings, "* …" for items, "[…]" for images, the text for the rest; behind each what
 * its links lead to. A no-break space is written ~.
 */
#include "config.h"

#include "model/builder.h"
#include "present/pages.h"
#include "present/session_facts.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static void append_shown(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		if (!strncmp(text, "\u00A0", 2)) {
			buffer_putc(out, '~');
			text++;
		} else {
			buffer_putc(out, *text == '\n' ? '/' : *text);
		}
	}
}

static const struct block *parent_of(const struct document *document, const struct block *block)
{
	return block->parent == DOCUMENT_NO_PARENT ? NULL : &document->blocks[block->parent];
}

static void append_leaf(struct buffer *out, const struct document *document,
			const struct block *leaf)
{
	const struct block *parent = parent_of(document, leaf);
	bool label = parent && parent->kind == BLOCK_CELL && parent->level;

	if (leaf->kind == BLOCK_HEADING)
		buffer_puts(out, "# ");
	if (parent && parent->kind == BLOCK_ITEM)
		buffer_puts(out, "* ");
	buffer_puts(out, leaf->kind == BLOCK_IMAGE ? "[" : "");
	for (size_t i = 0; i < leaf->span_count; i++) {
		append_shown(out, leaf->spans[i].text);
		if (leaf->spans[i].link != DOCUMENT_NO_LINK)
			buffer_printf(out, " <%s>", document->links[leaf->spans[i].link]);
	}
	buffer_puts(out, leaf->kind == BLOCK_IMAGE ? "]" : "");
	buffer_puts(out, label ? " | " : "\n");
}

static bool is_empty_label(const struct document *document, const struct block *block)
{
	return block->kind == BLOCK_CELL && block->level &&
	       block->end == (uint32_t)(block - document->blocks) + 1;
}

static void assert_page(struct document *document, const char *expected)
{
	struct buffer out = {0};

	for (size_t i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];

		if (is_empty_label(document, block))
			buffer_puts(&out, "| ");
		else if (document_is_leaf(block))
			append_leaf(&out, document, block);
	}
	for (size_t i = 0; i < document->link_count; i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(document->links[i], document->links[j]);
	assert_string_equal(buffer_text(&out), expected);
	buffer_free(&out);
	document_free(document);
}

/* Thursday 13 June 2024. */
static civil_day first_day(void)
{
	return civil_day_of((struct civil_date){2024, 6, 13});
}

static civil_moment at(int hour, int minute)
{
	return civil_moment_of(first_day(), hour * 60 + minute);
}

static void describe_event(struct builder *b)
{
	struct event *event = builder_event(b);

	event->title = builder_text(b, "Rencontre des phares");
	event->start = at(9, 30);
	event->end = at(24 + 17, 0);
	event->start_has_time = event->end_has_time = true;
	event->offset = 120;
	event->published = first_day() - 40;
	event->place = builder_text(b, "Halle aux cordages");
	event->address = builder_text(b, "2 quai du Nord");
	event->introduction =
	    (struct markup){"Two days by the *sea* with [the keepers](https://keepers.example/).",
			    MARKUP_MARKDOWN, 4};
	event->body = (struct markup){"Welcome!\n\n"
				      "![Lamp](/lamp.png)\n\n"
				      "* one\n\n"
				      "  ![A lighthouse](/lamp.png)\n"
				      "* two [keepers](https://keepers.example/)\n\n"
				      "![Boat](/boat.png)\n",
				      MARKUP_MARKDOWN, 20};
	builder_add_category(b, "Meeting");
	builder_add_tag(b, "sea");
	builder_add_tag(b, "light");
	builder_add_image(b, "/lamp.png", "A lighthouse at night");
	builder_add_info(b, "Access", "Bus 3\nor on foot", NULL, 5);
	builder_add_info(b, "Sign up", "alone", "https://sign.example/one", 6);
	builder_add_info(b, "Sign up", "as a group", "https://sign.example/many", 7);
	builder_add_info(b, "More", NULL, "https://keepers.example/", 8);
	builder_add_info(b, NULL, "Free of charge, write to us@keepers.example", NULL, 9);
}

enum { OPENING, TOUR, LAMPS, ROPES, BALL, DAWN, SESSION_COUNT };

static struct session *add_session(struct builder *b, const char *title, civil_moment start,
				   civil_moment end)
{
	struct session *s = builder_session(b);

	s->title = builder_text(b, title);
	s->day = first_day();
	s->start = start;
	s->end = end;
	return s;
}

static void fill_programme(struct builder *b)
{
	static const int workshop[] = {90, 180}, talk[] = {60};
	int lens = builder_theme(b, "Lenses", "how they are cut", NULL, 30);
	struct session *s;

	builder_theme(b, "Knots", NULL, NULL, 31);
	builder_format(b, "workshop", workshop, 2);
	builder_format(b, "talk", talk, 1);
	builder_format(b, "ball", NULL, 0);
	add_session(b, "Opening", at(9, 30), CIVIL_NONE);
	s = add_session(b, "Tour of the tower", at(10, 0), at(11, 0));
	s->language = builder_text(b, "fr");
	s->url = builder_text(b, "https://keepers.example/tour");
	s->subtitle = builder_text(b, "Two hundred steps");
	s->abstract = (struct markup){"Bring *good* shoes.", MARKUP_MARKDOWN, 0};
	s->description = (struct markup){"<p>Bring <em>good</em> shoes.</p>", MARKUP_HTML, 0};
	builder_session_room(b, builder_room(b, "Tower"));
	builder_session_speaker(b, builder_speaker(b, "Ada Swell"));
	builder_session_speaker(b, builder_speaker(b, "Jo Kelp"));
	builder_session_theme(b, lens);
	builder_session_link(b, "https://keepers.example/map", "Map");
	builder_session_link(b, "https://keepers.example/steps", NULL);
	add_session(b, "Lamps", at(10, 30), at(12, 0));
	s = add_session(b, "Talk: ropes", at(14, 0), CIVIL_NONE);
	s->written = builder_text(b, "14h — Talk: ropes, outside if it is dry");
	s = add_session(b, "Ball", at(19, 0), at(25, 0));
	s->written = builder_text(b, "de 19 h à 01 h : Ball");
	add_session(b, "Dawn", CIVIL_NONE, CIVIL_NONE)->day++;
}

static struct agenda *made_agenda(void)
{
	struct builder *b = builder_new("made.md");

	describe_event(b);
	fill_programme(b);
	return builder_finish(b);
}

static void facts_come_first(void **state)
{
	struct agenda *agenda = made_agenda();

	(void)state;
	assert_page(pages_event_facts(agenda),
		    "When | Thursday 13 June, 9:30 – Friday 14 June 2024, 17:00\n"
		    "Where | Halle aux cordages\n"
		    "Address | 2 quai du Nord\n"
		    "Access | Bus 3/or on foot\n"
		    "Sign up | alone <https://sign.example/one>\n"
		    "| as a group <https://sign.example/many>\n"
		    "More | https://keepers.example/ <https://keepers.example/>\n"
		    "| Free of charge, write to us@keepers.example <mailto:us@keepers.example>\n"
		    "Category | Meeting\n"
		    "Keywords | sea, light\n"
		    "Published | Saturday 4 May 2024\n"
		    "Time zone | UTC+2\n");
	agenda_free(agenda);
}

static const char event_texts[] =
    "# Introduction\n"
    "Two days by the sea with the keepers <https://keepers.example/>.\n"
    "[A lighthouse at night – Lamp </lamp.png>]\n"
    "# Themes\n"
    "* Lenses – how they are cut\n"
    "* Knots\n"
    "# Formats and their usual lengths\n"
    "* workshop: 1~h~30 or 3~h\n"
    "* talk: 1~h\n"
    "* ball\n"
    "# The page as written\n"
    "Welcome!\n"
    "* one\n"
    "* two keepers <https://keepers.example/>\n"
    "[Boat </boat.png>]\n";

static void texts_follow_and_images_stand_once(void **state)
{
	struct agenda *agenda = made_agenda();

	(void)state;
	assert_page(pages_event_texts(agenda), event_texts);
	agenda_free(agenda);
}

static void an_event_is_its_two_halves(void **state)
{
	struct agenda *agenda = made_agenda();
	struct document *facts = pages_event_facts(agenda), *texts = pages_event_texts(agenda);
	struct document *event = pages_event(agenda);
	char *first = document_plain_text(facts), *second = document_plain_text(texts);
	char *both = document_plain_text(event);

	(void)state;
	assert_int_equal(strncmp(both, first, strlen(first)), 0);
	assert_string_equal(both + strlen(both) - strlen(second), second);
	assert_int_equal(event->block_count, facts->block_count + texts->block_count);
	free(first);
	free(second);
	free(both);
	document_free(facts);
	document_free(texts);
	document_free(event);
	agenda_free(agenda);
}

static void days_of_the_programme_serve_as_dates(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;

	(void)state;
	fill_programme(b);
	add_session(b, "Some day", CIVIL_NONE, CIVIL_NONE)->day = CIVIL_NONE;
	agenda = builder_finish(b);
	assert_page(pages_event_facts(agenda), "When | 13–14 June 2024\n");
	agenda_free(agenda);
}

static void an_empty_agenda_has_empty_pages(void **state)
{
	struct agenda *agenda = builder_finish(builder_new(NULL));

	(void)state;
	assert_page(pages_event(agenda), "");
	agenda_free(agenda);
}

static const struct {
	size_t session;
	int hour, minute; /* -1 for no clock */
	const char *kept; /* letters of the sessions kept, a for the first */
	const char *page;
} session_pages[] = {
    {OPENING, -1, 0, "",
     "# Opening\n"
     "When | Thursday 13 June, 9:30\n"
     "Where | Halle aux cordages\n"},
    {OPENING, 9, 45, "abc",
     "# Opening\n"
     "When | Thursday 13 June, 9:30 (on~now)\n"
     "Where | Halle aux cordages\n"
     "May overlap | Tour of the tower, from 10:00\n"
     "Next | 10:30, Lamps\n"
     "Note | mine\n"},
    {TOUR, 9, 15, "acde",
     "# Tour of the tower\n"
     "Two hundred steps\n"
     "When | Thursday 13 June, 10:00 to 11:00 (in~45~min)\n"
     "Length | 1~h\n"
     "Where | Tower\n"
     "Speakers | Ada Swell, Jo Kelp\n"
     "Theme | Lenses\n"
     "Language | French\n"
     "Page | https://keepers.example/tour <https://keepers.example/tour>\n"
     "Overlaps | Lamps, for 30~min\n"
     "May overlap | Opening, from 9:30\n"
     "Next | 14:00, Talk: ropes (2~h free)\n"
     "Bring good shoes.\n"
     "* Map <https://keepers.example/map>\n"
     "* https://keepers.example/steps <https://keepers.example/steps>\n"},
    {LAMPS, 13, 0, "",
     "# Lamps\n"
     "When | Thursday 13 June, 10:30 to 12:00 (over)\n"
     "Length | 1~h~30\n"
     "Where | Halle aux cordages\n"},
    {ROPES, 13, 59, "e",
     "# Talk: ropes\n"
     "When | Thursday 13 June, 14:00 (in~1~min)\n"
     "Length | usually 1~h (talk)\n"
     "Where | Halle aux cordages\n"
     "Next | 19:00, Ball (about 4~h free)\n"
     "As written | 14h — Talk: ropes, outside if it is dry\n"},
    {BALL, 24, 20, "f",
     "# Ball\n"
     "When | Thursday 13 June, 19:00 to 1:00 (40~min~left)\n"
     "Length | 6~h\n"
     "Where | Halle aux cordages\n"},
    {DAWN, 13, 0, "abcde",
     "# Dawn\n"
     "When | Friday 14 June\n"
     "Where | Halle aux cordages\n"},
};

static void keep(struct bookmarks *bookmarks, const struct agenda *agenda, const char *letters)
{
	for (; *letters; letters++) {
		struct bookmark bookmark = {.id = (char *)agenda->sessions[*letters - 'a'].id};
		char note[] = "mine";

		bookmark.note = *letters == 'a' ? note : NULL;
		bookmarks_set(bookmarks, &bookmark);
	}
}

static void sessions_in_full(void **state)
{
	struct agenda *agenda = made_agenda();

	(void)state;
	for (size_t i = 0; i < sizeof session_pages / sizeof *session_pages; i++) {
		struct bookmarks bookmarks = {0};
		civil_moment now = session_pages[i].hour < 0
				       ? CIVIL_NONE
				       : at(session_pages[i].hour, session_pages[i].minute);

		keep(&bookmarks, agenda, session_pages[i].kept);
		assert_page(pages_session(agenda, session_pages[i].session, &bookmarks, now),
			    session_pages[i].page);
		bookmarks_free(&bookmarks);
	}
	assert_page(pages_session(agenda, LAMPS, NULL, CIVIL_NONE),
		    "# Lamps\n"
		    "When | Thursday 13 June, 10:30 to 12:00\n"
		    "Length | 1~h~30\n"
		    "Where | Halle aux cordages\n");
	agenda_free(agenda);
}

/* Where an end is not known, an overlap is only possible, and not measured. */
static void overlaps_are_not_invented(void **state)
{
	struct builder *b = builder_new(NULL);
	struct bookmarks bookmarks = {0};
	struct agenda *agenda;

	(void)state;
	add_session(b, "Open end", at(10, 0), CIVIL_NONE);
	add_session(b, "Second", at(10, 0), at(11, 0));
	add_session(b, "Third", at(10, 45), at(12, 0));
	add_session(b, "Called off", at(10, 50), at(12, 0))->cancelled = true;
	add_session(b, "Fourth", at(11, 0), at(12, 0));
	agenda = builder_finish(b);
	keep(&bookmarks, agenda, "abcde");
	assert_page(pages_session(agenda, 1, &bookmarks, at(8, 0)),
		    "# Second\n"
		    "When | Thursday 13 June, 10:00 to 11:00 (in~2~h)\n"
		    "Length | 1~h\n"
		    "Overlaps | Third, for 15~min\n"
		    "May overlap | Open end, from 10:00\n"
		    "Next | 11:00, Fourth\n");
	assert_page(pages_session(agenda, 3, &bookmarks, at(8, 0)),
		    "# Called off\n"
		    "Status | cancelled\n"
		    "When | Thursday 13 June, 10:50 to 12:00\n"
		    "Length | 1~h~10\n");
	bookmarks_free(&bookmarks);
	agenda_free(agenda);
}

static void what_comes_next_may_have_no_title(void **state)
{
	struct builder *b = builder_new(NULL);
	struct bookmarks bookmarks = {0};
	struct agenda *agenda;

	(void)state;
	add_session(b, "Swim", at(8, 0), at(9, 0));
	add_session(b, NULL, at(9, 0), at(10, 0));
	agenda = builder_finish(b);
	keep(&bookmarks, agenda, "b");
	assert_page(pages_session(agenda, 0, &bookmarks, CIVIL_NONE),
		    "# Swim\n"
		    "When | Thursday 13 June, 8:00 to 9:00\n"
		    "Length | 1~h\n"
		    "Next | 9:00, (no title)\n");
	bookmarks_free(&bookmarks);
	agenda_free(agenda);
}

static void a_description_that_says_more_is_shown(void **state)
{
	struct builder *b = builder_new(NULL);
	struct session *s = add_session(b, "Talk", CIVIL_NONE, CIVIL_NONE);
	struct agenda *agenda;

	(void)state;
	s->abstract = (struct markup){"In short.", MARKUP_PLAIN, 0};
	s->description = (struct markup){"<p>At length.</p>", MARKUP_HTML, 0};
	agenda = builder_finish(b);
	assert_page(pages_session_texts(agenda, 0), "In short.\nAt length.\n");
	agenda_free(agenda);
}

static const struct {
	const char *text;
	enum markup_kind kind;
	const char *page;
} markups[] = {
    {NULL, MARKUP_MARKDOWN, ""},
    {"a *b*", MARKUP_MARKDOWN, "a b\n"},
    {"a *b*", MARKUP_PLAIN, "a *b*\n"},
    {"<h2>a</h2>b", MARKUP_HTML, "# a\nb\n"},
};

static void every_kind_of_markup(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof markups / sizeof *markups; i++) {
		struct markup markup = {markups[i].text, markups[i].kind, 1};

		assert_page(pages_markup(&markup), markups[i].page);
	}
}

static void what_is_nested_too_deep_is_still_readable(void **state)
{
	struct buffer html = {0};
	struct markup markup = {.kind = MARKUP_HTML};
	struct document *document;
	char *text;

	(void)state;
	for (int i = 0; i < DOCUMENT_DEEPEST * 2; i++)
		buffer_puts(&html, "<b>");
	buffer_puts(&html, "deep down");
	markup.text = buffer_text(&html);
	document = pages_markup(&markup);
	text = document_plain_text(document);
	assert_non_null(strstr(text, "deep down"));
	free(text);
	document_free(document);
	buffer_free(&html);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(facts_come_first),
	    cmocka_unit_test(texts_follow_and_images_stand_once),
	    cmocka_unit_test(an_event_is_its_two_halves),
	    cmocka_unit_test(days_of_the_programme_serve_as_dates),
	    cmocka_unit_test(an_empty_agenda_has_empty_pages),
	    cmocka_unit_test(sessions_in_full),
	    cmocka_unit_test(overlaps_are_not_invented),
	    cmocka_unit_test(what_comes_next_may_have_no_title),
	    cmocka_unit_test(a_description_that_says_more_is_shown),
	    cmocka_unit_test(every_kind_of_markup),
	    cmocka_unit_test(what_is_nested_too_deep_is_still_readable),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
