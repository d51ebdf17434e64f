#include "config.h"

#include "read/page.h"

#include "base/buffer.h"
#include "base/civil.h"
#include "base/utf8.h"
#include "model/agenda.h"
#include "model/days.h"

#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static struct report report;
static struct agenda *agenda;

static int end(void **state)
{
	agenda_free(agenda);
	agenda = NULL;
	report_free(&report);
	return scratch_end(state);
}

static bool reads_as(const char *name, const char *text)
{
	struct source source = {.name = name, .text = (char *)text, .length = strlen(text)};
	struct builder *builder = builder_new(name);

	agenda_free(agenda);
	agenda = NULL;
	report_free(&report);
	if (page_read(&source, builder, &report))
		agenda = builder_finish(builder);
	else
		builder_free(builder);
	return agenda != NULL;
}

/* Reads a page with this front matter, of which the first line is line 2, and a body. */
static const struct event *read_page(const char *front, const char *body)
{
	struct buffer page = {0};

	buffer_printf(&page, "---\n%s---\n%s", front, body);
	assert_true(reads_as("page.md", buffer_text(&page)));
	buffer_free(&page);
	return &agenda->event;
}

static void assert_warned(const char *place, const char *text)
{
	scratch_assert_said(&report, SEVERITY_WARNING, place, text);
}

static civil_moment moment(int month, int day, int minutes)
{
	return civil_moment_of(civil_day_of((struct civil_date){2024, month, day}), minutes);
}

static const char programme[] = "## Programme\n\n- 9h : Accueil\n- 10h : Ateliers\n";

static void what_the_front_matter_says_of_the_event_is_kept(void **state)
{
	static const char front[] = "title: Les Rencontres\n"
				    "date: 2024-03-01 14:24:00 +01:00\n"
				    "categories:\n- Salon\n- Colloque\n"
				    "categorie: Journée\n"
				    "tags:\n- communs\n"
				    "chapeau-text: |\n  Venez **tous**.\n"
				    "event_start_date: 2024-05-15 09:00:00 +02:00\n"
				    "event_end_date: 2024-05-17 18:30:00 +02:00\n"
				    "lieu: 'Halle aux grains '\n"
				    "adresse: |-\n  1 place du Marché,\n  31000  Toulouse\n"
				    "url: www.example.org/rencontres\n";
	const struct event *event = read_page(front, programme);

	(void)state;
	assert_string_equal(event->title, "Les Rencontres");
	assert_int_equal(event->published, civil_day_of((struct civil_date){2024, 3, 1}));
	assert_int_equal(event->category_count, 3);
	assert_string_equal(event->categories[2], "Journée");
	assert_int_equal(event->tag_count, 1);
	assert_string_equal(event->introduction.text, "Venez **tous**.");
	assert_int_equal(event->introduction.kind, MARKUP_MARKDOWN);
	assert_int_equal(event->introduction.line, 11);
	assert_true(event->start == moment(5, 15, 540) && event->start_has_time);
	assert_true(event->end == moment(5, 17, 1110) && event->end_has_time);
	assert_int_equal(event->offset, 120);
	assert_string_equal(event->place, "Halle aux grains");
	assert_string_equal(event->address, "1 place du Marché, 31000 Toulouse");
	assert_string_equal(event->url, "http://www.example.org/rencontres");
	assert_string_equal(agenda->id, "les-rencontres-2024");
	assert_int_equal(agenda->session_count, 2);
}

static void at_midnight_only_the_day_is_known(void **state)
{
	const struct event *event = read_page("title: T\n"
					      "event_start_date: 2024-05-15 00:00:00 +02:00\n"
					      "event_end_date: 2024-05-17 00:00:00 +02:00\n",
					      "");

	(void)state;
	assert_true(event->start == moment(5, 15, 0) && !event->start_has_time);
	assert_true(event->end == moment(5, 17, 0) && !event->end_has_time);
	event = read_page("title: T\nevent_date: du 15 au 17 mai 2024\n", "");
	assert_true(event->start == moment(5, 15, 0) && event->end == moment(5, 17, 0));
	event = read_page("title: T\nevent_date: 2024-05-15\n", "");
	assert_true(event->start == moment(5, 15, 0) && event->end == CIVIL_NONE);
	assert_int_equal(event->offset, CIVIL_NONE);
}

