/*
 * What must hold of every screen, whatever was done before.
 */
#ifndef NEC_TESTS_TUI_SOUND_H
#define NEC_TESTS_TUI_SOUND_H

#include "play.h"

/*
 * The cursor stands on the selected row of the pane in focus, or at the top of one without; the
 * rules between panes are whole; no half of a wide character stands alone; drawing again gives the
 * same.
 */
void assert_sound(const struct play *play);

/* The text of the row where the cursor stands; valid until the next call. */
const char *cursor_line(const struct play *play);

/* Both assert that the screen is sound, too. The row with the cursor holds a text; the screen holds
 * it in one of its rows, or in none. */
void assert_selected(const struct play *play, const char *text);
void assert_screen(const struct play *play, const char *text, bool wanted);

#endif
