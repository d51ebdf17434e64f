/*
 * Schedules as XML: Pentabarf's, frab's, and what pretalx, Wafer and the c3voc write in its shape.
 */
#ifndef NEC_READ_SCHEDULE_XML_H
#define NEC_READ_SCHEDULE_XML_H

#include "base/report.h"
#include "model/builder.h"
#include "read/source.h"

#include <stdbool.h>

/* Whether a source is such a schedule: XML whose first element is <schedule>. */
bool schedule_xml_fits(const struct source *source);

/*
 * Reads it into the builder. False with an error, FILE:LINE:COLUMN, where it is no well-formed XML
 * or declares entities. No DTD and nothing outside the source is ever loaded. The source's
 * text is used up by it (see read/feed.h).
 */
bool schedule_xml_read(const struct source *source, struct builder *builder, struct report *report);

#endif
