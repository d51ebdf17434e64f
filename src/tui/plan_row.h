/*
 * What stands between the sessions of the user's plan, as rows of a list: time that is free, rooms
 * changed at once, what overlaps the session above, the note about it. For row.c; tui/pane.h says
 * what items are.
 */
#ifndef NEC_TUI_PLAN_ROW_H
#define NEC_TUI_PLAN_ROW_H

#include "model/plan.h"
#include "tui/row.h"

void plan_row_draw_spare(const struct app *app, struct screen *screen,
			 const struct row_place *place, uint32_t session);
void plan_row_draw_rush(const struct app *app, struct screen *screen, const struct row_place *place,
			uint32_t session);
void plan_row_draw_overlap(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t item);

/* What the user wrote about the session above. */
void plan_row_draw_note(const struct app *app, struct screen *screen, const struct row_place *place,
			uint32_t bookmark);

/* The time that is free, as titles of panes say it: "11:00 – 11:30 · 30 min free". */
void plan_row_say_spare(const struct plan_spare *spare, struct buffer *out);

/* How much of the programme there is to choose from in it: "6 sessions", "nothing on". */
void plan_row_say_choice(const struct app *app, const struct plan_spare *spare, struct buffer *out);

#endif
