#include "config.h"

#include "programme/item.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants some of the above first */
#include <cmocka.h>

static void tell_names(struct buffer *out, const char *label, char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buffer_printf(out, i ? ", %s" : label, names[i]);
}

/* "title | format: … | theme: … | speaker: … | room: … | rest: …", only what is there. */
static char *taken_apart(const char *markdown)
{
	struct document *document =
	    document_from_markdown(markdown, strlen(markdown), (struct place){0}, NULL);
	struct lines lines;
	struct item item;
	struct buffer out = {0};

	line_cut(&lines, document);
	assert_true(lines.count > 0);
	item_read(&item, lines.items, NULL);
	buffer_puts(&out, item.title ? item.title : "(none)");
	tell_names(&out, " | format: %s", item.formats.names, item.formats.count);
	tell_names(&out, " | theme: %s", item.themes.names, item.themes.count);
	tell_names(&out, " | speaker: %s", item.speakers.names, item.speakers.count);
	if (item.room)
		buffer_printf(&out, " | room: %s", item.room);
	if (item.rest_end > item.rest_start)
		buffer_printf(&out, " | rest: %.*s", (int)(item.rest_end - item.rest_start),
			      lines.items->text + item.rest_start);
	if (item.cancelled)
		buffer_puts(&out, " | cancelled");
	if (item.link != DOCUMENT_NO_LINK)
		buffer_printf(&out, " | link: %s", document->links[item.link]);
	item_free(&item);
	line_free(&lines);
	document_free(document);
	return buffer_steal(&out);
}

struct sample {
	const char *markdown, *parts;
};

static void assert_all(const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *parts = taken_apart(samples[i].markdown);

		assert_string_equal(parts, samples[i].parts);
		free(parts);
	}
}

#define ASSERT_ALL(samples) assert_all(samples, sizeof(samples) / sizeof *(samples))

