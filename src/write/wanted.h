/*
 * What a job asks for, in words: under the event's title, where not the whole agenda is written.
 */
#ifndef NEC_WRITE_WANTED_H
#define NEC_WRITE_WANTED_H

#include "write/writer.h"

typedef void wanted_use(void *context, const char *line);

/* Each wish as a line. The days asked for stand as headings over their sessions, so they are none.
 */
void wanted_each(const struct writer_job *job, wanted_use *use, void *context);

/* The same of the days asked for, where no session fits; and the sentence that says so. */
void wanted_days(const struct writer_job *job, wanted_use *use, void *context);
const char *wanted_nothing(const struct writer_job *job);

#endif
