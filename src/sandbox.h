/*
 * Shuts the process in, for a screen that is left alone with the public: from then on it can read
 * a few folders, talk to descriptors that are open already, and do nothing else. Nothing undoes it.
 *
 * Two locks of the kernel, each of use without the other. Landlock (landlock(7)) leaves only those
 * folders to be read, in those kernels that have it. A seccomp filter (seccomp(2)) refuses with
 * EPERM every system call that is not listed in sandbox.c: no program is started, nothing is opened
 * for writing, made, renamed or removed, no socket is had, no memory becomes executable, no
 * characters are pushed into a terminal's input.
 *
 * What is needed later has to be loaded before: catalogues of messages, zones, shared libraries.
 */
#ifndef NEC_SANDBOX_H
#define NEC_SANDBOX_H

#include "base/buffer.h"
#include "base/report.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Enters it. Folders that are not there are passed over. A lock that cannot be had is said in the
 * report, as a warning that names the reason, and the other one is tried all the same.
 */
void sandbox_enter(const char *const *folders, size_t count, struct report *report);

/*
 * Tries each thing that must not go any more, in the process that entered, and appends a line about
 * each, "no program can be started: yes". Returns whether all of it is refused.
 */
bool sandbox_prove(struct buffer *out);

#endif
