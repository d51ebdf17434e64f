/*
 * kramdown's attribute lists, which Jekyll pages put beside what they mark: {: .class #id key="v" }
 */
#ifndef NEC_DOCUMENT_KRAMDOWN_H
#define NEC_DOCUMENT_KRAMDOWN_H

#include <stddef.h>

/* How many bytes the attribute list takes that begins at text; 0 where none does. */
size_t kramdown_attribute_list(const char *text, size_t length);

#endif
