/*
 * The kiosk played without a terminal: its screens compared with golden/NAME.txt, the three days of
 * an event walked through by a simulated clock, anything done to it in any order, and a week of
 * visitors that leaves no trace in memory.
 *
 * To renew the screens after a change that was meant, run
 *
 *     NEC_RENEW_GOLDEN=1 make check TESTS=tests/kiosk/test_kiosk
 *
 * and look at every difference before it is committed.
 */
#include "config.h"

#include "base/i18n.h"
#include "base/locale.h"
#include "base/memory.h"
#include "kiosk/code.h"
#include "kiosk/kiosk_private.h"
#include "kiosk/show.h"
#include "read/reader.h"
#include "sample.h"
#include "tui/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { IDLE = 60, MINUTE = 60 * 1000 };

struct stage_set {
	struct agenda *agenda;
	struct kiosk *kiosk;
	struct screen *screen;
	civil_moment now;
	int64_t milliseconds;
};

/* Playing */

static void tell(struct stage_set *set, const struct kiosk_message *message)
{
	kiosk_update(set->kiosk, message);
}

static void tell_time(struct stage_set *set, civil_moment now, int64_t milliseconds)
{
	struct kiosk_message message = {.kind = KIOSK_TIME};

	message.time.now = set->now = now;
	message.time.milliseconds = set->milliseconds = milliseconds;
	tell(set, &message);
}

static void wait_for(struct stage_set *set, int64_t milliseconds)
{
	tell_time(set, set->now, set->milliseconds + milliseconds);
}

static void hit(struct stage_set *set, uint32_t key)
{
	struct kiosk_message message = {.kind = KIOSK_KEY, .key = key};

	tell(set, &message);
	kiosk_draw(set->kiosk, set->screen);
}

static void touch(struct stage_set *set, int row, int column)
{
	struct kiosk_message message = {.kind = KIOSK_TOUCH};

	message.touch.row = row;
	message.touch.column = column;
	tell(set, &message);
	kiosk_draw(set->kiosk, set->screen);
}

static void resize(struct stage_set *set, int rows, int columns)
{
	struct kiosk_message message = {.kind = KIOSK_RESIZE};

	message.resize.rows = rows;
	message.resize.columns = columns;
	tell(set, &message);
}

static void give(struct stage_set *set, struct agenda *agenda)
{
	struct kiosk_message message = {.kind = KIOSK_AGENDA, .agenda = agenda};

	tell(set, &message);
	agenda_free(set->agenda);
	set->agenda = agenda;
	kiosk_draw(set->kiosk, set->screen);
}

static struct stage_set begin(struct agenda *agenda, civil_moment now, int rows, int columns,
			      const char *language)
{
	struct kiosk_options options = {.idle_seconds = IDLE, .language = language, .blocks = true};
	struct stage_set set = {.agenda = NULL};

	locale_speak(language);
	set.kiosk = kiosk_new(&options, rows, columns);
	set.screen = screen_new(rows, columns);
	tell_time(&set, now, 1000);
	if (agenda)
		give(&set, agenda);
	kiosk_draw(set.kiosk, set.screen);
	return set;
}

static void end(struct stage_set *set)
{
	kiosk_free(set->kiosk);
	screen_free(set->screen);
	agenda_free(set->agenda);
}

/* A script: keys by their labels; "wait" for a leaf of the show, "idle". */
static void play(struct stage_set *set, const char *script)
{
	char *words = memory_strdup(script), *rest = words, *word;

	while ((word = strsep(&rest, " "))) {
		if (!strcmp(word, "wait"))
			wait_for(set, SHOW_LEAF_MILLISECONDS);
		else if (!strcmp(word, "idle"))
			wait_for(set, IDLE * 1000);
		else if (*word)
			hit(set, key_named(word));
	}
	free(words);
	kiosk_draw(set->kiosk, set->screen);
}

/* Looking */

static bool shows(const struct stage_set *set, const char *text)
{
	struct buffer dump = {0};
	bool found;

	screen_dump(set->screen, &dump, false);
	found = strstr(buffer_text(&dump), text) != NULL;
	buffer_free(&dump);
	return found;
}

