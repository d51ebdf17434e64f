/*
 * What is asked of an agenda: values of traits, in numbers and in words, alone and several at once.
 */
#include "config.h"

#include "model/builder.h"
#include "model/language.h"
#include "model/sieve.h"
#include "model/wish.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

/* Monday 13 May 2024 */
static civil_day first_day(void)
{
	return civil_day_of((struct civil_date){2024, 5, 13});
}

static civil_moment moment(int day, int hour, int minute)
{
	return civil_moment_of(first_day() + day, hour * 60 + minute);
}

/* Adds a session; hours may pass 24, -1 stands for none. */
static struct session *add(struct builder *b, int day, int start, int end, const char *title,
			   const char *room)
{
	struct session *s = builder_session(b);

	s->title = builder_text(b, title);
	s->day = first_day() + day;
	s->start = start < 0 ? CIVIL_NONE : civil_moment_of(s->day, start * 60);
	s->end = end < 0 ? CIVIL_NONE : civil_moment_of(s->day, end * 60);
	builder_session_room(b, builder_room(b, room));
	return s;
}

/* In programme order: 0 Exhibition, 1 Welcome, 2 Bees, 3 Ponds, 4 Welcome again, 5 Ball, 6 Letters.
 */
static struct agenda *made_agenda(void)
{
	struct builder *b = builder_new("made.md");

	builder_theme(b, "Écologie", NULL, NULL, 3);
	builder_theme(b, "Santé", "soin", NULL, 4);
	add(b, 0, -1, -1, "Exhibition", NULL);
	add(b, 0, 10, 11, "Welcome", "Hall 1")->language = builder_text(b, "FR");
	add(b, 0, 11, 12, "Bees", "Garden")->language = builder_text(b, "de, en");
	builder_session_theme(b, builder_theme(b, "ecologie", NULL, NULL, 9));
	builder_session_format(b, builder_format(b, "atelier", NULL, 0));
	builder_session_speaker(b, builder_speaker(b, "Zoé Cœur"));
	add(b, 0, 14, 15, "Ponds", "Hall 10")->language = builder_text(b, "Français");
	builder_session_theme(b, builder_theme(b, "Écologie", NULL, NULL, 9));
	builder_session_theme(b, builder_theme(b, "Santé", NULL, NULL, 9));
	builder_session_speaker(b, builder_speaker(b, "Zoé Cœur"));
	builder_session_speaker(b, builder_speaker(b, "Ada Zola"));
	add(b, 1, 9, 10, "Welcome", "Hall 1");
	add(b, 1, 20, 25, "Ball", "Garden")->language = builder_text(b, "en-GB");
	builder_session(b)->title = builder_text(b, "Letters");
	return builder_finish(b);
}

/* The numbers of the sessions that fit: "0 3 5". */
static const char *fitting(const struct query *query, const struct agenda *agenda)
{
	static char text[200];
	struct query_rows rows = {0};

	*text = '\0';
	query_run(query, agenda, &rows);
	for (size_t i = 0; i < rows.count; i++)
		sprintf(text + strlen(text), "%s%u", i ? " " : "", rows.items[i]);
	query_rows_free(&rows);
	return text;
}

static void assert_wish(enum trait trait, const char *words, const char *expected)
{
	struct agenda *agenda = made_agenda();
	struct query query = QUERY_ALL;
	bool known = wish_named(&query, agenda, trait, words);

	if (known != (expected != NULL) ||
	    (known && strcmp(fitting(&query, agenda), expected) != 0))
		fail_msg("\"%s\" gives \"%s\"", words, known ? fitting(&query, agenda) : "none");
	assert_int_equal(query_restricts(&query, trait), known);
	query_free(&query);
	agenda_free(agenda);
}

static void names_are_found_by_a_part_of_them(void **state)
{
	(void)state;
	assert_wish(TRAIT_THEME, "ECO", "2 3");
	assert_wish(TRAIT_THEME, "sante", "3");
	assert_wish(TRAIT_THEME, "sport", NULL);
	assert_wish(TRAIT_THEME, "", NULL);
	assert_wish(TRAIT_FORMAT, "Atelier", "2");
	assert_wish(TRAIT_SPEAKER, "coeur", "2 3");
	assert_wish(TRAIT_SPEAKER, "zo", "2 3");
	assert_wish(TRAIT_ROOM, "hall", "1 3 4");
}

