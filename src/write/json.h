/*
 * The agenda as JSON (RFC 8259), with all that its source says. Its schema is in docs/export.md: a
 * contract for scripts, as is that of tab-separated values.
 */
#ifndef NEC_WRITE_JSON_H
#define NEC_WRITE_JSON_H

#include "write/writer.h"

void json_write(struct buffer *out, const struct writer_job *job);

#endif
