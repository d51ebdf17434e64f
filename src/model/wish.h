/*
 * What people ask for in words, as values of a query.
 */
#ifndef NEC_MODEL_WISH_H
#define NEC_MODEL_WISH_H

#include "model/query.h"

#include <stdbool.h>

/*
 * Adds the themes, formats, rooms or speakers whose name is `words`, else all whose name holds
 * them, folded; or the languages that they name, of which "none" stands for none. False, with
 * nothing changed, where the agenda has no such value.
 */
bool wish_named(struct query *query, const struct agenda *agenda, enum trait trait,
		const char *words);

/* What wish_day() made of a word. */
enum wish_day {
	WISH_DAY_FOUND,
	WISH_DAY_ABSENT, /* it means a day, but not one of the agenda: of itself no session fits */
	WISH_DAY_UNKNOWN /* it means nothing; the query is unchanged */
};

/*
 * Adds a day: a date, a weekday in English or French or the first letters of it (at least three), a
 * number from 1, "today", "tomorrow" (of `now`).
 */
enum wish_day wish_day(struct query *query, const struct agenda *agenda, const char *day,
		       civil_moment now);

#endif
