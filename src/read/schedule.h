/*
 * The schedule of a conference planner, as frab and Pentabarf shaped it, whether it comes as XML or
 * as JSON: the format's reader hands over what it finds as it is written, and what it means is
 * decided here, once (https://github.com/frab/frab/wiki, the schema of the c3voc).
 *
 *     struct schedule *s = schedule_new(name, builder, report);
 *     schedule_conference(s, SCHEDULE_TITLE, "…", 5); …
 *     schedule_day(s, "2020-02-01", line);
 *     schedule_event(s, &event); …
 *     schedule_finish(s);
 *
 * What real schedules do and no error: days without a date or with a wrong one, ids of 0 or used
 * many times, empty rooms, moments in UTC beside local starts, lengths of 28:00.
 */
#ifndef NEC_READ_SCHEDULE_H
#define NEC_READ_SCHEDULE_H

#include "base/report.h"
#include "model/builder.h"

#include <stdbool.h>
#include <stddef.h>

struct schedule;

/* What a conference says of itself. */
enum schedule_fact {
	SCHEDULE_ACRONYM,
	SCHEDULE_TITLE,
	SCHEDULE_SUBTITLE,
	SCHEDULE_START,
	SCHEDULE_END,
	SCHEDULE_ZONE,
	SCHEDULE_VENUE,
	SCHEDULE_CITY,
	SCHEDULE_DAY_CHANGE,
	SCHEDULE_URL,
	SCHEDULE_BASE_URL,
	SCHEDULE_FACT_COUNT
};

/* The texts of an event, all as written; NULL or "" where there are none. */
enum schedule_text {
	EVENT_GUID,
	EVENT_CODE,
	EVENT_ID,
	EVENT_DATE,
	EVENT_START,
	EVENT_DURATION,
	EVENT_ROOM,
	EVENT_TITLE,
	EVENT_SUBTITLE,
	EVENT_TRACK,
	EVENT_TYPE,
	EVENT_LANGUAGE,
	EVENT_ABSTRACT,
	EVENT_DESCRIPTION,
	EVENT_URL,
	EVENT_FEEDBACK_URL,
	EVENT_SLUG,
	EVENT_STATUS,
	EVENT_TEXT_COUNT
};

struct schedule_link {
	const char *url, *label;
};

struct schedule_event {
	const char *texts[EVENT_TEXT_COUNT];
	const char *const *persons;
	size_t person_count;
	const struct schedule_link *links;
	size_t link_count;
	int line; /* 0 where unknown */
};

/* `file` is the source's name, for messages; NULL for none. All three must outlive it. */
struct schedule *schedule_new(const char *file, struct builder *builder, struct report *report);

/* A fact of the conference; the first one that is not empty counts. */
void schedule_conference(struct schedule *schedule, enum schedule_fact fact, const char *text);

/* A track of the conference's list; colour may be NULL. */
void schedule_track(struct schedule *schedule, const char *name, const char *colour);

/* Begins a day and ends the one before; date is as written, NULL or "" where there is none. */
void schedule_day(struct schedule *schedule, const char *date, int line);
void schedule_day_end(struct schedule *schedule);

/*
 * Adds an event to the day that is open; without one, it is on the day that its moment says. The
 * texts have no white space at their ends. Nothing of it is kept by reference.
 */
void schedule_event(struct schedule *schedule, const struct schedule_event *event);

/* Settles ids, days and the event's facts, and frees the schedule. */
void schedule_finish(struct schedule *schedule);

/* Frees it without settling anything. */
void schedule_free(struct schedule *schedule);

#endif
