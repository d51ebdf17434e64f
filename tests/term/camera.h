/*
 * A phone before the screen: takes a picture of what a terminal emulator shows, and reads the QR
 * codes in it.
 */
#ifndef NEC_TESTS_TERM_CAMERA_H
#define NEC_TESTS_TERM_CAMERA_H

#include "viewer.h"

#include "base/buffer.h"

#include <stdbool.h>

/* Takes pictures (PGM, at that path) until one holds a code, and appends what zbar reads in that;
 * false where there is no zbar. Fails at the viewer's deadline. */
bool camera_watch(struct viewer *viewer, const char *path, struct buffer *found);

#endif
