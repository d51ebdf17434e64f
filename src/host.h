/*
 * Hosts the kiosk: the loop that ties it, the terminal, the clock and the agenda's file together,
 * shut into a sandbox (sandbox.h) before the first visitor comes.
 *
 * The agenda is read again whenever its file changes. One that cannot be read leaves the last good
 * one on the screen, or a calm screen with the time where there was none yet; what is wrong goes
 * to standard error, which systemd keeps in the journal, unless that is the screen; and is looked
 * at again with every change. Where nothing was shown yet and the agenda comes in a folder that the
 * sandbox does not know, the kiosk ends, to be started again.
 */
#ifndef NEC_HOST_H
#define NEC_HOST_H

#include "base/civil.h"
#include "base/report.h"
#include "term/terminal.h"

struct host_options {
	const char *agenda; /* a file or a folder; NULL for the built-in one */
	civil_moment at;    /* CIVIL_NONE for the real time */
	struct terminal_options terminal;
	int idle_seconds;
	const char *language; /* "fr", "en"; NULL for that of the agenda, else of the locale */
	const char *leave;    /* typed in a row these characters end it; NULL for nothing does */
};

/*
 * Runs until SIGTERM (0), the end of the terminal (1), or `leave` (0). 1 with an error in the
 * report where there is no terminal, or an agenda came that it cannot see. The keys that end, stop
 * or freeze other programs do nothing.
 */
int host_run(const struct host_options *options, struct report *report);

/*
 * What --kiosk --check does: enters the sandbox and appends what it refuses, a line each. False
 * where something is not refused, or a lock could not be had; why is in the report.
 */
bool host_check(const struct host_options *options, struct buffer *out, struct report *report);

#endif
