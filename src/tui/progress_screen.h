/*
 * What the user sees while an agenda takes long to be read, or bookmarks to be saved.
 */
#ifndef NEC_TUI_PROGRESS_SCREEN_H
#define NEC_TUI_PROGRESS_SCREEN_H

#include "base/buffer.h"
#include "base/progress.h"
#include "tui/screen.h"

#include <stdint.h>

/* How far it is, on one line: "Reading schedule.xml: 45%". The name may be anything,
 * and is not used while bookmarks are saved. */
void progress_screen_say(struct buffer *out, const char *name, const struct progress *progress);

/* The same on a whole screen of any size, with the key that stops it. */
void progress_screen_draw(struct screen *screen, const char *name, const struct progress *progress);

/* Whether a key stops it. */
bool progress_screen_stops(uint32_t key);

#endif