static void a_title_is_what_is_left(void **state)
{
	static const struct sample samples[] = {
	    {"Accueil café", "Accueil café"},
	    {"– Accueil café :", "Accueil café"},
	    {"🕘 Accueil.", "Accueil"},
	    {"Attendre...", "Attendre..."},
	    {"Ports, quais, etc.", "Ports, quais, etc."},
	    {"....", "(none)"},
	    {"(accueil café)", "accueil café"},
	    {"👉 Accueil", "Accueil"},
	    {"✅ ☕ Accueil", "☕ Accueil"},
	    {"🎤 [Relier](https://example.org/a)", "🎤 Relier | link: https://example.org/a"},
	    {"Bal 🎉", "Bal 🎉"},
	    {"Qui garde quoi ?", "Qui garde quoi ?"},
	    {"[Accueil](https://example.org/a)", "Accueil | link: https://example.org/a"},
	    {"<del>Accueil</del>", "Accueil | cancelled"},
	    {"…", "(none)"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void tags_are_formats_and_themes(void **state)
{
	static const struct sample samples[] = {
	    {"[Webinaire] [API] Relier les services",
	     "Relier les services | format: webinaire | theme: API"},
	    {"[Table ronde, Démo] Relier", "Relier | format: table ronde, démo"},
	    {"[Webinaire] [API]", "[Webinaire] [API] | format: webinaire | theme: API"},
	    {"Relier les services (atelier)", "Relier les services | format: atelier"},
	    {"Relier les services [Démo]", "Relier les services | format: démo"},
	    {"Relier (et tenir)", "Relier (et tenir)"},
	    {"🧵 [Démo] Relier", "Relier | format: démo"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void a_leading_format_stays_in_the_title(void **state)
{
	static const struct sample samples[] = {
	    {"Plénière : relier", "Plénière : relier | format: plénière"},
	    {"Table-ronde « Relier »", "Table-ronde « Relier » | format: table ronde"},
	    {"Tables rondes", "Tables rondes | format: table ronde"},
	    {"Masterclass de relieur", "Masterclass de relieur | format: masterclass"},
	    {"ATELIERS", "ATELIERS | format: atelier"},
	    {"🎤 Plénière", "🎤 Plénière | format: plénière"},
	    {"Formateurs", "Formateurs"},
	    {"Présentation du projet", "Présentation du projet"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void speakers_are_those_named_beside_it(void **state)
{
	static const struct sample samples[] = {
	    {"**Relier** - *Ada Martin, [ministère](https://example.org)*",
	     "Relier | speaker: Ada Martin"},
	    {"**Relier** – *Ada Martin et Noé Petit, agence*",
	     "Relier | speaker: Ada Martin, Noé Petit"},
	    {"**Relier** - *L'équipe Données, direction*", "Relier | speaker: L'équipe Données"},
	    {"**Relier** *Ada Martin, agence*", "Relier | speaker: Ada Martin"},
	    {"Relier — Ada Martin, directrice", "Relier | speaker: Ada Martin"},
	    {"Relier (Ada Martin)", "Relier | speaker: Ada Martin"},
	    {"Ouverture par Ada MARTIN, maire, et Noé de la Tour (agence)",
	     "Ouverture par Ada MARTIN, maire, et Noé de la Tour (agence) | speaker: Ada MARTIN, "
	     "Noé de la Tour"},
	    {"Relier, avec Ada Martin (directrice de l'Agence du Livre, Lyon) et Noé Petit",
	     "Relier, avec Ada Martin (directrice de l'Agence du Livre, Lyon) et Noé Petit | "
	     "speaker: Ada Martin, Noé Petit"},
	    {"Pitchs par les équipes", "Pitchs par les équipes | format: pitch"},
	    {"Talk by Élodie Ångström", "Talk by Élodie Ångström | format: talk | speaker: Élodie "
					"Ångström"},
	    {"Relier - tenir - coudre", "Relier - tenir - coudre"},
	    {"**Atelier :** *Relier*", "Atelier : Relier | format: atelier"},
	    {"**Relier** – *🎤 Ada Martin*", "Relier | speaker: Ada Martin"},
	    {"Relier — *Amphi Hugo*", "Relier | room: Amphi Hugo"},
	    {"Relier — *Hall*", "Relier | room: Hall"},
	    {"Relier – Amphi Victor Hugo", "Relier | room: Amphi Victor Hugo"},
	    {"Relier – *Ada Lassalle*", "Relier | speaker: Ada Lassalle"},
	    {"Relier – *Bibliothèque de Lyon*", "Relier | speaker: Bibliothèque de Lyon"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void a_room_is_known_by_its_word(void **state)
{
	static const struct sample samples[] = {
	    {"Accueil (espace Curie)", "Accueil | room: espace Curie"},
	    {"Accueil – Salle 3", "Accueil | room: Salle 3"},
	    {"**Salle Hugo** : relier", "relier | room: Salle Hugo"},
	    {"Salle A – Relier", "Relier | room: Salle A"},
	    {"Salle A : Relier (salle B)", "Salle A : Relier | room: salle B"},
	    {"Salle : relier", "Salle : relier"},
	    {"Espace Hugo : relier", "Espace Hugo : relier"},
	    {"Salle comble : relier", "Salle comble : relier"},
	    {"Accueil, dans la salle Hugo", "Accueil | room: salle Hugo"},
	    {"Accueil (à l’espace Curie)", "Accueil | room: espace Curie"},
	    {"Accueil (Salle : le Grenier)", "Accueil | room: le Grenier"},
	    {"Accueil (Salle\u00A0: le Grenier)", "Accueil | room: le Grenier"},
	    {"Talk, with Ada Martin (room: The Loft)",
	     "Talk, with Ada Martin | format: talk | speaker: Ada Martin | room: The Loft"},
	    {"Mesurer - *Ada Martin* (salle 3)", "Mesurer | speaker: Ada Martin | room: salle 3"},
	    {"Mesurer – Ada Martin (Room: Loft)", "Mesurer | speaker: Ada Martin | room: Loft"},
	    {"Mesurer – Ada Martin (Espace Curie)", "Mesurer | speaker: Ada Martin"},
	    {"Accueil (avec café)", "Accueil (avec café)"},
	    {"Forum – Voici les stands présents",
	     "Forum – Voici les stands présents | format: forum"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void a_description_begins_behind_the_sentence(void **state)
{
	static const struct sample samples[] = {
	    {"**Relier.** On coud d'abord.", "Relier | rest:  On coud d'abord."},
	    {"**Relier !** On coud d'abord.", "Relier ! | rest:  On coud d'abord."},
	    {"Relier. On coud d'abord.", "Relier | rest:  On coud d'abord."},
	    {"**Relier**, coudre et tenir", "Relier, coudre et tenir"},
	    {"*Que garder ? Que jeter ?*", "Que garder ? Que jeter ?"},
	    {"Avec M. Martin", "Avec M. Martin"},
	};

	(void)state;
	ASSERT_ALL(samples);
}

static void a_very_long_title_is_cut_at_a_word(void **state)
{
	struct buffer text = {0};
	char *title;

	(void)state;
	for (int i = 0; i < 500; i++)
		buffer_puts(&text, "tenir ");
	title = taken_apart(buffer_text(&text));
	assert_in_range(strlen(title), ITEM_LONGEST_TITLE - 10, ITEM_LONGEST_TITLE);
	assert_string_equal(title + strlen(title) - 5, "tenir");
	free(title);
	buffer_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_title_is_what_is_left),
	    cmocka_unit_test(tags_are_formats_and_themes),
	    cmocka_unit_test(a_leading_format_stays_in_the_title),
	    cmocka_unit_test(speakers_are_those_named_beside_it),
	    cmocka_unit_test(a_room_is_known_by_its_word),
	    cmocka_unit_test(a_description_begins_behind_the_sentence),
	    cmocka_unit_test(a_very_long_title_is_cut_at_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
