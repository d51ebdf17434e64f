/*
 * XML as planners write it and no parser takes it: a control character that came with a text from a
 * PDF, an "&" that stands for itself, a reference that only HTML knows. One of them is enough for a
 * parser to refuse a whole conference.
 */
#ifndef NEC_READ_XML_MEND_H
#define NEC_READ_XML_MEND_H

#include "base/buffer.h"
#include "base/report.h"
#include "read/source.h"

#include <stdbool.h>

/*
 * Appends the source with these mended, and warns of each with its line; lines keep their numbers.
 * False, and nothing is appended, where there are none, and where the source declares entities of
 * its own.
 */
bool xml_mend(struct buffer *out, const struct source *source, struct report *report);

#endif
