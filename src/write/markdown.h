/*
 * The agenda as Markdown, for people: to be put on a page, or printed by way of one.
 *
 * It has what the text writer has, with links that lead. In full a session is a heading with its
 * texts below, unless none has any; in short it is an item of its day's list.
 */
#ifndef NEC_WRITE_MARKDOWN_H
#define NEC_WRITE_MARKDOWN_H

#include "write/writer.h"

/* UTF-8 in the user's language; ends in one line break. */
void markdown_write(struct buffer *out, const struct writer_job *job);

#endif
