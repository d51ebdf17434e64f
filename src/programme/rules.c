#include "config.h"

#include "programme/rules.h"

#include "base/i18n.h"
#include "programme/facts.h"

const char rule_item_under_time[] = N_("item of a list under a time");
const char rule_item_under_date[] = N_("item of a list under a date");
const char rule_table_row[] = N_("table row with a time");
const char rule_table_cell[] = N_("table cell beside a time");
const char rule_part_of_day[] = N_("part of a day, then the title");
const char rule_labelled[] = N_("heading over a labelled date and time");

/* The first rule whose needs a line meets is the one it follows. */
static const struct rule rules[] = {
    /* Days and headings */
    {ROLE_DAY_OF_ITEMS, 0, DATED | PROGRAMME | LIST_NEAR | IN_EVENT, TIMED | TIMED_BELOW | LEAD,
     N_("date over a list"), "Programme « Off » du mercredi 18 octobre :"},
    {ROLE_DAY_OF_ITEMS, 0, DATED | BARE | HEADLINE | LIST_NEAR | IN_EVENT, TIMED | TIMED_BELOW,
     N_("date over a list"), "#### Mercredi 18 octobre"},
    {ROLE_DAY, 0, DATED | PROGRAMME, LEAD, N_("day of a programme"),
     "Programme du jeudi 19/10/23 :"},
    {ROLE_HEADING, 0, TIMED | PROGRAMME, LEAD, N_("heading of a programme"),
     "Programme de la journée (9h – 17h)"},
    {ROLE_DAY, 0, DATED | TIMED_BELOW | HEADLINE, TIMED, N_("day"),
     "25/11/2020, **Jeudi 19 octobre : journée d'ouverture**"},
    {ROLE_DAY, 0, DATED | TIMED_BELOW | COLON, TIMED, N_("day"),
     "Jeudi 19 octobre, nous vous proposons :"},
    {ROLE_DAY, 0, DATED | BARE | TIMED_BELOW, TIMED, N_("day"), "Jeudi 19 octobre"},
    {ROLE_DAY, 0, DATED | LEAD | FIRM | TIMED_BELOW, TIMED, N_("day"),
     "* Jeudi 19 octobre : ouverture"},
    {ROLE_DAY, 0, DATED | TIMED | BARE | TIMED_BELOW, TEXT_NEXT, N_("day"),
     "6 décembre de 14h à 18h"},
    {ROLE_DAY, 0, DATED | TIMED | TIMED_BELOW | HEADING, 0, N_("day"),
     "## Vendredi 7 juin – Journée des locataires (9h – 12h)"},
    {ROLE_DAY, 0, DATED | TIMED | SEVERAL_BELOW | HEADLINE, 0, N_("day"),
     "**Mardi 12 mars, 9h-17h : journée nationale**"},
    {ROLE_DAY, 0, DATED | TIMED | TIMED_BELOW | COLON, LEAD, N_("day"),
     "Rendez-vous le mardi 12 mars à 14h :"},
    {ROLE_HEADING, 0, TIMED | DAYPART | TIMED_BELOW, DATED, N_("part of a day"),
     "Matinée (9h – 12h)"},
    {ROLE_HEADING, 0, TIMED | DAYPART_FIRST | HEADLINE | TIMED_BELOW, DATED, N_("part of a day"),
     "### Matinée : conférences (9h – 12h)"},

    /* A time alone, and the title around it */
    {ROLE_SESSION, TITLE_NEXT_LINE, TIMED | BARE | AMONG | TEXT_NEXT, 0,
     N_("time, and the title on the next line"),
     "Le jeudi 03/11 de 16h15 à 18h15 / [Meetup] Quiz géant"},
    {ROLE_SESSION, TITLE_FIRST_LINE, TIMED | BARE | AMONG | TEXT_ABOVE, 0,
     N_("title, and the time on the next line"),
     "**La Green tech** / Lundi 23 novembre 2020, 17h-17h30"},
    {ROLE_TIME, 0, TIMED | BARE | AMONG | LIST_BELOW, 0, N_("time over a list"), "#### 14h"},
    {ROLE_SESSION, TITLE_ABOVE, TIMED | DATED | BARE | HEADING_ABOVE, ITEM,
     N_("heading, and the date and time under it"), "### Les API / *Mardi 12 mars, 14h – 15h*"},
    {ROLE_SESSION, TITLE_ABOVE, TIMED | BARE | SHORT | OWN_HEADING, ITEM | HEADING,
     N_("heading, and the time under it"), "### Table ronde / 14h – 15h / ### Débat"},
    {ROLE_SESSION, TITLE_BELOW, TIMED | BARE | AMONG | HEADING_BELOW, 0,
     N_("time, and the heading under it"), "**14h** / #### Table ronde"},
    {ROLE_SESSION, TITLE_BELOW, TIMED | BARE | AMONG | SHORT_BELOW, 0,
     N_("time, and the paragraph under it"), "#### 9h30 / Accueil des participants"},
    {ROLE_SESSION, TITLE_TAGS, TIMED | BARE | TAGGED, 0, N_("time, and tags"),
     "[Le 05/11 à 9h] [Webinaire] [API]"},
    {ROLE_SESSION, TITLE_ABOVE, TIMED | BARE | SHORT | HEADING_ABOVE, ITEM,
     N_("heading, and the time under it"), "#### Table ronde / 14h – 15h"},
    {ROLE_SESSION, TITLE_BELOW, TIMED | BARE | AMONG | PARAGRAPH_BELOW, 0,
     N_("time, and the paragraph under it"), "**9h30** / Nous accueillons les participants."},

    /* A time at the start of a line */
    {ROLE_SESSION, TITLE_HERE, DATED | TIMED | LEAD | FIRM, 0, N_("date and time, then the title"),
     "[Le 09/11 de 14h à 15h] Réunion"},
    {ROLE_SESSION, TITLE_HERE, DATED | TIMED | LEAD | ITEM, 0, N_("date and time, then the title"),
     "* mardi 12 mars 14h Réunion"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | FIRM | HEADLINE, 0, N_("time, then the title"),
     "#### [9h-9h30] Accueil, **9h30 : Ouverture**"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | FIRM | AMONG, 0, N_("time, then the title"),
     "9h30 – 12h : La matinée, [10h] Mot d'accueil, **9h** Accueil"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | ITEM, 0, N_("time, then the title"),
     "* 9h Accueil, * 9h, accueil"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | HEADLINE, COMMA, N_("time, then the title"),
     "#### 9h30 Ouverture"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | LIKE_NEIGHBOUR, 0, N_("time, then the title"),
     "9h Accueil / 9h30 Ouverture"},
    {ROLE_SESSION, TITLE_HERE, TIMED | LEAD | SHORT | IN_PROGRAMME, 0, N_("time, then the title"),
     "Programme / 9h Accueil"},

    /* A time at the end of a line, or within it */
    {ROLE_SESSION, TITLE_HERE, TIMED | MIDDLE | ITEM | SHORT, 0,
     N_("time between the parts of the title"), "* Atelier 1 (10h-11h) : découvrir"},
    {ROLE_SESSION, TITLE_HERE, TIMED | MIDDLE | HEADLINE | SHORT, 0,
     N_("time between the parts of the title"), "### Webinaire 1 – mardi 12 mars 14h – Les API"},
    {ROLE_SESSION, TITLE_HERE, TIMED | MIDDLE | LIKE_NEIGHBOUR | SHORT, 0,
     N_("time between the parts of the title"), "Atelier 1 (10h-11h) : découvrir / Atelier 2 (…"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | FIRM | ITEM, 0, N_("title, then the time"),
     "* Accueil (9h-9h30)"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | FIRM | HEADLINE, 0, N_("title, then the time"),
     "### Ouverture – 9h30"},
    {ROLE_SESSION, TITLE_HERE, DATED | TIMED | TAIL | COMMA | ITEM, 0,
     N_("title, then the date and time"), "* Les API, mardi 24 novembre, 17h-17h30"},
    {ROLE_SESSION, TITLE_HERE, DATED | TIMED | TAIL | COMMA | HEADLINE, 0,
     N_("title, then the date and time"), "**Les API, mardi 24 novembre, 17h-17h30**"},
    {ROLE_SESSION, TITLE_HERE, TIMED | SPAN | TAIL | ITEM | SHORT, 0, N_("title, then the time"),
     "* Accueil 9h-9h30, * Accueil de 9h à 9h30"},
    {ROLE_SESSION, TITLE_HERE, TIMED | SPAN | TAIL | HEADING | SHORT, DATED,
     N_("title, then the time"), "#### Table ronde de 10h à 11h"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | ITEM | SHORT | IN_PROGRAMME, 0,
     N_("title, then the time"), "Au programme / * Accueil à 9h"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | HEADLINE | SHORT | IN_PROGRAMME, DATED,
     N_("title, then the time"), "Programme / #### Table ronde à 10h"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | FIRM | SHORT | IN_PROGRAMME, COLON,
     N_("title, then the time"), "Programme / Accueil : 9h"},
    {ROLE_SESSION, TITLE_HERE, TIMED | TAIL | FIRM | SHORT | LIKE_NEIGHBOUR, COLON,
     N_("title, then the time"), "Accueil (9h) / Ouverture (9h30)"},

    /* Dates without a time */
    {ROLE_SESSION, TITLE_HERE, DATED | LEAD | FIRM | ITEM | IN_EVENT, TIMED | NEAR_DEADLINE,
     N_("date, then the title"), "* Le 7 septembre : Plénière"},
    {ROLE_SESSION, TITLE_HERE, DATED | LEAD | FIRM | HEADLINE | IN_EVENT, TIMED,
     N_("date, then the title"), "### Mercredi 18 octobre : visite du port"},
    {ROLE_SESSION, TITLE_HERE, DATED | LEAD | FIRM | LIKE_NEIGHBOUR | IN_EVENT,
     TIMED | NEAR_DEADLINE, N_("date, then the title"),
     "7 septembre : plénière / 8 septembre : ateliers"},
    {ROLE_SESSION, TITLE_HERE, DATED | LEAD | FIRM | SHORT | IN_PROGRAMME | IN_EVENT,
     TIMED | NEAR_DEADLINE, N_("date, then the title"),
     "Programme / **Mardi 12 mars, matin** : plénière"},
    {ROLE_SESSION, TITLE_NEXT_LINE, DATED | BARE | TEXT_NEXT | IN_EVENT, TIMED,
     N_("date, and the title on the next line"), "[Du 02/11 au 30/11] [API] / Appel à idées"},
    {ROLE_SESSION, TITLE_TAGS, DATED | BARE | TAGGED | IN_EVENT, TIMED, N_("date, and tags"),
     "[Le 05/11] [Webinaire] [API]"},
    {ROLE_SESSION, TITLE_BELOW, DATED | BARE | HEADLINE | SHORT_BELOW | IN_EVENT, TIMED,
     N_("date, and the paragraph under it"), "**12 mars** / Visite du port"},
    {ROLE_SESSION, TITLE_HERE, DATED | TAIL | FIRM | ITEM | IN_EVENT, TIMED | DAYS | NEAR_DEADLINE,
     N_("title, then the date"), "* Visite du port (20 octobre)"},
    {ROLE_SESSION, TITLE_HERE, DATED | TAIL | COMMA | ITEM | SHORT | IN_EVENT,
     TIMED | DAYS | NEAR_DEADLINE, N_("title, then the date"), "* Dijon, le 12 mars"},
    {ROLE_SESSION, TITLE_HERE, DATED | TAIL | FIRM | HEADING | IN_EVENT, TIMED,
     N_("title, then the date"), "### Visite du port – 20 octobre"},
    {ROLE_SESSION, TITLE_HERE, DATED | WITHIN | FIRM | HEADING | IN_EVENT, TIMED,
     N_("date within the title"), "### Webinaire du 6 février : mesurer"},
    {ROLE_DAY, 0, DATED | BARE | HEADLINE, TIMED, N_("day"), "Jeudi 19 octobre"},
};

