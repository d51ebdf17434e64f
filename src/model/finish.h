/*
 * What every agenda needs once its source is read, whatever the source was: programme order, days,
 * ids, usual lengths, and until when a session counts as being on. Used by the builder alone.
 */
#ifndef NEC_MODEL_FINISH_H
#define NEC_MODEL_FINISH_H

#include "model/agenda.h"

/* Whether a text could be an agenda's id. */
bool finish_is_agenda_id(const char *id);

/*
 * Fills the agenda's id (unless it has one), sessions, days and by_id from sessions in source
 * order (put in order and completed in place) and from days that carry a label. Its event and lists
 * of names stand already.
 */
void finish_agenda(struct agenda *agenda, struct session *sessions, size_t count,
		   const struct day *labels, size_t label_count);

#endif
