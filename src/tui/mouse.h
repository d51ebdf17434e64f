/*
 * What a click and a turn of the wheel do, by where on the screen they happen.
 */
#ifndef NEC_TUI_MOUSE_H
#define NEC_TUI_MOUSE_H

#include "tui/app.h"

/* A MESSAGE_MOUSE. */
void mouse_act(struct app *app, const struct message *message, struct effects *effects);

#endif
