/*
 * References to characters, as HTML and XML write them: "&eacute;", "&#233;", "&#xE9;".
 */
#ifndef NEC_READ_REFERENCE_H
#define NEC_READ_REFERENCE_H

#include <stddef.h>
#include <stdint.h>

/* The length of what has the form of one at an "&"; 0 where nothing has. */
size_t reference_length(const char *text);

/* The character that it stands for; 0 where there is none of its name or number. */
uint32_t reference_character(const char *text);

/* A text with its references replaced, to be freed; NULL for NULL. */
char *reference_resolve(const char *text);

#endif