static void a_whole_name_means_itself_alone(void **state)
{
	(void)state;
	assert_wish(TRAIT_ROOM, "HALL 1", "1 4");
	assert_wish(TRAIT_ROOM, "hall 10", "3");
}

static void a_language_is_found_however_it_is_written(void **state)
{
	static const char *const french[] = {"fr",	 "FR",	  "French", "français",
					     "FRANÇAIS", "fr-CA", "fra"};

	(void)state;
	for (size_t i = 0; i < sizeof french / sizeof *french; i++)
		assert_wish(TRAIT_LANGUAGE, french[i], "1 3");
	assert_wish(TRAIT_LANGUAGE, "de", "2");
	assert_wish(TRAIT_LANGUAGE, "en", "2 5");
	assert_wish(TRAIT_LANGUAGE, "fr,de", "1 2 3");
	assert_wish(TRAIT_LANGUAGE, "none", "0 4 6");
	assert_wish(TRAIT_LANGUAGE, "it", NULL);
	assert_wish(TRAIT_LANGUAGE, "fr, it", NULL);
	assert_wish(TRAIT_LANGUAGE, "e", NULL);
	assert_wish(TRAIT_LANGUAGE, "", NULL);
}

static void values_widen_and_traits_narrow(void **state)
{
	struct agenda *agenda = made_agenda();
	struct query query = QUERY_ALL;

	(void)state;
	assert_string_equal(fitting(&query, agenda), "0 1 2 3 4 5 6");
	wish_named(&query, agenda, TRAIT_ROOM, "Hall 1");
	wish_named(&query, agenda, TRAIT_ROOM, "Garden");
	assert_string_equal(fitting(&query, agenda), "1 2 4 5");
	wish_named(&query, agenda, TRAIT_LANGUAGE, "en");
	assert_string_equal(fitting(&query, agenda), "2 5");
	query_tick(&query, agenda, TRAIT_DAY, 1, true);
	assert_string_equal(fitting(&query, agenda), "5");
	query_want_words(&query, "bee");
	assert_string_equal(fitting(&query, agenda), "");
	query_tick(&query, agenda, TRAIT_DAY, 0, true);
	assert_string_equal(fitting(&query, agenda), "2");
	query_want_words(&query, "  ");
	query_clear(&query, TRAIT_LANGUAGE);
	query_tick(&query, agenda, TRAIT_DAY, 0, false);
	query_tick(&query, agenda, TRAIT_DAY, 1, false);
	assert_false(query_restricts(&query, TRAIT_DAY)); /* the last one taken away */
	assert_string_equal(fitting(&query, agenda), "1 2 4 5");
	assert_int_equal(query.sets[TRAIT_ROOM].count, 2);
	assert_int_equal(query_next_value(&query, TRAIT_ROOM, 0), 0);
	assert_int_equal(query_next_value(&query, TRAIT_ROOM, 1), 1);
	assert_true(query_next_value(&query, TRAIT_ROOM, 2) == QUERY_NONE);
	assert_true(query_next_value(&query, TRAIT_DAY, 0) == QUERY_NONE);
	query_free(&query);
	agenda_free(agenda);
}

static void what_is_kept(void **state)
{
	struct agenda *agenda = made_agenda();
	struct bookmarks bookmarks = {0};
	struct query query = QUERY_ALL;

	(void)state;
	query_tick(&query, agenda, TRAIT_KEPT, 0, true);
	assert_string_equal(fitting(&query, agenda), "");
	bookmarks_set(&bookmarks, &(struct bookmark){.id = (char *)"2024-05-14-ball"});
	bookmarks_set(&bookmarks, &(struct bookmark){.id = (char *)"gone"});
	query.bookmarks = &bookmarks;
	assert_string_equal(fitting(&query, agenda), "5");
	query_free(&query);
	bookmarks_free(&bookmarks);
	agenda_free(agenda);
}

