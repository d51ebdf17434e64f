/*
 * Timetables: tables, and rows of cells parted by bars, whose rows hold a date or a time.
 *
 *     | Horaire | Titre    | Intervenants |      | Horaire | Salle 1   | Salle 2 |
 *     | 9h – 9h30 | Accueil |            |      | 9h      | Accueil              |
 *     | 9h30    | Ouverture | Ada Martin |      | 10h     | Atelier A | Atelier B |
 *
 * A row whose first cells are missing or empty goes on with the time of the row before; a row that
 * is a date alone is the day of those below it. Where the heading cells name rooms or days, each
 * cell of such a column is a session of its own.
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
	COLUMN_ON_DAY	/* the heading names a day, cells are sessions */
};

enum { TIMETABLE_COLUMNS = 32 };

/* What is known of a table at the row in hand. A struct that is zeroed but for the rooms begins
 * one.
 */
struct timetable {
	const struct rooms *rooms; /* that the page names; NULL for none */
	enum timetable_column columns[TIMETABLE_COLUMNS];
	struct temporal_date days[TIMETABLE_COLUMNS]; /* of COLUMN_ON_DAY */
	const struct line *heading;		      /* the row with the columns' names, or NULL */
	size_t column_count;
	struct stamp stamp; /* of the last row that had one; neither dated nor timed before */
	struct temporal_date date; /* of the last row that was one, or had one */
	bool dated;
};

/* One session of a row. */
struct timetable_cell {
	size_t title;		    /* index of the line's cell */
	int speakers, room, format; /* indexes, -1 for none */
	int column;		    /* of a grid: whose heading names the room or the day, or -1 */
	bool leaves;		    /* a cell beside it may be one too: the heading names neither */
	struct stamp stamp;	    /* its date and time */
};

/* The stamp of a row's cells that hold nothing else; SHAPE_NONE where there is none. */
struct shape timetable_shape(const struct line *row, struct stamps *scratch);

/*
 * Goes on to a row. Returns how many sessions it holds, which are put into `cells`, of which there
 * are TIMETABLE_COLUMNS.
 */
size_t timetable_row(struct timetable *table, const struct line *row, struct stamps *scratch,
		     struct timetable_cell *cells);

#endif
