/*
 * Collections: a folder with the page of an event and a page for each of its sessions, as
 * static-site generators keep them.
 *
 *     nec/index.md             the event; its keys are in read/event_keys.h
 *     nec/_sessions/opening.md a session; its keys are in read/session_keys.h
 *     nec/_sessions/…
 *
 * The event's page is the Markdown file whose front matter has event_start_date or event_date;
 * where several or none have, the one called index.md, _index.md, event.md or README.md. It lies in
 * the folder itself; sessions lie beside it or in folders one level down. Every other Markdown file
 * whose front matter has a title is a session, its body the description. Where there are none, the
 * event's page is searched for a programme as if it were alone.
 */
#ifndef NEC_READ_COLLECTION_H
#define NEC_READ_COLLECTION_H

#include "base/report.h"
#include "model/builder.h"

#include <stdbool.h>

/* How many files are read; more is an error. */
enum { COLLECTION_MOST_FILES = 10000 };

/* Whether the name is that of a folder. */
bool collection_fits(const char *name);

/*
 * Reads a folder into the builder, its files in the order of their names. Hidden files are passed
 * over; links are followed to files, not to folders. False with an error where no page is the
 * event's or it cannot be read; sessions that cannot be read are warned of.
 */
bool collection_read(const char *name, struct builder *builder, struct report *report);

#endif
