/*
 * Where the kiosk lives once it is shut in: what cannot be loaded in there any more is loaded, then
 * the sandbox (sandbox.h) is entered, with a view of the agenda's folder and the time zones alone.
 */
#ifndef NEC_ENCLOSURE_H
#define NEC_ENCLOSURE_H

#include "base/report.h"

/*
 * Shuts the process in. The agenda is a file or a folder, which need not be there yet; NULL for the
 * built-in one. What cannot be locked is a warning in the report. The language that is spoken is
 * another one afterwards: to be followed by locale_speak().
 */
void enclosure_enter(const char *agenda, struct report *report);

#endif
