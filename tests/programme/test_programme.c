#include "config.h"

#include "programme/outline.h"
#include "programme/programme.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static struct report report;
static struct agenda *agenda;

static civil_day day(const char *text)
{
	civil_day parsed = CIVIL_NONE;

	assert_true(civil_parse_day(&text, &parsed));
	return parsed;
}

static int end(void **state)
{
	(void)state;
	agenda_free(agenda);
	agenda = NULL;
	report_free(&report);
	return 0;
}

/* Finds the programme of an event on these days, CIVIL_NONE for unknown ones. */
static size_t find_on(const char *markdown, civil_day first, civil_day last)
{
	struct programme_context context = {.file = "page.md", .offset = 60};
	struct document *document = document_from_markdown(markdown, strlen(markdown),
							   (struct place){"page.md", 11, 0}, NULL);
	struct builder *builder = builder_new("page.md");
	struct outline outline;
	size_t count;

	end(NULL);
	outline_make(&outline, document, almanac_of(first, last, day("2024-02-01"), NULL), NULL,
		     &report);
	count = programme_find(&outline, builder, &context, &report);
	outline_free(&outline);
	agenda = builder_finish(builder);
	document_free(document);
	assert_int_equal(agenda->session_count, count);
	return count;
}

static const struct session *session(size_t index)
{
	assert_true(index < agenda->session_count);
	return &agenda->sessions[index];
}

/* The same for an event of one day. */
static size_t find(const char *markdown)
{
	return find_on(markdown, day("2024-03-12"), CIVIL_NONE);
}

static size_t count_said(enum severity severity, int line, const char *text)
{
	size_t count = 0;

	for (size_t i = 0; i < report.count; i++)
		count += report.items[i].severity == severity &&
			 (!line || report.items[i].place.line == line) &&
			 strstr(report.items[i].message, text) != NULL;
	return count;
}

static void assert_said(enum severity severity, int line, const char *text)
{
	if (!count_said(severity, line, text)) {
		report_print(&report, stderr, "", SEVERITY_NOTE);
		fail_msg("nothing says \"%s\" of line %d", text, line);
	}
}

static void a_session_holds_what_stands_with_it(void **state)
{
	(void)state;
	find("## Programme\n"
	     "\n"
	     "**10h – 11h : [Table ronde sur le papier](https://example.org/t)**\n"
	     "(salle Curie)\n"
	     "\n"
	     "De quoi parler, et [comment](https://example.org/c).\n"
	     "\n"
	     "* Ada Martin, archiviste\n"
	     "* Noé Petit, historien\n"
	     "\n"
	     "**11h : Pause**\n");
	assert_int_equal(agenda->session_count, 2);
	assert_string_equal(session(0)->title, "Table ronde sur le papier");
	assert_int_equal(session(0)->start, civil_moment_of(day("2024-03-12"), 600));
	assert_int_equal(session(0)->end, civil_moment_of(day("2024-03-12"), 660));
	assert_int_equal(session(0)->offset, 60);
	assert_int_equal(session(0)->line, 13);
	assert_string_equal(session(0)->url, "https://example.org/t");
	assert_string_equal(agenda->rooms[session(0)->rooms.items[0]], "salle Curie");
	assert_string_equal(agenda->formats[session(0)->formats.items[0]].name, "table ronde");
	assert_int_equal(session(0)->speakers.count, 2);
	assert_string_equal(agenda->speakers[session(0)->speakers.items[1]], "Noé Petit");
	assert_string_equal(session(0)->written,
			    "10h – 11h : Table ronde sur le papier\n(salle Curie)");
	assert_int_equal(session(0)->description.kind, MARKUP_HTML);
	assert_non_null(strstr(session(0)->description.text, "De quoi parler"));
	assert_non_null(strstr(session(0)->description.text, "<li>"));
	assert_string_equal(session(0)->rule, "time, then the title");
	assert_null(session(1)->description.text);
	assert_int_equal(session(1)->end, CIVIL_NONE);
}

