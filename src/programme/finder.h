/*
 * What the finder of a programme knows while it goes through a page, for the files that do.
 */
#ifndef NEC_PROGRAMME_FINDER_H
#define NEC_PROGRAMME_FINDER_H

#include "base/array.h"
#include "programme/entry.h"
#include "programme/programme.h"
#include "programme/timetable.h"

/* A day that holds up to a line. */
struct open_day {
	civil_day day;
	uint32_t end;
};

/* A list whose items are sessions because of the date or time above it. */
struct group {
	bool open, begun;
	int rank; /* of its items, once begun */
	civil_day day;
	int from, to;
	bool announces;
	const char *rule;
};

struct room {
	const char *name; /* NULL for none */
	int rank;
};

struct finder {
	const struct programme_context *context;
	struct outline *outline;
	struct report *report;
	struct builder *builder;
	struct stamps scratch;
	ARRAY(struct entry) entries;
	ARRAY(struct open_day) days;
	civil_day last_day; /* the last one named, CIVIL_NONE before */
	struct group group;
	struct room room;
	struct timetable table;
	uint32_t table_block;		 /* whose rows `table` is about */
	size_t table_line;		 /* the first of them */
	size_t above[TIMETABLE_COLUMNS]; /* entries that span rows, by column; 0, or from 1 */
	uint32_t left_block; /* the last one that was told to have more cells than are read */
	bool *marks;	     /* blocks that hold an entry or another line with a role */
	bool *taken;	     /* lines that are an entry's or have another role */
	bool *told;	     /* lines whose date or time an entry has that is another line's */
	unsigned kinds;	     /* of blocks below entries in paragraphs so far, by bits */
	bool full;
};

/* Where in its file a line stands, and what the outline says of it. */
struct place finder_place(const struct finder *finder, size_t line);
const struct outline_line *finder_line(const struct finder *finder, size_t line);

/* A line that names a day: it holds for those in its scope. */
void finder_begin_day(struct finder *finder, size_t line);

/* The day in whose scope a line is; CIVIL_NONE for none. */
civil_day finder_open_day(struct finder *finder, size_t line);

/* The day of a line that names none; CIVIL_NONE, and a warning, where there is no telling. */
civil_day finder_day(struct finder *finder, size_t line);

/* Adds an entry, in the room that holds; valid until the next one is added. */
struct entry *finder_add_entry(struct finder *finder, size_t line, size_t title_line,
			       const char *rule);

void finder_set_times(struct finder *finder, struct entry *entry, const struct stamp *stamp);

/* For the last entry, once its day is known: early hours behind a late one of the same day are
 * those of the night after it, and midnight is behind any one of the afternoon. */
void finder_pass_midnight(struct finder *finder, struct entry *entry);

#endif
