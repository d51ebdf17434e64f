/*
 * Dates, times and lengths in English, and in French where the catalogue is built. A no-break space
 * is written ~ here.
 */
#include "config.h"

#include "base/i18n.h"
#include "model/builder.h"
#include "present/stage.h"
#include "present/when.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

enum language { ENGLISH, FRENCH, LANGUAGE_COUNT };

static const char *const language_codes[LANGUAGE_COUNT] = {"en", "fr"};

/* Any locale but C makes gettext heed LANGUAGE; binding again makes it forget what it looked up. */
static void speak(enum language language)
{
	struct buffer folder = {0};
	const char *builddir = getenv("builddir");

	setenv("LANGUAGE", language_codes[language], 1);
	setlocale(LC_ALL, "C.UTF-8");
	buffer_printf(&folder, "%s/locale-built", builddir ? builddir : ".");
	bindtextdomain(PACKAGE, buffer_text(&folder));
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	i18n_forget();
	buffer_free(&folder);
}

static void need_french(void)
{
	speak(FRENCH);
	if (!strcmp(C_("weekday", "Monday"), "Monday"))
		skip();
}

/* Compares and empties. */
static void assert_text(struct buffer *out, const char *expected)
{
	struct buffer shown = {0};

	for (const char *at = buffer_text(out); *at; at++) {
		if (!strncmp(at, "\u00A0", 2)) {
			buffer_putc(&shown, '~');
			at++;
		} else {
			buffer_putc(&shown, *at);
		}
	}
	assert_string_equal(buffer_text(&shown), expected);
	buffer_free(&shown);
	buffer_free(out);
}

static civil_day day(int year, int month, int number)
{
	return civil_day_of((struct civil_date){year, month, number});
}

static civil_moment at(civil_day date, int hour, int minute)
{
	return civil_moment_of(date, hour * 60 + minute);
}

static const struct {
	int year, month, day;
	const char *text[LANGUAGE_COUNT], *medium[LANGUAGE_COUNT];
	const char *brief[LANGUAGE_COUNT], *shorter[LANGUAGE_COUNT];
} days[] = {
    {2023,
     10,
     19,
     {"Thursday 19 October 2023", "jeudi 19 octobre 2023"},
     {"Thursday 19 October", "jeudi 19 octobre"},
     {"Thu 19 Oct", "jeu. 19 oct."},
     {"Thu 19", "jeu. 19"}},
    {2023,
     5,
     1,
     {"Monday 1 May 2023", "lundi 1er mai 2023"},
     {"Monday 1 May", "lundi 1er mai"},
     {"Mon 1 May", "lun. 1er mai"},
     {"Mon 1", "lun. 1er"}},
    {2024,
     2,
     29,
     {"Thursday 29 February 2024", "jeudi 29 février 2024"},
     {"Thursday 29 February", "jeudi 29 février"},
     {"Thu 29 Feb", "jeu. 29 févr."},
     {"Thu 29", "jeu. 29"}},
    {20008,
     8,
     31,
     {"Sunday 31 August 20008", "dimanche 31 août 20008"},
     {"Sunday 31 August", "dimanche 31 août"},
     {"Sun 31 Aug", "dim. 31 août"},
     {"Sun 31", "dim. 31"}},
};

static void check_days(enum language language)
{
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		civil_day date = day(days[i].year, days[i].month, days[i].day);

		when_day_long(&out, date);
		assert_text(&out, days[i].text[language]);
		when_day_medium(&out, date);
		assert_text(&out, days[i].medium[language]);
		when_day_short(&out, date);
		assert_text(&out, days[i].brief[language]);
		when_day_shorter(&out, date);
		assert_text(&out, days[i].shorter[language]);
	}
}

static const struct {
	struct civil_date first, last;
	const char *text[LANGUAGE_COUNT];
} ranges[] = {
    {{2023, 10, 18}, {2023, 10, 20}, {"18–20 October 2023", "du 18 au 20 octobre 2023"}},
    {{2023, 11, 1}, {2023, 11, 3}, {"1–3 November 2023", "du 1er au 3 novembre 2023"}},
    {{2023, 10, 30},
     {2023, 11, 2},
     {"30 October – 2 November 2023", "du 30 octobre au 2 novembre 2023"}},
    {{2023, 12, 30},
     {2024, 1, 1},
     {"30 December 2023 – 1 January 2024", "du 30 décembre 2023 au 1er janvier 2024"}},
    {{2023, 10, 19}, {2023, 10, 19}, {"Thursday 19 October 2023", "jeudi 19 octobre 2023"}},
    {{2023, 10, 19}, {2023, 10, 1}, {"Thursday 19 October 2023", "jeudi 19 octobre 2023"}},
};