static void assert_shows(const struct stage_set *set, const char *text)
{
	struct buffer dump = {0};

	if (shows(set, text))
		return;
	screen_dump(set->screen, &dump, false);
	print_error("\"%s\" is not on\n", text);
	for (const char *line = buffer_text(&dump); *line; line += strcspn(line, "\n") + 1)
		print_error("%.*s\n", (int)strcspn(line, "\n"), line);
	buffer_free(&dump);
	fail();
}

/* Whatever is drawn, the visitor's cursor is on it and it is the same when it is drawn again. */
static void assert_sound(const struct stage_set *set)
{
	struct screen *again = screen_new(1, 1);
	struct buffer first = {0}, second = {0};
	int row, column;

	kiosk_draw(set->kiosk, set->screen);
	kiosk_draw(set->kiosk, again);
	screen_dump(set->screen, &first, true);
	screen_dump(again, &second, true);
	assert_string_equal(buffer_text(&first), buffer_text(&second));
	screen_cursor(set->screen, &row, &column);
	if (!set->kiosk->showing) {
		assert_in_range(row, 0, screen_rows(set->screen) - 1);
		assert_in_range(column, 0, screen_columns(set->screen) - 1);
	}
	assert_in_range(kiosk_patience(set->kiosk), 1, INT32_MAX);
	buffer_free(&first);
	buffer_free(&second);
	screen_free(again);
}

/* Golden screens */

enum agenda_kind { LANTERNS, EMPTY, CONGRESS };

static const struct golden {
	const char *name;
	enum agenda_kind agenda;
	int day, hour, minute;
	const char *script;
} goldens[] = {
    {"now", LANTERNS, 1, 10, 12, ""},
    {"show-programme", LANTERNS, 1, 10, 12, "wait"},
    {"show-information", LANTERNS, 1, 10, 12, "wait wait wait"},
    {"before", LANTERNS, -3, 9, 0, ""},
    {"between", LANTERNS, 1, 5, 0, ""},
    {"after", LANTERNS, 9, 9, 0, ""},
    {"home", LANTERNS, 1, 10, 12, "Enter Esc"},
    {"stopped", LANTERNS, 1, 10, 12, "Enter"},
    {"days", LANTERNS, 1, 10, 12, "Enter Esc Down Enter"},
    {"day", LANTERNS, 1, 10, 12, "Enter Esc Down Enter Enter"},
    {"session", LANTERNS, 1, 10, 12, "Enter Enter"},
    {"picked", LANTERNS, 1, 10, 12, "Enter Enter Enter"},
    {"code", LANTERNS, 1, 10, 12, "Enter Enter Down Enter"},
    {"picks-empty", LANTERNS, 1, 10, 12, "Enter Esc Up Up Down Down Down Down Down Enter"},
    {"themes", LANTERNS, 1, 10, 12, "Enter Esc Down Down Enter"},
    {"hours", CONGRESS, 1, 14, 12, "Enter Esc Down Enter Enter"},
    {"many-now", CONGRESS, 1, 14, 12, ""},
    {"empty", EMPTY, 1, 10, 12, ""},
};

static const struct {
	int rows, columns;
	const char *language;
} looks[] = {{24, 80, "en"}, {24, 80, "fr"}, {67, 240, "fr"}, {10, 40, "en"}};

static struct agenda *agenda_of(enum agenda_kind kind)
{
	return kind == LANTERNS ? sample_lanterns()
	       : kind == EMPTY	? sample_empty()
				: sample_congress();
}

static void read_file(const char *path, struct buffer *out)
{
	FILE *file = fopen(path, "r");
	char piece[4096];
	size_t length;

	while (file && (length = fread(piece, 1, sizeof piece, file)) > 0)
		buffer_append(out, piece, length);
	if (file)
		fclose(file);
}

static void write_file(const char *path, const struct buffer *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fwrite(buffer_text(text), 1, text->length, file);
	assert_int_equal(fclose(file), 0);
}

/* Returns whether it is as it should be. */
static bool compare(const struct golden *golden, size_t look)
{
	struct stage_set set =
	    begin(agenda_of(golden->agenda), sample_at(golden->day, golden->hour, golden->minute),
		  looks[look].rows, looks[look].columns, looks[look].language);
	struct buffer found = {0}, wanted = {0};
	char path[512];
	bool same;

	play(&set, golden->script);
	assert_sound(&set);
	screen_dump(set.screen, &found, true);
	snprintf(path, sizeof path, "%s/tests/kiosk/golden/%s-%dx%d-%s.txt", getenv("srcdir"),
		 golden->name, looks[look].columns, looks[look].rows, looks[look].language);
	if (getenv("NEC_RENEW_GOLDEN"))
		write_file(path, &found);
	read_file(path, &wanted);
	same = !strcmp(buffer_text(&found), buffer_text(&wanted));
	if (!same)
		print_error("%s is another; it is now:\n%s\n", path, buffer_text(&found));
	buffer_free(&found);
	buffer_free(&wanted);
	end(&set);
	return same;
}