static void dates_that_cannot_be_meant_are_told(void **state)
{
	const struct event *event =
	    read_page("title: T\ndate: 2024-03-01\nevent_start_date: 0007-08-31 23:09:21 +00:09\n"
		      "event_end_date: 2041-01-01\n",
		      "");

	(void)state;
	assert_true(event->start == CIVIL_NONE && event->end == CIVIL_NONE);
	assert_int_equal(event->offset, CIVIL_NONE);
	assert_warned("page.md:4", "no plausible date");
	assert_warned("page.md:5", "no plausible date");
	event =
	    read_page("title: T\nevent_start_date: 2024-05-15\nevent_end_date: 2024-05-14\n", "");
	assert_true(event->start == moment(5, 15, 0) && event->end == CIVIL_NONE);
	assert_warned("page.md:4", "ends before it starts");
	event = read_page("title: T\ndate: yesterday\nevent_start_date: [a]\n", "");
	assert_int_equal(event->published, CIVIL_NONE);
	assert_warned("page.md:3", "\"yesterday\" is no date");
	assert_warned("page.md:4", "is no date");
}

static void an_end_at_midnight_of_the_same_day_is_that_day(void **state)
{
	const struct event *event = read_page("title: T\nevent_start_date: 2024-05-15 09:00\n"
					      "event_end_date: 2024-05-15 00:00\n",
					      "");

	(void)state;
	assert_true(event->end == moment(5, 15, 0) && !event->end_has_time);
	scratch_assert_unsaid(&report, SEVERITY_WARNING, "before");
}

static void a_named_zone_gives_the_offset(void **state)
{
	const struct event *event =
	    read_page("title: T\nevent_date: 2024-05-15 09:00\ntimezone: Europe/Paris\n", "");

	(void)state;
	assert_string_equal(event->zone, "Europe/Paris");
	assert_int_equal(event->offset, 120);
	event = read_page("title: T\ntimezone: Mars/Olympus\n", "");
	assert_null(event->zone);
	assert_warned("page.md:3", "Mars/Olympus");
}

static void assert_info(size_t index, const char *label, const char *text, const char *url)
{
	const struct info *info = &agenda->event.infos[index];

	assert_true(index < agenda->event.info_count);
	assert_string_equal(info->label ? info->label : "", label);
	assert_string_equal(info->text ? info->text : "", text);
	assert_string_equal(info->url ? info->url : "", url);
}

static void practical_information_is_kept(void **state)
{
	static const char front[] =
	    "title: T\n"
	    "champs_informations:\n"
	    "- intitule: 'Horaires : '\n  contenu: ' 9h - 18h'\n"
	    "- intitule: Venir\n  contenu: |-\n    Bus 3\n    Tram B\n"
	    "- intitule: Inscription\n  contenu: S’inscrire\n  lien: 'https://example.org/i '\n"
	    "- contenu: Sans titre\n"
	    "- intitule: Plus\n  contenu: <a href=\"https://example.org/p\">ici</a> ou "
	    "[là](https://example.org/q)\n"
	    "- intitule: Lien\n  contenu: bientôt\n  lien: à venir\n"
	    "- Une phrase\n"
	    "acces:\n- type: 'Métro : '\n  lignes:\n  - nom: Ligne A\n  - nom: Ligne B\n";

	(void)state;
	read_page(front, "");
	assert_int_equal(agenda->event.info_count, 10);
	assert_info(0, "Horaires", "9h - 18h", "");
	assert_int_equal(agenda->event.infos[0].line, 4);
	assert_info(1, "Venir", "Bus 3\nTram B", "");
	assert_info(2, "Inscription", "S’inscrire", "https://example.org/i");
	assert_info(3, "", "Sans titre", "");
	assert_info(4, "Plus", "ici ou là", "https://example.org/p");
	assert_info(5, "Plus", "là", "https://example.org/q");
	assert_info(6, "Lien", "bientôt", "");
	assert_info(7, "Lien", "à venir", "");
	assert_info(8, "", "Une phrase", "");
	assert_info(9, "Métro", "Ligne A\nLigne B", "");
}

