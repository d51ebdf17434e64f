#include "config.h"

#include "programme/temporal.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

/*
 * What is found is told in short:
 *
 *     2 18.10.2023        a date: its weekday (0 is Monday) and the parts that are written
 *     18.10 .. 20.10      a span of days
 *     09:00, 09:00-12:30  a time, a span of time; 19:00-25:00 goes past midnight
 *     90' 90'-180'        a length in minutes
 *
 * with "from", "until" or "since" before it, and several parted by "; ".
 */
struct sample {
	const char *text, *found;
};

static void tell_date(struct buffer *out, const struct temporal_date *date)
{
	if (date->weekday >= 0)
		buffer_printf(out, "%d", date->weekday);
	if (date->weekday >= 0 && (date->day || date->nth))
		buffer_puts(out, " ");
	if (date->nth)
		buffer_printf(out, "day %d", date->nth);
	if (date->day)
		buffer_printf(out, "%d", date->day);
	if (date->month)
		buffer_printf(out, ".%d", date->month);
	if (date->year)
		buffer_printf(out, ".%d", date->year);
}

static void tell_clock(struct buffer *out, int minutes)
{
	buffer_printf(out, "%02d:%02d", minutes / 60, minutes % 60);
}

static void tell(struct buffer *out, const struct temporal *temporal)
{
	static const char *const bounds[] = {"", "from ", "until ", "since "};

	buffer_puts(out, bounds[temporal->bound]);
	if (temporal->kind == TEMPORAL_DATE) {
		tell_date(out, &temporal->first);
		if (memcmp(&temporal->first, &temporal->last, sizeof temporal->first) != 0) {
			buffer_puts(out, " .. ");
			tell_date(out, &temporal->last);
		}
	} else if (temporal->kind == TEMPORAL_TIME) {
		tell_clock(out, temporal->from);
		if (temporal->to >= 0) {
			buffer_puts(out, "-");
			tell_clock(out, temporal->to);
		}
	} else {
		buffer_printf(out, "%d'", temporal->from);
		if (temporal->to != temporal->from)
			buffer_printf(out, "-%d'", temporal->to);
	}
}

static char *found_in(const char *text)
{
	struct temporals found = {0};
	struct buffer out = {0};

	temporal_scan(&found, text, strlen(text));
	for (size_t i = 0; i < found.count; i++) {
		if (found.items[i].kind == TEMPORAL_TIME &&
		    !temporal_may_hold_time(text, strlen(text)))
			fail_msg("\"%s\" holds a time, which was not seen at a glance", text);
		buffer_puts(&out, i ? "; " : "");
		tell(&out, &found.items[i]);
	}
	temporal_free(&found);
	return buffer_steal(&out);
}

static void assert_all(const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *found = found_in(samples[i].text);

		if (strcmp(found, samples[i].found) != 0)
			fail_msg("\"%s\" holds \"%s\", not \"%s\"", samples[i].text, found,
				 samples[i].found);
		free(found);
	}
}

#define ASSERT_ALL(samples) assert_all(samples, sizeof(samples) / sizeof *(samples))

