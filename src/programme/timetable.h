/*
 * Timetables: tables, and rows of cells parted by bars, whose rows hold a date or a time.
 *
 *     | Horaire | Titre    | Intervenants |      | Horaire | Salle 1   | Salle 2 |
 *     | 9h – 9h30 | Accueil |            |      | 9h      | Accueil              |
 *     | 9h30    | Ouverture | Ada Martin |      | 10h     | Atelier A | Atelier B |
 *
 * A row goes on with the time of the row before where the cell of that time spans both, or is empty
 * below; a row that is a date alone is the day of those below it. Where the heading cells name
 * rooms, days or times, each cell of such a column is a session of its own. Two rows may head a
 * table, the days over the rooms. Without a time beside them, the lines of a cell may have their
 * own: "9h : Accueil".
 */
#ifndef NEC_PROGRAMME_TIMETABLE_H
#define NEC_PROGRAMME_TIMETABLE_H

#include "programme/almanac.h"
#include "programme/shape.h"

enum timetable_column {
	COLUMN_UNKNOWN,
	COLUMN_TIME,
	COLUMN_TITLE,
	COLUMN_SPEAKERS,
	COLUMN_ROOM,
	COLUMN_FORMAT,
	COLUMN_IN_ROOM, /* the heading names a room, cells are sessions */
	COLUMN_WHEN,	/* the heading is a date or a time, cells are sessions */
	COLUMN_PART	/* the heading is a part of the day, cells are sessions without a time */
};

enum { TIMETABLE_COLUMNS = 32, TIMETABLE_SESSIONS = 256 };

/* What is known of a table at the row in hand. A struct that is zeroed but for the rooms begins
 * one.
 */
struct timetable {
	const struct rooms *rooms; /* that the page names; NULL for none */
	enum timetable_column columns[TIMETABLE_COLUMNS];
	struct stamp heads[TIMETABLE_COLUMNS]; /* what of its heading is a date or a time */
	const struct line *heading;	       /* the row with the columns' names, or NULL */
	size_t column_count;
	struct stamp stamp; /* of the last row that had one; neither dated nor timed before */
	size_t stamp_cell;  /* where that stood */
	const struct line *above[TIMETABLE_COLUMNS]; /* whose cells the row's places hold */
	const struct line_cell *people; /* of a row that only says who speaks in the one above */
	bool begun;			/* a row with a date or a time was met */
	struct temporal_date date;	/* of the last row that was one, or had one */
	bool dated;
};

/* One session of a row. */
struct timetable_cell {
	size_t title;	   /* index of the line's cell */
	size_t start, end; /* what of it is the title, and more of the session */
	int part;	   /* the column that says which part of the day it is, -1 for none */
	int speakers, room, format;  /* indexes, -1 for none */
	const struct line *room_row; /* whose cell the room is; NULL for the row itself */
	size_t column;		     /* the first one that it takes */
	bool in_grid;		     /* its column says the room, the day or the time */
	size_t rooms, rooms_end;     /* of a grid: the columns whose headings name its rooms */
	bool leaves;	    /* a cell beside it may be one too: the heading names neither */
	struct stamp stamp; /* its date and time */
};

/* Whether a cell of a row is covered by one of the rows above. */
bool timetable_is_covered(const struct line *row, size_t cell);

/* The stamp of a row's cells that hold nothing else; SHAPE_NONE where there is none. */
struct shape timetable_shape(const struct line *row, struct stamps *scratch);

/*
 * Goes on to a row. Returns how many sessions it holds, which are put into `cells`, of which there
 * are TIMETABLE_SESSIONS.
 */
size_t timetable_row(struct timetable *table, const struct line *row, struct stamps *scratch,
		     struct timetable_cell *cells);

#endif