static void what_follows_the_last_item_is_not_its(void **state)
{
	(void)state;
	find("## Programme\n\n**9h : Accueil**\n\n**10h : Visite**\n\n* les caves\n\n"
	     "Pour tout savoir, écrivez-nous.\n");
	assert_string_equal(session(1)->title, "Visite");
	assert_non_null(strstr(session(1)->description.text, "les caves"));
	assert_null(strstr(session(1)->description.text, "écrivez"));
}

static void a_link_below_is_the_sessions_page(void **state)
{
	(void)state;
	find("## Programme\n\n**9h : Accueil**\n\nUn café.\n\n"
	     "[Plus d'informations et inscriptions](https://example.org/a)\n\n"
	     "**10h : Visite**\n\nInscription : https://example.org/b\n\n**11h : Fin**\n");
	assert_string_equal(session(0)->url, "https://example.org/a");
	assert_string_equal(session(1)->url, "https://example.org/b");
	assert_null(session(2)->url);
}

static void days_keep_their_names(void **state)
{
	(void)state;
	find_on("#### Programme « Coulisses » du mardi 12 mars :\n\n* Les caves\n* Les combles\n\n"
		"#### Programme du mercredi 13 mars :\n\n* 9h : Accueil\n\n"
		"#### Jeudi 14 mars – Journée des familles\n\n* 9h : Jeux\n",
		day("2024-03-12"), day("2024-03-14"));
	assert_int_equal(agenda->day_count, 3);
	assert_string_equal(agenda->days[0].label, "Coulisses");
	assert_null(agenda->days[1].label);
	assert_string_equal(agenda->days[2].label, "Journée des familles");
	assert_int_equal(session(0)->start, CIVIL_NONE);
	assert_int_equal(session(0)->day, day("2024-03-12"));
}

static void a_mere_joint_is_no_name_of_a_day(void **state)
{
	(void)state;
	find("## Programme of Tuesday 12 March\n\n* 9:00: Doors\n");
	assert_null(agenda->days[0].label);
	find("## On the road: Tuesday 12 March\n\n* 9:00: Doors\n");
	assert_string_equal(agenda->days[0].label, "On the road");
}

static const char *room_of(size_t index)
{
	assert_int_equal(session(index)->rooms.count, 1);
	return agenda->rooms[session(index)->rooms.items[0]];
}

static void any_name_is_a_room_behind_its_word(void **state)
{
	(void)state;
	find("## Programme\n\n### Room: The Loft\n\n* 9:00: Doors\n\n### Salle : Remise\n\n"
	     "* 10h : Radios\n");
	assert_string_equal(room_of(0), "The Loft");
	assert_string_equal(room_of(1), "Remise");
	find("## Programme\n\n| Time | Room: Loft | Hall 2 |\n|---|---|---|\n"
	     "| 9:00 - 10:00 | Hedges | Radios |\n| 12:00 | Lunch | |\n");
	assert_int_equal(agenda->session_count, 3);
	assert_string_equal(room_of(0), "Loft");
	assert_string_equal(room_of(1), "Hall 2");
	assert_int_equal(session(2)->rooms.count, 0);
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
}

static void columns_of_unknown_names_are_told_of(void **state)
{
	(void)state;
	find("## Programme\n\n| Time | Loft | Shed |\n|---|---|---|\n"
	     "| 9:00 | Hedges | Radios |\n| 10:00 | Wells | Masts |\n");
	assert_int_equal(agenda->session_count, 2);
	assert_said(SEVERITY_WARNING, 15, "a cell of this row is in no session");
	assert_int_equal(report.counts[SEVERITY_WARNING], 1);
	find("## Programme\n\n| Time | Title | Ticket |\n|---|---|---|\n| 9:00 | Hedges | 3 |\n");
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
}

