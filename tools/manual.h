/*
 * The manual: a template in mdoc(7) whose markers give way to what the tables say.
 */
#ifndef NEC_TOOLS_MANUAL_H
#define NEC_TOOLS_MANUAL_H

#include "base/buffer.h"

#include <stdbool.h>

/*
 * Appends the template with its markers filled, each a line of its own:
 *
 *     @OPTIONS@, @FORMATS@, @COMMANDS@    lists of the command line's options, of what --print
 *                                         takes, and of the browser's commands with their keys
 *     @SETTINGS It takes:|By default:@    those of config.yaml, with these words
 *     @COMMENT ...@                       nothing
 *
 * The result is ASCII. False where a marker is none of these.
 */
bool manual_fill(struct buffer *out, const char *template);

#endif
