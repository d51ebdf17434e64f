/*
 * What the commands do. Each is told its row's argument and may add effects.
 */
#ifndef NEC_TUI_ACTION_H
#define NEC_TUI_ACTION_H

#include "tui/app.h"

/* argument: enum motion */
void action_move(struct app *app, int argument, struct effects *effects);

/* argument: -1 or 1; the first two stop at the ends, the third goes round. */
void action_day(struct app *app, int argument, struct effects *effects);
void action_pane(struct app *app, int argument, struct effects *effects);
void action_pane_round(struct app *app, int argument, struct effects *effects);

/* argument: -1 or 1; goes round where there is no other pane to go on to. */
void action_link(struct app *app, int argument, struct effects *effects);
void action_open_link(struct app *app, int argument, struct effects *effects);
void action_copy_link(struct app *app, int argument, struct effects *effects);
void action_show_code(struct app *app, int argument, struct effects *effects);

/* argument: -1 or 1 */
void action_code(struct app *app, int argument, struct effects *effects);

void action_invert_code(struct app *app, int argument, struct effects *effects);

void action_open(struct app *app, int argument, struct effects *effects);
void action_back(struct app *app, int argument, struct effects *effects);
void action_close(struct app *app, int argument, struct effects *effects);
void action_now(struct app *app, int argument, struct effects *effects);

/* argument: TRAIT_SPEAKER or TRAIT_ROOM */
void action_related(struct app *app, int argument, struct effects *effects);
void action_reveal(struct app *app, int argument, struct effects *effects);

void action_bookmark(struct app *app, int argument, struct effects *effects);
void action_undo(struct app *app, int argument, struct effects *effects);
void action_succeed(struct app *app, int argument, struct effects *effects);
void action_seen(struct app *app, int argument, struct effects *effects);
void action_note(struct app *app, int argument, struct effects *effects);
void action_take(struct app *app, int argument, struct effects *effects);

void action_search(struct app *app, int argument, struct effects *effects);

void action_filter(struct app *app, int argument, struct effects *effects);
void action_tick(struct app *app, int argument, struct effects *effects);
void action_narrow(struct app *app, int argument, struct effects *effects);
void action_clear_filter(struct app *app, int argument, struct effects *effects);

/* argument: -1 or 1 */
void action_match(struct app *app, int argument, struct effects *effects);

/* While a line is typed. Of what erases and of what moves the caret, back or on, the argument is an
 * enum prompt_reach; that of the last is -1 or 1. */
void action_accept(struct app *app, int argument, struct effects *effects);
void action_cancel(struct app *app, int argument, struct effects *effects);
void action_erase_back(struct app *app, int argument, struct effects *effects);
void action_erase_on(struct app *app, int argument, struct effects *effects);
void action_erase_all(struct app *app, int argument, struct effects *effects);
void action_caret_back(struct app *app, int argument, struct effects *effects);
void action_caret_on(struct app *app, int argument, struct effects *effects);
void action_recall(struct app *app, int argument, struct effects *effects);

/* While a question stands; argument: 1 for yes, 0 for no. */
void action_answer(struct app *app, int argument, struct effects *effects);

/* argument: enum view_id */
void action_view(struct app *app, int argument, struct effects *effects);

/* argument: enum effect_kind */
void action_effect(struct app *app, int argument, struct effects *effects);

#endif
