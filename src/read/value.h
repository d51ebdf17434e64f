/*
 * Dates, times, lengths and addresses as people write them as the value of a key: 2023-10-19,
 * "jeudi 19 octobre", 2023-10-18 09:00:00 +02:00, 9h30, "9h - 12h30", 1h30, "45 min", 90. The whole
 * value has to be one; in sentences programme/temporal.h finds them.
 */
#ifndef NEC_READ_VALUE_H
#define NEC_READ_VALUE_H

#include "base/buffer.h"
#include "base/civil.h"
#include "programme/almanac.h"

#include <stdbool.h>

enum { VALUE_NO_TIME = -1 };

struct value_when {
	civil_day day, last; /* CIVIL_NONE where no date is written; equal for a single day */
	int from;	     /* minutes since midnight, or VALUE_NO_TIME */
	int to;		     /* of "9h - 12h30", over 1440 past midnight; or VALUE_NO_TIME */
	int offset;	     /* minutes east of UTC; CIVIL_NONE where none is written */
};

/* False for what is no date and no time. The almanac completes dates; NULL for none. */
bool value_when(struct value_when *when, const char *text, const struct almanac *almanac);

/*
 * Whether a day can be meant: at most ten years from the day of publication, or of the event; where
 * that is not known (CIVIL_NONE), within the lifetime of whoever reads this.
 */
bool value_is_plausible(civil_day day, civil_day anchor);

/* A length in minutes: 90, 1:30, 1h30, "45 min". */
bool value_length(int *minutes, const char *text);

/*
 * Appends an address as it can be opened: without spaces around it, and with the scheme that people
 * leave out (www.example.org, team@example.org). False, with nothing appended, for what is none.
 */
bool value_url(struct buffer *out, const char *text);

#endif