static void dates_are_found(void **state)
{
	static const struct sample samples[] = {
	    {"mercredi 18 octobre", "2 18.10"},
	    {"Lundi 23 novembre 2020", "0 23.11.2020"},
	    {"jeudi 19/10/23", "3 19.10.2023"},
	    {"25/11/2020", "25.11.2020"},
	    {"25.11.2020", "25.11.2020"},
	    {"25-11-2020", "25.11.2020"},
	    {"2024-03-02", "2.3.2024"},
	    {"2024/03/02", "2.3.2024"},
	    {"Le 05/11", "5.11"},
	    {"le 5/11", "5.11"},
	    {"mardi 5/11", "1 5.11"},
	    {"1er juin, 1ᵉʳ juin, 1 er juin", "1.6; 1.6; 1.6"},
	    {"6 DÉCEMBRE, 6 decembre, 6 déc.", "6.12; 6.12; 6.12"},
	    {"jeu. 9 nov. 2023", "3 9.11.2023"},
	    {"Thursday 19 October 2023", "3 19.10.2023"},
	    {"Thursday, October 19", "3 19.10"},
	    {"October 19th", "19.10"},
	    {"Oct 19, 2023", "19.10.2023"},
	    {"the 19th of October", "19.10"},
	    {"10/19/2023", "19.10.2023"},
	    {"Jeudi 19", "3 19"},
	    {"Jeudi", "3"},
	    {"Jour 2, 2e journée, Première journée, Day 3", "day 2; day 2; day 1; day 3"},
	    {"le 29 février", "29.2"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void spans_of_days_are_found(void **state)
{
	static const struct sample samples[] = {
	    {"Du 16/11 au 20/11", "16.11 .. 20.11"},
	    {"19 au 20 octobre", "19.10 .. 20.10"},
	    {"19-20 octobre 2023", "19.10.2023 .. 20.10.2023"},
	    {"les 7, 8 et 9 septembre 2021", "7.9.2021 .. 9.9.2021"},
	    {"du 30 novembre au 9 décembre 2020", "30.11.2020 .. 9.12.2020"},
	    {"du 28 décembre au 3 janvier 2021", "28.12.2020 .. 3.1.2021"},
	    {"du mercredi 18 au vendredi 20 octobre", "2 18.10 .. 4 20.10"},
	    {"October 19–20, 2023", "19.10.2023 .. 20.10.2023"},
	    {"du lundi au vendredi", "0 .. 4"},
	    {"12 mars – 14 mars", "12.3 .. 14.3"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void times_are_found(void **state)
{
	static const struct sample samples[] = {
	    {"9h", "09:00"},
	    {"9H", "09:00"},
	    {"9h30", "09:30"},
	    {"9 h 30", "09:30"},
	    {"9\u00A0h\u00A030", "09:30"},
	    {"9\u202Fh\u202F30", "09:30"},
	    {"9h 30", "09:30"},
	    {"09:00", "09:00"},
	    {"09:00:00", "09:00"},
	    {"9 heures 30", "09:30"},
	    {"9 heures", "09:00"},
	    {"midi, minuit, noon", "12:00; 00:00; 12:00"},
	    {"12 noon, 12 midnight", "12:00; 00:00"},
	    {"Midi", "12:00"},
	    {"minuit", "00:00"},
	    {"NOON", "12:00"},
	    {"midday", "12:00"},
	    {"Midnight", "00:00"},
	    {"9am, 9 a.m., 2:30 pm, 2.30 p.m.", "09:00; 09:00; 14:30; 14:30"},
	    {"12 am, 12 pm", "00:00; 12:00"},
	    {"à partir de 18h", "from 18:00"},
	    {"dès 8h30", "from 08:30"},
	    {"vers 17h", "17:00"},
	    {"à 2h", "02:00"},
	    {"01h", "01:00"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void spans_of_time_are_found(void **state)
{
	static const struct sample samples[] = {
	    {"9h – 12h30", "09:00-12:30"},
	    {"9h-9h30", "09:00-09:30"},
	    {"9h -> 9h30", "09:00-09:30"},
	    {"9h => 9h30", "09:00-09:30"},
	    {"9h -- 9h30", "09:00-09:30"},
	    {"9h.30", "09:30"},
	    {"9h—9h30", "09:00-09:30"},
	    {"14h00-14h45", "14:00-14:45"},
	    {"de 9h à 10h", "09:00-10:00"},
	    {"de 9 à 10h30", "09:00-10:30"},
	    {"9-10h", "09:00-10:00"},
	    {"from 9 to 10:30", "09:00-10:30"},
	    {"entre 9h et 10h", "09:00-10:00"},
	    {"9h → 10h, 9h > 10h", "09:00-10:00; 09:00-10:00"},
	    {"9h30/10h", "09:30-10:00"},
	    {"de 9h jusqu'à 12h", "09:00-12:00"},
	    {"19h – 01h", "19:00-25:00"},
	    {"19h - minuit", "19:00-24:00"},
	    {"9h - midi", "09:00-12:00"},
	    {"10.30-11.15", "10:30-11:15"},
	    {"2:30 – 4 pm", "14:30-16:00"},
	    {"11 – 1 pm", "11:00-13:00"},
	    {"9 am – 10:30", "09:00-10:30"},
	    {"12h-9h", "12:00-09:00"},
	    {"9h / 9 am", "09:00"},
	    {"9h et 14h", "09:00; 14:00"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void dates_and_times_stand_together(void **state)
{
	static const struct sample samples[] = {
	    {"Le 05/11 à 9h", "5.11; 09:00"},
	    {"mardi 24 novembre, 17h-17h30", "1 24.11; 17:00-17:30"},
	    {"jeudi 9h-10h", "3; 09:00-10:00"},
	    {"jeudi 9-10h30", "3; 09:00-10:30"},
	    {"6 décembre de 14h à 18h", "6.12; 14:00-18:00"},
	    {"12 mars - 14h", "12.3; 14:00"},
	    {"October 9h", "09:00"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void lengths_are_no_times(void **state)
{
	static const struct sample samples[] = {
	    {"des ateliers (1h30 ou 3h), des pitchs (1h)", "90'; 180'; 60'"},
	    {"Ateliers : 1h30 ou 3h", "90'; 180'"},
	    {"ateliers de 2h", "120'"},
	    {"de 1h30 à 3h", "90'-180'"},
	    {"5-8 minutes, 45min, (30m), 45'", "5'-8'; 45'; 30'; 45'"},
	    {"Retex - 45m", "45'"},
	    {"à 100 m", ""},
	    {"2h d'atelier, 14h de formation", "120'; 840'"},
	    {"pendant 9h", "540'"},
	    {"durée : 2h", "120'"},
	    {"3h par jour", "180'"},
	    {"2 hours", "120'"},
	    {"9h30min", "570'"},
	    {"hackathon de 24h", "1440'"},
	    {"9h - 2h d'échanges", "09:00; 120'"},
	    {"9h 30 personnes", "09:00"},
	    {"24 mois, 5 jours", ""},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void bounds_are_told(void **state)
{
	static const struct sample samples[] = {
	    {"jusqu'au 26 mai 2023, 18h", "until 26.5.2023; 18:00"},
	    {"jusqu’à 18h", "until 18:00"},
	    {"avant le 7 mai", "until 7.5"},
	    {"avant vendredi 20 janvier à midi", "until 4 20.1; 12:00"},
	    {"au plus tard le 3 mai", "until 3.5"},
	    {"d'ici le 3 mai", "until 3.5"},
	    {"by Friday 3 May", "until 4 3.5"},
	    {"depuis le 3 mai 2019", "since 3.5.2019"},
	    {"since 3 May", "since 3.5"},
	    {"dès le 3 mai", "from 3.5"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void other_numbers_are_left_alone(void **state)
{
	static const struct sample samples[] = {
	    {"", ""},
	    {"10 000 000 dossiers, 80 000 agents", ""},
	    {"partie 1/2, 24/7, 3/4", ""},
	    {"version 3.5h", ""},
	    {"l'après-midi, Midi-Pyrénées, après midi", ""},
	    {"31 février, 45 mars", ""},
	    {"25:00, 9:75, 9:5", ""},
	    {"10.30 Accueil", ""},
	    {"1.34 - 1.37", ""},
	    {"le 123456789012345678901234567890 mars", ""},
	    {"en mai 2023", ""},
	    {"01 23 45 67 89", ""},
	    {"tous les mardis", ""},
	    {"\xFF\xFE 9h", "09:00"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void words_around_belong_to_it(void **state)
{
	static const struct sample samples[] = {
	    {"rendez-vous de 9h à 10h ici", "de 9h à 10h"},
	    {"ouvert à partir de 18h30 !", "à partir de 18h30"},
	    {"inscription jusqu’au 26 mai.", "jusqu’au 26 mai"},
	    {"(le jeudi 3/11)", "le jeudi 3/11"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct temporals found = {0};
		char *text;

		temporal_scan(&found, samples[i].text, strlen(samples[i].text));
		assert_int_equal(found.count, 1);
		text = memory_strndup(samples[i].text + found.items[0].start,
				      found.items[0].end - found.items[0].start);
		assert_string_equal(text, samples[i].found);
		free(text);
		temporal_free(&found);
	}
}

static void a_long_line_is_read_to_its_end(void **state)
{
	enum { TIMES = 20000 };
	struct temporals found = {0};
	struct buffer text = {0};

	(void)state;
	for (int i = 0; i < TIMES; i++)
		buffer_puts(&text, "puis 9h30, ");
	temporal_scan(&found, buffer_text(&text), text.length);
	assert_int_equal(found.count, TIMES);
	temporal_free(&found);
	buffer_free(&text);
}

static void a_text_without_a_time_is_known_at_a_glance(void **state)
{
	static const char text[] = "mercredi mi";

	(void)state;
	assert_false(temporal_may_hold_time("", 0));
	assert_false(temporal_may_hold_time(text, strlen(text)));
	assert_false(temporal_may_hold_time("midi", 2)); /* what is behind its end is not read */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dates_are_found),
	    cmocka_unit_test(spans_of_days_are_found),
	    cmocka_unit_test(times_are_found),
	    cmocka_unit_test(spans_of_time_are_found),
	    cmocka_unit_test(dates_and_times_stand_together),
	    cmocka_unit_test(lengths_are_no_times),
	    cmocka_unit_test(bounds_are_told),
	    cmocka_unit_test(other_numbers_are_left_alone),
	    cmocka_unit_test(words_around_belong_to_it),
	    cmocka_unit_test(a_text_without_a_time_is_known_at_a_glance),
	    cmocka_unit_test(a_long_line_is_read_to_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