static void nights_belong_to_the_day_before(void **state)
{
	(void)state;
	find("## Programme\n\n* 19h – 01h : Bal\n* 23h : Feu\n* 00h30 : Soupe\n");
	assert_int_equal(agenda->session_count, 3);
	assert_int_equal(session(0)->end, civil_moment_of(day("2024-03-13"), 60));
	assert_string_equal(session(2)->title, "Soupe");
	assert_int_equal(session(2)->day, day("2024-03-12"));
	assert_int_equal(session(2)->start, civil_moment_of(day("2024-03-13"), 30));
}

static void the_report_says_which_rule_found_what(void **state)
{
	(void)state;
	find("## Programme\n\n* 9h : Accueil\n* Visite (10h-11h)\n\n"
	     "Inscription avant le 7 mars.\n\nLa visite de 10h dure 45 min, la suivante 1h.\n\n"
	     "Horaires : 9h-17h\n");
	assert_said(SEVERITY_NOTE, 13, "time, then the title");
	assert_said(SEVERITY_NOTE, 14, "title, then the time");
	assert_said(SEVERITY_NOTE, 16, "until when");
	assert_said(SEVERITY_NOTE, 18, "in a sentence");
	assert_said(SEVERITY_NOTE, 20, "practical information");
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
}

static void the_report_warns_of_what_should_be_mended(void **state)
{
	(void)state;
	find_on("### Jeudi 12 mars 2024\n\n* 12h – 9h : Accueil\n\n"
		"### 20 mars\n\n* 9h : Bilan\n",
		day("2024-03-12"), day("2024-03-13"));
	assert_int_equal(agenda->session_count, 2);
	assert_int_equal(session(0)->end, CIVIL_NONE);
	assert_said(SEVERITY_WARNING, 11, "weekday is not that of 2024-03-12");
	assert_said(SEVERITY_WARNING, 13, "end is before the start");
	assert_said(SEVERITY_WARNING, 17, "outside the event's days");
}

static void a_time_without_any_date_is_warned_of(void **state)
{
	(void)state;
	find_on("## Programme\n\n* 9h : Accueil\n", day("2024-03-12"), day("2024-03-13"));
	assert_int_equal(session(0)->day, day("2024-03-12"));
	assert_said(SEVERITY_WARNING, 13, "no date, and the event has several days");
	find_on("## Programme\n\n* 9h : Accueil\n", CIVIL_NONE, CIVIL_NONE);
	assert_int_equal(session(0)->day, CIVIL_NONE);
	assert_int_equal(session(0)->start, CIVIL_NONE);
	assert_said(SEVERITY_WARNING, 13, "no date, and neither has the event");
}

static void without_a_report_all_is_found_too(void **state)
{
	static const char page[] = "## Programme\n\n* 12h – 9h : Accueil\n* le 3 mai\n";
	struct programme_context context = {.offset = CIVIL_NONE};
	struct document *document =
	    document_from_markdown(page, strlen(page), (struct place){0}, NULL);
	struct builder *builder = builder_new(NULL);
	struct outline outline;

	(void)state;
	outline_make(&outline, document, almanac_of(CIVIL_NONE, CIVIL_NONE, CIVIL_NONE, NULL), NULL,
		     NULL);
	assert_int_equal(programme_find(&outline, builder, &context, NULL), 1);
	outline_free(&outline);
	builder_free(builder);
	document_free(document);
}

static void an_empty_page_has_no_programme(void **state)
{
	(void)state;
	assert_int_equal(find(""), 0);
	assert_int_equal(find("---\n"), 0);
	assert_int_equal(find("9h\n"), 0);
	assert_int_equal(find("* 9h\n* 10h\n"), 0);
}

static void repeat(struct buffer *out, const char *text, size_t count)
{
	while (count--)
		buffer_puts(out, text);
}

static void more_sessions_than_anybody_holds_are_warned_of(void **state)
{
	struct buffer page = {0};

	(void)state;
	buffer_puts(&page, "## Programme\n\n");
	repeat(&page, "* 9h : Accueil\n", PROGRAMME_MOST_SESSIONS + 5);
	assert_int_equal(find(buffer_text(&page)), PROGRAMME_MOST_SESSIONS);
	assert_said(SEVERITY_WARNING, 0, "more than 20000 sessions");
	buffer_free(&page);
}

