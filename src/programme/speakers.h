/*
 * The people named beside a session: "avec Ada Martin (DINUM) et Léo Petit", "Intervenants : …",
 * "*Ada Martin, ministère*" behind a dash, or a list of names below it.
 */
#ifndef NEC_PROGRAMME_SPEAKERS_H
#define NEC_PROGRAMME_SPEAKERS_H

#include <stdbool.h>
#include <stddef.h>

/* What a session can hold of them. */
enum { SPEAKERS_MOST = 40, SPEAKER_LONGEST = 120 };

struct speakers {
	char *names[SPEAKERS_MOST]; /* owned */
	size_t count;
};

/*
 * Adds those named behind a phrase like "avec", "par", "animé par", "with", which stands anywhere
 * in the text. Only what looks like a person's name is taken.
 */
void speakers_announced(struct speakers *speakers, const char *text);

/* The same of a text that is no more than a list of people: "Ada Martin (DINUM), Léo Petit". */
void speakers_listed(struct speakers *speakers, const char *text);

/*
 * Adds those of a text that stands where speakers do: who they are ends at the first comma, what
 * they are called does not matter: "L'équipe Données, direction du numérique".
 */
void speakers_stated(struct speakers *speakers, const char *text, size_t length);

/* Adds those whose sentence in a text begins with a word that announces them: "Avec Ada Martin." */
void speakers_in_sentences(struct speakers *speakers, const char *text);

/* Whether a text begins with a person's name that ends there, or before what they do. */
bool speakers_begin(const char *text);

void speakers_free(struct speakers *speakers);

#endif
