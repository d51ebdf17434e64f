/*
 * A session in running text, for whoever knows no markup: the description in a calendar.
 */
#ifndef NEC_PRESENT_PROSE_H
#define NEC_PRESENT_PROSE_H

#include "base/buffer.h"
#include "model/agenda.h"

/*
 * Appends what is told of a session beside its facts: the subtitle, the people, the abstract and
 * the description. A paragraph is one line, an empty line parts two; addresses
 * stand behind what leads to them. It is in the words of the source alone, the same in every
 * language.
 */
void prose_session(struct buffer *out, const struct agenda *agenda, size_t session);

#endif