static void labels_and_texts_alone_are_information_too(void **state)
{
	(void)state;
	read_page("title: T\ninfos:\n  Horaires: 9h\n  Venir: [Bus, Tram]\n", "");
	assert_info(0, "Horaires", "9h", "");
	assert_info(1, "Venir", "Bus\nTram", "");
	read_page("title: T\ninfos: Entrée libre\n", "");
	assert_int_equal(agenda->event.info_count, 1);
	assert_info(0, "", "Entrée libre", "");
}

static void an_image_is_the_same_however_its_address_is_written(void **state)
{
	const struct event *event = read_page(
	    "title: T\nune-ou-diaporama:\n- image: /uploads/été 1.jpg\n  alternative-textuelle: |\n"
	    "    Une\n    foule\n- image: /b.png\n- alternative-textuelle: nothing\n",
	    "![La foule](/uploads/%C3%A9t%C3%A9%201.jpg)\n");

	(void)state;
	assert_int_equal(event->image_count, 2);
	assert_string_equal(event->images[0].url, "/uploads/%C3%A9t%C3%A9%201.jpg");
	assert_string_equal(event->images[0].alt, "Une foule");
	assert_string_equal(event->images[1].url, "/b.png");
	assert_warned("page.md:9", "image has no address");
}

static void the_title_is_found_where_none_is_said(void **state)
{
	(void)state;
	assert_true(reads_as("page.md", "Intro\n\n# Les *Rencontres*\n\n## Autre\n"));
	assert_string_equal(agenda->event.title, "Les Rencontres");
	scratch_assert_unsaid(&report, SEVERITY_WARNING, "title");
	assert_true(reads_as("a/nos-rencontres.md", "Intro\n"));
	assert_string_equal(agenda->event.title, "nos-rencontres");
	assert_warned("a/nos-rencontres.md:1", "has no title");
	assert_true(reads_as("/a/rencontres/index.md", "Intro\n"));
	assert_string_equal(agenda->event.title, "rencontres");
	assert_true(reads_as("index.md", "Intro\n"));
	assert_string_equal(agenda->event.title, "index");
	read_page("lieu: ici\n", "# Rencontres\n");
	assert_string_equal(agenda->event.title, "Rencontres");
	assert_warned("page.md:1", "has no title");
}

static void unknown_keys_are_noted(void **state)
{
	(void)state;
	read_page("title: T\nafficher_la_carte: true\nevent_start_dat: 2024-05-15\n", programme);
	scratch_assert_said(&report, SEVERITY_NOTE, "page.md:3:1", "afficher_la_carte");
	assert_warned("page.md:4:1", "is \"event_start_date\" meant?");
}

static void a_page_without_a_programme_is_an_agenda(void **state)
{
	(void)state;
	read_page("title: T\nevent_date: 2024-05-15\n", "Nous vous attendons.\n");
	assert_int_equal(agenda->session_count, 0);
	assert_warned("page.md", "no programme was found");
	read_page("title: T\nevent_date: 2024-05-15\n", programme);
	scratch_assert_unsaid(&report, SEVERITY_WARNING, "no programme");
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
}

static void the_body_is_kept_whole(void **state)
{
	const struct event *event =
	    read_page("title: T\n", "\n\nUn\n\n-\tDeux\n\n\tTrois\r\nQuatre\n"
				    "\n<div>Cinq</div>\n\n{: .x}\n\n");

	(void)state;
	assert_string_equal(event->body.text,
			    "Un\n\n-   Deux\n\n    Trois\nQuatre\n\n<div>Cinq</div>\n\n{: .x}");
	assert_int_equal(event->body.kind, MARKUP_MARKDOWN);
	assert_int_equal(event->body.line, 6);
}

