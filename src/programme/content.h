/*
 * What belongs to an entry: the lines and the blocks below it that tell more of it.
 */
#ifndef NEC_PROGRAMME_CONTENT_H
#define NEC_PROGRAMME_CONTENT_H

#include "programme/finder.h"

/* Finds that of all entries, once these are known. */
void content_find(struct finder *finder);

#endif
