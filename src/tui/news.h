/*
 * What changed of the sessions that the user keeps, which they have not seen yet: told once when it
 * is found, and as rows at the top of their agenda.
 */
#ifndef NEC_TUI_NEWS_H
#define NEC_TUI_NEWS_H

#include "tui/app.h"
#include "tui/list.h"
#include "tui/row.h"

/* A line at the bottom says that there are some. */
void news_tell(struct app *app);

/* Adds them under a heading; nothing where there are none. */
void news_add_rows(const struct app *app, struct list *list);

/* The session that could be kept instead of the bookmark which the pane in focus is about; -1 for
 * none. */
int news_successor(const struct app *app);

/* "! moved": the gravest of what changed of a session that is kept; nothing where nothing did. */
void news_say_state(const struct app *app, uint32_t session, struct buffer *out);

/* Of rows (tui/pane.h says what items are): the title of a change; and what its aspect is called,
 * with before and after, or what may stand in their place, appended. */
const char *news_title(const struct app *app, uint32_t item);
const char *news_say_aspect(const struct app *app, uint32_t item, struct buffer *out);

void news_draw_change(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t item);
void news_draw_aspect(const struct app *app, struct screen *screen, const struct row_place *place,
		      uint32_t item);

#endif