static void a_body_nested_too_deep_is_refused(void **state)
{
	struct buffer page = {0};

	(void)state;
	buffer_puts(&page, "---\ntitle: T\n---\n");
	for (int i = 0; i < 100000; i++)
		buffer_puts(&page, "<div>");
	assert_false(reads_as("page.md", buffer_text(&page)));
	scratch_assert_said(&report, SEVERITY_ERROR, "page.md:4", "nested");
	buffer_free(&page);
}

static void a_line_of_four_megabytes_is_read(void **state)
{
	struct buffer page = {0};

	(void)state;
	buffer_puts(&page, "# T\n\n");
	buffer_fill(&page, 'x', 4000000);
	assert_true(reads_as("page.md", buffer_text(&page)));
	assert_int_equal(strlen(agenda->event.body.text), 4000000 + 5);
	buffer_free(&page);
}

static void themes_that_are_said_win(void **state)
{
	static const char body[] = "Voici les thèmes :\n\n- Autre\n- Encore\n\n"
				   "Des ateliers (1h30) auront lieu.\n";

	(void)state;
	read_page(
	    "title: T\nthemes:\n- Communs\n- nom: Données\n  description: |\n    Pour\n"
	    "    tous\n  couleur: '#336699'\n- color: red\n  name: Éthique\n- description: x\n",
	    body);
	assert_int_equal(agenda->theme_count, 3);
	assert_string_equal(agenda->themes[0].name, "Communs");
	assert_int_equal(agenda->themes[0].line, 4);
	assert_null(agenda->themes[0].description);
	assert_string_equal(agenda->themes[1].name, "Données");
	assert_string_equal(agenda->themes[1].description, "Pour tous");
	assert_string_equal(agenda->themes[1].colour, "#336699");
	assert_null(agenda->themes[2].colour);
	assert_warned("page.md:10", "\"red\" is no colour");
	assert_warned("page.md:12", "has no name");
	assert_int_equal(agenda->format_count, 1);
	assert_string_equal(agenda->formats[0].name, "atelier");
	read_page("title: T\n", body);
	assert_int_equal(agenda->theme_count, 2);
}

/* Of names that cannot be known someone hears who wrote them. */
static void rooms_that_are_not_known_are_told(void **state)
{
	enum { NAMED = 201 };
	static const char body[] = "## Jeudi 16 mai\n\n- 9h : Un (R200)\n- 10h : Deux (R201)\n";
	struct buffer front = {0};

	(void)state;
	buffer_puts(&front, "title: T\nevent_date: 2024-05-16\nrooms:\n");
	for (int i = 1; i <= NAMED; i++)
		buffer_printf(&front, "- R%d\n", i);
	read_page(buffer_text(&front), body);
	assert_int_equal(agenda->room_count, 1);
	assert_string_equal(agenda->rooms[0], "R200");
	assert_warned("page.md:205", "only the first 200 rooms");
	read_page("title: T\nevent_date: 2024-05-16\nrooms:\n- R200\n- seats: 12\n- '–'\n-\n",
		  body);
	assert_int_equal(agenda->room_count, 1);
	assert_warned("page.md:6", "this room has no name");
	assert_warned("page.md:7", "this room has no name");
	assert_warned("page.md:8", "this room has no name");
	read_page("title: T\nevent_date: 2024-05-16\nsalles:\n  nom: R201\n", body);
	assert_string_equal(agenda->rooms[0], "R201");
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
	buffer_free(&front);
}

static const char sessions_front[] =
    "title: T\n"
    "event_start_date: 2024-05-15 00:00:00 +02:00\n"
    "event_end_date: 2024-05-17 00:00:00 +02:00\n"
    "sessions:\n"
    "- title: Ouverture\n  date: 2024-05-15\n  start: 09:00\n  end: 10:30\n"
    "  theme: Communs; Données\n  format: plénière\n  room: Amphi\n"
    "  speakers: [Ada Martin, {name: Léo Petit, org: ici}]\n  url: example.org/o\n"
    "  links:\n  - https://example.org/1\n  - {lien: https://example.org/2, texte: Deux}\n"
    "  language: fr\n  id: ouv-1\n  subtitle: Bienvenue\n  cancelled: yes\n"
    "  abstract: Un *mot*.\n  description: |\n    Deux\n\n    mots.\n"
    "- titre: Soirée\n  jour: jeudi\n  debut: 19h\n  fin: 1h\n  salle: Cour\n"
    "- titre: Atelier\n  date: 2024-05-17 14:00:00 +02:00\n  duree: 1h30\n"
    "- titre: Nuit\n  date: 2024-05-16\n  start: 2024-05-17 00:30\n"
    "- titre: Visite\n  date: 2024-05-17 00:00:00 +02:00\n";

