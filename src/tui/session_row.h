/*
 * A session, or a bookmark whose session is gone, as one row of a list: mark, time, title, room
 * where there is space for it, and how it stands.
 */
#ifndef NEC_TUI_SESSION_ROW_H
#define NEC_TUI_SESSION_ROW_H

#include "model/query.h"
#include "tui/row.h"

/* How a session stands now, where one of a day that is over as a whole is not said to be past. */
enum query_phase session_row_phase(const struct app *app, uint32_t session);

void session_row_draw(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t session);
/* Marks folded words in the row, which was drawn before: see match_mark(). */
void session_row_mark(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t session, const char *words);

void session_row_draw_gone(const struct app *app, struct screen *screen,
			   const struct row_place *place, uint32_t bookmark);

/*
 * The columns that times need in a pane `columns` wide: those of a span where any of the sessions
 * has an end and there is room, else those of a start; 0 where none has a time.
 */
int session_row_time_columns(const struct app *app, bool any_start, bool any_end, int columns);

/* Those of a span: more than others where a session of the agenda takes days. */
int session_row_span_columns(const struct agenda *agenda);

/* The columns of the longest name of a room, or of a format that rows show where there are no
 * rooms; 0 for none. */
int session_row_longest_room(const struct agenda *agenda);

/* Those of the column of rooms at the right of a pane: as many as the longest name needs, as long
 * as titles keep enough. 0 where there is no such column. */
int session_row_room_columns(const struct app *app, const struct pane *pane);

/* The column where titles begin behind times. */
int session_row_title_column(const struct row_place *place);

/* The columns that spans leave to titles, and rooms in a narrow pane, where how a session stands
 * takes none. */
int session_row_title_columns(const struct app *app, const struct pane *pane);

#endif
