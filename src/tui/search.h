/*
 * The search: typed in a prompt, and while it stands the programme shows the sessions of every day
 * that hold all of its words, and the grid those of the day of the selected one. Whoever leaves it
 * is back where the search began.
 *
 * An agenda that says much is looked through in steps, the first one with the key and the others
 * while nothing else is to be done. What was found stands there meanwhile, in the order of the
 * agenda, and more is only added behind it. What is selected is what would be had one known all at
 * once, as far as it was found: the cursor goes on to what is on now until the user moves it or
 * reads what it is on.
 */
#ifndef NEC_TUI_SEARCH_H
#define NEC_TUI_SEARCH_H

#include "base/buffer.h"
#include "tui/grid_window.h"
#include "tui/layout.h"
#include "tui/list.h"
#include "tui/reading.h"
#include "tui/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct app;

/* Where one was, in the view that is searched and beside it. */
struct search_place {
	enum view_id view;
	enum slot focus; /* of the programme, or of the grid where that is the view */
	size_t day;
	size_t side; /* the selected row of the list of days */
	bool has_row;
	struct list_row row; /* the selected one of its sessions */
	size_t top;
	struct grid_window window; /* of the grid */
	struct reading reading;
};

/* A zeroed struct is no search. */
struct search {
	struct buffer text;	    /* of the search that stands, as typed; empty for none */
	struct buffer before;	    /* of the one that stood when the prompt was opened */
	struct search_place home;   /* where the search began */
	struct search_place opened; /* where the prompt was opened */
	char *page;		    /* of the event, folded; NULL before it was asked for */

	/* Whether the page, as it is wrapped, holds words that were looked for in it; NULL before.
	 */
	char *page_words;
	unsigned page_edition;
	bool page_holds;

	/* While it goes on. */
	size_t listed;	    /* so many of the matches are in the list */
	size_t soonest;	    /* the row of the list that is on or comes next, LIST_NONE for none */
	bool follows;	    /* the cursor is to go there */
	size_t cursor, top; /* of the list, where they were put last */
	size_t told;	    /* how many matches there were when that was to be drawn last */
};

void search_free(struct search *search);

/* Whether one stands, also while it is typed. */
bool search_stands(const struct app *app);

/* Its words, folded and parted by spaces; NULL where none stands. */
const char *search_words(const struct app *app);

/* Whether the page of the event holds its words. */
bool search_finds_page(struct app *app);

/* Remembers what search_found() would have to look through the page for, whenever it is read. For
 * app_settle(). */
void search_settle(struct app *app);

/* Looks through further sessions; false where nothing is to be drawn for it. */
bool search_go_on(struct app *app);

/* Looks through all that are left, and through those up to a session. */
void search_finish(struct app *app);
void search_reach(struct app *app, uint32_t session);

/* Asks for it (tui/ask.h). */
void search_open(struct app *app);

/* Begins one that was asked for otherwise. */
void search_begin(struct app *app, const char *words);

/* For when a sheet is opened: it is another one than that from which the search set out. */
void search_sheet_opened(struct app *app, enum view_id sheet);

/* Ends a search that stands and goes back to where it began; ends it and stays at the session. */
void search_leave(struct app *app);
void search_end(struct app *app);

/* Whether it found a session, or may still do so, or a line of the page of the event where that is
 * read. */
bool search_found(const struct app *app);

/*
 * To the match after (step 1) or before, round the ends. Whoever reads the page of the event, and
 * finds it there, goes through the page, from what is seen to what is not; from everywhere else,
 * and with the text of a session beside, one goes from session to session.
 */
void search_step(struct app *app, int step);

/* The day that is marked follows the selected match. For when the cursor moved. */
void search_follow(struct app *app);

/* Puts the cursor on the first match of a day, if there is one. */
void search_show_day(struct app *app, size_t day);

#endif
