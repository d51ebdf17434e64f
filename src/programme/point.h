/*
 * Points: one date or one time of the day as people write it, found by the table of forms in
 * point.c. Spans of them are made in programme/temporal.h.
 */
#ifndef NEC_PROGRAMME_POINT_H
#define NEC_PROGRAMME_POINT_H

#include "programme/lexeme.h"
#include "programme/temporal.h"

enum point_style {
	POINT_PLAIN,
	POINT_SHORT_HAND, /* "9h", "2h30", "2 heures": a length can look like it */
	POINT_DOTTED,	  /* "10.30": a time only beside another one */
	POINT_BARE	  /* "9": a time only in "de 9 à 10h30" */
};

enum { POINT_NO_MERIDIEM = -1 };

struct point {
	struct temporal_date date;
	int hour, minute;
	int meridiem; /* hours to add, or POINT_NO_MERIDIEM */
	enum point_style style;
	size_t next; /* the lexeme behind it */
};

/* Each reads at lexeme `at`; false where no such thing stands there. */
bool point_date(struct point *point, const struct lexemes *lexemes, size_t at);
/* The first dates of "7, 8 et 9 septembre", "mercredi 18 au vendredi 20 octobre". */
bool point_date_part(struct point *point, const struct lexemes *lexemes, size_t at);
bool point_time(struct point *point, const struct lexemes *lexemes, size_t at);
/* The times of "de 9 à 10h", "9–10.30 am" that only another one makes a time. */
bool point_time_part(struct point *point, const struct lexemes *lexemes, size_t at);

/* Minutes since midnight, with the meridiem counted. */
int point_minutes(const struct point *point);

/* Whether the lexeme is a mark, glued or not; at any index up to and with the end. */
bool point_mark(const struct lexemes *lexemes, size_t at, char mark);

#endif
