/*
 * The agenda as plain text that reads as if someone had written it by hand.
 *
 * The whole agenda: the event and its practical information, the programme by day, then the
 * introduction, the themes, the formats and the page as written, with the addresses at the end.
 * A filtered one: what was asked for and the sessions. Now: what is on and what comes next.
 */
#ifndef NEC_WRITE_TEXT_H
#define NEC_WRITE_TEXT_H

#include "write/writer.h"

/* UTF-8 without spaces at the ends of lines; ends in one line break. */
void text_write(struct buffer *out, const struct writer_job *job);

#endif
