/*
 * JSON in which an object has a key twice, as it comes about where exports are joined by hand: two
 * halls of a day's rooms with one name. jansson would keep the last one and say nothing.
 */
#ifndef NEC_READ_JSON_MEND_H
#define NEC_READ_JSON_MEND_H

#include "base/buffer.h"
#include "base/report.h"
#include "read/source.h"

/*
 * Appends the source with keys that are repeated told apart, by control characters that no text
 * keeps, and warns of each with its line; lines keep their numbers. So rooms of one name come
 * together again, and of what else is repeated the first counts.
 */
void json_mend(struct buffer *out, const struct source *source, struct report *report);

#endif