static void check_ranges(enum language language)
{
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		when_days(&out, civil_day_of(ranges[i].first), civil_day_of(ranges[i].last));
		assert_text(&out, ranges[i].text[language]);
	}
}

static const struct {
	int hour, minute;
	const char *text[LANGUAGE_COUNT], *column;
} clocks[] = {
    {11, 30, {"11:30", "11~h~30"}, "11:30"}, {9, 0, {"9:00", "9~h"}, "09:00"},
    {9, 5, {"9:05", "9~h~05"}, "09:05"},     {0, 0, {"0:00", "0~h"}, "00:00"},
    {23, 59, {"23:59", "23~h~59"}, "23:59"}, {25, 0, {"1:00", "1~h"}, "01:00"},
};

static void check_clocks(enum language language)
{
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++) {
		civil_moment moment = at(day(2023, 10, 19), clocks[i].hour, clocks[i].minute);

		when_clock(&out, moment);
		assert_text(&out, clocks[i].text[language]);
		when_column(&out, moment);
		assert_text(&out, clocks[i].column);
	}
}

static const struct {
	int64_t minutes;
	const char *text[LANGUAGE_COUNT];
} lengths[] = {
    {0, {"0~min", "0~min"}},
    {-5, {"0~min", "0~min"}},
    {45, {"45~min", "45~min"}},
    {60, {"1~h", "1~h"}},
    {65, {"1~h~05", "1~h~05"}},
    {90, {"1~h~30", "1~h~30"}},
    {1440, {"1~d", "1~j"}},
    {2 * 1440 + 180, {"2~d~3~h", "2~j~3~h"}},
    {1440 + 95, {"1~d~1~h~35", "1~j~1~h~35"}},
    {1440 + 5, {"1~d~5~min", "1~j~5~min"}},
};

static void check_lengths(enum language language)
{
	static const char *const or [LANGUAGE_COUNT][4] = {
	    {"", "45~min", "45~min or 1~h", "45~min, 1~h or 1~h~30"},
	    {"", "45~min", "45~min ou 1~h", "45~min, 1~h ou 1~h~30"},
	};
	static const int usual[] = {45, 60, 90};
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		when_length(&out, lengths[i].minutes);
		assert_text(&out, lengths[i].text[language]);
	}
	for (size_t count = 0; count <= 3; count++) {
		when_lengths(&out, usual, count);
		assert_text(&out, or [language][count]);
	}
}

/* Minutes from the midnight that begins Thursday 19 October 2023; -1 for none. */
static const struct {
	int start, end;
	const char *text[LANGUAGE_COUNT], *column[LANGUAGE_COUNT];
} spans[] = {
    {-1, -1, {"Thursday 19 October", "jeudi 19 octobre"}, {"", ""}},
    {690, -1, {"Thursday 19 October, 11:30", "jeudi 19 octobre à~11~h~30"}, {"11:30", "11:30"}},
    {540,
     630,
     {"Thursday 19 October, 9:00 to 10:30", "jeudi 19 octobre, de~9~h à~10~h~30"},
     {"09:00 – 10:30", "09:00 – 10:30"}},
    {1140,
     1500,
     {"Thursday 19 October, 19:00 to 1:00", "jeudi 19 octobre, de~19~h à~1~h"},
     {"19:00 – 01:00", "19:00 – 01:00"}},
    {1470,
     1500,
     {"Friday 20 October, 0:30 to 1:00", "vendredi 20 octobre, de~0~h~30 à~1~h"},
     {"00:30 – 01:00", "00:30 – 01:00"}},
    {540,
     540,
     {"Thursday 19 October, 9:00", "jeudi 19 octobre à~9~h"},
     {"09:00 – 09:00", "09:00 – 09:00"}},
    {540,
     540 + 1440 + 60,
     {"Thursday 19 October, 9:00 – Friday 20 October, 10:00",
      "du jeudi 19 octobre à~9~h au vendredi 20 octobre à~10~h"},
     {"09:00 – Fri 20, 10:00", "09:00 – ven. 20, 10:00"}},
    {630,
     630 + 1440,
     {"Thursday 19 October, 10:30 – Friday 20 October, 10:30",
      "du jeudi 19 octobre à~10~h~30 au vendredi 20 octobre à~10~h~30"},
     {"10:30 – Fri 20, 10:30", "10:30 – ven. 20, 10:30"}},
};

static struct session session_of(int start, int end)
{
	civil_day date = day(2023, 10, 19);

