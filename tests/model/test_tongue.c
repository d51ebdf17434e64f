/* In which language an agenda is. */
#include "config.h"

#include "model/builder.h"
#include "model/tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka wants the four above first */
#include <cmocka.h>

/* Ends the building, and compares. */
static void assert_tongue(struct builder *builder, const char *code)
{
	struct agenda *agenda = builder_finish(builder);
	const char *tongue = tongue_of(agenda);

	if (!code)
		assert_null(tongue);
	else if (!tongue || strcmp(tongue, code) != 0)
		fail_msg("%s is told of \"%s\", not %s", tongue ? tongue : "nothing",
			 agenda->event.title ? agenda->event.title : "", code);
	agenda_free(agenda);
}

static struct builder *titled(const char *title)
{
	struct builder *builder = builder_new("made.md");

	builder_event(builder)->title = builder_text(builder, title);
	return builder;
}

static struct session *add(struct builder *builder, const char *title, const char *language)
{
	struct session *session = builder_session(builder);

	session->title = builder_text(builder, title);
	session->language = builder_text(builder, language);
	return session;
}

static void nothing_tells_nothing(void **state)
{
	(void)state;
	assert_tongue(builder_new(NULL), NULL);
	assert_tongue(titled("NEC 2023"), NULL);
	assert_tongue(titled("東京 2023"), NULL);
}

static void words_tell_it(void **state)
{
	static const struct {
		const char *title, *code;
	} cases[] = {
	    {"Les rencontres du littoral", "fr"},
	    {"Programme du JEUDI 13 juin", "fr"},
	    {"L’accueil des Ateliers", "fr"},
	    {"Où et quand ? Au Havre, en septembre", "fr"},
	    {"The state of the union", "en"},
	    {"Thursday, 13 June", "en"},
	    {"El futuro de los datos y de las personas", NULL},
	    {"Die Zukunft der Daten und das Recht", NULL},
	    {"Il futuro della rete e di che cosa per una", NULL},
	    {"Het nieuwe van de week voor een stad", NULL},
	    {"Le Mans", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_tongue(titled(cases[i].title), cases[i].code);
}

/* A French event may have a few titles in English, and the other way round. */
static void the_greater_part_counts(void **state)
{
	struct builder *builder = titled("Journée des données");

	(void)state;
	add(builder, "Accueil des participants avec le maire", NULL);
	add(builder, "The state of open data", NULL);
	add(builder, "Atelier pour les communes", NULL);
	assert_tongue(builder, "fr");
	builder = titled("Free software days at the Cité des Sciences");
	add(builder, "How to write for the people you meet", NULL);
	add(builder, "Les communs", NULL);
	assert_tongue(builder, "en");
}

static void every_text_is_read(void **state)
{
	static const char text[] = "Un atelier pour les communes et leurs habitants.";
	struct builder *builder = titled("NEC");

	(void)state;
	builder_event(builder)->introduction.text = builder_text(builder, text);
	assert_tongue(builder, "fr");
	builder = titled("NEC");
	builder_event(builder)->body.text = builder_text(builder, text);
	assert_tongue(builder, "fr");
	builder = titled("NEC");
	add(builder, "Data", NULL)->abstract.text = builder_text(builder, text);
	assert_tongue(builder, "fr");
	builder = titled("NEC");
	add(builder, "Data", NULL)->description.text = builder_text(builder, text);
	assert_tongue(builder, "fr");
}

static void sessions_may_say_it(void **state)
{
	struct builder *builder = titled("The state of the data and of the union");

	(void)state;
	add(builder, "One", "fr");
	add(builder, "Two", "Français");
	add(builder, "Three", "en");
	add(builder, "Four", NULL);
	assert_tongue(builder, "fr");
	builder = titled("Les rencontres du littoral");
	add(builder, "Une", "de");
	assert_tongue(builder, "de");
	builder = titled("Les rencontres du littoral");
	add(builder, "Une", "de");
	add(builder, "Deux", "en");
	assert_tongue(builder, "fr");
}

static void what_the_event_says_wins(void **state)
{
	struct builder *builder = titled("The state of the union");

	(void)state;
	builder_event(builder)->language = builder_text(builder, "fr");
	add(builder, "One", "en");
	assert_tongue(builder, "fr");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_tells_nothing),   cmocka_unit_test(words_tell_it),
	    cmocka_unit_test(the_greater_part_counts), cmocka_unit_test(every_text_is_read),
	    cmocka_unit_test(sessions_may_say_it),     cmocka_unit_test(what_the_event_says_wins),
	};

	return cmocka_run_group_tests_name("tongue", tests, NULL, NULL);
}