/* What is on counts until its end, what has a day but no time until the day's, the rest always. */
static void what_is_upcoming(void **state)
{
	static const struct {
		int day, hour, minute;
		const char *fitting;
	} moments[] = {
	    {-1, 12, 0, "0 1 2 3 4 5 6"},
	    {0, 10, 59, "0 1 2 3 4 5 6"},
	    {0, 11, 0, "0 2 3 4 5 6"},
	    {0, 23, 59, "0 4 5 6"},
	    {1, 0, 0, "4 5 6"},
	    {2, 0, 59, "5 6"},
	    {2, 1, 0, "6"},
	};
	struct agenda *agenda = made_agenda();
	struct query query = QUERY_ALL;

	(void)state;
	query_tick(&query, agenda, TRAIT_UPCOMING, 0, true);
	assert_string_equal(fitting(&query, agenda), "0 1 2 3 4 5 6"); /* no clock */
	for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
		query.now = moment(moments[i].day, moments[i].hour, moments[i].minute);
		assert_string_equal(fitting(&query, agenda), moments[i].fitting);
	}
	query_free(&query);
	agenda_free(agenda);
}

static const struct {
	const char *word;
	enum wish_day answer;
	int day;
} day_words[] = {
    {"2024-05-14", WISH_DAY_FOUND, 1}, {"mar", WISH_DAY_FOUND, 1},
    {"Monday", WISH_DAY_FOUND, 0},     {"lundi", WISH_DAY_FOUND, 0},
    {"2", WISH_DAY_FOUND, 1},	       {"today", WISH_DAY_FOUND, 0},
    {"demain", WISH_DAY_FOUND, 1},     {"2024-05-15", WISH_DAY_ABSENT, -1},
    {"friday", WISH_DAY_ABSENT, -1},   {"4", WISH_DAY_ABSENT, -1},
    {"0", WISH_DAY_ABSENT, -1},	       {"xyz", WISH_DAY_UNKNOWN, -1},
    {"mo", WISH_DAY_UNKNOWN, -1},      {"", WISH_DAY_UNKNOWN, -1},
};

static void days_by_any_name(void **state)
{
	struct agenda *agenda = made_agenda();

	(void)state;
	for (size_t i = 0; i < sizeof day_words / sizeof *day_words; i++) {
		struct query query = QUERY_ALL;
		size_t day;

		assert_int_equal(wish_day(&query, agenda, day_words[i].word, moment(0, 12, 0)),
				 day_words[i].answer);
		day = query_next_value(&query, TRAIT_DAY, 0);
		assert_int_equal(day == QUERY_NONE ? -1 : (int)day, day_words[i].day);
		assert_int_equal(query_restricts(&query, TRAIT_DAY),
				 day_words[i].answer != WISH_DAY_UNKNOWN);
		if (day_words[i].answer == WISH_DAY_ABSENT) {
			assert_string_equal(fitting(&query, agenda), "");
			wish_day(&query, agenda, "1", CIVIL_NONE);
			assert_string_equal(fitting(&query, agenda), "0 1 2 3");
		}
		query_free(&query);
	}
	agenda_free(agenda);
}

static void agendas_tell_what_matters(void **state)
{
	struct agenda *agenda = made_agenda(), *empty = builder_finish(builder_new(NULL));
	struct builder *b = builder_new(NULL);

	(void)state;
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++) {
		assert_true(trait_matters(agenda, trait));
		assert_false(trait_matters(empty, trait));
	}
	agenda_free(agenda);
	agenda_free(empty);
	add(b, 0, 9, 10, "Alone", NULL);
	agenda = builder_finish(b);
	for (enum trait trait = TRAIT_DAY; trait < TRAIT_COUNT; trait++)
		assert_false(trait_matters(agenda, trait));
	agenda_free(agenda);
}

/* Languages */

static const struct {
	const char *written, *read; /* each language behind a slash */
} languages[] = {
    {"fr", "/fr"},
    {"FR", "/fr"},
    {"Français", "/fr"},
    {"fr_FR", "/fr"},
    {"pt-BR", "/pt"},
    {"de, en", "/de/en"},
    {"de/en", "/de/en"},
    {"Français et anglais", "/fr/en"},
    {"Deutsch und Englisch", "/de/en"},
    {"French (with English)", "/fr/with English"},
    {"fr en", "/fr/en"},
    {"English, English", "/en/en"},
    {"Українська", "/uk"},
    {"Русский", "/ru"},
    {"日本語", "/ja"},
    {"Tchèque", "/cs"},
    {"Langue des signes française", "/fsl"},
    {"Klingon", "/Klingon"},
    {"Old Norse; Latin", "/Old Norse/la"},
    {"xx", "/xx"},
    {" , ; ", ""},
    {"n/a", "/n/a"},
    {"-", ""},
    {"and", ""},
    {"de,", "/de"},
    {"", ""},
};

