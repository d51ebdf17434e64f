/*
 * The Linux console shows the characters that its font has, 256 or 512 of them, and a
 * replacement sign for the rest. This file knows which those are and what to show instead.
 *
 * The console itself says what its font has. Where it cannot be asked (a serial line, a recording,
 * another program that calls itself TERM=linux) letters are trusted and only such signs are used as
 * both the kernel's own font and Debian's fonts have.
 */
#ifndef NEC_TERM_GLYPHS_H
#define NEC_TERM_GLYPHS_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct glyphs;

/* The console behind a descriptor; NULL where TERM is none and every character can be shown. */
struct glyphs *glyphs_open(int fd, const char *term);

/* A font that has these characters; with a count of 0 one that cannot be asked. */
struct glyphs *glyphs_new(const uint32_t *characters, size_t count);
void glyphs_free(struct glyphs *glyphs); /* NULL is allowed */

/* Whether the font has a character itself. */
bool glyphs_have(const struct glyphs *glyphs, uint32_t character);

/* Appends what to show for the text of one cell, in as many columns. */
void glyphs_append(const struct glyphs *glyphs, struct buffer *out, const char *text);

#endif