static void the_first_lines_of_an_endless_page_are_searched(void **state)
{
	struct buffer page = {0};

	(void)state;
	buffer_puts(&page, "## Programme\n\n* 9h : Accueil\n");
	repeat(&page, "* a\n", OUTLINE_MOST_LINES);
	buffer_puts(&page, "\n**23h : Fin**\n");
	assert_int_equal(find(buffer_text(&page)), 1);
	assert_said(SEVERITY_CAUTION, 0, "first 100000 lines and the first megabyte");

	buffer_clear(&page);
	buffer_puts(&page, "## Programme\n\n* 9h : Accueil\n\n");
	repeat(&page, "mot ", OUTLINE_MOST_BYTES / 4);
	buffer_puts(&page, "\n\n**23h : Fin**\n");
	assert_int_equal(find(buffer_text(&page)), 1);
	assert_said(SEVERITY_CAUTION, 0, "first 100000 lines and the first megabyte");
	buffer_free(&page);
}

/* Pages that would take a quarter of an hour where time grows with the square of their length. */
static void strange_pages_are_read_in_no_time(void **state)
{
	static const struct {
		const char *start, *piece;
		size_t count;
	} pages[] = {
	    {"* ", "9h30 ", 60000},
	    {"* 9h : ", "[a] ", 60000},
	    {"* 9h : ", "**a** *b* ", 40000},
	    {"9h : ", "mot de la fin ", 60000},
	    {"", "12 mars : texte 9h30 (10h). ", 20000},
	    {"", "une ligne de texte\n", 60000},
	    {"", "**9h30 : accueil**\n", 20000},
	    {"", "**3 mars**\n\ntexte\n\n", 10000},
	    {"", "### Titre\n*12 mars, 14h*\n\n", 10000},
	    {"", "### Titre\n* Date : 12 mars\n* Heure : 14h\n\n", 6000},
	    {"", "a:\n\n", 30000},
	    {"| 9h | ", "c | ", 60000},
	    {"* 9h : ", "avec Ada Martin, ", 20000},
	    {"", "1, ", 100000},
	    {"* ", "(", 100000},
	    {"* 9h ", "- ", 100000},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct buffer page = {0};

		buffer_puts(&page, pages[i].start);
		repeat(&page, pages[i].piece, pages[i].count);
		find(buffer_text(&page));
		buffer_free(&page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_teardown(a_session_holds_what_stands_with_it, end),
	    cmocka_unit_test_teardown(what_follows_the_last_item_is_not_its, end),
	    cmocka_unit_test_teardown(a_link_below_is_the_sessions_page, end),
	    cmocka_unit_test_teardown(days_keep_their_names, end),
	    cmocka_unit_test_teardown(a_mere_joint_is_no_name_of_a_day, end),
	    cmocka_unit_test_teardown(any_name_is_a_room_behind_its_word, end),
	    cmocka_unit_test_teardown(columns_of_unknown_names_are_told_of, end),
	    cmocka_unit_test_teardown(nights_belong_to_the_day_before, end),
	    cmocka_unit_test_teardown(the_report_says_which_rule_found_what, end),
	    cmocka_unit_test_teardown(the_report_warns_of_what_should_be_mended, end),
	    cmocka_unit_test_teardown(a_time_without_any_date_is_warned_of, end),
	    cmocka_unit_test(without_a_report_all_is_found_too),
	    cmocka_unit_test_teardown(an_empty_page_has_no_programme, end),
	    cmocka_unit_test_teardown(more_sessions_than_anybody_holds_are_warned_of, end),
	    cmocka_unit_test_teardown(the_first_lines_of_an_endless_page_are_searched, end),
	    cmocka_unit_test_teardown(strange_pages_are_read_in_no_time, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