	return (struct session){
	    .day = date,
	    .start = start < 0 ? CIVIL_NONE : civil_moment_of(date, start),
	    .end = end < 0 ? CIVIL_NONE : civil_moment_of(date, end),
	};
}

static void check_sessions(enum language language)
{
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		struct session session = session_of(spans[i].start, spans[i].end);

		when_session(&out, &session);
		assert_text(&out, spans[i].text[language]);
		when_span_column(&out, &session);
		assert_text(&out, spans[i].column[language]);
	}
}

/* An event from minutes after that midnight on; -1 for no time. */
static const struct {
	int start, end, days;
	const char *text[LANGUAGE_COUNT];
} events[] = {
    {540,
     1140,
     1,
     {"Thursday 19 October, 9:00 – Friday 20 October 2023, 19:00",
      "du jeudi 19 octobre à~9~h au vendredi 20 octobre 2023 à~19~h"}},
    {-1, -1, 1, {"19–20 October 2023", "du 19 au 20 octobre 2023"}},
    {540,
     -1,
     1,
     {"Thursday 19 October, 9:00 – Friday 20 October 2023",
      "du jeudi 19 octobre à~9~h au vendredi 20 octobre 2023"}},
    {540,
     1140,
     0,
     {"Thursday 19 October 2023, 9:00 to 19:00", "jeudi 19 octobre 2023, de~9~h à~19~h"}},
    {540, -1, 0, {"Thursday 19 October 2023, 9:00", "jeudi 19 octobre 2023 à~9~h"}},
    {-1, -1, 0, {"Thursday 19 October 2023", "jeudi 19 octobre 2023"}},
    {540,
     540,
     80,
     {"Thursday 19 October 2023, 9:00 – Sunday 7 January 2024, 9:00",
      "du jeudi 19 octobre 2023 à~9~h au dimanche 7 janvier 2024 à~9~h"}},
};

static void check_events(enum language language)
{
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		civil_day first = day(2023, 10, 19);
		struct event event = {
		    .start = civil_moment_of(first, events[i].start < 0 ? 0 : events[i].start),
		    .end = civil_moment_of(first + events[i].days,
					   events[i].end < 0 ? 0 : events[i].end),
		    .start_has_time = events[i].start >= 0,
		    .end_has_time = events[i].end >= 0,
		};

		when_event(&out, &event);
		assert_text(&out, events[i].text[language]);
	}
}

/* 9:00 to 10:30; 11:30, no end known; a cancelled one; one without a time; 19:00 to 1:00. */
static struct agenda *made_agenda(bool with_event)
{
	static const struct {
		int day, start, end;
	} times[] = {{18, -1, -1}, {19, 540, 630}, {19, 690, -1}, {19, 750, 800}, {19, 1140, 1500}};
	struct builder *b = builder_new("made.md");

	if (with_event) {
		builder_event(b)->start = at(day(2023, 10, 18), 9, 0);
		builder_event(b)->start_has_time = true;
		builder_event(b)->end = at(day(2023, 10, 19), 18, 0);
		builder_event(b)->end_has_time = true;
	}
	for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
		struct session *s = builder_session(b);

		*s = session_of(times[i].start, times[i].end);
		s->title = builder_text(b, "Something");
		s->day = day(2023, 10, times[i].day);
		s->cancelled = i == 3;
	}
	return builder_finish(b);
}

static const struct {
	size_t session;
	int hour, minute; /* on Thursday */
	const char *text[LANGUAGE_COUNT];
} relations[] = {
    {0, 9, 0, {"", ""}},
    {1, 8, 12, {"in 48~min", "dans 48~min"}},
    {1, -15, 0, {"in 1~d", "dans 1~j"}},
    {1, -15, -1, {"", ""}},
    {1, 9, 0, {"1~h~30 left", "encore 1~h~30"}},
    {1, 10, 10, {"20~min left", "encore 20~min"}},
    {1, 10, 30, {"", ""}},
    {2, 12, 0, {"since 11:30", "depuis 11~h~30"}},
    {2, 18, 59, {"since 11:30", "depuis 11~h~30"}}, /* a cancelled one ends nothing */
    {2, 19, 0, {"", ""}},
    {3, 12, 30, {"", ""}},
    {4, 24, 30, {"30~min left", "encore 30~min"}},
};

static void check_relations(enum language language)
{
	struct agenda *agenda = made_agenda(true);
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
		when_relation(&out, agenda, relations[i].session,
			      at(day(2023, 10, 19), relations[i].hour, relations[i].minute));
		assert_text(&out, relations[i].text[language]);
	}
	when_relation(&out, agenda, 1, CIVIL_NONE);
	assert_text(&out, "");
	agenda_free(agenda);
}

