/*
 * What was noticed while something was read or written: errors, warnings and notes, each with the
 * place it speaks of. The caller brings the report, nothing is kept elsewhere.
 *
 * A message is one sentence in plain words, translated, that says what is wrong and, where it
 * can, what to do; without a final full stop and without the place, which is printed before it.
 * Text quoted from a source in it is sanitised here.
 */
#ifndef NEC_BASE_REPORT_H
#define NEC_BASE_REPORT_H

#include "base/progress.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum severity {
	SEVERITY_NOTE,	  /* how the program understood the source; --check=verbose shows it */
	SEVERITY_WARNING, /* what an organiser should mend; --check shows it */
	SEVERITY_CAUTION, /* what every user should know of how the source was read; always shown */
	SEVERITY_ERROR,	  /* why nothing could be read or written */
	SEVERITY_COUNT
};

/* A place in a file. line and column count from 1; 0 where they are not known. */
struct place {
	const char *file; /* as the user named it; NULL where no file is meant */
	int line, column;
};

struct finding {
	enum severity severity;
	struct place place; /* file owned by the report */
	char *message;
};

struct report {
	struct finding *items; /* in the order they were added */
	size_t count, capacity;
	size_t counts[SEVERITY_COUNT];
	struct progress *progress; /* hears how far the work is; NULL where nobody watches */
};

/* How many findings of one severity are kept; what comes after is counted, not kept. */
enum { REPORT_KEEPS = 1000 };

void report_add(struct report *report, enum severity severity, struct place place,
		const char *format, ...) __attribute__((format(printf, 4, 5)));

/*
 * Tells whoever watches how far the work has come, of `total` (0 where that is not known), in bytes
 * or bookmarks; false where it is to stop. The report may be NULL.
 */
bool report_step(struct report *report, size_t done, size_t total);

/* Adds an error and returns false, so that `return report_error(...)` reads well. */
bool report_error(struct report *report, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#define report_caution(report, place, ...)                                                         \
	report_add((report), SEVERITY_CAUTION, (place), __VA_ARGS__)
#define report_warning(report, place, ...)                                                         \
	report_add((report), SEVERITY_WARNING, (place), __VA_ARGS__)
#define report_note(report, place, ...) report_add((report), SEVERITY_NOTE, (place), __VA_ARGS__)

/*
 * Sorts by file and line, keeping the order of equals, and drops what is said twice of one place.
 */
void report_sort(struct report *report);

/* Prints the findings of at least `least`, a line each: PREFIXFILE:LINE:COLUMN: message. */
void report_print(const struct report *report, FILE *stream, const char *prefix,
		  enum severity least);

/* Puts the findings of a report behind those of another one, and empties it. */
void report_move(struct report *to, struct report *from);

void report_free(struct report *report);

#endif