static void languages_are_told_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		struct buffer read = {0}, language = {0};
		const char *text = languages[i].written;

		while (language_next(&text, &language))
			buffer_printf(&read, "/%s", buffer_text(&language));
		assert_string_equal(buffer_text(&read), languages[i].read);
		buffer_free(&read);
		buffer_free(&language);
	}
	assert_string_equal(language_name("de"), "German");
	assert_string_equal(language_name("Klingon"), "Klingon");
}

static void sessions_share_their_languages(void **state)
{
	static const char *const written[] = {"Klingon", "en", "klingon / EN", NULL,
					      "ENG, english"};
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;

	(void)state;
	for (int i = 0; i < 5; i++)
		add(b, 0, 9 + i, -1, "x", NULL)->language = builder_text(b, written[i]);
	agenda = builder_finish(b);
	assert_int_equal(agenda->language_count, 2);
	assert_string_equal(agenda->languages[0], "Klingon");
	assert_string_equal(agenda->languages[1], "en");
	assert_int_equal(agenda->sessions[2].languages.count, 2);
	assert_int_equal(agenda->sessions[2].languages.items[0], 0);
	assert_int_equal(agenda->sessions[3].languages.count, 0);
	assert_int_equal(agenda->sessions[4].languages.count, 1);
	agenda_free(agenda);
}

/* A hostile source names a language for every session, and a thousand in one. */
static void languages_without_end_are_bounded(void **state)
{
	struct builder *b = builder_new(NULL);
	struct agenda *agenda;
	struct buffer many = {0};

	(void)state;
	for (int i = 0; i < 20000; i++) {
		char name[32];

		sprintf(name, "tongue %d", i);
		add(b, 0, 9, -1, "x", NULL)->language = builder_text(b, name);
		buffer_printf(&many, "%s, ", name);
	}
	add(b, 0, 10, -1, "all", NULL)->language = builder_text(b, buffer_text(&many));
	agenda = builder_finish(b);
	assert_int_equal(agenda->language_count, 20000);
	assert_int_equal(agenda->sessions[20000].languages.count, 8);
	buffer_free(&many);
	agenda_free(agenda);
}

/* The sieve */