static const struct {
	bool with_event;
	int day, hour, minute; /* of October 2023 */
	enum stage stage;
	const char *text[LANGUAGE_COUNT];
} stages[] = {
    {true,
     15,
     12,
     0,
     STAGE_BEFORE,
     {"The event begins in 3 days, on Wednesday 18 October 2023.",
      "L’évènement commence dans 3 jours, le mercredi 18 octobre 2023."}},
    {true,
     17,
     23,
     59,
     STAGE_BEFORE,
     {"The event begins tomorrow, Wednesday 18 October 2023.",
      "L’évènement commence demain, mercredi 18 octobre 2023."}},
    {true,
     18,
     8,
     59,
     STAGE_BEFORE,
     {"The event begins today at 9:00.", "L’évènement commence aujourd’hui à~9~h."}},
    {true, 18, 9, 0, STAGE_DURING, {"", ""}},
    /* The last session goes on longer than the announced end. */
    {true, 20, 0, 59, STAGE_DURING, {"", ""}},
    {true,
     20,
     1,
     0,
     STAGE_AFTER,
     {"The event ended today.", "L’évènement s’est terminé aujourd’hui."}},
    {true,
     21,
     9,
     0,
     STAGE_AFTER,
     {"The event ended yesterday.", "L’évènement s’est terminé hier."}},
    {true,
     22,
     9,
     0,
     STAGE_AFTER,
     {"The event ended on Friday 20 October 2023.",
      "L’évènement s’est terminé le vendredi 20 octobre 2023."}},
    /* Without dates of its own, an event is its sessions; the first one has no time. */
    {false, 18, 0, 0, STAGE_DURING, {"", ""}},
    {false,
     17,
     0,
     0,
     STAGE_BEFORE,
     {"The event begins tomorrow, Wednesday 18 October 2023.",
      "L’évènement commence demain, mercredi 18 octobre 2023."}},
};

/* Between two sessions, on the last day of an event; what each is told, and where it is said. */
static struct agenda *agenda_with_pauses(void)
{
	struct builder *b = builder_new(NULL);
	struct session *s = builder_session(b);

	s->title = builder_text(b, "Morning");
	s->day = day(2023, 10, 18);
	s->start = at(s->day, 9, 0);
	s->end = at(s->day, 10, 30);
	s = builder_session(b);
	s->title = builder_text(b, "Evening");
	s->day = day(2023, 10, 18);
	s->start = at(s->day, 19, 0);
	s->end = at(s->day, 25, 0);
	s = builder_session(b);
	s->title = builder_text(b, "Some time");
	s->day = day(2023, 10, 20);
	s = builder_session(b);
	s->title = builder_text(b, "Last");
	s->day = day(2023, 10, 21);
	s->start = at(s->day, 9, 0);
	return builder_finish(b);
}

static const struct {
	int day, hour, minute;
	const char *text[2], *words[2];
} pauses[] = {
    {10,
     9,
     0,
     {"The event begins in 8 days, on Wednesday 18 October 2023.",
      "L’évènement commence dans 8 jours, le mercredi 18 octobre 2023."},
     {"in 8 days", "dans 8 jours"}},
    {17,
     9,
     0,
     {"The event begins tomorrow, Wednesday 18 October 2023.",
      "L’évènement commence demain, mercredi 18 octobre 2023."},
     {"tomorrow", "demain"}},
    {18,
     8,
     0,
     {"The event begins today at 9:00.", "L’évènement commence aujourd’hui à~9~h."},
     {"today at 9:00", "aujourd’hui à~9~h"}},
    {18, 9, 0, {"", ""}, {"", ""}},
    {18, 10, 30, {"Nothing is on before 19:00.", "Rien n’a lieu avant 19~h."}, {"", ""}},
    {19, 0, 59, {"", ""}, {"", ""}},
    {19,
     1,
     0,
     {"Nothing is on before Saturday 21 October, 9:00.",
      "Rien n’a lieu avant le samedi 21 octobre à~9~h."},
     {"", ""}},
    /* Nobody knows when. */
    {20, 12, 0, {"", ""}, {"", ""}},
    {21, 8, 0, {"Nothing is on before 9:00.", "Rien n’a lieu avant 9~h."}, {"", ""}},
    {22,
     9,
     0,
     {"The event ended yesterday.", "L’évènement s’est terminé hier."},
     {"ended yesterday", "terminé hier"}},
    {29,
     9,
     0,
     {"The event ended on Saturday 21 October 2023.",
      "L’évènement s’est terminé le samedi 21 octobre 2023."},
     {"over", "terminé"}},
};

