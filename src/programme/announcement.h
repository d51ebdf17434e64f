/*
 * Entries that are none: they only say when the event itself is.
 */
#ifndef NEC_PROGRAMME_ANNOUNCEMENT_H
#define NEC_PROGRAMME_ANNOUNCEMENT_H

#include "programme/finder.h"

/* Drops them, and says so in the report. */
void announcement_drop(struct finder *finder);

#endif
