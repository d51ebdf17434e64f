/*
 * The user's own line about a session: typed (tui/ask.h), kept with the bookmark.
 */
#ifndef NEC_TUI_NOTE_H
#define NEC_TUI_NOTE_H

#include "base/buffer.h"
#include "tui/app.h"

#include <stdbool.h>

/* Asks for the note of the session, or the bookmark whose session is gone, that the pane in focus
 * is about. Nothing happens where it is about neither. */
void note_open(struct app *app);

/* Appends a note as one line. */
void note_say(struct buffer *out, const char *note);

/* Whether a note, NULL for none, holds any of the words that are searched for. */
bool note_matches(const struct app *app, const char *note);

#endif
