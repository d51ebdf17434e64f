/*
 * What lists of sessions have in common.
 */
#ifndef NEC_TUI_SESSION_ROWS_H
#define NEC_TUI_SESSION_ROWS_H

#include "tui/app.h"
#include "tui/keeper.h"
#include "tui/pane.h"

/* Gives the pane the columns that the times of its rows need. For fill functions, at their end. */
void session_rows_measure(const struct app *app, struct pane *pane);

/* Where the cursor starts: at what is on (of several at what started last, so that what comes next
 * stands below), else at what comes next, else LIST_NONE. `by_start`: they are in order of it. */
size_t session_rows_now(const struct app *app, const struct list *list, bool by_start);

/* The same, in any order, where the rows before `from` have been looked at, with that answer. */
size_t session_rows_now_from(const struct app *app, const struct list *list, size_t from,
			     size_t best);

/* The same of all rows, else the first one. */
size_t session_rows_start(const struct app *app, const struct pane *pane);

/* That nothing is on and nothing comes next: of the whole programme, or of less of it. */
const char *session_rows_none_now(const struct app *app, bool whole);

/* Enter on a session: reads it. */
void session_rows_open(struct app *app);

/* Adds a bookmark's note below its row, where it has one; NULL is allowed. */
void session_rows_add_note(const struct keeper *keeper, struct list *list,
			   const struct bookmark *bookmark);

/* How many sessions a list shows. */
size_t session_rows_listed(const struct list *list);

/* Appends "3 sessions". */
void session_rows_count(struct buffer *out, size_t count);

/* The same of what a filter or a search has left, or that it is not all yet. */
void session_rows_found(const struct app *app, struct buffer *out, size_t count);

#endif