static void screens_are_as_they_should_be(void **state)
{
	size_t others = 0;

	(void)state;
	for (size_t i = 0; i < sizeof goldens / sizeof *goldens; i++)
		for (size_t look = 0; look < sizeof looks / sizeof *looks; look++)
			others += !compare(&goldens[i], look);
	assert_int_equal(others, 0);
}

/* Three days */

static civil_moment at(const char *text)
{
	civil_moment moment;
	bool has_time;
	int offset;

	assert_true(civil_parse_moment(&text, &moment, &has_time, &offset));
	return moment;
}

/* The built-in agenda, whose days are known, from before the first to after the last. */
static void three_days_are_walked_through(void **state)
{
	static const struct {
		const char *moment, *shown;
	} moments[] = {
	    {"2023-10-10T10:00", "BEGINS IN"},
	    {"2023-10-10T10:00", "days"},
	    {"2023-10-19T08:30", "Accueil NEC"},
	    {"2023-10-19T10:42", "ON NOW"},
	    {"2023-10-19T10:42", "since 9:00"},
	    {"2023-10-19T10:42", "Plénière"},
	    {"2023-10-19T23:30", "Grande soirée NEC"},
	    {"2023-10-20T00:30", "30 min left"},
	    {"2023-10-18T23:30", "It goes on Thursday 19 October"},
	    {"2023-10-20T09:30", "since 9:00"},
	    {"2023-10-20T14:40", "20 min left"},
	    {"2023-10-20T16:00", "Thank you for coming"}, /* nothing is to come any more */
	    {"2023-10-21T12:00", "Thank you for coming"},
	};
	struct report report = {0};
	struct stage_set set =
	    begin(reader_open(NULL, &report), at("2023-10-01T12:00"), 24, 80, "en");

	(void)state;
	for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
		tell_time(&set, at(moments[i].moment), set.milliseconds + 10 * MINUTE);
		play(&set, "x idle"); /* the show begins anew */
		assert_sound(&set);
		assert_shows(&set, moments[i].shown);
	}
	end(&set);
	report_free(&report);
}

/* Its first link leads to where one registers; who stays behind is led to the site. */
static void the_farewell_leads_to_the_event(void **state)
{
	struct report report = {0};
	struct stage_set set =
	    begin(reader_open(NULL, &report), at("2023-10-21T12:00"), 24, 80, "en");

	(void)state;
	assert_string_equal(code_link(set.agenda, 0),
			    "https://numerique-en-communs.fr/vous-inscrire/");
	assert_string_equal(code_link(set.agenda, code_event_link(set.agenda)),
			    "https://numerique-en-communs.fr/");
	end(&set);
	report_free(&report);
}

/* The figures say what the sentence above them does, to the minute and in days of a calendar. In so
 * small a window they are letters. */
static void the_countdown_is_to_the_beginning(void **state)
{
	static const struct {
		const char *moment, *sentence, *left;
	} moments[] = {
	    {"2023-10-10T10:00", "begins in 8 days", "  8 days"},
	    {"2023-10-16T23:00", "begins in 2 days", "  2 days"},
	    {"2023-10-17T10:00", "begins tomorrow", "  23 h"},
	    {"2023-10-18T08:10", "begins today at 9:00", "  50 min"},
	};
	struct report report = {0};
	struct stage_set set =
	    begin(reader_open(NULL, &report), at("2023-10-01T12:00"), 10, 40, "en");

	(void)state;
	for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
		tell_time(&set, at(moments[i].moment), set.milliseconds + 10 * MINUTE);
		play(&set, "x idle");
		assert_shows(&set, moments[i].sentence);
		assert_shows(&set, moments[i].left);
	}
	end(&set);
	report_free(&report);
}

/* The show at a moment of the built-in agenda, after so many leaves. */
static struct stage_set show_at(const char *moment, int leaves)
{
	struct report report = {0};
	struct stage_set set = begin(reader_open(NULL, &report), at(moment), 24, 80, "en");