static unsigned next_number(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static struct agenda *random_agenda(unsigned *seed)
{
	static const char *const tongues[] = {NULL, "fr", "en", "de, en", "Klingon"};
	struct builder *b = builder_new(NULL);
	char name[32];

	for (unsigned i = 0, count = next_number(seed, 40); i < count; i++) {
		int start = (int)next_number(seed, 20) - 1;
		struct session *s;

		sprintf(name, "hall %u", next_number(seed, 4));
		s = add(b, (int)next_number(seed, 3), start, start < 0 ? -1 : start + 1,
			next_number(seed, 2) ? "Tea" : "Coffee",
			next_number(seed, 3) ? name : NULL);
		s->language = builder_text(b, tongues[next_number(seed, 5)]);
		for (unsigned t = next_number(seed, 3); t > 0; t--) {
			sprintf(name, "theme %u", next_number(seed, 5));
			builder_session_theme(b, builder_theme(b, name, NULL, NULL, 0));
			builder_session_speaker(b, builder_speaker(b, name));
		}
	}
	return builder_finish(b);
}

static void random_change(struct query *query, const struct agenda *agenda, struct sieve *sieve,
			  unsigned *seed)
{
	enum trait trait = (enum trait)next_number(seed, TRAIT_COUNT + 1);
	size_t count = trait < TRAIT_COUNT ? trait_count(agenda, trait) : 0;

	if (trait == TRAIT_COUNT) {
		query_want_words(query, next_number(seed, 3) ? "tea" : NULL);
		sieve_take_words(sieve, query);
		for (unsigned i = next_number(seed, 4); i; i--)
			sieve_go_on(sieve, 0);
		return;
	}
	if (!next_number(seed, 3))
		sieve_go_on(sieve, SIZE_MAX);
	if (!next_number(seed, 4))
		query_clear(query, trait);
	else if (count)
		query_tick(query, agenda, trait, next_number(seed, (unsigned)count),
			   next_number(seed, 4));
	if (trait == TRAIT_UPCOMING)
		query->now = moment((int)next_number(seed, 4), (int)next_number(seed, 24), 30);
	sieve_take_trait(sieve, query, trait);
}

/* As far as it has gone. */
static void assert_sieved(const struct query *query, const struct agenda *agenda,
			  const struct sieve *sieve)
{
	struct query_rows left = {0};
	size_t row = 0;

	sieve_run(sieve, 0, &left);
	for (size_t i = 0; i < agenda->session_count; i++) {
		bool fits = i < sieve_next(sieve) && query_fits(query, agenda, i);

		assert_int_equal(sieve_leaves(sieve, i), fits);
		if (fits)
			assert_int_equal(left.items[row++], i);
	}
	assert_int_equal(left.count, row);
	sieve_run(sieve, sieve_next(sieve) / 2, &left); /* adds those of the second half */
	for (size_t i = row; i < left.count; i++)
		assert_int_equal(left.items[i], left.items[i - (left.count - row)]);
	query_rows_free(&left);
}

/* How many sessions, of those before one, would be left if this value were the only one wanted of
 * its trait. */
static size_t left_by(struct query *query, const struct agenda *agenda, enum trait trait,
		      uint32_t value, size_t end)
{
	struct query_set before = query->sets[trait];
	struct query_rows rows = {0};
	size_t count;

	query->sets[trait] = (struct query_set){0};
	query_tick(query, agenda, trait, value, true);
	query_run(query, agenda, &rows);
	for (count = 0; count < rows.count && rows.items[count] < end;)
		count++;
	query_clear(query, trait);
	query->sets[trait] = before;
	query_rows_free(&rows);
	return count;
}

static void assert_counted(struct query *query, const struct agenda *agenda, struct sieve *sieve)
{
	for (enum trait trait = 0; trait < TRAIT_COUNT; trait++) {
		size_t *counts = calloc(trait_count(agenda, trait) + 1, sizeof *counts);
		size_t end = sieve_next(sieve);

		sieve_count(sieve, query, trait, (struct sieve_span){0, end / 3}, counts);
		sieve_count(sieve, query, trait, (struct sieve_span){end / 3, end}, counts);
		for (size_t i = 0; i < trait_count(agenda, trait); i++)
			assert_int_equal(counts[i],
					 left_by(query, agenda, trait, (uint32_t)i, end));
		free(counts);
	}
}

static void a_sieve_leaves_what_fits(void **state)
{
	(void)state;
	for (unsigned round = 0; round < 60; round++) {
		unsigned seed = round;
		struct agenda *agenda = random_agenda(&seed);
		struct sieve *sieve = sieve_new(agenda);
		struct bookmarks bookmarks = {0};
		struct query query = {.bookmarks = &bookmarks, .now = moment(1, 12, 0)};

		for (size_t i = 0; i < agenda->session_count; i += 3)
			bookmarks_set(&bookmarks,
				      &(struct bookmark){.id = (char *)agenda->sessions[i].id});
		bookmarks_set(&bookmarks, &(struct bookmark){.id = (char *)"gone"});
		for (int step = 0; step < 40; step++) {
			assert_sieved(&query, agenda, sieve);
			assert_counted(&query, agenda, sieve);
			random_change(&query, agenda, sieve, &seed);
		}
		query_free(&query);
		bookmarks_free(&bookmarks);
		sieve_free(sieve);
		agenda_free(agenda);
	}
	sieve_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_are_found_by_a_part_of_them),
	    cmocka_unit_test(a_whole_name_means_itself_alone),
	    cmocka_unit_test(a_language_is_found_however_it_is_written),
	    cmocka_unit_test(values_widen_and_traits_narrow),
	    cmocka_unit_test(what_is_kept),
	    cmocka_unit_test(what_is_upcoming),
	    cmocka_unit_test(days_by_any_name),
	    cmocka_unit_test(agendas_tell_what_matters),
	    cmocka_unit_test(languages_are_told_apart),
	    cmocka_unit_test(sessions_share_their_languages),
	    cmocka_unit_test(languages_without_end_are_bounded),
	    cmocka_unit_test(a_sieve_leaves_what_fits),
	};

	return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
