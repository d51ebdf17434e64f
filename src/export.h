/*
 * Sessions written to a file, in any of the writers' formats.
 */
#ifndef NEC_EXPORT_H
#define NEC_EXPORT_H

#include "base/buffer.h"
#include "base/report.h"
#include "model/agenda.h"
#include "tui/app.h"

#include <stdbool.h>

/* The writers' formats, in the order of their table; to be freed with free(). */
struct app_format *export_formats(size_t *count);

/* Appends what is ordered as a text, which is ASCII where it is for people and that is asked. */
void export_text(struct buffer *out, const struct export_order *order, const struct agenda *agenda,
		 civil_moment now, bool ascii);

/*
 * Writes what is ordered. The file is there whole or not at all: it is written under another name
 * first. A file that is there already is replaced only where the order says so, and keeps its mode;
 * what is no file (a folder, a device) never is. "~/" at the beginning of the path means the home.
 *
 * Texts for people are ASCII where asked. `path` becomes the file as people read it. Where the
 * writing failed an error is in the report.
 */
enum export_end export_write(const struct export_order *order, const struct agenda *agenda,
			     civil_moment now, bool ascii, struct buffer *path,
			     struct report *report);

#endif
