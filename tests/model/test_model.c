#include "config.h"

#include "model/builder.h"
#include "model/haystack.h"
#include "model/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

static civil_day first_day;

/* Adds a session; hours may pass 24, -1 stands for none. */
static struct session *add(struct builder *b, int day, int start, int end, const char *title,
			   const char *room)
{
	struct session *s = builder_session(b);

	s->title = builder_text(b, title);
	s->day = first_day + day;
	s->start = start < 0 ? CIVIL_NONE : civil_moment_of(s->day, start * 60);
	s->end = end < 0 ? CIVIL_NONE : civil_moment_of(s->day, end * 60);
	builder_session_room(b, builder_room(b, room));
	return s;
}

static struct agenda *made_agenda(void)
{
	struct builder *b = builder_new("made.md");
	int usual = 90, two[] = {60, 180};

	first_day = civil_day_of((struct civil_date){2024, 5, 13}); /* a Monday */
	builder_event(b)->title = builder_text(b, "  Les  Rencontres\nd’Été ");
	builder_event(b)->start = civil_moment_of(first_day, 9 * 60);
	builder_theme(b, "Écologie", NULL, NULL, 3);
	builder_theme(b, "Santé", "soin", NULL, 4);
	builder_format(b, "atelier", two, 2);
	builder_format(b, "table ronde", &usual, 1);
	add(b, 1, 20, 25, "Bal", "Jardin");
	add(b, 1, 9, -1, "Accueil", "Hall");
	builder_session_theme(b, builder_theme(b, "ecologie", NULL, NULL, 9));
	builder_session_speaker(b, builder_speaker(b, "Zoé Cœur"));
	add(b, 0, 14, -1, "Table ronde : les forêts", "Hall");
	add(b, 0, 10, -1, "Accueil", "Hall");
	add(b, 0, -1, -1, "Exposition", NULL);
	add(b, 0, 10, -1, "Accueil", "Jardin");
	add(b, 0, 11, -1, "Ateliers", "Hall");
	return builder_finish(b);
}

static void sessions_stand_in_programme_order(void **state)
{
	static const char *const ids[] = {
	    "2024-05-13-exposition",
	    "2024-05-13-accueil",
	    "2024-05-13-accueil-2",
	    "2024-05-13-ateliers",
	    "2024-05-13-table-ronde-les-forets",
	    "2024-05-14-accueil",
	    "2024-05-14-bal",
	};
	struct agenda *agenda = made_agenda();

	(void)state;
	assert_string_equal(agenda->id, "les-rencontres-d-ete-2024");
	assert_string_equal(agenda->event.title, "Les Rencontres d’Été");
	assert_int_equal(agenda->session_count, 7);
	for (int i = 0; i < 7; i++) {
		assert_string_equal(agenda->sessions[i].id, ids[i]);
		assert_int_equal(agenda_find_session(agenda, ids[i]), i);
		assert_int_equal(agenda_day_of(agenda, (size_t)i), i < 5 ? 0 : 1);
	}
	assert_int_equal(agenda_find_session(agenda, "2024-05-13"), -1);
	assert_int_equal(agenda->day_count, 2);
	assert_int_equal(agenda->days[1].first, 5);
	assert_int_equal(agenda->days[1].count, 2);
	agenda_free(agenda);
}

static void names_are_kept_once(void **state)
{
	struct agenda *agenda = made_agenda();

	(void)state;
	assert_int_equal(agenda->theme_count, 2);
	assert_string_equal(agenda->themes[0].name, "Écologie");
	assert_int_equal(agenda->room_count, 2);
	assert_int_equal(agenda->sessions[5].themes.count, 1);
	assert_int_equal(agenda->sessions[5].themes.items[0], 0);
	/* The format comes from the title, in the plural too; only one usual length is one. */
	assert_string_equal(agenda->formats[agenda->sessions[3].formats.items[0]].name, "atelier");
	assert_int_equal(agenda->sessions[3].usual, 0);
	assert_int_equal(agenda->sessions[4].usual, 90);
	assert_int_equal(agenda->sessions[4].end, CIVIL_NONE);
	agenda_free(agenda);
}

static void on_until_the_room_goes_on(void **state)
{
	struct agenda *agenda = made_agenda();
	civil_moment midnight = civil_moment_of(first_day, 0);

	(void)state;
	assert_int_equal(agenda->sessions[0].until, CIVIL_NONE);	 /* no time */
	assert_int_equal(agenda->sessions[1].until, midnight + 11 * 60); /* next in the hall */
	assert_int_equal(agenda->sessions[2].until, midnight + 11 * 60); /* nothing tells */
	assert_int_equal(agenda->sessions[3].until, midnight + 14 * 60);
	assert_int_equal(agenda->sessions[4].until, midnight + 15 * 60 + 30); /* usual length */
	assert_int_equal(agenda->sessions[6].until, midnight + (24 + 25) * 60);
	agenda_free(agenda);
}

