#include "config.h"

#include "programme/topics.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

/* "theme (description); theme | format 60 90; format 45" */
static char *topics_of(const char *markdown, bool has_themes)
{
	struct programme_context context = {
	    .file = "page.md", .offset = CIVIL_NONE, .has_themes = has_themes};
	struct almanac almanac = almanac_of(CIVIL_NONE, CIVIL_NONE, CIVIL_NONE, NULL);
	struct document *document =
	    document_from_markdown(markdown, strlen(markdown), (struct place){0}, NULL);
	struct builder *builder = builder_new(NULL);
	struct outline outline;
	struct agenda *agenda;
	struct buffer out = {0};
	size_t count;

	outline_make(&outline, document, almanac, NULL, NULL);
	count = topics_find(&outline, builder, &context, NULL);
	outline_free(&outline);
	agenda = builder_finish(builder);
	assert_int_equal(agenda->theme_count, count);
	for (size_t i = 0; i < agenda->theme_count; i++) {
		buffer_printf(&out, i ? "; %s" : "%s", agenda->themes[i].name);
		if (agenda->themes[i].description)
			buffer_printf(&out, " (%s)", agenda->themes[i].description);
	}
	buffer_puts(&out, " |");
	for (size_t i = 0; i < agenda->format_count; i++) {
		buffer_printf(&out, i ? "; %s" : " %s", agenda->formats[i].name);
		for (size_t k = 0; k < agenda->formats[i].usual_count; k++)
			buffer_printf(&out, " %d", agenda->formats[i].usual[k]);
	}
	agenda_free(agenda);
	document_free(document);
	return buffer_steal(&out);
}

struct sample {
	const char *markdown, *topics;
};

static void assert_all(const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *topics = topics_of(samples[i].markdown, false);

		assert_string_equal(topics, samples[i].topics);
		free(topics);
	}
}

#define ASSERT_ALL(samples) assert_all(samples, sizeof(samples) / sizeof *(samples))

static void themes_are_the_list_below_their_announcement(void **state)
{
	static const struct sample samples[] = {
	    {"Voici les trois thèmes :\n* Ville & forêt pour lequel la mairie plantera un arbre\n"
	     "* Écoles\n* Routes\n<br>\n",
	     "Ville & forêt (pour lequel la mairie plantera un arbre); Écoles; Routes |"},
	    {"### Thématiques\n\n- **Eau** : boire et laver\n- **Air** – respirer\n- Feu (cuire)\n",
	     "Eau (boire et laver); Air (respirer); Feu (cuire) |"},
	    {"### Thèmes\n\n- **Eau** : on boit. On lave.\n- **Air** ;\n", /* sentences end */
	     "Eau (on boit. On lave.); Air |"},
	    {"### Les axes\n\nTrois axes cette année.\n\n1. Eau\n2. Air\n", "Eau; Air |"},
	    {"### Topics\n\n* Open data\n* Open source\n", "Open data; Open source |"},
	    {"* Thèmes :\n  * Eau\n  * Air\n* Autre\n", "Eau; Air |"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void themes_are_bold_lines_or_headings_below_it(void **state)
{
	static const struct sample samples[] = {
	    {"## Les thématiques\n\n**Eau et ville**\nOn boit.\n\n**Le (grand) air**\nOn "
	     "respire.\n\n"
	     "## Autre\n\n**Feu**\nOn cuit.\n",
	     "Eau et ville (On boit.); Le (grand) air (On respire.) |"},
	    {"## Thèmes\n\n### Eau\n\nOn boit.\n\n### Air\n\nOn respire.\n",
	     "Eau (On boit.); Air (On respire.) |"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void other_lists_are_no_themes(void **state)
{
	static const struct sample samples[] = {
	    {"Cette année, quatre thèmes structurent la journée.\n\n* Venez\n* Restez\n", " |"},
	    {"### Programme\n\n* 9h : les thèmes\n* 10h : les topics\n", " |"},
	    {"Le thème de cette année sera « La ville ».\n", " |"},
	    {"### Thèmes\n\nÀ venir.\n", " |"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void formats_have_their_usual_lengths(void **state)
{
	static const struct sample samples[] = {
	    {"Des ateliers (1h30 ou 3h) seront proposés, des pitchs (1h), des plénières (1h), des "
	     "masterclass (1h30) ou encore des retex (45min).",
	     " | atelier 90 180; pitch 60; plénière 60; masterclass 90; retex 45"},
	    {"Trois ateliers de 2h et des tables rondes de 45 minutes",
	     " | atelier 120; table ronde 45"},
	    {"* Ateliers : 1h30 ou 3h\n* Pitchs : 10 min\n", " | atelier 90 180; pitch 10"},
	    {"des conférences courtes (15-20 minutes)", " | conférence 15 20"},
	    {"La visite (1h) et le café (30 min)", " |"},
	    {"Atelier (9h-12h)", " |"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void themes_said_outright_are_not_looked_for(void **state)
{
	char *topics = topics_of("### Thèmes\n\n* Eau\n\ndes ateliers (2h)\n", true);

	(void)state;
	assert_string_equal(topics, " | atelier 120");
	free(topics);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(themes_are_the_list_below_their_announcement),
	    cmocka_unit_test(themes_are_bold_lines_or_headings_below_it),
	    cmocka_unit_test(other_lists_are_no_themes),
	    cmocka_unit_test(formats_have_their_usual_lengths),
	    cmocka_unit_test(themes_said_outright_are_not_looked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