	report_free(&report);
	for (int i = 0; i < leaves; i++)
		wait_for(&set, SHOW_LEAF_MILLISECONDS);
	kiosk_draw(set.kiosk, set.screen);
	return set;
}

static void what_is_past_is_not_announced(void **state)
{
	struct stage_set set = show_at("2023-10-20T12:40", 1);

	(void)state;
	assert_shows(&set, "Friday 20 October");
	assert_shows(&set, "Déjeuner de clôture");
	assert_false(shows(&set, "Accueil NEC"));
	hit(&set, 'x'); /* the visitor stands at what was shown first */
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_SESSIONS);
	assert_int_equal(kiosk_here(set.kiosk)->cursor, 1);
	end(&set);
}

/* The first day has sessions, but no times. */
static void a_day_without_times_is_not_passed_over(void **state)
{
	struct stage_set set = show_at("2023-10-18T10:00", 1);

	(void)state;
	assert_shows(&set, "Wednesday 18 October");
	assert_shows(&set, "Rassemblement");
	end(&set);
}

/* Of information what those who come need, and all of it in one leaf; how to come is with it. */
static void the_show_tells_what_is_practical(void **state)
{
	struct stage_set set = show_at("2023-10-19T10:42", 2);

	(void)state;
	assert_shows(&set, "Practical information");
	assert_shows(&set, "Pour qui ?");
	assert_false(shows(&set, "Published"));
	play(&set, "wait");
	assert_shows(&set, "How to get here");
	assert_shows(&set, "Tramway");
	end(&set);
}

/* Two links to register with, under one label. */
static void links_of_one_label_are_told_apart(void **state)
{
	struct stage_set set = show_at("2023-10-19T10:42", 4);

	(void)state;
	assert_shows(&set, "Inscription – Une personne");
	assert_shows(&set, "Touch the screen, or press a"); /* in two lines */
	assert_shows(&set, " key");
	play(&set, "wait");
	assert_shows(&set, "Inscription – Un groupe");
	end(&set);
}

/* Every minute of five days: something is always shown, and it is sound. */
static void every_minute_shows_something(void **state)
{
	struct report report = {0};
	struct stage_set set =
	    begin(reader_open(NULL, &report), at("2023-10-17T00:00"), 24, 80, "fr");

	(void)state;
	for (int minute = 0; minute < 5 * MINUTES_PER_DAY; minute += 7) {
		tell_time(&set, at("2023-10-17T00:00") + minute, set.milliseconds + 7 * MINUTE);
		if (minute % 5 == 0)
			assert_sound(&set);
		assert_true(set.kiosk->showing);
	}
	end(&set);
	report_free(&report);
}

/* The visitor */

static void a_key_stops_the_show_where_it_stands(void **state)
{
	struct stage_set set = begin(sample_lanterns(), sample_at(1, 10, 12), 24, 80, "en");

	(void)state;
	play(&set, "x");
	assert_false(set.kiosk->showing);
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_NOW);
	play(&set, "idle wait Down");
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_SESSIONS);
	end(&set);
}

static void whoever_leaves_is_forgotten(void **state)
{
	struct stage_set set = begin(sample_lanterns(), sample_at(1, 10, 12), 24, 80, "en");

	(void)state;
	play(&set, "Enter Enter Enter F2");
	assert_int_equal(set.kiosk->picks.count, 1);
	assert_shows(&set, "Retour");
	wait_for(&set, IDLE * 1000 - 1);
	assert_false(set.kiosk->showing);
	play(&set, "Up");
	play(&set, "idle");
	assert_true(set.kiosk->showing);
	assert_int_equal(set.kiosk->picks.count, 0);
	assert_shows(&set, "ON NOW");
	end(&set);
}

/* Whoever does not read this language finds theirs on the first page, also without a touch. */
static void the_other_language_is_on_the_first_page(void **state)
{
	struct stage_set set = show_at("2023-10-19T10:42", 0);
	const struct list *items = &set.kiosk->items;

	(void)state;
	play(&set, "Enter Esc Down Down Down Down");
	assert_int_equal(items->top, 0);
	hit(&set, KEY_RETURN);
	assert_shows(&set, "Bienvenue");
	end(&set);
}

