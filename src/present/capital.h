/*
 * The capital at the beginning of a sentence.
 */
#ifndef NEC_PRESENT_CAPITAL_H
#define NEC_PRESENT_CAPITAL_H

#include "base/buffer.h"

/* Appends a text with its first letter as a capital: an error, say, that stands by itself. */
void capital_append(struct buffer *out, const char *text);

#endif