static void assert_same_indexes(struct indexes brief, const struct indexes *all)
{
	assert_int_equal(brief.count, all->count);
	for (size_t i = 0; i < brief.count; i++)
		assert_int_equal(brief.items[i], all->items[i]);
}

/* The same as in the sessions, and of each day when it begins and is over. */
static void what_is_said_in_brief_is_the_same(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;

	(void)state;
	add(b, 0, -1, -1, "Exhibition", NULL);
	add(b, 0, 10, 14, "Opening", "Hall");
	builder_session_room(b, builder_room(b, "Garden"));
	builder_session_theme(b, builder_theme(b, "Trees", NULL, NULL, 0));
	add(b, 0, 11, 12, "Called off", "Garden")->cancelled = true;
	builder_session_theme(b, builder_theme(b, "Trees", NULL, NULL, 0));
	builder_session_theme(b, builder_theme(b, "Soil", NULL, NULL, 0));
	add(b, 1, -1, -1, "Exhibition", NULL);
	agenda = builder_finish(b);
	assert_int_equal(agenda->session_count, 4);
	for (size_t i = 0; i < agenda->session_count; i++) {
		const struct session *session = &agenda->sessions[i];

		assert_int_equal(agenda->briefs[i].start, session->start);
		assert_int_equal(agenda->briefs[i].until, session->until);
		assert_int_equal(agenda->briefs[i].cancelled, session->cancelled);
		assert_same_indexes(agenda_themes(agenda, i), &session->themes);
		assert_same_indexes(agenda_rooms(agenda, i), &session->rooms);
	}
	assert_int_equal(agenda->days[0].start, civil_moment_of(first_day, 10 * 60));
	assert_int_equal(agenda->days[0].until, civil_moment_of(first_day, 14 * 60));
	assert_int_equal(agenda->days[1].start, CIVIL_NONE);
	assert_int_equal(agenda->days[1].until, CIVIL_NONE);
	agenda_free(agenda);
}

/* What does not take place does not end what does, and is itself on until what comes next. */
static void cancelled_sessions_end_none(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;
	civil_moment midnight;

	(void)state;
	add(b, 0, 9, -1, "Open", "Hall");
	add(b, 0, 10, -1, "Called off", "Hall")->cancelled = true;
	add(b, 0, 11, -1, "Called off, too", "Hall")->cancelled = true;
	add(b, 0, 11, -1, "Held", "Hall");
	add(b, 0, 13, -1, "Last", "Hall");
	agenda = builder_finish(b);
	midnight = civil_moment_of(first_day, 0);
	assert_int_equal(agenda->sessions[0].until, midnight + 11 * 60);
	assert_int_equal(agenda->sessions[1].until, midnight + 11 * 60);
	assert_int_equal(agenda->sessions[2].until, midnight + 13 * 60);
	assert_int_equal(agenda->sessions[3].until, midnight + 13 * 60);
	agenda_free(agenda);
}

static void a_search_looks_at_what_is_read(void **state)
{
	static const struct {
		const char *words;
		bool found;
	} searches[] = {
	    {"coeur", true},   {"zoe accueil", true}, {"r&d", true},	 {"tresor cache", true},
	    {"href", false},   {"example", false},    {"strong", false}, {"a < b", true},
	    {"(entre)", true}, {"plus loin", true},   {"", true},	 {"coeur absent", false},
	};
	struct builder *b = builder_new(NULL);
	struct session *s = add(b, 0, 9, -1, "Accueil", "Hall");
	struct haystack *haystack;
	struct agenda *agenda;

	(void)state;
	s->abstract = (struct markup){"<p>Le <strong>C\u0153ur</strong>, R&amp;D, a < b, "
				      "<a href='x'>tr\u00e9sor</a>\ncach\u00e9</p>",
				      MARKUP_HTML, 1};
	s->description =
	    (struct markup){"[plus loin](https://a.example/) (entre)", MARKUP_MARKDOWN, 1};
	builder_session_speaker(b, builder_speaker(b, "Zo\u00e9"));
	agenda = builder_finish(b);
	haystack = haystack_new(agenda);
	for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
		haystack_set_words(haystack, searches[i].words);
		assert_int_equal(haystack_holds(haystack, 0), searches[i].found);
		assert_int_equal(haystack_session_holds(agenda, 0, NULL, searches[i].words),
				 searches[i].found);
	}
	haystack_free(haystack);
	haystack_free(NULL);
	agenda_free(agenda);
}

