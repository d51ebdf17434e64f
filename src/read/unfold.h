/*
 * Long lines of iCalendar files, put together again.
 *
 * RFC 5545 §3.1 folds lines at bytes, so a character may be parted: a file is UTF-8 only once it is
 * unfolded, which is why this comes before its character set is looked at.
 */
#ifndef NEC_READ_UNFOLD_H
#define NEC_READ_UNFOLD_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether a text begins as an iCalendar object does, white space aside. */
bool unfold_is_calendar(const char *text);

/*
 * Ends every line with \n alone (real files have CR LF and CR CR LF) and takes out every fold. A
 * line that was folded has as many empty lines behind it, so that lines keep their numbers.
 */
void unfold_lines(struct buffer *text);

#endif