static void check_pauses(enum language language)
{
	struct agenda *agenda = agenda_with_pauses();
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
		civil_moment now =
		    at(day(2023, 10, pauses[i].day), pauses[i].hour, pauses[i].minute);

		stage_sentence(&out, agenda, now);
		assert_text(&out, pauses[i].text[language]);
		stage_words(&out, agenda, now);
		assert_text(&out, pauses[i].words[language]);
	}
	agenda_free(agenda);
}

static void check_stages(enum language language)
{
	struct buffer out = {0};

	for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
		struct agenda *agenda = made_agenda(stages[i].with_event);
		civil_moment now =
		    at(day(2023, 10, stages[i].day), stages[i].hour, stages[i].minute);

		assert_int_equal(stage_of(agenda, now), stages[i].stage);
		stage_sentence(&out, agenda, now);
		assert_text(&out, stages[i].text[language]);
		agenda_free(agenda);
	}
}

#define IN_BOTH_LANGUAGES(subject)                                                                 \
	static void subject##_in_english(void **state)                                             \
	{                                                                                          \
		(void)state;                                                                       \
		speak(ENGLISH);                                                                    \
		check_##subject(ENGLISH);                                                          \
	}                                                                                          \
	static void subject##_in_french(void **state)                                              \
	{                                                                                          \
		(void)state;                                                                       \
		need_french();                                                                     \
		check_##subject(FRENCH);                                                           \
	}

IN_BOTH_LANGUAGES(days)
IN_BOTH_LANGUAGES(ranges)
IN_BOTH_LANGUAGES(clocks)
IN_BOTH_LANGUAGES(lengths)
IN_BOTH_LANGUAGES(sessions)
IN_BOTH_LANGUAGES(events)
IN_BOTH_LANGUAGES(relations)
IN_BOTH_LANGUAGES(stages)
IN_BOTH_LANGUAGES(pauses)

static void what_is_unknown_is_not_written(void **state)
{
	struct session nothing = {.day = CIVIL_NONE, .start = CIVIL_NONE, .end = CIVIL_NONE};
	struct event event = {.start = CIVIL_NONE, .end = CIVIL_NONE};
	struct agenda *agenda = builder_finish(builder_new(NULL));
	struct buffer out = {0};

	(void)state;
	speak(ENGLISH);
	when_day_long(&out, CIVIL_NONE);
	when_day_medium(&out, CIVIL_NONE);
	when_day_short(&out, CIVIL_NONE);
	when_day_shorter(&out, CIVIL_NONE);
	when_days(&out, CIVIL_NONE, CIVIL_NONE);
	when_clock(&out, CIVIL_NONE);
	when_column(&out, CIVIL_NONE);
	when_session(&out, &nothing);
	when_span_column(&out, &nothing);
	when_event(&out, &event);
	when_offset(&out, CIVIL_NONE);
	assert_int_equal(stage_of(agenda, 0), STAGE_UNKNOWN);
	stage_sentence(&out, agenda, 0);
	assert_text(&out, "");
	agenda_free(agenda);
}

static void offsets(void **state)
{
	struct buffer out = {0};

	(void)state;
	when_offset(&out, 120);
	assert_text(&out, "UTC+2");
	when_offset(&out, -210);
	assert_text(&out, "UTC-3:30");
	when_offset(&out, 0);
	assert_text(&out, "UTC+0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(days_in_english),
	    cmocka_unit_test(days_in_french),
	    cmocka_unit_test(ranges_in_english),
	    cmocka_unit_test(ranges_in_french),
	    cmocka_unit_test(clocks_in_english),
	    cmocka_unit_test(clocks_in_french),
	    cmocka_unit_test(lengths_in_english),
	    cmocka_unit_test(lengths_in_french),
	    cmocka_unit_test(sessions_in_english),
	    cmocka_unit_test(sessions_in_french),
	    cmocka_unit_test(events_in_english),
	    cmocka_unit_test(events_in_french),
	    cmocka_unit_test(relations_in_english),
	    cmocka_unit_test(relations_in_french),
	    cmocka_unit_test(stages_in_english),
	    cmocka_unit_test(stages_in_french),
	    cmocka_unit_test(pauses_in_english),
	    cmocka_unit_test(pauses_in_french),
	    cmocka_unit_test(what_is_unknown_is_not_written),
	    cmocka_unit_test(offsets),
	};

	return cmocka_run_group_tests_name("when", tests, NULL, NULL);
}