static void a_search_looks_at_notes(void **state)
{
	struct agenda *agenda = made_agenda();
	struct haystack *haystack = haystack_new(agenda);
	struct query query = QUERY_ALL;
	struct query_rows rows = {0};
	struct bookmarks kept = {0}, none = {0};
	struct bookmark first = {.id = (char *)agenda->sessions[1].id,
				 .note = (char *)"Demander à Zoé\npour le tr\u00E9sor",
				 .day = CIVIL_NONE,
				 .start = CIVIL_NONE,
				 .end = CIVIL_NONE};
	struct bookmark gone = first;

	(void)state;
	gone.id = (char *)"no such session";
	bookmarks_set(&kept, &first);
	bookmarks_set(&kept, &gone);
	haystack_set_words(haystack, "zoe tresor");
	assert_false(haystack_holds(haystack, 1));
	haystack_set_notes(haystack, &kept, &rows);
	assert_int_equal(rows.count, 1);
	assert_int_equal(rows.items[0], 1);
	assert_true(haystack_holds(haystack, 1));
	assert_false(haystack_holds(haystack, 2));
	haystack_set_notes(haystack, &none, &rows);
	assert_int_equal(rows.count, 2);
	assert_int_equal(rows.items[1], 1);
	assert_false(haystack_holds(haystack, 1));

	query_want_words(&query, "Trésor");
	query_run(&query, agenda, &rows);
	assert_int_equal(rows.count, 0);
	query.bookmarks = &kept;
	query_run(&query, agenda, &rows);
	assert_int_equal(rows.count, 1);
	assert_int_equal(rows.items[0], 1);
	query_rows_free(&rows);
	query_free(&query);
	bookmarks_free(&kept);
	haystack_free(haystack);
	agenda_free(agenda);
}

static void phases(void **state)
{
	struct agenda *agenda = made_agenda();
	civil_moment now = civil_moment_of(first_day, 10 * 60 + 30);

	(void)state;
	assert_int_equal(query_phase(agenda, 0, now), PHASE_UNTIMED);
	assert_int_equal(query_phase(agenda, 1, now), PHASE_NOW);
	assert_int_equal(query_phase(agenda, 3, now), PHASE_NEXT);
	assert_int_equal(query_phase(agenda, 4, now), PHASE_LATER);
	assert_int_equal(query_phase(agenda, 1, now + 30), PHASE_PAST);
	assert_int_equal(query_next_start(agenda, now), now + 30);
	assert_int_equal(query_next_start(agenda, now + 3 * MINUTES_PER_DAY), CIVIL_NONE);
	assert_int_equal(query_next_start(agenda, now - 3 * MINUTES_PER_DAY), now - 30);
	assert_int_equal(query_day_at(agenda, now - 3 * MINUTES_PER_DAY), 0);
	assert_int_equal(query_day_at(agenda, now + MINUTES_PER_DAY), 1);
	/* The ball goes on after midnight, and its day with it. */
	assert_int_equal(query_day_at(agenda, civil_moment_of(first_day + 2, 30)), 1);
	assert_true(query_overlap(&agenda->sessions[1], &agenda->sessions[2]));
	assert_false(query_overlap(&agenda->sessions[1], &agenda->sessions[3]));
	assert_false(query_overlap(&agenda->sessions[0], &agenda->sessions[1]));
	agenda_free(agenda);
}

static void repeated_ids_stay_apart(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct session *s = builder_session(b);

		s->title = builder_text(b, i % 2 ? "日本" : "x-2");
		s->id = builder_text(b, i % 3 ? "same" : NULL);
	}
	agenda = builder_finish(b);
	assert_int_equal(agenda->session_count, 3000);
	assert_int_equal(agenda->day_count, 1);
	assert_int_equal(agenda->days[0].date, CIVIL_NONE);
	for (int i = 0; i < 3000; i++)
		assert_int_equal(agenda_find_session(agenda, agenda->sessions[i].id), i);
	agenda_free(agenda);
}

static const char *id_given(const char *id, const char *second)
{
	static char kept[100];
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;

	builder_event(b)->title = "Fair";
	builder_id(b, id);
	builder_id(b, second);
	agenda = builder_finish(b);
	snprintf(kept, sizeof kept, "%s", agenda->id);
	agenda_free(agenda);
	return kept;
}

