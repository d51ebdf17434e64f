/*
 * A phone before the screen: takes a picture of what a terminal emulator shows, and reads the QR
 * codes in it.
 */
#ifndef NEC_TESTS_TERM_CAMERA_H
#define NEC_TESTS_TERM_CAMERA_H

#include "viewer.h"

#include "base/buffer.h"

#include <stdbool.h>

/* Writes the screen as a picture (PGM). */
void camera_take(struct viewer *viewer, const char *path);

/* Appends what zbar reads in a picture, a line after each code; false where there is no zbar. */
bool camera_read(const char *path, struct buffer *found);

#endif