/* "" is the one without a title. */
static const struct session *session(const char *title)
{
	for (size_t i = 0; i < agenda->session_count; i++) {
		const char *found = agenda->sessions[i].title;

		if (!strcmp(found ? found : "", title))
			return &agenda->sessions[i];
	}
	fail_msg("no session %s", title);
	return NULL;
}

static void sessions_that_are_said_win(void **state)
{
	const struct session *s;

	(void)state;
	read_page(sessions_front, programme);
	assert_int_equal(agenda->session_count, 5);
	scratch_assert_said(&report, SEVERITY_NOTE, "page.md:5:1", "not searched");
	scratch_assert_said(&report, SEVERITY_NOTE, "page.md:6", "a key of the front matter");
	assert_int_equal(report.counts[SEVERITY_WARNING], 0);
	s = session("Ouverture");
	assert_string_equal(s->id, "ouv-1");
	assert_true(s->day == civil_day_of_moment(moment(5, 15, 0)));
	assert_true(s->start == moment(5, 15, 540) && s->end == moment(5, 15, 630));
	assert_int_equal(s->offset, 120);
	assert_int_equal(s->themes.count, 2);
	assert_string_equal(agenda->themes[s->themes.items[1]].name, "Données");
	assert_string_equal(agenda->formats[s->formats.items[0]].name, "plénière");
	assert_string_equal(agenda->rooms[s->rooms.items[0]], "Amphi");
	assert_int_equal(s->speakers.count, 2);
	assert_string_equal(agenda->speakers[s->speakers.items[1]], "Léo Petit");
	assert_string_equal(s->url, "https://example.org/o");
	assert_int_equal(s->links.count, 2);
	assert_string_equal(s->links.items[1].label, "Deux");
	assert_string_equal(s->language, "fr");
	assert_string_equal(s->subtitle, "Bienvenue");
	assert_true(s->cancelled);
	assert_string_equal(s->abstract.text, "Un *mot*.");
	assert_string_equal(s->description.text, "Deux\n\nmots.");
	assert_int_equal(s->description.kind, MARKUP_MARKDOWN);
	assert_int_equal(s->description.line, 24);
	assert_int_equal(s->line, 6);
}

static void names_of_a_said_session_are_bounded(void **state)
{
	struct buffer front = {0};

	(void)state;
	buffer_puts(&front,
		    "title: T\nevent_date: 2024-05-15\nsessions:\n- title: A\n  speakers:\n");
	for (int i = 0; i <= BUILDER_MOST_VALUES; i++)
		buffer_printf(&front, "  - Ada Martin %d\n", i);
	read_page(buffer_text(&front), "");
	assert_int_equal(agenda->sessions[0].speakers.count, BUILDER_MOST_VALUES);
	buffer_free(&front);
}

static void times_of_said_sessions_are_worked_out(void **state)
{
	(void)state;
	read_page(sessions_front, "");
	assert_true(session("Soirée")->start == moment(5, 16, 19 * 60));
	assert_true(session("Soirée")->end == moment(5, 17, 60));
	assert_true(session("Soirée")->day == civil_day_of_moment(moment(5, 16, 0)));
	assert_string_equal(session("Soirée")->id, "2024-05-16-soiree");
	assert_true(session("Atelier")->start == moment(5, 17, 14 * 60));
	assert_true(session("Atelier")->end == moment(5, 17, 15 * 60 + 30));
	assert_true(session("Nuit")->start == moment(5, 17, 30));
	assert_true(session("Nuit")->day == civil_day_of_moment(moment(5, 16, 0)));
	assert_true(session("Nuit")->end == CIVIL_NONE);
	assert_true(session("Visite")->start == CIVIL_NONE);
	assert_true(session("Visite")->day == civil_day_of_moment(moment(5, 17, 0)));
}

