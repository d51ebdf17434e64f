/*
 * Files that hold what a test showed when somebody looked at it last. NEC_RENEW_GOLDEN=1 writes
 * them anew.
 */
#ifndef NEC_TESTS_TUI_GOLDEN_FILE_H
#define NEC_TESTS_TUI_GOLDEN_FILE_H

#include "base/buffer.h"

#include <stdbool.h>

/* Whether the file, by its path in the source tree, holds just that. Prints both where it does not,
 * with how it came about. */
bool golden_file_holds(const char *path, const struct buffer *shown, const char *how);

#endif
