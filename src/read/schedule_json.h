/*
 * Schedules as JSON: frab's schedule.conference.days[].rooms{}, as frab, pretalx and the Congress
 * hub write it. What is optional differs, and names may come in several languages.
 */
#ifndef NEC_READ_SCHEDULE_JSON_H
#define NEC_READ_SCHEDULE_JSON_H

#include "base/report.h"
#include "model/builder.h"
#include "read/source.h"

#include <stdbool.h>

/* Whether a source is a JSON object. */
bool schedule_json_fits(const struct source *source);

/*
 * Reads it into the builder. False with an error, FILE:LINE:COLUMN where it is no JSON, and without
 * a line where it is but holds no schedule.
 */
bool schedule_json_read(const struct source *source, struct builder *builder,
			struct report *report);

#endif
