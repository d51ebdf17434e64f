/*
 * The readers: a source format → an agenda. One file per format and one row in reader.c's table.
 */
#ifndef NEC_READ_READER_H
#define NEC_READ_READER_H

#include "base/report.h"
#include "model/agenda.h"

/*
 * Reads the agenda at `name`: a file, a folder with an event page, "-" for standard input, NULL for
 * the built-in one. Which reader fits is found by looking at the content. Returns NULL with at
 * least one error in the report, also where its progress was told to stop; warnings and notes say
 * what an organiser may mend. The caller frees the agenda with agenda_free().
 */
struct agenda *reader_open(const char *name, struct report *report);

/* The same of an iCalendar file alone; anything else is an error. */
struct agenda *reader_open_calendar(const char *name, struct report *report);

#endif