/* Up, down, Enter and back reach every page, and the other language. */
static void four_keys_are_enough(void **state)
{
	struct stage_set set = begin(sample_lanterns(), sample_at(1, 10, 12), 24, 80, "en");
	bool reached[PAGE_COUNT] = {false}, french = false;
	static const uint32_t keys[] = {KEY_ARROW_UP, KEY_ARROW_DOWN, KEY_ARROW_DOWN,
					KEY_RETURN,   KEY_RETURN,     KEY_ESCAPE};

	(void)state;
	srand(3);
	for (int i = 0; i < 20000; i++) {
		hit(&set, keys[rand() % 6]);
		if (!set.kiosk->showing)
			reached[kiosk_here(set.kiosk)->page] = true;
		french = french || !strcmp(set.kiosk->language, "fr");
	}
	assert_true(french);
	for (enum page_id page = 0; page < PAGE_COUNT; page++)
		if (page != PAGE_HOURS && page != PAGE_LINK && !reached[page])
			fail_msg("page %d is not reached", (int)page);
	end(&set);
}

static void touching_is_enough(void **state)
{
	struct stage_set set = begin(sample_lanterns(), sample_at(1, 10, 12), 24, 80, "en");
	const struct scene *scene = &set.kiosk->scene;

	(void)state;
	touch(&set, 10, 10); /* the show stops */
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_NOW);
	touch(&set, scene->list.row + 1, 20);
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_SESSION);
	touch(&set, scene->list.row + 2, scene->list.column + 5);
	assert_int_equal(set.kiosk->picks.count, 1);
	touch(&set, 23, scene->buttons[BUTTON_PICKS].column + 3);
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_PICKS);
	touch(&set, 21, scene->buttons[BUTTON_LANGUAGE].column + 3);
	assert_string_equal(set.kiosk->language, "fr");
	touch(&set, 22, 3);
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_SESSION);
	for (enum scene_button button = 0; button < BUTTON_COUNT; button++)
		assert_true(scene->buttons[button].rows >= 3);
	assert_true(scene->item_rows >= 3);
	end(&set);
}

static void nothing_else_does_anything(void **state)
{
	static const uint32_t others[] = {'q',
					  'b',
					  'e',
					  '/',
					  '?',
					  'o',
					  'y',
					  'm',
					  ':',
					  '!',
					  KEY_CONTROL('c'),
					  KEY_CONTROL('z'),
					  KEY_FUNCTION_1,
					  KEY_TAB,
					  KEY_REMOVE,
					  0x1F600};
	static const char *const pages[] = {"Enter Esc", "Enter Enter", "Enter Enter Down Enter"};

	(void)state;
	for (size_t page = 0; page < sizeof pages / sizeof *pages; page++) {
		struct stage_set set = begin(sample_lanterns(), sample_at(1, 10, 12), 24, 80, "en");
		struct buffer before = {0}, after = {0};

		play(&set, pages[page]);
		screen_dump(set.screen, &before, true);
		for (size_t i = 0; i < sizeof others / sizeof *others; i++)
			hit(&set, others[i]);
		screen_dump(set.screen, &after, true);
		assert_string_equal(buffer_text(&before), buffer_text(&after));
		buffer_free(&before);
		buffer_free(&after);
		end(&set);
	}
}

/* The agenda */

static void without_an_agenda_the_time_is_shown(void **state)
{
	struct stage_set set = begin(NULL, sample_at(1, 10, 12), 24, 80, "en");
	struct kiosk_message trouble = {.kind = KIOSK_TROUBLE, .trouble = "page.md: not there"};

	(void)state;
	assert_sound(&set);
	assert_shows(&set, "in a moment");
	tell(&set, &trouble);
	play(&set, "Enter Down Esc");
	assert_shows(&set, "page.md: not there");
	assert_sound(&set);
	give(&set, sample_lanterns());
	trouble.trouble = NULL;
	tell(&set, &trouble);
	kiosk_draw(set.kiosk, set.screen);
	assert_false(shows(&set, "page.md"));
	end(&set);
}

/* An edition of an agenda with these sessions. */
static struct agenda *edition_of(const char *sessions)
{
	static const char page[] = "---\ntitle: Lanterns\nannonce: The tram is late today.\n"
				   "event_date: 2031-06-12\nsessions:\n%s---\n";
	char name[] = "/tmp/kiosk-XXXXXX.md";
	struct report report = {0};
	struct agenda *agenda;
	int file = mkstemps(name, 3);
	FILE *stream = fdopen(file, "w");

