/*
 * Panes: what stands in a slot of a view. Each kind is a small table of functions. How one moves
 * through it, clicks on it and sees it is the same for all that are of one sort: a list of rows, a
 * text.
 */
#ifndef NEC_TUI_PANE_H
#define NEC_TUI_PANE_H

#include "base/array.h"
#include "base/buffer.h"
#include "tui/app.h"
#include "tui/grid.h"
#include "tui/grid_window.h"
#include "tui/list.h"
#include "tui/screen.h"
#include "tui/text.h"
#include "tui/view.h"

#include <stdbool.h>

/* What a row of a list shows, and what its item is a number of. */
enum row_kind {
	ROW_DAY,     /* of the agenda's days */
	ROW_THEME,   /* of its themes */
	ROW_SESSION, /* of its sessions */
	ROW_GONE,    /* of the bookmarks, for one whose session is gone */
	ROW_VALUE,   /* of the filter sheet, see picker_value() */
	ROW_TRAIT,   /* enum trait: of the kinds of its values, also as a heading */
	ROW_OWNER,   /* of the speakers or rooms that a sheet is about, above their sessions */
	ROW_ALONE,   /* the same, for one that has no others */
	ROW_COMMAND, /* of the commands */
	ROW_FURTHER, /* a further line of what one does, see wrapped_row_item() */
	ROW_HEADING, /* enum pane_heading */
	ROW_DATE,    /* a civil_day, as a heading */
	ROW_ROOM,    /* of the agenda's rooms, or NOW_ROOMLESS, as a heading */
	ROW_GROUP,   /* enum command_group, as a heading */
	ROW_LEAD,    /* a line of the pane's text */
	ROW_SPARE,   /* the time that is free before a session of the plan */
	ROW_RUSH,    /* the change of rooms before one */
	ROW_OVERLAP, /* what overlaps one: a step of the plan × PLAN_OVERLAPS + which */
	ROW_NOTE,    /* the note of one of the bookmarks */
	ROW_WHAT,    /* enum carry_what */
	ROW_FORMAT,  /* of the formats to carry that away in */
	ROW_TARGET,  /* enum carry_target: where to */
	ROW_FORMAT_FURTHER, /* a further line of what one is for, see wrapped_row_item() */
	ROW_TARGET_FURTHER, /* and of where to */
	ROW_CHANGE,	    /* of the changes of what is kept */
	ROW_ASPECT,	    /* what changed of one of them, see tui/news.c */
	ROW_GAP,
	ROW_KIND_COUNT
};

enum pane_heading {
	HEADING_DAYS,
	HEADING_THEMES,
	HEADING_UNTIMED,
	HEADING_ON,
	HEADING_NEXT,
	HEADING_FITS,
	HEADING_IN_PART,
	HEADING_WHAT,
	HEADING_FORMAT,
	HEADING_WHERE,
	HEADING_ALONE,
	HEADING_CHANGES,
	HEADING_COUNT
};

enum { PANE_MARGIN = 1 }; /* columns left of what a pane says, and right of it */

struct pane {
	struct list list;  /* the rows of a list */
	struct text text;  /* all of a text; of a list, what is said before its rows */
	int rows, columns; /* what it was filled for */
	int lanes;	  /* of a list: its rows go on in so many columns, where that is above 1, */
	int lane_rows;	  /* each of which has so many; then all of them are seen */
	bool airy;	  /* there is an empty row above it, below the title */
	int time_columns; /* of the times in a list of sessions; 0 where none has one */
	int room_columns; /* of the rooms in it, 0 where they have no column */
	bool untimed_apart; /* sessions without a time stand under a heading that says so */
	bool related;	    /* of all it is said how they stand now, not of the soonest alone */
	bool one_room;	    /* what is listed names the room already: rows do not */
	bool planned;	    /* what overlaps a session, and its note, stand below it */
	unsigned edition;   /* of a list: changes whenever it is filled */

	/* Of a grid: its boxes, which of them are seen, and what it was placed for. */
	struct grid grid;
	ARRAY(struct grid_item) items; /* that it was placed of; kept for their room */
	struct grid_window window;
	unsigned placed_edition;
	size_t placed_day;
	civil_moment placed_now;

	bool stale; /* to be filled again */
	bool fresh; /* shows something else: the cursor goes to where it starts */
	bool grown; /* of a list: there is more to be added to it */
};

