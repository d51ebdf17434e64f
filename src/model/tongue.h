/*
 * The language an agenda is written in.
 */
#ifndef NEC_MODEL_TONGUE_H
#define NEC_MODEL_TONGUE_H

#include "model/agenda.h"

/*
 * "fr", "en" or the code of another language: what the event says of itself, else the language of
 * most of its sessions, else French or English where the small words and the days and months of
 * its texts are. NULL where it is not known. Valid as long as the agenda.
 */
const char *tongue_of(const struct agenda *agenda);

#endif
