/*
 * What curses writes for one paint, sent in one piece.
 *
 * It writes out what it has with every movement of the cursor, dozens of times a paint, and a
 * terminal, or whoever is at the other end of a network, sees a screen that is half done. So it is
 * given a stream of its own, which leads to a file in memory while it paints.
 */
#ifndef NEC_TERM_FRAME_H
#define NEC_TERM_FRAME_H

#include <stdbool.h>
#include <stdio.h>

struct frame;

/* A stream to the terminal of that descriptor. NULL where none can be made. */
struct frame *frame_new(int terminal);
void frame_free(struct frame *frame); /* NULL is allowed */

/* What curses is to write to. */
FILE *frame_stream(const struct frame *frame);

/* What is written between these reaches the terminal with the second, in order; without memory for
 * that, at once. In between the descriptor of the stream is none of a terminal. */
void frame_begin(struct frame *frame);
void frame_end(struct frame *frame);

#endif