	fprintf(stream, page, sessions);
	fclose(stream);
	agenda = reader_open(name, &report);
	unlink(name);
	report_free(&report);
	assert_non_null(agenda);
	return agenda;
}

/* In the second one a session is an hour later, and another one gone. */
static struct agenda *edition(int number)
{
	return edition_of(number == 1
			      ? "  - {id: a, title: Doors open, start: \"2031-06-12T11:00\"}\n"
				"  - {id: b, title: Gone soon, start: \"2031-06-12T15:00\"}\n"
			      : "  - {id: a, title: Doors open, start: \"2031-06-12T12:00\"}\n");
}

static void a_newer_edition_keeps_the_place_and_tells_what_moved(void **state)
{
	struct stage_set set = begin(edition(1), at("2031-06-12T10:00"), 24, 80, "en");

	(void)state;
	assert_shows(&set, "The tram is late today.");
	play(&set, "Enter Esc Down Enter Enter Enter Enter");
	assert_int_equal(set.kiosk->picks.count, 1);
	give(&set, edition(2));
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_SESSION);
	assert_int_equal(set.kiosk->picks.count, 1);
	assert_shows(&set, "changed: 11:00 → 12:00");
	play(&set, "Esc");
	assert_shows(&set, "changed: 11:00 → 12:00");
	assert_false(shows(&set, "Gone soon"));
	end(&set);
}

static void an_announcement_is_on_every_screen(void **state)
{
	struct stage_set set = begin(edition(1), at("2031-06-12T10:00"), 24, 80, "en");

	(void)state;
	assert_shows(&set, "The tram is late today.");
	play(&set, "Enter Esc");
	assert_shows(&set, "The tram is late today.");
	play(&set, "Down Enter Enter Enter c");
	assert_int_equal(kiosk_here(set.kiosk)->page, PAGE_CODE);
	assert_shows(&set, "The tram is late today.");
	end(&set);
}

/* What the third edition says is told from the first one on, also of a session that is only known
 * by its title; what is as it was is no change. */
static void changes_are_told_from_the_first_edition_on(void **state)
{
	static const char *const editions[] = {
	    "  - {title: Doors open, start: \"2031-06-12T11:00\", room: Hall}\n",
	    "  - {title: Doors open, start: \"2031-06-12T12:00\", room: Hall}\n",
	    "  - {title: Doors open, start: \"2031-06-13T12:00\", room: Quay}\n",
	};
	struct stage_set set = begin(edition_of(editions[0]), at("2031-06-12T10:00"), 24, 80, "en");

	(void)state;
	play(&set, "x Esc Down Enter Enter Enter");
	give(&set, edition_of(editions[1]));
	assert_shows(&set, "changed: 11:00 → 12:00");
	give(&set, edition_of(editions[2]));
	play(&set, "idle x Esc Down Enter Enter Enter");
	assert_shows(&set, "changed: Thu 12 Jun, 11:00 → Fri 13 ");
	assert_shows(&set, "Jun, 12:00, Hall → Quay");
	give(&set, edition_of(editions[0]));
	play(&set, "idle x Esc Down Enter Enter Enter");
	assert_shows(&set, "Doors open");
	assert_false(shows(&set, "changed"));
	end(&set);
}

/* Anything */

static void tell_trouble(struct stage_set *set)
{
	struct kiosk_message message = {.kind = KIOSK_TROUBLE};

	message.trouble = rand() % 3 ? "page.md:3: what it says here makes no sense" : NULL;
	tell(set, &message);
}

static void random_step(struct stage_set *set)
{
	static const uint32_t keys[] = {
	    KEY_ARROW_UP, KEY_ARROW_DOWN, KEY_RETURN, KEY_ESCAPE, KEY_FUNCTION_1 + 1, 'c', ' '};
	int choice = rand() % 21;

	if (choice == 20)
		tell_trouble(set);
	else if (choice < 10)
		hit(set, keys[rand() % 7]);
	else if (choice < 12)
		hit(set, (uint32_t)rand() % 0x110020);
	else if (choice < 15)
		touch(set, rand() % 80 - 5, rand() % 260 - 5);
	else if (choice < 17)
		resize(set, rand() % 70, rand() % 250);
	else if (choice < 19)
		tell_time(set, sample_at(rand() % 7 - 1, rand() % 24, rand() % 60),
			  set->milliseconds + rand() % (2 * MINUTE));
	else
		give(set, rand() % 3 ? sample_random((unsigned)rand()) : sample_lanterns());
}

