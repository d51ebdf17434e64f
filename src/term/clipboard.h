/*
 * What a terminal is told to put into the clipboard of the person in front of it (OSC 52), however
 * far away the program runs.
 */
#ifndef NEC_TERM_CLIPBOARD_H
#define NEC_TERM_CLIPBOARD_H

#include "base/buffer.h"

#include <stddef.h>

/*
 * Appends the sequence for a text. Where TERM is that of screen,
 * which passes over such sequences, the terminal around it is told the same once more, in pieces as
 * short as screen takes them.
 */
void clipboard_sequence(struct buffer *out, const char *term, const char *text, size_t length);

#endif
