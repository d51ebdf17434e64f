/*
 * Stamps: a date and a time that stand together in a line, and what parts them from the rest of
 * it: "[Le 05/11 à 9h] [Webinaire]", "Accueil (9h-9h30)", "mardi 24 novembre, 17h-17h30".
 */
#ifndef NEC_PROGRAMME_STAMP_H
#define NEC_PROGRAMME_STAMP_H

#include "programme/temporal.h"

/* What stands between a stamp and the text beside it, from the weakest to the strongest. */
enum stamp_gap {
	GAP_WORDS, /* other words: the stamp is part of a sentence */
	GAP_SPACE,
	GAP_COMMA,
	GAP_MARK, /* a dash, a colon, a bar, a bracket, a full stop, a bullet */
	GAP_EDGE  /* the beginning or the end of the text */
};

struct stamp {
	bool dated, timed;
	bool bounded;	/* "jusqu'au …", "depuis …": until or since when, not when */
	bool repeated;	/* several dates or times stand in it; the first ones count */
	bool bracketed; /* "[14h10]", "(9h-9h30)" */
	struct temporal_date first, last;
	int from, to;	   /* as in struct temporal */
	size_t start, end; /* bytes, with what brackets it and the marks that part it */
	enum stamp_gap before, after;
	bool short_hand; /* see struct temporal */
};

struct stamps {
	struct stamp *items; /* in the order of the text */
	size_t count, capacity;
	struct temporals temporals; /* what they were made of, lengths too */
};

/* Replaces what is in *stamps. */
void stamp_read(struct stamps *stamps, const char *text, size_t length);
void stamp_free(struct stamps *stamps);

/* What parts the byte at *at from the text behind it; *at moves there. */
enum stamp_gap stamp_gap_after(const char *text, size_t length, size_t *at);

/* Bytes at the start of a text that are bullets and spaces; with pictographs that may be part of a
 * title, such as "🎤", for the second one. */
size_t stamp_skip_bullets(const char *text, size_t length);
size_t stamp_skip_marks(const char *text, size_t length);

#endif
