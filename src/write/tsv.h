/*
 * Tab-separated values, a contract for scripts: a header line, then a row per session.
 */
#ifndef NEC_WRITE_TSV_H
#define NEC_WRITE_TSV_H

#include "write/writer.h"

void tsv_write(struct buffer *out, const struct writer_job *job);

#endif
