/*
 * Why a key does nothing where one is: what it is for needs something that is not there.
 */
#ifndef NEC_TUI_EXCUSE_H
#define NEC_TUI_EXCUSE_H

#include "tui/app.h"

#include <stdint.h>

/* Says it of a key that means no command here; nothing where there is nothing to say. */
void excuse_say(struct app *app, uint32_t key);

#endif
