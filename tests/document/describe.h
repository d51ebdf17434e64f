/*
 * Documents as text, so that a failing test shows both sides.
 */
#ifndef NEC_TESTS_DOCUMENT_DESCRIBE_H
#define NEC_TESTS_DOCUMENT_DESCRIBE_H

#include "document/document.h"
#include "document/wrap.h"

/*
 * A line per block, indented by its depth: its kind, its level where it has one, and its spans:
 *
 *     list
 *       item 2
 *         paragraph plain{b|strong}{bi https://a.example/|link}<br>next
 *
 * b, i, c, s and g are strong, emphasis, code, strike and image; a soft line break is a ¶. With
 * lines, @LINE stands before each block, and before each span that is not on its block's line.
 * To be freed with free().
 */
char *describe(const struct document *document, bool lines);

/* Reads a text and describes it; "error" where it gives no document. */
enum format { MARKDOWN, HTML, PLAIN };
struct document *read_as(enum format format, const char *text);
char *describe_text(enum format format, const char *text, bool lines);

/* The lines of a wrapped document as they look, each ended with \n. To be freed with free(). */
char *describe_wrapped(const struct wrapped *wrapped);

#endif
