/*
 * Short texts that panes say in place of rows, or before them.
 */
#ifndef NEC_TUI_SAYING_H
#define NEC_TUI_SAYING_H

#include "document/document.h"

/* A document of up to three paragraphs, each of which may be NULL; the first one is strong. */
struct document *saying_new(const char *strong, const char *text, const char *more);

#endif
