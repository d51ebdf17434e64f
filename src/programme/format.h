/*
 * Names of formats as an agenda keeps them: "Ateliers" is "atelier", "Tables rondes" "table ronde".
 */
#ifndef NEC_PROGRAMME_FORMAT_H
#define NEC_PROGRAMME_FORMAT_H

#include <stddef.h>

/*
 * The format that a text begins with, in small letters and in the singular; *taken, which may be
 * NULL, becomes the bytes it takes. NULL where the text begins otherwise. To be freed.
 */
char *format_name(const char *text, size_t length, size_t *taken);

/* The same of a text in brackets, which is nothing but a format or none; more words are formats. */
char *format_of_tag(const char *text, size_t length);

#endif
