/*
 * Says what changed, in the line at the bottom, where everything is shown to be heard or felt:
 * what is shown now, under which heading the cursor came, which row of how many it is on, what
 * became of that row, and what of it did not fit into the window.
 */
#ifndef NEC_TUI_ANNOUNCER_H
#define NEC_TUI_ANNOUNCER_H

#include "base/buffer.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/view.h"

#include <stdbool.h>

/* What was the case when it was looked at last. A zeroed struct has not looked yet. */
struct announcer {
	bool looked;
	unsigned sayings; /* of the app */
	struct buffer place, heading, row, link;
	enum pane_id pane;
	struct list_row selected;
	size_t position; /* of the row, or the first line that is seen of a text */
};

void announcer_free(struct announcer *announcer);

/* Appends what is shown: "Programme, Thursday 19 October 2023, 8 sessions". */
void announcer_say_place(const struct app *app, struct buffer *out);

/* Looks what has changed with a message; true where something was said of it. */
bool announcer_look(struct app *app, enum message_kind kind);

#endif
