/*
 * A session as a box of the grid: a bar as high as the session is long, its title wrapped over the
 * rows beside it, and below that how it stands and its times, where there are rows for them.
 */
#ifndef NEC_TUI_GRID_BOX_H
#define NEC_TUI_GRID_BOX_H

#include "tui/app.h"
#include "tui/screen.h"

#include <stdbool.h>
#include <stdint.h>

/* Where a box stands, and how. */
struct grid_box_place {
	struct rectangle area;	    /* the part of it that is seen */
	int rows_above, rows_below; /* that are not */
	bool cut;		    /* it goes on after the day */
	int now;		    /* the row of the screen that marks now; -1 for none */
	bool selected, in_focus;
};

void grid_box_draw(const struct app *app, struct screen *screen, const struct grid_box_place *place,
		   uint32_t session);

/* Appends how a session stands, in words: "! overlaps", "8 min left"; returns their role. */
enum role grid_box_state(const struct app *app, uint32_t session, struct buffer *out);

#endif
