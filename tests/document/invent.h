/*
 * Invented pages: markup at random, good and bad, with known words in it.
 */
#ifndef NEC_TESTS_DOCUMENT_INVENT_H
#define NEC_TESTS_DOCUMENT_INVENT_H

#include "describe.h"

/*
 * A page, always the same for a seed; *words are the words that a reader must find in it, in order,
 * each followed by a space. Words have the form zABCDz. Both are to be freed with free().
 */
char *invent_page(enum format format, unsigned seed, char **words);

/* The words of this form that are in a text, in order, each followed by a space. */
char *invent_words_of(const char *text);

#endif
