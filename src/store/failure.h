/*
 * Errors of the system, said to a person: which path, why, and what to do.
 */
#ifndef NEC_STORE_FAILURE_H
#define NEC_STORE_FAILURE_H

#include "base/report.h"

/*
 * Adds an error about `path`. `sentence` is translated already and takes two texts: why, and what
 * to do, as in _("saving the bookmark failed: %s (%s)"). Returns false.
 */
bool failure_report(struct report *report, const char *path, const char *sentence, int error);

#endif