static void an_export_knows_its_agenda(void **state)
{
	(void)state;
	assert_string_equal(id_given("38c3-2024", "other-2024"), "38c3-2024");
	assert_string_equal(id_given(NULL, "38c3-2024"), "38c3-2024");
	assert_string_equal(id_given("../up", NULL), "fair");
	assert_string_equal(id_given("-x", NULL), "fair");
	assert_string_equal(id_given("", "A"), "fair");
}

static void an_empty_agenda_is_one(void **state)
{
	struct agenda *agenda = builder_finish(builder_new(NULL));
	struct query query = QUERY_ALL;
	struct query_rows rows = {0};

	(void)state;
	assert_int_equal(agenda->session_count, 0);
	assert_int_equal(agenda->day_count, 0);
	query_run(&query, agenda, &rows);
	assert_int_equal(rows.count, 0);
	assert_int_equal(query_next_start(agenda, 0), CIVIL_NONE);
	assert_true(strlen(agenda->id) > 0);
	agenda_free(agenda);
	agenda_free(NULL);
	builder_free(builder_new("given up"));
}

/* Wherever two spaces stand side by side, one is left; and none at the ends. */
static void texts_are_kept_with_single_spaces(void **state)
{
	enum { LONGEST = 40 };
	struct builder *b = builder_new(NULL);

	(void)state;
	for (size_t length = 4; length <= LONGEST; length++) {
		for (size_t at = 0; at + 1 < length; at++) {
			size_t left = length - (at == 0 || at + 2 == length ? 2 : 1);
			char text[LONGEST + 1] = "";
			const char *kept;

			memset(text, 'x', length);
			assert_ptr_equal(builder_text(b, text), builder_text(b, text));
			assert_string_equal(builder_text(b, text), text);
			text[at] = text[at + 1] = ' ';
			kept = builder_text(b, text);
			assert_null(strstr(kept, "  "));
			assert_int_equal(strlen(kept), left);
			assert_true(*kept == 'x' && kept[left - 1] == 'x');
		}
	}
	builder_free(b);
}

static void hostile_texts_are_cleaned(void **state)
{
	struct builder *b = builder_new(NULL);

	(void)state;
	assert_string_equal(builder_text(b, "\033]0;x\a\u202Eevil\u00A0 "), "]0;xevil");
	assert_null(builder_text(b, " \u00A0\t\n"));
	assert_null(builder_text(b, NULL));
	assert_string_equal(builder_url(b, " https://x.org/a b\033[2J\"<>"), "https://x.org/ab[2J");
	assert_ptr_equal(builder_text(b, "once"), builder_text(b, " once"));
	builder_free(b);
}

static void bookmarks_are_a_sorted_set(void **state)
{
	struct bookmarks marks = {0}, copy = {0};
	char id[] = "s0", note[] = "mine";

	(void)state;
	for (int i = 9; i >= 0; i--) {
		id[1] = (char)('0' + i * 7 % 10);
		bookmarks_set(&marks, &(struct bookmark){.id = id, .note = i == 3 ? note : NULL});
	}
	bookmarks_set(&marks, &(struct bookmark){.id = id, .title = id});
	assert_int_equal(marks.count, 10);
	assert_string_equal(bookmarks_find(&marks, "s1")->note, "mine");
	assert_true(bookmarks_remove(&marks, "s5"));
	assert_false(bookmarks_remove(&marks, "s5"));
	bookmarks_copy(&copy, &marks);
	bookmarks_free(&marks);
	assert_null(bookmarks_find(&copy, "s5"));
	assert_string_equal(bookmarks_find(&copy, "s0")->title, "s0");
	for (size_t i = 1; i < copy.count; i++)
		assert_true(strcmp(copy.items[i - 1].id, copy.items[i].id) < 0);
	bookmarks_free(&copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sessions_stand_in_programme_order),
	    cmocka_unit_test(texts_are_kept_with_single_spaces),
	    cmocka_unit_test(names_are_kept_once),
	    cmocka_unit_test(on_until_the_room_goes_on),
	    cmocka_unit_test(cancelled_sessions_end_none),
	    cmocka_unit_test(what_is_said_in_brief_is_the_same),
	    cmocka_unit_test(a_search_looks_at_what_is_read),
	    cmocka_unit_test(a_search_looks_at_notes),
	    cmocka_unit_test(phases),
	    cmocka_unit_test(repeated_ids_stay_apart),
	    cmocka_unit_test(an_export_knows_its_agenda),
	    cmocka_unit_test(an_empty_agenda_is_one),
	    cmocka_unit_test(hostile_texts_are_cleaned),
	    cmocka_unit_test(bookmarks_are_a_sorted_set),
	};

	return cmocka_run_group_tests_name("model", tests, NULL, NULL);
}
