/*
 * Commands as rows of the help: their keys, and what they do, in as many lines as that needs. For
 * row.c and the pane; tui/pane.h says what items are.
 */
#ifndef NEC_TUI_COMMAND_ROW_H
#define NEC_TUI_COMMAND_ROW_H

#include "tui/row.h"

/* The lines that a command takes in a pane without lanes. */
int command_row_lines(const struct pane *pane, uint32_t command);

void command_row_draw(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t command);
void command_row_draw_line(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t item);

#endif
