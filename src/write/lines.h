/*
 * Texts and documents as lines of plain text.
 */
#ifndef NEC_WRITE_LINES_H
#define NEC_WRITE_LINES_H

#include "base/buffer.h"
#include "document/document.h"

/*
 * Appends a document wrapped so that `indent` spaces and each line take at most `width` columns.
 * Headings of level 1 are underlined and followed by an empty line.
 */
void lines_document(struct buffer *out, const struct document *document, int indent, int width);

/* The same of one text; its first line begins where the last one in the buffer ends. */
void lines_text(struct buffer *out, const char *text, int indent, int width);

/* A line, or several, underlined with a character, and an empty line. */
void lines_heading(struct buffer *out, const char *text, char underline, int width);

/* An empty line, unless nothing or one stands before it. */
void lines_part(struct buffer *out);

/*
 * No-break spaces have done their duty once lines are broken: makes them spaces, takes spaces off
 * the ends of lines, and leaves one line break at the very end.
 */
void lines_tidy(struct buffer *out);

#endif