/* How panes of a sort behave. A body is what is below the title. */
struct pane_sort {
	bool selects;  /* one row is selected; such panes are kept right even where they are not
			* seen */
	bool sideways; /* one moves to the left and to the right in it, too: in lists with lanes one
			* does, anyway */

	bool walks; /* one can walk through the links of its text */

	/* Fills the pane where it is stale or its size asks for it, and fits it to its size, which
	 * has changed where that is said. */
	void (*settle)(struct app *app, enum pane_id id, bool wider, bool taller);

	/* Each says whether anything happened. A click comes with its place in the body. */
	bool (*move)(struct app *app, enum pane_id id, enum motion motion);
	bool (*scroll)(struct app *app, enum pane_id id, int rows);
	bool (*click)(struct app *app, enum pane_id id, int row, int column);

	/* Whether there is anything to move through. */
	bool (*moves)(const struct app *app, enum pane_id id);

	void (*draw)(const struct app *app, struct screen *screen, enum pane_id id,
		     struct rectangle body, bool in_focus);

	/* Where in the body the hardware cursor belongs. */
	void (*cursor)(const struct app *app, enum pane_id id, int *row, int *column);
};

/* The columns, with its margins, that one of so many lanes has in a pane. */
int pane_lane(const struct pane *pane, int lanes);

extern const struct pane_sort pane_sort_list, pane_sort_text;

/* Functions may be NULL where said. */
struct pane_kind {
	const struct pane_sort *sort; /* NULL for a list */
	enum pane_id chooser;	      /* the pane whose list holds what is selected in this one;
				       * PANE_NONE for its own */

	/* Fills the list (cleared before) or sets the text; NULL for other sorts. */
	void (*fill)(struct app *app, struct pane *pane);
	bool by_height; /* with what depends on how high the pane is */

	/* Adds to a list what has come behind all that is in it; NULL where nothing does. */
	void (*extend)(struct app *app, struct pane *pane);

	/* The line on top, left and right; NULL for none. */
	void (*title)(const struct app *app, struct buffer *left, struct buffer *right);

	/* The rows between the title and the list in a place of that size, and what they show; NULL
	 * for none. */
	int (*head_rows)(const struct app *app, struct rectangle area);
	void (*draw_head)(const struct app *app, struct screen *screen, struct rectangle area);

	/* The row where the cursor starts; NULL for the first. */
	size_t (*start)(const struct app *app, const struct pane *pane);

	/* The cursor was moved by the user; NULL where nothing follows. */
	void (*moved)(struct app *app);

	/* The selected row is opened; NULL where rows lead nowhere. */
	void (*open)(struct app *app);

	/* The same, in place of that, where the world may have to do something. */
	void (*enter)(struct app *app, struct effects *effects);

	/* The selected row was clicked; NULL where that selects it and does no more. */
	void (*clicked)(struct app *app);
};

const struct pane_kind *pane_kind(enum pane_id pane);
const struct pane_sort *pane_sort(enum pane_id pane);

/* The pane whose list holds what is selected in a pane: itself, for most. */
enum pane_id pane_chooser(enum pane_id pane);

/* These do what its sort does, in the area of its slot. The row and column are of the window. */
void pane_settle(struct app *app, enum pane_id id, struct rectangle area);
bool pane_move(struct app *app, enum pane_id id, enum motion motion);
bool pane_scroll(struct app *app, enum pane_id id, int rows);
bool pane_click(struct app *app, enum pane_id id, struct rectangle area, int row, int column);
bool pane_moves(const struct app *app, enum pane_id id);
bool pane_moves_sideways(const struct app *app, enum pane_id id);
void pane_draw(const struct app *app, struct screen *screen, enum pane_id id, struct rectangle area,
	       bool in_focus);
void pane_cursor(const struct app *app, enum pane_id id, struct rectangle area, int *row,
		 int *column);

/* Says in the margin of a body that there is more. For draw functions. */
void pane_draw_more(struct screen *screen, struct rectangle body, bool above, bool below);

/* The columns that lines of text take, since longer ones than these are hard to read. */
int pane_text_columns(const struct pane *pane);

/* Says something before the rows of a list: wraps the document, which is taken over, and adds its
 * lines. For fill functions. */
void pane_add_lead(struct pane *pane, struct document *document, bool rows_follow);

#endif
