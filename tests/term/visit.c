#include "config.h"

#include "visit.h"

#include "base/memory.h"

static const char page[] =
    "---\n"
    "title: Rencontres du code ouvert\n"
    "event_start_date: 2031-05-15\n"
    "event_end_date: 2031-05-16\n"
    "lieu: Halle aux grains\n"
    "champs_informations:\n"
    "  - {intitule: Vestiaire, contenu: au sous-sol}\n"
    "  - {intitule: Plan, contenu: la carte, lien: 'https://code.example/carte'}\n"
    "themes:\n"
    "- {name: Langages, description: de la grammaire au code}\n"
    "- {name: Communs, description: ce que l’on garde ensemble}\n"
    "sessions:\n"
    "- {title: Petit déjeuner, date: 2031-05-15, start: 9h, end: 10h, room: Cour}\n"
    "- {title: Compilateurs pour tous, date: 2031-05-15, start: 10h30, end: 12h,\n"
    "   room: Amphithéâtre, theme: Langages, format: Atelier, language: fr,\n"
    "   speakers: [Ada Tern, Bo Lind], url: 'https://code.example/compilateurs',\n"
    "   abstract: 'Écrire le sien, en [cent lignes](https://code.example/cent).'}\n"
    "- {title: Writing parsers, date: 2031-05-15, start: 10h30, end: 11h30, room: Loft,\n"
    "   theme: Langages, format: Conférence, language: en, speakers: [Cy Moss]}\n"
    "- {title: Licences libres, date: 2031-05-15, start: 11h, end: 12h, room: Cave,\n"
    "   theme: Communs, format: Conférence, language: fr}\n"
    "- {title: Sewing circle, date: 2031-05-15, start: 11h, end: 12h30, room: Verrière,\n"
    "   theme: Communs, format: Atelier, language: en}\n"
    "- {title: Radio du port, date: 2031-05-15, start: 11h, end: 13h, room: Quai,\n"
    "   format: Conférence}\n"
    "- {title: Grammaires vivantes, date: 2031-05-15, start: 14h, end: 16h,\n"
    "   room: Amphithéâtre, theme: Langages, format: Conférence, language: fr,\n"
    "   speakers: [Ada Tern]}\n"
    "- {title: Bal des contributeurs, date: 2031-05-15, start: 20h, end: 1h, room: Cour}\n"
    "- {title: Bilan et suite, date: 2031-05-16, start: 9h, end: 12h, room: Amphithéâtre,\n"
    "   theme: Communs, language: fr}\n"
    "---\n\n"
    "Bienvenue.\n";

int visit_set_up(void **state)
{
	struct home *home = memory_alloc(1, sizeof *home);

	home_begin(home, page);
	*state = home;
	return 0;
}

struct viewer_wish visit_wish(const struct home *home)
{
	return (struct viewer_wish){
	    .folder = home->folder,
	    .arguments = {home->program, "--at=2031-05-15T11:10", home->agenda},
	};
}

struct viewer *visit_with(const struct viewer_wish *wish)
{
	struct viewer *viewer = viewer_run(wish);

	viewer_expect(viewer, "Rencontres du code ouvert");
	viewer_expect(viewer, "? ");
	return viewer;
}

struct viewer *visit(const struct home *home)
{
	struct viewer_wish wish = visit_wish(home);

	return visit_with(&wish);
}