/* Which weekdays a place is open is no date: "Du lundi au vendredi". */
static bool is_weekly(const struct outline_line *at)
{
	const struct stamp *stamp = &at->shape.stamp;

	return stamp->dated && at->day == CIVIL_NONE && !stamp->first.month;
}

/* "Inscriptions : le 3 mars à 9h" */
static bool is_practical(const struct outline_line *at)
{
	return at->shape.words & SAYS_PRACTICAL &&
	       (at->shape.form == SHAPE_TAIL || at->shape.form == SHAPE_MIDDLE) &&
	       (at->shape.stamp.dated || at->section != SECTION_PROGRAMME);
}

/* "8h30 : Inscriptions" opens a day. */
static bool is_registration(const struct outline_line *at)
{
	return at->shape.form == SHAPE_LEAD && at->shape.words & SAYS_INSCRIBE &&
	       at->shape.stamp.timed && !at->shape.stamp.dated && at->section == SECTION_PROGRAMME;
}

const char *rules_refusal(const struct outline *outline, size_t index)
{
	const struct outline_line *at = &outline->items[index];

	if (!at->shape.form)
		return at->shape.stamp_count ? N_("it stands in a sentence") : NULL;
	if (at->merged)
		return NULL;
	if (facts_is_deadline(at))
		return N_("it says until when, or since when");
	if ((at->shape.words & SAYS_LABEL && !is_registration(at)) || is_practical(at))
		return N_("it is practical information");
	if (at->shape.words & SAYS_HOW_OFTEN && at->shape.form == SHAPE_TAIL)
		return N_("it says how often");
	if (is_weekly(at))
		return N_("it names no day of the event");
	if (at->section == SECTION_PRACTICAL && !(at->shape.words & SAYS_PROGRAMME))
		return N_("it stands under practical information");
	if (at->section == SECTION_PAST)
		return N_("it stands under what was earlier");
	if (at->day != CIVIL_NONE && almanac_far(&outline->almanac, at->day))
		return N_("its date is far from the event's");
	return NULL;
}

const struct rule *rules_apply(const struct outline *outline, size_t index)
{
	const struct outline_line *at = &outline->items[index];
	facts all;

	if (!at->shape.form || at->merged || rules_refusal(outline, index))
		return NULL;
	all = facts_of(outline, index);
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if ((all & rules[i].needs) == rules[i].needs && !(all & rules[i].without))
			return &rules[i];
	return NULL;
}