static void anything_leaves_it_sound(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < 40; seed++) {
		struct stage_set set;

		srand(seed);
		print_message("# seed %u\n", seed);
		set = begin(sample_random(seed), sample_at(1, 10, 12), 24, 80,
			    seed % 2 ? "en" : "fr");
		for (int step = 0; step < 150; step++) {
			random_step(&set);
			assert_sound(&set);
		}
		end(&set);
	}
}

/* Memory */

/* An hour of visitors, of a day of twelve: each wanders about, changes the language and goes away.
 */
static void pass_an_hour(struct stage_set *set)
{
	srand(11); /* every hour is the same, so that what it leaves behind can be compared */
	for (int visitor = 0; visitor < 4; visitor++) {
		for (int i = 0; i < 25; i++) {
			random_step(set);
			resize(set, 24, 80);
		}
		give(set, sample_lanterns());
		for (int leaf = 0; leaf < 12; leaf++)
			wait_for(set, SHOW_LEAF_MILLISECONDS);
		play(set, "idle");
	}
}

/* With the sanitizers memory is counted by them: it ends the test where any is lost. */
static void a_week_leaves_no_trace(void **state)
{
	struct stage_set set = begin(sample_lanterns(), sample_at(1, 10, 12), 24, 80, "fr");
	size_t after_first;

	(void)state;
	pass_an_hour(&set);
	pass_an_hour(&set);
	after_first = mallinfo2().uordblks;
	for (int hour = 1; hour < 7 * 12; hour++)
		pass_an_hour(&set);
	print_message("# %zu bytes, %zu at first\n", mallinfo2().uordblks, after_first);
	/* The smallest thing that each of 328 visitors could leave behind would make 10,000 bytes.
	 */
	assert_in_range(mallinfo2().uordblks, 0, after_first + 1024);
	end(&set);
}

/* malloc() keeps pieces for the next of their size and counts them as taken, ever more of them; it
 * is told not to, which it heeds only at the start. */
static void count_to_the_byte(char **arguments)
{
	if (getenv("GLIBC_TUNABLES"))
		return;
	setenv("GLIBC_TUNABLES", "glibc.malloc.tcache_count=0", 1);
	execv("/proc/self/exe", arguments);
}

int main(int count, char **arguments)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(screens_are_as_they_should_be),
	    cmocka_unit_test(three_days_are_walked_through),
	    cmocka_unit_test(the_farewell_leads_to_the_event),
	    cmocka_unit_test(the_countdown_is_to_the_beginning),
	    cmocka_unit_test(what_is_past_is_not_announced),
	    cmocka_unit_test(a_day_without_times_is_not_passed_over),
	    cmocka_unit_test(the_show_tells_what_is_practical),
	    cmocka_unit_test(links_of_one_label_are_told_apart),
	    cmocka_unit_test(every_minute_shows_something),
	    cmocka_unit_test(a_key_stops_the_show_where_it_stands),
	    cmocka_unit_test(whoever_leaves_is_forgotten),
	    cmocka_unit_test(the_other_language_is_on_the_first_page),
	    cmocka_unit_test(four_keys_are_enough),
	    cmocka_unit_test(touching_is_enough),
	    cmocka_unit_test(nothing_else_does_anything),
	    cmocka_unit_test(without_an_agenda_the_time_is_shown),
	    cmocka_unit_test(a_newer_edition_keeps_the_place_and_tells_what_moved),
	    cmocka_unit_test(an_announcement_is_on_every_screen),
	    cmocka_unit_test(changes_are_told_from_the_first_edition_on),
	    cmocka_unit_test(anything_leaves_it_sound),
	    cmocka_unit_test(a_week_leaves_no_trace),
	};
	char catalogues[512];

	(void)count;
	count_to_the_byte(arguments);
	locale_begin();
	locale_speak("en"); /* as of now the catalogues lie where the next line says */
	snprintf(catalogues, sizeof catalogues, "%s/locale-built", getenv("builddir"));
	bindtextdomain(PACKAGE, catalogues);
	return cmocka_run_group_tests_name("kiosk", tests, NULL, NULL);
}
