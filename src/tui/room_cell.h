/*
 * The name of a room in a place that may be too narrow for it.
 */
#ifndef NEC_TUI_ROOM_CELL_H
#define NEC_TUI_ROOM_CELL_H

#include "base/buffer.h"

/*
 * Appends a name in at most so many columns: whole, or with an ellipsis for what tells it least
 * from others. That is what stands in brackets at its end ("H.2215…"), else what stands before a
 * number or a letter at its end ("Amphi…1200"), else the end.
 */
void room_cell_say(struct buffer *out, const char *name, int columns);

#endif
