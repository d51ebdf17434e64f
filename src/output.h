/*
 * What the program prints for people and scripts, in a character set they can read.
 */
#ifndef NEC_OUTPUT_H
#define NEC_OUTPUT_H

#include "base/buffer.h"
#include "base/report.h"

#include <stdbool.h>

/*
 * Writes text to standard output, as ASCII where asked. False, with an error in the report, where
 * not all of it could be written.
 */
bool output_text(const struct buffer *text, bool ascii, struct report *report);

/* Appends the findings of at least `least`, a line each, behind `prefix`. */
void output_findings(struct buffer *out, const struct report *report, const char *prefix,
		     enum severity least);

/* Writes text to standard error, as ASCII where asked. */
void output_errors(const struct buffer *text, bool ascii);

#endif
