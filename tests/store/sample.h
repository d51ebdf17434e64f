/*
 * What the tests of the store share: a made-up agenda with a session of every kind, and a data home
 * of their own.
 */
#ifndef NEC_TESTS_STORE_SAMPLE_H
#define NEC_TESTS_STORE_SAMPLE_H

#include "base/buffer.h"
#include "base/report.h"
#include "model/agenda.h"
#include "model/bookmarks.h"

#include <stdbool.h>

/* How the source tells where its times are. */
enum sample_clock {
	SAMPLE_OFFSET,	/* two hours east of UTC */
	SAMPLE_ZONE,	/* in Europe/Paris */
	SAMPLE_FLOATING /* not at all */
};

/* Its days are 13 and 14 May 2024; its sessions those below. */
struct agenda *sample_agenda(enum sample_clock clock);

#define SAMPLE_TALK    "2024-05-13-talk"       /* 09:00 to 10:30, room, theme, speaker, page */
#define SAMPLE_OPEN    "2024-05-13-open"       /* 11:00, no end */
#define SAMPLE_MOMENT  "2024-05-13-moment"     /* 12:00 to 12:00 */
#define SAMPLE_NIGHT   "2024-05-13-night"      /* 20:00 to 01:00 */
#define SAMPLE_LATE    "2024-05-13-late"       /* 00:30 of the 14th, still the 13th's */
#define SAMPLE_ALL_DAY "2024-05-14-exhibition" /* no time */
#define SAMPLE_NO_DAY  "no-day"		       /* neither day nor time */
#define SAMPLE_ODD_ID  "Año/13;14,\\ ../x"     /* given by the source */

/* The index of a session, which must be there. */
size_t sample_session(const struct agenda *agenda, const char *id);

/* A new empty folder that XDG_DATA_HOME names from now on; its path. */
const char *sample_home_make(void);
const char *sample_home_make_in_memory(void); /* where the system has files in memory */
void sample_home_remove(void);

/* PATH below the home: "a/b" is HOME/a/b. Valid until the next call. */
const char *sample_path(const char *below);

/* Writes a file below the home, its folders too; reads one (false where there is none). */
void sample_write(const char *below, const char *text);
bool sample_read(const char *below, struct buffer *text);

/* How many entries a folder below the home has, 0 where it is not there. */
int sample_count(const char *below);

/* Whether a bookmark says what the agenda says of its session. */
void sample_assert_same(const struct bookmark *bookmark, const struct agenda *agenda);

#endif