static void the_only_day_of_an_event_is_its_sessions(void **state)
{
	(void)state;
	read_page("title: T\nevent_date: 2024-05-15\nsessions:\n- {title: A, start: 9h - 10h}\n",
		  "");
	assert_true(session("A")->start == moment(5, 15, 540));
	assert_true(session("A")->end == moment(5, 15, 600));
	read_page("title: T\nevent_date: 2024-05-15\nevent_end_date: 2024-05-16\n"
		  "sessions:\n- {title: A, start: 9h}\n",
		  "");
	assert_true(session("A")->day == CIVIL_NONE && session("A")->start == CIVIL_NONE);
	assert_warned("page.md:6", "has a time, but no date");
}

static void sessions_may_be_for_several_days(void **state)
{
	(void)state;
	read_page("title: T\nevent_date: 2024-05-15\nevent_end_date: 2024-05-19\nsessions:\n"
		  "- {title: A, date: 2024-05-15, end: 2024-05-17}\n"
		  "- {title: B, date: 16-18 mai}\n"
		  "- {title: C, date: 2024-05-16, start: 9h, end: 10h}\n"
		  "- {title: D, date: 2024-05-16, end: 2024-05-14}\n",
		  "");
	assert_int_equal(agenda->session_count, 3 + 3 + 1 + 1);
	assert_true(days_first(session("A")) == civil_day_of_moment(moment(5, 15, 0)));
	assert_true(days_last(session("A")) == civil_day_of_moment(moment(5, 17, 0)));
	assert_true(days_first(session("B")) == civil_day_of_moment(moment(5, 16, 0)));
	assert_true(days_last(session("B")) == civil_day_of_moment(moment(5, 18, 0)));
	assert_int_equal(session("C")->nth_day, 0);
	assert_int_equal(session("D")->nth_day, 0);
}

static void what_is_wrong_with_a_session_is_told_and_the_rest_kept(void **state)
{
	static const char front[] =
	    "title: T\nevent_date: 2024-05-15\nsessions:\n"
	    "- title: A\n  start: quarter past\n  room: R\n"
	    "- title: B\n  start: 10:00\n  end: 09:30\n"
	    "- title: C\n  start: 10:00\n  duration: long\n  url: plus tard\n"
	    "- start: 11:00\n"
	    "- just words\n"
	    "- couleur: rouge\n"
	    "- title: D\n  date: 2424-05-15\n"
	    "- title: E\n  start: 12:00\n  end: 13:00\n  duration: 90\n"
	    "- title: F\n  date: 2024-06-20\n  speakers: [{age: 3}]\n";

	(void)state;
	read_page(front, "");
	assert_int_equal(agenda->session_count, 7);
	assert_warned("page.md:6:10", "\"quarter past\" is no date and no time");
	assert_int_equal(session("A")->rooms.count, 1);
	assert_warned("page.md:10:8", "ends before it starts");
	assert_true(session("B")->start == moment(5, 15, 600) && session("B")->end == CIVIL_NONE);
	assert_warned("page.md:13:13", "\"long\" is no length");
	assert_warned("page.md:14:8", "\"plus tard\" is no address");
	assert_warned("page.md:15:3", "the session has no title");
	assert_true(session("")->start == moment(5, 15, 660));
	assert_warned("page.md:16:3", "this is no session");
	assert_warned("page.md:17:3", "this is no session");
	assert_warned("page.md:18:3", "years away");
	assert_true(session("D")->day == CIVIL_NONE);
	assert_warned("page.md:20:3", "disagree");
	assert_true(session("E")->end == moment(5, 15, 780));
	assert_warned("page.md:26:14", "a name is expected");
}

