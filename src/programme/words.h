/*
 * What people call things around a programme, in French and English: the words that announce one,
 * that name rooms, kinds of sessions, parts of a day, and those behind which no session stands.
 */
#ifndef NEC_PROGRAMME_WORDS_H
#define NEC_PROGRAMME_WORDS_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

enum words_kind {
	WORDS_PROGRAMME, /* "Programme", "Déroulé", "Au menu" */
	WORDS_PRACTICAL, /* "Infos pratiques", "Comment venir ?", "Registration" */
	WORDS_PAST,	 /* "Éditions précédentes", "Replays" */
	WORDS_DEADLINE,	 /* "date limite", "clôture des inscriptions" */
	WORDS_LABEL,	 /* "Horaires", "Date", "When": what follows is no session */
	WORDS_WHEN,	 /* of the labels, those that may head a programme as well */
	WORDS_OFTEN,	 /* "toutes les", "every": a length behind it says how often */
	WORDS_DAYPART,	 /* "Matinée", "Afternoon" */
	WORDS_BREAK,	 /* "Pause", "Lunch" */
	WORDS_DETAILS,	 /* "Résumé", "Objectifs": headings within a session */
	WORDS_ROOM,	 /* "Salle", "Espace", "Room" */
	WORDS_FORMAT,	 /* "Atelier", "Table ronde", "Keynote" */
	WORDS_VAGUE,	 /* "Présentation": a format in brackets, a mere word before a title */
	WORDS_SPEAKERS,	 /* "par", "avec", "Intervenants", "with": names follow */
	WORDS_THEMES,	 /* "thèmes", "thématiques", "topics" */
	WORDS_INSCRIBE,	 /* "Inscription", "En savoir plus": a link to a session's own page */
	WORDS_COLUMN_TITLE,
	WORDS_COLUMN_TIME,
	WORDS_PLACE, /* "Lieu", "Adresse": what follows is where, not what */
	WORDS_KINDS
};

/*
 * Replaces what is in *folded with the folded first bytes of a text, in which apostrophes and
 * dashes are spaces. Enough of it for all of the below.
 */
void words_fold(struct buffer *folded, const char *text, size_t length);

/*
 * How many bytes of folded text a word of that kind takes, at its beginning and up to the end of a
 * word (a plural s or x counts); 0 where it begins otherwise. The longest counts.
 */
size_t words_begin(enum words_kind kind, const char *folded);

/* The same behind articles and the like ("Au", "Notre", "Les"); those are counted in. */
size_t words_begin_loosely(enum words_kind kind, const char *folded);

/* How many bytes stand before the next letter or figure; and how many an article takes that a
 * folded text begins with, with those behind it. */
size_t words_skip_marks(const char *folded);
size_t words_skip_article(const char *folded);

/* Whether a word of that kind stands anywhere in the folded text. */
bool words_hold(enum words_kind kind, const char *folded);

/* Whether the folded text is made of nothing but words of that kind, articles and numbers. */
bool words_only(enum words_kind kind, const char *folded);

#endif
