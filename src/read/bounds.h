/*
 * Bounds of sources that a library reads whole, or in a time that grows with the square of what is
 * in them. They are looked for in the bytes, in one pass, before the library sees them.
 */
#ifndef NEC_READ_BOUNDS_H
#define NEC_READ_BOUNDS_H

#include "read/source.h"

#include "base/report.h"

#include <stdbool.h>

enum {
	BOUNDS_MOST_VALUES = 4000000, /* of a JSON file; a session of pretalx has thirty */
	BOUNDS_MOST_ATTRIBUTES = 200  /* of an XML element; libxml2 compares each with all others */
};

/* Whether a source is within the bounds; where it is not, the report is told where and which. */
bool bounds_hold_json(const struct source *source, struct report *report);
bool bounds_hold_xml(const struct source *source, struct report *report);

#endif
