/*
 * A board as it hangs in a hall: room by room what is on and what comes next, a line each.
 */
#ifndef NEC_WRITE_BOARD_H
#define NEC_WRITE_BOARD_H

#include "model/now.h"
#include "write/writer.h"

/* Appends the rooms that have something, with how each session stands before its times. */
void board_write(struct buffer *out, const struct writer_job *job, const struct now *now);

#endif
