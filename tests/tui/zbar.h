/*
 * A reader of QR codes, as a phone has one: zbar, where it is there.
 */
#ifndef NEC_TESTS_TUI_ZBAR_H
#define NEC_TESTS_TUI_ZBAR_H

#include "base/buffer.h"

#include <stdbool.h>

/* Appends what is read in a picture, a line after each code; false where there is no zbar. The path
 * holds no apostrophe. */
bool zbar_read(const char *path, struct buffer *found);

#endif
