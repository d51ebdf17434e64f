/*
 * Where the kiosk lives once it is shut in: what cannot be loaded in there any more is loaded, then
 * the sandbox (sandbox.h) is entered, with a view of the agenda's folder and the time zones alone.
 */
#ifndef NEC_ENCLOSURE_H
#define NEC_ENCLOSURE_H

#include "base/report.h"

#include <stdbool.h>
#include <sys/types.h>

/* Which folder the agenda was in; zeroed where there was none. */
struct enclosure {
	dev_t device;
	ino_t number;
};

/*
 * Shuts the process in. The agenda is a file or a folder, which need not be there yet; NULL for the
 * built-in one. What cannot be locked is a warning in the report. The language that is spoken is
 * another one afterwards: to be followed by locale_speak().
 */
struct enclosure enclosure_enter(const char *agenda, struct report *report);

/*
 * Whether the agenda lies by now in a folder that came, or took the place of the former one, since
 * the process was shut in, and that cannot be seen into for that.
 */
bool enclosure_shuts_out(const struct enclosure *enclosure, const char *agenda);

#endif