/* Fails where a text holds what could drive a terminal. */
static void assert_harmless(const char *text)
{
	uint32_t c;

	for (size_t at = 0, length = text ? strlen(text) : 0; at < length;) {
		at += utf8_decode(text + at, length - at, &c);
		if ((c < ' ' && c != '\n') || (c >= 0x7F && c < 0xA0) ||
		    (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
			fail_msg("U+%04X in %s", (unsigned)c, text);
	}
}

static void no_field_can_drive_a_terminal(void **state)
{
	/* In escapes, so that YAML hands the characters over. */
#define EVIL "\"x\\e[31m\\x9B1m\\u202Ey\\u2066\\x7F\\a\""
	static const char front[] =
	    "title: " EVIL "\nlieu: " EVIL "\nadresse: " EVIL "\nchapeau-text: " EVIL
	    "\ncategories: [" EVIL "]\ntags: [" EVIL "]\nurl: \"https://x.org/\\e[2J\\u202E\"\n"
	    "infos: [{intitule: " EVIL ", contenu: " EVIL ", lien: \"https://x.org/\\e\"}]\n"
	    "images: [{image: " EVIL ", alt: " EVIL "}]\nthemes: [" EVIL "]\n"
	    "event_date: " EVIL "\n" EVIL ": " EVIL "\n"
	    "sessions: [{title: " EVIL ", room: " EVIL ", speakers: " EVIL ", format: " EVIL
	    ", id: " EVIL ", abstract: " EVIL ", url: \"https://x.org/\\e\", date: " EVIL "}]\n";
	const struct event *event = read_page(front, "a \x1B[31m b \u202E c\n");
	const struct session *s = &agenda->sessions[0];

	(void)state;
	assert_int_equal(agenda->session_count, 1);
	assert_string_equal(event->title, "x[31m1my");
	assert_harmless(event->place);
	assert_harmless(event->address);
	assert_harmless(event->introduction.text);
	assert_harmless(event->categories[0]);
	assert_harmless(event->tags[0]);
	assert_harmless(event->url);
	assert_harmless(event->infos[0].label);
	assert_harmless(event->infos[0].text);
	assert_harmless(event->infos[0].url);
	assert_harmless(event->images[0].url);
	assert_harmless(event->images[0].alt);
	assert_harmless(event->body.text);
	assert_harmless(agenda->themes[0].name);
	assert_harmless(agenda->rooms[0]);
	assert_harmless(agenda->speakers[0]);
	assert_harmless(agenda->formats[0].name);
	assert_harmless(s->title);
	assert_harmless(s->id);
	assert_harmless(s->abstract.text);
	assert_harmless(s->url);
	for (size_t i = 0; i < report.count; i++)
		assert_harmless(report.items[i].message);
#undef EVIL
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_begin, end)
	const struct CMUnitTest tests[] = {
	    TEST(what_the_front_matter_says_of_the_event_is_kept),
	    TEST(at_midnight_only_the_day_is_known),
	    TEST(dates_that_cannot_be_meant_are_told),
	    TEST(an_end_at_midnight_of_the_same_day_is_that_day),
	    TEST(a_named_zone_gives_the_offset),
	    TEST(practical_information_is_kept),
	    TEST(labels_and_texts_alone_are_information_too),
	    TEST(an_image_is_the_same_however_its_address_is_written),
	    TEST(the_title_is_found_where_none_is_said),
	    TEST(unknown_keys_are_noted),
	    TEST(a_page_without_a_programme_is_an_agenda),
	    TEST(the_body_is_kept_whole),
	    TEST(a_body_nested_too_deep_is_refused),
	    TEST(a_line_of_four_megabytes_is_read),
	    TEST(themes_that_are_said_win),
	    TEST(rooms_that_are_not_known_are_told),
	    TEST(sessions_that_are_said_win),
	    TEST(names_of_a_said_session_are_bounded),
	    TEST(times_of_said_sessions_are_worked_out),
	    TEST(the_only_day_of_an_event_is_its_sessions),
	    TEST(sessions_may_be_for_several_days),
	    TEST(what_is_wrong_with_a_session_is_told_and_the_rest_kept),
	    TEST(no_field_can_drive_a_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
