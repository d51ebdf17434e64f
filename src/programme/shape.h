/*
 * The shape of a line: whether a date or a time leads it, ends it, stands alone in it or within
 * it, and what kind of line the rest makes of it.
 *
 *     SHAPE_LEAD    "9h30 – 12h : La matinée", "[Le 05/11 à 9h] Webinaire"
 *     SHAPE_TAIL    "Accueil (9h-9h30)", "Zoom sur les infras, mardi 24 novembre, 17h-17h30"
 *     SHAPE_MIDDLE  "Atelier 1 (10h-11h) : découvrir", "Bilan – 14h – salle 3"
 *     SHAPE_BARE    "14h", "Lundi 23 novembre 2020, 18h-18h30", "[Le 09/11 à 14h] [Webinaire]"
 *     SHAPE_WITHIN  "Programme du jeudi 19/10/23 :", a date inside a heading
 *     SHAPE_NONE    no date and no time, or only in a sentence
 */
#ifndef NEC_PROGRAMME_SHAPE_H
#define NEC_PROGRAMME_SHAPE_H

#include "programme/line.h"
#include "programme/rooms.h"
#include "programme/stamp.h"

enum shape_form { SHAPE_NONE, SHAPE_BARE, SHAPE_LEAD, SHAPE_TAIL, SHAPE_MIDDLE, SHAPE_WITHIN };

/* What the words beside the stamp say; of a line without one, what all its words say. */
enum shape_words {
	SAYS_PROGRAMME = 1 << 0, /* "Programme détaillé", "Au menu" */
	SAYS_PRACTICAL = 1 << 1, /* "Infos pratiques" */
	SAYS_PAST = 1 << 2,	 /* "Éditions précédentes" */
	SAYS_DAYPART = 1 << 3,	 /* "Matinée" and nothing else */
	SAYS_ROOM = 1 << 4,	 /* "Salle 2 : …" */
	SAYS_LABEL = 1 << 5,	 /* "Horaires" and nothing else */
	SAYS_DEADLINE = 1 << 6,	 /* "Clôture des inscriptions" */
	SAYS_PLACE = 1 << 7,	 /* "Lieu : …" */
	SAYS_THEMES = 1 << 8,	 /* "Les thématiques" */
	BEGINS_DAYPART = 1 << 9, /* "Matinée : conférences" */
	SAYS_INSCRIBE = 1 << 10, /* "S'inscrire" and nothing else */
	ENDS_IN_COLON = 1 << 11,
	SAYS_WHEN = 1 << 12,	 /* "Les dates" and nothing else: a label, or a heading */
	SAYS_PEOPLE = 1 << 13,	 /* "👤 Ada Martin" */
	NAMES_PART = 1 << 14,	 /* "Matin : plénière": a part of a day, and a title */
	SAYS_HOW_OFTEN = 1 << 15 /* "toutes les 30 minutes" */
};

struct shape {
	enum shape_form form;
	struct stamp stamp; /* of every form but SHAPE_NONE */
	size_t stamp_count; /* in the line */
	bool firm;	    /* marks, brackets or a style part the stamp from the rest */
	bool lengths;	    /* lengths of time stand in the line */
	unsigned words;	    /* enum shape_words, or-ed */
	/* What is left of the line without the stamp: before it, and behind it. */
	size_t before_end;
	size_t after_start, after_end;
};

/* The rooms may be NULL. `scratch` and `folded` only save memory from line to line. */
struct shape shape_of(const struct line *line, const struct rooms *rooms, struct stamps *scratch,
		      struct buffer *folded);

/* Whether letters or digits stand between two bytes of a text. */
bool shape_has_letters(const char *text, size_t start, size_t end);

#endif
