/*
 * The screen: a grid of cells with semantic roles, without a terminal. app_draw() fills it, term/
 * paints it, tests compare it.
 *
 * A cell holds one spacing character with the combining marks behind it. A wide character takes two
 * cells, the second one empty. Nothing is ever drawn outside the clip rectangle; a wide character
 * that would cross its edge becomes a space. No-break spaces become plain ones.
 */
#ifndef NEC_TUI_SCREEN_H
#define NEC_TUI_SCREEN_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

/* What a text means; term/ decides how it looks. Never the only sign of a state. */
enum role {
	ROLE_TEXT,
	ROLE_STRONG,   /* what counts */
	ROLE_TITLE,    /* the name of what one is looking at */
	ROLE_HEADING,  /* parts of a list or a document */
	ROLE_RULE,     /* lines between panes */
	ROLE_TAB,      /* a view that is not open */
	ROLE_TAB_OPEN, /* the one that is */
	ROLE_CURSOR,   /* the selected row of the pane in focus */
	ROLE_SELECTED, /* the selected row of another pane */
	ROLE_NOW,      /* what is on */
	ROLE_NEXT,     /* what comes next */
	ROLE_PAST,     /* what is over */
	ROLE_BOOKMARK,
	ROLE_WARNING, /* conflicts, errors */
	ROLE_LINK,
	ROLE_EMPHASIS,
	ROLE_CODE,
	ROLE_KEY,      /* a key's name in the footer and the help */
	ROLE_STATUS,   /* what just happened */
	ROLE_MATCH,    /* what a search found */
	ROLE_QR_LIGHT, /* modules of a QR code: dark signs on light; and light on dark */
	ROLE_QR_DARK,
	ROLE_COUNT
};

enum { SCREEN_CELL_BYTES = 23 }; /* with what stands behind them, three words */

/* Two cells that look the same are the same byte by byte. */
struct cell {
	char text[SCREEN_CELL_BYTES]; /* UTF-8, zero behind its end; "" is the second half of a wide
				       * character */
	unsigned char role;	      /* enum role */
};

struct rectangle {
	int row, column, rows, columns; /* from 0; sizes may be 0 */
};

struct screen;

enum { SCREEN_MOST_ROWS = 1000, SCREEN_MOST_COLUMNS = 1000 };

/* Sizes are clamped to 1 and the bounds above. */
struct screen *screen_new(int rows, int columns);
void screen_free(struct screen *screen);			  /* NULL is allowed */
void screen_resize(struct screen *screen, int rows, int columns); /* clears */
void screen_clear(struct screen *screen); /* spaces, ROLE_TEXT, no clip, no cursor */

int screen_rows(const struct screen *screen);
int screen_columns(const struct screen *screen);
const struct cell *screen_cell(const struct screen *screen, int row, int column);

/* Restricts drawing to a rectangle (cut to the screen's); returns the one that held before. */
struct rectangle screen_clip(struct screen *screen, struct rectangle clip);

/*
 * Draws text from a cell on, cut at the clip. Returns the column behind it (as if nothing were
 * cut). Positions may lie outside.
 */
int screen_put(struct screen *screen, int row, int column, enum role role, const char *text);
int screen_put_n(struct screen *screen, int row, int column, enum role role, const char *text,
		 size_t length);

/* An ellipsis behind a text from a column up to another one, where it takes the place of the points
 * that the text ends with. Returns the column behind. */
int screen_put_ellipsis(struct screen *screen, int row, int from, int to, enum role role);

/* The same in exactly `columns` columns: cut with an ellipsis where it is longer, else followed by
 * spaces. */
void screen_field(struct screen *screen, int row, int column, int columns, enum role role,
		  const char *text);

/* Right-aligned in `columns`, cut with an ellipsis. */
void screen_field_right(struct screen *screen, int row, int column, int columns, enum role role,
			const char *text);

/* `count` cells of one character, which takes one column, to the right or downwards. */
void screen_rule(struct screen *screen, int row, int column, int count, const char *character);
void screen_rule_down(struct screen *screen, int row, int column, int count, const char *character);

/* Gives cells another role and leaves their text. */
void screen_paint(struct screen *screen, struct rectangle area, enum role role);

/* Where the hardware cursor stands; -1 for hidden. */
void screen_set_cursor(struct screen *screen, int row, int column);
void screen_cursor(const struct screen *screen, int *row, int *column);

/*
 * The screen as text, a line per row without trailing spaces. With roles, as many lines follow that
 * hold a letter per cell: '.' for ROLE_TEXT, 'a' for ROLE_STRONG and so on.
 */
void screen_dump(const struct screen *screen, struct buffer *out, bool roles);

#endif
