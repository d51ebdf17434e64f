/*
 * What shells complete behind the program's name.
 */
#ifndef NEC_TOOLS_COMPLETIONS_H
#define NEC_TOOLS_COMPLETIONS_H

#include "base/buffer.h"

#include <stdbool.h>

/* Appends the completions for bash, zsh or fish, made from the table of options; false for another
 * shell. */
bool completions_write(struct buffer *out, const char *shell);

#endif
